"""Places that the traveller added, as places of the map: for all that works with places."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from reisblog.model.atlas import Place
from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.model.records import OwnPlace, Sign
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.model.atlas import Atlas
    from reisblog.model.table import Table

SIDE = 128.0
"""Of the square that a sign is drawn in, in map units."""
FOOT = Point(64.0, 112.0)
"""Where a sign's foot lies in that square."""
_MIDDLE_UP, _REACH = 50.0, 62.0
_CORNERS = 16
_LABEL_DOWN = 30.0
_REST = (220.0, 200.0)
_BESIDE = 78.0
_TURNS = 400
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
            sheet, known = self._blank.bounds, self._blank.places
            added = {key: _as_place(own[key], sheet) for key in own if key not in known}
            self._atlas = msgspec.structs.replace(self._blank, places={**known, **added})
        return self._atlas


def frame_of(foot: Point) -> Rect:
    """The square that a sign with its foot here is drawn in."""
    return Rect(foot.x - FOOT.x, foot.y - FOOT.y, SIDE, SIDE)


def free_foot(others: Iterable[OwnPlace], near: Point, sheet: Rect) -> Point:
    """Where the foot of a new sign may stand: near a point, on the sheet, and on no other sign."""
    room = Rect(
        sheet.x + SIDE / 2,
        sheet.y + FOOT.y,
        sheet.width - SIDE,
        sheet.height - FOOT.y - 2 * _LABEL_DOWN,
    )
    feet = [other.at for other in others]
    around = Point(near.x, near.y + _MIDDLE_UP)
    for turn in range(_TURNS):
        away, angle = SIDE / 2 * math.sqrt(turn), turn * _GOLDEN_ANGLE
        step = Point(away * math.cos(angle), away * math.sin(angle))
        foot = room.clamp(around + step).rounded()
        if all(foot.distance(other) >= SIDE * 0.9 for other in feet):
            return foot
    return room.clamp(around).rounded()


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


def _as_place(own: OwnPlace, sheet: Rect) -> Place:
    """A place without a name goes by what its sign shows."""
    name = own.name or word_for(own.sign)
    return Place(
        id=own.id,
        name=name,
        short=name,
        where={"nl": f"bij {name}", "en": f"at {name}"},
        carries={"nl": "Je eigen plek.", "en": "Your own place."},
        told={},
        area=_around(Point(own.at.x, own.at.y - _MIDDLE_UP)),
        label=Point(own.at.x, own.at.y + _LABEL_DOWN),
        pin=own.at,
        rest=_rest_beside(own.at, sheet),
        sign=own.sign,
    )


def _around(middle: Point) -> Polygon:
    turns = (index * math.tau / _CORNERS for index in range(_CORNERS))
    return Polygon(
        tuple(
            Point(middle.x + _REACH * math.cos(turn), middle.y + _REACH * math.sin(turn)).rounded()
            for turn in turns
        )
    )


def _rest_beside(foot: Point, sheet: Rect) -> Rect:
    """To the right of a sign, or to the left where there is no room."""
    width, height = _REST
    left = foot.x + _BESIDE
    if left + width > sheet.right:
        left = foot.x - _BESIDE - width
    return Rect(left, foot.y - _MIDDLE_UP - height / 2, width, height)
