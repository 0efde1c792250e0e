"""Photos and notes under the hand: their handles, by mouse and by keys."""

import math

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of
from reisblog.model.records import Letters, Note
from reisblog.model.shaping import LEAST_SIDE, Shape
from reisblog.ui.canvas.handle_spots import CORNERS, Role
from tests.driver import wave

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

OPEN = Point(1330, 930)
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.MouseButton.NoButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Handles:
    """Finds them, and pulls them with a mouse."""

    def __init__(self, driver):
        self.driver = driver

    def all(self):
        port = QRectF(self.driver.port.rect())
        handles = self.driver.canvas.lights.handles
        return handles.all(self.driver.canvas.viewportTransform(), port)

    def roles(self):
        return {each.role for each in self.all()}

    def spot(self, role) -> QPoint:
        (found,) = [each for each in self.all() if each.role is role]
        return found.at.toPoint()

    def pull(self, role, by: QPoint, *, modifiers=_PLAIN, let_go=True, steps=6) -> None:
        start = self.spot(role)
        self.mouse(QEvent.Type.MouseButtonPress, start, _LEFT, modifiers)
        for step in range(1, steps + 1):
            at = start + QPoint(round(by.x() * step / steps), round(by.y() * step / steps))
            self.mouse(QEvent.Type.MouseMove, at, _NONE, modifiers)
        if let_go:
            self.mouse(QEvent.Type.MouseButtonRelease, start + by, _LEFT, modifiers)
        QApplication.processEvents()

    def tap(self, role) -> None:
        QTest.mouseClick(self.driver.port, _LEFT, _PLAIN, self.spot(role))
        QApplication.processEvents()

    def mouse(self, kind, at: QPoint, button, modifiers=_PLAIN) -> None:
        """As a hand on a mouse does, with a key held; moves of QTest know no keys."""
        held = _NONE if kind is QEvent.Type.MouseButtonRelease else _LEFT
        there = QPointF(self.driver.port.mapToGlobal(at))
        QCoreApplication.sendEvent(
            self.driver.port, QMouseEvent(kind, QPointF(at), there, button, held, modifiers)
        )


@pytest.fixture
def handles(driver):
    return Handles(driver)


@pytest.fixture
def photo(driver, photos):
    """The id of a chosen photo on open ground, lying straight."""
    driver.drop(photos(1), OPEN)
    (photo_id,) = driver.journey.photos
    lay(driver, photo_id, Shape(OPEN, 200.0, 0.0))
    driver.program.workbench.desk.history.seal()
    return photo_id


def lay(driver, photo_id, shape):
    driver.program.workbench.edit("Earlier", lambda now: edits.shape(now, {photo_id: shape}))


def note(driver, at):
    """A chosen note, with its corner here."""
    slip = Note(id="n1", text="Hier", at=at, width=300.0)
    driver.program.workbench.edit("Earlier", lambda now: edits.add_note(now, slip))
    driver.program.workbench.desk.history.seal()
    driver.program.workbench.choose({"n1"})


def at_hand(driver, record_id):
    """A record, and where it is seen."""
    item = driver.canvas.scene().item_of(record_id)
    return item, Point(item.pos().x(), item.pos().y())


def test_a_chosen_photo_has_corners_a_turn_and_a_button_for_more(driver, photo, handles):
    assert handles.roles() == {*CORNERS, Role.TURN, Role.MORE}
    driver.program.workbench.choose()
    assert not handles.all()


def test_a_corner_scales_a_photo_about_the_one_across_from_it(driver, photo, handles):
    before = driver.journey.photos[photo]
    across = driver.canvas.scene().frame_of(photo).toList()[0]
    handles.pull(Role.SOUTH_EAST, QPoint(60, 40))
    after = driver.journey.photos[photo]
    assert after.size > before.size + 60
    assert after.turn == before.turn
    stayed = driver.canvas.scene().frame_of(photo).toList()[0]
    assert math.hypot(stayed.x() - across.x(), stayed.y() - across.y()) < 4
    driver.press("undo")
    assert driver.journey.photos[photo] == before


