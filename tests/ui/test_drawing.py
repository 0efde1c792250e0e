"""Drawing paths: what was drawn stays as drawn."""

import bisect
import itertools
import math
import random
import time

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QImage,
    QInputDevice,
    QPainter,
    QPointingDevice,
    QPolygon,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import curves
from reisblog.model.geometry import Point
from reisblog.model.ink import TOLERANCE, Curve, Sample, distance
from reisblog.model.records import Pen
from reisblog.tools.gesture import Ink
from reisblog.ui.canvas.live_line import LiveLine
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


def scribble(driver, count):
    """Many samples, as a pen sends them, here and there over the map."""
    hand = random.Random(7)  # noqa: S311 (nothing secret)
    at, way = QPointF(driver.seen(Point(1200, 800))), 0.0
    port = QRectF(driver.port.rect()).adjusted(200, 60, -60, -60)
    for _number in range(count):
        way += hand.uniform(-0.6, 0.6)
        by = QPointF(4 * math.cos(way), 4 * math.sin(way))
        if not port.contains(at + by):
            way, by = way + math.pi / 2, QPointF()
        at = at + by  # not in place: each sample is a point of its own
        yield at


def test_five_thousand_samples_stay_exact_after_save_and_open(driver, tmp_path):
    driver.press("path")
    hand = driver.canvas.work.hand
    spots = list(scribble(driver, 5_000))
    samples = [driver.canvas.to_map(spot) for spot in spots]
    hand.key_pressed(spots[0], 0.0)
    for number, spot in enumerate(spots[1:-1], 1):
        hand.key_moved(spot, 8.0 * number)
    hand.key_lifted(spots[-1], 8.0 * (len(spots) - 1))
    (trail,) = driver.journey.trails.values()
    assert max(away_then(trail, samples)) <= TOLERANCE
    assert sum(piece.ms + piece.rest_ms for piece in trail.segments) == pytest.approx(
        8 * 4_999, abs=len(trail.segments)
    )
    driver.dialogs.file = tmp_path / "krabbel.reisblog"
    driver.press("save")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    driver.settle()
    driver.program.session.open(driver.dialogs.file)
    driver.settle()
    (again,) = driver.journey.trails.values()
    assert again == trail


def away_then(trail, samples):
    """How far each sample lies from where the path runs about the time it was made."""
    times = list(itertools.accumulate(piece.ms + piece.rest_ms for piece in trail.segments))
    for number, at in enumerate(samples):
        here = bisect.bisect_left(times, 8.0 * number)
        first = max(0, here - 3)
        start = trail.segments[first - 1].end if first else trail.start
        yield curves.nearest(Curve(start, 1.0, trail.segments[first : here + 4]), at).away


def test_a_corner_stays_a_corner(driver):
    driver.press("path")
    legs = [Point(600, 500), Point(900, 1000), Point(1200, 500)]
    ways = [[a + (b - a).scaled(n / 24) for n in range(24)] for a, b in itertools.pairwise(legs)]
    samples = driver.draw([*itertools.chain(*ways), legs[-1]])
    (trail,) = driver.journey.trails.values()
    corner = samples[24]
    assert min(piece.end.distance(corner) for piece in trail.segments) < 1.0
    assert all(curves.nearest(trail, at).away <= TOLERANCE for at in samples)


@pytest.mark.parametrize("pen", list(Pen))
def test_the_line_under_the_pen_looks_as_the_path_that_it_becomes(driver, pen):
    driver.press("path")
    driver.window.stage.pens.hide()
    driver.canvas.set_pen(pen, "ember")
    spots = [driver.seen(at) for at in wave(Point(700, 700), 900, 120, samples=120)]
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(driver.port, spot)
    before = shot(driver, spots)
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=spots[-1])
    after = shot(driver, spots)
    off = ImageChops.difference(before, after).convert("L").point(lambda v: 255 * (v > 64))
    # Edges may lie a part of a pixel apart; nothing two pixels thick may come or go.
    thick = off.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MinFilter(3))
    assert thick.getbbox() is None


def shot(driver, spots):
    """The canvas around these pixels."""
    QApplication.processEvents()
    area = QPolygon(spots).boundingRect().adjusted(-30, -30, 30, 30)
    image = driver.port.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    size = image.width(), image.height()
    return Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "BGRX", 0, 1)


def test_the_last_samples_of_a_scribble_cost_what_the_first_did(dressed):
    line = LiveLine(Ink(Pen.MINE, "ember", Sample(0, 0, 0)), 1.0)
    sheets = [QImage(1200, 900, QImage.Format.Format_ARGB32_Premultiplied) for _ in range(2)]
    painters = [QPainter(sheet) for sheet in sheets]
    took = []
    for number in range(3_000):
        begin = time.thread_time()  # others may be at work on this computer
        x, y = 600 + 500 * math.cos(number / 30), 450 + 400 * math.sin(number / 47)
        line.add(x, y, 1.0)
        line.settle(*painters)
        took.append(time.thread_time() - begin)
    for painter in painters:
        painter.end()
    assert sorted(took[-500:])[125] < 1.5 * sorted(took[100:600])[125]
