"""A photo fills the board, long words open; what fingers, wheels and keys do there."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Note
from reisblog.model.tour import Kind
from tests.finger import Finger

PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
LONG = " ".join(f"Dag {day}: ik heb een wiel gericht en het liep weer recht." for day in range(60))


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


def go_to(board, kind, *, skip=0):
    """The moment of a kind, at rest."""
    found = [n for n, moment in enumerate(board.story.tour.moments) if moment.kind is kind]
    board.story.go(found[skip])
    board.stage.hurry()


@pytest.fixture
def board(board):
    """As wide as boards are."""
    return widened(board)


def widened(board):
    board.showNormal()
    board.resize(1280, 720)
    QApplication.processEvents()
    return board


def photo_spot(board, number=0):
    return board.stage.photos()[number][1].center().toPoint()


@pytest.fixture
def at_photo(board):
    go_to(board, Kind.PHOTO)
    return board


@pytest.fixture
def enlarged(at_photo, screen):
    Finger(at_photo, screen).tap(photo_spot(at_photo))
    at_photo.layers.enlarged.hurry()
    return at_photo


@pytest.fixture
def wordy(example):
    """A journey in which everything is told at length."""
    journey = example.program.workbench.journey
    for stop in journey.order:
        example.program.workbench.edit(
            "x", lambda now, stop=stop: edits.change_stop(now, stop, text=LONG)
        )
    example.press("tell")
    return widened(example.program.telling.board)


def pinch(board, screen, start, end):
    """Two fingers go from so far apart to so far apart, around the middle."""
    middle = board.rect().center()
    hands = QTest.touchEvent(board, screen, autoCommit=False)
    for finger, side in ((0, -1), (1, 1)):
        hands.press(finger, middle + QPoint(side * start, 0), board)
    hands.commit()
    for step in range(1, 9):
        apart = start + (end - start) * step // 8
        for finger, side in ((0, -1), (1, 1)):
            hands.move(finger, middle + QPoint(side * apart, 0), board)
        hands.commit()
    for finger, side in ((0, -1), (1, 1)):
        hands.release(finger, middle + QPoint(side * end, 0), board)
    hands.commit()
    QApplication.processEvents()


def test_a_tap_on_a_photo_lets_it_fill_the_board_and_another_brings_it_back(
    at_photo, screen, wait_for
):
    layer, here = at_photo.layers.enlarged, at_photo.story.at
    before = at_photo.stage.photos()[0][1]
    Finger(at_photo, screen).tap(photo_spot(at_photo))
    wait_for(
        lambda: (
            layer.box.height() > at_photo.height() * 0.99
            or layer.box.width() > at_photo.width() * 0.99
        )
    )
    assert at_photo.rect().toRectF().adjusted(-1, -1, 1, 1).contains(layer.box)
    assert at_photo.story.at == here
    Finger(at_photo, screen).tap(at_photo.rect().center())
    wait_for(lambda: not layer.isVisible())
    assert at_photo.stage.photos()[0][1] == before
    assert at_photo.story.at == here


def test_it_grows_from_where_it_is(at_photo, screen):
    before = at_photo.stage.photos()[0][1]
    at_photo.stage.motion = True
    Finger(at_photo, screen).tap(photo_spot(at_photo))
    assert at_photo.layers.enlarged.box == before


def test_a_tap_beside_a_photo_goes_on(at_photo, screen):
    here = at_photo.story.at
    Finger(at_photo, screen).tap(QPoint(4, at_photo.height() // 3))
    assert at_photo.story.at == here + 1


def test_one_photo_of_many_is_enlarged_too(board, screen):
    board.story.show_together(together=True)
    go_to(board, Kind.PHOTOS)
    shown = board.stage.photos()
    assert len(shown) > 1
    Finger(board, screen).tap(photo_spot(board, 1))
    assert board.layers.enlarged.photo == shown[1][0]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_Return]
)
def test_keys_and_a_clicker_leave_it(enlarged, key):
    here = enlarged.story.at
    QTest.keyClick(enlarged, key)
    assert not enlarged.layers.enlarged.is_open
    assert enlarged.story.at == here
    assert enlarged.isVisible()


def test_the_arrow_back_leaves_it_and_the_arrow_on_goes_on(enlarged, screen):
    here = enlarged.story.at
    Finger(enlarged, screen).tap(enlarged.controls.back_button.geometry().center())
    assert not enlarged.layers.enlarged.is_open
    assert enlarged.story.at == here
    enlarged.layers.enlarged.hurry()
    Finger(enlarged, screen).tap(photo_spot(enlarged))
    Finger(enlarged, screen).tap(enlarged.controls.on_button.geometry().center())
    assert enlarged.layers.enlarged.photo is None
    assert enlarged.story.at == here + 1


def test_two_fingers_come_nearer_and_one_looks_aside(enlarged, screen):
    layer = enlarged.layers.enlarged
    pinch(enlarged, screen, 60, 240)
    assert layer.zoom == pytest.approx(4, rel=0.05)
    before = layer.box
    middle = enlarged.rect().center()
    Finger(enlarged, screen).drag(middle, middle - QPoint(80, 60))
    assert layer.box.topLeft().x() == pytest.approx(before.x() - 80, abs=16)
    assert layer.box.topLeft().y() == pytest.approx(before.y() - 60, abs=16)
    assert layer.is_open


def test_no_edge_comes_further_in_than_it_has_to(enlarged, screen):
    layer = enlarged.layers.enlarged
    pinch(enlarged, screen, 60, 240)
    middle = enlarged.rect().center()
    for _ in range(12):
        Finger(enlarged, screen).drag(middle, middle + QPoint(300, 300))
    assert layer.box.x() <= 0.5
    assert layer.box.y() <= 0.5


def test_two_fingers_that_come_together_put_it_back(enlarged, screen):
    pinch(enlarged, screen, 240, 100)
    assert not enlarged.layers.enlarged.is_open


def test_a_swipe_goes_on_with_the_story(enlarged, screen):
    here = enlarged.story.at
    middle = enlarged.rect().center()
    Finger(enlarged, screen).drag(middle, middle - QPoint(enlarged.width() // 4, 0))
    assert enlarged.story.at == here + 1


def test_a_mouse_and_keys_come_nearer_too(enlarged):
    layer = enlarged.layers.enlarged
    QTest.keyClick(enlarged, Qt.Key.Key_Plus)
    assert layer.zoom > 1
    before = layer.box
    QTest.keyClick(enlarged, Qt.Key.Key_Down)
    assert layer.box.y() < before.y()
    QTest.keyClick(enlarged, Qt.Key.Key_Minus)
    assert layer.zoom == pytest.approx(1)


def test_without_motion_it_is_there_at_once(board, screen):
    board.stage.motion = False
    go_to(board, Kind.PHOTO)
    board.layers.tap(QPointF(photo_spot(board)))
    layer = board.layers.enlarged
    assert layer.box.height() == pytest.approx(
        board.height()
    ) or layer.box.width() == pytest.approx(board.width())


def test_what_is_drawn_on_an_enlarged_photo_is_drawn_on_the_photo(enlarged, screen):
    layers = enlarged.layers
    layers.draw()
    middle = enlarged.rect().center()
    Finger(enlarged, screen).drag(middle - QPoint(100, 50), middle + QPoint(100, 50))
    assert layers.chalk.has_lines
    layers.stop_drawing()
    before = enlarged.grab().toImage().pixelColor(middle)
    layers.enlarged.zoom_by(2.0)
    assert enlarged.grab().toImage().pixelColor(middle) == before
    layers.leave()
    layers.enlarged.hurry()
    assert not layers.chalk.has_lines


def test_a_photo_that_is_taken_away_meanwhile_is_not_enlarged_any_more(enlarged, example):
    photo = enlarged.layers.enlarged.photo.id
    example.program.workbench.edit("x", lambda now: edits.remove(now, {photo}))
    assert enlarged.layers.enlarged.photo is None


def sign(board):
    return next(spot for spot in board.layers.spots if spot.text())


def test_long_words_are_a_few_lines_that_open(wordy, screen):
    go_to(wordy, Kind.WORDS)
    (opening,) = wordy.stage.openings()
    assert opening.text == LONG
    here = wordy.story.at
    Finger(wordy, screen).tap(sign(wordy).geometry().center())
    assert wordy.layers.reader.isVisible()
    assert wordy.story.at == here
    wordy.back()
    assert not wordy.layers.reader.isVisible()
    Finger(wordy, screen).tap(opening.box.topLeft().toPoint() + QPoint(30, 30))
    assert wordy.layers.reader.isVisible()


def test_short_words_open_nothing_and_a_tap_on_them_goes_on(board, screen):
    go_to(board, Kind.WORDS)
    assert not board.stage.openings()
    here = board.story.at
    Finger(board, screen).tap(QPoint(board.width() * 3 // 4, board.height() * 2 // 5))
    assert board.story.at == here + 1


@pytest.fixture
def reading(wordy, screen):
    go_to(wordy, Kind.WORDS)
    Finger(wordy, screen).tap(sign(wordy).geometry().center())
    return wordy


def test_a_finger_scrolls_to_the_end_and_no_further(reading, screen):
    reader, middle = reading.layers.reader, reading.rect().center()
    assert reader.most > reading.height()
    Finger(reading, screen).drag(middle, middle - QPoint(0, 200))
    assert reader.down >= 180
    for _ in range(80):
        Finger(reading, screen).drag(middle, middle - QPoint(0, 300))
    assert reader.down == reader.most
    assert reader.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Return])
def test_keys_close_it(reading, key):
    here = reading.story.at
    QTest.keyClick(reading, key)
    assert not reading.layers.reader.isVisible()
    assert reading.story.at == here


def test_a_tap_beside_the_sheet_closes_it_and_one_on_it_does_not(reading, screen):
    Finger(reading, screen).tap(reading.rect().center())
    assert reading.layers.reader.isVisible()
    Finger(reading, screen).tap(QPoint(6, reading.height() // 2))
    assert not reading.layers.reader.isVisible()


def test_its_cross_closes_it(reading, screen):
    button = reading.layers.reader.close_button
    Finger(reading, screen).tap(button.mapTo(reading, button.rect().center()))
    assert not reading.layers.reader.isVisible()


def test_a_clicker_pages_through_it_and_then_goes_on(reading):
    here, reader = reading.story.at, reading.layers.reader
    QTest.keyClick(reading, Qt.Key.Key_PageDown)
    assert reader.down > 0
    for _ in range(60):
        if reader.isVisible():
            QTest.keyClick(reading, Qt.Key.Key_PageDown)
    assert reading.story.at > here


def test_a_long_note_and_a_long_caption_open_too(example, screen):
    bench = example.program.workbench
    photo = next(iter(bench.journey.photos))
    bench.edit("x", lambda now: edits.add_note(now, Note(id="lang", at=Point(900, 900), text=LONG)))
    bench.edit("x", lambda now: edits.set_caption(now, photo, LONG))
    example.press("tell")
    board = widened(example.program.telling.board)
    tour = board.story.tour
    for number, moment in enumerate(tour.moments):
        told = "lang" in moment.ids or (photo in moment.ids and not moment.begins)
        if told and moment.kind is not Kind.WORDS:
            board.story.wander([number])
            board.stage.hurry()
            assert LONG in [opening.text for opening in board.stage.openings()]


def test_the_keyboard_reaches_what_can_be_opened(wordy):
    go_to(wordy, Kind.WORDS)
    wordy.setFocus()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is sign(wordy):
            break
    assert QApplication.focusWidget() is sign(wordy)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wordy.layers.reader.isVisible()
    QTest.keyClick(wordy, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is sign(wordy)


def test_enter_on_a_photo_enlarges_it(at_photo):
    spot = at_photo.layers.spots[0]
    spot.setFocus()
    QTest.keyClick(spot, Qt.Key.Key_Return)
    assert at_photo.layers.enlarged.is_open
    assert spot.accessibleName().startswith("Foto groter")
