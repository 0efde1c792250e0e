"""Two people at a table look at a journey: as a conversation, locked, as long as they like."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.records import Audience
from reisblog.ui.showing import viewers

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table(driver):
    """The example, seen as for a conversation, with one halte that is for the traveller alone."""
    driver.press("example")
    stop = driver.journey.order[1]
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, {stop}, Audience.SELF))
    driver.secret = stop
    pick(driver, "Gesprek")
    return driver


def pick(driver, name):
    """Choose it in the menu "Bekijk als"."""
    offers = {offer.label: offer for offer in viewers(driver.program.workbench)}
    offers[name].act()
    QApplication.processEvents()


def seen(driver):
    return driver.secret in driver.journey.stops


def unlock(driver):
    """Read what is said, and unlock it."""
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    driver.messages.take_up("Haal van het slot")


def test_what_is_for_a_conversation_is_seen_and_no_more(table):
    assert table.program.workbench.viewer is Audience.CONVERSATION
    assert not seen(table)


@pytest.mark.parametrize("way", ["menu", "message", "panel", "keys"])
def test_no_single_step_opens_it(table, way):
    if way == "menu":
        pick(table, "Jijzelf")
    elif way == "message":
        table.messages.take_up("Laat alles zien")
    elif way == "panel":
        table.window.open_tab("story")
        row = table.window.panel.page("story").viewers
        QTest.mouseClick(row.buttons[Audience.SELF], LEFT)
        assert row.buttons[Audience.CONVERSATION].isChecked()
    else:
        for _press in range(4):
            table.press("see-as-class")
    assert table.program.workbench.viewer is Audience.CONVERSATION
    assert not seen(table)


def test_the_traveller_opens_it_by_a_second_step(table):
    table.messages.take_up("Laat alles zien")
    unlock(table)
    assert seen(table)
    table.press("see-as-class")
    table.press("see-as-class")  # nothing is locked any more
    assert seen(table)


def test_or_leaves_it_closed_and_can_go_on(table):
    table.messages.take_up("Laat alles zien")
    table.messages.take_up("Laat dicht")
    assert not seen(table)
    table.messages.take_up("Laat alles zien")
    unlock(table)
    assert seen(table)


def test_a_finger_that_taps_twice_opens_nothing(table):
    table.messages.take_up("Laat alles zien")
    table.messages.take_up("Haal van het slot")
    assert not seen(table)
    unlock(table)
    assert seen(table)


def test_full_screen_it_stays_a_conversation(table):
    table.press("board")
    assert table.program.workbench.viewer is Audience.CONVERSATION
    pick(table, "Jijzelf")
    assert not seen(table)
    table.press("board")
    assert table.program.workbench.viewer is Audience.CONVERSATION
    pick(table, "Jijzelf")
    assert not seen(table)


def test_full_screen_for_a_class_no_single_step_opens_it_either(driver):
    driver.press("example")
    driver.press("board")
    driver.window.open_tab("story")
    row = driver.window.panel.page("story").viewers
    QTest.mouseClick(row.buttons[Audience.SELF], LEFT)
    assert driver.program.workbench.viewer is Audience.CLASS
    driver.press("board")
    assert driver.program.workbench.viewer is Audience.SELF
    assert driver.program.workbench.locked_at is None


def test_told_from_there_it_is_told_for_a_conversation_and_comes_back_locked(table):
    table.press("tell")
    board = table.program.telling.board
    assert board.story.viewer is Audience.CONVERSATION
    assert table.secret not in board.story.journey.stops
    board.close_curtain()
    table.program.telling.end()
    table.press("see-as-class")
    pick(table, "Jijzelf")
    assert not seen(table)


def test_nothing_is_ever_ticked_off(table):
    before = table.program.workbench.desk.journey
    told = table.program.workbench.desk.history.undo_label
    for name in (*table.journey.stops, *table.journey.photos):
        table.program.workbench.choose({name})
    table.press("tell")
    board = table.program.telling.board
    while not board.story.is_over:
        board.on()
    board.home()
    table.program.telling.end()
    assert table.program.workbench.desk.journey is before
    assert table.program.workbench.desk.history.undo_label == told
