"""Adding a place of one's own: a sign, a name, and haltes as at any other place."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Flag, OwnPlace, Sign
from reisblog.ui.canvas.names import Names
from reisblog.ui.canvas.place_tip import exact_name
from reisblog.ui.sign_drawing import draw_sign
from tests.driver import files

OPEN = Point(1330, 930)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def legend(driver):
    driver.window.open_tab("legend")
    return driver.window.panel.page("legend")


@pytest.fixture
def tent(driver, legend):
    """A tent without a name, in the middle of the view."""
    click(legend.add)
    click(legend.signs.buttons[Sign.TENT])
    return next(iter(driver.journey.own_places.values()))


@pytest.fixture
def card(driver, tent):
    return driver.window.looks.card


def test_a_sign_from_the_legend_comes_into_view_and_asks_for_its_name(driver, tent, card):
    assert driver.canvas.sight.seen().contains(tent.at)
    assert driver.chosen == {tent.id}
    assert card.isVisible()
    assert card.form.name.hasFocus()
    QTest.keyClicks(card.form.name, "Kamp")
    assert driver.journey.own_places[tent.id].name == "Kamp"
    driver.press("undo")
    assert driver.journey.own_places[tent.id].name == ""
    driver.press("undo")
    assert not driver.journey.own_places
    assert not card.isVisible()


def test_it_gets_another_sign_in_its_card(driver, tent, card):
    click(card.form.signs.buttons[Sign.CAMPFIRE])
    assert driver.journey.own_places[tent.id].sign is Sign.CAMPFIRE
    assert card.isVisible()


def test_it_is_carried_to_where_it_belongs(driver, tent, card):
    card.dismiss()
    middle = Point(tent.at.x, tent.at.y - 50)
    driver.drag(middle, OPEN)
    assert driver.journey.own_places[tent.id].at.distance(OPEN + Point(0, 50)) < 3
    driver.press("undo")
    assert driver.journey.own_places[tent.id].at == tent.at


def test_photos_dropped_on_it_make_a_halte_there(driver, tent, card, photos):
    card.dismiss()
    middle = Point(tent.at.x, tent.at.y - 50)
    driver.hover(files(photos(1)), middle)
    assert driver.canvas.lights.place.id == tent.id
    driver.leave()
    driver.drop(photos(2), middle)
    stop = next(iter(driver.journey.stops.values()))
    assert stop.places == (tent.id,)
    pin = driver.canvas.scene().pins_of(stop.id)[0]
    assert pin.pos().y() == pytest.approx(tent.at.y, abs=20)
    driver.tap(OPEN)
    driver.tap(middle)
    assert driver.chosen == {tent.id}


def test_a_tap_chooses_it_and_opens_its_card(driver, tent, card):
    card.dismiss()
    driver.tap(OPEN)
    middle = Point(tent.at.x, tent.at.y - 50)
    QTest.mouseMove(driver.port, driver.seen(middle))
    assert driver.canvas.lights.pointed_at.id == tent.id
    driver.tap(middle)
    assert driver.chosen == {tent.id}
    assert card.place.id == tent.id
    click(card.begin)
    assert [stop.places for stop in driver.journey.stops.values()] == [(tent.id,)]


def test_enter_opens_the_card_of_the_one_that_is_chosen(driver, tent, card):
    card.dismiss()
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_Return)
    assert card.place.id == tent.id


def test_it_is_taken_away_and_put_back(driver, tent, card):
    click(card.remove)
    assert not driver.journey.own_places
    driver.messages.take_up("Zet terug")
    assert driver.journey.own_places[tent.id] == tent


def test_the_legend_lists_it_first_and_finds_it(driver, legend, tent, card):
    QTest.keyClicks(card.form.name, "Zolder")
    assert legend.search.places.shown()[0] == tent.id
    legend.search.field.setText("zolder")
    assert legend.search.places.shown() == [tent.id]
    driver.press("undo")
    assert legend.search.places.shown() == []


def test_on_the_unexplored_land_the_card_offers_one(driver):
    driver.tap(driver.program.workbench.atlas.places["onontgonnen-gebied"].label)
    card = driver.window.looks.card
    assert card.settle.isVisible()
    click(card.settle)
    own = next(iter(driver.journey.own_places.values()))
    area = driver.program.workbench.atlas.places["onontgonnen-gebied"].area
    assert area.contains(own.at)
    assert card.place.id == own.id
    card.dismiss()
    driver.tap(OPEN)
    driver.tap(driver.place("wensboom"))
    assert not card.settle.isVisible()
    assert not card.form.isVisible()


def test_the_card_of_another_place_keeps_the_keyboard(driver, tent, card):
    assert card.form.name.hasFocus()
    driver.program.workbench.look_at("wensboom")
    assert card.begin.hasFocus()


def test_it_is_there_after_saving_and_opening(driver, tent, card, tmp_path):
    QTest.keyClicks(card.form.name, "Kamp")
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    driver.settle()
    kept = driver.journey.own_places
    driver.press("new")
    assert not driver.journey.own_places
    driver.program.session.open(tmp_path / "reis.reisblog")
    driver.settle()
    assert driver.journey.own_places == kept
    assert driver.canvas.scene().item_of(tent.id) is not None


def test_enter_and_esc_end_the_naming_and_give_the_keyboard_to_the_map(driver, tent, card):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        driver.program.workbench.look_at(tent.id)
        card.form.name.setFocus()
        QTest.keyClick(card.form.name, key)
        assert not card.isVisible()
        assert driver.canvas.hasFocus()


def test_the_tab_key_goes_through_the_card_as_it_is_read(driver, tent, card):
    card.form.name.setFocus()
    passed = []
    for _stop in range(6):
        QTest.keyClick(driver.window.focusWidget(), Qt.Key.Key_Tab)
        passed.append(driver.window.focusWidget())
    choices = [*card.form.flags.values(), card.form.audience.buttons[Audience.CLASS]]
    assert passed == [card.form.signs.buttons[Sign.TENT], *choices, card.begin, card.remove]


def test_it_may_be_where_one_sets_out_or_where_one_is_going_or_neither(driver, tent, card):
    flags = card.form.flags
    click(flags[Flag.DEPARTURE])
    assert driver.journey.own_places[tent.id].flag is Flag.DEPARTURE
    assert "vertrek" in card.name.text()
    assert card.accessibleName() == "Tent, Vertrek"
    click(flags[Flag.DESTINATION])
    assert driver.journey.own_places[tent.id].flag is Flag.DESTINATION
    assert not flags[Flag.DEPARTURE].isChecked()
    click(flags[Flag.DESTINATION])
    assert driver.journey.own_places[tent.id].flag is None
    assert card.accessibleName() == "Tent"
    driver.press("undo")
    assert flags[Flag.DESTINATION].isChecked()


def test_a_flag_is_raised_from_the_keyboard(driver, tent, card):
    card.form.flags[Flag.DESTINATION].setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    assert driver.journey.own_places[tent.id].flag is Flag.DESTINATION


def test_its_card_says_who_may_see_it(driver, tent, card):
    assert card.form.audience.buttons[Audience.CLASS].isChecked()
    click(card.form.audience.buttons[Audience.SELF])
    assert driver.journey.own_places[tent.id].audience is Audience.SELF
    driver.press("undo")
    assert card.form.audience.buttons[Audience.CLASS].isChecked()


def test_the_tip_and_the_legend_say_what_its_flag_means(driver, legend, tent, card):
    click(card.form.flags[Flag.DESTINATION])
    atlas = driver.program.workbench.atlas
    assert exact_name(atlas, atlas.places[tent.id]).startswith("Tent, Bestemming")
    legend.search.field.setText("bestemming")
    assert legend.search.places.shown() == [tent.id]


def test_the_two_pennants_differ_in_form_at_the_smallest_scale(driver, tent):
    """A grey picture of each, as large as with the whole map in a small window."""

    def grey(flag):
        picture = QImage(52, 52, QImage.Format.Format_Grayscale8)
        picture.fill(200)
        painter = QPainter(picture)
        draw_sign(painter, Sign.TENT, QRectF(0, 0, 51, 51), flag=flag)
        painter.end()
        return [picture.pixelColor(x, y).lightness() for y in range(2, 14) for x in range(7, 26)]

    none, departure, destination = grey(None), grey(Flag.DEPARTURE), grey(Flag.DESTINATION)
    for one, other in ((none, departure), (none, destination), (departure, destination)):
        apart = sum(abs(a - b) > 60 for a, b in zip(one, other, strict=True))
        assert apart > 30


def test_a_double_tap_opens_its_card(driver, tent, card):
    card.dismiss()
    driver.double_tap(Point(tent.at.x, tent.at.y - 50))
    assert card.place.id == tent.id
    assert not driver.journey.notes


def test_it_cannot_be_carried_off_the_sheet(driver, tent, card):
    card.dismiss()
    driver.press("fit")
    middle = Point(tent.at.x, tent.at.y - 50)
    driver.drag(middle, Point(-60, 1640))
    at = driver.journey.own_places[tent.id].at
    assert driver.program.workbench.atlas.bounds.contains(at)


def test_names_give_way_to_its_sign(driver):
    label = driver.program.workbench.atlas.places["wensboom"].label
    own = OwnPlace(id="o", sign=Sign.HOUSE, at=Point(label.x, label.y + 50))
    driver.program.workbench.edit("x", lambda journey: edits.add_place(journey, own))
    to_view, port = driver.canvas.viewportTransform(), QRectF(driver.port.rect())
    names = Names(lambda: driver.program.workbench.atlas).boxes(to_view, port, ratio=1.0)
    sign = to_view.mapRect(QRectF(label.x - 40, label.y - 20, 80, 60))
    assert not names["wensboom"].intersects(sign)