def test_a_photo_never_gets_so_small_that_it_cannot_be_seized(driver, photo, handles):
    handles.pull(Role.SOUTH_EAST, QPoint(-400, -300))
    assert driver.journey.photos[photo].size == LEAST_SIDE
    assert handles.roles() >= {*CORNERS}
    before = driver.journey.photos[photo].at
    driver.drag(before, before + Point(100, 0))
    assert driver.journey.photos[photo].at.distance(before + Point(100, 0)) < 5


def test_a_photo_turns_about_its_middle(driver, photo, handles):
    start = handles.spot(Role.TURN)
    middle = driver.seen(OPEN)
    away = middle.y() - start.y()
    handles.pull(Role.TURN, QPoint(away, away))
    after = driver.journey.photos[photo]
    assert after.turn == pytest.approx(90.0, abs=2)
    assert after.at.distance(OPEN) < 0.1
    assert after.size == 200.0


def test_with_ctrl_a_turn_goes_in_steps_of_fifteen_degrees(driver, photo, handles):
    lay(driver, photo, Shape(OPEN, 200.0, 4.0))
    handles.pull(Role.TURN, QPoint(38, 8), modifiers=_CTRL)
    turn = driver.journey.photos[photo].turn
    assert turn > 10
    assert turn % 15 == pytest.approx(0.0, abs=0.01)


def test_without_ctrl_nothing_ever_snaps(driver, photo, handles):
    handles.pull(Role.TURN, QPoint(38, 8))
    assert driver.journey.photos[photo].turn % 15 > 0.1


def test_escape_gives_a_pull_up_without_a_trace(driver, photo, handles):
    before = driver.journey
    handles.pull(Role.SOUTH_EAST, QPoint(60, 40), let_go=False)
    item, _at = at_hand(driver, photo)
    assert item.scale() * 512 != pytest.approx(200, rel=0.05) or item.pos() != QPointF(1330, 930)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert driver.journey is before
    _item, at = at_hand(driver, photo)
    assert at.distance(OPEN) < 0.1
    assert handles.roles() == {*CORNERS, Role.TURN, Role.MORE}


def test_a_tap_on_a_handle_changes_nothing(driver, photo, handles):
    before = driver.journey
    for role in (*CORNERS, Role.TURN):
        handles.tap(role)
    assert driver.journey is before
    assert driver.chosen == {photo}


def test_a_double_tap_on_a_handle_writes_no_note(driver, photo, handles):
    before = driver.journey
    spot = handles.spot(Role.SOUTH_EAST)
    QTest.mouseClick(driver.port, _LEFT, _PLAIN, spot)
    QTest.mouseDClick(driver.port, _LEFT, _PLAIN, spot)
    assert driver.canvas.editor.record_id is None
    assert driver.journey is before


