"""Fingers: one does what the tool does, two move and scale the map."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from reisblog.model.geometry import Point
from tests.driver import wave

OPEN = Point(1330, 930)


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


class Fingers:
    """Fingers on the canvas; every move is one event, as a touch screen sends them."""

    def __init__(self, driver, device):
        self.driver = driver
        self.sequence = QTest.touchEvent(driver.port, device, autoCommit=False)

    def press(self, *spots: QPoint):
        for finger, spot in enumerate(spots):
            self.sequence.press(finger, spot, self.driver.port)
        self.sequence.commit()

    def move(self, *spots: QPoint):
        for finger, spot in enumerate(spots):
            self.sequence.move(finger, spot, self.driver.port)
        self.sequence.commit()

    def lift(self, *spots: QPoint):
        for finger, spot in enumerate(spots):
            self.sequence.release(finger, spot, self.driver.port)
        self.sequence.commit()


@pytest.fixture
def fingers(driver, screen):
    return Fingers(driver, screen)


def test_a_finger_draws_with_the_path_tool(driver, fingers):
    driver.press("path")
    line = [driver.seen(at) for at in wave(Point(500, 800), 900, 100, samples=30)]
    fingers.press(line[0])
    for spot in line[1:]:
        fingers.move(spot)
    fingers.lift(line[-1])
    assert len(driver.journey.trails) == 1


def test_a_quick_swipe_over_a_photo_pans_and_never_moves_it(driver, fingers, photos):
    driver.drop(photos(1), OPEN)
    driver.wheel(OPEN, 4)
    driver.program.workbench.choose()
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    start = driver.seen(OPEN)
    fingers.press(start)
    for step in range(1, 8):
        fingers.move(start + QPoint(12 * step, 0))
    fingers.lift(start + QPoint(84, 0))
    assert driver.journey is before
    assert driver.canvas.sight.seen().centre.x < seen.x - 20


def test_a_chosen_photo_follows_the_finger(driver, fingers, photos):
    driver.drop(photos(1), OPEN)
    start = driver.seen(OPEN)
    fingers.press(start)
    for step in range(1, 8):
        fingers.move(start + QPoint(12 * step, 0))
    fingers.lift(start + QPoint(84, 0))
    (photo,) = driver.journey.photos.values()
    assert photo.at.x > OPEN.x + 100


def test_a_tap_with_a_finger_chooses_and_moves_nothing(driver, fingers, photos):
    driver.drop(photos(1), OPEN)
    driver.program.workbench.choose()
    before = driver.journey
    fingers.press(driver.seen(OPEN))
    fingers.lift(driver.seen(OPEN) + QPoint(3, 2))
    assert driver.chosen == set(driver.journey.photos)
    assert driver.journey is before


def test_two_fingers_scale_the_map_around_their_middle(driver, fingers):
    middle = driver.seen(OPEN)
    scale = driver.canvas.sight.scale
    fingers.press(middle - QPoint(50, 0), middle + QPoint(50, 0))
    for step in range(1, 6):
        fingers.move(middle - QPoint(50 + 10 * step, 0), middle + QPoint(50 + 10 * step, 0))
    fingers.lift(middle - QPoint(100, 0), middle + QPoint(100, 0))
    assert driver.canvas.sight.scale == pytest.approx(2 * scale, rel=0.1)
    assert (driver.seen(OPEN) - middle).manhattanLength() < 8


def test_a_finger_that_rests_on_a_path_and_moves_on_pans(driver, fingers):
    driver.press("path")
    driver.draw([Point(900, 930), Point(1200, 930), Point(1500, 930)])
    driver.press("choose")
    driver.program.workbench.choose()
    driver.wheel(Point(1200, 930), 4)
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    start = driver.seen(Point(1200, 930))
    fingers.press(start)
    QTest.qWait(250)  # longer than a finger rests to lift a photo
    for step in range(1, 6):
        fingers.move(start + QPoint(15 * step, 0))
    fingers.lift(start + QPoint(75, 0))
    assert driver.journey is before
    assert driver.canvas.sight.seen().centre.distance(seen) > 20


def test_a_tap_with_two_fingers_undoes(driver, fingers, photos):
    driver.drop(photos(1), OPEN)
    middle = driver.seen(OPEN)
    fingers.press(middle - QPoint(40, 0), middle + QPoint(40, 0))
    fingers.lift(middle - QPoint(40, 0), middle + QPoint(40, 0))
    assert not driver.journey.photos


def test_a_second_finger_gives_a_stroke_up(driver, fingers):
    driver.press("path")
    start = driver.seen(OPEN)
    fingers.press(start)
    for step in range(1, 6):
        fingers.move(start + QPoint(15 * step, 0))
    fingers.sequence.stationary(0)
    fingers.sequence.press(1, start + QPoint(200, 0), driver.port)
    fingers.sequence.commit()
    fingers.lift(start, start + QPoint(200, 0))
    assert not driver.journey.trails
