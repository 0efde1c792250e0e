"""Somebody who reads and edits the list with the keyboard alone."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reisblog.ui.listing.chooser import Chooser

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_HEADINGS = {"Rugzak", "Reisgezelschap", "Eigen plekken"}


class Typist:
    """Presses keys, and looks only at what a screen reader would say."""

    def __init__(self, driver):
        self.driver = driver

    @property
    def view(self):
        return self.driver.program.listing.view

    @property
    def tree(self):
        return self.view.tree

    @property
    def here(self):
        """What is said of the current row."""
        return self.tree.row.told if self.tree.row is not None else ""

    def press(self, key, held=NONE):
        """A key, to whatever has the keyboard."""
        self.driver.until(lambda: self._at_hand() is not None)
        QTest.keyClick(self._at_hand(), key, held)
        QApplication.processEvents()

    def type(self, words):
        self.driver.until(lambda: self._at_hand() is not None)
        if QApplication.activePopupWidget() is None:
            self.driver.type(words)
        else:
            QTest.keyClicks(self._at_hand(), words)
            QApplication.processEvents()

    def write(self, words):
        """Words, and Enter behind them."""
        self.type(words)
        self.press(ENTER)

    def add(self, *words):
        """Insert, and the underlined letters of these words in the menus."""
        self.press(Qt.Key.Key_Insert)
        self._pick(words)

    def more(self, *words):
        """The menu key, and such letters."""
        spot = QPoint(10, 10)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, spot, self.tree.mapToGlobal(spot)
        )
        QCoreApplication.sendEvent(self.tree.viewport(), event)
        QApplication.processEvents()
        self._pick(words)

    def offered(self):
        """What stands in the open menu."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return [action.text().replace("&", "") for action in menu.actions() if action.text()]

    def choose(self, *words):
        """Find each of these in the open chooser and pick it; Enter in the empty field ends it."""
        chooser = QApplication.activePopupWidget()
        assert isinstance(chooser, Chooser)
        for each in words:
            self.write(each)
        if QApplication.activePopupWidget() is chooser:
            self.press(ENTER)

    def go_to(self, words):
        """Go down from the top until a row says this; from halte to halte where it is one."""
        self.press(Qt.Key.Key_Home)
        held = CTRL if words.startswith("Halte:") or words in _HEADINGS else NONE
        while words not in self.here:
            before = self.tree.row.key
            self.press(Qt.Key.Key_Down, held)
            assert self.tree.row.key != before, f"no row says {words}"

    def said(self):
        """What all rows say, from the top."""
        rows = self.view.rows
        return [rows.row_at(rows.index_of(key)).told for key in rows.keys()]  # noqa: SIM118

    @staticmethod
    def _at_hand():
        """What has the keyboard."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            return QApplication.focusWidget()
        return popup.focusWidget() or popup

    def _pick(self, words):
        for each in words:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            found = [one.text() for one in menu.actions() if one.text().replace("&", "") == each]
            assert found, (each, self.offered())
            before, underlined = found[0].split("&")
            del before
            self.press(getattr(Qt.Key, f"Key_{underlined[0].upper()}"))


@pytest.fixture(autouse=True)
def _at_the_keyboard(driver):
    """The window is the one that gets the keys."""
    driver.window.activateWindow()
    driver.until(driver.window.isActiveWindow)


@pytest.fixture
def typist(driver):
    """Somebody who has pressed F6."""
    driver.key(Qt.Key.Key_F6)
    return Typist(driver)
