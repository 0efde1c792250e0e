"""Where the keyboard goes: to the map, unless somebody is writing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from reisblog.model.geometry import Point

OPEN = Point(1330, 930)


def test_the_keyboard_belongs_to_the_map_at_the_start(driver):
    assert QApplication.focusWidget() is driver.canvas


def test_after_photos_were_chosen_letters_do_not_land_in_the_title(driver, photos):
    driver.press("photos")
    flyout = driver.window.stage.photos
    button = flyout.findChildren(QAbstractButton)[0]
    button.setFocus()
    driver.dialogs.files = photos(1)
    button.click()
    driver.settle()
    driver.type("2")
    assert driver.canvas.tool == "path"
    assert driver.journey.title == ""


def test_after_a_photo_was_seen_large_the_keyboard_is_on_the_map_again(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.double_tap(OPEN)
    assert QApplication.focusWidget() is driver.canvas.large
    driver.settle()
    driver.key(Qt.Key.Key_Escape)
    assert not driver.canvas.large.isVisible()
    assert QApplication.focusWidget() is driver.canvas
