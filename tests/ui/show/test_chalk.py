"""Somebody draws over what is told: with fingers, a pen, a mouse; it stays with its moment."""

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.ui.show.chalk import RUBBING
from reisblog.ui.show.controls import BoardButton
from tests.finger import Finger

PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
WHITE, YELLOW, PINK = (QColor(colour).rgb() for colour in look.CHALKS.values())


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture
def drawing(board):
    """At a halte, with something to draw with."""
    board.story.go(2)
    board.stage.hurry()
    board.controls.more_button.click()
    next(b for b in board.findChildren(BoardButton) if b.text() == "Tekenen").click()
    return board


def spot(board, across, down):
    return QPoint(round(board.width() * across), round(board.height() * down))


def colour_at(board, at):
    return board.grab().toImage().pixelColor(at).rgb()


def untouched_at(board, at):
    return board.stage.grab().toImage().pixelColor(at).rgb()


def line(board, screen, *, down=0.3):
    Finger(board, screen).drag(spot(board, 0.1, down), spot(board, 0.3, down))
    return spot(board, 0.2, down)


def test_a_finger_draws_and_the_story_stays_where_it_is(drawing, screen):
    here = drawing.story.at
    middle = line(drawing, screen)
    assert colour_at(drawing, middle) == WHITE
    assert drawing.story.at == here


def test_a_mouse_draws_a_dot_where_it_clicks(drawing):
    at = spot(drawing, 0.1, 0.4)
    QTest.mouseClick(drawing.layers.chalk, LEFT, PLAIN, at)
    assert colour_at(drawing, at) == WHITE
    assert colour_at(drawing, at + QPoint(40, 0)) != WHITE


def test_each_chalk_draws_in_its_colour(drawing, screen):
    for row, (name, colour) in enumerate(look.CHALKS.items()):
        tool = drawing.layers.tools.tool(name)
        Finger(drawing, screen).tap(tool.geometry().center())
        assert tool.isChecked()
        middle = line(drawing, screen, down=0.2 + 0.1 * row)
        assert colour_at(drawing, middle) == QColor(colour).rgb()


def test_two_children_draw_at_once_and_one_of_them_takes_another_chalk(drawing, screen):
    hands = QTest.touchEvent(drawing, screen, autoCommit=False)
    for finger, down in ((0, 0.2), (1, 0.4)):
        hands.press(finger, spot(drawing, 0.1, down), drawing)
    hands.commit()
    for step in range(1, 6):
        for finger, down in ((0, 0.2), (1, 0.4)):
            hands.move(finger, spot(drawing, 0.1 + 0.04 * step, down), drawing)
        hands.commit()
    pink = drawing.layers.tools.tool("pink").geometry().center()
    hands.release(1, spot(drawing, 0.3, 0.4), drawing)
    hands.stationary(0)
    hands.commit()
    hands.press(2, pink, drawing)
    hands.stationary(0)
    hands.commit()
    hands.release(2, pink, drawing)
    hands.stationary(0)
    hands.commit()
    assert drawing.layers.tools.tool("pink").isChecked()
    hands.release(0, spot(drawing, 0.3, 0.2), drawing)
    hands.commit()
    for down in (0.2, 0.4):
        assert colour_at(drawing, spot(drawing, 0.2, down)) == WHITE
    assert colour_at(drawing, line(drawing, screen, down=0.5)) == PINK


def test_the_eraser_rubs_out_what_it_goes_over_and_no_more(drawing, screen):
    middle = line(drawing, screen)
    Finger(drawing, screen).tap(drawing.layers.tools.tool(RUBBING).geometry().center())
    Finger(drawing, screen).drag(spot(drawing, 0.2, 0.2), spot(drawing, 0.2, 0.4))
    assert colour_at(drawing, middle) == untouched_at(drawing, middle)
    assert colour_at(drawing, spot(drawing, 0.12, 0.3)) == WHITE


def pen(board, points, *, eraser=False):
    """A pen goes along these points, or its other end does."""
    ends = QPointingDevice.PointerType
    stylus = QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, ends.Eraser if eraser else ends.Pen,
        QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(points) - 1)]
    for kind, point in [*zip(kinds, points, strict=True), (QEvent.Type.TabletRelease, points[-1])]:
        at = QPointF(point)
        event = QTabletEvent(kind, stylus, at, at, 0.5, 0, 0, 0, 0, 0, PLAIN, LEFT, LEFT)
        QApplication.sendEvent(board.layers.chalk, event)


def test_a_pen_draws_and_its_other_end_rubs_out(drawing):
    way = [spot(drawing, 0.1 + 0.02 * step, 0.3) for step in range(11)]
    pen(drawing, way)
    assert colour_at(drawing, way[5]) == WHITE
    pen(drawing, way[4:7], eraser=True)
    assert colour_at(drawing, way[5]) == untouched_at(drawing, way[5])
    assert colour_at(drawing, way[1]) == WHITE


def test_the_arrows_go_on_while_one_draws_and_a_drawing_waits_at_its_moment(drawing, screen):
    middle = line(drawing, screen)
    here = drawing.story.at
    Finger(drawing, screen).tap(drawing.controls.on_button.geometry().center())
    drawing.stage.hurry()
    assert drawing.story.at == here + 1
    assert drawing.layers.chalk.is_drawing
    assert colour_at(drawing, middle) != WHITE
    drawing.back()
    drawing.stage.hurry()
    assert colour_at(drawing, middle) == WHITE


def test_nothing_is_drawn_over_what_is_on_its_way(drawing, screen):
    middle = line(drawing, screen)
    drawing.on()
    assert drawing.stage.is_moving
    assert colour_at(drawing, middle) != WHITE
    line(drawing, screen, down=0.5)
    assert not drawing.stage.is_moving


