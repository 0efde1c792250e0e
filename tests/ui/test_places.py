"""Looking at the places: one lights up under the pointer, and a tap opens its card."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look, texts
from reisblog.model.edits import start_stop
from reisblog.model.geometry import Point
from reisblog.model.records import Stop

OPEN = Point(1330, 930)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def point(driver, at):
    """Move the pointer there without pressing; one that is there already would say nothing."""
    QTest.mouseMove(driver.port, QPoint(1, 1))
    QTest.mouseMove(driver.port, driver.seen(at))
    return driver.canvas.lights.pointed_at


@pytest.fixture
def card(driver):
    """The card, once something was tapped."""
    return driver.window.looks.card


def test_the_place_under_the_pointer_lights_up(driver):
    assert point(driver, driver.place("wensboom")).id == "wensboom"
    assert point(driver, driver.place("dilemmabos")).id == "dilemmabos"
    QApplication.sendEvent(driver.port, QEvent(QEvent.Type.Leave))
    assert driver.canvas.lights.pointed_at is None


def test_no_place_lights_up_where_something_lies_or_another_tool_is_in_hand(driver, photos):
    tree = driver.place("wensboom")
    driver.drop(photos(1), OPEN)
    driver.drag(OPEN, tree)
    assert point(driver, tree) is None
    driver.press("path")
    assert point(driver, driver.place("dilemmabos")) is None


def test_a_tap_opens_the_card_beside_the_place_and_another_closes_it(driver, card):
    for place in driver.program.workbench.atlas.places.values():
        driver.tap(place.label)
        assert card.isVisible()
        assert card.place == place
        assert card.name.text() == place.name
        assert card.carries.text() == place.carries["nl"]
        assert card.told.text() == place.told["nl"]
        assert driver.canvas.lights.looked_at == place
        around = card.parentWidget().rect()
        assert around.contains(card.geometry().marginsRemoved(card.contentsMargins()))
    driver.tap(place.label)
    assert not card.isVisible()
    assert driver.canvas.lights.looked_at is None


def test_the_card_speaks_the_language_of_the_interface(driver, card):
    texts.use("en")
    place = driver.program.workbench.atlas.places["wensboom"]
    driver.tap(place.label)
    assert card.carries.text() == place.carries["en"]
    assert card.name.text() == "Wensboom"


def test_a_tap_that_lets_go_of_something_opens_nothing(driver, photos, card):
    driver.drop(photos(1), OPEN)
    assert driver.chosen
    driver.tap(driver.place("wensboom"))
    assert not driver.chosen
    assert not card.isVisible()
    driver.tap(driver.place("wensboom"))
    assert card.isVisible()


def test_escape_another_tool_a_choice_and_another_journey_close_it(driver, photos, card):
    driver.drop(photos(1), OPEN)
    driver.program.workbench.choose()

    def opened():
        driver.tap(driver.place("wensboom"))
        return card.isVisible()

    assert opened()
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not card.isVisible()
    assert opened()
    driver.press("path")
    assert not card.isVisible()
    driver.press("choose")
    assert opened()
    driver.tap(OPEN)
    assert driver.chosen
    assert not card.isVisible()
    driver.program.workbench.choose()
    assert opened()
    click(card.close_button)
    assert not card.isVisible()
    assert opened()
    driver.messages.answer = 1
    driver.press("new")
    assert not card.isVisible()


def test_escape_closes_the_card_from_within_too_and_leaves_the_board_alone(driver, card):
    driver.press("board")
    driver.tap(driver.place("wensboom"))
    card.close_button.setFocus()
    driver.key(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert driver.window.on_board
    assert QApplication.focusWidget() is driver.canvas


def test_letting_go_of_a_note_opens_no_card(driver, card):
    driver.double_tap(OPEN)
    driver.type("Even")
    driver.tap(driver.place("wensboom"))
    assert not card.isVisible()


def test_another_tool_puts_the_light_out(driver):
    assert point(driver, driver.place("wensboom")) is not None
    driver.press("path")
    assert driver.canvas.lights.pointed_at is None


def test_a_place_is_looked_at_from_the_legend(driver, card):
    driver.window.open_tab("legend")
    legend = driver.window.panel.page("legend")
    legend.begin()
    driver.type("wensboom")
    driver.key(Qt.Key.Key_Return)
    assert card.isVisible()
    assert card.place.id == "wensboom"


def test_of_many_haltes_the_last_ones_are_listed_each_known_by_its_words(driver, card):
    titles = ["Eerst", "", "", "", ""]
    texts_ = ["", "Toen kwam er een brief van school", "", "", "x" * 500]
    for number, (title, text) in enumerate(zip(titles, texts_, strict=True)):
        stop = Stop(
            id=f"s{number}", places=("wensboom",), at=Point(900, 900), title=title, text=text
        )
        driver.program.workbench.edit("Earlier", lambda now, stop=stop: start_stop(now, stop))
    driver.tap(driver.program.workbench.atlas.places["wensboom"].label)
    assert [button.accessibleName() for button in card.stops] == [
        "Je halte hier",
        "Je halte hier",
        "x" * 60,
    ]
    assert card.more.isVisible()
    assert "2" in card.more.text()
    inner = card.width() - 2 * 12
    assert all(button.sizeHint().width() <= inner for button in card.stops)


def test_a_halte_begins_there_without_a_photo_and_is_written_on(driver, card):
    driver.tap(driver.place("wensboom"))
    click(card.begin)
    (stop,) = driver.journey.stops.values()
    assert stop.places == ("wensboom",)
    assert driver.chosen == {stop.id}
    assert not card.isVisible()
    driver.type("Hier droom ik.")
    driver.key(Qt.Key.Key_Escape)
    assert driver.journey.stops[stop.id].text == "Hier droom ik."
    driver.press("undo")
    driver.press("undo")
    assert not driver.journey.stops


def test_the_haltes_there_are_listed_and_chosen(driver, photos, card):
    tree = driver.place("wensboom")
    driver.drop(photos(1), tree)
    (stop,) = driver.journey.stops
    driver.program.workbench.choose()
    driver.tap(driver.program.workbench.atlas.places["wensboom"].label)
    (button,) = card.stops
    assert button.accessibleName() == "Je halte hier"
    click(button)
    assert driver.chosen == {stop}
    assert not card.isVisible()


def test_the_card_stays_beside_its_place_when_the_map_moves(driver, card):
    place = driver.program.workbench.atlas.places["wensboom"]
    driver.tap(place.label)
    before = card.pos()
    driver.canvas.sight.pan(Point(60, -40))
    assert (card.pos() - before).toTuple() == (60, -40)


def test_on_a_board_it_is_larger(driver, card):
    driver.tap(driver.place("wensboom"))
    width = card.width()
    driver.press("board")
    driver.until(lambda: card.width() > width)
    assert card.begin.height() >= look.TARGET_BOARD_PX
    assert card.carries.font().pixelSize() >= look.TEXT_LARGE_PX


def test_a_place_lights_up_while_the_keyboard_or_the_pointer_is_at_its_name_in_the_legend(driver):
    driver.window.open_tab("legend")
    search = driver.window.panel.page("legend").search
    search.field.setFocus()
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    lights = driver.canvas.lights
    assert lights.pointed_at.id == search.places.shown()[0]
    QTest.keyClick(search.places, Qt.Key.Key_Down)
    assert lights.pointed_at.id == search.places.shown()[1]
    search.field.setFocus()
    assert lights.pointed_at is None
    row = search.places.visualRect(search.places.model().index(2, 0))
    QTest.mouseMove(search.places.viewport(), row.center())
    driver.until(lambda: lights.pointed_at is not None)
    assert lights.pointed_at.id == search.places.shown()[2]
