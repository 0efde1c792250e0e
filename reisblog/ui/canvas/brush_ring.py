"""The ring around the pointer that shows how far a mist brush reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.mist import BRUSH, MistBrush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reisblog.ui.canvas.view import CanvasView

_EDGE_PX = 2.0
_GONE = {QEvent.Type.Leave, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class BrushRing(QWidget):
    """Follows mouse, pen or finger over the view while a mist brush is in hand.

    A whole ring lays mist and a broken one wipes it away.
    """

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._at = QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        view.viewport().installEventFilter(self)
        view.sight.changed.connect(self._settle)
        view.tool_changed.connect(self._put_down)

    @property
    def in_use(self) -> bool:
        """Whether a mist brush is in hand."""
        return self._view.tool == "path" and isinstance(self._view.pen, MistBrush)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See where the pointer is; take nothing."""
        del watched
        if not self.in_use:
            return False
        if event.type() in _GONE:
            self.hide()
        elif isinstance(event, (QMouseEvent, QTabletEvent)):
            self._follow(event.position())
        elif isinstance(event, QTouchEvent) and event.points():
            self._follow(event.points()[0].position())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink on paper, to be seen on every ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        painter.setPen(QPen(QColor(look.PAPER), 2 * _EDGE_PX))
        painter.drawEllipse(ring)
        line = QPen(QColor(look.INK), _EDGE_PX * 0.8)
        if self._view.pen is MistBrush.WIPE:
            line.setDashPattern([4, 4])
        painter.setPen(line)
        painter.drawEllipse(ring)
        painter.end()

    def _follow(self, at: QPointF) -> None:
        self._at = at
        self._settle()
        self.show()

    def _settle(self) -> None:
        """Be where the pointer is, as large as the brush is at this scale."""
        reach = BRUSH * self._view.scale_now() + _EDGE_PX
        around = QRectF(self._at.x() - reach, self._at.y() - reach, 2 * reach, 2 * reach)
        self.setGeometry(around.toAlignedRect())

    def _put_down(self) -> None:
        self.hide()
