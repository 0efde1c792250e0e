"""The few quiet strokes with which mist is drawn, where it lies thick enough to hold one whole.

Where they stand follows from the map alone, so laying and wiping mist uncovers and covers the same
ones, in the window as in the book.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

import msgspec

from reisblog.model.atlas import art_of
from reisblog.model.geometry import Point, Rect
from reisblog.model.mist import SQUARE, Area, bits

_APART = Point(126.0, 40.0)
"""How far apart they stand, each row half of it aside from the one above."""
_ASTRAY = Point(26.0, 9.0)
"""How far each may stray from there, to all sides."""
_LEFT_OUT = 0.3
"""The share of them that is left out, so that no pattern shows."""
_SHORTEST, _LONGEST = 66.0, 128.0
_SWING, _WAVE = 3.2, 88.0
_THICK = 2.8
_STEP = 8.0
_ROOM = 6.0
"""How far the mist must reach beyond a stroke."""


class Wisp(msgspec.Struct, frozen=True):
    """One stroke.

    Attributes:
        outline: closed, in map units.
        around: what lies within must be in mist.
    """

    outline: tuple[Point, ...]
    around: Rect


def wisps(mist: Area, sheet: Rect) -> Iterator[Wisp]:
    """The strokes that show in this mist; none over the printed border of the sheet."""
    known = bits(mist)
    for wisp, rows, squares in _all(sheet):
        if all(known.get(row, 0) & squares == squares for row in rows):
            yield wisp


@lru_cache(maxsize=4)
def _all(sheet: Rect) -> tuple[tuple[Wisp, range, int], ...]:
    """Every stroke that a map can have, with the rows and the squares that must be in mist."""
    art = art_of(sheet)
    made = []
    for down in range(int(sheet.height / _APART.y)):
        for across in range(int(sheet.width / _APART.x)):
            dice = crc32(b"%d,%d" % (across, down)).to_bytes(4, "little")
            right, lower, length, phase = (eyes / 255 for eyes in dice)
            middle = Point(
                (across + 0.5 + down % 2 / 2) * _APART.x + (2 * right - 1) * _ASTRAY.x,
                (down + 0.5) * _APART.y + (2 * lower - 1) * _ASTRAY.y,
            )
            wisp = _wisp(middle, _SHORTEST + (_LONGEST - _SHORTEST) * length, math.tau * phase)
            box = wisp.around
            inside = art.contains(Point(box.x, box.y)) and art.contains(
                Point(box.right, box.bottom)
            )
            if inside and phase >= _LEFT_OUT:
                rows = range(int(box.y // SQUARE), math.ceil(box.bottom / SQUARE))
                squares = (1 << math.ceil(box.right / SQUARE)) - (1 << int(box.x // SQUARE))
                made.append((wisp, rows, squares))
    return tuple(made)


def _wisp(middle: Point, length: float, phase: float) -> Wisp:
    """A line that swings gently and thins out at both ends."""
    above, below = [], []
    steps = math.ceil(length / _STEP)
    for step in range(steps + 1):
        share = step / steps
        x = middle.x + (share - 0.5) * length
        y = middle.y + _SWING * math.sin(math.tau * share * length / _WAVE + phase)
        half = _THICK / 2 * math.sin(math.pi * share) ** 0.6
        above.append(Point(x, y - half).rounded(1))
        below.append(Point(x, y + half).rounded(1))
    outline = (*above, *reversed(below))
    return Wisp(outline, Rect.around(outline).grown(_ROOM))
