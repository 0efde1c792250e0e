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
from reisblog.model.brush import DASH, GAP, across, brush_outline, dot_gap
from reisblog.model.curves import along
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.records import Pen, Trail
from reisblog.ui.canvas.items.wider import Wider

HALO_ALPHA = 0.85
_SOLID = frozenset({Pen.MINE, Pen.DOODLE})
_MOST_POINTS, _MOST_PIECES = 1_000, 100
"""Of one part: Qt paints a scribble in parts ten times as fast as in one. Where two parts meet, the
halo lies double for a few pixels; a path across the map has one part."""
_MOST_IN_HAND = 250
"""Pieces, of which the outline takes less than a frame."""


class StrokeItem(QGraphicsPathItem):
    """One path, in map units; the halo keeps its width on the screen at any zoom."""

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self.record_id = trail.id
        self._run_as: tuple[Curve, ...] | None = None
        self._plain: QPen | None = None
        self._parts: list[QPainterPath] = []
        self._halo = _Halo(self)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.draw(trail)

    def draw(self, trail: Trail) -> None:
        """Show this path."""
        self.trail = trail
        self._run_as = None
        self._show([trail])
        self.setBrush(QBrush(QColor(look.TINTS.get(trail.tint, look.EMBER))))

    @property
    def is_run_otherwise(self) -> bool:
        """Whether it is shown along other curves than its own."""
        return self._run_as is not None

    def run(self, curves: Sequence[Curve]) -> None:
        """Show it along other curves for now, several or none at all; ``draw`` ends that."""
        before, self._run_as = self._run_as, tuple(curves)
        same = before is not None and len(before) == len(curves)
        if not same or any(a is not b for a, b in zip(before or (), curves, strict=True)):
            trails = [along(self.trail, curve) for curve in curves]
            if sum(len(curve.segments) for curve in curves) > _MOST_IN_HAND:
                self._show_plainly(trails)
            else:
                self._show(trails)

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
            if self._plain is None:
                painter.fillPath(part, self.brush())
            else:
                painter.strokePath(part, self._plain)

    def _show_plainly(self, trails: Sequence[Trail]) -> None:
        """Show a scribble while it is in the hand: its brush's outline takes too long for that."""
        self._plain = _plain_pen(trails[0], self.brush().color())
        self._parts = [part for trail in trails for part in _middle_line(trail)]
        self._lay(trails, None)

    def _show(self, trails: Sequence[Trail]) -> None:
        self._plain = None
        shapes = [shape for trail in trails for shape in brush_outline(trail)]
        self._parts = _filled(shapes)
        self._lay(trails, shapes)

    def _lay(self, trails: Sequence[Trail], shapes: Sequence[Sequence[Point]] | None) -> None:
        whole = QPainterPath()
        whole.setFillRule(Qt.FillRule.WindingFill)
        for part in self._parts:
            whole.addPath(part)
        self.setPath(whole)
        self._halo.lie_under(trails, shapes, self._parts, whole.boundingRect())


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
        paper.setAlphaF(HALO_ALPHA)
        self._pen = QPen(paper, 1.0)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)

    def lie_under(
        self,
        trails: Sequence[Trail],
        shapes: Sequence[Sequence[Point]] | None,
        parts: list[QPainterPath],
        bounds: QRectF,
    ) -> None:
        """Follow a path, or what is shown of it; its outlines are known unless it is plain."""
        self.prepareGeometryChange()
        widest = max(map(_widest, trails), default=0.0)
        room = widest + 8 * look.HALO_PX
        self._bounds = bounds.adjusted(-room, -room, room, room)
        self._wider, self._under = None, 0.0
        if trails and trails[0].pen in _SOLID:
            self._parts = [part for trail in trails for part in _middle_line(trail)]
            self._under = widest
        elif shapes is None:
            self._parts = parts
        else:
            self._parts, self._wider = [], Wider(shapes)

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


def _plain_pen(trail: Trail, tint: QColor) -> QPen:
    """What draws about as the path's own pen does, in an even width."""
    width = across(trail.pen, 1.0, trail.breadth)
    pen = QPen(tint, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if trail.pen is Pen.PASSED_BY:
        pen.setDashPattern([DASH / width, GAP / width])
    elif trail.pen is Pen.DREAMT:
        pen.setDashPattern([0.01, 1.0 + dot_gap(trail.breadth) / width])
    return pen


def _widest(trail: Trail) -> float:
    """How wide the line is where the hand pressed most, in map units."""
    hand = max([trail.start_width, *(piece.width for piece in trail.segments)])
    return across(trail.pen, hand, trail.breadth) * 0.92
