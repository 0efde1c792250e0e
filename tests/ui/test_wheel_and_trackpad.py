"""Wheels, trackpads, the middle button and the space bar move the map."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from tests import journeys

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Phase = Qt.ScrollPhase
SPOT = QPoint(411, 303)
MIDDLE = Qt.MouseButton.MiddleButton
NOTCH = 120


@pytest.fixture
def wheel(driver):
    """Turns a wheel at a spot of the view, as the platform tells of it."""

    def turn(
        angle=(0, 0), pixels=(0, 0), *, held=NONE, phase=Phase.NoScrollPhase, device=None, at=SPOT
    ):
        QCoreApplication.sendEvent(
            driver.port,
            QWheelEvent(
                QPointF(at), QPointF(driver.port.mapToGlobal(at)), QPoint(*pixels),
                QPoint(*angle), Qt.MouseButton.NoButton, held, phase, False,  # noqa: FBT003
                device=device or QPointingDevice.primaryPointingDevice(),
            ),
        )  # fmt: skip

    driver.canvas.sight.look(Point(1200, 800), 1.0)
    return turn


@pytest.fixture
def trackpad():
    kind, finger = QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger
    return QPointingDevice("pad", 77, kind, finger, QInputDevice.Capability.All, 5, 2)


def under(driver, at=SPOT):
    return driver.canvas.to_map(QPointF(at))


def on_screen(driver, point):
    return driver.canvas.viewportTransform().map(QPointF(point.x, point.y))


def moved(driver, point, at=SPOT):
    """By how many pixels a point of the map has moved from a spot."""
    now = on_screen(driver, point) - QPointF(at)
    return round(now.x()), round(now.y())


@pytest.mark.parametrize("notches", [1, 4, -3])
def test_a_wheel_zooms_and_what_is_under_the_pointer_stays_there(driver, wheel, notches):
    point, scale = under(driver), driver.canvas.scale_now()
    for _notch in range(abs(notches)):
        wheel((0, NOTCH if notches > 0 else -NOTCH))
    assert (driver.canvas.scale_now() > scale) == (notches > 0)
    assert moved(driver, point) in {(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)}


def test_a_fine_wheel_zooms_as_far_in_fractions_as_a_notched_one_and_nothing_drifts(driver, wheel):
    point = under(driver)
    wheel((0, NOTCH))
    far = driver.canvas.scale_now()
    wheel((0, -NOTCH))
    for _part in range(40):
        wheel((0, 3))
    assert driver.canvas.scale_now() == pytest.approx(far)
    for _part in range(200):
        wheel((0, 2))
    for _part in range(200):
        wheel((0, -2))
    spot = on_screen(driver, point) - QPointF(SPOT)
    assert max(abs(spot.x()), abs(spot.y())) <= 1


def test_the_limits_of_zooming_are_reached_and_stay_where_they_are(driver, wheel):
    for _notch in range(40):
        wheel((0, NOTCH))
    closest, seen = driver.canvas.scale_now(), driver.canvas.sight.seen()
    wheel((0, NOTCH))
    assert (driver.canvas.scale_now(), driver.canvas.sight.seen()) == (closest, seen)
    assert closest == pytest.approx(4.0)
    for _notch in range(80):
        wheel((0, -NOTCH))
    farthest, seen = driver.canvas.scale_now(), driver.canvas.sight.seen()
    wheel((0, -NOTCH))
    assert (driver.canvas.scale_now(), driver.canvas.sight.seen()) == (farthest, seen)


def test_with_shift_and_sideways_a_wheel_moves_the_map_sideways(driver, wheel):
    point, scale = under(driver), driver.canvas.scale_now()
    wheel((0, -NOTCH), held=SHIFT)
    assert moved(driver, point) == (-96, 0)
    wheel((NOTCH, 0))
    assert moved(driver, point) == (0, 0)
    for _part in range(60):
        wheel((0, -2), held=SHIFT)  # a fine one
    assert moved(driver, point) == (-96, 0)
    assert driver.canvas.scale_now() == scale


def test_two_fingers_on_a_trackpad_move_the_map_and_with_ctrl_they_zoom(driver, wheel, trackpad):
    point, scale = under(driver), driver.canvas.scale_now()
    wheel((24, -40), (12, -20), device=trackpad)
    assert moved(driver, point) == (12, -20)
    assert driver.canvas.scale_now() == scale
    point = under(driver)
    wheel((0, 30), (0, 15), device=trackpad, held=CTRL)
    assert driver.canvas.scale_now() > scale
    assert moved(driver, point) == (0, 0)


def test_what_scrolls_in_phases_is_a_trackpad_whatever_it_calls_itself(driver, wheel):
    point, scale = under(driver), driver.canvas.scale_now()
    wheel((0, 0), phase=Phase.ScrollBegin)
    wheel((-16, 10), (-8, 5), phase=Phase.ScrollUpdate)
    wheel((-16, 10), (-8, 5), phase=Phase.ScrollMomentum)
    wheel((0, 0), phase=Phase.ScrollEnd)
    assert moved(driver, point) == (-16, 10)
    assert driver.canvas.scale_now() == scale


def test_a_trackpad_without_pixels_moves_the_map_too(driver, wheel, trackpad):
    point = under(driver)
    for _part in range(10):
        wheel((0, -3), device=trackpad)
    assert moved(driver, point) == (0, -24)


def test_ctrl_and_a_wheel_zoom(driver, wheel):
    point, scale = under(driver), driver.canvas.scale_now()
    wheel((0, NOTCH), held=CTRL)
    assert driver.canvas.scale_now() > scale
    assert moved(driver, point) in {(0, 0), (1, 0), (0, 1), (1, 1), (-1, 0), (0, -1), (-1, -1)}


def test_pinching_a_trackpad_zooms_around_the_fingers(driver, wheel):
    del wheel
    point = driver.place("dilemmabos")
    before = on_screen(driver, point)
    scale = driver.canvas.scale_now()
    for _part in range(10):
        driver.pinch(point, 0.05)
    assert driver.canvas.scale_now() == pytest.approx(scale * 1.05**10)
    away = on_screen(driver, point) - before
    assert max(abs(away.x()), abs(away.y())) <= 1


@pytest.mark.parametrize("tool", ["choose", "path", "text"])
def test_the_middle_button_drags_the_map_with_any_tool(driver, wheel, tool):
    del wheel
    driver.press(tool)
    point = under(driver)
    QTest.mousePress(driver.port, MIDDLE, NONE, SPOT)
    for step in (10, 30, 60):
        spot = QPointF(SPOT + QPoint(step, -step))
        at = QPointF(driver.port.mapToGlobal(spot.toPoint()))
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove, spot, at, Qt.MouseButton.NoButton, MIDDLE, NONE
        )
        QCoreApplication.sendEvent(driver.port, move)
    QTest.mouseRelease(driver.port, MIDDLE, NONE, SPOT + QPoint(60, -60))
    assert moved(driver, point) == (60, -60)
    assert not driver.journey.trails
    assert not driver.journey.notes


@pytest.mark.parametrize("tool", ["choose", "path", "text"])
def test_with_the_space_bar_held_any_tool_drags_the_map(driver, wheel, given, tool):
    del wheel
    given(lambda now: edits.bring_in(now, [journeys.photo("p", at=under(driver))]))
    driver.press(tool)
    driver.canvas.setFocus()
    point = under(driver)
    QTest.keyPress(driver.canvas, Qt.Key.Key_Space)
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, NONE, SPOT)
    for step in (10, 30, 60):
        QTest.mouseMove(driver.port, SPOT + QPoint(step, step))
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, NONE, SPOT + QPoint(60, 60))
    QTest.keyRelease(driver.canvas, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert moved(driver, point) == (60, 60)
    assert not driver.journey.trails
    assert driver.journey.photos["p"].at == point


def test_a_hand_on_the_wheel_ends_a_flight(driver, wheel):
    driver.canvas.set_motion(motion=True)
    driver.program.workbench.fly_to(driver.program.workbench.atlas.places["bergen"].area.bounds)
    wheel((0, NOTCH))
    seen = driver.canvas.sight.seen()
    QTest.qWait(300)
    assert driver.canvas.sight.seen() == seen


def test_a_double_click_on_the_bare_map_begins_a_note(driver):
    driver.double_tap(Point(1200, 1500))
    driver.type("Hier")
    (note,) = driver.journey.notes.values()
    assert note.text == "Hier"
