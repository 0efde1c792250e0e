"""Pieces of a journey that are copied, into it or into another; a small journey meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.model.references import belonging, moved, renamed
from reisblog.model.table import Table

_TABLES = ("photos", "notes", "stops", "trails", "own_places", "compass_moments")
"""Not the people and the things, which lie nowhere on the map; copied haltes name none."""
_BESIDE = Point(24, 24)


def picked(journey: Journey, ids: AbstractSet[str]) -> Journey:
    """The pieces with these ids; a halte brings what belongs to it, and its own places."""
    wanted = set(ids)
    stops = [journey.stops[key] for key in journey.stops.keys() & wanted]
    wanted.update(record.id for record in belonging(journey, wanted & journey.stops.keys()))
    for stop in stops:
        wanted.update(place for place in stop.places if place in journey.own_places)
    tables: dict[str, Any] = {
        name: Table(record for key, record in getattr(journey, name).items() if key in wanted)
        for name in _TABLES
    }
    for name in ("photos", "notes", "compass_moments"):  # of a halte that stays behind
        tables[name] = Table(
            record if record.stop in wanted else moved(record, None, journey.stops)
            for record in tables[name].values()
        )
    tables["stops"] = Table(
        msgspec.structs.replace(stop, company=()) for stop in tables["stops"].values()
    )
    order = tuple(key for key in journey.order if key in wanted)
    return Journey(id="pieces", map=journey.map, order=order, **tables)


def renewed(pieces: Journey, new_id: Callable[[], str], *, by: Point, at: Point) -> Journey:
    """The same under new ids, also where they name one another.

    Args:
        pieces: what was copied.
        new_id: gives ids that nothing has.
        by: how far from where they lay.
        at: where a photo comes that lay in the fan of a halte which was not copied.
    """
    ids = {key: new_id() for name in _TABLES for key in getattr(pieces, name)}
    tables: dict[str, Any] = {
        name: Table(renamed(record, name, ids) for record in getattr(pieces, name).values())
        for name in _TABLES
    }
    order = tuple(ids[key] for key in pieces.order)
    fresh = edits.move(msgspec.structs.replace(pieces, order=order, **tables), ids.values(), by)
    homeless = [
        photo.id for photo in fresh.photos.values() if photo.at is None and photo.stop is None
    ]
    spots = {key: at + _BESIDE.scaled(index) for index, key in enumerate(homeless)}
    return edits.lay_down(fresh, spots)


def added(journey: Journey, fresh: Journey, brought: Iterable[Photo]) -> Journey:
    """The journey with renewed pieces, as far as they are not in it yet.

    Args:
        journey: it.
        fresh: the pieces.
        brought: photos as they have come in, whose pictures can be had now.
    """
    came = {photo.media: photo for photo in brought}
    known = {photo.media for photo in fresh.photos.values()}
    photos = [
        msgspec.structs.replace(photo, kind=seen.kind, width=seen.width, height=seen.height)
        for photo in fresh.photos.values()
        if (seen := came.get(photo.media)) is not None
    ]
    strangers = [photo for photo in came.values() if photo.media not in known]
    tables: dict[str, Any] = {
        name: getattr(journey, name).with_(
            *(new for key, new in getattr(fresh, name).items() if key not in getattr(journey, name))
        )
        for name in _TABLES
        if name != "photos"
    }
    order = (*journey.order, *(key for key in fresh.order if key not in journey.stops))
    after = msgspec.structs.replace(journey, order=order, **tables)
    return edits.bring_in(after, [*photos, *strangers])
