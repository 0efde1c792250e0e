"""Two fingers on a photo move, scale and turn it; anywhere else they move the map. Never both."""

import math

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of
from reisblog.model.shaping import Shape
from tests.ui.test_touch import Fingers

HERE = Point(900, 760)
"""Far enough from the edges of the screen that there is here, which is smaller than the window."""
RESTED_MS = 250


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture
def fingers(driver, screen):
    return Fingers(driver, screen)


@pytest.fixture
def photo(driver, photos):
    """The id of a chosen photo on open ground, large enough for two fingers."""
    driver.drop(photos(1), Point(1330, 930))
    (photo_id,) = driver.journey.photos
    shape = Shape(HERE, 300.0, 0.0)
    driver.program.workbench.edit("Earlier", lambda now: edits.shape(now, {photo_id: shape}))
    driver.program.workbench.desk.history.seal()
    return photo_id


def press_one_after_another(fingers, one, other):
    """Nobody puts two fingers down at the very same moment."""
    fingers.press(one)
    fingers.sequence.stationary(0)
    fingers.sequence.press(1, other, fingers.driver.port)
    fingers.sequence.commit()


def seen_of(driver):
    return driver.canvas.sight.scale, driver.canvas.sight.seen()


def spin(middle, radius, degrees):
    """Two fingers across from one another."""
    angle = math.radians(degrees)
    away = QPoint(round(radius * math.cos(angle)), round(radius * math.sin(angle)))
    return middle - away, middle + away


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "one after another"])
def test_they_scale_and_turn_the_chosen_photo_and_the_map_stays(driver, fingers, photo, at_once):
    before, seen = driver.journey, seen_of(driver)
    middle = driver.seen(HERE)
    if at_once:
        fingers.press(*spin(middle, 40, 0))
    else:
        press_one_after_another(fingers, *spin(middle, 40, 0))
    for step in range(1, 7):
        fingers.move(*spin(middle, 40 + 5 * step, 5 * step))
    fingers.lift(*spin(middle, 70, 30))
    after = driver.journey.photos[photo]
    assert after.size == pytest.approx(300 * 70 / 40, rel=0.05)
    assert after.turn == pytest.approx(30, abs=2)
    assert after.at.distance(HERE) < 4
    assert seen_of(driver) == seen
    driver.press("undo")
    assert driver.journey == before


def test_they_move_it_along_with_them(driver, fingers, photo):
    middle = driver.seen(HERE)
    fingers.press(*spin(middle, 40, 0))
    for step in range(1, 6):
        fingers.move(*spin(middle + QPoint(10 * step, 4 * step), 40, 0))
    fingers.lift(*spin(middle + QPoint(50, 20), 40, 0))
    after = driver.journey.photos[photo]
    by = Point(50, 20).scaled(1 / driver.canvas.sight.scale)
    assert after.at.distance(HERE + by) < 4
    assert after.size == pytest.approx(300, rel=0.01)


def test_one_finger_on_the_chosen_photo_and_one_beside_it_mean_that_photo(driver, fingers, photo):
    seen, middle = seen_of(driver), driver.seen(HERE)
    fingers.press(middle, middle + QPoint(200, 0))
    for step in range(1, 6):
        fingers.move(middle, middle + QPoint(200 + 20 * step, 0))
    fingers.lift(middle, middle + QPoint(300, 0))
    assert driver.journey.photos[photo].size == pytest.approx(450, rel=0.05)
    assert seen_of(driver) == seen


def test_both_on_one_photo_that_is_not_chosen_mean_it_too(driver, fingers, photo):
    driver.program.workbench.choose()
    seen, middle = seen_of(driver), driver.seen(HERE)
    fingers.press(*spin(middle, 40, 0))
    for step in range(1, 6):
        fingers.move(*spin(middle, 40 + 5 * step, 0))
    fingers.lift(*spin(middle, 65, 0))
    assert driver.journey.photos[photo].size > 400
    assert driver.chosen == {photo}
    assert seen_of(driver) == seen


