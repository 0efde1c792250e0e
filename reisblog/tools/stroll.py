"""How a hand goes from one spot to another when only keys tell it where."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reisblog.model.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOW, _WAVER = 0.11, 0.034
"""How far the line goes aside, as shares of its length."""
_WAVES = 3.3
_SAMPLE_MS = 12.0
_SET_OFF_MS, _PX_PER_MS = 160.0, 0.75
_LEAST = 6


def stroll(start: Point, end: Point) -> Iterator[tuple[Point, float]]:
    """The samples of a calm line: in a shallow bow with a little life in it, and unhurried.

    The same two spots always give the same line; the way back bows to the other side.

    Args:
        start: where the hand is, in pixels; no sample is there.
        end: where the last sample is, exactly.

    Yields:
        Each sample with the milliseconds since the one before it.
    """
    along = end - start
    length = math.hypot(along.x, along.y)
    if length == 0:
        return
    aside = Point(-along.y, along.x)
    shape = math.sin(start.x * 0.37 + end.y * 0.61 + start.y * 0.23 + end.x * 0.11)
    bow = _BOW * (0.7 + 0.3 * shape) * (1 if shape >= 0 else -1)
    count = max(_LEAST, round((_SET_OFF_MS + length / _PX_PER_MS) / _SAMPLE_MS))
    for nth in range(1, count):
        share = nth / count
        share = share * share * (3 - 2 * share)  # it sets off and arrives slowly
        sway = math.sin(math.pi * share)
        off = sway * (bow + _WAVER * math.sin(_WAVES * math.pi * share + 2 * shape))
        yield start + along.scaled(share) + aside.scaled(off), _SAMPLE_MS
    yield end, _SAMPLE_MS
