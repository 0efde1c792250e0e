"""A hidden part of a photo, as one takes hold of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from reisblog.texts import _
from reisblog.ui.canvas.large.grip import way_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from reisblog.model.records import Blur


class Box(QWidget):
    """One hidden part: it can be chosen, moved, and taken away.

    Signals:
        picked: it is the one that is meant now.
        moved: by how far since it was moved last, in logical pixels.
        nudged: a key moves it by so much.
        unwanted: it should go.
    """

    picked = Signal()
    moved = Signal(QPointF)
    nudged = Signal(QPointF)
    unwanted = Signal()

    def __init__(self, blur: Blur, parent: QWidget) -> None:
        super().__init__(parent)
        self.blur = blur
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(_("Hidden part"))
        self.setAccessibleDescription(_("The arrows move it, Del takes it away."))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whatever has the keyboard is meant."""
        super().focusInEvent(event)
        self.picked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It is taken."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.globalPosition()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.picked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes along."""
        if self._held is not None:
            self.moved.emit(event.globalPosition() - self._held)
            self._held = event.globalPosition()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it is."""
        del event
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, Del takes it away."""
        way = way_of(event)
        if way is not None:
            self.nudged.emit(way)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)
