"""A path on the canvas: the brush's own outline, filled by Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from reisblog import look
from reisblog.model.brush import DASH, GAP, across, brush_outline, dot_gap, paper_under
from reisblog.model.curves import along
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.records import Pen, Trail
from reisblog.ui.canvas.items.halo import Halo, halo_units

_MOST_POINTS, _MOST_PIECES = 1_000, 100
"""Of one part: Qt paints a scribble in parts ten times as fast as in one. Where two parts meet, the
halo lies double for a few pixels; a path across the map has one part."""
_MOST_IN_HAND = 250
"""Pieces, of which the outline takes less than a frame."""


class StrokeItem(QGraphicsPathItem):
    """One path, in map units.

    Attributes:
        halo: the paper around it, which lies under the ink of all paths.
        is_lifted: whether it is in the hand, with its own paper under it.
    """

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self.record_id = trail.id
        self._run_as: tuple[Curve, ...] | None = None
        self._plain: QPen | None = None
        self._parts: list[QPainterPath] = []
        self._middle: list[QPainterPath] = []
        self._bounds = QRectF()
        self.halo = Halo()
        self.is_lifted = False
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

    def lift(self, *, lifted: bool) -> None:
        """Lie over everything, paper and all, or on the map again."""
        self.is_lifted = lifted
        self.update()

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
        del widget
        if self.is_lifted:
            self.halo.fill(painter, halo_units(option, painter))
        self.fill(painter)

    def draw_rim(self, painter: QPainter, scale: float) -> None:
        """Draw the edge that shows around its paper where it is chosen; in map units.

        Args:
            painter: of what lies under all paths.
            scale: logical pixels per map unit.
        """
        inner = paper_under(self.trail) + 2 * look.HALO_PX / scale
        outer = inner + 2 * look.FOCUS_PX / scale
        painter.translate(self.pos())
        for colour, width in ((look.FOCUS, outer), (look.PAPER, inner)):
            pen = QPen(QColor(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for part in self._middle:
                painter.strokePath(part, pen)
        painter.translate(-self.pos())

    def boundingRect(self) -> QRectF:
        """All it covers, with its paper, at the smallest scale."""
        return self._bounds

    def fill(self, painter: QPainter) -> None:
        """Draw its ink, in map units."""
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
        self.prepareGeometryChange()
        self.setPath(whole)
        self._middle = self._middle_of(trails)
        room = self.halo.lie_under(trails, shapes, self._middle)
        self._bounds = whole.boundingRect().adjusted(-room, -room, room, room)

    def _middle_of(self, trails: Sequence[Trail]) -> list[QPainterPath]:
        if self._plain is not None:
            return self._parts
        return [part for trail in trails for part in _middle_line(trail)]


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
