"""Where a compass comes to lie that was not carried there: where the least lies already."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import overlap

_SIDE = look.COMPASS_UNITS * 1.7
"""With the wedges beside it, and some air."""
_GAP = 4.0
_ASIDE = 0.25
_STEP = 22.0
_TURNS = 400
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def on_sheet(at: Point, sheet: Rect) -> Point:
    """The nearest middle from which all of a compass lies on the sheet."""
    return sheet.grown(-_SIDE / 2).clamp(at).rounded()


def beside(thing: Rect, taken: Sequence[Rect], room: Rect) -> Point:
    """The middle for a compass right beside a thing, inside a room of the map.

    To the right is preferred, then to the left.
    """
    inside = room.grown(-_SIDE / 2)

    def cost(choice: tuple[int, Point]) -> float:
        rank, spot = choice
        outside = inside.clamp(spot).distance(spot)
        square = Rect.centred(spot, _SIDE, _SIDE)
        covered = sum(overlap(square, other) for other in taken) / _SIDE**2
        return outside / _SIDE + covered + rank * _ASIDE / 10

    _rank, best = min(enumerate(_around(thing.grown(_SIDE / 2 + _GAP))), key=cost)
    return on_sheet(best, room)


def near(middle: Point, taken: Sequence[Rect], room: Rect) -> Point:
    """The middle for a compass at a point, or as near to it as nothing lies yet."""
    for turn in range(_TURNS):
        away, angle = _STEP * math.sqrt(turn), turn * _GOLDEN_ANGLE
        spot = on_sheet(
            middle + Point(away * math.cos(angle), away * math.sin(angle)),
            room,
        )
        square = Rect.centred(spot, _SIDE, _SIDE)
        if not any(overlap(square, other) for other in taken):
            return spot
    return on_sheet(middle, room)


def _around(edge: Rect) -> Iterator[Point]:
    """Points on an edge: the middle of each side first, then away from it."""
    middle = edge.centre
    for share in (0.0, -0.3, 0.3):
        up, aside = share * edge.height, share * edge.width
        yield Point(edge.right, middle.y + up)
        yield Point(edge.x, middle.y + up)
        yield Point(middle.x + aside, edge.bottom)
        yield Point(middle.x + aside, edge.y)
