"""A board with a laptop's screen beside it, in a process of its own: `two_screens.py HOME PART`.

Which screens there are is settled when Qt begins, so this cannot be played among other tests.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from reisblog import texts
from reisblog.model.records import Audience
from reisblog.ui.application import application
from reisblog.ui.show.screens import Screens
from reisblog.ui.show.teller import Teller
from reisblog.ui.show.window import ShowWindow
from tests.driver import Driver

_SCREENS = {"laptop": (0, 0, 1366, 768), "wall": (1366, 0, 1920, 1080)}
"""The first by its name is the main one, to Qt without a display."""


def begin(home, screens=_SCREENS):
    """A person at the laptop, who has opened the student's example."""
    names = ("x", "y", "width", "height")
    told = [
        {"name": name, **dict(zip(names, place, strict=True)), "logicalDpi": 96, "dpr": 1}
        for name, place in screens.items()
    ]
    config = home / "screens.json"
    config.write_text(json.dumps({"screens": told}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    texts.use("nl")
    application()
    driver = Driver(home)
    driver.press("example")
    return driver


def stands(window):
    """On which screen a window is, if it is seen."""
    return window.screen().name() if window is not None and window.isVisible() else None


def who_sees_what(driver):
    """The board is on the wall and the traveller's own view on the laptop."""
    driver.press("tell")
    telling = driver.program.telling
    assert stands(telling.board) == "wall"
    assert telling.board.isFullScreen()
    assert telling.board.size() == telling.board.screen().size()
    assert stands(telling.screens.own_view) == "laptop"
    assert telling.screens.own_view.isFullScreen()


def the_other_way_round(driver):
    """What was chosen in the tray is remembered, for the next time too."""
    driver.press("tell")
    telling = driver.program.telling
    telling.screens.swap()
    assert stands(telling.board) == "laptop"
    assert telling.board.isFullScreen()
    assert stands(telling.screens.own_view) == "wall"
    telling.end()
    driver.press("tell")
    assert stands(telling.board) == "laptop"
    telling.screens.swap()
    assert stands(telling.board) == "wall"
    assert stands(telling.screens.own_view) == "laptop"


def in_a_window(driver):
    """A board in a window leaves the other screen as it is."""
    driver.press("tell")
    telling = driver.program.telling
    telling.board.switch_full_screen()
    driver.until(lambda: stands(telling.screens.own_view) is None)
    telling.board.switch_full_screen()
    driver.until(lambda: stands(telling.screens.own_view) == "laptop")


def over(driver):
    """With the board the own view is gone."""
    driver.press("tell")
    own_view = driver.program.telling.screens.own_view
    driver.program.telling.end()
    assert not own_view.isVisible()


def pulled_out(driver):
    """The cable comes out, and is put in again: the board is told on, at the same moment."""
    program, app = driver.program, QGuiApplication.instance()
    laptop, wall = sorted(QGuiApplication.screens(), key=lambda screen: screen.geometry().x())
    there = [laptop, wall]
    desk = program.workbench.desk
    board = ShowWindow(desk, program.pictures, program.map_layer, program.jobs, Audience.CLASS)
    screens = Screens(board, lambda: Teller(board), screens=lambda: there)
    screens.fill()
    assert stands(board) == "wall"
    for _tap in range(3):
        board.on()
    here = board.story.at
    there.remove(wall)
    app.screenRemoved.emit(wall)
    driver.until(lambda: stands(board) == "laptop")
    assert board.isFullScreen()
    assert board.size() == laptop.size()
    assert stands(screens.own_view) is None
    assert board.story.at == here
    there.append(wall)
    app.screenAdded.emit(wall)
    driver.until(lambda: stands(board) == "wall")
    assert stands(screens.own_view) == "laptop"
    assert board.story.at == here
    board.on()
    board.on()
    assert board.story.at > here
    board.close()
    screens.close()


if __name__ == "__main__":
    person = begin(Path(sys.argv[1]))
    globals()[sys.argv[2]](person)
    person.close()
