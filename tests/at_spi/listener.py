"""Somebody with a screen reader: walks through the window, says what is there, and presses things.

Runs in the system's Python, which has pyatspi; writes what it met as JSON. Its command line says
as JSON what the rail and its tools are called, and which entries of menus it leaves alone.
"""

import json
import sys
import time

import pyatspi

_PATIENCE_S = 20


def application():
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        for each in pyatspi.Registry.getDesktop(0):
            if each is not None and each.name.lower() == "reisblog" and each.childCount:
                return each
        time.sleep(0.1)
    names = [each.name for each in pyatspi.Registry.getDesktop(0) if each is not None]
    raise SystemExit(f"it never came, only {names}")


def every(node):
    yield node
    for child in node:
        if child is not None:
            yield from every(child)


def met(node):
    states = node.getState()
    return {
        "name": node.name,
        "role": node.getRoleName(),
        "description": node.description,
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "enabled": states.contains(pyatspi.STATE_ENABLED),
    }


def press(node, wanted):
    deeds = node.queryAction()
    for nth in range(deeds.nActions):
        if deeds.getName(nth) == wanted:
            return bool(deeds.doAction(nth))
    return False


def main():
    window = application()
    nodes = list(every(window))
    parts = {role: [node for node in nodes if node.getRoleName() == role] for role in ROLES}
    (port,) = [node for node in parts["canvas"] if node.name]
    things = [node for node in port if node.name]
    boxes = [node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) for node in things]
    told = {
        "all": [met(node) for node in nodes],
        "things": [met(node) for node in things],
        "boxes": [[box.x, box.y, box.width, box.height] for box in boxes],
        "pressed": [],
    }
    for node in things:
        press(node, "Press")
    asked = json.loads(sys.argv[1])
    (rail,) = [node for node in nodes if node.name == asked["rail"]]
    for name in asked["tools"]:
        (tool,) = [node for node in rail if node.name == name]
        told["pressed"].append([name, any(press(tool, deed) for deed in ("Press", "Toggle"))])
    for node in parts["menu item"] + parts["check menu item"]:
        ready = node.getState().contains(pyatspi.STATE_ENABLED)
        if ready and not node.childCount and node.name and node.name not in asked["leaves"]:
            told["pressed"].append([node.name, press(node, "Press")])
            time.sleep(0.02)
    json.dump(told, sys.stdout)


ROLES = ("canvas", "menu item", "check menu item")

if __name__ == "__main__":
    main()
