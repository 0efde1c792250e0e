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

_TARGET_PX = look.TARGET_PX / 2
_RING_PX = 12.0
_AWAY_PX = _TARGET_PX + 8.0
"""How far outside the ring around a compass it lies: what moves it and what turns it lie apart."""
_POINT = ((0.0, -6.5), (4.6, 4.5), (0.0, 2.4), (-4.6, 4.5))


class Needle:
    """Knows where the ring is, and draws it; in logical pixels of the view."""

    def __init__(self, workbench: Workbench, scene: CanvasScene) -> None:
        self._workbench = workbench
        self._scene = scene

    def held_at(self, at: QPointF, to_view: QTransform) -> CompassMoment | None:
        """The compass that a hand at this point of the view turns."""
        item = self._chosen()
        if item is None:
            return None
        away = self._ring(item, to_view) - at
        return item.moment if math.hypot(away.x(), away.y()) <= _TARGET_PX else None

    def spot(self, to_view: QTransform) -> QPointF | None:
        """The middle of the ring; nothing while no single compass is chosen."""
        item = self._chosen()
        return None if item is None else self._ring(item, to_view)

    def reach(self, item: CompassItem, scale: float) -> float:
        """How far from the middle of a compass its ring reaches, in logical pixels."""
        return _away(item, scale) + _RING_PX + look.FOCUS_PX

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
        tip = toward(middle, item.direction, TIP * to_view.m11())
        for colour, width in ((look.PAPER, 6.0), (look.INK, 2.5)):
            painter.setPen(
                QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawLine(tip, ring)
        painter.setBrush(QColor(look.SLIP))
        for colour, width in ((look.PAPER, look.FOCUS_PX + 3), (look.FOCUS, look.FOCUS_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring, _RING_PX, _RING_PX)
        turn = QTransform.fromTranslate(ring.x(), ring.y())
        turn.rotate(item.direction)
        painter.setPen(QPen(QColor(look.INK), 1.2))
        painter.setBrush(QColor(look.EMBER))
        painter.drawPolygon(turn.map(QPolygonF([QPointF(x, y) for x, y in _POINT])))

    def _chosen(self) -> CompassItem | None:
        chosen = self._workbench.chosen
        if len(chosen) != 1 or not self._scene.is_calm:
            return None
        item = self._scene.item_of(next(iter(chosen)))
        return item if isinstance(item, CompassItem) and item.isVisible() else None

    def _ring(self, item: CompassItem, to_view: QTransform) -> QPointF:
        away = _away(item, to_view.m11())
        return toward(to_view.map(item.pos()), item.direction, away)


def _away(item: CompassItem, scale: float) -> float:
    return max(item.clear() * scale, _TARGET_PX) + _AWAY_PX
