"""A list that shows where the keyboard is while the keyboard is used, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent


class KeyboardList(QListView):
    """A list whose delegate draws a ring around the current entry ``by_keyboard``."""

    by_keyboard = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes with the Tab key uses the keyboard."""
        self.by_keyboard = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does whoever presses a key."""
        self.by_keyboard = True
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pointer needs no ring."""
        self.by_keyboard = False
        super().mousePressEvent(event)
        self.viewport().update()
