"""The journey: one person's travelogue as one immutable value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from reisblog.model.book import PLAIN, Wish
from reisblog.model.records import (
    Audience,
    BackpackItem,
    Companion,
    CompassMoment,
    Mist,
    Note,
    OwnPlace,
    Photo,
    Record,
    Stop,
    Trail,
)
from reisblog.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Container, Iterator


class MapReference(msgspec.Struct, frozen=True):
    """Which map a journey was made on.

    Attributes:
        id: the map's name.
        sha256: of the map's file, so that another version is noticed.
    """

    id: str = ""
    sha256: str = ""


class HeadAudience(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """For whom is what a journey says beside its records."""

    title: Audience = Audience.CLASS
    traveller: Audience = Audience.CLASS
    about: Audience = Audience.CLASS
    mist: Audience = Audience.CLASS


class Journey(msgspec.Struct, frozen=True, kw_only=True):
    """The document.

    Later records in a table lie on top of earlier ones.

    Attributes:
        id: stays the same as long as the journey lives, through every save and copy.
        about: what the traveller tells of themselves.
        language: of the story itself (the PDF, its hyphenation), ``"nl"`` or another code.
        order: ids of stops in the traveller's own order; a stop not named here is loose.
        mist: the rows that have any, the uppermost first; no records, as they have no ids.
        audience: for whom title, traveller, about and mist are.
        named_on_class_map: whether the traveller's name may stand on a map of the whole class.
        book: what kind of travel book was last wished for.
    """

    id: str
    title: str = ""
    traveller: str = ""
    about: str = ""
    language: str = "nl"
    map: MapReference = MapReference()
    photos: Table[Photo] = msgspec.field(default_factory=Table)
    notes: Table[Note] = msgspec.field(default_factory=Table)
    stops: Table[Stop] = msgspec.field(default_factory=Table)
    trails: Table[Trail] = msgspec.field(default_factory=Table)
    own_places: Table[OwnPlace] = msgspec.field(default_factory=Table)
    backpack: Table[BackpackItem] = msgspec.field(default_factory=Table)
    companions: Table[Companion] = msgspec.field(default_factory=Table)
    compass_moments: Table[CompassMoment] = msgspec.field(default_factory=Table)
    order: tuple[str, ...] = ()
    mist: tuple[Mist, ...] = ()
    audience: HeadAudience = HeadAudience()
    named_on_class_map: bool = False
    book: Wish = PLAIN


RECORD_TYPES: dict[str, type[Record]] = {
    "photos": Photo,
    "notes": Note,
    "stops": Stop,
    "trails": Trail,
    "own_places": OwnPlace,
    "backpack": BackpackItem,
    "companions": Companion,
    "compass_moments": CompassMoment,
}
"""The tables of a journey and what each holds: the one list everything else goes by."""

HEAD = tuple(name for name in Journey.__struct_fields__ if name not in {*RECORD_TYPES, "id"})
"""The fields of a journey that are no table and may change."""


def tables(journey: Journey) -> Iterator[tuple[str, Table[Any]]]:
    """Every table of a journey, with its name."""
    for name in RECORD_TYPES:
        yield name, getattr(journey, name)


def ids_in(journey: Journey) -> set[str]:
    """The ids of all records."""
    return {key for _name, table in tables(journey) for key in table}


def every_stop(journey: Journey) -> list[Stop]:
    """Every halte, in the order of the story; those in no order come last."""
    return [journey.stops[key] for key in dict.fromkeys((*journey.order, *journey.stops))]


def in_tray(journey: Journey) -> list[Photo]:
    """The photos brought in but not yet laid down."""
    return [photo for photo in journey.photos.values() if photo.at is None and photo.stop is None]


def photos_of(journey: Journey, stop_id: str) -> list[Photo]:
    """The photos of a halte, those dragged out of its pile too."""
    return [photo for photo in journey.photos.values() if photo.stop == stop_id]


def lying_with(journey: Journey, stop_id: str) -> list[str]:
    """The ids of photos and compasses of a halte, wherever they lie; of anything else none."""
    if stop_id not in journey.stops:
        return []
    moments = journey.compass_moments.values()
    return [
        *(photo.id for photo in photos_of(journey, stop_id)),
        *(moment.id for moment in moments if moment.stop == stop_id),
    ]


def bundle_of(journey: Journey, stop_id: str) -> list[Photo]:
    """The photos that lie together in a halte's fan or pile."""
    return [photo for photo in photos_of(journey, stop_id) if photo.at is None]


def stops_at_own(journey: Journey, place_ids: Container[str]) -> list[Stop]:
    """The haltes whose first place is one of these, as far as those are the traveller's own."""
    return [
        stop
        for stop in journey.stops.values()
        if stop.places and stop.places[0] in journey.own_places and stop.places[0] in place_ids
    ]
