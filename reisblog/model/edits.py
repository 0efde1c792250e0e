"""What a person can do to a journey, one function each: a journey in, the next one out.

None of these asks whether it was wise, and none loses anybody's photo but ``remove_photos``.
New records come with their ids, made by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

import msgspec

from reisblog.model import limits, mist
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import (
    Journey,
    MapReference,
    notes_of,
    photos_of,
    stops_at_own,
    tables,
)
from reisblog.model.own_places import on_sheet
from reisblog.model.records import (
    Audience,
    BackpackItem,
    Companion,
    Note,
    OwnPlace,
    Photo,
    Sign,
    Stop,
    Trail,
    narrowest,
)

_Thing = TypeVar("_Thing", Photo, Note)
_changed = msgspec.structs.replace


def bring_in(journey: Journey, photos: Iterable[Photo]) -> Journey:
    """Add photos; where they lie stands in the records."""
    return _changed(journey, photos=journey.photos.with_(*photos))


CONFIDENTIAL = frozenset({"veilige-haven"})
"""Places where a halte begins as one for nobody else; the traveller may let others see it."""


def start_stop(journey: Journey, stop: Stop, photo_ids: Iterable[str] = ()) -> Journey:
    """Add a halte, last in the order, with these photos lying in it."""
    if not CONFIDENTIAL.isdisjoint(stop.places):
        stop = _changed(stop, audience=Audience.SELF)
    started = _changed(journey, stops=journey.stops.with_(stop), order=(*journey.order, stop.id))
    return put_in_stop(started, photo_ids, stop.id)


def put_in_stop(journey: Journey, photo_ids: Iterable[str], stop_id: str) -> Journey:
    """Lay photos with the others of a halte."""
    return _with_photos(journey, photo_ids, stop=stop_id, at=None)


def lay_down(journey: Journey, spots: dict[str, Point]) -> Journey:
    """Lay photos exactly there, on top of what lies there; they stay in their halte."""
    moved = [_changed(journey.photos[key], at=_bounded(spot)) for key, spot in spots.items()]
    return _changed(journey, photos=journey.photos.with_(*moved).on_top(*spots))


def take_back(journey: Journey, photo_ids: Iterable[str]) -> Journey:
    """Put photos back in the tray."""
    return _with_photos(journey, photo_ids, stop=None, at=None)


def set_loose(journey: Journey, photo_ids: Iterable[str]) -> Journey:
    """Let photos that lie by themselves belong to no halte any more."""
    return _with_photos(journey, photo_ids, stop=None)


def remove_photos(journey: Journey, photo_ids: Iterable[str]) -> Journey:
    """Take photos out of the journey."""
    return _changed(journey, photos=journey.photos.without(*photo_ids))


def forget(journey: Journey, pictures: AbstractSet[str]) -> Journey:
    """Remove every photo that shows one of these pictures, known by their SHA-256."""
    return remove_photos(
        journey, [photo.id for photo in journey.photos.values() if photo.media in pictures]
    )


def set_caption(journey: Journey, photo_id: str, caption: str) -> Journey:
    """Write under a photo, if it is still there."""
    if photo_id not in journey.photos:
        return journey
    return _with_photos(journey, [photo_id], caption=_text(caption))


def move(journey: Journey, ids: Iterable[str], by: Point, *, sheet: Rect | None = None) -> Journey:
    """Move photos, notes, haltes, paths and own places.

    A halte takes along what lies in its fan or pile, an own place its haltes. A photo in a fan
    is moved by ``lay_down``, which needs to know where it was seen. An own place stays on the
    sheet, when one is given, and what is moved with it goes no farther.
    """
    wanted = set(ids)
    places = [place for place in journey.own_places.values() if place.id in wanted]
    if places and sheet is not None:
        by = on_sheet(places[0].at + by, sheet) - places[0].at
    wanted.update(stop.id for stop in stops_at_own(journey, wanted))
    photos = [
        _changed(photo, at=_bounded(photo.at + by))
        for photo in journey.photos.values()
        if photo.id in wanted and photo.at is not None
    ]
    notes = [
        _changed(note, at=_bounded(note.at + by))
        for note in journey.notes.values()
        if note.id in wanted
    ]
    stops = [
        _changed(stop, at=_bounded(stop.at + by))
        for stop in journey.stops.values()
        if stop.id in wanted
    ]
    trails = [_moved(trail, by) for trail in journey.trails.values() if trail.id in wanted]
    return _changed(
        journey,
        photos=journey.photos.with_(*photos).on_top(*(photo.id for photo in photos)),
        notes=journey.notes.with_(*notes).on_top(*(note.id for note in notes)),
        stops=journey.stops.with_(*stops),
        trails=journey.trails.with_(*trails),
        own_places=journey.own_places.with_(
            *(_changed(place, at=_bounded(place.at + by)) for place in places)
        ),
    )


def add_note(journey: Journey, note: Note) -> Journey:
    """Lay down a note."""
    written = _changed(note, text=_text(note.text), at=_bounded(note.at))
    return _changed(journey, notes=journey.notes.with_(written))


def set_note_text(journey: Journey, note_id: str, text: str) -> Journey:
    """Rewrite a note, if it is still there."""
    note = journey.notes.get(note_id)
    if note is None:
        return journey
    return _changed(journey, notes=journey.notes.with_(_changed(note, text=_text(text))))


def add_trail(journey: Journey, trail: Trail) -> Journey:
    """Keep a path as it was drawn."""
    return _changed(journey, trails=journey.trails.with_(trail))


def add_place(journey: Journey, place: OwnPlace) -> Journey:
    """Put a place of the traveller's own on the map."""
    put = _changed(place, name=_line(place.name), at=_bounded(place.at))
    return _changed(journey, own_places=journey.own_places.with_(put))


