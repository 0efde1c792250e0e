"""The ring at the end of a path that would go on under the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from reisblog import look
from reisblog.model.records import Pen
from reisblog.tools.draw import end_near, reach_of_ends
from reisblog.tools.gesture import Device

if TYPE_CHECKING:
    from reisblog.model.geometry import Point
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench

_RADIUS_PX = 9.0
_EDGE_PX = 5.0


class PathEnds:
    """Follows a pen that hovers, so that one sees before drawing that a path goes on."""

    def __init__(self, view: CanvasView, workbench: Workbench) -> None:
        self._view = view
        self._workbench = workbench
        self._lit: Point | None = None
        self._waits = False

    @property
    def lit(self) -> Point | None:
        """The end that is lit, in map units."""
        return self._lit

    def drawing(self) -> None:
        """The pen draws; the end that it leaves lights only when the pen comes back to it."""
        self.hover(None)
        self._waits = True

    def hover(self, at: QPointF | None, device: Device = Device.MOUSE) -> None:
        """The pen is here now, in logical pixels of the view, or it is gone."""
        pen, lit = self._view.pen, None
        if at is not None and self._view.tool == "path" and isinstance(pen, Pen):
            end = end_near(
                self._workbench.journey.trails.values(),
                pen,
                self._view.tint,
                self._view.to_map(at),
                reach=reach_of_ends(device, self._view.scale_now()),
            )
            self._waits = self._waits and end is not None
            lit = None if end is None or self._waits else end.at
        if lit != self._lit:
            self._lit = lit
            self._view.relight()

    def area(self, to_view: QTransform, _port: QRectF) -> QRectF:
        """Where the ring is drawn; empty when none is."""
        if self._lit is None:
            return QRectF()
        spot, room = to_view.map(QPointF(self._lit.x, self._lit.y)), _RADIUS_PX + _EDGE_PX
        return QRectF(spot.x() - room, spot.y() - room, 2 * room, 2 * room)

    def draw(self, painter: QPainter, to_view: QTransform, _port: QRectF) -> None:
        """Ink on paper, for every ground."""
        if self._lit is None:
            return
        spot = to_view.map(QPointF(self._lit.x, self._lit.y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.PAPER, 4.6), (look.INK, 2.2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(spot, _RADIUS_PX, _RADIUS_PX)
