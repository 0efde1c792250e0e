"""Places that the traveller added, as places of the map: for all that works with places."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import msgspec

from reisblog.model.atlas import Place
from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.model.journey import tables
from reisblog.model.naming import overlap
from reisblog.model.records import Flag, OwnPlace, Sign
from reisblog.model.table import Table
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey

SIDE = 128.0
"""Of the square that a sign is drawn in, in map units."""
FOOT = Point(64.0, 112.0)
"""Where a sign's foot lies in that square."""
_MIDDLE_UP, _REACH = 50.0, 62.0
_CORNERS = 16
_LABEL_DOWN = 30.0
_PIN_ASIDE = Point(-58.0, 6.0)
_NAME = (190.0, 60.0)
_WIDE = 400.0
_BELOW = 62.0
_REST = (220.0, 200.0)
_BESIDE = 78.0
_TURNS = 1_500
UNEXPLORED = "onontgonnen-gebied"
"""The place that is left blank for places of one's own."""
_CARRIES = {
    None: {"nl": "Je eigen plek.", "en": "Your own place."},
    Flag.DEPARTURE: {"nl": "Je eigen plek: vertrek.", "en": "Your own place: departure."},
    Flag.DESTINATION: {"nl": "Je eigen plek: bestemming.", "en": "Your own place: destination."},
}
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


class OwnPlaces:
    """Puts a traveller's own places on a map."""

    def __init__(self, atlas: Atlas) -> None:
        """Begin with none on it."""
        self._blank = self._atlas = atlas
        self._own: Table[OwnPlace] | None = None

    def on_map(self, own: Table[OwnPlace]) -> Atlas:
        """The map with these; the very same one as long as they are."""
        if own is not self._own:
            self._own = own
            added = {key: _as_place(own[key], self._blank) for key in own}
            places = {**added, **self._blank.places}
            self._atlas = msgspec.structs.replace(self._blank, places=places)
        return self._atlas


def told_apart(journey: Journey, atlas: Atlas) -> Journey:
    """The same journey in which no own place has the id of a place of the map."""
    if journey.own_places.keys().isdisjoint(atlas.places):
        return journey
    taken = {key for _name, table in tables(journey) for key in table} | atlas.places.keys()
    free = (key for count in itertools.count(1) if (key := f"own-{count}") not in taken)
    renamed = [
        msgspec.structs.replace(place, id=next(free)) if key in atlas.places else place
        for key, place in journey.own_places.items()
    ]
    return msgspec.structs.replace(journey, own_places=Table(renamed))


def frame_of(foot: Point) -> Rect:
    """The square that a sign with its foot here is drawn in."""
    return Rect(foot.x - FOOT.x, foot.y - FOOT.y, SIDE, SIDE)


def on_sheet(foot: Point, sheet: Rect) -> Point:
    """The nearest spot for a foot from which all of a sign lies on the sheet, its name too."""
    room = Rect(
        sheet.x + SIDE / 2,
        sheet.y + FOOT.y,
        sheet.width - SIDE,
        sheet.height - FOOT.y - 2 * _LABEL_DOWN,
    )
    return room.clamp(foot).rounded()


def free_foot(atlas: Atlas, near: Point) -> Point:
    """Where the foot of a new sign may stand: near a point, on open ground where there is any."""
    around = Point(near.x, near.y + _MIDDLE_UP)
    spots = [on_sheet(around + _step(turn), atlas.bounds) for turn in range(_TURNS)]
    taken = [*_names(atlas), *_landmarks(atlas)]
    signs = [place.frame for place in atlas.places.values() if place.frame is not None]

    def free(foot: Point, others: Iterable[Rect]) -> bool:
        frame = frame_of(foot)
        whole = Rect(frame.x, frame.y, SIDE, SIDE + _LABEL_DOWN)
        return not any(overlap(whole, other) for other in others)

    for others in ([*taken, *signs], signs):
        if (found := next((foot for foot in spots if free(foot, others)), None)) is not None:
            return found
    return spots[0]


def _step(turn: int) -> Point:
    """Away from a point, on a spiral."""
    away, angle = SIDE / 3 * math.sqrt(turn), turn * _GOLDEN_ANGLE
    return Point(away * math.cos(angle), away * math.sin(angle))


def _names(atlas: Atlas) -> list[Rect]:
    """About where the map's places are named."""
    return [Rect.centred(place.label, *_NAME) for place in atlas.places.values()]


def _landmarks(atlas: Atlas) -> list[Rect]:
    """Where the map's places are drawn; of a wide one not all is drawn full."""
    bounds = (place.area.bounds for place in atlas.places.values() if place.id != UNEXPLORED)
    return [area for area in bounds if max(area.width, area.height) <= _WIDE]


def word_for(sign: Sign) -> str:
    """What a sign shows, in the language of the interface."""
    return {
        Sign.HOUSE: _("House"),
        Sign.WORKSHOP: _("Workshop"),
        Sign.FLAG: _("Flag"),
        Sign.MOUNTAIN: _("Mountain"),
        Sign.TREE: _("Tree"),
        Sign.TENT: _("Tent"),
        Sign.BOAT: _("Boat"),
        Sign.CAMPFIRE: _("Campfire"),
    }[sign]


def _as_place(own: OwnPlace, atlas: Atlas) -> Place:
    """A place without a name goes by what its sign shows."""
    name = own.name or word_for(own.sign)
    return Place(
        id=own.id,
        name=name,
        short=name,
        where={"nl": f"bij {name}", "en": f"at {name}"},
        carries=_CARRIES[own.flag],
        words={},
        told={},
        area=_around(Point(own.at.x, own.at.y - _MIDDLE_UP)),
        label=Point(own.at.x, own.at.y + _LABEL_DOWN),
        pin=own.at + _PIN_ASIDE,
        rest=_rest_beside(own.at, atlas),
        sign=own.sign,
        frame=frame_of(own.at),
        flag=own.flag,
    )


def _around(middle: Point) -> Polygon:
    turns = (index * math.tau / _CORNERS for index in range(_CORNERS))
    return Polygon(
        tuple(
            Point(middle.x + _REACH * math.cos(turn), middle.y + _REACH * math.sin(turn)).rounded()
            for turn in turns
        )
    )


def _rest_beside(foot: Point, atlas: Atlas) -> Rect:
    """Beside a sign, on the side where photos cover the least of the map's places."""
    width, height = _REST
    middle = foot.y - _MIDDLE_UP - height / 2
    corners = (
        (foot.x + _BESIDE, middle),
        (foot.x - _BESIDE - width, middle),
        (foot.x - width / 2, foot.y + _BELOW),
        (foot.x - width / 2, foot.y - SIDE - height),
    )
    room = Rect(0, 0, atlas.width - width, atlas.height - height)
    spots = [room.clamp(Point(x, y)) for x, y in corners]
    taken = [frame_of(foot), *_names(atlas), *_landmarks(atlas)]
    return min(
        (Rect(spot.x, spot.y, width, height) for spot in spots),
        key=lambda side: sum(overlap(side, other) for other in taken),
    )
