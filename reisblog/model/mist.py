"""Mist as the squares of the map that it covers, laid and wiped away by hand.

Squares are ``SQUARE`` map units wide, counted from the map's upper left corner; only rows that have
any mist are kept. So mist never grows beyond the map, however long somebody scribbles, and wiping
is exact. An area that the brush passed is told in the same way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from enum import StrEnum
from itertools import chain, pairwise

from reisblog.model import limits
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Mist

SQUARE = 8
"""The side of a square, in map units."""
BRUSH = 56.0
"""How far the brush reaches around the hand, in map units."""
_RUN = re.compile("1+")
_FARTHEST = limits.SHEET_SIDE // SQUARE

Area = tuple[Mist, ...]


class MistBrush(StrEnum):
    """What a hand does to mist."""

    LAY = "lay"
    WIPE = "wipe"


def united(one: Area, other: Area) -> Area:
    """All squares of both; rows to which nothing is added stay the same objects."""
    return _combined(one, other, lambda squares, more: squares | more)


def without(mist: Area, wiped: Area) -> Area:
    """The squares that are not wiped; rows from which nothing is taken stay the same objects."""
    return _combined(mist, wiped, lambda squares, less: squares & ~less)


def swept(start: Point, end: Point, sheet: Rect) -> Area:
    """The squares of the sheet whose middle the brush passes, straight from one point to another.

    Args:
        start: in map units.
        end: in map units; the same as ``start`` for a dab.
        sheet: the whole map, its corner at 0, 0.
    """
    columns, rows = (math.ceil(side / SQUARE) for side in (sheet.width, sheet.height))
    highest = max(0, math.floor((min(start.y, end.y) - BRUSH) / SQUARE))
    lowest = min(rows, math.ceil((max(start.y, end.y) + BRUSH) / SQUARE))
    area = []
    for row in range(highest, lowest):
        chord = _chord(start, end, (row + 0.5) * SQUARE)
        if chord is not None:
            first = max(0, math.ceil(chord[0] / SQUARE - 0.5))
            behind = min(columns, math.floor(chord[1] / SQUARE - 0.5) + 1)
            if first < behind:
                area.append(Mist(row, ((first, behind),)))
    return tuple(area)


def is_orderly(mist: Area) -> bool:
    """Whether rows and runs stand as this module makes them, and where a map can be."""
    return _rises([each.row for each in mist], _FARTHEST - 1) and all(
        each.runs and _rises(list(chain.from_iterable(each.runs)), _FARTHEST) for each in mist
    )


def bits(mist: Area) -> dict[int, int]:
    """Each row as a number, in which a bit is set for every square with mist."""
    return {each.row: _bits(each) for each in mist}


def bounds(mist: Area) -> Rect | None:
    """The upright rectangle around all of it, in map units; nothing where there is none."""
    if not mist:
        return None
    left = min(each.runs[0][0] for each in mist)
    right = max(each.runs[-1][1] for each in mist)
    top, bottom = mist[0].row, mist[-1].row + 1
    return Rect(left * SQUARE, top * SQUARE, (right - left) * SQUARE, (bottom - top) * SQUARE)


def difference(one: Area, other: Area) -> Area:
    """The squares that only one of the two has."""
    alike = {*one} & {*other}
    mine = tuple(row for row in one if row not in alike)
    theirs = tuple(row for row in other if row not in alike)
    return _combined(mine, theirs, lambda squares, others: squares ^ others)


def _combined(mist: Area, area: Area, combine: Callable[[int, int], int]) -> Area:
    rows = {each.row: each for each in mist}
    for each in area:
        before = _bits(rows[each.row]) if each.row in rows else 0
        after = combine(before, _bits(each))
        if after != before:
            rows[each.row] = Mist(each.row, _runs(after))
    return tuple(rows[row] for row in sorted(rows) if rows[row].runs)


def _bits(mist: Mist) -> int:
    return sum((1 << behind) - (1 << first) for first, behind in mist.runs)


def _runs(squares: int) -> tuple[tuple[int, int], ...]:
    return tuple(run.span() for run in _RUN.finditer(f"{squares:b}"[::-1]))


def _chord(start: Point, end: Point, y: float) -> tuple[float, float] | None:
    """From where to where the brush reaches at a height."""
    reached = []
    for middle in (start, end):
        if abs(y - middle.y) <= BRUSH:
            half = math.sqrt(BRUSH**2 - (y - middle.y) ** 2)
            reached += [middle.x - half, middle.x + half]
    if length := start.distance(end):
        aside = Point(start.y - end.y, end.x - start.x).scaled(BRUSH / length)
        for a, b in ((start + aside, end + aside), (start - aside, end - aside)):
            if a.y != b.y and min(a.y, b.y) <= y <= max(a.y, b.y):
                reached.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
    return (min(reached), max(reached)) if reached else None


def _rises(numbers: list[int], most: int) -> bool:
    """Whether each number is larger than the one before it, from 0 up to ``most``."""
    return all(a < b for a, b in pairwise([-1, *numbers, most + 1]))
