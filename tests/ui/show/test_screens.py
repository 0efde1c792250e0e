"""On which screen a class sees the board, and on which the traveller sees something else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from reisblog.ui.show.screens import apart_from, board_screen

_ROOT = Path(__file__).parents[3]
_PATIENCE_SECONDS = 120


class Screen:
    """What a system tells of a screen."""

    def __init__(self, name, *place):
        self._name, self._place = name, QRect(*place)

    def name(self):
        return self._name

    def geometry(self):
        return self._place


LAPTOP = Screen("eDP-1", 0, 0, 1920, 1080)
BEAMER = Screen("HDMI-1", 1920, 0, 1280, 800)
BOARD = Screen("DP-3", 1920, 0, 3840, 2160)


def test_the_only_screen_is_the_board():
    assert board_screen([LAPTOP], primary=LAPTOP) is LAPTOP


def test_a_class_looks_at_what_is_beside_the_laptop_be_it_smaller():
    assert board_screen([LAPTOP, BEAMER], primary=LAPTOP) is BEAMER
    assert board_screen([BEAMER, LAPTOP], primary=BEAMER) is BEAMER


def test_where_names_say_nothing_it_is_the_one_that_is_not_the_main_one():
    one, other = Screen("", 0, 0, 1920, 1080), Screen("", 1920, 0, 1280, 800)
    assert board_screen([one, other], primary=one) is other


def test_of_several_beside_it_the_largest():
    assert board_screen([LAPTOP, BEAMER, BOARD], primary=LAPTOP) is BOARD


def test_what_was_chosen_once_is_chosen_again_where_it_is_there():
    assert board_screen([LAPTOP, BEAMER, BOARD], primary=LAPTOP, remembered="HDMI-1") is BEAMER
    assert board_screen([LAPTOP, BOARD], primary=LAPTOP, remembered="HDMI-1") is BOARD


def test_a_screen_that_shows_the_same_is_no_other_screen():
    mirrored = Screen("HDMI-1", 0, 0, 1920, 1080)
    assert apart_from(LAPTOP, [LAPTOP, mirrored]) == []
    assert apart_from(LAPTOP, [LAPTOP, BEAMER]) == [BEAMER]


@pytest.mark.parametrize(
    "part", ["who_sees_what", "the_other_way_round", "in_a_window", "over", "pulled_out"]
)
def test_with_two_screens(part, tmp_path):
    played = subprocess.run(
        [sys.executable, "-m", "tests.ui.show.two_screens", str(tmp_path), part],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        cwd=_ROOT,
        timeout=_PATIENCE_SECONDS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