def test_a_photo_of_a_fan_that_is_scaled_lies_by_itself_and_stays_in_its_halte(
    driver, photos, handles
):
    driver.drop(photos(3), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    top = bundle_of(driver.journey, stop)[-1].id
    driver.program.workbench.choose({top})
    seen = driver.photo_spot(top)
    handles.pull(Role.TURN, QPoint(30, 6))
    after = driver.journey.photos[top]
    assert after.at.distance(seen) < 1
    assert after.stop == stop
    assert len(bundle_of(driver.journey, stop)) == 2


def test_a_halte_a_path_and_a_pile_have_a_button_for_more_and_nothing_else(driver, photos, handles):
    driver.drop(photos(7), driver.place("wensboom"))
    assert handles.roles() == {Role.MORE}
    driver.press("path")
    driver.draw(wave(Point(500, 500), 500, 40))
    driver.press("choose")
    driver.program.workbench.choose(driver.journey.trails)
    assert handles.roles() == {Role.MORE}


def test_handles_of_a_photo_partly_outside_lie_inside_the_view(driver, photo, handles):
    driver.wheel(OPEN + Point(95, 60), 24)
    port = QRectF(driver.port.rect())
    shown = handles.all()
    assert len(shown) >= 4
    assert all(port.adjusted(6, 6, -6, -6).contains(each.at) for each in shown)
    apart = [QPointF(a.at - b.at).manhattanLength() for a in shown for b in shown if a is not b]
    assert min(apart) > 20


def test_targets_are_large_enough_and_larger_on_a_board(driver, photo, handles):
    held = driver.canvas.lights.handles
    to_view, port = driver.canvas.viewportTransform(), QRectF(driver.port.rect())
    corner = handles.spot(Role.SOUTH_EAST)
    assert held.at(QPointF(corner) + QPointF(20, 0), to_view, port).role is Role.SOUTH_EAST
    driver.press("board")
    to_view, port = driver.canvas.viewportTransform(), QRectF(driver.port.rect())
    corner = handles.spot(Role.SOUTH_EAST)
    assert held.at(QPointF(corner) + QPointF(30, 0), to_view, port).role is Role.SOUTH_EAST
    driver.press("board")


def test_several_are_scaled_and_turned_as_one(driver, photos, handles):
    driver.drop(photos(2), OPEN)
    note(driver, Point(1300, 1100))
    one, other = driver.journey.photos
    driver.program.workbench.choose({one, other, "n1"})
    before = driver.journey
    assert handles.roles() == {*CORNERS, Role.TURN, Role.MORE}
    handles.pull(Role.SOUTH_EAST, QPoint(60, 50))
    after = driver.journey
    grown = [after.photos[key].size / before.photos[key].size for key in (one, other)]
    assert grown[0] == pytest.approx(grown[1], rel=1e-3)
    assert grown[0] > 1.1
    assert after.notes["n1"].at != before.notes["n1"].at
    assert after.notes["n1"].width == before.notes["n1"].width
    driver.press("undo")
    assert driver.journey == before


def test_a_note_s_right_side_makes_it_wider(driver, handles):
    note(driver, OPEN)
    assert handles.roles() == {Role.WIDTH, Role.LETTERS, Role.MORE}
    handles.pull(Role.WIDTH, QPoint(50, 0))
    wide = driver.journey.notes["n1"].width
    assert wide == pytest.approx(300 + 50 / driver.canvas.sight.scale, abs=3)
    item, _at = at_hand(driver, "n1")
    assert item.rect().width() == pytest.approx(wide, abs=1)


def test_a_note_s_corner_makes_its_letters_larger_in_steps(driver, handles):
    note(driver, OPEN)
    handles.pull(Role.LETTERS, QPoint(60, 16), let_go=False)
    item, _at = at_hand(driver, "n1")
    assert item.letters == look.NOTE_LETTERS["large"]
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert at_hand(driver, "n1")[0].letters == look.NOTE_LETTERS["normal"]
    handles.pull(Role.LETTERS, QPoint(60, 16))
    assert driver.journey.notes["n1"].letters is Letters.LARGE
    driver.press("undo")
    assert driver.journey.notes["n1"].letters is Letters.NORMAL


def menu_of(driver) -> QMenu:
    driver.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def test_the_button_for_more_opens_the_thing_s_own_menu(driver, photo, handles):
    handles.tap(Role.MORE)
    menu = menu_of(driver)
    assert "Onderschrift" in [action.text() for action in menu.actions()]
    menu.close()
    assert driver.chosen == {photo}


def test_the_pointer_shows_what_a_handle_does(driver, photo, handles):
    shapes = {}
    for role in (*CORNERS, Role.MORE, Role.TURN):
        QTest.mouseMove(driver.port, handles.spot(role))
        shapes[role] = driver.port.cursor().shape()
    assert shapes[Role.NORTH_WEST] == shapes[Role.SOUTH_EAST] == Qt.CursorShape.SizeFDiagCursor
    assert shapes[Role.NORTH_EAST] == shapes[Role.SOUTH_WEST] == Qt.CursorShape.SizeBDiagCursor
    assert shapes[Role.MORE] == Qt.CursorShape.PointingHandCursor
    assert shapes[Role.TURN] == Qt.CursorShape.BitmapCursor
    lay(driver, photo, Shape(OPEN, 200.0, 90.0))
    QTest.mouseMove(driver.port, handles.spot(Role.NORTH_WEST))
    assert driver.port.cursor().shape() == Qt.CursorShape.SizeBDiagCursor
    QTest.mouseMove(driver.port, driver.seen(Point(2300, 1000)))
    assert driver.port.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_no_handles_while_one_draws_or_writes(driver, photo, handles):
    driver.press("path")
    assert not handles.all()
    driver.press("choose")
    assert handles.all()
    driver.type("Daar")
    assert not handles.all()
    driver.key(Qt.Key.Key_Escape)
    assert handles.all()


def test_keys_make_a_photo_larger_and_turn_it_in_one_step(driver, photo):
    before = driver.journey
    shift_ctrl = Qt.KeyboardModifier.ShiftModifier | _CTRL
    driver.canvas.setFocus()
    for _time in range(3):
        driver.key(Qt.Key.Key_Up, shift_ctrl, widget=driver.canvas)
    assert driver.journey.photos[photo].size == pytest.approx(200 * 1.1**3, abs=0.1)
    driver.press("undo")
    assert driver.journey == before
    driver.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, widget=driver.canvas)
    assert driver.journey.photos[photo].turn == 5.0
    assert driver.journey.photos[photo].at == before.photos[photo].at
    driver.press("smaller")
    assert driver.journey.photos[photo].size < 200


