"""Undo while photos are still coming in: it takes back the gesture, and nothing else."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from tests.driver import files, wave

OPEN = Point(1330, 930)
"""Where no place is."""


def let_go(driver, mime, at):
    """Drops something, and does not wait until it lies."""
    driver.hover(mime, at)
    event = QDropEvent(
        QPointF(driver.seen(at)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(driver.port, event)


def draw(driver):
    driver.press("path")
    driver.draw(wave(Point(400, 600), 600, 60))
    driver.press("choose")


def test_undo_while_photos_come_in_undoes_the_whole_gesture(driver, photos):
    heard = []
    driver.program.bring_in.progressed.connect(lambda done, many: heard.append((done, many)))
    driver.program.bring_in.land(photos(12), edits.bring_in)
    driver.until(lambda: driver.journey.photos)
    landed = list(driver.journey.photos)
    assert len(landed) < 12
    driver.press("undo")
    assert not driver.program.bring_in.busy
    assert heard[-1] == (12, 12)
    driver.settle()
    assert not driver.journey.photos
    assert not driver.messages.heard
    driver.press("redo")
    assert list(driver.journey.photos) == landed


def test_undo_of_a_drop_that_is_under_way_leaves_no_halte(driver, photos):
    let_go(driver, files(photos(12)), driver.place("wensboom"))
    driver.until(lambda: driver.journey.photos)
    driver.press("undo")
    driver.settle()
    assert not driver.journey.photos
    assert not driver.journey.stops
    assert not driver.messages.heard
    driver.press("redo")
    assert [stop.places for stop in driver.journey.stops.values()] == [("wensboom",)]


def test_undo_before_the_first_photo_lies_takes_back_the_drop_and_not_the_step_before(
    driver, photos
):
    draw(driver)
    let_go(driver, files(photos(3)), driver.place("wensboom"))
    driver.press("undo")
    assert not driver.program.bring_in.busy
    driver.settle()
    assert driver.journey.trails
    assert not driver.journey.photos
    assert not driver.journey.stops
    assert not driver.messages.heard
    driver.press("undo")
    assert not driver.journey.trails


def test_what_was_done_after_a_drop_is_undone_before_it(driver, photos):
    driver.program.workbench.edit("Naam", lambda now: edits.entitle(now, title="Reis"))
    let_go(driver, files(photos(3)), OPEN)
    driver.program.workbench.edit("Naam", lambda now: edits.entitle(now, title="Stage"))
    driver.press("undo")
    assert driver.journey.title == "Reis"
    assert driver.program.bring_in.busy
    driver.press("undo")
    assert driver.journey.title == "Reis"
    assert not driver.program.bring_in.busy
    driver.press("undo")
    assert not driver.journey.title


def test_of_two_drops_the_latest_is_taken_back_first(driver, photos):
    let_go(driver, files(photos(12)), driver.place("wensboom"))
    driver.until(lambda: driver.journey.photos)
    let_go(driver, files(photos(2)), driver.place("bergen"))
    driver.press("undo")
    assert driver.program.bring_in.busy
    driver.settle()
    assert len(driver.journey.photos) == 12
    assert [stop.places for stop in driver.journey.stops.values()] == [("wensboom",)]


def test_choosing_something_meanwhile_leaves_no_half_of_a_drop_behind(driver, photos):
    draw(driver)
    (trail,) = driver.journey.trails
    let_go(driver, files(photos(12)), driver.place("wensboom"))
    driver.until(lambda: driver.journey.photos)
    landed = len(driver.journey.photos)
    driver.program.workbench.choose({trail})
    driver.until(lambda: len(driver.journey.photos) > landed)
    driver.press("undo")
    driver.settle()
    assert not driver.journey.photos
    assert not driver.journey.stops
    assert driver.journey.trails


def test_undo_never_means_pictures_that_come_unasked_and_are_not_seen_yet(driver, photos):
    draw(driver)
    driver.program.bring_in.land(photos(2), edits.bring_in, unasked=True)
    driver.press("undo")
    assert not driver.journey.trails
    driver.settle()
    assert len(driver.journey.photos) == 2


def test_undo_with_a_photo_in_the_hand_lays_that_down_and_nothing_else(driver, photos):
    driver.drop(photos(1), OPEN)
    before = driver.journey
    driver.press("path")
    driver.draw(wave(Point(500, 600), 400, 60))
    driver.press("choose")
    drawn = driver.journey
    driver.drag(OPEN, Point(1600, 700), let_go=False)
    driver.press("undo")
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=driver.seen(Point(1600, 700)))
    assert driver.journey == drawn
    driver.press("undo")
    assert driver.journey == before
