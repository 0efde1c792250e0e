"""Paths that draw themselves on the board: as far as a hand has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from reisblog import look
from reisblog.model.brush import SOLID, Growing, brush_outline, paper_under
from reisblog.model.geometry import Point
from reisblog.ui.canvas.items.halo import HALO_ALPHA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reisblog.model.records import Trail


class Inking:
    """One path."""

    def __init__(self, trail: Trail) -> None:
        self._trail = trail
        self._tint = QColor(look.TINTS.get(trail.tint, look.EMBER))
        self._line = Growing(trail) if trail.pen in SOLID else None
        shapes = [] if self._line is not None else brush_outline(trail)
        self._shapes = [_path([shape]) for shape in shapes]
        self._done: list[tuple[object, QPainterPath]] = []
        self.length = self._line.length if self._line is not None else 1.0

    def tip(self, distance: float) -> Point:
        """Where the hand is, in map units."""
        return Point(0, 0) if self._line is None else self._line.tip(distance)

    def draw(self, painter: QPainter, share: float, scale: float) -> None:
        """Draw so much of its length, in map units.

        Args:
            painter: in map units.
            share: from 0 to 1.
            scale: logical pixels for each map unit.
        """
        if share <= 0:
            return
        if self._line is not None:
            self._draw_line(painter, self._line, share * self._line.length, scale)
            return
        shown = self._shapes[: round(share * len(self._shapes))]
        pen = _halo_pen(2 * look.HALO_PX / scale)
        for path in shown:
            painter.strokePath(path, pen)
        for path in shown:
            painter.fillPath(path, self._tint)

    def _draw_line(self, painter: QPainter, line: Growing, reached: float, scale: float) -> None:
        middle = QPainterPath()
        middle.addPolygon(_polygon(line.middle(reached)))
        painter.strokePath(middle, _halo_pen(paper_under(self._trail) + 2 * look.HALO_PX / scale))
        for number, shape in enumerate(line.until(reached)):
            if number < len(self._done) and self._done[number][0] is shape:
                painter.fillPath(self._done[number][1], self._tint)
                continue
            path = _path([shape])
            self._done[number:] = [(shape, path)]
            painter.fillPath(path, self._tint)


def _halo_pen(width: float) -> QPen:
    paper = QColor(look.PAPER)
    paper.setAlphaF(HALO_ALPHA)
    pen = QPen(paper, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _path(shapes: Iterable[Sequence[Point]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for shape in shapes:
        path.addPolygon(_polygon(shape))
        path.closeSubpath()
    return path


def _polygon(points: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(point.x, point.y) for point in points])
