"""The places of a map, and which of them lies at a point."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.model.journey import MapReference
from reisblog.model.records import Flag, Sign

_STEP = 70.0
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map.

    Attributes:
        name: the proper name, Dutch in every language.
        short: the name for a small map.
        where: how one is at it, in each language ("in de Herberg", "in the Herberg").
        carries: what it is about, one plain sentence in each language.
        words: by which else it is found, in each language.
        told: what happened there to an invented traveller, a sentence in each language.
        area: where a drop counts and what lights up.
        label: the middle of the written name.
        pin: where a halte's pin stands.
        rest: where photos come to rest.
        sign: what it is drawn as where it is no landmark of the map but somebody's own place.
        frame: the square that its sign is drawn in.
        flag: whether the traveller sets out there, or is on the way to it.
    """

    id: str
    name: str
    short: str
    where: dict[str, str]
    carries: dict[str, str]
    words: dict[str, str]
    told: dict[str, str]
    area: Polygon
    label: Point
    pin: Point
    rest: Rect
    sign: Sign | None = None
    frame: Rect | None = None
    flag: Flag | None = None


class Aid(msgspec.Struct, frozen=True, kw_only=True):
    """What helps a traveller along and stands nowhere on the map: a compass, company.

    Attributes:
        name: in each language.
        carries: what it is about, one or two plain sentences in each language.
        words: by which else it is found, in each language.
        told: what an invented traveller did with it, a sentence in each language.
    """

    id: str
    name: dict[str, str]
    carries: dict[str, str]
    words: dict[str, str]
    told: dict[str, str]


class Atlas(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A map: its size, its places, and the aids one travels with.

    Attributes:
        folder: where its drawing is kept; nothing for the map that ships with the program.
    """

    map: MapReference
    width: float
    height: float
    places: dict[str, Place]
    aids: tuple[Aid, ...] = ()
    folder: str = ""

    @property
    def bounds(self) -> Rect:
        """The whole sheet."""
        return Rect(0.0, 0.0, self.width, self.height)

    @cached_property
    def _innermost_first(self) -> list[Place]:
        return sorted(self.places.values(), key=lambda place: place.area.area)

    def chain(self, place_id: str) -> list[Place]:
        """The place and those around it, innermost first: the house, the city, the valley."""
        place = self.places[place_id]
        return [place, *self._around(place)]

    def _around(self, place: Place) -> list[Place]:
        corners = place.area.points
        return [
            other
            for other in self._innermost_first
            if other.area.area > place.area.area
            and sum(other.area.contains(corner) for corner in corners) > len(corners) / 2
        ]

    def place_at(self, point: Point, *, reach: float = 0.0) -> Place | None:
        """The innermost place at a point.

        Args:
            point: in map units.
            reach: half the least size of a target, in map units: a place smaller than twice this
                may also be hit so far from the middle of its area.
        """
        for place in self._innermost_first:
            bounds = place.area.bounds
            if place.area.contains(point):
                return place
            small = min(bounds.width, bounds.height) < 2 * reach
            if small and bounds.centre.distance(point) <= reach:
                return place
        return None

    def named(self, words: str) -> Place | None:
        """The place that somebody calls so: by id, name or short name, whatever the accents."""
        wanted = _plain(words)
        for place in self.places.values():
            if wanted in {_plain(place.id), _plain(place.name), _plain(place.short)}:
                return place
        return None

    def resting_spot(self, places: Sequence[str], taken: Iterable[Point] = ()) -> Point:
        """Where the photos of a new halte come to rest.

        A later halte at the same place lies a little further: on a spiral around the resting
        spot, at the first turn that no earlier one has taken. A halte at no known place lies
        near the right edge of the map.
        """
        known = [self.places[key] for key in places if key in self.places]
        middle = known[0].rest.centre if known else Point(self.width * 0.93, self.height * 0.68)
        inside = self.bounds.grown(-min(self.width, self.height) * 0.07)
        used = list(taken)
        for turn in range(400):
            angle, away = turn * _GOLDEN_ANGLE, _STEP * math.sqrt(turn)
            spot = inside.clamp(
                Point(middle.x + away * math.cos(angle), middle.y + away * math.sin(angle))
            )
            if all(spot.distance(other) >= _STEP * 0.8 for other in used):
                return spot.rounded()
        return middle


def _plain(words: str) -> str:
    """Lower case without accents; hyphens are spaces."""
    decomposed = unicodedata.normalize("NFKD", words.replace("-", " ")).casefold()
    return " ".join(
        "".join(letter for letter in decomposed if not unicodedata.combining(letter)).split()
    )


def art_of(sheet: Rect) -> Rect:
    """The part of a map inside its printed border."""
    return sheet.grown(-min(sheet.width, sheet.height) * 0.021)
