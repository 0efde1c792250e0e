"""Every key and gesture in words: what the table of actions knows, and what the map adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QKeySequence

from reisblog.texts import _
from reisblog.ui import menu_table
from reisblog.ui.action_table import TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.ui.action_table import Entry

_BETWEEN = "  "


class Told(msgspec.Struct, frozen=True):
    """What a key, or a gesture, does.

    Attributes:
        how: the keys, or what the hand does.
        what: comes of it.
        action: the id of the action that these are the keys of, if of any.
    """

    how: str
    what: str
    action: str = ""


class Group(msgspec.Struct, frozen=True):
    """Keys or gestures that belong together, under a heading."""

    name: str
    told: tuple[Told, ...]


def groups() -> list[Group]:
    """All of them: those of the menus as these go, then those of the map, keys before hands."""
    made = [
        Group(_("Tools"), tuple(map(_of_action, (entry for entry in TABLE if entry.tool)))),
        *_of_menus(),
        *_on_the_map(),
    ]
    return [group for group in made if group.told]


def _of_menus() -> Iterator[Group]:
    by_id = {entry.id: entry for entry in TABLE if entry.keys and not entry.tool}
    for words, names in menu_table.MENUS:
        entries = [by_id.pop(name) for name in _in_menu(names) if name in by_id]
        yield Group(words(), tuple(map(_of_action, entries)))
    yield Group(_("More"), tuple(map(_of_action, by_id.values())))


def _in_menu(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name in menu_table.WITHIN:
            yield from _in_menu(menu_table.WITHIN[name][1])
        else:
            yield name


def _of_action(entry: Entry) -> Told:
    shown = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return Told(shown, entry.text().rstrip("…"), entry.id)


def _on_the_map() -> Iterable[Group]:
    return (
        Group(
            _("On the map"),
            (
                Told("Tab", _("Next in your story")),
                Told(_("Shift+Tab"), _("The one before")),
                Told(_BETWEEN.join(("Home", "End")), _("First, last")),
                Told(_("Shift+Enter"), _("Keep it chosen")),
                Told(_("Arrows"), _("Move it, or the map")),
                Told(_("Shift+arrows"), _("The same, finer")),
                Told(_("Ctrl+arrows"), _("The same, farther")),
                Told("Enter", _("Open it")),
                Told(_("Letters"), _("Write on it")),
                Told("F2", _("Write, also figures")),
                Told(_("Space"), _("Spread a pile")),
                Told(_("Alt+← →"), _("Turn a compass")),
                Told(_("Shift+F10"), _("What can be done with it")),
                Told("Esc", _("One step back")),
                Told(_("Ctrl+Tab"), _("Out of the map")),
            ),
        ),
        Group(
            _("Path with keys"),
            (
                Told("Enter", _("Set the pen down, lift it")),
                Told(_("Arrows"), _("Move the pen")),
                Told("Tab", _("To the next place")),
                Told(_("Letters"), _("To a place by its name")),
                Told("Esc", _("Give the path up")),
            ),
        ),
        Group(
            _("Drawing"),
            (
                Told(_("From an end"), _("The path goes on")),
                Told(_("Over a chosen path"), _("That stretch runs anew")),
                Told(_("Drag a point"), _("Bend a chosen path")),
            ),
        ),
        Group(
            _("Mouse and trackpad"),
            (
                Told(_("Drag"), _("Move a thing, or the map")),
                Told(_("Shift+drag"), _("Choose several")),
                Told(_("Ctrl+drag"), _("In line with others")),
                Told(_("Double click"), _("Open it, or write")),
                Told(_("Right button"), _("What can be done with it")),
                Told(_("Wheel"), _("Closer and farther")),
                Told(_("Shift+wheel"), _("Sideways")),
                Told(_("Middle button"), _("Drag the map")),
                Told(_("Space+drag"), _("Drag the map, always")),
                Told(_("Trackpad"), _("Move the map with two fingers")),
            ),
        ),
        Group(
            _("Finger"),
            (
                Told(_("Tap"), _("Choose it")),
                Told(_("Tap twice"), _("See a photo large")),
                Told(_("Swipe"), _("Move the map")),
                Told(_("Rest, then drag"), _("Move a thing")),
                Told(_("Keep pressing"), _("What can be done with it")),
                Told(_("Two fingers"), _("Move and zoom the map")),
                Told(_("Tap with two"), _("Undo")),
            ),
        ),
    )
