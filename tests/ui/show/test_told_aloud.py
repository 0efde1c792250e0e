"""What a screen reader hears of a story, and that all of it can be done with keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from reisblog.model import edits
from reisblog.model.records import Audience
from reisblog.model.tour import Kind
from reisblog.ui.show import layers


@pytest.fixture
def heard(monkeypatch):
    """What is said from now on."""
    said = []
    monkeypatch.setattr(layers, "say", lambda _widget, words: said.append(words))
    return said


def at(board, kind, *, begins=None):
    found = (
        number
        for number, moment in enumerate(board.story.tour.moments)
        if moment.kind is kind and begins in {None, moment.begins}
    )
    board.story.go(next(found))
    board.stage.hurry()


def test_each_moment_is_said_when_it_comes(board, heard):
    while not board.story.is_over:
        board.story.next()
        board.stage.hurry()
    assert len(heard) == board.story.tour.end
    assert all(heard)


def test_at_a_halte_one_hears_where_when_and_what(board, heard):
    at(board, Kind.PHOTO, begins=True)
    chapter = board.story.tour.chapter(board.story.at)
    place = board.story.atlas.places[chapter.stop.places[0]]
    for words in (place.name, chapter.stop.when, chapter.stop.title, "Foto"):
        assert words in heard[-1]


def test_words_captions_and_compasses_are_read_out(board, heard):
    at(board, Kind.WORDS)
    assert board.story.tour.chapter(board.story.at).stop.text in heard[-1]
    at(board, Kind.PHOTO, begins=False)
    photo = board.story.journey.photos[board.story.moment.ids[0]]
    assert photo.caption in heard[-1]
    at(board, Kind.COMPASS)
    moment = board.story.journey.compass_moments[board.story.moment.ids[0]]
    assert "Kompas" in heard[-1]
    assert moment.text in heard[-1]


def test_the_title_is_told_before_anything_moves(board):
    assert board.story.journey.title in board.accessibleDescription()
    assert board.story.journey.traveller in board.accessibleDescription()


def test_nothing_that_is_closed_is_said(example):
    journey = example.program.workbench.journey
    stop = journey.stops[journey.order[0]]
    example.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, {stop.id}, Audience.CONVERSATION)
    )
    example.press("tell")
    board = example.program.telling.board
    while not board.story.is_over:
        board.story.next()
        assert stop.title not in board.accessibleDescription()


def test_every_button_has_a_name(board):
    at(board, Kind.PHOTO)
    board.controls.more_button.click()
    board.layers.draw()
    for button in board.findChildren(QAbstractButton):
        assert button.accessibleName(), button


def tabbed(board):
    """What the Tab key comes to, in turn."""
    board.activateWindow()
    board.setFocus()
    found = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or board, Qt.Key.Key_Tab)
        part = QApplication.focusWidget()
        if part is None or part in found:
            break
        found.append(part)
    return found


def test_the_tab_key_reaches_the_arrows_the_tray_and_the_tools(board):
    at(board, Kind.PHOTO)
    reached = tabbed(board)
    controls = board.controls
    for button in (controls.back_button, controls.on_button, controls.more_button):
        assert button in reached
    board.layers.draw()
    reached = tabbed(board)
    assert all(tool in reached for tool in board.layers.tools.tools)


def test_enter_presses_what_the_keyboard_is_on(board):
    here = board.story.at
    board.controls.more_button.setFocus()
    QTest.keyClick(board.controls.more_button, Qt.Key.Key_Return)
    assert board.controls.is_open
    assert board.story.at == here
    board.layers.draw()
    pink = board.layers.tools.tool("pink")
    pink.setFocus()
    QTest.keyClick(pink, Qt.Key.Key_Return)
    assert pink.isChecked()


def test_the_keyboard_comes_back_to_the_photo_it_enlarged(board):
    at(board, Kind.PHOTO)
    (spot,) = (spot for spot in board.layers.spots if not spot.text())
    spot.setFocus()
    QTest.keyClick(spot, Qt.Key.Key_Space)
    board.layers.enlarged.hurry()
    QTest.keyClick(board, Qt.Key.Key_Escape)
    board.layers.enlarged.hurry()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.focusWidget() in board.layers.spots
