"""A journey as chapters in the traveller's own order.

The story panel and the PDF both read this one outline, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from reisblog.model.journey import Journey, in_tray
from reisblog.model.records import Note, Photo, Stop

T = TypeVar("T", Photo, Note)


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """One halte with what belongs to it."""

    stop: Stop
    photos: tuple[Photo, ...]
    notes: tuple[Note, ...]


class Outline(msgspec.Struct, frozen=True, kw_only=True):
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
    photos = _by_stop(journey.photos.values())
    notes = _by_stop(journey.notes.values())

    def chapter(stop: Stop) -> Chapter:
        return Chapter(
            stop=stop,
            photos=tuple(photos.get(stop.id, ())),
            notes=tuple(notes.get(stop.id, ())),
        )

    return Outline(
        chapters=tuple(chapter(journey.stops[key]) for key in journey.order),
        loose=tuple(chapter(stop) for key, stop in journey.stops.items() if key not in ordered),
        photos=tuple(
            photo
            for photo in journey.photos.values()
            if photo.stop is None and photo.at is not None
        ),
        notes=tuple(note for note in journey.notes.values() if note.stop is None),
        tray=tuple(in_tray(journey)),
    )


def _by_stop(things: Iterable[T]) -> dict[str, list[T]]:
    """What belongs to each halte, in one pass."""
    found: dict[str, list[T]] = {}
    for thing in things:
        if thing.stop is not None:
            found.setdefault(thing.stop, []).append(thing)
    return found
