"""What is in a journey, told for programs and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from reisblog.model.company import stretches
from reisblog.model.journey import RECORD_TYPES
from reisblog.model.outline import Chapter, outline
from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.desk import Desk
    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import CompassMoment


def told(desk: Desk) -> dict[str, Any]:
    """What is in a journey, for programs; described in docs/format.md."""
    journey, story = desk.journey, outline(desk.journey)
    return {
        "format": desk.format,
        "id": journey.id,
        "title": journey.title,
        "traveller": journey.traveller,
        "about": journey.about,
        "language": journey.language,
        "audience": msgspec.structs.asdict(journey.audience),
        "named_on_class_map": journey.named_on_class_map,
        "counts": {name: len(getattr(journey, name)) for name in RECORD_TYPES},
        "mist": bool(journey.mist),
        "visits": [_visit(chapter, desk.atlas) for chapter in story.chapters],
        "loose": {
            "visits": [_visit(chapter, desk.atlas) for chapter in story.loose],
            "photos": [photo.media for photo in story.photos],
            "notes": [note.text for note in story.notes],
            "compass": [_moment(moment) for moment in story.compass],
        },
        "backpack": [
            {
                "id": item.id,
                "text": item.text,
                "kind": item.kind,
                "stop": item.stop,
                "laid": item.laid,
                "photo": journey.photos[item.photo].media if item.photo else None,
                "audience": item.audience,
            }
            for item in journey.backpack.values()
        ],
        "companions": [
            {
                "id": person.id,
                "name": person.name,
                "role": person.role,
                "helps": person.helps,
                "hinders": person.hinders,
                "token": person.token,
                "portrait": journey.photos[person.portrait].media if person.portrait else None,
                "stretches": stretches(journey, person.id),
                "audience": person.audience,
            }
            for person in journey.companions.values()
        ],
        "own_places": [
            {
                "id": place.id,
                "name": place.name,
                "sign": place.sign,
                "flag": place.flag,
                "audience": place.audience,
            }
            for place in journey.own_places.values()
        ],
        "trails": [
            {"id": trail.id, "pen": trail.pen, "tint": trail.tint, "audience": trail.audience}
            for trail in journey.trails.values()
        ],
        "tray": [photo.media for photo in story.tray],
        "photos": _pictures(journey),
        "missing": desk.missing,
    }


def _visit(chapter: Chapter, atlas: Atlas) -> dict[str, Any]:
    stop = chapter.stop
    known = [atlas.places[key].name for key in stop.places if key in atlas.places]
    return {
        "id": stop.id,
        "places": list(stop.places),
        "names": known,
        "title": stop.title,
        "when": stop.when,
        "audience": stop.audience,
        "text": stop.text,
        "photos": [photo.media for photo in chapter.photos],
        "notes": [note.text for note in chapter.notes],
        "beside": chapter.beside,
        "company": [person.name for person in chapter.company],
        "things": [item.text for item in chapter.things],
        "laid": [item.text for item in chapter.laid],
        "compass": [_moment(moment) for moment in chapter.compass],
    }


def _moment(moment: CompassMoment) -> dict[str, Any]:
    return {
        "direction": moment.direction,
        "impulse": moment.impulse,
        "asker": moment.asker,
        "text": moment.text,
        "audience": moment.audience,
    }


def _pictures(journey: Journey) -> dict[str, Any]:
    return {
        photo.media: {
            "kind": photo.kind,
            "width": photo.width,
            "height": photo.height,
            "taken": photo.taken,
            "caption": photo.caption,
            "crop": None if photo.crop is None else msgspec.to_builtins(photo.crop),
            "blurs": msgspec.to_builtins(photo.blurs),
            "audience": photo.audience,
        }
        for photo in journey.photos.values()
    }


def in_words(told: dict[str, Any]) -> Iterator[str]:
    """The same for a person, a line at a time, without what would steer their terminal."""
    for line in _lines(told):
        yield "".join(letter if letter.isprintable() else "\ufffd" for letter in line)


def _lines(told: dict[str, Any]) -> Iterator[str]:
    title = told["title"] or _("A journey without a title")
    yield f"{title} · {told['traveller']}" if told["traveller"] else title
    counts = told["counts"]
    yield ", ".join(
        [
            ngettext("{n} stop", "{n} stops", counts["stops"]).format(n=counts["stops"]),
            _count_of_photos(counts["photos"]),
            ngettext("{n} text", "{n} texts", counts["notes"]).format(n=counts["notes"]),
            ngettext("{n} path", "{n} paths", counts["trails"]).format(n=counts["trails"]),
        ]
    )
    for visit in [*told["visits"], *told["loose"]["visits"]]:
        parts = [", ".join(visit["names"]), visit["title"], visit["when"]]
        yield "- " + " · ".join(
            [*(part for part in parts if part), _count_of_photos(len(visit["photos"]))]
        )
    if told["tray"]:
        yield _("Ready to lay down: {photos}").format(photos=_count_of_photos(len(told["tray"])))
    if told["missing"]:
        yield _("Damaged or missing: {photos}").format(
            photos=_count_of_photos(len(told["missing"]))
        )


def _count_of_photos(count: int) -> str:
    return ngettext("{n} photo", "{n} photos", count).format(n=count)
