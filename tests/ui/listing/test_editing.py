"""What is there is rewritten, moved, indented, shown to others and taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import (
    Audience,
    BackpackItem,
    BackpackKind,
    Companion,
    CompassMoment,
    Flag,
    Impulse,
    Note,
    OwnPlace,
    Sign,
    Stop,
)
from tests import journeys
from tests.ui.listing.conftest import ALT, CTRL, ENTER, ESC

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def haltes(given):
    """Een, Twee and Drie, in this order."""
    for number, name in enumerate(("Een", "Twee", "Drie")):
        stop = Stop(id=name.lower(), title=name, at=Point(600 + 150 * number, 500))
        given(lambda now, stop=stop: edits.start_stop(now, stop))


def test_the_name_of_a_journey_and_its_traveller(driver, typist):
    typist.go_to("Reis:")
    typist.press(ENTER)
    typist.write("Mijn jaar")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_F2)
    typist.write("Noor")
    typist.press(Qt.Key.Key_Down)
    typist.press(ENTER)
    typist.type("Ik lees veel.")
    typist.press(ESC)
    journey = driver.journey
    assert (journey.title, journey.traveller, journey.about) == (
        "Mijn jaar",
        "Noor",
        "Ik lees veel.",
    )
    assert typist.here == "Over jou: Ik lees veel."


def test_whoever_goes_on_writing_loses_nothing(driver, typist, haltes):
    typist.go_to("Halte: Twee")
    typist.press(ENTER)
    typist.write(" keer")
    assert driver.journey.stops["twee"].title == "Twee keer"


def test_an_emptied_label_says_again_what_it_said(driver, typist, given):
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Geduld")))
    typist.go_to("Ding: Geduld")
    typist.press(ENTER)
    QApplication.focusWidget().selectAll()
    typist.press(Qt.Key.Key_Backspace)
    typist.press(ENTER)
    assert driver.journey.backpack["b"].text == "Geduld"


def test_a_double_click_writes_too(driver, typist, haltes):
    index = typist.view.rows.index_of("stop:een")
    spot = typist.tree.visualRect(index).center()
    port = typist.tree.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=spot)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_haltes_are_moved_past_the_line_and_back(driver, typist, haltes):
    typist.go_to("Halte: Een")
    typist.press(Qt.Key.Key_Down, ALT)
    assert driver.journey.order == ("twee", "een", "drie")
    typist.press(Qt.Key.Key_Down, ALT)
    typist.press(Qt.Key.Key_Down, ALT)
    assert driver.journey.order == ("twee", "drie")
    assert typist.here == "Halte: Een"
    assert QApplication.focusWidget() is typist.tree
    typist.press(Qt.Key.Key_Down, ALT)
    assert driver.journey.order == ("twee", "drie")
    typist.press(Qt.Key.Key_Up, ALT)
    assert driver.journey.order == ("twee", "drie", "een")
    typist.press(Qt.Key.Key_Up, ALT)
    typist.press(Qt.Key.Key_Up, ALT)
    typist.press(Qt.Key.Key_Up, ALT)
    assert driver.journey.order == ("een", "twee", "drie")
    assert typist.here == "Halte: Een"
    assert driver.program.workbench.undo_label == "Volgorde wijzigen"


def test_a_halte_is_put_beside_the_one_above_and_back(driver, typist, haltes):
    typist.go_to("Halte: Twee")
    typist.press(Qt.Key.Key_Right, ALT)
    assert driver.journey.stops["twee"].beside
    assert typist.here == "Halte: Twee, Op een tweede spoor"
    typist.press(Qt.Key.Key_Left, ALT)
    assert not driver.journey.stops["twee"].beside
    typist.go_to("Halte: Een")
    typist.press(Qt.Key.Key_Right, ALT)
    assert not driver.journey.stops["een"].beside


def test_a_halte_is_taken_away_and_put_back(driver, typist, haltes):
    before = driver.journey
    typist.go_to("Halte: Twee")
    typist.press(Qt.Key.Key_Delete)
    assert "twee" not in driver.journey.stops
    assert typist.here != ""
    assert driver.messages.last.text == "Halte weggehaald."
    driver.messages.take_up("Zet terug")
    assert driver.journey == before
    assert "Halte: Twee" in typist.said()


def test_delete_on_the_bar_means_the_row_as_well(driver, typist, given):
    given(lambda now: edits.start_stop(now, Stop(id="s", at=Point(1, 1))))
    given(lambda now: edits.change_stop(now, "s", text="Een verhaal"))
    typist.go_to("Verhaal:")
    typist.view.bar.more.setFocus()
    typist.press(Qt.Key.Key_Delete)
    assert driver.journey.stops["s"].text == ""
    assert "s" in driver.journey.stops


def test_at_a_halte_somebody_or_something_is_only_no_longer_there(driver, typist, haltes, given):
    given(lambda now: edits.welcome(now, Companion(id="c", name="Fatima")))
    given(lambda now: edits.accompany(now, "c", ["een"], along=True))
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Touw", stop="een", laid="twee")))
    typist.go_to("Reist hier mee: Fatima")
    typist.press(Qt.Key.Key_Delete)
    assert driver.messages.last.text == "Fatima is hier niet meer bij."
    typist.go_to("Hier opgepakt: Touw")
    typist.press(Qt.Key.Key_Delete)
    typist.go_to("Hier neergelegd: Touw")
    typist.press(Qt.Key.Key_Delete)
    assert driver.journey.stops["een"].company == ()
    assert driver.journey.companions["c"].name == "Fatima"
    assert driver.journey.backpack["b"] == BackpackItem(id="b", text="Touw")
    typist.go_to("Ding: Touw")
    typist.press(Qt.Key.Key_Delete)
    typist.go_to("Reisgenoot: Fatima")
    typist.press(Qt.Key.Key_Delete)
    assert not driver.journey.backpack
    assert not driver.journey.companions


def test_who_may_see_it_is_said_in_the_menu_and_read_in_the_row(driver, typist, haltes, given):
    given(lambda now: edits.entitle(now, about="Ik ben Noor."))
    typist.go_to("Halte: Een")
    typist.more("Te zien voor", "Alleen jij")
    assert driver.journey.stops["een"].audience is Audience.SELF
    assert typist.here == "Halte: Een, Alleen voor jou"
    typist.go_to("Over jou")
    typist.more("Te zien voor", "Gesprek")
    assert driver.journey.audience.about is Audience.CONVERSATION
    assert typist.here == "Over jou: Ik ben Noor., Voor een gesprek"


def test_a_halte_is_also_at_another_place(driver, typist, haltes):
    typist.go_to("Halte: Een")
    typist.more("Ook op een andere plaats")
    typist.choose("dilemma", "wens")
    assert driver.journey.stops["een"].places == ("dilemmabos", "wensboom")
    assert typist.here == "Halte: Een, Dilemmabos, Wensboom"
    assert driver.program.workbench.undo_label == "Plaats van de halte wijzigen"


def test_a_thing_is_of_a_sort_and_was_picked_up_and_laid_down(driver, typist, haltes, given):
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Touw")))
    typist.go_to("Ding: Touw")
    typist.more("Wat voor soort het is", "Talent")
    assert driver.journey.backpack["b"].kind is BackpackKind.TALENT
    typist.more("Opgepakt bij…")
    typist.choose("twee")
    typist.more("Neergelegd bij…")
    typist.choose("drie")
    item = driver.journey.backpack["b"]
    assert (item.stop, item.laid) == ("twee", "drie")
    assert typist.here == "Ding: Touw, Talent, opgepakt bij “Twee”, neergelegd bij “Drie”"


def test_a_person_helps_has_a_role_and_is_along_at_some_haltes(driver, typist, haltes, given):
    given(lambda now: edits.welcome(now, Companion(id="c", name="Fatima")))
    typist.go_to("Reisgenoot: Fatima")
    typist.more("Helpt je")
    typist.more("Remt je")
    typist.more("Reist mee bij…")
    typist.choose("een", "twee")
    typist.add("Rol")
    typist.write("buurvrouw")
    typist.go_to("Reisgenoot: Fatima")
    assert typist.here == ("Reisgenoot: Fatima, buurvrouw, Helpt je, Remt je, van “Een” tot “Twee”")
    assert driver.journey.companions["c"].role == "buurvrouw"


def test_a_compass_is_turned_by_a_wind_or_by_degrees(driver, typist, given):
    given(lambda now: edits.lay_compass(now, CompassMoment(id="k", at=Point(900, 900))))
    typist.go_to("Kompas")
    typist.more("Richting", "naar het zuidoosten")
    assert driver.journey.compass_moments["k"].direction == 135.0
    assert typist.here == "Kompas, naar het zuidoosten"
    typist.more("Richting", "In graden")
    dial = QApplication.focusWidget()
    assert isinstance(dial, QSpinBox)
    assert dial.value() == 135
    typist.press(Qt.Key.Key_Up)
    typist.press(ENTER)
    assert driver.journey.compass_moments["k"].direction == 140.0
    typist.go_to("Kompas")
    assert typist.here == "Kompas, naar het zuidoosten, 140 graden"


def test_why_a_compass_came_out_who_asked_and_at_which_halte(driver, typist, haltes, given):
    given(lambda now: edits.lay_compass(now, CompassMoment(id="k", at=Point(900, 900))))
    typist.go_to("Kompas")
    typist.more("Waarom je erop keek", "Iemand vroeg ernaar")
    typist.more("Wie ernaar vroeg")
    typist.write("mijn mentor")
    typist.go_to("Kompas")
    typist.more("Naar een halte…")
    typist.choose("twee")
    moment = driver.journey.compass_moments["k"]
    assert (moment.impulse, moment.asker, moment.stop) == (Impulse.EXTERNAL, "mijn mentor", "twee")
    assert typist.here == "Kompas, naar het noorden, mijn mentor vroeg ernaar"


def test_a_place_of_one_s_own_is_where_one_sets_out(driver, typist, given):
    own = OwnPlace(id="o", sign=Sign.HOUSE, at=Point(300, 1300), name="Thuis")
    given(lambda now: edits.add_place(now, own))
    typist.go_to("Eigen plek: Thuis")
    typist.more("Vertrek")
    assert driver.journey.own_places["o"].flag is Flag.DEPARTURE
    assert typist.here == "Eigen plek: Thuis, Huis, Vertrek"
    typist.more("Vertrek")
    assert driver.journey.own_places["o"].flag is None
    typist.more("Halte hier")
    typist.write("Weg van huis")
    [stop] = driver.journey.stops.values()
    assert stop.places == ("o",)


def test_a_photo_is_put_in_another_halte_and_out_of_it(driver, typist, haltes, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p", caption="Poort")]))
    typist.go_to("Foto: Poort")
    typist.more("Naar een halte…")
    typist.choose("twee")
    assert driver.journey.photos["p"].stop == "twee"
    assert typist.here == "Foto: Poort"
    typist.more("Uit de halte halen")
    assert driver.journey.photos["p"].stop is None
    assert typist.here == "Foto: Poort"
    typist.press(Qt.Key.Key_Delete)
    assert not driver.journey.photos


def test_a_path_is_read_in_words_and_taken_away(driver, typist, given):
    given(lambda now: edits.add_trail(now, journeys.trail("t")))
    typist.go_to("Pad: Mijn pad")
    assert typist.here == "Pad: Mijn pad, Steenrood"
    typist.press(Qt.Key.Key_Delete)
    assert not driver.journey.trails
    driver.press("undo")
    assert "t" in driver.journey.trails


def test_letters_find_rows_and_headings_are_leapt_to(driver, typist, haltes):
    typist.press(Qt.Key.Key_Home)
    typist.type("dri")
    assert typist.here == "Halte: Drie"
    assert driver.canvas.tool == "choose"
    typist.press(Qt.Key.Key_Down, CTRL)
    assert typist.here == "Rugzak"
    typist.press(Qt.Key.Key_Up, CTRL)
    assert typist.here == "Halte: Drie"


def test_digits_are_letters_here_and_no_tools(driver, typist, haltes):
    typist.press(Qt.Key.Key_2)
    assert driver.canvas.tool == "choose"
    assert driver.program.listing.on


def test_every_offer_of_every_row_can_be_asked_for(driver, typist, given):
    given(lambda _now: journeys.peopled())
    typist.view.tree.go_to("journey")
    for key in typist.view.rows.keys():  # noqa: SIM118
        row = typist.view.rows.row_at(typist.view.rows.index_of(key))
        words = [deed.words for deed in typist.view.deeds.offers(row)]
        assert len(words) == len(set(words)), (key, words)


def test_a_note_in_a_halte_is_rewritten(driver, typist, haltes, given):
    given(lambda now: edits.add_note(now, Note(id="n", text="Een", at=Point(9, 9), stop="een")))
    typist.go_to("Tekst: Een")
    typist.press(ENTER)
    typist.type(" briefje")
    typist.press(ENTER, CTRL)
    assert driver.journey.notes["n"].text == "Een briefje"
    assert QApplication.focusWidget() is typist.tree


def test_a_field_grows_with_what_is_written_in_it(driver, typist, haltes):
    typist.go_to("Halte: Een")
    typist.add("Verhaal")
    field = QApplication.focusWidget()
    before = field.height()
    for _line in range(5):
        typist.type("regel")
        typist.press(ENTER)
    driver.until(lambda: field.height() > before + 60)
    below = typist.tree.visualRect(typist.view.rows.index_of("stop:twee"))
    assert below.top() >= field.geometry().bottom()


def test_keys_that_move_a_halte_mean_nothing_while_one_writes_in_it(driver, typist):
    for name in ("Een", "Twee"):
        typist.add("Halte")
        typist.choose()
        typist.write(name)
    before = driver.journey
    typist.press(ENTER)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        typist.press(key, ALT)
    typist.type(" keer")
    typist.press(ENTER)
    assert driver.journey.order == before.order
    assert typist.here.startswith("Halte: Twee keer")
    assert not any(stop.beside for stop in driver.journey.stops.values())
