"""The ring at the tip of a chosen compass's needle, by which a hand turns it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from reisblog import look
from reisblog.ui.canvas.items.compass import CompassItem
from reisblog.ui.compass_drawing import TIP, toward

if TYPE_CHECKING:
    from reisblog.model.records import CompassMoment
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.workbench import Workbench

_RING_SHARE = 0.27
"""Of a target: how large the ring's radius is."""
_APART_PX = 8.0
"""Between what moves a compass and what turns it."""
_POINT = ((0.0, -6.5), (4.6, 4.5), (0.0, 2.4), (-4.6, 4.5))


class Needle:
    """Knows where the ring is, and draws it; in logical pixels of the view.

    Where the tip points out of view, it is at the tail: the needle turns about its middle anyway.
    """

    def __init__(self, workbench: Workbench, scene: CanvasScene) -> None:
        self._workbench = workbench
        self._scene = scene
        self._at_tail = False

    def held_at(self, at: QPointF, to_view: QTransform) -> CompassMoment | None:
        """The compass that a hand at this point of the view turns."""
        item = self._chosen()
        if item is None:
            return None
        away = self._ring(item, to_view) - at
        return item.moment if math.hypot(away.x(), away.y()) <= self._half() else None

    def spot(self, to_view: QTransform) -> QPointF | None:
        """The middle of the ring; nothing while no single compass is chosen."""
        item = self._chosen()
        return None if item is None else self._ring(item, to_view)

    def reach(self, item: CompassItem, scale: float) -> float:
        """How far from the middle of a compass its ring reaches, in logical pixels."""
        return self._away(item, scale) + self._radius() + look.FOCUS_PX

    def area(self, to_view: QTransform) -> QRectF:
        """All that may be drawn, whichever way it points; empty when nothing is."""
        item = self._chosen()
        if item is None:
            return QRectF()
        reach = self.reach(item, to_view.m11())
        box = QRectF(0, 0, 2 * reach, 2 * reach)
        box.moveCenter(to_view.map(item.pos()))
        return box

    def draw(self, painter: QPainter, to_view: QTransform) -> None:
        """The needle prolonged, with the ring at its end."""
        item = self._chosen()
        if item is None:
            return
        middle, ring = to_view.map(item.pos()), self._ring(item, to_view)
        tip = toward(middle, self._side(item), TIP * to_view.m11())
        for colour, width in ((look.PAPER, 6.0), (look.INK, 2.5)):
            painter.setPen(
                QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawLine(tip, ring)
        painter.setBrush(QColor(look.SLIP))
        for colour, width in ((look.PAPER, look.FOCUS_PX + 3), (look.FOCUS, look.FOCUS_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring, self._radius(), self._radius())
        turn = QTransform.fromTranslate(ring.x(), ring.y())
        turn.rotate(item.direction)
        turn.scale(self._radius() / 12, self._radius() / 12)
        painter.setPen(QPen(QColor(look.INK), 1.2))
        painter.setBrush(QColor(look.SLIP if self._at_tail else look.EMBER))
        painter.drawPolygon(turn.map(QPolygonF([QPointF(x, y) for x, y in _POINT])))

    def _chosen(self) -> CompassItem | None:
        chosen = self._workbench.chosen
        if len(chosen) != 1 or not self._scene.is_calm:
            return None
        item = self._scene.item_of(next(iter(chosen)))
        if not isinstance(item, CompassItem) or not item.isVisible() or item.moment.locked:
            return None
        return item

    def _ring(self, item: CompassItem, to_view: QTransform) -> QPointF:
        middle, away = to_view.map(item.pos()), self._away(item, to_view.m11())
        if views := self._scene.views():
            edge = self._radius()
            port = QRectF(views[0].viewport().rect())
            inside = port.adjusted(edge, edge, -edge, -edge)
            if item.direction == item.moment.direction:  # while it is turned it stays in the hand
                self._at_tail = not inside.contains(toward(middle, item.direction, away))
        return toward(middle, self._side(item), away)

    def _side(self, item: CompassItem) -> float:
        return item.direction + (180.0 if self._at_tail else 0.0)

    def _away(self, item: CompassItem, scale: float) -> float:
        """Outside the ring around a compass, and outside what is hit as the compass itself."""
        return max(item.clear() * scale, self._half()) + self._half() + _APART_PX

    def _half(self) -> float:
        return self._scene.target_px() / 2

    def _radius(self) -> float:
        return _RING_SHARE * self._scene.target_px()
