"""Photos side by side, of one height and together as wide as their measure.

Lengths are in points. A caption stands below its photo and needs room of its own, which a narrow
photo does not give; and a photo of few pixels stays small, while the others go on growing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reisblog.story.photo_layout import Size, sized
from reisblog.story.photo_strips import Extent
from reisblog.story.styles import GUTTER

_STEPS = 30


@dataclass(frozen=True)
class Row:
    """Photos side by side.

    Attributes:
        sizes: of the photos.
        rooms: how wide the room of each is, with its caption.
        filled: how much of the measure they take; 1 for all of it.
    """

    sizes: tuple[Size, ...]
    rooms: tuple[float, ...]
    filled: float

    @property
    def height(self) -> float:
        """Of the highest photo."""
        return max(size.height for size in self.sizes)


def filled_row(
    photos: Sequence[Extent], needs: Sequence[float], width: float, highest: float
) -> Row | None:
    """Photos in a row, as wide as the measure or no higher than allowed.

    Args:
        photos: what they take, in their own pixels.
        needs: how wide the room of each is at least, for its caption.
        width: of the measure.
        highest: how high photos are at most.

    Returns:
        The row, or nothing where its captions find no room.
    """
    wide = width - GUTTER * (len(photos) - 1)
    if sum(needs) > wide + 0.01:
        return None
    height = min(highest, wide / sum(photo.width / photo.height for photo in photos))
    sizes, rooms = _of_height(photos, needs, height)
    if abs(sum(rooms) - wide) > 0.01:
        # Captions wider than their photos take room from the others; small photos leave some.
        low, high = 0.0, highest
        for _ in range(_STEPS):
            height = (low + high) / 2
            sizes, rooms = _of_height(photos, needs, height)
            low, high = (low, height) if sum(rooms) > wide else (height, high)
        sizes, rooms = _of_height(photos, needs, low)
    return Row(tuple(sizes), tuple(rooms), (sum(rooms) + width - wide) / width)


def _of_height(
    photos: Sequence[Extent], needs: Sequence[float], height: float
) -> tuple[list[Size], list[float]]:
    sizes = [sized(photo, float("inf"), height) for photo in photos]
    return sizes, [max(size.width, need) for size, need in zip(sizes, needs, strict=True)]
