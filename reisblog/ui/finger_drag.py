"""Dragging with a finger: Qt's own drag follows the mouse alone on some systems.

What lies under the finger gets the same events as in a drag of Qt's, and need not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent, QPixmap

_COPY = Qt.DropAction.CopyAction
_BUTTON = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


class FingerDrag(QWidget):
    """One drag, shown by a picture that hangs at the finger."""

    def __init__(self, window: QWidget, mime: QMimeData, picture: QPixmap, hot: QPoint) -> None:
        """Begin over a window.

        Args:
            window: all that it may be dropped on lies in it.
            mime: what is dragged.
            picture: what is seen of it.
            hot: where the finger holds the picture, in its logical pixels.
        """
        super().__init__(window)
        self._around = window
        self._mime = mime
        self._picture = picture
        self._hot = hot
        self._over: QWidget | None = None
        self._taken = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(picture.deviceIndependentSize().toSize())

    def move_to(self, on_screen: QPoint) -> None:
        """The finger is here now."""
        window = self._around
        at = window.mapFromGlobal(on_screen)
        self.move(at - self._hot)
        self.show()
        self.raise_()
        self._come_over(_taker(window.childAt(at)), on_screen)

    def let_go(self, on_screen: QPoint) -> None:
        """The finger is lifted here."""
        self.move_to(on_screen)
        over, taken = self._over, self._taken
        self._end()
        if over is not None and taken:
            at = QPointF(over.mapFromGlobal(on_screen))
            drop = QDropEvent(at, _COPY, self._mime, _BUTTON, _PLAIN)
            QCoreApplication.sendEvent(over, drop)
        elif over is not None:
            QCoreApplication.sendEvent(over, QDragLeaveEvent())

    def give_up(self) -> None:
        """Nothing is dropped."""
        if self._over is not None:
            QCoreApplication.sendEvent(self._over, QDragLeaveEvent())
        self._end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        del event
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _come_over(self, over: QWidget | None, on_screen: QPoint) -> None:
        if over is not self._over:
            if self._over is not None:
                QCoreApplication.sendEvent(self._over, QDragLeaveEvent())
            self._over, self._taken = over, False
            if over is not None:
                at = over.mapFromGlobal(on_screen)
                enter = QDragEnterEvent(at, _COPY, self._mime, _BUTTON, _PLAIN)
                enter.ignore()
                QCoreApplication.sendEvent(over, enter)
                self._taken = enter.isAccepted()
        if over is not None and self._taken:
            at = over.mapFromGlobal(on_screen)
            move = QDragMoveEvent(at, _COPY, self._mime, _BUTTON, _PLAIN)
            QCoreApplication.sendEvent(over, move)

    def _end(self) -> None:
        self._over = None
        self.hide()
        self.deleteLater()


def _taker(widget: QWidget | None) -> QWidget | None:
    """What at a point takes drops: the innermost that does at all."""
    at = widget
    while at is not None and not at.acceptDrops():
        at = at.parentWidget()
    return at
