"""A photo that would be a thread on paper, in strips: like words, it goes on in the next one.

A wide one is in strips below one another, a tall one in strips side by side. Nothing is left out.
Lengths are in points; a photo's shape is its width divided by its height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.model.framing import seen_size
from reisblog.model.geometry import Rect
from reisblog.story.styles import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.records import Photo

_THREAD = 8.5 * MM
"""A photo that would be thinner than this, over all that there is of a page, is in strips."""
_MOST = 8
_BETWEEN = 0.12
"""White between strips, in the thickness of one."""


@dataclass(frozen=True)
class Extent:
    """What a photo takes of a page, in its own pixels, when it is laid in so many strips."""

    width: float
    height: float
    strips: int = 1


def shape(photo: Photo) -> float:
    """Width by height; a photo without pixels counts as square."""
    width, height = seen_size(photo)
    return width / height if width > 0 and height > 0 else 1.0


def extent(photo: Photo, width: float = math.inf, height: float = math.inf) -> Extent:
    """A photo as it is, or in the fewest strips that are no thread in this room."""
    aspect = shape(photo)
    across = max(1.0, seen_size(photo)[0])
    down = across / aspect
    strips = _strips(aspect, width) if aspect > 1 else _strips(1 / aspect, height)
    together = strips + (strips - 1) * _BETWEEN
    if aspect > 1:
        return Extent(across / strips, down * together, strips)
    return Extent(across * together, down / strips, strips)


def unfolded(photo: Photo, rect: Rect, strips: int) -> Rect:
    """How large a photo would be in one strip, at the place of the first of so many."""
    together = strips + (strips - 1) * _BETWEEN
    if shape(photo) > 1:
        return Rect(rect.x, rect.y, rect.width * strips, rect.height / together)
    return Rect(rect.x, rect.y, rect.width / together, rect.height * strips)


def windows(photo: Photo, rect: Rect, strips: int) -> Iterator[tuple[Rect, Rect]]:
    """Each of so many strips, with where all of the photo lies behind it."""
    whole = unfolded(photo, rect, strips)
    for index in range(strips):
        past = index * (1 + _BETWEEN)
        if shape(photo) > 1:
            strip = Rect(rect.x, rect.y + past * whole.height, rect.width, whole.height)
            left, top = rect.x - index * rect.width, strip.y
        else:
            strip = Rect(rect.x + past * whole.width, rect.y, whole.width, rect.height)
            left, top = strip.x, rect.y - index * rect.height
        yield strip, Rect(left, top, whole.width, whole.height)


def _strips(lengthwise: float, room: float) -> int:
    """How many, of a photo so many times as long as it is thick."""
    return max(1, min(_MOST, math.ceil(lengthwise * _THREAD / room - 1e-9)))
