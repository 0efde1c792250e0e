"""What is pinned down: no hand moves, turns, resizes or erases it until it is let go."""

from __future__ import annotations

from collections.abc import Iterable

from reisblog.model.journey import Journey, stops_at_own, tables
from reisblog.model.records import Laid


def is_pinned(record: object) -> bool:
    """Whether a thing is pinned down itself; a photo only where it lies by itself."""
    return isinstance(record, Laid) and record.locked and getattr(record, "at", True) is not None


def is_locked(journey: Journey, record_id: str) -> bool:
    """The same of what has this id."""
    found = (table.get(record_id) for _name, table in tables(journey))
    return any(is_pinned(record) for record in found)


def is_held(journey: Journey, record_id: str) -> bool:
    """Whether a thing stays where it is.

    It is pinned down itself, it lies in the fan or pile of a halte that is, or it is an own place
    at whose foot the pin of such a halte stands.
    """
    photo = journey.photos.get(record_id)
    if photo is not None and photo.at is None:
        stop = journey.stops.get(photo.stop or "")
        return stop is not None and stop.locked
    if record_id in journey.own_places:
        haltes = stops_at_own(journey, {record_id})
        return is_locked(journey, record_id) or any(stop.locked for stop in haltes)
    return is_locked(journey, record_id)


def free(journey: Journey, ids: Iterable[str]) -> frozenset[str]:
    """Those of these that a hand may move."""
    return frozenset(key for key in ids if not is_held(journey, key))
