"""A journey as chapters in the traveller's own order.

The story panel, the list and the PDF all read this one outline, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from reisblog.model.journey import Journey, in_tray
from reisblog.model.records import BackpackItem, Companion, CompassMoment, Note, Photo, Stop

T = TypeVar("T", Photo, Note, CompassMoment, BackpackItem)


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """One halte with what belongs to it.

    Attributes:
        beside: whether it stands on the second track; there is none before the first chapter.
        company: who was along.
        things: what was picked up here.
        laid: what was laid down here.
    """

    stop: Stop
    photos: tuple[Photo, ...]
    notes: tuple[Note, ...]
    beside: bool = False
    company: tuple[Companion, ...] = ()
    things: tuple[BackpackItem, ...] = ()
    laid: tuple[BackpackItem, ...] = ()
    compass: tuple[CompassMoment, ...] = ()


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """The whole story; own places, paths and companions stand in the journey itself.

    Attributes:
        chapters: the haltes in the traveller's order.
        loose: the haltes that stand in no order.
        photos: the photos that lie on the map but belong to no halte.
        notes: the notes that belong to no halte.
        tray: the photos not yet laid down.
        things: what was picked up at no halte.
        compass: the compass moments that belong to no halte.
    """

    chapters: tuple[Chapter, ...]
    loose: tuple[Chapter, ...]
    photos: tuple[Photo, ...]
    notes: tuple[Note, ...]
    tray: tuple[Photo, ...]
    things: tuple[BackpackItem, ...]
    compass: tuple[CompassMoment, ...]


def outline(journey: Journey) -> Outline:
    """The story of a journey; each thing in it stands in exactly one place."""
    ordered = set(journey.order)
    photos = _by_stop(journey.photos.values())
    notes = _by_stop(journey.notes.values())
    things = _by_stop(journey.backpack.values())
    compass = _by_stop(journey.compass_moments.values())
    laid: dict[str, list[BackpackItem]] = {}
    for item in journey.backpack.values():
        if item.laid is not None:
            laid.setdefault(item.laid, []).append(item)

    def chapter(stop: Stop, *, beside: bool = False) -> Chapter:
        return Chapter(
            stop=stop,
            photos=tuple(photos.get(stop.id, ())),
            notes=tuple(notes.get(stop.id, ())),
            beside=beside,
            company=tuple(journey.companions[key] for key in stop.company),
            things=tuple(things.get(stop.id, ())),
            laid=tuple(laid.get(stop.id, ())),
            compass=tuple(compass.get(stop.id, ())),
        )

    told = [journey.stops[key] for key in journey.order]
    first = next((index for index, stop in enumerate(told) if not stop.beside), len(told))
    return Outline(
        chapters=tuple(
            chapter(stop, beside=stop.beside and index > first) for index, stop in enumerate(told)
        ),
        loose=tuple(chapter(stop) for key, stop in journey.stops.items() if key not in ordered),
        photos=tuple(photo for photo in photos.get(None, ()) if photo.at is not None),
        notes=tuple(notes.get(None, ())),
        tray=tuple(in_tray(journey)),
        things=tuple(things.get(None, ())),
        compass=tuple(compass.get(None, ())),
    )


def _by_stop(things: Iterable[T]) -> dict[str | None, list[T]]:
    """What belongs to each halte, and to none, in one pass."""
    found: dict[str | None, list[T]] = {}
    for thing in things:
        found.setdefault(thing.stop, []).append(thing)
    return found