def change_place(
    journey: Journey, place_id: str, *, name: str | None = None, sign: Sign | None = None
) -> Journey:
    """Rename an own place or draw it anew; what is not named stays, and so does what is gone."""
    place = journey.own_places.get(place_id)
    if place is None:
        return journey
    changed = _changed(
        place,
        name=place.name if name is None else _line(name),
        sign=place.sign if sign is None else sign,
    )
    return _changed(journey, own_places=journey.own_places.with_(changed))


def paint_mist(journey: Journey, area: mist.Area) -> Journey:
    """Lay mist over an area, also where it lies already."""
    return _changed(journey, mist=mist.united(journey.mist, area))


def wipe_mist(journey: Journey, area: mist.Area) -> Journey:
    """Wipe away what mist there is in an area."""
    return _changed(journey, mist=mist.without(journey.mist, area))


def change_stop(
    journey: Journey,
    stop_id: str,
    *,
    title: str | None = None,
    text: str | None = None,
    when: str | None = None,
) -> Journey:
    """Rewrite a halte's title, story or date; what is not named stays, and so does what is gone."""
    stop = journey.stops.get(stop_id)
    if stop is None:
        return journey
    stop = _changed(
        stop,
        title=stop.title if title is None else _line(title),
        text=stop.text if text is None else _text(text),
        when=stop.when if when is None else _line(when),
    )
    return _changed(journey, stops=journey.stops.with_(stop))


def also_at(journey: Journey, stop_id: str, place_id: str) -> Journey:
    """Let a halte be at one more place at the same time, or no longer, if it was."""
    stop = journey.stops[stop_id]
    places = (
        tuple(key for key in stop.places if key != place_id)
        if place_id in stop.places
        else (*stop.places, place_id)
    )
    return _changed(journey, stops=journey.stops.with_(_changed(stop, places=places)))


def join_stops(journey: Journey, stop_id: str, into: str) -> Journey:
    """Lay everything of one halte with another; the first halte is gone, its words are not."""
    gone, kept = journey.stops[stop_id], journey.stops[into]
    text = "\n\n".join(part for part in (kept.text, gone.text) if part)
    moved = put_in_stop(journey, [photo.id for photo in photos_of(journey, stop_id)], into)
    notes = [
        _changed(as_closed(journey, note, into), stop=into) for note in notes_of(journey, stop_id)
    ]
    joined = _changed(
        kept,
        text=_text(text),
        title=kept.title or gone.title,
        audience=narrowest(kept.audience, gone.audience),
    )
    return _without_stop(
        _changed(moved, notes=moved.notes.with_(*notes), stops=moved.stops.with_(joined)), stop_id
    )


def remove_stop(journey: Journey, stop_id: str) -> Journey:
    """Take a halte away; its photos go back to the tray, its notes stay where they lie."""
    freed = take_back(journey, [photo.id for photo in photos_of(journey, stop_id)])
    notes = [
        _changed(as_closed(journey, note, None), stop=None) for note in notes_of(journey, stop_id)
    ]
    return _without_stop(_changed(freed, notes=freed.notes.with_(*notes)), stop_id)


def place_in_order(journey: Journey, stop_id: str, index: int | None) -> Journey:
    """Give a halte this position among the others (0 is first), or none: it becomes loose."""
    order = [key for key in journey.order if key != stop_id]
    if index is not None:
        order.insert(index, stop_id)
    return _changed(journey, order=tuple(order))


