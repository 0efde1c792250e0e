"""What can be added in the list, with keys alone; undo takes each back in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from reisblog.model import edits
from reisblog.model.journey import photos_of
from reisblog.model.records import Companion, Sign
from tests import journeys
from tests.ui.listing.conftest import ENTER, ESC

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def halte(typist):
    """One halte in the list, at which one is."""
    typist.add("Halte")
    typist.choose("wens")
    typist.write("De boom")
    return typist


def only(table):
    [record] = table.values()
    return record


def test_a_halte_at_a_place_found_by_its_first_letters(driver, typist):
    typist.add("Halte")
    typist.choose("wens")
    typist.write("Onder de boom")
    stop = only(driver.journey.stops)
    assert (stop.title, stop.places) == ("Onder de boom", ("wensboom",))
    assert typist.here == "Halte: Onder de boom, Wensboom"
    assert driver.chosen == {stop.id}


def test_a_halte_at_several_places_and_one_at_none(driver, typist):
    typist.add("Halte")
    typist.choose("wens", "haven")
    typist.press(ESC)
    typist.add("Halte")
    typist.choose()
    typist.press(ESC)
    both, none = driver.journey.stops.values()
    assert both.places == ("wensboom", "veilige-haven")
    assert none.places == ()
    assert both.at != none.at


def test_a_place_picked_twice_is_not_picked(driver, typist):
    typist.add("Halte")
    typist.choose("wens", "wens")
    assert only(driver.journey.stops).places == ()


def test_esc_in_the_chooser_makes_no_halte(driver, typist):
    typist.add("Halte")
    typist.type("wens")
    typist.press(ESC)
    assert not driver.journey.stops
    assert QApplication.focusWidget() is typist.tree


def test_a_place_is_found_by_what_it_is_about_where_none_is_called_so(driver, typist):
    typist.add("Halte")
    typist.type("be")
    chooser = QApplication.activePopupWidget()
    assert chooser.shown() == ["Bergen", "Berg van het Realisme", "Bemande Reisbureau"]
    chooser.field.clear()
    typist.type("regels")
    assert "Doolhof van de Bureaucratie" in chooser.shown()
    chooser.close()


def test_story_and_date_are_written_in_rows_of_their_own(driver, halte):
    halte.add("Verhaal")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    halte.type("Eerst koffie.")
    halte.press(ENTER)
    halte.type("Toen werk.")
    halte.press(ESC)
    assert only(driver.journey.stops).text == "Eerst koffie.\nToen werk."
    assert halte.here == "Verhaal: Eerst koffie.\nToen werk."
    halte.add("Wanneer")
    halte.write("in mei")
    assert only(driver.journey.stops).when == "in mei"
    halte.go_to("Halte:")
    assert halte.here == "Halte: De boom, Wensboom, in mei"
    assert not any(words.startswith("Wanneer") for words in halte.said())


def test_a_row_left_without_words_goes_and_nothing_has_been_done(driver, halte):
    before = driver.journey
    for words in ("Verhaal", "Wanneer", "Tekst", "Ding"):
        halte.add(words)
        halte.press(ESC)
        halte.driver.until(lambda: halte.here == "Halte: De boom, Wensboom")
    assert driver.journey is before
    assert halte.view._draft is None


def test_a_note_lies_near_its_halte(driver, halte):
    halte.add("Tekst")
    halte.type("Onthouden")
    halte.press(ESC)
    note, stop = only(driver.journey.notes), only(driver.journey.stops)
    assert (note.text, note.stop) == ("Onthouden", stop.id)
    assert note.at.distance(stop.at) < 600
    assert halte.here == "Tekst: Onthouden"


def test_a_note_at_no_halte_lies_loose(driver, typist):
    typist.add("Tekst")
    typist.type("Los")
    typist.press(ESC)
    assert only(driver.journey.notes).stop is None
    assert typist.here == "Tekst: Los"


def test_a_thing_picked_up_at_a_halte_is_in_the_backpack_too(driver, halte):
    halte.add("Ding")
    halte.write("Geduld")
    assert only(driver.journey.backpack).stop == only(driver.journey.stops).id
    assert halte.here == "Hier opgepakt: Geduld"
    halte.go_to("Ding:")
    assert halte.here == "Ding: Geduld, opgepakt bij “De boom”"


def test_undo_while_writing_takes_the_thing_back_and_the_field_is_empty(driver, halte):
    before = driver.journey
    halte.add("Ding")
    halte.type("Geduld")
    halte.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.journey == before
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    halte.press(ESC)
    halte.driver.until(lambda: halte.here == "Halte: De boom, Wensboom")


def test_each_writing_is_one_step_of_undo(driver, halte):
    before = driver.journey
    halte.add("Ding")
    halte.write("Geduld")
    assert driver.program.workbench.undo_label == "In de rugzak doen"
    driver.press("undo")
    assert driver.journey == before


def test_somebody_new_and_somebody_known_are_along(driver, halte, given):
    given(lambda now: edits.welcome(now, Companion(id="riet", name="Oma Riet")))
    halte.add("Reisgenoot")
    halte.choose("oma", "Fatima")
    fatima = next(key for key, one in driver.journey.companions.items() if one.name == "Fatima")
    assert only(driver.journey.stops).company == ("riet", fatima)
    assert "Reist hier mee: Fatima" in halte.said()
    assert "Reisgenoot: Oma Riet, bij “De boom”" in halte.said()


def test_somebody_whose_name_begins_as_another_s_can_be_added(driver, halte, given):
    given(lambda now: edits.welcome(now, Companion(id="jan", name="Jan Peter")))
    halte.add("Reisgenoot")
    halte.type("Jan")
    halte.press(Qt.Key.Key_Down)
    halte.press(Qt.Key.Key_Down)
    halte.press(ENTER)
    halte.press(ESC)
    assert [one.name for one in driver.journey.companions.values()] == ["Jan Peter", "Jan"]


def test_a_compass_lies_free_beside_its_halte_and_each_on_its_own(driver, halte):
    halte.add("Kompas")
    halte.type("Wil ik dit?")
    halte.press(ESC)
    halte.add("Kompas")
    halte.press(ESC)
    one, two = driver.journey.compass_moments.values()
    assert one.stop == two.stop == only(driver.journey.stops).id
    assert one.text == "Wil ik dit?"
    assert one.at.distance(two.at) > 100
    assert only(driver.journey.stops).at.distance(one.at) < 700


def test_a_place_of_one_s_own_stands_on_free_ground(driver, typist):
    typist.add("Eigen plek", "Tent")
    typist.write("Mijn straat")
    place = only(driver.journey.own_places)
    assert place.name == "Mijn straat"
    assert place.sign is Sign.TENT
    assert driver.program.workbench.atlas.bounds.contains(place.at)
    assert typist.here.startswith("Eigen plek: Mijn straat")


def test_photos_that_lie_ready_are_put_in_a_halte(driver, halte, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", caption="De poort")]))
    given(lambda now: edits.bring_in(now, [journeys.photo("p2", taken="2026-03-14T10:00:00")]))
    assert "Foto, 14 maart 2026" in halte.said()
    halte.add("Foto's")
    halte.choose("poort", "maart")
    stop = only(driver.journey.stops)
    assert {photo.id for photo in photos_of(driver.journey, stop.id)} == {"p1", "p2"}


def test_photos_of_this_computer_come_in_to_the_list(driver, typist, photos):
    driver.dialogs.files = photos(2)
    typist.add("Foto's")
    driver.settle()
    driver.until(lambda: typist.said().count("Foto") == 2)
    assert driver.program.listing.on
    assert not driver.window.panel.isVisible()


def test_what_can_be_added_follows_the_row(typist, driver):
    bar = typist.view.bar
    names = [button.accessibleName() for button in bar.adds if button.isVisible()]
    assert names[0] == "Halte"
    typist.go_to("Rugzak")
    assert bar.adds[0].accessibleName() == "Ding"
    typist.go_to("Reisgezelschap")
    assert bar.adds[0].accessibleName() == "Reisgenoot"
    bar.adds[0].click()
    typist.write("Sam")
    assert only(driver.journey.companions).name == "Sam"
    assert typist.here == "Reisgenoot: Sam"
