"""A path's outline made wider all round, as paper under it: filled, which is soon done.

Stroking an outline with its many corners takes Qt thirty times as long as filling a wider one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from reisblog.model.geometry import Point

_MOST_POINTS = 1_000
_TINY = 1e-9
Corner = tuple[float, float, float, float]
"""Where it is, and which way is outward there."""


class Wider:
    """Outlines that all turn the same way round, and the same ones wider by any width."""

    def __init__(self, shapes: Iterable[Sequence[Point]]) -> None:
        self._shapes = [_corners(shape) for shape in shapes]
        self._made: tuple[float, list[QPainterPath]] = (-1.0, [])

    def by(self, width: float) -> list[QPainterPath]:
        """The outlines wider by this on every side, in a few paths to fill; the last are kept."""
        width = round(width, 4)
        if self._made[0] != width:
            self._made = (width, self._widened(width))
        return self._made[1]

    def _widened(self, width: float) -> list[QPainterPath]:
        paths: list[QPainterPath] = []
        for shape in self._shapes:
            if not paths or paths[-1].elementCount() + len(shape) > _MOST_POINTS:
                paths.append(QPainterPath())
                paths[-1].setFillRule(Qt.FillRule.WindingFill)
            paths[-1].addPolygon(
                QPolygonF(
                    [QPointF(x + right * width, y + down * width) for x, y, right, down in shape]
                )
            )
            paths[-1].closeSubpath()
        return paths


def _corners(shape: Sequence[Point]) -> list[Corner]:
    """Every corner with its way out: across the line between its two neighbours."""
    points = [(point.x, point.y) for point in shape]
    turn = sum(
        x * below - right * y
        for (x, y), (right, below) in zip(points, [*points[1:], *points[:1]], strict=True)
    )
    out = -1.0 if turn < 0 else 1.0
    corners = []
    for (left, above), (x, y), (right, below) in zip(
        [*points[-1:], *points[:-1]], points, [*points[1:], *points[:1]], strict=True
    ):
        along, down = right - left, below - above
        length = math.hypot(along, down)
        if length > _TINY:
            corners.append((x, y, out * down / length, -out * along / length))
    return corners
