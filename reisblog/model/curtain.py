"""The curtain: a journey as others may see it.

What is closed to them is absent, so whatever draws or writes what is left can show neither it,
nor a gap, nor a count.
"""

from __future__ import annotations

from typing import Any

import msgspec

from reisblog.model.journey import HeadAudience, Journey, tables
from reisblog.model.records import Audience, Record, narrowest
from reisblog.model.references import belonging, forgetting, stop_of


def seen_by(journey: Journey, viewer: Audience) -> Journey:
    """What may be seen in a situation, with no word and no id of anything else.

    What belongs to a halte goes with it; a halte is at one place less where that is closed.
    """
    closed = {
        key
        for _name, table in tables(journey)
        for key, record in table.items()
        if not record.audience.is_open_to(viewer)
    }
    closed.update(record.id for record in belonging(journey, closed & journey.stops.keys()))
    journey = forgetting(journey, closed)
    fields: dict[str, Any] = _head_without(closed_head(journey, viewer), journey)
    if closed:
        fields.update({name: table.without(*closed) for name, table in tables(journey)})
    return msgspec.structs.replace(journey, **fields) if fields else journey


def audience_of(journey: Journey, record: Record) -> Audience:
    """For whom something is, counting the halte it belongs to."""
    stop = journey.stops.get(stop_of(record) or "")
    return record.audience if stop is None else narrowest(record.audience, stop.audience)


def closed_head(journey: Journey, viewer: Audience) -> list[str]:
    """What a journey says beside its records and a viewer may not see, as fields of it."""
    return [
        name
        for name in HeadAudience.__struct_fields__
        if not getattr(journey.audience, name).is_open_to(viewer)
    ]


def _head_without(closed: list[str], journey: Journey) -> dict[str, Any]:
    if not closed:
        return {}
    empty, open_to_all = Journey(id=journey.id), HeadAudience()
    audience = {name: getattr(open_to_all, name) for name in closed}
    nameless = "traveller" in closed
    # A school tells who somebody is, as a name does.
    school = "" if nameless else journey.book.school
    return {
        **{name: getattr(empty, name) for name in closed},
        "named_on_class_map": journey.named_on_class_map and not nameless,
        "book": msgspec.structs.replace(journey.book, school=school),
        "audience": msgspec.structs.replace(journey.audience, **audience),
    }
