"""What handles there are, and where they stand around a frame; in logical pixels of the view."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF

from reisblog import look

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPolygonF

GAP_PX = 5.0
"""Between a thing and its frame, on which the handles lie (see ``Lights``)."""
TURN_SHARE = 11 / 44
"""Of a target: the radius of what is drawn of a turning handle."""
_STEM_SHARE = 0.75
_FREE_SHARE = 0.75
"""Of a target: how much of the middle of a thing is left for dragging it, at least."""


class Role(StrEnum):
    """What a handle is for."""

    NORTH_WEST = "north-west"
    NORTH_EAST = "north-east"
    SOUTH_EAST = "south-east"
    SOUTH_WEST = "south-west"
    TURN = "turn"
    WIDTH = "width"
    LETTERS = "letters"
    MORE = "more"
    FREE = "free"


CORNERS = (Role.NORTH_WEST, Role.NORTH_EAST, Role.SOUTH_EAST, Role.SOUTH_WEST)
"""In the order of a frame's corners."""
BUTTONS = (Role.MORE, Role.FREE)


class Handle(msgspec.Struct, frozen=True):
    """One of them.

    Attributes:
        at: its middle, in logical pixels of the view.
        leans: in which direction it is pulled, in degrees clockwise from the right.
        frees: the id of what it lets go.
    """

    role: Role
    at: QPointF
    leans: float = 0.0
    frees: str = ""


SIGN_OF = {
    Role.NORTH_WEST: (-1, -1),
    Role.NORTH_EAST: (1, -1),
    Role.SOUTH_EAST: (1, 1),
    Role.SOUTH_WEST: (-1, 1),
    Role.WIDTH: (1, 0),
    Role.LETTERS: (1, 1),
}
"""Whether each is on the left or the right, and above or below."""


class Stand:
    """Where handles stand around a frame in the view."""

    def __init__(self, corners: QPolygonF, target: float, port: QRectF) -> None:
        first, second, _third, fourth = corners.toList()[:4]
        self._middle = (second + fourth) / 2
        self._right, self._wide = _direction(second - first)
        self._down, self._high = _direction(fourth - first)
        self._target = target
        edge = target * TURN_SHARE + look.FOCUS_PX
        self._inside = port.adjusted(edge, edge, -edge, -edge)

    def at(self, right: int, down: int) -> QPointF:
        """A corner, or the middle of a side; so far out that enough of the thing is left free."""
        across = right * (self._wide / 2 + self._out(self._wide))
        along = down * (self._high / 2 + self._out(self._high))
        return kept(self._middle + self._right * across + self._down * along, self._inside)

    def leans(self, right: int, down: int) -> float:
        """In which direction it is pulled."""
        pulled = self._right * (right * self._wide) + self._down * (down * self._high)
        return math.degrees(math.atan2(pulled.y(), pulled.x()))

    def turn(self) -> QPointF:
        """Above the frame; below it where that is out of view."""
        away = self._high / 2 + self._out(self._high) + _STEM_SHARE * self._target
        spots = [self._middle - self._down * away, self._middle + self._down * away]
        return next((spot for spot in spots if self._inside.contains(spot)), None) or kept(
            spots[0], self._inside
        )

    def _out(self, length: float) -> float:
        """How far outside a side of this length a handle lies."""
        free = min(length, _FREE_SHARE * self._target)
        return max(GAP_PX, self._target / 2 - (length - free) / 2)


def _direction(side: QPointF) -> tuple[QPointF, float]:
    length = math.hypot(side.x(), side.y())
    return (side / length if length else QPointF(1, 0)), length


def apart(one: QPointF, other: QPointF) -> float:
    """How far from one another two points are."""
    away = one - other
    return math.hypot(away.x(), away.y())


def kept(spot: QPointF, inside: QRectF) -> QPointF:
    """The nearest spot inside."""
    return QPointF(
        min(max(spot.x(), inside.left()), inside.right()),
        min(max(spot.y(), inside.top()), inside.bottom()),
    )
