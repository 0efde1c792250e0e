"""Where the keyboard goes: to the map, unless somebody is writing."""

from PySide6.QtWidgets import QAbstractButton, QApplication


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
