"""What a hand does with paths that lie there: erase, go on, draw anew, bend."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reisblog.model import curves, edits, limits
from reisblog.model.curves import Measured, point_at
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Note, Pen, Segment, Trail
from reisblog.tools.erase import Eraser
from reisblog.ui import menu_table
from reisblog.ui.canvas.palms import is_palm
from tests.driver import wave
from tests.journeys import trail as through
from tests.ui.test_thing_menu import ask, choose, words
from tests.ui.test_touch import Fingers

LEFT = Qt.MouseButton.LeftButton
A, B = Point(900, 900), Point(1500, 900)
MIDDLE = Point(1200, 900)


def line(trail_id="t1", start=A, end=B, ms=1200, **fields):
    third = (end - start).scaled(1 / 3)
    piece = Segment(start + third, end - third, end, 1.0, ms)
    given = {"pen": Pen.MINE} | fields
    return Trail(id=trail_id, start=start, segments=(piece,), **given)


@pytest.fixture
def path(given):
    given(lambda now: edits.add_trail(now, line()))
    return "t1"


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


class Stylus:
    """A pen on the canvas, with a tip and an eraser at the other end."""

    def __init__(self, driver, *, turned=False):
        self._driver = driver
        kind = QPointingDevice.PointerType
        self._device = QPointingDevice(
            "pen",
            2 if turned else 1,
            QInputDevice.DeviceType.Stylus,
            kind.Eraser if turned else kind.Pen,
            QInputDevice.Capability.Pressure | QInputDevice.Capability.Position,
            1,
            1,
        )

    def send(self, kind, at, *, down=True, pressure=0.5):
        spot = QPointF(at if isinstance(at, QPoint) else self._driver.seen(at))
        button = LEFT if down else Qt.MouseButton.NoButton
        plain = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(
            kind, self._device, spot, QPointF(self._driver.port.mapToGlobal(spot.toPoint())),
            pressure if down else 0.0, 0, 0, 0, 0, 0, plain, button, button,
        )  # fmt: skip
        QApplication.sendEvent(self._driver.port, event)
        assert event.isAccepted()  # or Qt would make a mouse of it

    def hover(self, at):
        self.send(QEvent.Type.TabletMove, at, down=False)

    def press(self, at):
        self.send(QEvent.Type.TabletPress, at)

    def move(self, at):
        self.send(QEvent.Type.TabletMove, at)

    def lift(self, at):
        self.send(QEvent.Type.TabletRelease, at, down=False)

    def stroke(self, *points):
        self.press(points[0])
        for point in points[1:]:
            self.move(point)
        self.lift(points[-1])


def take(driver, pen=Pen.MINE, tint="ember"):
    driver.press("path")
    driver.canvas.set_pen(pen, tint)


def item(driver, trail_id):
    return driver.canvas.scene().item_of(trail_id)


def lies_on(driver, trail_id, point, within=1.0):
    return curves.nearest(driver.journey.trails[trail_id], point).away <= within


def reach(driver):
    return driver.canvas.work.surface.eraser_px() / driver.canvas.scale_now()


# Erasing


def test_an_eraser_cuts_a_path_in_two_and_undo_makes_it_whole(driver, path):
    before = driver.journey
    take(driver, Eraser.INK)
    driver.drag(MIDDLE - Point(0, 100), MIDDLE + Point(0, 100))
    first, second = driver.journey.trails.values()
    assert first.id == path
    assert first.segments[-1].end.distance(MIDDLE - Point(reach(driver), 0)) < 2
    assert second.start.distance(MIDDLE + Point(reach(driver), 0)) < 2
    assert (first.pen, first.tint, first.audience) == (second.pen, second.tint, second.audience)
    driver.press("undo")
    assert driver.journey == before


def test_the_tempo_stays_with_what_is_left(driver, path):
    take(driver, Eraser.INK)
    driver.drag(MIDDLE - Point(0, 100), MIDDLE + Point(0, 100))
    for trail in driver.journey.trails.values():
        assert curves.duration(trail) == pytest.approx(2 * curves.length(trail), rel=0.02)


def test_one_sees_what_goes_while_the_journey_is_still_whole(driver, path):
    take(driver, Eraser.INK)
    before, whole = driver.journey, item(driver, path).path()
    assert whole.contains(QPointF(MIDDLE.x, MIDDLE.y))
    driver.drag(MIDDLE - Point(0, 100), MIDDLE + Point(0, 100), let_go=False)
    assert driver.journey is before
    assert not item(driver, path).path().contains(QPointF(MIDDLE.x, MIDDLE.y))
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert item(driver, path).path() == whole
    assert driver.journey is before


def test_an_eraser_takes_ink_and_nothing_else(driver, path, photos, given):
    driver.drop(photos(1), MIDDLE)
    given(lambda now: edits.add_note(now, Note(id="n1", text="Hier", at=Point(1000, 880))))
    before = driver.journey
    take(driver, Eraser.INK)
    driver.drag(Point(850, 900), Point(1550, 900), steps=30)
    assert not driver.journey.trails
    assert driver.journey.photos == before.photos
    assert driver.journey.notes == before.notes


def test_a_locked_path_and_one_that_is_closed_now_are_not_erased(driver, given):
    given(lambda now: edits.add_trail(now, line("locked", locked=True)))
    given(lambda now: edits.add_trail(now, line("mine", audience=Audience.SELF)))
    take(driver, Eraser.INK)
    driver.program.workbench.look_as(Audience.CLASS)
    driver.drag(MIDDLE - Point(0, 100), MIDDLE + Point(0, 100))
    driver.program.workbench.look_as(Audience.SELF)
    assert set(driver.journey.trails) == {"locked", "mine"}


def test_a_tap_with_the_eraser_is_a_dab_and_beside_everything_does_nothing(driver, path):
    take(driver, Eraser.INK)
    before = driver.journey
    driver.tap(MIDDLE + Point(0, 200))
    assert driver.journey is before
    driver.tap(MIDDLE)
    assert len(driver.journey.trails) == 2


def test_the_other_end_of_a_pen_erases_whatever_is_in_hand(driver, path):
    driver.press("choose")
    Stylus(driver, turned=True).stroke(MIDDLE - Point(0, 100), MIDDLE, MIDDLE + Point(0, 100))
    assert len(driver.journey.trails) == 2
    assert driver.canvas.tool == "choose"


def test_a_ring_shows_how_far_the_eraser_reaches_at_any_scale(driver, path):
    take(driver, Eraser.INK)
    ring = driver.canvas.work._ring
    QTest.mouseMove(driver.port, driver.seen(MIDDLE))
    assert ring.isVisible()
    wide = ring.width()
    driver.wheel(MIDDLE, 4)
    assert ring.width() == wide
    take(driver)
    QTest.mouseMove(driver.port, driver.seen(MIDDLE) + QPoint(3, 3))
    assert not ring.isVisible()
    turned = Stylus(driver, turned=True)
    turned.hover(MIDDLE)
    assert ring.isVisible()
    Stylus(driver).hover(MIDDLE)
    assert not ring.isVisible()


def test_gum_lies_in_the_tray_and_is_taken_by_mouse_and_by_keys(driver):
    driver.press("path")
    tray = driver.window.stage.pens
    QTest.mouseClick(tray.eraser, LEFT)
    assert driver.canvas.pen is Eraser.INK
    assert tray.eraser.accessibleName() == "Gum"
    assert not any(button.isVisible() for button in tray.tints.values())
    driver.press("choose")
    driver.press("path")
    assert tray.eraser.isChecked()
    tray.eraser.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Up)
    assert driver.canvas.pen is not Eraser.INK


def test_keys_erase_too(driver, path):
    take(driver, Eraser.INK)
    driver.canvas.setFocus()
    arrows = {"right": Qt.Key.Key_Right, "up": Qt.Key.Key_Up, "down": Qt.Key.Key_Down}
    driver.key(arrows["right"], widget=driver.canvas)  # it appears in the middle of the view
    middle = driver.canvas.to_map(QPointF(driver.port.rect().center()))
    assert abs(middle.y - 900) < 200
    key = arrows["down"] if middle.y < 900 else arrows["up"]
    driver.key(Qt.Key.Key_Return, widget=driver.canvas)
    for _ in range(8):
        driver.key(key, widget=driver.canvas)
    driver.key(Qt.Key.Key_Return, widget=driver.canvas)
    assert len(driver.journey.trails) == 2


# Going on


@pytest.mark.parametrize("beside", [Point(0, 0), Point(6, -4), Point(-5, 3)])
def test_a_stroke_from_the_end_goes_on_with_the_path(driver, path, beside):
    take(driver)
    scale = driver.canvas.scale_now()
    begin = B + beside.scaled(1 / scale)
    before = driver.journey.trails[path]
    samples = driver.draw([begin, *wave(B + Point(40, 0), 300, 40)])
    (trail,) = driver.journey.trails.values()
    assert trail.id == path
    assert trail.start == A
    assert lies_on(driver, path, samples[0], 0.05)
    assert all(lies_on(driver, path, sample, 1.5) for sample in samples)
    assert curves.duration(trail) >= curves.duration(before) - 60
    driver.press("undo")
    assert driver.journey.trails[path] == before


def test_a_stroke_from_the_start_goes_on_at_that_end_and_keeps_the_direction(driver, path):
    take(driver)
    driver.draw([A, Point(800, 850), Point(700, 900)])
    (trail,) = driver.journey.trails.values()
    assert trail.start.distance(Point(700, 900)) < 2
    assert trail.segments[-1].end == B
    assert trail.segments[-1].ms == pytest.approx(1200, abs=10)


@pytest.mark.parametrize("other", [{"pen": Pen.DOODLE}, {"tint": "plum"}, {"locked": True}])
def test_another_pen_another_tint_and_a_locked_path_do_not_go_on(driver, given, other):
    given(lambda now: edits.add_trail(now, line(**other)))
    take(driver)
    driver.draw([B, Point(1600, 850), Point(1700, 900)])
    assert len(driver.journey.trails) == 2


def test_a_stroke_that_begins_farther_away_is_a_path_of_its_own(driver, path):
    take(driver)
    driver.draw([B + Point(14, 0).scaled(1 / driver.canvas.scale_now()), Point(1700, 900)])
    assert len(driver.journey.trails) == 2


def test_a_finger_may_be_farther_off(driver, path, screen):
    take(driver)
    fingers = Fingers(driver, screen)
    start = driver.seen(A) - QPoint(14, 0)
    fingers.press(start)
    for step in range(1, 8):
        fingers.move(start - QPoint(12 * step, 3 * step))
    fingers.lift(start - QPoint(84, 21))
    assert set(driver.journey.trails) == {path}
    assert curves.length(driver.journey.trails[path]) > 650


def test_a_branch_is_a_path_that_begins_exactly_where_the_hand_did(driver, path):
    take(driver)
    before = driver.journey.trails[path]
    samples = driver.draw([MIDDLE, *wave(MIDDLE + Point(40, 60), 200, 40)])
    assert driver.journey.trails[path] == before
    (branch,) = [trail for key, trail in driver.journey.trails.items() if key != path]
    assert branch.start.distance(samples[0]) <= 0.01


def test_an_end_that_would_go_on_lights_up_under_mouse_and_pen(driver, path):
    take(driver)
    ends = driver.canvas.work.ends
    QTest.mouseMove(driver.port, driver.seen(MIDDLE))
    assert ends.lit is None
    QTest.mouseMove(driver.port, driver.seen(B) + QPoint(5, 3))
    assert ends.lit == B
    QTest.mouseMove(driver.port, driver.seen(MIDDLE))
    assert ends.lit is None
    Stylus(driver).hover(driver.seen(A) + QPoint(3, -4))
    assert ends.lit == A
    driver.press("choose")
    assert ends.lit is None


# Drawing a stretch anew


def test_a_stroke_from_a_chosen_path_and_back_draws_that_stretch_anew(driver, path):
    driver.program.workbench.choose({path})
    take(driver, Pen.DOODLE, "ink")
    before = driver.journey.trails[path]
    samples = driver.draw(
        [Point(1050, 900), Point(1100, 800), Point(1200, 760), Point(1300, 800), Point(1350, 900)]
    )
    (trail,) = driver.journey.trails.values()
    assert (trail.id, trail.pen, trail.tint) == (path, Pen.MINE, "ember")
    assert (trail.start, trail.segments[-1].end) == (A, B)
    assert all(lies_on(driver, path, sample, 1.5) for sample in samples)
    assert not lies_on(driver, path, MIDDLE, 40)
    kept = [piece.ms for piece in (trail.segments[0], trail.segments[-1])]
    assert kept == [pytest.approx(300, abs=8), pytest.approx(300, abs=8)]
    assert driver.messages.last.text == "Dat stuk loopt nu zo."
    driver.messages.take_up("Toch een los pad")
    assert driver.journey.trails[path] == before
    assert len(driver.journey.trails) == 2
    driver.press("undo")
    driver.press("undo")
    assert driver.journey.trails[path] == before


def test_a_stretch_may_be_drawn_against_the_direction_of_the_path(driver, path):
    driver.program.workbench.choose({path})
    take(driver)
    driver.draw([Point(1350, 900), Point(1200, 760), Point(1050, 900)])
    (trail,) = driver.journey.trails.values()
    assert (trail.start, trail.segments[-1].end) == (A, B)
    measured = Measured(trail)
    xs = [point_at(trail, measured.spot(measured.length * n / 20)).x for n in range(21)]
    assert xs == sorted(xs)


def test_without_a_chosen_path_or_elsewhere_it_is_a_path_of_its_own(driver, path):
    take(driver)
    loop = [Point(1050, 900), Point(1200, 760), Point(1350, 900)]
    driver.draw(loop)
    assert len(driver.journey.trails) == 2
    driver.press("undo")
    driver.program.workbench.choose({path})
    driver.draw([*loop[:2], Point(1350, 800)])
    assert len(driver.journey.trails) == 2


def test_a_path_beside_another_can_become_a_stretch_of_it(driver, path):
    take(driver)
    before = driver.journey.trails[path]
    driver.draw([Point(1050, 900), Point(1200, 760), Point(1350, 900)])
    assert driver.messages.last.text == "Dat is een pad ernaast."
    driver.messages.take_up("Laat dat stuk zo lopen")
    (trail,) = driver.journey.trails.values()
    assert trail.id == path
    assert (trail.start, trail.segments[-1].end) == (A, B)
    assert not lies_on(driver, path, MIDDLE, 40)
    driver.press("undo")
    assert len(driver.journey.trails) == 2
    assert driver.journey.trails[path] == before


# Handles


def handles(driver):
    return [spot.toPoint() for spot in driver.canvas.work.paths.spots()]


def test_handles_lie_on_the_one_path_that_is_chosen(driver, path, given):
    assert handles(driver) == []
    driver.tap(Point(960, 900))
    assert driver.chosen == {path}
    spots = handles(driver)
    assert (spots[0] - driver.seen(A)).manhattanLength() <= 2
    assert (spots[-1] - driver.seen(B)).manhattanLength() <= 2
    gaps = [b.x() - a.x() for a, b in pairwise(spots)]
    assert min(gaps) >= 89
    assert max(gaps) < 200
    few = len(spots)
    driver.wheel(MIDDLE, 6)
    assert len(handles(driver)) > few
    driver.press("path")
    assert handles(driver) == []
    driver.press("choose")
    given(lambda now: edits.add_trail(now, through("t2", [(900, 1000), (1500, 1000)])))
    driver.program.workbench.choose({path, "t2"})
    assert handles(driver) == []


def test_a_handle_moves_its_point_and_what_is_beyond_its_neighbours_stays(driver, path):
    driver.program.workbench.choose({path})
    spots = handles(driver)
    index = len(spots) // 2
    start = driver.canvas.to_map(QPointF(spots[index]))
    before = driver.journey.trails[path]
    driver.drag(start, start + Point(0, -150))
    trail = driver.journey.trails[path]
    assert lies_on(driver, path, start + Point(0, -150), 3)
    neighbour = driver.canvas.to_map(QPointF(spots[index - 1]))
    beyond = [Point(x, 900) for x in range(900, int(neighbour.x) - 4, 10)]
    assert all(lies_on(driver, path, spot, 0.1) for spot in beyond)
    assert curves.duration(trail) == curves.duration(before)
    assert (handles(driver)[index] - driver.seen(start + Point(0, -150))).manhattanLength() <= 4
    assert driver.chosen == {path}
    driver.press("undo")
    assert driver.journey.trails[path] == before


def test_while_a_handle_is_held_only_the_picture_changes(driver, path):
    driver.program.workbench.choose({path})
    start = driver.canvas.to_map(QPointF(handles(driver)[0]))
    before, whole = driver.journey, item(driver, path).path()
    driver.drag(start, start + Point(-60, -150), let_go=False)
    assert driver.journey is before
    assert item(driver, path).path() != whole
    held = driver.seen(start + Point(-60, -150))
    assert (handles(driver)[0] - held).manhattanLength() <= 3
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert item(driver, path).path() == whole
    assert driver.journey is before


def test_a_tap_on_a_handle_and_one_with_shift_move_nothing(driver, path):
    driver.program.workbench.choose({path})
    before = driver.journey
    driver.tap(driver.canvas.to_map(QPointF(handles(driver)[1])))
    assert driver.journey is before
    assert driver.chosen == {path}


def test_pen_and_finger_move_a_point_too(driver, path, screen):
    driver.program.workbench.choose({path})
    start = handles(driver)[0]
    Stylus(driver).stroke(start, start + QPoint(-20, -30), start + QPoint(-30, -60))
    moved = driver.journey.trails[path].start
    assert moved.distance(driver.canvas.to_map(QPointF(start + QPoint(-30, -60)))) < 3
    driver.until(lambda: not driver.canvas.work.hand._palms.pen_is_near)
    fingers = Fingers(driver, screen)
    start = handles(driver)[0]  # QTest knows no touch beyond the screen there is
    fingers.press(start)
    for step in range(1, 6):
        fingers.move(start + QPoint(10 * step, 10 * step))
    fingers.lift(start + QPoint(50, 50))
    moved = driver.journey.trails[path].start
    assert moved.distance(driver.canvas.to_map(QPointF(start + QPoint(50, 50)))) < 3


def test_keys_go_from_handle_to_handle_and_move_its_point(driver, path):
    driver.program.workbench.choose({path})
    driver.canvas.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    driver.key(Qt.Key.Key_Right, alt, widget=driver.canvas)
    for _ in range(3):
        driver.key(Qt.Key.Key_Up, widget=driver.canvas)
    trail = driver.journey.trails[path]
    assert trail.start == A - Point(0, 24)
    assert trail.segments[-1].end == B
    driver.key(Qt.Key.Key_Left, alt, widget=driver.canvas)
    driver.key(Qt.Key.Key_Down, widget=driver.canvas)
    assert driver.journey.trails[path].segments[-1].end == B + Point(0, 8)
    driver.press("undo")
    driver.press("undo")
    assert driver.journey.trails[path] == line()


def test_a_locked_path_has_no_handles(driver, given):
    given(lambda now: edits.add_trail(now, line(locked=True)))
    driver.program.workbench.choose({"t1"})
    assert handles(driver) == []


# Menus


def offers(driver, name):
    """The entries of a list in the Edit menu, as it opens now."""
    menu = driver.window.menus.lists[name]
    opened = menu.menuAction().associatedObjects()
    for parent in opened:
        if isinstance(parent, QMenu):
            parent.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_pen_colour_and_breadth_change_in_one_step_each(driver, path):
    before = driver.journey
    driver.program.workbench.choose({path})
    width = item(driver, path).outline().height()
    found = offers(driver, menu_table.PENS)
    assert [text for text, action in found.items() if action.isChecked()] == ["Mijn pad"]
    found["Gedroomd"].trigger()
    assert driver.journey.trails[path].pen is Pen.DREAMT
    offers(driver, menu_table.INKS)["Dennengroen"].trigger()
    assert driver.journey.trails[path].tint == "pine"
    found = offers(driver, menu_table.BREADTHS)
    assert list(found) == ["Dun", "Gewoon", "Breed"]
    assert found["Gewoon"].isChecked()
    found["Breed"].trigger()
    assert driver.journey.trails[path].breadth == 1.6
    assert item(driver, path).outline().height() > 1.3 * width
    for _step in range(3):
        driver.press("undo")
    assert driver.journey == before


def test_two_paths_are_joined_at_their_nearest_ends(driver, path, given):
    other = line("t2", Point(1900, 950), Point(1520, 910), audience=Audience.SELF)
    given(lambda now: edits.add_trail(now, other))
    join = driver.window.actions_by_id["path-join"]
    assert not join.isEnabled()
    driver.program.workbench.choose({path, "t2"})
    assert join.isEnabled()
    driver.press("path-join")
    (trail,) = driver.journey.trails.values()
    assert (trail.id, trail.start) == (path, A)
    assert trail.segments[-1].end == Point(1900, 950)
    assert trail.audience is Audience.SELF
    assert driver.chosen == {path}
    driver.press("undo")
    assert len(driver.journey.trails) == 2


def test_a_path_is_turned_round(driver, path):
    driver.program.workbench.choose({path})
    driver.press("path-reverse")
    turned = driver.journey.trails[path]
    assert (turned.start, turned.segments[-1].end) == (B, A)
    driver.press("path-reverse")
    assert driver.journey.trails[path] == line()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_path_is_cut_where_its_menu_is_asked_for(driver, path):
    at = Point(1100, 900)
    menu = ask(driver, driver.seen(at))
    texts = words(menu)
    assert {"Pen", "Kleur", "Breedte", "Keer om", "Knip hier door"} <= set(texts)
    assert "Voeg samen" not in texts
    choose(menu, "Knip hier door")
    menu.close()
    first, second = driver.journey.trails.values()
    assert first.segments[-1].end == second.start
    assert second.start.distance(at) < 3
    assert curves.duration(first) + curves.duration(second) == 1200
    driver.press("undo")
    assert driver.journey.trails[path] == line()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_with_keys_a_path_is_cut_at_the_handle_they_hold(driver, path):
    driver.program.workbench.choose({path})
    driver.canvas.setFocus()
    for _step in range(3):
        driver.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, widget=driver.canvas)
    held = driver.canvas.to_map(driver.canvas.work.paths.spots()[2])
    menu = ask(driver, QPoint(0, 0), by_keyboard=True)
    choose(menu, "Knip hier door")
    menu.close()
    assert driver.journey.trails[path].segments[-1].end.distance(held) < 1


def test_what_would_not_fit_is_refused_as_everywhere(driver, given):
    dots = [Segment(A, A, A)] * (limits.PIECES - 1)
    full = Trail(id="full", pen=Pen.DOODLE, start=A, segments=(*dots, line().segments[0]))
    given(lambda now: edits.add_trail(now, full))
    refused = []
    driver.program.workbench.refused.connect(refused.append)
    driver.program.workbench.choose({"full"})
    driver.canvas.work.path_deeds.cut(MIDDLE)
    assert set(driver.journey.trails) == {"full"}
    assert refused


# A pen, and the hand that holds it


def swipe(fingers, start, steps=6):
    for step in range(1, steps + 1):
        fingers.move(start + QPoint(14 * step, 0))


def test_a_palm_beside_a_pen_does_nothing(driver, screen):
    driver.press("path")
    pen, fingers = Stylus(driver), Fingers(driver, screen)
    pen.press(Point(600, 500))
    palm = driver.seen(Point(700, 900))
    fingers.press(palm)
    swipe(fingers, palm)
    pen.move(Point(700, 520))
    pen.move(Point(800, 500))
    pen.lift(Point(800, 500))
    fingers.lift(palm + QPoint(84, 0))
    (trail,) = driver.journey.trails.values()
    assert trail.start.distance(Point(600, 500)) < 2


def test_what_a_palm_had_begun_is_gone_when_the_pen_comes(driver, screen):
    driver.wheel(Point(1000, 900), 4)
    before, seen = driver.journey, driver.canvas.sight.seen()
    fingers, pen = Fingers(driver, screen), Stylus(driver)
    palm = QPoint(300, 500)
    fingers.press(palm)
    swipe(fingers, palm)
    assert driver.canvas.sight.seen() != seen
    pen.hover(QPoint(400, 300))
    assert driver.canvas.sight.seen().centre.distance(seen.centre) < 1
    assert not driver.canvas.work.hand.busy
    fingers.move(palm + QPoint(150, 40))
    fingers.lift(palm + QPoint(150, 40))
    assert driver.canvas.sight.seen().centre.distance(seen.centre) < 1
    assert driver.journey is before


def test_a_stroke_that_a_palm_had_begun_is_gone_too(driver, screen):
    driver.press("path")
    fingers, pen = Fingers(driver, screen), Stylus(driver)
    palm = QPoint(400, 500)
    fingers.press(palm)
    swipe(fingers, palm)
    pen.stroke(*(QPoint(300 + 20 * step, 300) for step in range(10)))
    fingers.lift(palm + QPoint(84, 0))
    (trail,) = driver.journey.trails.values()
    assert trail.start.distance(driver.canvas.to_map(QPointF(300, 300))) < 1


def test_two_fingers_of_a_palm_undo_nothing(driver, path, screen):
    fingers, pen = Fingers(driver, screen), Stylus(driver)
    pen.hover(QPoint(400, 300))
    fingers.press(QPoint(300, 500), QPoint(380, 500))
    fingers.lift(QPoint(300, 500), QPoint(380, 500))
    assert path in driver.journey.trails


def test_a_moment_after_the_pen_has_gone_fingers_count_again(driver, screen):
    driver.press("path")
    Stylus(driver).hover(QPoint(400, 300))
    hand = driver.canvas.work.hand
    assert hand.pen_is_near
    driver.until(lambda: not hand.pen_is_near)
    fingers = Fingers(driver, screen)
    start = QPoint(300, 500)
    fingers.press(start)
    swipe(fingers, start)
    fingers.lift(start + QPoint(84, 0))
    assert len(driver.journey.trails) == 1


@pytest.mark.parametrize(("size", "palm"), [(0, False), (12, False), (24, False), (26, True)])
def test_a_contact_larger_than_a_fingertip_is_a_palm(size, palm):
    px_per_mm = 96 / 25.4
    assert is_palm(size * px_per_mm, 3, px_per_mm) is palm
    assert is_palm(3, size * px_per_mm, px_per_mm) is palm


def test_a_hovering_pen_lights_what_a_mouse_lights(driver):
    spot = driver.program.workbench.atlas.places["wensboom"].label
    Stylus(driver).hover(spot)
    assert driver.canvas.lights.pointed_at.id == "wensboom"
