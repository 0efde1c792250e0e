"""The curtain: a journey as others may see it.

What is closed to them is absent, so whatever draws or writes what is left can show neither it,
nor a gap, nor a count.
"""

from __future__ import annotations

import msgspec

from reisblog.model import edits
from reisblog.model.journey import Journey, tables
from reisblog.model.records import Audience


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
    if not closed:
        return journey
    closed.update(photo.id for photo in journey.photos.values() if photo.stop in closed)
    closed.update(note.id for note in journey.notes.values() if note.stop in closed)
    # Not the haltes: of one that is removed, the photos would wait to be laid down.
    left = edits.remove(journey, closed - journey.stops.keys())
    return msgspec.structs.replace(
        left,
        stops=left.stops.without(*closed),
        order=tuple(key for key in left.order if key not in closed),
    )
