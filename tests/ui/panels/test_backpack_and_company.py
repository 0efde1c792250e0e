"""What is carried: one word is enough."""

import pytest
from PySide6.QtCore import Qt

from reisblog.model import edits
from reisblog.model.records import BackpackItem, BackpackKind

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def entry(menu, words):
    (action,) = [action for action in menu.actions() if action.text() == words]
    return action


def test_enter_puts_something_in_the_backpack_and_the_next_can_follow(driver, page):
    bag = page("backpack")
    assert bag.empty.isVisible()
    bag.begin()
    driver.type("Rekenen")
    driver.key(Qt.Key.Key_Return)
    driver.type("Oma's recept")
    driver.key(Qt.Key.Key_Return)
    assert [item.text for item in driver.journey.backpack.values()] == ["Rekenen", "Oma's recept"]
    assert not bag.empty.isVisible()
    assert len(bag.labels) == 2


def test_nothing_is_put_in_by_an_empty_field(driver, page):
    page("backpack").begin()
    driver.type("   ")
    driver.key(Qt.Key.Key_Return)
    assert not driver.journey.backpack


def test_a_label_is_rewritten_where_it_stands(driver, page, given):
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Reken")))
    label = page("backpack").labels["b"]
    label.field.setFocus()
    driver.key(Qt.Key.Key_End)
    driver.type("en")
    driver.key(Qt.Key.Key_Return)
    assert driver.journey.backpack["b"].text == "Rekenen"
    assert not label.field.hasFocus()
    driver.press("undo")
    assert driver.journey.backpack["b"].text == "Reken"
    assert label.field.toPlainText() == "Reken"


def test_an_emptied_label_says_again_what_it_said(driver, page, given):
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Rekenen")))
    bag = page("backpack")
    label = bag.labels["b"]
    label.field.setFocus()
    label.field.selectAll()
    driver.key(Qt.Key.Key_Delete)
    bag.field.setFocus()
    assert driver.journey.backpack["b"].text
    assert label.field.toPlainText() == driver.journey.backpack["b"].text


def test_a_thing_gets_a_kind_from_the_menu_and_loses_it_again(driver, page, given):
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Rekenen")))
    label = page("backpack").labels["b"]
    label.menu().kinds.actions()[list(BackpackKind).index(BackpackKind.TALENT)].trigger()
    assert driver.journey.backpack["b"].kind is BackpackKind.TALENT
    assert label.luggage.lines == (("", "Talent"),)
    label.menu().kinds.actions()[list(BackpackKind).index(BackpackKind.TALENT)].trigger()
    assert driver.journey.backpack["b"].kind is None


def test_a_thing_taken_out_can_be_put_back(driver, page, given):
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Rekenen")))
    bag = page("backpack")
    bag.labels["b"].menu().actions()[-1].trigger()
    assert not bag.labels
    (offer,) = driver.messages.last.offers
    offer.act()
    assert list(bag.labels) == ["b"]


def test_a_long_text_breaks_inside_its_label(driver, page, given):
    long = "Ik kan goed met kleine kinderen omgaan, ook als ze boos zijn of moe"
    given(lambda now: edits.pack(now, BackpackItem(id="b", text=long)))
    bag = page("backpack")
    label = bag.labels["b"]
    driver.until(lambda: label.height() > 60)
    assert label.width() <= bag.viewport().width()


def test_the_rail_s_backpack_opens_the_tab_and_waits_for_words(driver):
    driver.press("backpack")
    assert driver.window.open_panel == "backpack"
    assert driver.window.panel.page("backpack").field.hasFocus()
