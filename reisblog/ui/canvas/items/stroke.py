"""A path on the canvas: the brush's own outline on a paper halo, filled by Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from reisblog.model.geometry import Point
from reisblog.model.records import Pen, Trail
from reisblog.ui.canvas.items.wider import Wider

_HALO_ALPHA = 0.85
_SOLID = frozenset({Pen.MINE, Pen.DOODLE})
_MOST_POINTS, _MOST_PIECES = 1_000, 100
"""Of one part: Qt paints a scribble in parts ten times as fast as in one. Where two parts meet, the
halo lies double for a few pixels; a path across the map has one part."""


class StrokeItem(QGraphicsPathItem):
    """One path, in map units; the halo keeps its width on the screen at any zoom."""

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self.record_id = trail.id
        self._parts: list[QPainterPath] = []
        self._halo = _Halo(self)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.draw(trail)

    def draw(self, trail: Trail) -> None:
        """Show this path."""
        self.trail = trail
        shapes = brush_outline(trail)
        self._parts = _filled(shapes)
        whole = QPainterPath(self._parts[0])
        for part in self._parts[1:]:
            whole.addPath(part)
        self.setPath(whole)
        self._halo.lie_under(trail, shapes, whole.boundingRect())
        self.setBrush(QBrush(QColor(look.TINTS.get(trail.tint, look.EMBER))))

    def home(self) -> QPointF:
        """Where the journey has it: a path is drawn in map units."""
        return QPointF(0, 0)

    def outline(self) -> QRectF:
        """What a frame around it encloses."""
        return self.path().boundingRect()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Fill it, a part at a time."""
        del option, widget
        self._fill(painter)

    def ink(self, painter: QPainter, halo: float) -> None:
        """Draw it on paper that is wider by this on both sides, in map units."""
        self._halo.fill(painter, halo)
        self._fill(painter)

    def _fill(self, painter: QPainter) -> None:
        for part in self._parts:
            painter.fillPath(part, self.brush())


class _Halo(QGraphicsItem):
    """Paper around a path.

    Around a solid line it is one wide stroke along the middle, around dashes and dots the same
    shapes a little wider: stroking the brush's outline, with its many corners, costs far more.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self._parts: list[QPainterPath] = []
        self._wider: Wider | None = None
        self._under = 0.0
        self._bounds = QRectF()
        paper = QColor(look.PAPER)
        paper.setAlphaF(_HALO_ALPHA)
        self._pen = QPen(paper, 1.0)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)

    def lie_under(self, trail: Trail, shapes: Sequence[Sequence[Point]], bounds: QRectF) -> None:
        """Follow a path."""
        self.prepareGeometryChange()
        room = WIDTHS[trail.pen] + 8 * look.HALO_PX
        self._bounds = bounds.adjusted(-room, -room, room, room)
        if trail.pen in _SOLID:
            self._parts, self._under, self._wider = _middle_line(trail), _widest(trail), None
        else:
            self._parts, self._under, self._wider = [], 0.0, Wider(shapes)

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
        """As wide at any scale."""
        del widget
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        self.fill(painter, look.HALO_PX / max(scale, 0.01))

    def fill(self, painter: QPainter, halo: float) -> None:
        """Fill it, wider than the line by so many map units on both sides."""
        if self._wider is not None:
            for path in self._wider.by(halo):
                painter.fillPath(path, self._pen.brush())
            return
        self._pen.setWidthF(self._under + 2 * halo)
        for part in self._parts:
            painter.strokePath(part, self._pen)


def _filled(shapes: Iterable[Sequence[Point]]) -> list[QPainterPath]:
    """These polygons as paths to fill."""
    parts: list[QPainterPath] = []
    for shape in shapes:
        if not parts or parts[-1].elementCount() + len(shape) > _MOST_POINTS:
            parts.append(QPainterPath())
            parts[-1].setFillRule(Qt.FillRule.WindingFill)
        parts[-1].addPolygon(QPolygonF([QPointF(point.x, point.y) for point in shape]))
        parts[-1].closeSubpath()
    return parts


def _middle_line(trail: Trail) -> list[QPainterPath]:
    """The curve itself, as paths to stroke."""
    parts: list[QPainterPath] = []
    at = trail.start
    for index, piece in enumerate(trail.segments):
        if index % _MOST_PIECES == 0:
            parts.append(QPainterPath(QPointF(at.x, at.y)))
        parts[-1].cubicTo(
            QPointF(piece.c1.x, piece.c1.y),
            QPointF(piece.c2.x, piece.c2.y),
            QPointF(piece.end.x, piece.end.y),
        )
        at = piece.end
    return parts


def _widest(trail: Trail) -> float:
    """How wide the line is where the hand pressed most, in map units."""
    hand = max([trail.start_width, *(piece.width for piece in trail.segments)])
    return WIDTHS[trail.pen] * hand * 0.92