def test_with_ctrl_a_carried_photo_falls_in_line_with_another(driver, photos, handles):
    driver.drop(photos(1), OPEN)
    (first,) = driver.journey.photos
    lay(driver, first, Shape(OPEN, 200.0, 0.0))
    driver.drop(photos(1), Point(1700, 1150))
    (second,) = driver.journey.photos.keys() - {first}
    lay(driver, second, Shape(Point(1700, 1150), 200.0, 0.0))
    start = driver.seen(Point(1700, 1150))
    near_line = driver.seen(Point(1342, 1190))
    lines = driver.canvas.lights.guides
    handles.mouse(QEvent.Type.MouseButtonPress, start, _LEFT, _CTRL)
    for share in (0.3, 0.7, 1.0):
        at = start + (near_line - start) * share
        handles.mouse(QEvent.Type.MouseMove, at, _NONE, _CTRL)
    assert lines.lines
    handles.mouse(QEvent.Type.MouseButtonRelease, near_line, _LEFT, _CTRL)
    assert driver.journey.photos[second].at.x == pytest.approx(OPEN.x, abs=0.1)
    assert not lines.lines
    driver.drag(driver.journey.photos[second].at, Point(1342, 1190))
    assert driver.journey.photos[second].at.x != pytest.approx(OPEN.x, abs=1)


def test_with_ctrl_a_photo_becomes_as_large_as_another(driver, photos, handles):
    driver.drop(photos(1), OPEN)
    (first,) = driver.journey.photos
    lay(driver, first, Shape(OPEN, 280.0, 0.0))
    driver.drop(photos(1), Point(1700, 1150))
    (second,) = driver.journey.photos.keys() - {first}
    lay(driver, second, Shape(Point(1700, 1150), 200.0, 0.0))
    driver.program.workbench.choose({second})
    grown = QPoint(round(76 * driver.canvas.sight.scale), round(51 * driver.canvas.sight.scale))
    handles.pull(Role.SOUTH_EAST, grown, modifiers=_CTRL)
    assert driver.journey.photos[second].size == 280.0
