"""Who travels along: cards, how people are shown, and the stretches they share."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.model import edits
from reisblog.model.company import stretches
from reisblog.model.records import Audience, Companion, Token
from reisblog.ui.panels.company_chips import PersonChip
from reisblog.ui.panels.stop_picker import StopCell, StopSheet
from reisblog.ui.panels.token_picker import FaceButton
from reisblog.ui.stop_names import stop_name
from tests.driver import tray_photos

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def people(given):
    """Lets people of these names travel along; each is known by the name in small letters."""

    def make(*names, **fields):
        for name in names:
            companion = Companion(id=name.lower(), name=name, **fields)
            given(lambda now, companion=companion: edits.welcome(now, companion))

    return make


@pytest.fixture
def along(given):
    """Lets somebody be along at some haltes."""

    def make(who, *stop_ids):
        given(lambda now: edits.accompany(now, who, stop_ids, along=True))

    return make


def press(widget):
    QTest.mouseClick(widget, LEFT)
    QApplication.processEvents()


def drop(widget, mime):
    at, move = QPoint(20, 20), Qt.DropAction.MoveAction
    QApplication.sendEvent(widget, QDragEnterEvent(at, move, mime, LEFT, NONE))
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), move, mime, LEFT, NONE))


def sheet():
    (opened,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, StopSheet)]
    return opened


def pick(name):
    """Choose a halte from the sheet that is open, with the pointer."""
    stops = sheet().stops
    model = stops.model()
    (row,) = [row for row in range(model.rowCount()) if model.index(row, 0).data() == name]
    stops.scrollTo(model.index(row, 0))
    spot = stops.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(stops.viewport(), LEFT, NONE, spot)
    QApplication.processEvents()


# Cards


def test_without_anybody_there_is_a_word_about_what_may_come(page):
    company = page("company")
    assert company.empty.isVisible()
    assert not company.cards


def test_enter_welcomes_somebody_and_the_next_can_follow(driver, page):
    company = page("company")
    company.begin()
    for name in ("Oma Riet", "Sam"):
        driver.type(name)
        driver.key(Qt.Key.Key_Return)
    assert [person.name for person in driver.journey.companions.values()] == ["Oma Riet", "Sam"]
    assert len(company.cards) == 2
    assert not company.empty.isVisible()


def test_a_click_unfolds_a_card_and_the_next_click_another(driver, page, people):
    people("Sam", "Fatima")
    company = page("company")
    press(company.cards["sam"])
    assert driver.chosen == {"sam"}
    assert company.cards["sam"].editor is not None
    press(company.cards["fatima"])
    assert company.cards["sam"].editor is None
    assert company.cards["fatima"].editor is not None
    press(company.cards["fatima"].editor.face)
    assert company.cards["fatima"].editor is None
    assert not driver.chosen


def test_a_name_and_a_role_are_edited_where_they_stand(driver, page, people):
    people("Fatima")
    card = page("company").cards["fatima"]
    press(card)
    card.editor.role.setFocus()
    driver.type("mijn buurvrouw")
    assert driver.journey.companions["fatima"].role == "mijn buurvrouw"
    card.editor.name.setFocus()
    card.editor.name.selectAll()
    driver.type("Fatma")
    assert driver.journey.companions["fatima"].name == "Fatma"
    driver.press("undo")
    assert driver.journey.companions["fatima"].name == "Fatima"
    assert driver.journey.companions["fatima"].role == "mijn buurvrouw"


def test_an_emptied_name_comes_back(driver, page, people):
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    card.editor.name.setFocus()
    card.editor.name.selectAll()
    driver.key(Qt.Key.Key_Delete)
    card.editor.role.setFocus()
    assert driver.journey.companions["sam"].name == "Sam"
    assert card.editor.name.text() == "Sam"


def test_a_role_can_be_taken_from_the_menu_and_given_back(driver, page, people):
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    (family,) = [
        action for action in card.editor.role_menu().actions() if action.text() == "familielid"
    ]
    family.trigger()
    assert driver.journey.companions["sam"].role == card.editor.role.text() == "familielid"
    (family,) = [action for action in card.editor.role_menu().actions() if action.isChecked()]
    family.trigger()
    assert driver.journey.companions["sam"].role == ""


def test_somebody_may_help_and_hinder_at_the_same_time(driver, page, people):
    people("Mama")
    card = page("company").cards["mama"]
    press(card)
    press(card.editor.helps)
    press(card.editor.hinders)
    mama = driver.journey.companions["mama"]
    assert mama.helps
    assert mama.hinders
    press(card.editor.helps)
    mama = driver.journey.companions["mama"]
    assert not mama.helps
    assert mama.hinders


def test_the_keyboard_goes_along_the_cards_into_one_and_back(driver, page, people):
    people("Sam", "Fatima", "Bert")
    company = page("company")
    cards = company.cards
    cards["sam"].setFocus()
    driver.key(Qt.Key.Key_Down)
    assert cards["fatima"].hasFocus()
    driver.key(Qt.Key.Key_Return)
    assert driver.chosen == {"fatima"}
    driver.key(Qt.Key.Key_Return)
    editor = cards["fatima"].editor
    assert editor.name.hasFocus()
    driver.key(Qt.Key.Key_Return)
    assert editor.role.hasFocus()
    driver.key(Qt.Key.Key_Escape)
    assert cards["fatima"].hasFocus()
    driver.key(Qt.Key.Key_Escape)
    assert not driver.chosen
    assert cards["fatima"].hasFocus()
    stops = [card for card in cards.values() if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [cards["fatima"]]


def test_who_took_leave_is_nowhere_any_more_and_comes_back_everywhere(
    driver, page, people, haltes, along
):
    haltes("Een", "Twee")
    people("Sam")
    along("sam", "een", "twee")
    company = page("company")
    company.cards["sam"].setFocus()
    driver.key(Qt.Key.Key_Delete)
    assert not company.cards
    assert driver.journey.stops["een"].company == ()
    assert "Sam" in driver.messages.last.text
    driver.messages.take_up("Zet terug")
    assert list(company.cards) == ["sam"]
    assert stretches(driver.journey, "sam") == [("een", "twee")]


def test_the_button_and_the_menu_take_leave_as_well(driver, page, people):
    people("Sam", "Fatima")
    company = page("company")
    press(company.cards["sam"])
    press(company.cards["sam"].editor.remove)
    assert list(company.cards) == ["fatima"]
    company.cards["fatima"].menu().actions()[-1].trigger()
    assert not company.cards


def test_who_may_see_somebody_is_said_on_the_card(driver, page, people):
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    press(card.editor.audience.buttons[Audience.SELF])
    assert driver.journey.companions["sam"].audience is Audience.SELF
    driver.press("see-as-class")
    assert not driver.journey.companions
    assert not driver.chosen
    driver.press("see-as-class")


def test_forty_people_with_long_names_fit_the_narrow_panel(driver, page, people):
    people(*(f"Meneer van der Wetering-Oosterhuis de {nth}e" for nth in range(40)), role="x" * 60)
    company = page("company")
    assert company.viewport().width() <= look.PANEL_NARROW_PX
    card = list(company.cards.values())[-1]
    company.ensureWidgetVisible(card)
    press(card)
    driver.settle()
    assert company.widget().width() <= company.viewport().width()
    targets = [*card.editor.findChildren(FaceButton), card.editor.helps, card.editor.remove]
    assert all(one.width() >= look.TARGET_PX <= one.height() for one in targets)


# How somebody is shown


def test_somebody_is_shown_by_a_token_and_again_by_initials(driver, page, people):
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    picker = card.editor.tokens
    assert picker.initials.isChecked()
    press(picker.tokens[Token.BIRD])
    assert driver.journey.companions["sam"].token is Token.BIRD
    assert picker.tokens[Token.BIRD].isChecked()
    press(picker.initials)
    assert driver.journey.companions["sam"].token is None


def test_arrows_go_along_the_tokens_and_are_one_step_to_undo(driver, page, people):
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    card.editor.tokens.initials.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Right)
    assert driver.journey.companions["sam"].token is Token.SUN
    driver.press("undo")
    assert driver.journey.companions["sam"].token is None


def test_a_photo_of_the_journey_shows_somebody_and_is_laid_away(driver, page, people, tray):
    tray("p1", "p2")
    people("Sam", token=Token.STAR)
    card = page("company").cards["sam"]
    press(card)
    picker = card.editor.tokens
    press(picker.photo)
    assert picker.unfolded
    assert picker.tokens[Token.STAR].isChecked()
    spot = picker.prints.visualRect(picker.prints.row.index(1)).center()
    QTest.mouseClick(picker.prints.viewport(), LEFT, NONE, spot)
    assert driver.journey.companions["sam"].portrait == "p2"
    assert picker.photo.isChecked()
    press(picker.none)
    assert driver.journey.companions["sam"].portrait is None
    assert driver.journey.companions["sam"].token is Token.STAR
    assert picker.tokens[Token.STAR].isChecked()


def test_a_photo_is_chosen_with_the_keyboard(driver, page, people, tray):
    tray("p1", "p2")
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    picker = card.editor.tokens
    picker.photo.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    picker.prints.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Return)
    assert driver.journey.companions["sam"].portrait in {"p1", "p2"}


def test_a_photo_dragged_onto_a_card_shows_who_it_is_and_stays_where_it_lies(
    driver, page, people, tray
):
    tray("p1", "p2")
    people("Sam")
    card = page("company").cards["sam"]
    drop(card, tray_photos(["p2"]))
    assert driver.journey.companions["sam"].portrait == "p2"
    assert set(driver.journey.photos) == {"p1", "p2"}
    press(card)
    drop(card, tray_photos(["p1"]))
    assert driver.journey.companions["sam"].portrait == "p1"
    drop(card, tray_photos(["gone"]))
    assert driver.journey.companions["sam"].portrait == "p1"


def test_a_token_taken_while_the_class_looks_leaves_a_closed_portrait(driver, page, people, tray):
    tray("p1")
    people("Sam", portrait="p1")
    workbench = driver.program.workbench
    workbench.edit("x", lambda now: edits.show_to(now, ["p1"], Audience.SELF))
    card = page("company").cards["sam"]
    driver.press("see-as-class")
    press(card)
    press(card.editor.tokens.tokens[Token.KEY])
    driver.press("see-as-class")
    assert driver.journey.companions["sam"].portrait == "p1"
    assert driver.journey.companions["sam"].token is Token.KEY


# Stretches


def test_without_haltes_nothing_is_said_about_stretches(page, people):
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    assert not card.editor.stretches.isVisible()


def test_a_stretch_begins_at_a_halte_and_is_drawn_out_to_another(driver, page, people, haltes):
    haltes("Een", "Twee", "Drie", "Vier")
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    stretch_list = card.editor.stretches
    press(stretch_list.another)
    pick("Twee")
    assert stretches(driver.journey, "sam") == [("twee",)]
    (row,) = stretch_list.rows
    press(row.end)
    pick("Vier")
    assert stretches(driver.journey, "sam") == [("twee", "drie", "vier")]
    press(row.start)
    pick("Drie")
    assert stretches(driver.journey, "sam") == [("drie", "vier")]
    driver.press("undo")
    assert stretches(driver.journey, "sam") == [("twee", "drie", "vier")]
    assert row.start.text() == "Twee"


def test_somebody_joins_several_times_and_one_stretch_goes(driver, page, people, haltes, along):
    haltes("Een", "Twee", "Drie", "Vier", "Vijf")
    people("Sam")
    along("sam", "een", "twee")
    card = page("company").cards["sam"]
    press(card)
    press(card.editor.stretches.another)
    pick("Vijf")
    assert stretches(driver.journey, "sam") == [("een", "twee"), ("vijf",)]
    first, second = card.editor.stretches.rows
    press(first.remove)
    assert stretches(driver.journey, "sam") == [("vijf",)]
    assert second not in card.editor.stretches.rows


def test_a_stretch_is_changed_with_the_keyboard(driver, page, people, haltes, along):
    haltes("Een", "Twee", "Drie")
    people("Sam")
    along("sam", "een")
    card = page("company").cards["sam"]
    press(card)
    (row,) = card.editor.stretches.rows
    row.end.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Return)
    stops = sheet().stops
    driver.key(Qt.Key.Key_Down, widget=stops)
    driver.key(Qt.Key.Key_Down, widget=stops)
    driver.key(Qt.Key.Key_Return, widget=stops)
    assert stretches(driver.journey, "sam") == [("een", "twee", "drie")]


def test_a_closed_halte_in_between_keeps_its_company_to_itself(driver, page, people, haltes, along):
    haltes("Een", "Twee", "Drie")
    people("Sam")
    along("sam", "een")
    workbench = driver.program.workbench
    workbench.edit("x", lambda now: edits.show_to(now, ["twee"], Audience.SELF))
    card = page("company").cards["sam"]
    driver.press("see-as-class")
    press(card)
    press(card.editor.stretches.rows[0].end)
    pick("Drie")
    driver.press("see-as-class")
    assert stretches(driver.journey, "sam") == [("een",), ("drie",)]


def test_every_halte_has_something_to_be_called_by(driver, haltes):
    haltes("Een")
    workbench = driver.program.workbench
    for edit in (
        lambda now: edits.change_stop(now, "een", title=""),
        lambda now: edits.also_at(now, "een", "stad-der-succesvolle-stage"),
    ):
        workbench.edit("x", edit)
    stop = driver.journey.stops["een"]
    assert stop_name(stop, workbench.atlas) == "Dilemmabos · Stad der Succesvolle Stage"
    workbench.edit("x", lambda now: edits.also_at(now, "een", "dilemmabos"))
    workbench.edit("x", lambda now: edits.also_at(now, "een", "stad-der-succesvolle-stage"))
    assert stop_name(driver.journey.stops["een"], workbench.atlas) == "Onderweg"


def test_sixty_haltes_are_all_to_be_found(driver, page, people, haltes):
    haltes(*(f"Halte {nth}" for nth in range(60)))
    people("Sam")
    card = page("company").cards["sam"]
    press(card)
    press(card.editor.stretches.another)
    room = driver.window.screen().availableGeometry()
    assert room.contains(sheet().geometry())
    pick("Halte 59")
    assert stretches(driver.journey, "sam") == [("halte 59",)]
    cells = card.editor.findChildren(StopCell)
    driver.until(lambda: all(cell.height() >= look.TARGET_PX for cell in cells))


# At a halte


def test_a_halte_without_company_has_one_quiet_button(page, haltes, driver):
    haltes("Een")
    story = page("story")
    driver.program.workbench.choose(["een"])
    company = story.cards["een"].editor.company
    driver.until(company.begin.isVisible)
    assert not company.findChildren(PersonChip)
    press(company.begin)
    driver.type("Sam")
    driver.key(Qt.Key.Key_Return)
    (sam,) = driver.journey.companions.values()
    assert driver.journey.stops["een"].company == (sam.id,)
    assert company.chips[sam.id].isChecked()
    driver.press("undo")
    assert not driver.journey.companions


def test_chips_let_people_be_along_and_leave_again(driver, page, haltes, people):
    haltes("Een")
    people("Sam", "Fatima")
    story = page("story")
    driver.program.workbench.choose(["een"])
    company = story.cards["een"].editor.company
    story.ensureWidgetVisible(company)
    press(company.chips["fatima"])
    assert driver.journey.stops["een"].company == ("fatima",)
    assert company.chips["fatima"].isChecked()
    company.chips["sam"].setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    assert set(driver.journey.stops["een"].company) == {"sam", "fatima"}
    press(company.chips["fatima"])
    assert driver.journey.stops["een"].company == ("sam",)
    assert all(chip.height() >= look.TARGET_PX for chip in company.chips.values())


def test_of_many_people_first_those_who_were_along(driver, page, haltes, people, along):
    haltes("Een")
    names = [f"Reisgenoot {nth}" for nth in range(12)]
    people(*names)
    along("reisgenoot 7", "een")
    story = page("story")
    driver.program.workbench.choose(["een"])
    company = story.cards["een"].editor.company
    assert list(company.chips) == ["reisgenoot 7"]
    press(company.everybody)
    assert len(company.chips) == len(names)
    assert not company.everybody.isVisible()
    shelf = company.chips["reisgenoot 11"].parentWidget()
    driver.until(lambda: shelf.rect().contains(company.chips["reisgenoot 11"].geometry()))
    driver.until(lambda: company.rect().contains(shelf.geometry()))


def test_an_empty_field_closes_again(driver, page, haltes, people):
    haltes("Een")
    people("Sam")
    story = page("story")
    driver.program.workbench.choose(["een"])
    company = story.cards["een"].editor.company
    press(company.add)
    assert company.field.hasFocus()
    driver.key(Qt.Key.Key_Escape)
    assert not company.field.isVisible()


def test_who_is_met_at_a_closed_halte_is_as_closed(driver, page, haltes):
    haltes("Een")
    workbench = driver.program.workbench
    workbench.edit("x", lambda now: edits.show_to(now, ["een"], Audience.SELF))
    story = page("story")
    workbench.choose(["een"])
    press(story.cards["een"].editor.company.begin)
    driver.type("Sam")
    driver.key(Qt.Key.Key_Return)
    (sam,) = driver.journey.companions.values()
    assert sam.audience is Audience.SELF


def test_a_folded_card_shows_and_says_who_was_along(driver, page, haltes, people, along):
    haltes("Een", "Twee")
    people("Sam", "Fatima", "Bert", "Ineke")
    for who in ("sam", "fatima", "bert", "ineke"):
        along(who, "een")
    cards = page("story").cards
    assert cards["een"].height() > cards["twee"].height()
    assert cards["een"].accessibleName().endswith("Met Sam, Fatima, Bert, Ineke")
    driver.program.workbench.edit(
        "x", lambda now: edits.change_companion(now, "sam", name="Samira")
    )
    assert "Samira" in cards["een"].accessibleName()
