"""A path on the canvas: the brush's own outline on a paper halo, filled by Qt."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from reisblog import look
from reisblog.model.brush import brush_outline
from reisblog.model.records import Trail


class StrokeItem(QGraphicsPathItem):
    """One path, in map units; the halo keeps its width on the screen at any zoom."""

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self.record_id = trail.id
        self._halo = QGraphicsPathItem(self)
        self._halo.setFlag(QGraphicsPathItem.GraphicsItemFlag.ItemStacksBehindParent)
        paper = QColor(look.PAPER)
        paper.setAlphaF(0.85)
        halo = QPen(paper, 2 * look.HALO_PX)
        halo.setCosmetic(True)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._halo.setPen(halo)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.draw(trail)

    def draw(self, trail: Trail) -> None:
        """Show this path."""
        self.trail = trail
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for polygon in brush_outline(trail):
            path.addPolygon(QPolygonF([QPointF(point.x, point.y) for point in polygon]))
            path.closeSubpath()
        self.setPath(path)
        self._halo.setPath(path)
        self.setBrush(QBrush(QColor(look.TINTS.get(trail.tint, look.EMBER))))

    def outline(self) -> QRectF:
        """What a frame around it encloses."""
        return self.path().boundingRect()
