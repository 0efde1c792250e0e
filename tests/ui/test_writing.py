"""One tool for texts, and typing wherever something is chosen."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from reisblog.model.geometry import Point

OPEN = Point(1330, 930)


def test_typing_after_a_drop_writes_the_halte_s_story(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("Twee wegen.")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Twee wegen."


def test_a_double_tap_on_open_map_begins_a_note_there(driver):
    driver.double_tap(OPEN)
    driver.type("Hier begon het.")
    (note,) = driver.journey.notes.values()
    assert note.text == "Hier begon het."
    assert note.at.distance(OPEN) < 3


def test_a_note_without_letters_never_comes_into_being(driver):
    driver.double_tap(OPEN)
    driver.key(Qt.Key.Key_Escape)
    assert not driver.journey.notes


def test_the_text_tool_writes_a_caption_on_a_photo(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.press("text")
    driver.tap(OPEN)
    driver.type("Mijn eerste dag")
    (photo,) = driver.journey.photos.values()
    assert photo.caption == "Mijn eerste dag"


def test_the_text_tool_writes_the_story_on_a_halte_s_pin(driver, photos):
    driver.drop(photos(1), driver.place("bergen"))
    driver.press("text")
    pin = driver.program.atlas.places["bergen"].pin
    driver.tap(Point(pin.x, pin.y - 11 / driver.canvas.sight.scale))
    driver.type("Steil")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Steil"


def test_the_text_tool_lays_a_note_on_the_ground(driver):
    driver.press("text")
    driver.tap(OPEN)
    driver.type("Los briefje")
    assert [note.text for note in driver.journey.notes.values()] == ["Los briefje"]


def test_a_note_is_rewritten_in_place_and_gone_when_emptied(driver):
    driver.double_tap(OPEN)
    driver.type("Een")
    driver.key(Qt.Key.Key_Escape)
    (note,) = driver.journey.notes
    driver.double_tap(OPEN + Point(20, 12))
    driver.type(" twee")
    assert driver.journey.notes[note].text == "Een twee"
    driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.key(Qt.Key.Key_Delete)
    driver.key(Qt.Key.Key_Escape)
    assert not driver.journey.notes


def test_what_is_written_is_one_step_to_undo(driver):
    driver.double_tap(OPEN)
    driver.type("Heel veel letters")
    driver.key(Qt.Key.Key_Escape)
    driver.press("undo")
    assert not driver.journey.notes


def test_a_note_moves_like_a_photo(driver):
    driver.double_tap(OPEN)
    driver.type("Weg")
    driver.key(Qt.Key.Key_Escape)
    (before,) = driver.journey.notes.values()
    driver.drag(OPEN + Point(20, 12), OPEN + Point(120, 62))
    (after,) = driver.journey.notes.values()
    assert (after.at - before.at).distance(Point(100, 50)) < 4


def test_copied_words_are_pasted_as_a_note(driver):
    mime = QMimeData()
    mime.setText("Gekopieerd uit de chat")
    driver.paste(mime)
    assert [note.text for note in driver.journey.notes.values()] == ["Gekopieerd uit de chat"]


def test_markup_that_is_typed_stays_what_it_is(driver):
    driver.double_tap(OPEN)
    driver.type("<b>vet</b> & meer")
    driver.key(Qt.Key.Key_Escape)
    (note,) = driver.journey.notes.values()
    assert note.text == "<b>vet</b> & meer"


def test_digits_typed_in_a_text_choose_no_tool(driver):
    driver.double_tap(OPEN)
    driver.type("Week 3")
    assert driver.canvas.tool == "choose"
    assert QApplication.focusWidget() is driver.canvas.editor