def test_a_drawing_on_the_map_stays_behind_when_one_looks_at_a_place(board, screen):
    board.story.go(1)
    board.stage.hurry()
    board.layers.draw()
    middle = line(board, screen)
    board.layers.stop_drawing()
    board.stage.visit(board.story.atlas.places["wensboom"])
    assert colour_at(board, middle) != WHITE
    board.stage.hurry()
    assert not board.layers.chalk.has_lines
    assert "Wensboom" in board.accessibleDescription()
    board.stage.come_back()
    board.stage.hurry()
    assert colour_at(board, middle) == WHITE


def test_wiping_takes_away_what_is_drawn_here_and_nowhere_else(drawing, screen):
    middle = line(drawing, screen)
    drawing.on()
    drawing.stage.hurry()
    line(drawing, screen)
    drawing.layers.tools.wipe_button.click()
    assert colour_at(drawing, middle) != WHITE
    drawing.back()
    drawing.stage.hurry()
    assert colour_at(drawing, middle) == WHITE


def test_when_one_is_done_taps_go_on_and_the_drawing_stays(drawing, screen):
    middle = line(drawing, screen)
    Finger(drawing, screen).tap(drawing.layers.tools.done_button.geometry().center())
    assert colour_at(drawing, middle) == WHITE
    assert not any(tool.isVisible() for tool in drawing.layers.tools.tools)
    here = drawing.story.at
    Finger(drawing, screen).tap(spot(drawing, 0.02, 0.3))
    assert drawing.story.at == here + 1


def test_escape_stops_drawing_and_not_the_telling(drawing):
    QTest.keyClick(drawing, Qt.Key.Key_Escape)
    assert not drawing.layers.chalk.is_drawing
    assert drawing.isVisible()


def test_a_key_begins_to_draw_too(board):
    QTest.keyClick(board, Qt.Key.Key_D)
    assert board.layers.chalk.is_drawing


def test_a_drawing_grows_with_the_board(drawing, screen):
    line(drawing, screen)
    drawing.showNormal()
    drawing.resize(drawing.width() * 3 // 4, drawing.height() * 3 // 4)
    QApplication.processEvents()
    assert colour_at(drawing, spot(drawing, 0.2, 0.3)) == WHITE


def test_a_pause_hides_the_drawing_and_a_tap_ends_it(drawing, screen):
    middle = line(drawing, screen)
    drawing.pause()
    assert colour_at(drawing, middle) == QColor(look.PAPER).rgb()
    Finger(drawing, screen).tap(spot(drawing, 0.5, 0.3))
    assert not drawing.is_paused


def test_at_the_end_nobody_draws(drawing):
    drawing.story.go(drawing.story.tour.end)
    assert not drawing.layers.chalk.is_drawing


def test_a_telling_that_begins_again_has_no_drawing(drawing, screen, example):
    middle = line(drawing, screen)
    drawing.close()
    example.press("tell")
    board = example.program.telling.board
    board.story.go(2)
    board.stage.hurry()
    assert colour_at(board, middle) != WHITE


def test_what_is_seen_is_kept_as_a_picture_without_buttons(drawing, screen, example, tmp_path):
    middle = line(drawing, screen)
    example.dialogs.file = tmp_path / "bord.png"
    Finger(drawing, screen).tap(drawing.layers.tools.keep_button.geometry().center())
    example.until(drawing.layers.notice.isVisible)
    picture = Image.open(tmp_path / "bord.png")
    ratio = picture.width / drawing.width()
    assert picture.size == (drawing.stage.grab().width(), drawing.stage.grab().height())
    assert picture.getpixel((middle.x() * ratio, middle.y() * ratio)) == (255, 255, 255)
    paper = QColor(look.PAPER)
    for button in (*drawing.layers.tools.tools, drawing.controls.on_button):
        at = button.geometry().center() - QPoint(button.width() // 3, 0)
        assert colour_at(drawing, at) == paper.rgb()
        seen = picture.getpixel((at.x() * ratio, at.y() * ratio))
        assert seen != paper.getRgb()[:3]
    assert not picture.info


def test_who_rather_keeps_no_picture_keeps_none(drawing, tmp_path, example):
    drawing.layers.tools.keep_button.click()
    assert not list(tmp_path.glob("**/*.png"))
    assert not drawing.layers.notice.isVisible()


def test_a_picture_that_cannot_be_written_is_told_of(drawing, example, tmp_path):
    example.dialogs.file = tmp_path / "nowhere" / "bord.png"
    drawing.layers.tools.keep_button.click()
    example.until(drawing.layers.notice.isVisible)
    assert drawing.layers.notice.accessibleName()


def test_only_what_a_line_touches_is_painted_anew(drawing, screen, wait_for):
    painted = []
    watcher = _Watcher(painted)
    drawing.layers.chalk.installEventFilter(watcher)
    finger, steps = Finger(drawing, screen), iter(range(10_000))
    finger.press(spot(drawing, 0.2, 0.3))

    def a_step_paints_little():
        painted.clear()
        finger.move(spot(drawing, 0.2 + 0.01 * (next(steps) % 2), 0.3))
        QApplication.processEvents()
        areas = [area.width() * area.height() for area in painted]
        return bool(areas) and max(areas) < drawing.width() * drawing.height() / 50

    wait_for(a_step_paints_little)  # when the land is painted, that is
    finger.lift(spot(drawing, 0.2, 0.3))
    drawing.layers.chalk.removeEventFilter(watcher)


class _Watcher(QObject):
    """Notes what is painted."""

    def __init__(self, painted):
        super().__init__()
        self._painted = painted

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self._painted.append(event.rect())
        return False
