"""For an open day a story tells itself, over and over, until somebody touches the board."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reisblog.model.records import Audience
from reisblog.model.tour import Kind
from reisblog.ui.show import by_itself
from reisblog.ui.show.by_itself import Pace, rest_ms
from reisblog.ui.show.teller import Teller
from reisblog.ui.show.window import ShowWindow
from tests.finger import Finger

LEFT = Qt.MouseButton.LeftButton
_QUICK = 400.0


@pytest.fixture
def runs(example, monkeypatch):
    """A board on which the example tells itself, some hundred times as fast."""
    monkeypatch.setattr(by_itself, "_SHARES", dict.fromkeys(Pace, 1 / _QUICK))
    program = example.program
    board = ShowWindow(
        program.workbench.desk, program.pictures, program.map_layer, program.jobs, Audience.CLASS,
        clock=lambda: _QUICK * time.monotonic(),
    )  # fmt: skip
    board.resize(640, 360)
    board.show()
    board.tell_by_itself(Pace.NORMAL)
    yield board
    board.close()
    board.deleteLater()


def test_it_comes_to_the_end_and_begins_again(runs, wait_for):
    seen = []
    runs.story.moved.connect(lambda _before, now: seen.append(now))
    last = runs.story.tour.end
    wait_for(lambda: seen.count(0) == 2)
    first = seen.index(0)
    assert seen[first : first + last + 2] == [*range(last + 1), 0]


def test_nothing_to_press_is_seen_meanwhile(runs, wait_for):
    wait_for(lambda: runs.story.at == 3)
    QTest.mouseMove(runs, QPoint(200, 100))
    assert not runs.controls.on_button.isVisible()


def by_finger(board):
    Finger(board, QTest.createTouchDevice()).tap(QPoint(300, 100))


def by_mouse(board):
    QTest.mouseClick(board, LEFT, pos=QPoint(300, 100))


def by_key(board):
    QTest.keyClick(board, Qt.Key.Key_Space)


@pytest.mark.parametrize("touch", [by_finger, by_mouse, by_key])
def test_a_touch_stops_it_and_means_nothing_else(runs, wait_for, touch):
    wait_for(lambda: runs.story.at == 4)
    touch(runs)
    here = runs.story.at
    assert runs.by_itself.pace is None
    QTest.qWait(200)
    assert runs.story.at == here
    assert runs.controls.on_button.isVisible()
    runs.on()
    runs.on()
    assert runs.story.at > here


def test_the_arrows_stop_it_and_do_what_they_do(runs, wait_for):
    wait_for(lambda: runs.story.at == 5)
    QTest.mouseClick(runs.controls.back_button, LEFT)  # pressed just before it went
    assert runs.by_itself.pace is None
    assert runs.story.at in {4, 5}


def test_so_do_those_of_the_traveller_s_own_view(runs, wait_for):
    beside = Teller(runs)
    wait_for(lambda: runs.story.at == 5)
    QTest.mouseClick(beside.pause_button, LEFT)
    assert runs.is_paused
    assert runs.by_itself.pace is None
    beside.deleteLater()


def test_the_pace_is_chosen_in_the_tray(board):
    board.controls.more_button.click()
    (button,) = [each for each in board.controls.buttons if each.text() == "Vanzelf"]
    QTest.mouseClick(button, LEFT)
    assert [each.text() for each in board.controls.buttons] == ["Rustig", "Gewoon", "Vlot"]
    QTest.mouseClick(board.controls.buttons[2], LEFT)
    assert board.by_itself.pace is Pace.QUICK


def test_long_words_are_seen_for_longer_and_at_a_calm_pace_all_is(board):
    story = board.story
    moments = list(enumerate(story.tour.moments[: story.tour.end + 1]))
    reading = {}
    for number, moment in moments:
        story.go(number)
        assert rest_ms(story, Pace.SLOW) > rest_ms(story, Pace.NORMAL) > rest_ms(story, Pace.QUICK)
        if moment.kind is Kind.WORDS:
            text = story.tour.chapter(number).stop.text
            reading[len(text)] = rest_ms(story, Pace.NORMAL)
    by_length = [reading[length] for length in sorted(reading)]
    assert by_length == sorted(by_length)
    assert by_length[-1] > by_length[0]


def test_it_never_hurries_what_is_under_way(runs, wait_for):
    hurried = []
    runs.story.moved.connect(lambda _before, _now: hurried.append(runs.stage.is_moving))
    wait_for(lambda: len(hurried) > 6)
    assert runs.by_itself.pace is Pace.NORMAL
