"""Which records name others, and how they forget one that goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from reisblog.model.journey import Journey
from reisblog.model.records import Audience, Record, narrowest
from reisblog.model.table import Table

BELONGS = "stop"
"""The field that says to which halte something belongs; it is as closed as that."""
_PLACES = "places"
"""May also name places of the map, which are no records."""
REFERENCES: dict[str, dict[str, str]] = {
    "photos": {BELONGS: "stops"},
    "notes": {BELONGS: "stops"},
    "stops": {_PLACES: "own_places", "company": "companions"},
    "backpack": {BELONGS: "stops", "laid": "stops", "photo": "photos"},
    "companions": {"portrait": "photos"},
    "compass_moments": {BELONGS: "stops"},
}
"""For each table its fields with ids in them, and the table those are of."""


def belonging(journey: Journey, stop_ids: AbstractSet[str]) -> Iterator[Record]:
    """Everything that belongs to one of these haltes."""
    for name, fields in REFERENCES.items():
        if BELONGS in fields:
            for record in getattr(journey, name).values():
                if record.stop in stop_ids:
                    yield record


def stop_of(record: Record) -> str | None:
    """The halte that something belongs to, if it is of those that can."""
    stop: str | None = getattr(record, BELONGS, None)
    return stop


def forgetting(journey: Journey, gone: AbstractSet[str]) -> Journey:
    """The journey in which nothing names one of these any more.

    What belonged to a halte stays as closed as it was there.
    """
    return _naming(journey, lambda _field, _table, key: key not in gone) if gone else journey


def healed(journey: Journey) -> Journey:
    """The same without references to what is not there, and none twice.

    Nobody knows for whom a lost halte was, so what belonged to it is for the traveller alone.
    """
    return _naming(
        journey, lambda field, table, key: field == _PLACES or key in getattr(journey, table)
    )


def renamed(record: Any, table: str, ids: dict[str, str]) -> Any:
    """A record under another id, naming others by theirs; what has none it names no more.

    Args:
        record: it.
        table: the one it is in.
        ids: the new ids by the old ones.
    """
    fields: dict[str, Any] = {"id": ids[record.id]}
    for field in REFERENCES.get(table, {}):
        value = getattr(record, field)
        if field == _PLACES:
            fields[field] = tuple(ids.get(key, key) for key in value)
        elif isinstance(value, tuple):
            fields[field] = tuple(ids[key] for key in value if key in ids)
        else:
            fields[field] = ids.get(value)
    return msgspec.structs.replace(record, **fields)


def moved(thing: Any, stop_id: str | None, stops: Table[Any]) -> Any:
    """A thing in another halte or in none, still as closed as it was in its own.

    So no edit but ``show_to`` opens anything.
    """
    if thing.stop in {None, stop_id}:
        return msgspec.structs.replace(thing, stop=stop_id)
    left = stops.get(thing.stop)
    there = Audience.SELF if left is None else left.audience
    return msgspec.structs.replace(thing, stop=stop_id, audience=narrowest(thing.audience, there))


def _naming(journey: Journey, may: Callable[[str, str, str], bool]) -> Journey:
    """The journey in which records name only what they may: by field, table and id."""
    changed: dict[str, Any] = {}
    for name, fields in REFERENCES.items():
        table = getattr(journey, name)
        put = [
            after
            for record in table.values()
            if (after := _record_naming(record, fields, may, journey.stops)) is not record
        ]
        if put:
            changed[name] = table.with_(*put)
    order = tuple(key for key in dict.fromkeys(journey.order) if may("order", "stops", key))
    if order != journey.order:
        changed["order"] = order
    shown = journey.book.cover_photo
    if shown is not None and not may("cover_photo", "photos", shown):
        changed["book"] = msgspec.structs.replace(journey.book, cover_photo=None)
    return msgspec.structs.replace(journey, **changed) if changed else journey


def _record_naming(
    record: Any,
    fields: dict[str, str],
    may: Callable[[str, str, str], bool],
    stops: Table[Any],
) -> Any:
    changed: dict[str, Any] = {}
    for field, table in fields.items():
        value = getattr(record, field)
        if isinstance(value, tuple):
            kept = tuple(key for key in dict.fromkeys(value) if may(field, table, key))
            if kept != value:
                changed[field] = kept
        elif value is not None and not may(field, table, value):
            changed[field] = None
    if not changed:
        return record
    if BELONGS in changed:
        record = moved(record, changed.pop(BELONGS), stops)
    return msgspec.structs.replace(record, **changed)