@pytest.mark.parametrize("chosen", [True, False])
def test_two_fingers_elsewhere_move_the_map_and_no_photo(driver, fingers, photo, chosen):
    if not chosen:
        driver.program.workbench.choose()
    before, (scale, _seen) = driver.journey, seen_of(driver)
    # One on a photo that is not chosen and one beside it, or both beside the chosen one.
    middle = driver.seen(HERE) + QPoint(130, 0) if chosen else driver.seen(HERE) + QPoint(60, 0)
    spots = [spin(middle, 55 + 8 * step, 0) for step in range(6)]
    fingers.press(*spots[0])
    for pair in spots[1:]:
        fingers.move(*pair)
    fingers.lift(*spots[-1])
    assert driver.journey is before
    assert driver.canvas.sight.scale > 1.3 * scale


def test_two_fingers_on_a_photo_that_is_pinned_down_move_the_map(driver, fingers, photo):
    driver.press("lock")
    before, (scale, _seen) = driver.journey, seen_of(driver)
    middle = driver.seen(HERE)
    fingers.press(*spin(middle, 40, 0))
    for step in range(1, 6):
        fingers.move(*spin(middle, 40 + 8 * step, 0))
    fingers.lift(*spin(middle, 80, 0))
    assert driver.journey is before
    assert driver.canvas.sight.scale > 1.3 * scale


def test_a_quick_tap_of_two_on_a_photo_undoes_and_moves_nothing(driver, fingers, photo):
    middle = driver.seen(HERE)
    fingers.press(*spin(middle, 40, 0))
    one, other = spin(middle, 40, 0)
    fingers.move(one + QPoint(2, 1), other + QPoint(1, 0))
    fingers.lift(one + QPoint(2, 1), other + QPoint(1, 0))
    assert driver.journey.photos[photo].size == 200.0
    driver.press("redo")
    assert driver.journey.photos[photo].at == HERE


