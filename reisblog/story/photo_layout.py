"""Where the photos of a halte stand: as they are seen, never larger than their pixels bear.

Lengths are in points; a photo's shape is its width divided by its height.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reisblog.model.framing import seen_size
from reisblog.model.records import Photo
from reisblog.story.styles import COLUMN, FULL, GUTTER, HALF, MM

_POINTS_A_PIXEL = 2 * 72 / 150
_UPRIGHT = 1.06
_LARGEST_WIDE = 129 * MM
_LARGEST_TALL, _LARGEST_TALL_OF_MORE = 150 * MM, 128 * MM
_SMALLER = (0.9, 0.82, 0.75)
_LARGEST_IN_PAIR = 76 * MM
_ROW_LOWEST, _ROW, _ROW_HIGHEST = 42 * MM, 52 * MM, 60 * MM
MANY = 6


@dataclass(frozen=True)
class Size:
    """Width and height of a photo on paper."""

    width: float
    height: float


def shape(photo: Photo) -> float:
    """Width by height; a photo without pixels counts as square."""
    width, height = seen_size(photo)
    return width / height if width > 0 and height > 0 else 1.0


def at_most(photo: Photo, width: float, height: float) -> Size:
    """The photo as large as this room and its own pixels allow: twice their size at 150 dpi."""
    aspect = shape(photo)
    fitting = min(width, height * aspect, max(1.0, seen_size(photo)[0]) * _POINTS_A_PIXEL)
    return Size(fitting, fitting / aspect)


def opening_sizes(photo: Photo, count: int) -> list[Size]:
    """The sizes in which a halte's first photo may stand, the preferred one first.

    The others are for the rest of a page that is partly used.

    Args:
        photo: the first photo.
        count: how many photos the halte has.
    """
    if shape(photo) > _UPRIGHT:
        column = at_most(photo, COLUMN, _LARGEST_WIDE)
        sizes = [column, *(at_most(photo, COLUMN * part, _LARGEST_WIDE) for part in _SMALLER)]
        if count == 1 or count >= MANY:
            sizes.insert(0, at_most(photo, FULL, _LARGEST_WIDE))
        return sizes
    tall = _LARGEST_TALL if count == 1 else _LARGEST_TALL_OF_MORE
    return [at_most(photo, COLUMN, tall * part) for part in (1.0, *_SMALLER)]


def pairs(photos: Sequence[Photo]) -> list[list[Size]]:
    """Photos two by two in the text column, each pair of one height; a last single one as wide."""
    rows = []
    for index in range(0, len(photos), 2):
        two = photos[index : index + 2]
        if len(two) == 1:
            rows.append([at_most(two[0], HALF, _LARGEST_IN_PAIR)])
            continue
        height = (COLUMN - GUTTER) / sum(shape(photo) for photo in two)
        rows.append(_row(two, min(height, _LARGEST_IN_PAIR)))
    return rows


def shown_large(photos: Sequence[Photo]) -> list[list[Size]]:
    """Photos below one another, each as wide as the text column where it is not upright."""
    return [[at_most(photo, COLUMN, _LARGEST_TALL_OF_MORE)] for photo in photos]


def rows(photos: Sequence[Photo], width: float = FULL) -> list[list[Size]]:
    """Photos in rows of one height each, every full row exactly as wide as the page's measure.

    The photos keep their order; the heights stay as near to one another as that allows.
    """
    count = len(photos)
    best = [0.0] + [math.inf] * count
    begin = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - 8), end):
            cost = best[start] + _unevenness(photos[start:end], width, last=end == count)
            if cost < best[end]:
                best[end], begin[end] = cost, start
    laid: list[list[Size]] = []
    end = count
    while end:
        start = begin[end]
        some = photos[start:end]
        natural = _row_height(some, width)
        laid.append(_row(some, min(natural, _ROW_HIGHEST)))
        end = start
    laid.reverse()
    if len(laid) > 1 and _row_height(photos[-len(laid[-1]) :], width) > _ROW_HIGHEST:
        # A last row that does not fill the measure is no higher than the one above it.
        above = max(_ROW_LOWEST, laid[-2][0].height)
        laid[-1] = _row(photos[-len(laid[-1]) :], min(laid[-1][0].height, above))
    return laid


def _unevenness(photos: Sequence[Photo], width: float, *, last: bool) -> float:
    height = _row_height(photos, width)
    if height > _ROW_HIGHEST:
        # A row that does not fill the measure: tolerable at the end, and for a lone panorama.
        return 0.12 + (0.0 if last else 0.6) + 0.1 * min(9.0, height / _ROW_HIGHEST - 1)
    low = max(0.0, _ROW_LOWEST - height) / _ROW_LOWEST
    return ((height - _ROW) / _ROW) ** 2 + 8 * low


def _row_height(photos: Sequence[Photo], width: float) -> float:
    return (width - GUTTER * (len(photos) - 1)) / sum(shape(photo) for photo in photos)


def _row(photos: Sequence[Photo], height: float) -> list[Size]:
    """Photos of one height, lower where the pixels of one of them demand it."""
    for photo in photos:
        height = min(height, at_most(photo, math.inf, height).height)
    return [Size(height * shape(photo), height) for photo in photos]