def place_before(journey: Journey, stop_id: str, other: str | None) -> Journey:
    """Put a halte before another in the order; last, where that is in none."""
    order = [key for key in journey.order if key != stop_id]
    order.insert(order.index(other) if other in order else len(order), stop_id)
    return _changed(journey, order=tuple(order))


def arrange(journey: Journey, stop_ids: Iterable[str]) -> Journey:
    """Put haltes in this order; those that are not named become loose, what is gone stays gone."""
    order = dict.fromkeys(key for key in stop_ids if key in journey.stops)
    return _changed(journey, order=tuple(order))


def show_to(journey: Journey, ids: Iterable[str], audience: Audience) -> Journey:
    """Let things be for this situation; what is gone stays gone."""
    wanted = set(ids)
    changed: dict[str, Any] = {}
    for name, table in tables(journey):
        if shown := [_changed(table[key], audience=audience) for key in table.keys() & wanted]:
            changed[name] = table.with_(*shown)
    return _changed(journey, **changed) if changed else journey


def remove(journey: Journey, ids: Iterable[str]) -> Journey:
    """Take away whatever these ids are: photos, notes, paths, haltes, places, things, companions.

    Haltes at a place that goes stay, and are at one place less.
    """
    wanted = set(ids)
    for stop_id in [key for key in journey.stops if key in wanted]:
        journey = remove_stop(journey, stop_id)
    return _changed(
        journey,
        photos=journey.photos.without(*wanted),
        notes=journey.notes.without(*wanted),
        trails=journey.trails.without(*wanted),
        stops=journey.stops.with_(*_leaving(journey, wanted & journey.own_places.keys())),
        own_places=journey.own_places.without(*wanted),
        backpack=journey.backpack.without(*wanted),
        companions=journey.companions.without(*wanted),
    )


def entitle(journey: Journey, *, title: str | None = None, traveller: str | None = None) -> Journey:
    """Name the journey or its traveller; what is not named stays."""
    return _changed(
        journey,
        title=journey.title if title is None else _line(title),
        traveller=journey.traveller if traveller is None else _line(traveller),
    )


def pack(journey: Journey, item: BackpackItem) -> Journey:
    """Put something in the backpack, or change what is there under the same id."""
    return _changed(journey, backpack=journey.backpack.with_(_changed(item, text=_line(item.text))))


def welcome(journey: Journey, companion: Companion) -> Journey:
    """Let somebody travel along, or change who is there under the same id."""
    known = _changed(companion, name=_line(companion.name))
    return _changed(journey, companions=journey.companions.with_(known))


def made_on(journey: Journey, reference: MapReference) -> Journey:
    """Note which map the journey is made on."""
    return _changed(journey, map=reference)


def _with_photos(journey: Journey, photo_ids: Iterable[str], **fields: Any) -> Journey:
    photos = [journey.photos[key] for key in photo_ids]
    if "stop" in fields:
        photos = [as_closed(journey, photo, fields["stop"]) for photo in photos]
    photos = [_changed(photo, **fields) for photo in photos]
    return _changed(journey, photos=journey.photos.with_(*photos)) if photos else journey


def as_closed(journey: Journey, thing: _Thing, stop_id: str | None) -> _Thing:
    """A photo or a note that leaves its halte for another or for none, as closed as it was there.

    So no edit but ``show_to`` opens anything.
    """
    stop = None if thing.stop in {None, stop_id} else journey.stops.get(thing.stop or "")
    if stop is None:
        return thing
    return _changed(thing, audience=narrowest(thing.audience, stop.audience))


def _leaving(journey: Journey, place_ids: AbstractSet[str]) -> list[Stop]:
    """The haltes at these places, without them."""
    return [
        _changed(stop, places=tuple(key for key in stop.places if key not in place_ids))
        for stop in journey.stops.values()
        if not place_ids.isdisjoint(stop.places)
    ]


def _without_stop(journey: Journey, stop_id: str) -> Journey:
    return _changed(
        journey,
        stops=journey.stops.without(stop_id),
        order=tuple(key for key in journey.order if key != stop_id),
    )


def _moved(trail: Trail, by: Point) -> Trail:
    return _changed(
        trail,
        start=_bounded(trail.start + by),
        segments=tuple(
            _changed(
                piece,
                c1=_bounded(piece.c1 + by),
                c2=_bounded(piece.c2 + by),
                end=_bounded(piece.end + by),
            )
            for piece in trail.segments
        ),
    )


def _bounded(point: Point) -> Point:
    most = limits.COORDINATE
    return Point(min(max(point.x, -most), most), min(max(point.y, -most), most)).rounded()


def _text(text: str) -> str:
    return text[: limits.TEXT_CHARACTERS]


def _line(text: str) -> str:
    return " ".join(text.split())[: limits.TITLE_CHARACTERS]
