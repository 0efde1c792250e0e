"""Ready to lay down: chosen, dragged, laid at a place, taken away."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reisblog.ui.canvas.drops import PHOTO_IDS

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def click(prints, row, modifiers=Qt.KeyboardModifier.NoModifier):
    spot = prints.visualRect(prints.row.index(row)).center()
    QTest.mouseClick(prints.viewport(), LEFT, modifiers, spot)


def test_an_empty_tray_takes_no_room(driver):
    assert not driver.window.panel.tray.isVisibleTo(driver.window.panel)


def test_the_panel_unfolds_by_itself_when_photos_come(driver, tray):
    assert driver.window.open_panel == ""
    tray("p1")
    assert driver.window.open_panel == "story"
    assert driver.window.panel.tray.isVisible()


def test_it_stays_folded_when_more_come_after_somebody_folded_it(driver, tray):
    tray("p1")
    driver.press("panel")
    tray("p2")
    assert driver.window.open_panel == ""


def test_several_photos_are_chosen_and_dragged_together(driver, tray):
    tray("p1", "p2", "p3")
    driver.settle()
    prints = driver.window.panel.tray.prints
    click(prints, 0)
    click(prints, 2, CONTROL)
    mime = prints.mime_data()
    assert json.loads(bytes(mime.data(PHOTO_IDS).data())) == ["p1", "p3"]
    assert not prints.drag_picture().isNull()


def test_what_is_dragged_from_the_tray_can_be_laid_on_the_map(driver, tray):
    tray("p1")
    driver.settle()
    prints = driver.window.panel.tray.prints
    click(prints, 0)
    driver.drop(prints.mime_data(), driver.place("dilemmabos"))
    (stop,) = driver.journey.stops.values()
    assert driver.journey.photos["p1"].stop == stop.id
    assert not driver.window.panel.tray.isVisible()


def test_del_takes_photos_away_and_they_can_be_put_back(driver, tray):
    tray("p1", "p2")
    driver.settle()
    prints = driver.window.panel.tray.prints
    prints.setFocus()
    click(prints, 0)
    driver.key(Qt.Key.Key_Delete)
    assert list(driver.journey.photos) == ["p2"]
    (offer,) = driver.messages.last.offers
    offer.act()
    assert list(driver.journey.photos) == ["p1", "p2"]


def test_ctrl_a_in_the_tray_chooses_its_photos_and_not_the_map(driver, tray):
    tray("p1", "p2")
    driver.settle()
    prints = driver.window.panel.tray.prints
    prints.setFocus()
    driver.key(Qt.Key.Key_A, CONTROL)
    assert prints.chosen_ids() == ["p1", "p2"]
    assert driver.chosen == set()


def test_photos_are_laid_at_a_place_with_the_keyboard_alone(driver, tray):
    tray("p1", "p2")
    driver.settle()
    panel = driver.window.panel.tray
    panel.prints.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    driver.key(Qt.Key.Key_Right, SHIFT)
    driver.key(Qt.Key.Key_Return)
    (picker,) = [child for child in panel.children() if type(child).__name__ == "PlacePicker"]
    driver.until(picker.isVisible)
    QTest.keyClicks(picker.search.field, "strand")
    QTest.keyClick(picker.search.field, Qt.Key.Key_Return)
    (stop,) = driver.journey.stops.values()
    assert stop.places == ("chill-strand",)
    assert {photo.stop for photo in driver.journey.photos.values()} == {stop.id}
    assert driver.chosen == {stop.id}


def test_photos_brought_in_become_pictures_in_the_tray(driver, photos):
    driver.program.bring_in.to_tray(photos(2))
    driver.settle()
    prints = driver.window.panel.tray.prints
    media = prints.row.photos[0].media
    driver.until(lambda: driver.program.pictures.pixmap(media, 128) is not None)
    assert len(prints.row.photos) == 2
