"""A dream at the end of a story: its dots go on, beyond their path and off the board."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from reisblog import look
from reisblog.model.brush import brush_outline
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Segment, Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEEN = 48
"""So many dots are seen at once; the last of them fade."""
_LOOKING_BACK = 60.0
_DRIFT = 0.12
"""How much the way bends, as no hand draws straight."""


class Dream:
    """The dots of one path, and of the way on."""

    def __init__(self, trail: Trail, board: QRectF) -> None:
        """Lay them.

        Args:
            trail: the path.
            board: all that is seen, in map units.
        """
        self._tint = QColor(look.TINTS.get(trail.tint, look.PLUM))
        self._own = len(brush_outline(trail))
        self._dots = [Rect.around(dot) for dot in brush_outline(_gone_on(trail, board))]

    def draw(self, painter: QPainter, share: float) -> None:
        """Draw those that are seen when it has gone so much of its way on, in map units."""
        first = self._own + round(share * (len(self._dots) - self._own))
        painter.setPen(Qt.PenStyle.NoPen)
        for back, dot in enumerate(reversed(self._dots[max(0, first - _SEEN) : first])):
            tint = QColor(self._tint)
            tint.setAlphaF(min(1.0, 2 * (1 - back / _SEEN)))
            painter.setBrush(tint)
            centre = QPointF(dot.centre.x, dot.centre.y)
            painter.drawEllipse(centre, dot.width / 2, dot.height / 2)


def _gone_on(trail: Trail, board: QRectF) -> Trail:
    """The path with a way on, in the direction in which it ended, as far as the board reaches."""
    end = trail.segments[-1].end
    ahead = _direction([trail.start, *(piece.end for piece in trail.segments)])
    reach = board.width() + board.height()
    while reach > 1 and not _just_outside(end + ahead.scaled(reach), board):
        reach *= 0.9
    reach = max(reach, _LOOKING_BACK)
    aside = Point(-ahead.y, ahead.x).scaled(reach * _DRIFT)
    on = Segment(
        end + ahead.scaled(reach / 3) + aside,
        end + ahead.scaled(reach * 2 / 3) - aside,
        end + ahead.scaled(reach),
    )
    return msgspec.structs.replace(trail, segments=(*trail.segments, on))


def _just_outside(point: Point, board: QRectF) -> bool:
    """Whether a way that was shortened so far ends just beyond the board."""
    near = board.adjusted(-_margin(board), -_margin(board), _margin(board), _margin(board))
    return near.contains(point.x, point.y)


def _margin(board: QRectF) -> float:
    return board.width() * 0.12


def _direction(points: Sequence[Point]) -> Point:
    """In which way a path ended."""
    end = points[-1]
    back = next((p for p in reversed(points) if p.distance(end) > _LOOKING_BACK), points[0])
    away = end - back
    length = math.hypot(away.x, away.y)
    return away.scaled(1 / length) if length > 1 else Point(1.0, 0.0)
