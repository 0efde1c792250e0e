"""A journey as chapters in the traveller's own order.

The story panel and the PDF both read this one outline, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from reisblog.model.journey import Journey, in_tray, notes_of, photos_of
from reisblog.model.records import Note, Photo, Stop


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One halte with what belongs to it."""

    stop: Stop
    photos: tuple[Photo, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The whole story.

    Attributes:
        chapters: the haltes in the traveller's order.
        loose: the haltes that stand in no order.
        photos: the photos that lie on the map but belong to no halte.
        notes: the notes that belong to no halte.
        tray: the photos not yet laid down.
    """

    chapters: tuple[Chapter, ...]
    loose: tuple[Chapter, ...]
    photos: tuple[Photo, ...]
    notes: tuple[Note, ...]
    tray: tuple[Photo, ...]


def outline(journey: Journey) -> Outline:
    """The story of a journey; each thing in it stands in exactly one place."""
    ordered = set(journey.order)
    return Outline(
        chapters=tuple(_chapter(journey, journey.stops[key]) for key in journey.order),
        loose=tuple(
            _chapter(journey, stop) for key, stop in journey.stops.items() if key not in ordered
        ),
        photos=tuple(
            photo
            for photo in journey.photos.values()
            if photo.stop is None and photo.at is not None
        ),
        notes=tuple(note for note in journey.notes.values() if note.stop is None),
        tray=tuple(in_tray(journey)),
    )


def _chapter(journey: Journey, stop: Stop) -> Chapter:
    return Chapter(
        stop=stop,
        photos=tuple(photos_of(journey, stop.id)),
        notes=tuple(notes_of(journey, stop.id)),
    )
