"""A path on the canvas: the brush's own outline on a paper halo, filled by Qt."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from reisblog import look
from reisblog.model.brush import WIDTHS, brush_outline
from reisblog.model.records import Pen, Trail

_HALO_ALPHA = 0.85
_SOLID = frozenset({Pen.MINE, Pen.DOODLE})


class StrokeItem(QGraphicsPathItem):
    """One path, in map units; the halo keeps its width on the screen at any zoom."""

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self.record_id = trail.id
        self._halo = _Halo(self)
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
        self._halo.lie_under(trail, path)
        self.setBrush(QBrush(QColor(look.TINTS.get(trail.tint, look.EMBER))))

    def outline(self) -> QRectF:
        """What a frame around it encloses."""
        return self.path().boundingRect()


class _Halo(QGraphicsItem):
    """Paper around a path.

    Around a solid line it is one wide stroke along the middle: stroking the brush's outline, with
    its many corners, costs ten times as much a frame.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self._path = QPainterPath()
        self._under = 0.0
        self._bounds = QRectF()
        paper = QColor(look.PAPER)
        paper.setAlphaF(_HALO_ALPHA)
        self._pen = QPen(paper, 1.0)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)

    def lie_under(self, trail: Trail, outline: QPainterPath) -> None:
        """Follow a path."""
        self.prepareGeometryChange()
        room = WIDTHS[trail.pen] + 8 * look.HALO_PX
        self._bounds = outline.boundingRect().adjusted(-room, -room, room, room)
        if trail.pen in _SOLID:
            self._path, self._under = _middle_line(trail), _widest(trail)
        else:
            self._path, self._under = outline, 0.0

    def boundingRect(self) -> QRectF:
        """What it may cover, at the smallest scale."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Nothing: a path is hit on its line, not somewhere in the box around it."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """One stroke, wider than the line by the halo on both sides."""
        del widget
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        self._pen.setWidthF(self._under + 2 * look.HALO_PX / max(scale, 0.01))
        painter.strokePath(self._path, self._pen)


def _middle_line(trail: Trail) -> QPainterPath:
    path = QPainterPath(QPointF(trail.start.x, trail.start.y))
    for piece in trail.segments:
        path.cubicTo(
            QPointF(piece.c1.x, piece.c1.y),
            QPointF(piece.c2.x, piece.c2.y),
            QPointF(piece.end.x, piece.end.y),
        )
    return path


def _widest(trail: Trail) -> float:
    """How wide the line is where the hand pressed most, in map units."""
    hand = max([trail.start_width, *(piece.width for piece in trail.segments)])
    return WIDTHS[trail.pen] * hand * 0.92
