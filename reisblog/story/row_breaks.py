"""Where one row of photos ends and the next begins, and where a page does.

Of all ways to part a sequence, the one is chosen that is least bad: rows as high as they are best,
neighbours of about the same height, no photo alone in its row, no page with a single row on it and
none with much white at its foot. Found as line breaks are: from the front, keeping at every photo
the best few ways to have come that far.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from reisblog.story.styles import BASELINE

_MOST_IN_A_ROW = 8
_KEPT = 8
"""So many ways are gone on with from every photo."""
_LOWER = 1.6
"""How much worse a row is that is too low than one that is too high."""
_UNLIKE_THE_LAST, _ALONE, _RAGGED = 0.5, 2.5, 1.5
_PAGE, _WHITE, _SINGLE_ROW, _EMPTY_END = 2.5, 1.2, 0.5, 0.5


@dataclass(frozen=True)
class Candidate:
    """A row as it would be.

    Attributes:
        photo: how high its photos are.
        height: how high it is with its captions.
        best: how high its photos are at best.
        filled: how much of the measure it takes, from 0 to 1.
        alone: whether it is one photo that might as well have had company.
    """

    photo: float
    height: float
    best: float
    filled: float
    alone: bool


class Break(NamedTuple):
    """A row that was chosen.

    Attributes:
        start: its first photo.
        end: the one after its last.
        beside: whether it stands in the column of words, beside what is in the outer column.
        new_page: whether it begins a page.
    """

    start: int
    end: int
    beside: bool
    new_page: bool


@dataclass(frozen=True)
class Space:
    """Where rows come to stand.

    Attributes:
        top: of a page.
        bottom: of a page.
        y: where the first one may begin.
        clear: down to where the outer column is taken; rows over the full measure begin there.
    """

    top: float
    bottom: float
    y: float
    clear: float

    @property
    def tall(self) -> float:
        """How high a page is."""
        return self.bottom - self.top


RowOf = Callable[[int, int], Candidate | None]
"""The row of the photos from the first number up to the second, where it can be one."""


class _Way(NamedTuple):
    """How some photos were parted; the last row's photos are so high."""

    cost: float
    y: float
    photo: float
    pages: int
    on_page: int
    clear: float
    last: Break | None = None
    before: _Way | None = None


class _Option(NamedTuple):
    """A row that may come next, and how bad it is wherever it stands."""

    end: int
    beside: bool
    row: Candidate
    cost: float


def broken(
    count: int, space: Space, below: RowOf, beside: RowOf | None = None
) -> tuple[float, list[Break]]:
    """Part so many photos into rows and pages.

    Args:
        count: how many there are.
        space: where they come to stand.
        below: gives rows below what stands in the outer column.
        beside: gives rows in the column of words, while the outer one is taken.

    Returns:
        How bad it is, and the rows in their order.
    """
    ways: list[list[_Way]] = [[] for _ in range(count + 1)]
    ways[0] = [_Way(0.0, space.y, 0.0, 0, 0, space.clear)]
    for start in range(count):
        options = [*_options(start, count, below, beside=False)]
        if beside is not None and space.y < space.clear:
            options += _options(start, count, beside, beside=True)
        for way in _best(ways[start]):
            for option in options:
                ways[option.end] += _next(way, start, option, space)
    best = min(ways[count], key=lambda way: way.cost + _at_the_end(way, space))
    cost, rows = best.cost + _at_the_end(best, space), []
    while best.last is not None and best.before is not None:
        rows.append(best.last)
        best = best.before
    return cost, rows[::-1]


def _options(start: int, count: int, row_of: RowOf, *, beside: bool) -> Iterator[_Option]:
    """The rows that may begin with this photo."""
    for end in range(start + 1, min(count, start + _MOST_IN_A_ROW) + 1):
        if row := row_of(start, end):
            yield _Option(end, beside, row, _badness(row, end - start))


def _best(ways: list[_Way]) -> list[_Way]:
    """The best few, of which no two end at the same height."""
    kept: dict[tuple[int, int], _Way] = {}
    for way in sorted(ways, key=itemgetter(0)):
        kept.setdefault((way.pages, round(way.y / 6)), way)
        if len(kept) == _KEPT:
            break
    return list(kept.values())


def _next(way: _Way, start: int, option: _Option, space: Space) -> Iterator[_Way]:
    """The row after these on the same page where it fits, and on a new page."""
    end, beside, row, cost = option
    if beside and way.y >= way.clear:
        return
    cost += way.cost
    if way.photo:
        cost += _UNLIKE_THE_LAST * math.log(row.photo / way.photo) ** 2
    y = way.y if beside or way.y > way.clear else way.clear
    y += BASELINE if y > space.top else 0.0
    if y + row.height <= space.bottom + 0.01:
        yield _Way(
            cost + _WHITE * ((y - way.y) / space.tall) ** 2, y + row.height, row.photo,
            way.pages, way.on_page + 1, way.clear, Break(start, end, beside, new_page=False), way,
        )  # fmt: skip
    if way.y > space.top and not beside:
        yield _Way(
            cost + _PAGE + _left(way, space), space.top + row.height, row.photo,
            way.pages + 1, 1, space.top, Break(start, end, beside=False, new_page=True), way,
        )  # fmt: skip
    elif way.y <= space.top and y + row.height > space.bottom:
        yield _Way(  # higher than a page: it runs off wherever it stands
            cost + _PAGE, space.bottom, row.photo,
            way.pages, 1, way.clear, Break(start, end, beside, new_page=False), way,
        )  # fmt: skip


def _badness(row: Candidate, photos: int) -> float:
    """How far a row is from what it should be; each of its photos counts."""
    off = math.log(row.photo / row.best)
    cost = photos * off**2 * (_LOWER if off < 0 else 1.0)
    return cost + _RAGGED * max(0.0, 1.0 - row.filled) + (_ALONE if row.alone else 0.0)


def _left(way: _Way, space: Space) -> float:
    """How bad the white is that a page is left with."""
    cost = _WHITE * ((space.bottom - max(way.y, min(way.clear, space.bottom))) / space.tall) ** 2
    return cost + (_SINGLE_ROW if way.pages and way.on_page == 1 else 0.0)


def _at_the_end(way: _Way, space: Space) -> float:
    """How bad it is that the last page ends there."""
    if not way.pages:
        return 0.0
    empty = (space.bottom - way.y) / space.tall
    return _EMPTY_END * empty**2 + (_SINGLE_ROW if way.on_page == 1 and empty > 0.35 else 0.0)
