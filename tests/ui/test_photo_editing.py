"""A photo is cropped, straightened, replaced, and faces in it are hidden, with whatever hand."""

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.framing import fits
from reisblog.model.geometry import Point
from reisblog.model.records import Blur, Crop
from tests import pictures, telltale
from tests.driver import on_screen
from tests.finger import Finger

OPEN = Point(1330, 930)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def touch_screen():
    return QTest.createTouchDevice()


@pytest.fixture
def photo(driver, tmp_path):
    """A photo with a face in it, lying alone and chosen."""
    path = tmp_path / "gezicht.jpg"
    path.write_bytes(telltale.picture())
    driver.drop([path], OPEN)
    [photo] = driver.journey.photos.values()
    driver.program.workbench.choose({photo.id})
    return photo


def now(driver):
    [photo] = driver.journey.photos.values()
    return photo


def mode(driver):
    return driver.canvas.large.mode


def drag(widget, start, by, steps=6):
    """With the mouse, in logical pixels of a part of the window."""
    window = widget.window()
    shift = widget.mapTo(window, QPoint(0, 0))
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=start + shift)
    for step in range(1, steps + 1):
        QTest.mouseMove(window.windowHandle(), start + shift + by * step / steps)
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=start + shift + by)
    QApplication.processEvents()


def steps_back(driver):
    """How many steps undo takes back."""
    return len(driver.program.workbench.desk.history.backwards()) - 1


def test_a_corner_that_is_dragged_crops_in_one_step(driver, photo):
    before = steps_back(driver)
    driver.press("crop")
    corner = mode(driver).handles[1, 1]
    drag(corner, corner.rect().center(), QPoint(-120, -60))
    assert now(driver).crop is None  # nothing is done yet
    driver.key(Qt.Key.Key_Return)
    crop = now(driver).crop
    assert 0.5 < crop.width < 1
    assert crop.x < 0.5
    assert steps_back(driver) == before + 1
    driver.press("undo")
    assert now(driver).crop is None


def test_the_print_on_the_map_takes_the_shape_of_what_is_seen(driver, photo):
    item = driver.canvas.scene().item_of(photo.id)
    driver.program.workbench.edit(
        "Crop", lambda journey: edits.set_crop(journey, photo.id, Crop(0.25, 0.5, 0.3, 1.0))
    )
    frame = item.outline()
    assert frame.height() > frame.width() * 1.5
    assert (now(driver).size, now(driver).at) == (photo.size, photo.at)


def test_what_is_hidden_is_hidden_on_the_map_and_in_the_panel(driver, photo):
    def seen(part):
        image = on_screen(part).convertToFormat(on_screen(part).Format.Format_RGB888)
        size = image.width(), image.height()
        raw = bytes(image.constBits())
        return Image.frombytes("RGB", size, raw, "raw", "RGB", image.bytesPerLine())

    driver.canvas.sight.look(photo.at, 2.0)
    driver.until(lambda: telltale.tells(seen(driver.port)))
    driver.program.workbench.edit(
        "Hide", lambda journey: edits.set_blurs(journey, photo.id, [telltale.HIDDEN])
    )
    driver.port.repaint()
    assert not telltale.tells(seen(driver.port))
    driver.window.open_tab("story")
    driver.window.repaint()
    assert not telltale.tells(seen(driver.window))
    driver.canvas.handling.open_large(photo.id)
    driver.settle()
    driver.port.repaint()
    assert not telltale.tells(seen(driver.window))


def test_the_picture_is_pushed_under_the_frame(driver, photo):
    half = Crop(0.5, 0.5, 0.5, 0.5)
    driver.program.workbench.edit("C", lambda now: edits.set_crop(now, photo.id, half))
    driver.press("crop")
    drag(mode(driver), mode(driver).rect().center(), QPoint(60, 0))
    driver.key(Qt.Key.Key_Return)
    assert now(driver).crop.x < 0.5
    assert (now(driver).crop.width, now(driver).crop.height) == (0.5, 0.5)


def test_straightening_turns_the_picture_and_keeps_the_frame_full(driver, photo):
    driver.press("crop")
    slider = mode(driver).slider
    middle = slider.rect().center()
    drag(slider, middle, QPoint(-40, 0))
    driver.key(Qt.Key.Key_Return)
    crop = now(driver).crop
    assert crop.tilt < -1
    assert fits(crop, photo.width, photo.height)


