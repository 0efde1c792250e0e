"""A wall of small maps: how many hang side by side, and where each does.

All are equally large. They hang in the order in which they are given, row by row; a last row that
is not full hangs in the middle.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from reisblog.model.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = 0.075
"""Between two maps, as a share of the width of one; below one, between its name and the next."""
_MOST_GAP = 3.5
"""Room that is left over goes between them, until they are so many times farther apart."""


class Wall(NamedTuple):
    """Where maps hang; in the units of the room they hang in.

    Attributes:
        number: how many.
        columns: of a row that is full.
        width: of a map.
        height: of a map.
        across: from the left side of a map to that of the next.
        down: from the upper side of a map to that of the one below it.
        left: of a row that is full.
        top: of the first row.
    """

    number: int
    columns: int
    width: float
    height: float
    across: float
    down: float
    left: float
    top: float

    @property
    def rows(self) -> int:
        """How many hang below one another."""
        return math.ceil(self.number / self.columns)

    def frame(self, index: int) -> Rect:
        """Where a map hangs, without its name."""
        row, column = divmod(index, self.columns)
        lacking = self.columns - min(self.columns, self.number - row * self.columns)
        x = self.left + (column + lacking / 2) * self.across
        return Rect(x, self.top + row * self.down, self.width, self.height)

    def frames(self) -> Iterator[Rect]:
        """Where each hangs."""
        return map(self.frame, range(self.number))


def filled(count: int, room: Rect, *, shape: float, name: float = 0.0) -> Wall:
    """Hang maps in a room, as large as all of them can be.

    Args:
        count: at least one.
        room: what is to be filled.
        shape: width of a map by its height.
        name: how high the room for a name below a map is, by the map's width.
    """
    columns = max(
        range(1, count + 1), key=lambda columns: _width(count, columns, room, shape, name)
    )
    columns = math.ceil(count / math.ceil(count / columns))
    width = _width(count, columns, room, shape, name)
    return _hung(count, columns, width, room, shape=shape, name=name)


def hung(count: int, least: float, room: Rect, *, shape: float, name: float = 0.0) -> Wall:
    """Hang maps of at least a width in as many rows as that takes, however far down they reach.

    They are as wide as a full row leaves room for.
    """
    columns = min(count, max(1, int((room.width + _GAP * least) / ((1 + _GAP) * least))))
    width = room.width / (columns + (columns - 1) * _GAP)
    return _hung(count, columns, width, room, shape=shape, name=name)


def capacity(room: Rect, *, shape: float, name: float, least: float) -> int:
    """How many maps of at least a width a room has place for; at least one."""
    columns = max(1, int((room.width + _GAP * least) / ((1 + _GAP) * least)))
    high = (1 / shape + name) * least
    rows = max(1, int((room.height + _GAP * least) / (high + _GAP * least)))
    return columns * rows


def _width(count: int, columns: int, room: Rect, shape: float, name: float) -> float:
    rows = math.ceil(count / columns)
    across = room.width / (columns + (columns - 1) * _GAP)
    down = room.height / (rows * (1 / shape + name) + (rows - 1) * _GAP)
    return min(across, down)


def _hung(count: int, columns: int, width: float, room: Rect, *, shape: float, name: float) -> Wall:
    rows = math.ceil(count / columns)
    height = width / shape
    tall = height + name * width
    gap, most = _GAP * width, _MOST_GAP * _GAP * width
    beside = min(most, max(gap, (room.width - columns * width) / max(1, columns - 1)))
    below = min(most, max(gap, (room.height - rows * tall) / max(1, rows - 1)))
    taken = columns * width + (columns - 1) * beside
    high = rows * tall + (rows - 1) * below
    return Wall(
        number=count,
        columns=columns,
        width=width,
        height=height,
        across=width + beside,
        down=tall + below,
        left=room.x + (room.width - taken) / 2,
        top=room.y + max(0.0, (room.height - high) / 2),
    )
