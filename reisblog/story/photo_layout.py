"""How large a photo stands on paper: as it is seen, never larger than its pixels bear.

Lengths are in points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.story.photo_strips import Extent, extent, shape

if TYPE_CHECKING:
    from reisblog.model.records import Photo
    from reisblog.story.layout import Layout, Measure

_POINTS_A_PIXEL = 2 * 72 / 150
_UPRIGHT = 1.06
_PANORAMA, _VERY_WIDE = 2.6, 5.0
_SMALLER, _SMALLEST = (0.9, 0.82, 0.75), 0.64
_LARGEST_WIDE, _LARGEST_TALL, _LARGEST_TALL_OF_MORE = 129 / 261, 150 / 261, 128 / 261
"""Of the height of a page, for the photo that opens a halte and stands above its words."""
_SMALL_APART = (0.5, 0.42)
_LARGEST_IN_COLUMN = 76 / 261
_ROW_HIGHEST = 1.75
"""Of the best height of a row."""
_ROOM_FOR_A_CAPTION = 34.0
_FEW, MANY = 2, 6


@dataclass(frozen=True)
class Size:
    """Width and height of a photo on paper.

    Attributes:
        strips: in so many it is laid; width and height are those of all of them.
    """

    width: float
    height: float
    strips: int = 1


def at_most(photo: Photo, width: float, height: float) -> Size:
    """The photo as large as this room and its own pixels allow: twice their size at 150 dpi."""
    return sized(extent(photo), width, height)


def sized(taken: Extent, width: float, height: float) -> Size:
    """What takes so much as large as this room and its pixels allow."""
    part = min(width / taken.width, height / taken.height, _POINTS_A_PIXEL)
    return Size(taken.width * part, taken.height * part, taken.strips)


def laid(photo: Photo, layout: Layout) -> Extent:
    """What a photo takes in a chapter: in strips where even the whole page makes it a thread."""
    return extent(photo, layout.full, _LARGEST_TALL_OF_MORE * layout.tall)


def is_panorama(photo: Photo) -> bool:
    """Whether it is so wide that it needs all the width that there is."""
    return shape(photo) > _PANORAMA


def is_very_wide(photo: Photo) -> bool:
    """Whether beside another photo it would be low."""
    return shape(photo) > _VERY_WIDE


def opening_sizes(photo: Photo, count: int, measure: Measure) -> list[Size]:
    """The sizes in which a halte's first photo may stand, the preferred one first.

    The others are for the rest of a page that is partly used.

    Args:
        photo: the first photo.
        count: how many photos the halte has.
        measure: of the halte.
    """
    column, tall, taken = measure.photos, measure.layout.tall, laid(photo, measure.layout)
    if measure.apart:
        most = tall - _ROOM_FOR_A_CAPTION
        parts = [1.0, *_SMALLER, _SMALLEST]
        if count > 1:
            parts += _SMALL_APART if count > _FEW else _SMALL_APART[:1]
        return [sized(taken, column * part, most * part) for part in parts]
    smaller = _SMALLER if measure.layout.outer else (*_SMALLER, _SMALLEST, _SMALL_APART[0])
    highest = _LARGEST_WIDE * tall
    if is_panorama(photo):
        return [sized(taken, measure.full, highest)]
    if shape(photo) > _UPRIGHT:
        sizes = [sized(taken, column * part, highest) for part in (1.0, *smaller)]
        if count == 1 or count >= MANY:
            sizes.insert(0, sized(taken, measure.full, highest))
        if count > _FEW:
            sizes.append(sized(taken, column * _SMALLEST, highest))
        return sizes
    highest = (_LARGEST_TALL if count == 1 else _LARGEST_TALL_OF_MORE) * tall
    parts = [1.0, *smaller, _SMALLEST] if count > _FEW else [1.0, *smaller]
    return [sized(taken, column, highest * part) for part in parts]


def shown_large(photos: Sequence[Photo], measure: Measure) -> list[Size]:
    """Photos below one another, each as wide as their column where it is not upright."""
    highest = _LARGEST_TALL_OF_MORE * measure.layout.tall
    return [
        sized(
            laid(photo, measure.layout),
            measure.full if is_panorama(photo) else measure.photos,
            highest,
        )
        for photo in photos
    ]


def largest(taken: Extent) -> Size:
    """As large as its pixels bear."""
    return sized(taken, math.inf, math.inf)


def highest_in_row(layout: Layout, best: float) -> float:
    """How high a photo may be in a row over the full measure, whose best height is this one."""
    return min(_ROW_HIGHEST * best, layout.tall - _ROOM_FOR_A_CAPTION)


def highest_in_column(layout: Layout) -> float:
    """How high a photo may be in a row in the column of words, or of photos."""
    return _LARGEST_IN_COLUMN * layout.tall


def highest_alone(layout: Layout) -> float:
    """How high a photo in strips may be, which has a row of its own."""
    return _LARGEST_TALL_OF_MORE * layout.tall
