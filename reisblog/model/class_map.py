"""What a class map shows of one journey: the ways on the map, and a name only where that may be.

Nothing else of it is kept, and nothing that is closed to the class was ever looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog.model import edits
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point, Rect
from reisblog.model.mist import Area
from reisblog.model.own_places import OwnPlaces
from reisblog.model.records import Audience, Pen, Segment, Trail

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reisblog.model.atlas import Atlas, Place
    from reisblog.model.journey import Journey
    from reisblog.model.records import Stop

ENLARGED = 3.0
"""So many times larger than on the map of one journey each pen draws: seen across a classroom."""
LIGHT = 0.42
"""How much light lies over the land, so that the paths stand out; as much on every map."""
_DOT_BREADTH = 6.0
"""A dreamt path of one dot, six times as broad, is a dot that is seen among paths."""


class SmallMap(msgspec.Struct, frozen=True, kw_only=True):
    """One journey on a class map.

    Attributes:
        name: whose it is; nothing unless the traveller allowed it.
        trails: the paths, in units of which the map is ``sheet`` large, so that whoever draws
            them there draws each pen larger, its dashes and dots as well.
        mist: in map units.
        sheet: the whole map, in the units of the paths.
    """

    name: str
    trails: tuple[Trail, ...]
    mist: Area
    sheet: Rect


def small_map(journey: Journey, atlas: Atlas) -> SmallMap:
    """What a class may see of a journey's ways.

    One that has no path shows where its haltes are, so that it is not blank.

    Args:
        journey: it.
        atlas: its map, without the traveller's own places.
    """
    seen = seen_by(journey, Audience.CLASS)
    trails = list(seen.trails.values()) or _dots(seen, atlas)
    # Numbered anew: ids are nobody's business here, and of two journeys they may be the same.
    return SmallMap(
        name=" ".join(seen.traveller.split()) if seen.named_on_class_map else "",
        trails=tuple(_shrunk(trail, str(number)) for number, trail in enumerate(trails)),
        mist=seen.mist,
        sheet=Rect(0.0, 0.0, atlas.width / ENLARGED, atlas.height / ENLARGED),
    )


def told_from_wall(journey: Journey) -> Journey:
    """What is told to a class of a journey that was chosen on the wall.

    Who is not named there is not named by its being chosen either.
    """
    seen = seen_by(journey, Audience.CLASS)
    return seen if seen.named_on_class_map else edits.entitle(seen, traveller="")


def holds_more(journey: Journey) -> bool:
    """Whether something in it is not for the class."""
    return seen_by(journey, Audience.CLASS) is not journey


def _dots(journey: Journey, atlas: Atlas) -> Iterator[Trail]:
    """Where the haltes are, each place once."""
    places = OwnPlaces(atlas).on_map(journey.own_places).places
    for at in dict.fromkeys(_spot(stop, places) for stop in journey.stops.values()):
        yield Trail(id="", pen=Pen.DREAMT, start=at, segments=(), breadth=_DOT_BREADTH)


def _spot(stop: Stop, places: Mapping[str, Place]) -> Point:
    known = (places[key].pin for key in stop.places if key in places)
    return next(known, stop.at)


def _shrunk(trail: Trail, key: str) -> Trail:
    return Trail(
        id=key,
        pen=trail.pen,
        start=_nearer(trail.start),
        segments=tuple(
            Segment(_nearer(piece.c1), _nearer(piece.c2), _nearer(piece.end), piece.width)
            for piece in trail.segments
        ),
        tint=trail.tint,
        start_width=trail.start_width,
        breadth=trail.breadth,
    )


def _nearer(point: Point) -> Point:
    return Point(point.x / ENLARGED, point.y / ENLARGED)
