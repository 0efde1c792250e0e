"""How photos lie on the map: alone, in a halte's fan, or in its pile.

The canvas, the rendered picture and the PDF's map all read this, so they look the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import msgspec

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey, bundle_of
from reisblog.model.records import Photo

LARGEST_FAN = 5
_FAN_SIZE = 0.86
_FAN_STEP = 44.0
_FAN_SPAN = 118.0
_FAN_TURN = 5.0
_PILE_SIZE = 0.86
_ROW = 0.75
_LAYERS = 200
_GOLDEN = (math.sqrt(5) - 1) / 2
_PILE_EDGES = ((0.0, 0.0, 0.0), (7.0, 5.0, 4.0), (-6.0, 8.0, -3.5))


class Lie(msgspec.Struct, frozen=True, kw_only=True):
    """How one photo lies.

    Attributes:
        photo: its id.
        at: its middle, in map units.
        turn: degrees, clockwise.
        size: its long side in map units, without the white border.
        shown: false for what lies hidden deeper in a pile.
        pile: the halte whose pile it lies in, when it moves with the pile.
    """

    photo: str
    at: Point
    turn: float
    size: float
    shown: bool = True
    pile: str | None = None


def arrangement(journey: Journey) -> list[Lie]:
    """How every photo on the map lies, from the lowest to the one on top."""
    bundles: dict[str, list[Photo]] = {}
    lies: list[Lie] = []
    for photo in journey.photos.values():
        if photo.at is not None:
            lies.append(Lie(photo=photo.id, at=photo.at, turn=photo.turn, size=photo.size))
        elif photo.stop is not None and photo.stop in journey.stops:
            bundles.setdefault(photo.stop, []).append(photo)
    below: list[Lie] = []
    for stop_id, photos in bundles.items():
        below += bundle(journey.stops[stop_id].at, stop_id, photos)
    return below + lies


def bundle(at: Point, stop_id: str, photos: Sequence[Photo]) -> list[Lie]:
    """How the photos of one fan or pile lie, from the lowest to the top one."""
    if len(photos) == 1:
        photo = photos[0]
        return [Lie(photo=photo.id, at=at, turn=photo.turn, size=photo.size)]
    if len(photos) <= LARGEST_FAN:
        return _fan(at, photos)
    return _pile(at, stop_id, photos)


def _fan(at: Point, photos: Sequence[Photo]) -> list[Lie]:
    """Side by side on a shallow arc, the first on the left, each over the one before it."""
    step = min(_FAN_STEP, _FAN_SPAN / (len(photos) - 1))
    lies = []
    for index, photo in enumerate(photos):
        along = index - (len(photos) - 1) / 2
        lies.append(
            Lie(
                photo=photo.id,
                at=Point(at.x + along * step, at.y + along * along * 4.0),
                turn=along * _FAN_TURN + photo.turn / 2,
                size=photo.size * _FAN_SIZE,
            )
        )
    return lies


def _pile(at: Point, stop_id: str, photos: Sequence[Photo]) -> list[Lie]:
    """The first photo on top, the edges of two more under it, the others hidden."""
    lies = []
    for index, photo in enumerate(photos):
        right, down, turn = _PILE_EDGES[min(index, len(_PILE_EDGES) - 1)]
        lies.append(
            Lie(
                photo=photo.id,
                at=Point(at.x + right, at.y + down),
                turn=turn + photo.turn,
                size=photo.size * _PILE_SIZE,
                shown=index < len(_PILE_EDGES),
                pile=stop_id,
            )
        )
    return lies[::-1]


def around(middle: Point, room: Rect, *, spacing: float = 220.0) -> Iterator[Point]:
    """Spots for photos around a point, the nearest first: the first exactly there.

    All lie in the room; where that is full, others follow between and over them.

    Args:
        middle: in map units; what lies outside the room is taken to its edge.
        room: where the middles of photos may be.
        spacing: between neighbours in a row, in map units; rows lie closer, for prints are wide.
    """
    middle = room.clamp(middle)
    for layer in range(_LAYERS):
        share = layer * _GOLDEN
        shift = Point(share % 1 * spacing, share * _GOLDEN % 1 * spacing)
        yield from _bricks(middle + shift, middle, room, spacing)


def room_for(photos: Sequence[Photo], sheet: Rect) -> Rect:
    """Where the middles of these photos may be, that each lies wholly on the sheet.

    Their shapes and turns make no difference: photos of one drop come a few at a time, and find
    their spots around one another only in the same room.
    """
    turn = math.radians(look.PHOTO_TURN_DEGREES)
    half = max((photo.size for photo in photos), default=0.0) / 2 + look.PHOTO_BORDER_UNITS
    margin = half * (math.cos(turn) + math.sin(turn))
    width, height = (max(0.0, side - 2 * margin) for side in (sheet.width, sheet.height))
    return Rect.centred(sheet.centre, width, height)


def _bricks(start: Point, middle: Point, room: Rect, spacing: float) -> list[Point]:
    """The middles of bricks in a wall, of which one is the start; those nearest first."""
    height = spacing * _ROW
    found: list[Point] = []
    for row in _steps(room.y - start.y, room.bottom - start.y, height):
        left = start.x + row % 2 * spacing / 2
        found += [
            Point(left + column * spacing, start.y + row * height).rounded()
            for column in _steps(room.x - left, room.right - left, spacing)
        ]
    return sorted(found, key=middle.distance)


def _steps(first: float, last: float, step: float) -> range:
    return range(math.ceil(first / step), math.floor(last / step) + 1)


def spread_out(journey: Journey, stop_id: str, over: Rect) -> list[Lie]:
    """The photos of a halte's pile, side by side in rows over a part of the map.

    The rows have as many columns as make the photos largest.
    """
    photos = bundle_of(journey, stop_id)
    if not photos:
        return []
    room = Rect.centred(over.centre, over.width * 0.86, over.height * 0.86)
    columns = max(
        range(1, len(photos) + 1),
        key=lambda count: min(room.width / count, room.height / -(-len(photos) // count)),
    )
    rows = -(-len(photos) // columns)
    cell = min(room.width / columns, room.height / rows)
    lies = []
    for index, photo in enumerate(photos):
        row, column = divmod(index, columns)
        in_row = min(columns, len(photos) - row * columns)
        x = room.centre.x + (column - (in_row - 1) / 2) * cell
        y = room.centre.y + (row - (rows - 1) / 2) * cell
        lies.append(Lie(photo=photo.id, at=Point(x, y), turn=photo.turn, size=cell * 0.86))
    return lies


def turn_of(sha256: str) -> float:
    """A small turn, as prints lie; the same picture always lies the same way."""
    share = int(sha256[:8], 16) / 0xFFFFFFFF
    return round((2 * share - 1) * look.PHOTO_TURN_DEGREES, 2)
