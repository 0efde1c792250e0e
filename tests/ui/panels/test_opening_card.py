"""What a journey says beside its haltes, and who may see that."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.mist import MistBrush, swept
from reisblog.model.records import Audience
from tests.driver import wave
from tests.journeys import SHEET

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opening(page):
    opening = page("story").opening
    QTest.mouseClick(opening.fold, LEFT)
    return opening


def show_to(opening, part, audience):
    menu = opening.audiences[part].menu()
    menu.aboutToShow.emit()
    menu.actions()[list(Audience).index(audience)].trigger()


def test_it_is_one_line_until_it_is_wanted(page):
    opening = page("story").opening
    assert not opening.about.isVisible()
    QTest.mouseClick(opening.fold, LEFT)
    assert opening.about.isVisible()
    assert opening.about.height() > 60


def test_one_tells_about_oneself(driver, opening):
    opening.about.setFocus()
    driver.type("Zeventien, en kok in de dop.")
    assert driver.journey.about == "Zeventien, en kok in de dop."
    driver.press("undo")
    assert driver.journey.about == ""
    assert opening.about.toPlainText() == ""


def test_title_and_name_are_the_same_here_and_on_the_bar(driver, opening):
    opening.title.setFocus()
    driver.type("Keuken")
    assert driver.window.top.title.text() == "Keuken"
    driver.window.top.traveller.setFocus()
    driver.type("Noor")
    assert opening.traveller.text() == "Noor"


@pytest.mark.parametrize("part", ["title", "traveller", "about"])
def test_what_is_closed_is_neither_seen_nor_overwritten(driver, opening, given, part):
    given(lambda now: edits.entitle(now, **{part: "Geheim"}))
    show_to(opening, part, Audience.SELF)
    assert "Alleen jij" in opening.audiences[part].text()
    driver.press("see-as-class")
    field = getattr(opening, part)
    shown = field.toPlainText() if part == "about" else field.text()
    assert shown == ""
    assert "Geheim" not in driver.window.windowTitle()
    field.setFocus()
    driver.type("x")
    assert not opening.audiences[part].isVisible()
    driver.press("see-as-class")
    assert getattr(driver.journey, part) == "Geheim"


def test_closed_mist_is_not_there_and_none_is_laid_in_the_dark(driver, opening, given):
    given(lambda now: edits.paint_mist(now, swept(Point(9, 9), Point(99, 99), SHEET)))
    mist = driver.journey.mist
    show_to(opening, "mist", Audience.CONVERSATION)
    driver.press("see-as-class")
    assert driver.journey.mist == ()
    driver.canvas.set_pen(MistBrush.LAY, "ember")
    driver.press("path")
    driver.draw(wave(Point(900, 700), 300, 50))
    assert "dicht" in driver.messages.last.text
    driver.press("see-as-class")
    assert driver.journey.mist == mist


def test_for_whom_it_is_can_be_taken_back(driver, opening):
    show_to(opening, "title", Audience.SELF)
    assert driver.journey.audience.title is Audience.SELF
    driver.press("undo")
    assert driver.journey.audience.title is Audience.CLASS


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_click_on_a_button_opens_its_menu(driver, opening):
    button = opening.audiences["title"]
    QTest.mouseClick(button, LEFT)
    driver.settle()
    assert button.menu().isVisible()
    assert [one.text() for one in button.menu().actions()] == ["Klas", "Gesprek", "Alleen jij"]
    button.menu().close()


def test_ones_name_may_stand_on_a_class_map_only_when_one_says_so(driver, opening, given):
    given(lambda now: edits.entitle(now, traveller="Noor"))
    assert not opening.named.isChecked()
    QTest.mouseClick(opening.named, LEFT, pos=QPoint(12, opening.named.height() // 2))
    assert driver.journey.named_on_class_map
    driver.press("undo")
    assert not driver.journey.named_on_class_map
    assert not opening.named.isChecked()
    driver.press("redo")
    assert opening.named.isChecked()


def test_a_name_that_is_not_for_the_class_is_on_no_class_map(opening, given):
    given(lambda now: edits.allow_name(edits.entitle(now, traveller="Noor"), allowed=True))
    show_to(opening, "traveller", Audience.CONVERSATION)
    assert not opening.named.isEnabled()
    assert not opening.named.isChecked()
    show_to(opening, "traveller", Audience.CLASS)
    assert opening.named.isChecked()
