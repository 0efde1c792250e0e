"""Where the photos of a halte stand: as they are seen, never larger than their pixels bear.

Lengths are in points; a photo's shape is its width divided by its height.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.model.framing import seen_size
from reisblog.model.records import Photo
from reisblog.story.styles import GUTTER

if TYPE_CHECKING:
    from reisblog.story.layout import Measure

_POINTS_A_PIXEL = 2 * 72 / 150
_UPRIGHT = 1.06
_SMALLER, _SMALLEST = (0.9, 0.82, 0.75), 0.64
_LARGEST_WIDE, _LARGEST_TALL, _LARGEST_TALL_OF_MORE = 129 / 261, 150 / 261, 128 / 261
"""Of the height of a page, for the photo that opens a halte and stands above its words."""
_LARGEST_IN_PAIR = 76 / 261
_ROW_LOWEST, _ROW_HIGHEST = 42 / 52, 60 / 52
"""Of the best height of a row."""
_ROOM_FOR_A_CAPTION = 34.0
_FEW, MANY = 2, 6


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


def opening_sizes(photo: Photo, count: int, measure: Measure) -> list[Size]:
    """The sizes in which a halte's first photo may stand, the preferred one first.

    The others are for the rest of a page that is partly used.

    Args:
        photo: the first photo.
        count: how many photos the halte has.
        measure: of the halte.
    """
    column, tall = measure.photos, measure.layout.tall
    if measure.apart:
        most = tall - _ROOM_FOR_A_CAPTION
        parts = [1.0, *_SMALLER, _SMALLEST] if count == 1 else [1.0, *_SMALLER, _SMALLEST, 0.5]
        return [at_most(photo, column * part, most * part) for part in parts]
    if shape(photo) > _UPRIGHT:
        highest = _LARGEST_WIDE * tall
        sizes = [at_most(photo, column * part, highest) for part in (1.0, *_SMALLER)]
        if count == 1 or count >= MANY:
            sizes.insert(0, at_most(photo, measure.full, highest))
        if count > _FEW:
            sizes.append(at_most(photo, column * _SMALLEST, highest))
        return sizes
    highest = (_LARGEST_TALL if count == 1 else _LARGEST_TALL_OF_MORE) * tall
    parts = [1.0, *_SMALLER, _SMALLEST] if count > _FEW else [1.0, *_SMALLER]
    return [at_most(photo, column, highest * part) for part in parts]


def pairs(photos: Sequence[Photo], measure: Measure) -> list[list[Size]]:
    """Photos two by two in their column, each pair of one height; a last single one as wide."""
    rows = []
    highest = _LARGEST_IN_PAIR * measure.layout.tall
    for index in range(0, len(photos), 2):
        two = photos[index : index + 2]
        if len(two) == 1:
            rows.append([at_most(two[0], (measure.photos - GUTTER) / 2, highest)])
            continue
        height = (measure.photos - GUTTER) / sum(shape(photo) for photo in two)
        rows.append(_row(two, min(height, highest)))
    return rows


def shown_large(photos: Sequence[Photo], measure: Measure) -> list[list[Size]]:
    """Photos below one another, each as wide as their column where it is not upright."""
    highest = _LARGEST_TALL_OF_MORE * measure.layout.tall
    return [[at_most(photo, measure.photos, highest)] for photo in photos]


def rows(photos: Sequence[Photo], width: float, best_height: float) -> list[list[Size]]:
    """Photos in rows of one height each, every full row exactly as wide as the measure.

    The photos keep their order; the heights stay as near to the best one as that allows.
    """
    lowest, highest = _ROW_LOWEST * best_height, _ROW_HIGHEST * best_height
    count = len(photos)
    best = [0.0] + [math.inf] * count
    begin = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - 8), end):
            cost = best[start] + _unevenness(
                photos[start:end], width, best_height, last=end == count
            )
            if cost < best[end]:
                best[end], begin[end] = cost, start
    laid: list[list[Size]] = []
    end = count
    while end:
        start = begin[end]
        some = photos[start:end]
        natural = _row_height(some, width)
        laid.append(_row(some, min(natural, highest)))
        end = start
    laid.reverse()
    if len(laid) > 1 and _row_height(photos[-len(laid[-1]) :], width) > highest:
        # A last row that does not fill the measure is no higher than the one above it.
        above = max(lowest, laid[-2][0].height)
        laid[-1] = _row(photos[-len(laid[-1]) :], min(laid[-1][0].height, above))
    return laid


def _unevenness(photos: Sequence[Photo], width: float, best: float, *, last: bool) -> float:
    height = _row_height(photos, width) / best
    if height > _ROW_HIGHEST:
        # A row that does not fill the measure: tolerable at the end, and for a lone panorama.
        return 0.12 + (0.0 if last else 0.6) + 0.1 * min(9.0, height / _ROW_HIGHEST - 1)
    low = max(0.0, _ROW_LOWEST - height) / _ROW_LOWEST
    return (height - 1) ** 2 + 8 * low


def _row_height(photos: Sequence[Photo], width: float) -> float:
    return (width - GUTTER * (len(photos) - 1)) / sum(shape(photo) for photo in photos)


def _row(photos: Sequence[Photo], height: float) -> list[Size]:
    """Photos of one height, lower where the pixels of one of them demand it."""
    for photo in photos:
        height = min(height, at_most(photo, math.inf, height).height)
    return [Size(height * shape(photo), height) for photo in photos]