def test_esc_leaves_all_as_it_was_and_the_next_one_closes(driver, photo):
    driver.press("crop")
    corner = mode(driver).handles[-1, -1]
    drag(corner, corner.rect().center(), QPoint(80, 50))
    driver.key(Qt.Key.Key_Escape)
    assert mode(driver) is None
    assert driver.canvas.large.isVisible()
    assert now(driver) == photo
    driver.key(Qt.Key.Key_Escape)
    assert not driver.canvas.large.isVisible()


def test_all_by_keys(driver, photo):
    driver.press("crop")
    driver.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Hoek linksboven"
    for _time in range(10):
        driver.key(Qt.Key.Key_Right)
        driver.key(Qt.Key.Key_Down, SHIFT)
    while QApplication.focusWidget().accessibleName() != "Rechtzetten":
        driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Right)
    assert mode(driver).slider.degrees == 0.5
    while getattr(QApplication.focusWidget(), "text", str)().strip() != "Klaar":
        driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Return)
    crop = now(driver).crop
    assert crop.tilt == 0.5
    assert crop.x > 0.51


def test_the_whole_photo_comes_back(driver, photo):
    turned = Crop(0.4, 0.4, 0.4, 0.3, 7.0)
    driver.program.workbench.edit("C", lambda now: edits.set_crop(now, photo.id, turned))
    driver.press("crop")
    mode(driver).bar.buttons["Hele foto"].click()
    driver.key(Qt.Key.Key_Return)
    assert now(driver).crop is None


def test_a_finger_crops_too_and_the_map_below_stays(driver, photo, touch_screen):
    driver.press("crop")
    seen = driver.canvas.sight.seen()
    finger = Finger(driver.window, touch_screen)
    corner = mode(driver).handles[1, 1]
    start = finger.on(corner)
    finger.drag(start, start + QPoint(-90, -90))
    driver.key(Qt.Key.Key_Return)
    assert now(driver).crop.width < 1
    assert driver.canvas.sight.seen() == seen
    assert now(driver).at == photo.at


def test_a_box_is_drawn_over_a_face(driver, photo):
    before = steps_back(driver)
    driver.press("hide-faces")
    driver.settle()
    seen = mode(driver).picture()
    start = seen.topLeft() + QPointF(0.63 * seen.width(), 0.2 * seen.height())
    by = QPointF(0.28 * seen.width(), 0.4 * seen.height())
    drag(mode(driver), start.toPoint(), by.toPoint())
    driver.key(Qt.Key.Key_Return)
    [blur] = now(driver).blurs
    assert abs(blur.x - 0.63) < 0.01
    assert abs(blur.width - 0.28) < 0.01
    assert steps_back(driver) == before + 1


def test_a_box_can_be_moved_made_larger_and_taken_away(driver, photo):
    blurs = [Blur(0.1, 0.1, 0.3, 0.3), Blur(0.6, 0.6, 0.2, 0.2)]
    driver.program.workbench.edit("B", lambda now: edits.set_blurs(now, photo.id, blurs))
    driver.press("hide-faces")
    first, second = mode(driver).boxes
    drag(first, first.rect().center(), QPoint(40, 0))
    assert first.blur.x > 0.1
    assert abs(first.blur.width - 0.3) < 1e-6
    corner = mode(driver).handles[1, 1]
    drag(corner, corner.rect().center(), QPoint(30, 30))
    assert first.blur.width > 0.3
    drag(second, second.rect().center(), QPoint(0, 0))
    driver.key(Qt.Key.Key_Delete)
    driver.key(Qt.Key.Key_Return)
    [left] = now(driver).blurs
    assert abs(left.width - first.blur.width) < 1e-4
    assert photo.id in driver.journey.photos  # Del meant the box


def test_boxes_by_keys(driver, photo):
    driver.press("hide-faces")
    mode(driver).bar.buttons["Vak erbij"].click()
    [box] = mode(driver).boxes
    assert box.hasFocus()
    before = box.blur
    for _time in range(5):
        driver.key(Qt.Key.Key_Left)
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Left)
    driver.key(Qt.Key.Key_Return)
    [blur] = now(driver).blurs
    assert blur.x < before.x
    assert blur.width > before.width


def test_a_finger_hides_too(driver, photo, touch_screen):
    driver.press("hide-faces")
    finger = Finger(driver.window, touch_screen)
    seen = mode(driver).picture()
    start = finger.on(mode(driver), seen.center().toPoint())
    finger.drag(start, start + QPoint(90, 70))
    driver.key(Qt.Key.Key_Return)
    assert len(now(driver).blurs) == 1


