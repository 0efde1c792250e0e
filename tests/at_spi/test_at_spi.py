"""The window as a screen reader of Linux meets it, through AT-SPI.

Asked without a desktop, Qt tells the same; `tests/ui/test_read_aloud.py` does so everywhere.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reisblog import texts
from reisblog.model.on_map import in_story_order
from reisblog.texts import _
from reisblog.ui import action_table
from tests import journeys
from tests.at_spi import stage

HERE = Path(__file__).parent


def _can_be_had() -> bool:
    if sys.platform != "linux" or not all(map(shutil.which, ("dbus-run-session", "Xvfb"))):
        return False
    if not any(Path(path).exists() for path in stage.LAUNCHERS):
        return False
    return subprocess.call([stage.SYSTEM_PYTHON, "-c", "import pyatspi"], stderr=-3) == 0


_LEFT = {"about", "quit"}
"""What waits for an answer, or ends the program."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def met(tmp_path_factory):
    """What somebody with a screen reader met, and what their presses did."""
    if not _can_be_had():
        pytest.skip("no accessibility bus here: at-spi2-core, python3-pyatspi, dbus and xvfb")
    texts.use("nl")
    told = tmp_path_factory.mktemp("told") / "told.json"
    asked = {
        "rail": _("Tools"),
        "tools": [entry.text() for entry in action_table.TABLE if entry.tool],
        "leaves": [entry.text() for entry in action_table.TABLE if entry.id in _LEFT],
    }
    subprocess.run(
        ["dbus-run-session", "--", sys.executable, HERE / "stage.py", told, json.dumps(asked)],  # noqa: S607
        check=True,
        timeout=240,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    found = json.loads(told.read_text(encoding="utf-8"))
    assert found["ended"] is None, "the window did not live through it"
    return found


def test_every_action_of_the_menus_is_there_by_its_name(met):
    named = {each["name"] for each in met["all"] if "menu item" in each["role"]}
    assert {entry.text() for entry in action_table.TABLE if not entry.tool} <= named | _UNSEEN


_UNSEEN = {"Undo", "Ongedaan maken"}
"""Undo says what it undoes."""


def test_each_can_be_pressed(met):
    assert all(done for _name, done in met["pressed"])
    pressed = {line.split()[1] for line in met["done"] if line.startswith("action ")}
    assert {"save", "copy-for-class", "quiet", "fit", "aid-mist", "choose-all"} <= pressed
    enabled = {
        each["name"] for each in met["all"] if each["enabled"] and "menu item" in each["role"]
    }
    expected = {
        entry.id for entry in action_table.TABLE if not entry.tool and entry.text() in enabled
    }
    assert expected - pressed <= _LEFT


def test_every_tool_of_the_rail_is_found_and_pressed(met):
    tools = [line.split()[1] for line in met["done"] if line.startswith("tool ")]
    assert {entry.id for entry in action_table.TABLE if entry.tool} <= set(tools)


def test_each_thing_on_the_map_is_found_by_name_in_story_order_and_pressed(met):
    journey = journeys.peopled()
    on_map = list(in_story_order(journey))
    assert len(met["things"]) == len(on_map)
    assert all(each["name"] and each["focusable"] for each in met["things"])
    assert "Praten" in met["things"][0]["name"]
    chosen = [line.split()[1] for line in met["done"] if line.startswith("chosen ")]
    assert chosen[: len(on_map)] == on_map
    assert all(width > 0 and height > 0 for _x, _y, width, height in met["boxes"])


def test_whatever_can_have_the_keyboard_has_a_name(met):
    bare = [each for each in met["all"] if each["focusable"] and not each["name"]]
    assert not [each for each in bare if each["showing"]]
