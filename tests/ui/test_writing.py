"""One tool for texts, and typing wherever something is chosen."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
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


def _writing_a_story(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("Twee wegen.")
    return driver.canvas.editor


def test_undo_while_writing_takes_the_words_off_the_slip(driver, photos):
    slip = _writing_a_story(driver, photos)
    driver.press("undo")
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == ""
    assert slip.isVisible()
    driver.press("redo")
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == "Twee wegen."
    driver.type(" Of drie.")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Twee wegen. Of drie."


def test_the_slip_closes_when_undo_takes_its_halte_away(driver, photos):
    slip = _writing_a_story(driver, photos)
    driver.press("undo")
    driver.press("undo")
    assert not driver.journey.stops
    assert not slip.isVisible()
    driver.type("geen spoor")
    assert not driver.journey.notes


def test_undo_keys_in_a_text_are_those_of_the_journey(driver, photos):
    slip = _writing_a_story(driver, photos)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    driver.key(Qt.Key.Key_Z, control, widget=slip)
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == ""
    driver.key(Qt.Key.Key_Z, control | shift, widget=slip)
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == "Twee wegen."
    driver.key(Qt.Key.Key_Z, control, widget=slip)
    driver.key(Qt.Key.Key_Y, control, widget=slip)
    assert slip.toPlainText() == "Twee wegen."


def test_a_note_not_yet_written_stays_open_when_something_else_is_undone(driver, photos):
    driver.drop(photos(1), Point(1900, 900))
    driver.double_tap(OPEN)
    driver.press("undo")
    assert not driver.journey.photos
    assert driver.canvas.editor.isVisible()
    driver.type("Toch")
    assert [note.text for note in driver.journey.notes.values()] == ["Toch"]
    driver.press("undo")
    assert not driver.journey.notes
    assert not driver.canvas.editor.isVisible()


def test_a_note_that_was_emptied_can_be_written_again(driver):
    driver.double_tap(OPEN)
    driver.type("Een")
    driver.key(Qt.Key.Key_Escape)
    (before,) = driver.journey.notes.values()
    driver.double_tap(OPEN + Point(20, 12))
    driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.key(Qt.Key.Key_Delete)
    assert not driver.journey.notes
    driver.type("Twee")
    (after,) = driver.journey.notes.values()
    assert after.text == "Twee"
    assert after.at == before.at


def test_another_journey_closes_the_slip(driver, photos):
    slip = _writing_a_story(driver, photos)
    driver.program.workbench.lay(driver.program.desks.new())
    assert not slip.isVisible()
    assert slip.record_id is None


def test_words_for_what_is_gone_change_nothing(driver):
    journey = driver.journey
    assert edits.change_stop(journey, "weg", text="Waar?") is journey
    assert edits.set_caption(journey, "weg", "Wat?") is journey
    assert edits.set_note_text(journey, "weg", "Wie?") is journey
