"""The legend: finding a place by its name or by what it is about, and going there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reisblog import texts
from reisblog.ui.panels.places import folded, sentence_of

LEFT = Qt.MouseButton.LeftButton


def test_every_place_of_the_map_and_every_aid_is_in_the_legend(driver, page):
    atlas = driver.program.workbench.atlas
    aids = [aid.id for aid in atlas.aids]
    assert page("legend").search.places.shown() == [*atlas.places, *aids]


@pytest.mark.parametrize(
    ("words", "tab"),
    [
        ("kompas", "backpack"),
        ("rugzak", "backpack"),
        ("thuis praat", ""),
        ("familieleden", "company"),
    ],
)
def test_an_aid_leads_to_where_it_is_kept(driver, page, words, tab):
    legend = page("legend")
    legend.begin()
    driver.type(words)
    driver.key(Qt.Key.Key_Return)
    assert driver.window.open_panel == (tab or "legend")


def test_a_place_is_found_whatever_the_capitals_and_accents(driver, page):
    legend = page("legend")
    legend.begin()
    driver.type("MIRÁDOR")
    assert legend.search.places.shown() == ["mirador-der-mogelijkheden"]


def test_a_place_is_found_by_what_it_is_about(driver, page):
    legend = page("legend")
    legend.begin()
    driver.type("bijbaan")
    assert legend.search.places.shown() == ["vallei-van-uitdagende-werkervaringen"]


def test_words_that_are_nowhere_are_answered_kindly(driver, page):
    legend = page("legend")
    legend.begin()
    driver.type("xylofoon")
    assert not legend.search.places.shown()
    assert legend.search.nothing.isVisible()
    legend.search.field.clear()
    assert not legend.search.nothing.isVisible()


def test_a_click_on_a_place_lets_the_map_glide_there(driver, page):
    flights = []
    driver.program.workbench.fly_requested.connect(flights.append)
    places = page("legend").search.places
    index = places.model().index(3, 0)
    QTest.mouseClick(places.viewport(), LEFT, pos=places.visualRect(index).center())
    (seen,) = flights
    area = driver.program.workbench.atlas.places["mirador-der-mogelijkheden"].area.bounds
    assert seen.contains(area.centre)
    assert seen.width > area.width


def test_the_arrow_goes_into_the_list_and_enter_goes_there(driver, page):
    flights = []
    driver.program.workbench.fly_requested.connect(flights.append)
    legend = page("legend")
    legend.begin()
    driver.type("boom")
    driver.key(Qt.Key.Key_Down)
    assert legend.search.places.hasFocus()
    driver.key(Qt.Key.Key_Return)
    assert len(flights) == 1


def test_names_stay_dutch_and_sentences_follow_the_language(driver, page):
    place = driver.program.workbench.atlas.places["wensboom"]
    dutch = sentence_of(place)
    texts.use("en")
    assert sentence_of(place) != dutch
    legend = page("legend")
    assert legend.search.places.model().index(0, 0).data() == "Stad der Succesvolle Stage"


def test_folding_leaves_nothing_but_letters_to_compare():
    assert folded("Één-Twee") == "een twee"


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("twijfel", "dilemmabos"),
        ("DROOM", "wensboom"),
        ("huur", "gedempte-geldput"),
        ("berg", "bergen"),
    ],
)
def test_a_place_is_found_by_what_it_means(page, word, place):
    search = page("legend").search
    search.field.setText(word)
    assert search.places.shown()[0] == place
