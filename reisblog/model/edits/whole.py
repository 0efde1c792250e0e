"""What is done to anything: moving, removing, saying for whom it is; and the journey itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reisblog.model.book import Wish
from reisblog.model.edits.common import bounded, changed, line, lines
from reisblog.model.edits.pictures import take_back
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey, MapReference, photos_of, stops_at_own, tables
from reisblog.model.locks import free, is_pinned
from reisblog.model.own_places import on_sheet
from reisblog.model.records import Audience, Trail
from reisblog.model.references import forgetting


def move(journey: Journey, ids: Iterable[str], by: Point, *, sheet: Rect | None = None) -> Journey:
    """Move photos, notes, haltes, paths, compasses and own places.

    A halte takes along what lies in its fan or pile, an own place its haltes. A photo in a fan
    is moved by ``lay_down``, which needs to know where it was seen. An own place stays on the
    sheet, when one is given, and what is moved with it goes no farther. What is pinned down stays.
    """
    wanted = set(free(journey, ids))
    places = [place for place in journey.own_places.values() if place.id in wanted]
    if places and sheet is not None:
        by = on_sheet(places[0].at + by, sheet) - places[0].at
    wanted.update(stop.id for stop in stops_at_own(journey, wanted))
    photos = [
        changed(photo, at=bounded(photo.at + by))
        for photo in journey.photos.values()
        if photo.id in wanted and photo.at is not None
    ]
    notes = [
        changed(note, at=bounded(note.at + by))
        for note in journey.notes.values()
        if note.id in wanted
    ]
    stops = [
        changed(stop, at=bounded(stop.at + by))
        for stop in journey.stops.values()
        if stop.id in wanted
    ]
    moments = [
        changed(moment, at=bounded(moment.at + by))
        for moment in journey.compass_moments.values()
        if moment.id in wanted
    ]
    trails = [_moved(trail, by) for trail in journey.trails.values() if trail.id in wanted]
    return changed(
        journey,
        photos=journey.photos.with_(*photos).on_top(*(photo.id for photo in photos)),
        notes=journey.notes.with_(*notes).on_top(*(note.id for note in notes)),
        stops=journey.stops.with_(*stops),
        trails=journey.trails.with_(*trails),
        compass_moments=journey.compass_moments.with_(*moments),
        own_places=journey.own_places.with_(
            *(changed(place, at=bounded(place.at + by)) for place in places)
        ),
    )


def remove(journey: Journey, ids: Iterable[str]) -> Journey:
    """Take away whatever these ids are.

    The photos of a halte that goes wait to be laid down again, but for what is pinned down where
    it lies; and nothing names what is gone.
    """
    gone = set(ids)
    photos = [
        photo.id
        for stop_id in journey.stops.keys() & gone
        for photo in photos_of(journey, stop_id)
        if not is_pinned(photo)
    ]
    left = forgetting(take_back(journey, photos), gone)
    return changed(left, **{name: table.without(*gone) for name, table in tables(left)})


def show_to(journey: Journey, ids: Iterable[str], audience: Audience) -> Journey:
    """Let things be for this situation; what is gone stays gone."""
    wanted = set(ids)
    put: dict[str, Any] = {}
    for name, table in tables(journey):
        if shown := [changed(table[key], audience=audience) for key in table.keys() & wanted]:
            put[name] = table.with_(*shown)
    return changed(journey, **put) if put else journey


def show_head_to(journey: Journey, part: str, audience: Audience) -> Journey:
    """Let what the journey says beside its records be for this situation.

    Args:
        journey: it.
        part: a field of ``HeadAudience``.
        audience: for whom that is from now on.
    """
    return changed(journey, audience=changed(journey.audience, **{part: audience}))


def entitle(
    journey: Journey,
    *,
    title: str | None = None,
    traveller: str | None = None,
    about: str | None = None,
) -> Journey:
    """Name the journey or its traveller, or tell about them; what is not named stays."""
    return changed(
        journey,
        title=journey.title if title is None else line(title),
        traveller=journey.traveller if traveller is None else line(traveller),
        about=journey.about if about is None else lines(about),
    )


def allow_name(journey: Journey, *, allowed: bool) -> Journey:
    """Say whether the traveller's name may stand on a map of the whole class."""
    return changed(journey, named_on_class_map=allowed)


def wish_for(journey: Journey, book: Wish) -> Journey:
    """Keep what kind of travel book is wished for; a cover photo that is gone is none."""
    there = book.cover_photo is not None and book.cover_photo in journey.photos
    photo = book.cover_photo if there else None
    return changed(journey, book=changed(book, cover_photo=photo, school=line(book.school)))


def made_on(journey: Journey, reference: MapReference) -> Journey:
    """Note which map the journey is made on."""
    return changed(journey, map=reference)


def _moved(trail: Trail, by: Point) -> Trail:
    return changed(
        trail,
        start=bounded(trail.start + by),
        segments=tuple(
            changed(
                piece,
                c1=bounded(piece.c1 + by),
                c2=bounded(piece.c2 + by),
                end=bounded(piece.end + by),
            )
            for piece in trail.segments
        ),
    )
