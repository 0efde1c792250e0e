"""The ring around the pointer that shows how far a mist brush or an eraser reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.mist import BRUSH, MistBrush
from reisblog.tools.erase import Eraser
from reisblog.ui.canvas.palms import is_eraser

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from reisblog.ui.canvas.view import CanvasView

_EDGE_PX = 2.0
_GONE = {QEvent.Type.Leave, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class BrushRing(QWidget):
    """Follows mouse, pen or finger over the view while a mist brush or an eraser is in hand.

    A whole ring lays mist and a broken one wipes away. The other end of a pen is an eraser whatever
    is in hand.
    """

    def __init__(self, view: CanvasView, eraser_px: Callable[[], float]) -> None:
        """Lie over a view.

        Args:
            view: what is brushed.
            eraser_px: gives how far an eraser reaches, in logical pixels.
        """
        super().__init__(view.viewport())
        self._eraser_px = eraser_px
        self._turned = False
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
        """Whether there is a brush or an eraser in hand."""
        return self._erases or (self._view.tool == "path" and isinstance(self._view.pen, MistBrush))

    @property
    def _erases(self) -> bool:
        held = self._view.tool == "path" and isinstance(self._view.pen, Eraser)
        return self._turned or held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See where the pointer is; take nothing."""
        del watched
        if isinstance(event, QTabletEvent):
            self._turned = is_eraser(event)
        elif self._turned and isinstance(event, QMouseEvent):
            self._turned = False
        if not self.in_use:
            if self.isVisible():
                self.hide()
        elif event.type() in _GONE:
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
        if self._erases or self._view.pen is MistBrush.WIPE:
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
        reach = self._eraser_px() if self._erases else BRUSH * self._view.scale_now()
        reach += _EDGE_PX
        around = QRectF(self._at.x() - reach, self._at.y() - reach, 2 * reach, 2 * reach)
        self.setGeometry(around.toAlignedRect())

    def _put_down(self) -> None:
        self.hide()
