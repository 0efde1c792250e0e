"""Something a screen reader can meet and press that is no widget."""

# Qt calls these by its own names.
# ruff: noqa: N802

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from reisblog import look

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow


class Bodiless(QAccessibleWidget):
    """Part of a widget, with actions.

    It is a `QAccessibleWidget` for the sake of those alone: of what a Python class inherits from
    two of Qt's interfaces, Qt finds but the first. Whatever would then ask a widget that is not
    there is answered here.
    """

    def __init__(self, part_of: QWidget, within: QAccessibleInterface) -> None:
        super().__init__(part_of, QAccessible.Role.Graphic, "")
        self._within = within

    def object(self) -> None:  # type: ignore[override]
        """It has none, so Qt knows it by a number."""

    def window(self) -> QWindow:
        """That of what it is part of."""
        return self._within.window()

    def parent(self) -> QAccessibleInterface:
        """What it is part of."""
        return self._within

    def childCount(self) -> int:
        """Nothing is part of it."""
        return 0

    def child(self, index: int) -> None:  # type: ignore[override]
        """Nothing is part of it."""

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        """Nothing is part of it."""

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Nothing is part of it."""
        del child
        return -1

    def focusChild(self) -> None:  # type: ignore[override]
        """Nothing is part of it."""

    def relations(self, match: Any = None) -> list[Any]:
        """It has none."""
        del match
        return []

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Words are written elsewhere."""

    def foregroundColor(self) -> QColor:
        """Ink."""
        return QColor(look.INK)

    def backgroundColor(self) -> QColor:
        """On paper."""
        return QColor(look.PAPER)
