"""What of a journey can be copied into the backpack, and as what; the original stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.journey import tables
from reisblog.model.records import Audience, BackpackItem, narrowest
from reisblog.model.references import BELONGS

if TYPE_CHECKING:
    from reisblog.model.journey import Journey
    from reisblog.model.records import Note, Stop


def can_be_packed(journey: Journey, record_id: str) -> bool:
    """Whether it can be copied: photos, and the words of notes and haltes."""
    return any(record_id in table for table in (journey.photos, journey.notes, journey.stops))


def copy_of(
    journey: Journey, record_id: str, *, item_id: str, otherwise: str, words: str = ""
) -> BackpackItem | None:
    """A photo, note or halte as a thing to carry; nothing for what cannot be carried.

    It is no more open than what it is of: its own audience here, that of the halte by ``stop``.

    Args:
        journey: has the original.
        record_id: of the original.
        item_id: for the thing.
        otherwise: the word for a photo or halte without any.
        words: what is written on the label, if not what the original itself says.
    """
    if (photo := journey.photos.get(record_id)) is not None:
        stop = journey.stops.get(photo.stop or "")
        said = words or _first_line(photo.caption) or (stop.title if stop else "") or otherwise
        return BackpackItem(
            id=item_id, text=said, stop=photo.stop, photo=photo.id, audience=photo.audience
        )
    if (note := journey.notes.get(record_id)) is not None:
        said = words or _first_line(note.text)
        return _with_words(item_id, said, note.stop, note)
    if (halte := journey.stops.get(record_id)) is not None:
        said = words or halte.title or _first_line(halte.text) or otherwise
        return _with_words(item_id, said, halte.id, halte)
    return None


def seen_with(journey: Journey, written_on: str) -> Audience:
    """For whom the words of a record are, or of a part of ``HeadAudience``."""
    audiences = [getattr(journey.audience, written_on, Audience.CLASS)]
    for _name, table in tables(journey):
        record = table.get(written_on)
        if record is not None:
            stop = journey.stops.get(getattr(record, BELONGS, None) or "")
            audiences += [each.audience for each in (record, stop) if each is not None]
    return narrowest(*audiences)


def _with_words(item_id: str, words: str, stop: str | None, of: Note | Stop) -> BackpackItem | None:
    if not words:
        return None
    return BackpackItem(id=item_id, text=words, stop=stop, audience=of.audience)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
