"""The sheet with keys and gestures."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from reisblog.ui import action_table, keys_told
from reisblog.ui.keys_sheet import KeysSheet, in_columns
from reisblog.ui.plain_text import PlainLabel

Key = Qt.Key


def sheet_of(driver):
    return next((each for each in driver.window.findChildren(KeysSheet) if each.isVisible()), None)


def test_a_question_mark_lays_it_over_the_window_and_esc_puts_it_away(driver):
    driver.canvas.setFocus()
    driver.type("?")
    sheet = sheet_of(driver)
    assert sheet is not None
    assert not sheet.isModal()
    QTest.keyClick(sheet, Key.Key_Escape)
    QApplication.processEvents()
    assert sheet_of(driver) is None


def test_so_does_f1_and_the_same_key_again(driver):
    driver.canvas.setFocus()
    driver.key(Key.Key_F1)
    sheet = sheet_of(driver)
    QTest.keyClick(sheet, Key.Key_Question)
    QApplication.processEvents()
    assert sheet_of(driver) is None


def test_one_goes_on_working_beside_it_and_there_is_never_a_second(driver):
    driver.press("keys")
    driver.press("keys")
    QApplication.processEvents()
    assert len([each for each in driver.window.findChildren(KeysSheet) if each.isVisible()]) == 1
    driver.press("path")
    assert driver.canvas.tool == "path"


def test_who_writes_gets_a_question_mark(driver):
    driver.press("text")
    driver.key(Key.Key_Return, widget=driver.canvas)
    driver.type("Wat nu?")
    (note,) = driver.journey.notes.values()
    assert note.text == "Wat nu?"
    driver.window.top.title.setFocus()
    driver.type("Hoe dan?")
    assert driver.journey.title == "Hoe dan?"
    assert sheet_of(driver) is None


def test_every_action_with_a_shortcut_stands_in_it():
    told = {told.action for group in keys_told.groups() for told in group.told}
    assert {entry.id for entry in action_table.TABLE if entry.keys} <= told


def test_no_shortcut_belongs_to_two_actions():
    bound = Counter(
        each.toString()
        for entry in action_table.TABLE
        for key in entry.keys
        for each in (
            QKeySequence.keyBindings(key)
            if isinstance(key, QKeySequence.StandardKey)
            else [QKeySequence(key)]
        )
    )
    assert [keys for keys, times in bound.items() if times > 1] == []


def test_it_fits_a_school_laptop_without_scrolling(driver):
    driver.press("keys")
    sheet = sheet_of(driver)
    assert sheet.width() <= 1366
    assert sheet.height() <= 768
    area = sheet.findChild(QScrollArea)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0
    words = [label for label in sheet.findChildren(PlainLabel) if label.text()]
    assert all(label.width() >= label.sizeHint().width() for label in words)


def test_each_key_is_read_with_what_it_does(driver):
    driver.press("keys")
    names = {
        QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        for label in sheet_of(driver).findChildren(PlainLabel)
    }
    assert "Ctrl+Z: Ongedaan maken" in names
    assert "Spatie: Spreid een stapel" in names


def test_groups_stand_in_columns_in_their_order():
    many = keys_told.groups()
    columns = in_columns(many, 3)
    assert len(columns) == 3
    assert [group for column in columns for group in column] == many
