"""Pieces of a journey that are copied, into it or into another; a small journey meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from reisblog.model import edits
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.model.references import belonging, moved, renamed
from reisblog.model.table import Table

_TABLES = ("photos", "notes", "stops", "trails", "own_places", "compass_moments")
"""Not the people and the things, which lie nowhere on the map; copied haltes name none."""
_BESIDE = Point(24, 24)
BESIDE = Point(32, 32)
"""How far a copy lies from what it was made of, in map units."""


def picked(journey: Journey, ids: AbstractSet[str], *, stay: bool = False) -> Journey:
    """The pieces with these ids; a halte brings what belongs to it, and its own places.

    Args:
        journey: they are of.
        ids: theirs.
        stay: whether what belongs to a halte that stays behind still names it.
    """
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
            record if stay or record.stop in wanted else moved(record, None, journey.stops)
            for record in tables[name].values()
        )
    tables["stops"] = Table(
        msgspec.structs.replace(stop, company=()) for stop in tables["stops"].values()
    )
    order = tuple(key for key in journey.order if key in wanted)
    return Journey(id="pieces", map=journey.map, order=order, **tables)


def renewed(
    pieces: Journey,
    new_id: Callable[[], str],
    *,
    by: Point,
    at: Point,
    stay: Collection[str] = (),
) -> Journey:
    """The same under new ids, also where they name one another; nothing of it is pinned down.

    Args:
        pieces: what was copied.
        new_id: gives ids that nothing has.
        by: how far from where they lay.
        at: where a photo comes that lay in the fan of a halte which was not copied.
        stay: haltes that were not copied, to which the copies belong, too.
    """
    ids = {key: new_id() for name in _TABLES for key in getattr(pieces, name)}
    known = {stop: stop for stop in stay} | ids
    tables: dict[str, Any] = {
        name: Table(
            msgspec.structs.replace(renamed(record, name, known), locked=False)
            for record in getattr(pieces, name).values()
        )
        for name in _TABLES
    }
    order = tuple(ids[key] for key in pieces.order)
    fresh = edits.move(msgspec.structs.replace(pieces, order=order, **tables), ids.values(), by)
    homeless = [
        photo.id for photo in fresh.photos.values() if photo.at is None and photo.stop is None
    ]
    spots = {key: at + _BESIDE.scaled(index) for index, key in enumerate(homeless)}
    return edits.lay_down(fresh, spots)


def twins(
    journey: Journey, ids: AbstractSet[str], new_id: Callable[[], str], *, sheet: Rect
) -> Journey:
    """A second one of each of these, a little beside it, or in the same fan; in the same halte."""
    copied = picked(journey, ids, stay=True)
    laid = [
        record.at
        for name in ("photos", "notes", "stops", "own_places", "compass_moments")
        for record in getattr(copied, name).values()
        if record.at is not None
    ]
    around = Rect.around(laid) if laid else sheet
    by = Point(
        BESIDE.x if around.right + BESIDE.x <= sheet.right else -BESIDE.x,
        BESIDE.y if around.bottom + BESIDE.y <= sheet.bottom else -BESIDE.y,
    )
    return renewed(copied, new_id, by=by, at=sheet.centre, stay=journey.stops.keys())


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
