"""Shows that the keyboard is on the map, and at which of several chosen things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QWidget

from reisblog import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench

_BY_KEYS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_BY_HAND = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_FRAME_PX = look.FOCUS_PX + 2
_OUT_PX = 13.0
_DASH = (2.4, 1.8)


class FocusMark(QWidget):
    """A frame within the edge of the map while nothing is chosen; else dashes around one thing.

    Only for who came by keys. A single chosen thing has its frame from the map itself.

    Attributes:
        came_from_behind: whether the keyboard came here backwards.
    """

    def __init__(
        self, view: CanvasView, workbench: Workbench, at: Callable[[], str | None]
    ) -> None:
        """Lie over the map.

        Args:
            view: the map.
            workbench: knows what is chosen.
            at: gives the thing among several at which the keyboard is.
        """
        super().__init__(view.viewport())
        self._view = view
        self._workbench = workbench
        self._at = at
        self._by_keys = False
        self._around = QPainterPath()
        self.came_from_behind = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.sight.changed.connect(self.settle)
        workbench.changed.connect(self.settle)

    def settle(self) -> None:
        """Be where the keyboard is."""
        at = self._at()
        self._around = QPainterPath()
        if at is not None and self._view.hasFocus():
            self._settle_around(at)
        elif self._by_keys and self._view.hasFocus() and not self._workbench.chosen:
            port = self._view.viewport().rect()
            inner = port.adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX)
            self.setGeometry(port)
            self.setMask(QRegion(port) - QRegion(inner))  # the map below it is not painted anew
            self.show()
            self.raise_()
        else:
            self.hide()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard comes or goes, or a hand does."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._by_keys = self._by_keys or event.reason() in _BY_KEYS
            self.came_from_behind = event.reason() is Qt.FocusReason.BacktabFocusReason
            self.settle()
        elif kind == QEvent.Type.FocusOut and watched is self._view:
            self.hide()
        elif kind in _BY_HAND:
            self._by_keys = self.came_from_behind = False
            self.settle()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Focus blue on paper."""
        del event
        painter = QPainter(self)
        if self._around.isEmpty():
            painter.fillRect(self.rect(), QColor(look.PAPER))
            edge = look.FOCUS_PX / 2
            painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
            painter.drawRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.x(), -self.y())
        painter.setPen(QPen(QColor(look.PAPER), look.FOCUS_PX + 3))
        painter.drawPath(self._around)
        dashes = QPen(QColor(look.INK), look.FOCUS_PX)
        dashes.setDashPattern(_DASH)
        dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(dashes)
        painter.drawPath(self._around)

    def _settle_around(self, key: str) -> None:
        to_view = self._view.viewportTransform()
        lights = self._view.lights
        box = QRectF()
        for frame in lights.frames_of(key):
            box = box.united(to_view.map(frame).boundingRect())
        if box.isNull():
            for head in lights.heads(key, to_view)[:1]:
                box = QRectF(head, head)
        out = box.adjusted(-_OUT_PX, -_OUT_PX, _OUT_PX, _OUT_PX)
        self._around.addRoundedRect(out, _OUT_PX, _OUT_PX)
        self.clearMask()
        self.setGeometry(_roomy(out))
        self.show()
        self.raise_()


def _roomy(area: QRectF) -> QRect:
    return area.adjusted(-4, -4, 4, 4).toAlignedRect()