def test_a_photo_of_a_fan_that_two_fingers_scale_stays_in_its_halte(driver, fingers, photos):
    driver.drop(photos(2), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    top = bundle_of(driver.journey, stop)[-1].id
    driver.program.workbench.choose({top})
    middle = driver.seen(driver.photo_spot(top))
    fingers.press(*spin(middle, 25, 0))
    for step in range(1, 6):
        fingers.move(*spin(middle, 25 + 5 * step, 0))
    fingers.lift(*spin(middle, 50, 0))
    after = driver.journey.photos[top]
    assert after.at is not None
    assert after.stop == stop


def test_escape_and_a_third_finger_give_it_up_without_a_trace(driver, fingers, photo):
    before, middle = driver.journey, driver.seen(HERE)
    one, other = spin(middle, 40, 0)
    fingers.press(one, other)
    for step in range(1, 6):
        fingers.move(*spin(middle, 40 + 6 * step, 4 * step))
    one, other = spin(middle, 70, 20)
    fingers.sequence.stationary(0).stationary(1)
    fingers.sequence.press(2, middle + QPoint(0, 120), driver.port)
    fingers.sequence.commit()
    fingers.move(one + QPoint(30, 0), other + QPoint(30, 0), middle + QPoint(30, 120))
    fingers.lift(one, other, middle)
    assert driver.journey is before
    item = driver.canvas.scene().item_of(photo)
    assert (item.rotation(), item.pos().x()) == (0.0, HERE.x)
    assert driver.canvas.scene().is_calm


def test_three_fingers_do_nothing(driver, fingers, photo):
    before, seen = driver.journey, seen_of(driver)
    middle = driver.seen(HERE)
    spots = [middle, middle + QPoint(60, 0), middle + QPoint(0, 90)]
    fingers.press(*spots)
    for step in range(1, 6):
        fingers.move(*(spot + QPoint(10 * step, 6 * step) for spot in spots))
    fingers.lift(*spots)
    assert driver.journey is before
    assert seen_of(driver) == seen
    fingers.press(*spots)  # and neither does a tap of three
    fingers.lift(*spots)
    assert driver.journey is before


def test_of_three_fingers_the_two_that_stay_do_nothing_either(driver, fingers, photo):
    before, seen = driver.journey, seen_of(driver)
    middle = driver.seen(HERE)
    spots = [middle, middle + QPoint(60, 0), middle + QPoint(0, 90)]
    fingers.press(*spots)
    fingers.sequence.stationary(0).stationary(1).release(2, spots[2], driver.port)
    fingers.sequence.commit()
    for step in range(1, 6):
        fingers.move(spots[0] - QPoint(10 * step, 0), spots[1] + QPoint(10 * step, 0))
    fingers.lift(spots[0], spots[1])
    assert driver.journey is before
    assert seen_of(driver) == seen
    fingers.press(middle)  # and then one finger is itself again
    for step in range(1, 6):
        fingers.move(middle + QPoint(12 * step, 0))
    fingers.lift(middle + QPoint(60, 0))
    assert driver.journey.photos[photo].at.x > HERE.x + 50


def test_a_second_finger_during_a_carry_gives_it_up_without_a_trace(driver, fingers, photo):
    before, start = driver.journey, driver.seen(HERE)
    fingers.press(start)
    for step in range(1, 6):
        fingers.move(start + QPoint(15 * step, 0))
    assert not driver.canvas.scene().is_calm
    fingers.sequence.stationary(0)
    fingers.sequence.press(1, start + QPoint(75, 100), driver.port)
    fingers.sequence.commit()
    assert driver.photo_spot(photo).distance(HERE) < 0.1
    for step in range(1, 4):
        fingers.move(start + QPoint(75 + 9 * step, 0), start + QPoint(75 + 9 * step, 100))
    fingers.lift(start, start + QPoint(75, 100))
    assert driver.journey is before


@pytest.mark.parametrize("on_photo", [True, False])
def test_the_finger_that_stays_when_one_is_lifted_does_nothing(driver, fingers, photo, on_photo):
    driver.program.workbench.choose({photo} if on_photo else ())
    middle = driver.seen(HERE) if on_photo else driver.seen(Point(1300, 1000))
    one, other = spin(middle, 40, 0)
    fingers.press(one, other)
    for step in range(1, 6):
        fingers.move(*spin(middle, 40 + 3 * step, 0))
    one, other = spin(middle, 55, 0)
    fingers.sequence.stationary(0).release(1, other, driver.port)
    fingers.sequence.commit()
    after, seen = driver.journey, seen_of(driver)
    for step in range(1, 8):
        fingers.move(one + QPoint(14 * step, 8 * step))
    fingers.lift(one + QPoint(98, 56))
    assert driver.journey is after
    assert seen_of(driver) == seen
    assert (after.photos[photo].size > 320) is on_photo


def test_a_finger_that_rests_on_a_photo_lifts_it_and_a_swipe_pans(driver, fingers, photo):
    driver.program.workbench.choose()
    start = driver.seen(HERE)
    fingers.press(start)
    QTest.qWait(RESTED_MS)
    for step in range(1, 6):
        fingers.move(start + QPoint(14 * step, 0))
    fingers.lift(start + QPoint(70, 0))
    moved = driver.journey.photos[photo].at
    assert moved.x > HERE.x + 100
    driver.program.workbench.choose()
    driver.wheel(moved, 3)
    before, seen = driver.journey, seen_of(driver)
    start = driver.seen(moved)
    fingers.press(start)
    for step in range(1, 6):
        fingers.move(start + QPoint(14 * step, 0))
    fingers.lift(start + QPoint(70, 0))
    assert driver.journey is before
    assert seen_of(driver) != seen


def test_a_finger_pulls_a_handle(driver, fingers, photo):
    port, handles = QRectF(driver.port.rect()), driver.canvas.lights.handles
    corner = next(
        each
        for each in handles.all(driver.canvas.viewportTransform(), port)
        if each.role == "south-east"
    )
    start = corner.at.toPoint() + QPoint(14, 10)  # a finger is not so precise
    fingers.press(start)
    for step in range(1, 6):
        fingers.move(start + QPoint(9 * step, 6 * step))
    fingers.lift(start + QPoint(45, 30))
    assert driver.journey.photos[photo].size > 350
