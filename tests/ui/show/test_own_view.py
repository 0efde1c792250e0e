"""Beside the board: what the traveller sees of the telling, on a screen of their own."""

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reisblog.model import edits
from reisblog.model.journey import tables
from reisblog.model.records import Audience
from reisblog.model.tour import Kind
from reisblog.ui.show.own_words import coming
from reisblog.ui.show.teller import Teller

LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def own_view(board, clock):
    view = Teller(board, clock=clock, time_now=lambda: QTime(10, 42))
    view.resize(1366, 768)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def told(view):
    """Every word that stands in it."""
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def go_to(board, kind):
    moments = board.story.tour.moments
    board.story.go(next(n for n, moment in enumerate(moments) if moment.kind is kind))
    board.stage.hurry()


def test_it_tells_the_traveller_their_own_words(board, own_view):
    go_to(board, Kind.WORDS)
    chapter = board.story.tour.chapter(board.story.at)
    assert chapter.stop.title in own_view.words.text
    assert chapter.stop.text in own_view.words.text
    for photo in chapter.photos:
        assert photo.caption in own_view.words.text


def test_its_words_are_large_enough_to_be_read_while_one_talks(board, own_view):
    go_to(board, Kind.WORDS)
    stop = board.story.tour.chapter(board.story.at).stop
    (label,) = [label for label in own_view.findChildren(QLabel) if label.text() == stop.text]
    assert label.font().pixelSize() >= 22


def test_it_says_what_comes_next(board, own_view):
    for moment in range(board.story.tour.end):
        board.story.go(moment)
        board.stage.hurry()
        assert coming(board.story, moment + 1)
        assert coming(board.story, moment + 1) in told(own_view)
    board.story.go(moment + 1)
    assert not own_view.next.isVisible()


def test_it_follows_the_board_and_its_buttons_ask_the_board(board, own_view):
    board.story.go(3)
    board.stage.hurry()
    here = board.story.at
    QTest.mouseClick(own_view.on_button, LEFT)
    board.stage.hurry()
    assert board.story.at == here + 1
    QTest.mouseClick(own_view.back_button, LEFT)
    assert board.story.at == here
    QTest.mouseClick(own_view.pause_button, LEFT)
    assert board.is_paused
    assert own_view.pause_button.text() == "Ga verder"
    QTest.mouseClick(own_view.pause_button, LEFT)
    assert not board.is_paused


def test_a_clicker_works_wherever_the_keyboard_is(board, own_view):
    QTest.keyClick(own_view, Qt.Key.Key_PageDown)
    assert board.story.at == 1
    QTest.keyClick(own_view, Qt.Key.Key_PageUp)
    assert board.story.at == 0


def test_the_time_and_how_long_one_has_told(board, own_view, clock):
    assert "10:42" in told(own_view)
    clock.seconds = 50.0
    board.on()
    clock.seconds = 50.0 + 125.4
    board.on()
    assert "2:05 verteld" in told(own_view)


def test_it_shows_what_is_on_the_board(board, own_view):
    go_to(board, Kind.PHOTO)
    small = own_view.now.grab().toImage()
    assert len({small.pixel(x, 90) for x in range(5, small.width() - 5, 3)}) > 20
    board.pause()
    small = own_view.now.grab().toImage()
    paper = {small.pixel(x, y) for x in range(5, 300, 7) for y in range(60, 120)}
    assert len(paper) == 1


def test_nothing_that_is_closed_stands_in_it(example, clock):
    bench = example.program.workbench
    journey = bench.journey
    secret = journey.stops[journey.order[1]]
    closed = {secret.id, *(key for key, photo in journey.photos.items() if photo.stop == secret.id)}
    bench.edit("Close", lambda now: edits.show_to(now, closed, Audience.CONVERSATION))
    bench.edit("Close", lambda now: edits.show_head_to(now, "about", Audience.SELF))
    example.press("tell")
    board = example.program.telling.board
    view = Teller(board, clock=clock)
    view.show()
    hidden = {secret.title, secret.text, journey.about} - {""}
    records = [record for _name, table in tables(journey) for record in table.values()]
    belong = [each for each in records if getattr(each, "stop", None) == secret.id]
    hidden |= {getattr(each, "caption", "") or getattr(each, "text", "") for each in belong} - {""}
    for moment in range(board.story.tour.end + 1):
        board.story.go(moment)
        words = "\n".join([*told(view), view.windowTitle()])
        assert not [each for each in hidden if each in words]
    view.close()
    view.deleteLater()


def test_it_says_for_whom_one_tells(board, own_view):
    assert "Voor: Klas" in told(own_view)