def test_a_slip_of_the_hand_hides_nothing(driver, photo):
    driver.press("hide-faces")
    QTest.mouseClick(mode(driver), Qt.MouseButton.LeftButton, pos=mode(driver).rect().center())
    assert mode(driver).boxes == []
    driver.key(Qt.Key.Key_Return)
    assert now(driver) == photo


def test_another_photo_comes_in_its_place_and_undo_brings_the_old_one_back(driver, photo, tmp_path):
    def framed(journey):
        journey = edits.set_crop(journey, photo.id, Crop(0.3, 0.3, 0.4, 0.4))
        journey = edits.set_caption(journey, photo.id, "Op stage")
        return edits.set_blurs(journey, photo.id, [telltale.HIDDEN])

    driver.program.workbench.edit("F", framed)
    before = now(driver)
    path = tmp_path / "ander.jpg"
    path.write_bytes(pictures.jpeg(300, 400))
    driver.dialogs.files = [path]
    driver.press("replace-photo")
    driver.settle()
    after = now(driver)
    assert after.media != before.media
    assert (after.width, after.height, after.crop, after.blurs) == (300, 400, None, ())
    assert (after.id, after.at, after.size, after.turn) == (
        *(before.id, before.at, before.size, before.turn),
    )
    assert after.caption == "Op stage"
    assert "Andere foto" in driver.window.actions_by_id["undo"].text()
    driver.press("undo")
    assert now(driver) == before
    assert before.media in driver.program.workbench.desk.media


def test_it_takes_one_photo_that_is_chosen(driver, photo):
    for action in ("crop", "hide-faces", "replace-photo"):
        assert driver.window.actions_by_id[action].isEnabled()
    driver.program.workbench.choose()
    for action in ("crop", "hide-faces", "replace-photo"):
        assert not driver.window.actions_by_id[action].isEnabled()


def test_undo_while_one_crops_takes_that_back_step_by_step_and_then_leaves(driver, photo):
    before = steps_back(driver)
    driver.press("crop")
    assert "Bijsnijden" in driver.window.actions_by_id["undo"].text()
    whole = mode(driver).crop
    corner = mode(driver).handles[1, 1]
    drag(corner, corner.rect().center(), QPoint(-120, -60))
    driver.until(lambda: mode(driver).steps_done == 1)
    smaller = mode(driver).crop
    mode(driver).slider.setValue(40)
    assert mode(driver).crop.tilt == 4.0
    driver.key(Qt.Key.Key_Z, CTRL)
    assert mode(driver).crop == smaller != whole
    driver.key(Qt.Key.Key_Z, CTRL)
    assert mode(driver).crop == whole
    driver.key(Qt.Key.Key_Z, CTRL)
    assert mode(driver) is None
    assert driver.canvas.large.photo is not None
    assert steps_back(driver) == before  # nothing behind it was undone


def test_undo_while_one_hides_takes_the_last_box_away(driver, photo):
    driver.press("hide-faces")
    mode(driver).add_box()
    driver.until(lambda: mode(driver).steps_done == 1)
    mode(driver).add_box()
    assert len(mode(driver).boxes) == 2
    driver.press("undo")
    assert len(mode(driver).boxes) == 1
    driver.press("undo")
    assert not mode(driver).boxes
    driver.press("undo")
    assert mode(driver) is None
    assert not now(driver).blurs


def test_a_small_part_of_a_photo_becomes_as_sharp_on_the_map_as_its_own_pixels(driver, tmp_path):
    stripes = Image.new("L", (3000, 2000))
    for x in range(0, 3000, 8):
        stripes.paste(255, (x, 0, x + 4, 2000))
    path = tmp_path / "strepen.jpg"
    stripes.save(path, quality=95)
    driver.drop([path], OPEN)
    [photo] = driver.journey.photos.values()
    driver.canvas.sight.look(photo.at, 2.5)
    small = Crop(0.5, 0.5, 0.1, 0.1)
    driver.program.workbench.edit("C", lambda journey: edits.set_crop(journey, photo.id, small))

    def contrast():
        screen = on_screen(driver.port)
        at = driver.seen(photo.at)
        row = [screen.pixelColor(at.x() + x, at.y()).lightness() for x in range(-60, 60)]
        return max(row) - min(row)

    driver.until(lambda: contrast() > 150)
