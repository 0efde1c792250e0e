"""How photos lie and move, as the rules of the hand say it."""

import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of
from tests.driver import Driver

OPEN = Point(1330, 930)
_LEFT = Qt.MouseButton.LeftButton


def drag_by(driver, start, by, *, let_go=True):
    QTest.mousePress(driver.port, _LEFT, pos=start)
    QTest.mouseMove(driver.port, start + by)
    if let_go:
        QTest.mouseRelease(driver.port, _LEFT, pos=start + by)


@pytest.mark.parametrize(("pixels", "moves"), [(3, False), (5, True)])
def test_a_mouse_moves_a_photo_after_four_pixels(driver, photos, pixels, moves):
    driver.drop(photos(1), OPEN)
    driver.program.workbench.choose()
    before = driver.journey
    drag_by(driver, driver.seen(OPEN), QPoint(pixels, 0))
    assert (driver.journey is not before) is moves


def test_lifting_enlarges_a_photo_by_three_percent_over_a_deeper_shadow(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    item = driver.canvas.scene().item_of(photo)
    driver.settle()
    scale, flat = item.scale(), item.pixmap().toImage()
    drag_by(driver, driver.seen(OPEN), QPoint(40, 20), let_go=False)
    assert item.scale() == pytest.approx(1.03 * scale)
    lifted = item.pixmap().toImage()
    below = QPoint(flat.width() // 2, flat.height() - 4)
    assert lifted.pixelColor(below).alpha() > flat.pixelColor(below).alpha()
    QTest.mouseRelease(driver.port, _LEFT, pos=driver.seen(OPEN) + QPoint(40, 20))
    assert item.scale() == pytest.approx(scale)


def test_photos_glide_in_240_ms_to_their_resting_spot_beside_the_landmark(
    dressed, tmp_path, photos
):
    driver = Driver(tmp_path / "home", motion=True)
    glides = driver.canvas.scene().glides
    (clock,) = glides.findChildren(QVariantAnimation)
    driver.drop(photos(1), driver.place("wensboom"))
    driver.until(lambda: clock.state() is QVariantAnimation.State.Stopped)
    (stop,) = driver.journey.stops.values()
    (photo,) = driver.journey.photos
    assert driver.program.workbench.atlas.places["wensboom"].rest.contains(stop.at)
    assert driver.photo_spot(photo).distance(stop.at) < 0.1
    assert clock.duration() == look.MOVE_MS == 240
    driver.close()


def test_the_top_photo_and_two_edges_of_a_pile_are_seen(driver, photos):
    driver.drop(photos(6), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    first = bundle_of(driver.journey, stop)[0].id
    seen = [item for item in driver.canvas.scene().prints() if item.isVisible()]
    assert len(seen) == 3
    assert max(seen, key=lambda item: item.zValue()).record_id == first


def test_a_spread_pile_lies_side_by_side_over_the_dimmed_map(driver, photos):
    driver.drop(photos(9), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.tap(stop.at)
    boxes = [
        driver.canvas.scene().frame_of(photo.id).boundingRect()
        for photo in bundle_of(driver.journey, stop.id)
    ]
    assert not any(a.intersects(b) for index, a in enumerate(boxes) for b in boxes[index + 1 :])
    seen = driver.canvas.sight.seen()
    assert all(seen.contains(Point(box.left(), box.top())) for box in boxes)


def test_enter_opens_a_photo_large_and_goes_back(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.key(Qt.Key.Key_Return, widget=driver.canvas)
    assert driver.canvas.large.isVisible()
    driver.settle()
    driver.key(Qt.Key.Key_Return, widget=driver.canvas.large)
    assert not driver.canvas.large.isVisible()


def test_space_held_pans_over_a_chosen_photo(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.wheel(OPEN, 4)
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    QTest.keyPress(driver.canvas, Qt.Key.Key_Space)
    drag_by(driver, driver.seen(OPEN), QPoint(60, 30))
    QTest.keyRelease(driver.canvas, Qt.Key.Key_Space)
    assert driver.journey is before
    assert driver.canvas.sight.seen().centre.distance(seen) > 20


def test_dropped_photos_leave_what_lies_there_uncovered(driver, photos):
    driver.drop(photos(1), OPEN + Point(230, 0))
    driver.program.workbench.choose()
    driver.drop(photos(5), OPEN)
    scene = driver.canvas.scene()
    boxes = [scene.frame_of(key).boundingRect() for key in driver.journey.photos]
    assert not any(a.intersects(b) for index, a in enumerate(boxes) for b in boxes[index + 1 :])
    assert min(photo.at.distance(OPEN) for photo in driver.journey.photos.values()) < 3


def test_another_window_in_front_ends_what_the_hand_was_doing(driver, photos):
    driver.drop(photos(1), OPEN)
    before = driver.journey
    driver.drag(OPEN, Point(1600, 700), let_go=False)
    assert driver.canvas.work.hand.busy
    other = QWidget()
    other.show()
    other.activateWindow()
    driver.until(lambda: not driver.window.isActiveWindow())
    assert not driver.canvas.work.hand.busy
    other.close()
    assert driver.journey == before
