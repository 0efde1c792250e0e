"""Who may see a halte: chosen in its card, said once at the haven, kept out of the book."""

import contextlib

import pypdfium2
import pytest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Stop
from tests.ui.test_files_and_book import saved


@pytest.fixture
def card(driver):
    """The open card of a halte."""
    stop = Stop(id="s1", title="De stage", places=("dilemmabos",), at=Point(600, 500))
    driver.program.workbench.edit("Earlier", lambda now: edits.start_stop(now, stop))
    driver.program.workbench.choose(["s1"])
    driver.window.open_tab("story")
    driver.settle()
    return driver.window.panel.page("story").cards["s1"]


def test_one_chooses_in_the_card_who_may_see_a_halte_and_undo_takes_it_back(driver, card):
    row = card.editor.audience
    assert row.buttons[Audience.CLASS].isChecked()
    row.buttons[Audience.SELF].click()
    assert driver.journey.stops["s1"].audience is Audience.SELF
    driver.press("undo")
    assert driver.journey.stops["s1"].audience is Audience.CLASS
    assert row.buttons[Audience.CLASS].isChecked()


def test_a_closed_card_says_for_whom_it_is_where_that_is_not_everybody(driver, card):
    assert card.words.seen_by == ""
    driver.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, ["s1"], Audience.CONVERSATION)
    )
    assert "Voor een gesprek" in card.words.spoken
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, ["s1"], Audience.SELF))
    assert "Alleen voor jou" in card.words.spoken


def test_what_is_laid_in_the_haven_is_for_the_traveller_and_that_is_said_once(driver, photos):
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.settle()
    [stop] = driver.journey.stops.values()
    assert stop.audience is Audience.SELF
    heard = [message.text for message in driver.messages.heard]
    assert sum("zie jij alleen" in text for text in heard) == 1
    driver.program.workbench.choose(())
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.settle()
    heard = [message.text for message in driver.messages.heard]
    assert sum("zie jij alleen" in text for text in heard) == 1


def audiences(driver):
    """What stands under Edit, To be seen by; each with its tick."""
    menu = driver.window.menus.lists["audiences"]
    for top in driver.window.menus.actions():
        if top.menu() is not None:
            top.menu().aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_anything_that_is_chosen_may_be_closed_from_the_menu(driver, photos):
    driver.drop(photos(2), Point(1330, 930))
    ids = set(driver.journey.photos)
    driver.program.workbench.choose(())
    assert audiences(driver) == {}
    driver.program.workbench.choose(ids)
    found = audiences(driver)
    assert [text for text, action in found.items() if action.isChecked()] == ["Klas"]
    found["Alleen jij"].trigger()
    assert {photo.audience for photo in driver.journey.photos.values()} == {Audience.SELF}
    assert [text for text, one in audiences(driver).items() if one.isChecked()] == ["Alleen jij"]
    driver.press("undo")
    assert {photo.audience for photo in driver.journey.photos.values()} == {Audience.CLASS}


def test_the_book_tells_only_the_traveller_what_is_not_in_it(driver, card, tmp_path):
    other = Stop(id="s2", title="Geheimpje", places=("bergen",), at=Point(900, 300))
    driver.program.workbench.edit("Earlier", lambda now: edits.start_stop(now, other))
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, ["s2"], Audience.SELF))
    saved(driver, tmp_path / "reis.reisblog")
    driver.dialogs.file = tmp_path / "boek.pdf"
    driver.press("book")
    driver.settle()
    driver.until((tmp_path / "boek.pdf").exists)
    driver.until(lambda: "is klaar" in driver.messages.last.text)
    assert "Eén halte staat er niet in" in driver.messages.last.text
    with contextlib.closing(pypdfium2.PdfDocument(tmp_path / "boek.pdf")) as pages:
        text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "De stage" in text
    assert "Geheimpje" not in text
