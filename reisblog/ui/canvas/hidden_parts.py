"""Which part of each photo can be seen: what lies under others need not be painted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from reisblog.model.geometry import Rect

_CELL = 4.0
"""In map units: what can be seen is known to this."""


class Sheet(NamedTuple):
    """Something that lies on others: what it may touch, and what it surely covers."""

    touches: Rect
    covers: Rect | None

    def moved(self, right: float, down: float) -> Sheet:
        """The same elsewhere."""
        at, over = self.touches, self.covers
        return Sheet(
            Rect(at.x + right, at.y + down, at.width, at.height),
            over and Rect(over.x + right, over.y + down, over.width, over.height),
        )


def covered_by(width: float, height: float, turn: float) -> tuple[float, float] | None:
    """The upright rectangle that lies inside a turned one; nothing when there is none to speak of.

    Args:
        width: of the turned one.
        height: of the turned one.
        turn: in degrees.
    """
    cos, sin = abs(math.cos(math.radians(turn))), abs(math.sin(math.radians(turn)))
    inner = width * cos - height * sin, height * cos - width * sin
    return inner if min(inner) > 2 * _CELL else None


def seen_parts(sheets: Sequence[Sheet], within: Rect) -> list[Rect | None]:
    """For each of these, the lowest first, the box around what is not covered by later ones.

    Args:
        sheets: what lies there.
        within: everything; what sticks out of it counts as seen.
    """
    columns, rows = math.ceil(within.width / _CELL), math.ceil(within.height / _CELL)
    covered = [0] * rows
    seen: list[Rect | None] = []
    for sheet in reversed(sheets):
        seen.append(_seen(sheet.touches, within, covered, columns))
        if sheet.covers is not None:
            _cover(sheet.covers, within, covered, columns)
    seen.reverse()
    return seen


def _seen(touches: Rect, within: Rect, covered: list[int], columns: int) -> Rect | None:
    left, right = _cells(touches.x - within.x, touches.right - within.x, outward=True)
    top, bottom = _cells(touches.y - within.y, touches.bottom - within.y, outward=True)
    if left < 0 or top < 0 or right > columns or bottom > len(covered):
        return touches
    mask = ((1 << (right - left)) - 1) << left
    free, first, last = 0, -1, -1
    for row in range(top, bottom):
        open_here = mask & ~covered[row]
        if open_here:
            free |= open_here
            first, last = row if first < 0 else first, row
    if not free:
        return None
    lowest = (free & -free).bit_length() - 1
    x, y = max(touches.x, within.x + lowest * _CELL), max(touches.y, within.y + first * _CELL)
    right_at = min(touches.right, within.x + free.bit_length() * _CELL)
    bottom_at = min(touches.bottom, within.y + (last + 1) * _CELL)
    return Rect(x, y, right_at - x, bottom_at - y)


def _cover(covers: Rect, within: Rect, covered: list[int], columns: int) -> None:
    left, right = _cells(covers.x - within.x, covers.right - within.x, outward=False)
    top, bottom = _cells(covers.y - within.y, covers.bottom - within.y, outward=False)
    left, right = max(left, 0), min(right, columns)
    if right <= left:
        return
    mask = ((1 << (right - left)) - 1) << left
    for row in range(max(top, 0), min(bottom, len(covered))):
        covered[row] |= mask


def _cells(start: float, end: float, *, outward: bool) -> tuple[int, int]:
    """The cells that a stretch touches, or those that it covers wholly."""
    if outward:
        return math.floor(start / _CELL), math.ceil(end / _CELL)
    return math.ceil(start / _CELL), math.floor(end / _CELL)
