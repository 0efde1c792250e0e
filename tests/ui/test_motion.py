"""A person who asked their system for less motion gets less of it here, too."""

import ctypes

import pytest

from reisblog.running import soon_wanted
from reisblog.ui import motion


class Windows:
    """Answers as Windows does."""

    def __init__(self, *, animates):
        self._animates = animates

    def SystemParametersInfoW(self, what, _size, answer, _keep):  # noqa: N802  (Windows' name)
        assert what == 0x1042
        ctypes.cast(answer, ctypes.POINTER(ctypes.c_int))[0] = int(self._animates)


@pytest.mark.parametrize("animates", [True, False])
def test_windows_says_so_itself(animates):
    assert motion._windows_wants_it(Windows(animates=animates)) is animates


@pytest.mark.parametrize(("said", "wanted"), [("1", False), ("0", True), ("", True)])
def test_macos_is_asked(said, wanted):
    assert motion.is_wanted("darwin", {}, answer=lambda _command: said) is wanted


@pytest.mark.parametrize(("said", "wanted"), [("false", False), ("true", True), ("", True)])
def test_gnome_is_asked(said, wanted):
    desktop = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
    assert motion.is_wanted("linux", desktop, answer=lambda _command: said) is wanted


@pytest.mark.parametrize(
    ("kept", "wanted"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", False),
        ("[KDE]\nAnimationDurationFactor=0.5\n", True),
        ("[General]\n", True),
        ("no settings at all", True),
    ],
)
def test_kde_keeps_it_in_a_file(kept, wanted, tmp_path):
    (tmp_path / "kdeglobals").write_text(kept)
    desktop = {"XDG_CURRENT_DESKTOP": "KDE", "XDG_CONFIG_HOME": str(tmp_path)}
    assert motion.is_wanted("linux", desktop) is wanted


def test_without_a_desktop_nobody_is_asked():
    def ask(_command):
        raise AssertionError

    assert motion.is_wanted("linux", {}, answer=ask)


def test_a_program_that_is_not_there_says_nothing():
    assert motion._answer(["/no/such/program"]) == ""


def test_where_the_system_asks_for_less_nothing_glides_and_nothing_travels(driver, monkeypatch):
    monkeypatch.setattr(motion, "is_wanted", lambda: False)
    driver.canvas.set_motion(motion=True)
    for step in soon_wanted(driver.program):
        step()
    driver.until(lambda: not driver.canvas.sight.motion)
    driver.press("tell")
    assert not driver.program.telling.board.stage.motion


def test_the_board_asks_for_itself(driver, monkeypatch):
    monkeypatch.setattr(motion, "is_wanted", lambda: False)
    driver.canvas.set_motion(motion=True)
    driver.press("example")
    driver.press("tell")
    board = driver.program.telling.board
    driver.until(lambda: not board.stage.motion)
    board.on()
    assert board.stage.look_now.land == 1  # the other picture, and no land that comes bit by bit
