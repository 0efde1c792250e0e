"""A new halte with all that belongs to it, as one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model import edits, room
from reisblog.model.records import Note, Photo, Stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.geometry import Rect
    from reisblog.model.journey import Journey


def with_stop(
    journey: Journey,
    bounds: Rect,
    stop: Stop,
    *,
    photos: Sequence[Photo],
    slips: Sequence[tuple[str, str]],
) -> Journey:
    """The journey with a halte, last in the order.

    Args:
        journey: before.
        bounds: of the map.
        stop: the halte.
        photos: new ones, or ones that are in the journey already.
        slips: ids and texts of notes, laid near it where they cover nothing.
    """
    fresh = [photo for photo in photos if photo.id not in journey.photos]
    journey = edits.bring_in(journey, fresh)
    bare = Stop(id=stop.id, at=stop.at, places=stop.places)
    journey = edits.start_stop(journey, bare, [photo.id for photo in photos])
    journey = edits.change_stop(journey, stop.id, title=stop.title, text=stop.text, when=stop.when)
    for note_id, words in slips:
        width = look.NOTE_WIDTH_UNITS
        corner = room.spot_for_note(journey, bounds, stop.at, words, width=width)
        note = Note(id=note_id, text=words, at=corner, stop=stop.id, width=width)
        journey = edits.add_note(journey, note)
    return journey
