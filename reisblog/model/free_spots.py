"""Where photos come to lie that are dropped together: beside one another and what lies there."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat

from reisblog import look
from reisblog.model.arrangement import Lie, around, arrangement, room_for
from reisblog.model.framing import seen_size
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.model.room import note_size

_STEP = Point(55.0, 41.25)
"""How finely spots are looked for, in map units."""
_ROW, _COLUMN = 4, 4
"""Of so many steps are the rows and columns of a tidy wall of photos."""
_UNTIDY = 165.0
"""How much farther away a tidy spot may be and still be preferred."""
_CELL = 240.0


def free_spots(journey: Journey, sheet: Rect, at: Point, photos: Sequence[Photo]) -> list[Point]:
    """The middles for photos dropped here.

    The first lies exactly there, unless another does already. The others take the nearest free
    spots on the sheet, and where it is full they lie around the hand, over what is there.
    """
    moving = {photo.id for photo in photos}
    room = room_for(photos, sheet)
    taken = _Taken(journey, moving)
    middles = {photo.at for photo in journey.photos.values() if photo.id not in moving}
    nearest = _nearest(room.clamp(at), room)
    spare = (spot for spot in around(at, room) if spot not in middles)
    spares = chain(spare, repeat(room.clamp(at).rounded()))
    looking: dict[tuple[float, float], Iterator[Point]] = {}
    spots: list[Point] = []
    first = room.clamp(at).rounded()
    for photo in photos:
        size = box_size(photo)
        if first not in middles:
            spot: Point | None = first
        else:
            left = looking.setdefault(size, iter(nearest))
            spot = next((one for one in left if taken.is_free(Rect.centred(one, *size))), None)
        if spot is None:
            spot = next(one for one in spares if one not in middles or one == first)
        spots.append(spot)
        middles.add(spot)
        taken.add(Rect.centred(spot, *size))
    return spots


def box_size(
    photo: Photo, size: float | None = None, turn: float | None = None
) -> tuple[float, float]:
    """Width and height of the upright box around a print, its border with it, in map units."""
    wide, high = seen_size(photo)
    share = (photo.size if size is None else size) / max(wide, high, 1.0)
    wide, high = (side * share + 2 * look.PHOTO_BORDER_UNITS for side in (wide, high))
    angle = math.radians(photo.turn if turn is None else turn)
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    return round(wide * cos + high * sin), round(wide * sin + high * cos)


class _Taken:
    """What lies on the sheet, found by where it is."""

    def __init__(self, journey: Journey, moving: Collection[str]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}
        for lie in arrangement(journey):
            if lie.shown and lie.photo not in moving:
                self.add(_around_photo(journey, lie))
        for note in journey.notes.values():
            size = note_size(note.text, note.width, note.letters)
            self.add(Rect(note.at.x, note.at.y, *size))

    def add(self, box: Rect) -> None:
        """Something more lies there."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append((box.x, box.y, box.right, box.bottom))

    def is_free(self, box: Rect) -> bool:
        """Whether nothing lies there."""
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        rows = range(math.floor(top / _CELL), math.floor(bottom / _CELL) + 1)
        for column in range(math.floor(left / _CELL), math.floor(right / _CELL) + 1):
            for row in rows:
                for x, y, beyond, below in self._cells.get((column, row), ()):
                    if left <= beyond and x <= right and top <= below and y <= bottom:
                        return False
        return True


def _around_photo(journey: Journey, lie: Lie) -> Rect:
    return Rect.centred(lie.at, *box_size(journey.photos[lie.photo], lie.size, lie.turn))


def _cells(box: Rect) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(box.x / _CELL), math.floor(box.right / _CELL) + 1):
        for row in range(math.floor(box.y / _CELL), math.floor(box.bottom / _CELL) + 1):
            yield column, row


@lru_cache(maxsize=4)
def _nearest(middle: Point, room: Rect) -> tuple[Point, ...]:
    """Spots all over the room, those nearest first; a wall of bricks rather than any gap.

    Photos that are dropped together come a few at a time, and each time the same spots are wanted.
    """
    found = []
    for down in range(
        math.ceil((room.y - middle.y) / _STEP.y), math.floor((room.bottom - middle.y) / _STEP.y) + 1
    ):
        for right in range(
            math.ceil((room.x - middle.x) / _STEP.x),
            math.floor((room.right - middle.x) / _STEP.x) + 1,
        ):
            row, between = divmod(down, _ROW)
            tidy = not between and (right - row % 2 * _COLUMN // 2) % _COLUMN == 0
            spot = Point(middle.x + right * _STEP.x, middle.y + down * _STEP.y)
            away = math.hypot(right * _STEP.x, down * _STEP.y) + (0.0 if tidy else _UNTIDY)
            found.append((away, spot.rounded()))
    return tuple(spot for _away, spot in sorted(found, key=lambda pair: pair[0]))
