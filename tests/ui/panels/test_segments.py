"""A few choices of which one holds, as the keyboard and a screen reader meet them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from reisblog.ui.panels.segments import SegmentRow

Key = Qt.Key


@pytest.fixture
def row(dressed):
    """A row of six, two on three lines, between two fields."""
    window = QWidget()
    window.before, window.after = QLineEdit(), QLineEdit()
    window.row = SegmentRow("Papier", {name: name for name in "abcdef"}, columns=2)
    lines = QVBoxLayout(window)
    for part in (window.before, window.row, window.after):
        lines.addWidget(part)
    window.row.show_value("c")
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowExposed(window)
    window.before.setFocus()
    yield window.row
    window.close()
    window.deleteLater()


def at():
    return QApplication.focusWidget().text()


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def test_to_a_screen_reader_they_are_one_of_many(row):
    told = [QAccessible.queryAccessibleInterface(button) for button in row.buttons.values()]
    assert {each.role() for each in told} == {QAccessible.Role.RadioButton}
    assert {each.text(QAccessible.Text.Description) for each in told} == {"Papier"}
    assert [each.state().checked for each in told] == [0, 0, 1, 0, 0, 0]


def test_the_tab_key_comes_to_the_one_that_holds_and_goes_on(row):
    press(Key.Key_Tab)
    assert at() == "c"
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is row.window().after
    press(Key.Key_Backtab)
    assert at() == "c"
    row.show_value("e")
    row.window().before.setFocus()
    press(Key.Key_Tab)
    assert at() == "e"


def test_the_arrows_choose_and_go_round(row):
    picked = []
    row.picked.connect(picked.append)
    press(Key.Key_Tab)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Left):
        press(key)
        assert row.buttons[at()].isChecked()
    press(Key.Key_Up)
    assert picked == ["d", "e", "f", "a", "f", "e"]


def test_while_none_holds_the_tab_key_comes_to_the_first(dressed):
    row = SegmentRow("Voor", {"a": "a", "b": "b"})
    policies = [button.focusPolicy() for button in row.buttons.values()]
    assert policies == [Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus]
    row.deleteLater()
