"""Two journeys to look at: a student's year and a teacher's career.

They are made through the same edits as anybody's journey, as one step, always the same: ids are
counted, and no clock and no chance come into it. Their words are the travellers' own and stay
Dutch in every language of the interface.
"""

from __future__ import annotations

from itertools import chain, count, pairwise
from typing import TYPE_CHECKING

import msgspec

from reisblog import resources
from reisblog.examples.hand import draw
from reisblog.examples.student import NOOR
from reisblog.examples.teacher import ROB
from reisblog.model import edits
from reisblog.model.mist import swept
from reisblog.model.records import (
    Audience,
    BackpackItem,
    Companion,
    CompassMoment,
    Impulse,
    Note,
    OwnPlace,
    Photo,
    Stop,
    Trail,
)
from reisblog.model.room import spot_for_compass
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.desk import Desk
    from reisblog.examples.telling import Halte, Person, Telling
    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey

__all__ = ["make_example"]


def make_example(desk: Desk, *, teacher: bool = False) -> None:
    """Fill a new, empty desk with an example journey, as one step.

    Waits until its pictures have come in.

    Args:
        desk: a desk with nothing on it yet.
        teacher: the teacher's journey instead of the student's.

    Raises:
        UnreadablePhotoError: one of our own pictures is damaged.
    """
    telling = ROB if teacher else NOOR
    ids = (f"example{number:05d}" for number in count(1))
    photos = _bring_in(desk, telling, ids)

    def edit(journey: Journey) -> Journey:
        return _told(journey, telling, desk.atlas, photos, ids)

    desk.commit(_("Example journey"), edit)


def _bring_in(desk: Desk, telling: Telling, ids: Iterator[str]) -> dict[str, Photo]:
    """The photos by the names of their pictures."""
    folder = resources.assets() / "examples"
    coming = [
        (picture, desk.take_in(folder / f"{picture.name}.jpg", name=f"{picture.name}.jpg"))
        for picture in telling.pictures
    ]
    photos = {}
    for picture, intake in coming:
        photo = desk.photo_from(intake.result(), photo_id=next(ids))
        photos[picture.name] = msgspec.structs.replace(photo, at=picture.at, size=picture.size)
    return photos


def _told(
    journey: Journey,
    telling: Telling,
    atlas: Atlas,
    photos: dict[str, Photo],
    ids: Iterator[str],
) -> Journey:
    journey = msgspec.structs.replace(journey, language="nl")
    journey = edits.entitle(
        journey, title=telling.title, traveller=telling.traveller, about=telling.about
    )
    journey = edits.bring_in(journey, photos.values())
    for picture in telling.pictures:
        journey = edits.set_caption(journey, photos[picture.name].id, picture.caption)
    for mark in telling.marks:
        own = OwnPlace(id=next(ids), sign=mark.sign, at=mark.at, name=mark.name)
        journey = edits.add_place(journey, own)
    for person in telling.companions:
        journey = _with_person(journey, person, next(ids))
    for kind, text in telling.backpack:
        journey = edits.pack(journey, BackpackItem(id=next(ids), text=text, kind=kind))
    for halte in telling.haltes:
        stop_id = next(ids)
        journey = _with_halte(journey, halte, atlas, photos, stop_id)
        journey = _with_belongings(journey, halte, stop_id, ids)
    for stroke in telling.strokes:
        curve = draw(stroke, atlas)
        trail = Trail(
            id=next(ids),
            pen=stroke.pen,
            tint=stroke.tint,
            start=curve.start,
            start_width=curve.start_width,
            segments=curve.segments,
        )
        journey = edits.add_trail(journey, trail)
    for start, end in chain.from_iterable(map(pairwise, telling.mist)):
        journey = edits.paint_mist(journey, swept(start, end, atlas.bounds))
    for slip in telling.slips:
        journey = edits.add_note(
            journey, Note(id=next(ids), text=slip.text, at=slip.at, width=slip.width)
        )
    return _with_compasses(journey, telling, atlas, ids)


def _with_compasses(
    journey: Journey, telling: Telling, atlas: Atlas, ids: Iterator[str]
) -> Journey:
    """The journey with its compass moments, each where nothing lies yet."""
    for halte, stop_id in zip(telling.haltes, journey.order, strict=True):
        if (needle := halte.compass) is not None:
            moment = CompassMoment(
                id=next(ids),
                at=spot_for_compass(journey, atlas.bounds, journey.stops[stop_id].at),
                direction=needle.direction,
                stop=stop_id,
                impulse=Impulse.EXTERNAL if needle.asker else Impulse.INTERNAL,
                asker=needle.asker,
                text=needle.text,
            )
            journey = edits.lay_compass(journey, moment)
    return journey


def _with_halte(
    journey: Journey, halte: Halte, atlas: Atlas, photos: dict[str, Photo], stop_id: str
) -> Journey:
    taken = [stop.at for stop in journey.stops.values()]
    stop = Stop(id=stop_id, at=atlas.resting_spot(halte.places, taken), places=halte.places)
    laid = [photos[picture.name].id for picture in halte.pictures]
    journey = edits.start_stop(journey, stop, laid)
    if journey.stops[stop_id].audience is Audience.SELF:  # nobody travels here, to see it
        journey = edits.show_to(journey, [stop_id], Audience.CONVERSATION)
    journey = edits.set_beside(journey, stop_id, beside=halte.beside)
    return edits.change_stop(journey, stop_id, title=halte.title, text=halte.text, when=halte.when)


def _with_person(journey: Journey, person: Person, person_id: str) -> Journey:
    journey = edits.welcome(
        journey,
        Companion(
            id=person_id,
            name=person.name,
            role=person.role,
            helps=person.helps,
            hinders=person.hinders,
        ),
    )
    return edits.portray(journey, person_id, token=person.token)


def _with_belongings(journey: Journey, halte: Halte, stop_id: str, ids: Iterator[str]) -> Journey:
    """The journey with who was along, what was picked up and what was laid down."""
    for person in journey.companions.values():
        if person.name in halte.company:
            journey = edits.accompany(journey, person.id, [stop_id], along=True)
    for kind, text in halte.things:
        item = BackpackItem(id=next(ids), text=text, kind=kind, stop=stop_id)
        journey = edits.pack(journey, item)
    for item in journey.backpack.values():
        if item.text in halte.laid:
            journey = edits.put_down(journey, item.id, stop_id)
    return journey
