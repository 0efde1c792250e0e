"""Going to the list and back: what is chosen stays chosen, and nothing is left behind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScroller

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Note, Stop
from reisblog.ui.panels.keyboard_list import KeyboardList
from tests import journeys
from tests.ui.listing.conftest import ENTER, ESC, Typist

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def haltes(given):
    """Een, Twee and Drie, in this order, each with a story."""
    for number, name in enumerate(("Een", "Twee", "Drie")):
        stop = Stop(
            id=name.lower(), title=name, text="Zo ging het.", at=Point(600 + 150 * number, 500)
        )
        given(lambda now, stop=stop: edits.start_stop(now, stop))


def f6(driver):
    driver.key(Qt.Key.Key_F6)


def test_one_key_goes_to_the_list_and_the_same_one_back(driver):
    f6(driver)
    listing = driver.program.listing
    assert listing.view.isVisible()
    assert not driver.canvas.isVisible()
    assert driver.window.actions_by_id["list"].isChecked()
    assert QApplication.focusWidget() is listing.view.tree
    f6(driver)
    assert driver.canvas.isVisible()
    assert not listing.view.isVisible()
    assert QApplication.focusWidget() is driver.canvas
    f6(driver)
    driver.key(ESC)
    assert driver.canvas.isVisible()
    assert not driver.window.actions_by_id["list"].isChecked()


def test_the_list_stands_in_the_view_menu(driver):
    menus = {action.text(): action.menu() for action in driver.window.menus.actions()}
    assert "Lijst" in [action.text() for action in menus["Beeld"].actions()]


def test_what_is_chosen_stays_chosen_both_ways(driver, haltes):
    driver.program.workbench.choose(["twee"])
    f6(driver)
    typist = Typist(driver)
    assert typist.here == "Halte: Twee"
    typist.go_to("Halte: Drie")
    assert driver.chosen == {"drie"}
    typist.press(Qt.Key.Key_Down)
    assert typist.here == "Verhaal: Zo ging het."
    assert driver.chosen == {"drie"}
    typist.press(ESC)
    assert driver.chosen == {"drie"}


def test_the_side_panel_folds_away_and_comes_back(driver):
    driver.window.open_tab("backpack")
    driver.canvas.set_tool("choose")
    f6(driver)
    assert not driver.window.panel.isVisible()
    f6(driver)
    assert driver.window.open_panel == "backpack"


def test_the_board_shows_the_map_and_so_does_a_tool(driver):
    f6(driver)
    driver.key(Qt.Key.Key_F11)
    assert driver.canvas.isVisible()
    assert not driver.program.listing.on
    driver.key(Qt.Key.Key_F6)
    assert not driver.window.on_board
    assert driver.program.listing.on
    driver.press("path")
    assert driver.canvas.isVisible()
    assert driver.canvas.tool == "path"


def test_a_thing_can_be_shown_on_the_map(driver, typist, haltes):
    typist.go_to("Halte: Drie")
    typist.more("Op de kaart laten zien")
    driver.settle()
    assert driver.canvas.isVisible()
    assert driver.chosen == {"drie"}
    assert driver.canvas.sight.seen().contains(driver.journey.stops["drie"].at)


def test_after_the_title_in_the_bar_the_keyboard_is_in_the_list_again(driver, typist):
    driver.window.top.title.setFocus()
    driver.type("Jaar")
    driver.key(ENTER)
    assert driver.journey.title == "Jaar"
    assert QApplication.focusWidget() is typist.tree


def test_photos_that_come_in_leave_the_list_as_it_is(driver, typist, photos):
    driver.program.bring_in.to_tray(photos(2))
    driver.settle()
    assert driver.program.listing.on
    assert not driver.window.panel.isVisible()
    assert "Klaar om neer te leggen" in typist.said()


def test_an_edit_elsewhere_moves_nothing(driver, typist, haltes, given):
    typist.go_to("Halte: Een")
    typist.press(Qt.Key.Key_Left)
    typist.go_to("Halte: Twee")
    tree = typist.tree
    before = tree.verticalScrollBar().value()
    given(lambda now: edits.place_in_order(now, "drie", 0))
    given(lambda now: edits.change_stop(now, "twee", when="in mei"))
    given(lambda now: edits.add_note(now, Note(id="n", text="Hm", at=Point(1, 1), stop="een")))
    assert typist.here == "Halte: Twee, in mei"
    assert tree.verticalScrollBar().value() == before
    assert not tree.isExpanded(tree.index_of("stop:een"))
    assert tree.isExpanded(tree.index_of("stop:twee"))


def test_what_is_closed_to_the_class_is_absent_while_one_sees_as_the_class(driver, typist, haltes):
    driver.program.workbench.edit("x", lambda now: edits.show_to(now, ["twee"], Audience.SELF))
    driver.program.workbench.edit("x", lambda now: edits.entitle(now, about="Geheim"))
    driver.program.workbench.edit("x", lambda now: edits.show_head_to(now, "about", Audience.SELF))
    typist.go_to("Halte: Twee")
    typist.press(Qt.Key.Key_Down)
    assert typist.here == "Verhaal: Zo ging het."
    typist.press(ENTER)
    driver.press("see-as-class")
    said = typist.said()
    assert not any("Twee" in words or "Geheim" in words for words in said)
    assert sum(words.startswith("Verhaal") for words in said) == 2
    assert typist.here != ""
    assert QApplication.focusWidget() is typist.tree
    typist.go_to("Halte: Een")
    typist.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert driver.program.workbench.desk.journey.order == ("twee", "drie", "een")
    driver.press("see-as-class")
    assert any("Twee" in words for words in typist.said())


def test_of_another_journey_nothing_is_left_behind(driver, typist, haltes):
    typist.go_to("Halte: Een")
    typist.press(Qt.Key.Key_Left)
    typist.add("Ding")
    typist.type("Tou")
    driver.program.workbench.lay(driver.program.desks.new())
    driver.settle()
    view = typist.view
    assert view._draft is None
    assert view.delegate.editing == ""
    assert view.tree.folded == set()
    assert not any(words.startswith("Halte") or "Tou" in words for words in typist.said())
    assert typist.here == "Reis: Reis zonder titel"
    driver.program.workbench.undo()
    assert not driver.journey.stops


def test_a_chooser_closes_when_another_journey_comes(driver, typist, haltes):
    typist.add("Halte")
    chooser = QApplication.activePopupWidget()
    assert chooser.findChild(KeyboardList) is not None
    driver.program.workbench.lay(driver.program.desks.new())
    driver.settle()
    assert QApplication.activePopupWidget() is None
    assert typist.view.chooser is None
    assert not driver.journey.stops


def test_what_is_written_in_a_halte_that_undo_takes_away_is_no_more(driver, typist):
    typist.add("Halte")
    typist.choose("wens")
    typist.type("Ik")
    undo = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    typist.press(*undo)
    typist.press(*undo)
    assert not driver.journey.stops
    driver.until(lambda: typist.view.delegate.editing == "")
    typist.type("x")
    assert not driver.journey.stops


def test_an_empty_journey_teaches(driver, typist):
    said = typist.said()
    assert any("Druk op Insert" in words for words in said)
    assert any("Een voornaam of bijnaam is genoeg" in words for words in said)


def test_very_long_words_and_all_scripts_stay_on_the_page(driver, typist, given):
    given(lambda _now: journeys.peopled())
    given(lambda now: edits.change_stop(now, "s1", title="x" * 300, text="y" * 20_000))
    given(lambda now: edits.change_stop(now, "s3", text="مرحبا " * 80))
    driver.settle()
    tree = typist.tree
    for key in typist.view.rows.keys():  # noqa: SIM118
        assert tree.visualRect(tree.index_of(key)).right() <= tree.viewport().width()
    assert driver.window.grab().width() == driver.window.width()


def test_a_tap_on_the_bar_is_enough(driver, typist):
    bar = typist.view.bar
    QTest.mouseClick(bar.add, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "Halte" in typist.offered()
    typist._pick(["Halte"])
    QTest.mouseClick(QApplication.activePopupWidget().done, Qt.MouseButton.LeftButton)
    assert len(driver.journey.stops) == 1
    for button in (bar.add, bar.edit, bar.remove, bar.more, bar.map):
        assert button.height() >= 44
        assert button.width() >= 44
    QTest.mouseClick(bar.map, Qt.MouseButton.LeftButton)
    assert driver.canvas.isVisible()


def test_nothing_of_the_list_is_loaded_at_the_start(driver):
    assert "listing" not in vars(driver.program)


def test_a_finger_scrolls_the_page_and_a_tap_goes_to_a_row(driver, typist, given):
    for number in range(20):
        stop = Stop(id=f"s{number}", title=f"Halte {number}", at=Point(600, 500))
        given(lambda now, stop=stop: edits.start_stop(now, stop))
    finger = QTest.createTouchDevice()
    port, bar = typist.tree.viewport(), typist.tree.verticalScrollBar()
    low, high = QPoint(300, 500), QPoint(300, 150)
    QTest.touchEvent(port, finger).press(0, low, port)
    for step in range(1, 9):
        QTest.touchEvent(port, finger).move(0, low + (high - low) * step / 8, port)
        QTest.qWait(15)  # a hand takes time, and how fast it goes is measured
    QTest.touchEvent(port, finger).release(0, high, port)
    driver.until(lambda: bar.value() > 100)
    assert typist.view.delegate.editing == ""
    driver.until(lambda: QScroller.scroller(port).state() == QScroller.State.Inactive)
    index = typist.tree.indexAt(QPoint(300, 300))
    QTest.touchEvent(port, finger).press(0, QPoint(300, 300), port)
    QTest.touchEvent(port, finger).release(0, QPoint(300, 300), port)
    driver.until(lambda: typist.tree.currentIndex() == index)
