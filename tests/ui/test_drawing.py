"""Drawing paths: what was drawn stays as drawn."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model.geometry import Point
from reisblog.model.ink import TOLERANCE, Curve, distance
from reisblog.model.records import Pen
from tests.driver import wave


def curve_of(trail):
    return Curve(trail.start, trail.start_width, trail.segments)


def test_a_path_stays_within_a_unit_and_a_half_of_the_hand(driver):
    driver.press("path")
    samples = driver.draw(wave(Point(400, 600), 1400, 150))
    (trail,) = driver.journey.trails.values()
    assert trail.pen is Pen.MINE
    assert max(distance(curve_of(trail), at.x, at.y) for at in samples) <= TOLERANCE
    assert len(trail.segments) < len(samples)


@pytest.mark.parametrize("pen", list(Pen))
def test_each_pen_draws(driver, pen):
    driver.press("path")
    driver.canvas.set_pen(pen, "plum")
    driver.draw(wave(Point(400, 600), 600, 60))
    (trail,) = driver.journey.trails.values()
    assert (trail.pen, trail.tint) == (pen, "plum")
    assert not driver.canvas.scene().item_of(trail.id).path().isEmpty()


def test_several_paths_may_exist_and_each_is_one_step(driver):
    driver.press("path")
    driver.draw(wave(Point(400, 600), 600, 60))
    driver.draw(wave(Point(500, 1000), 600, 60))
    assert len(driver.journey.trails) == 2
    driver.press("undo")
    assert len(driver.journey.trails) == 1
    driver.press("redo")
    assert len(driver.journey.trails) == 2


def test_a_path_makes_no_halte_and_moves_none(driver, photos):
    driver.drop(photos(1), driver.place("wensboom"))
    before = driver.journey.stops
    driver.press("path")
    driver.draw([driver.place("wensboom"), driver.place("bergen"), driver.place("dilemmabos")])
    assert driver.journey.stops == before


def test_a_mere_tap_draws_no_path_but_a_doodle_may_be_a_dot(driver):
    driver.press("path")
    driver.tap(Point(1300, 900))
    assert not driver.journey.trails
    driver.canvas.set_pen(Pen.DOODLE, "ink")
    driver.tap(Point(1300, 900))
    assert len(driver.journey.trails) == 1


def test_escape_in_the_middle_leaves_nothing(driver):
    driver.press("path")
    driver.drag(Point(400, 600), Point(900, 700), let_go=False)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton)
    assert not driver.journey.trails


def test_the_hand_s_tempo_is_kept(driver):
    driver.press("path")
    driver.draw(wave(Point(400, 600), 1400, 150))
    (trail,) = driver.journey.trails.values()
    assert all(piece.ms >= 0 for piece in trail.segments)


def test_a_pen_draws_wider_where_it_is_pressed(driver):
    driver.press("path")
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position,
        1,
        1,
    )

    times = itertools.count(1_000, 16)

    def send(kind, at, pressure):
        spot = QPointF(driver.seen(at))
        button = Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind, device, spot, spot, pressure, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, button, button,
        )  # fmt: skip
        event.setTimestamp(next(times))
        QApplication.sendEvent(driver.port, event)

    line = wave(Point(400, 600), 800, 20, samples=160)
    send(QEvent.Type.TabletPress, line[0], 0.1)
    for step, at in enumerate(line[1:]):
        send(QEvent.Type.TabletMove, at, 0.1 if step < 80 else 1.0)
    send(QEvent.Type.TabletRelease, line[-1], 1.0)
    (trail,) = driver.journey.trails.values()
    assert trail.segments[-1].width > 1.5 * trail.start_width
