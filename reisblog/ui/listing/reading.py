"""A journey read as rows: its outline, put into words; no widget, no model of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reisblog.model.outline import Chapter, Outline, outline
from reisblog.model.own_places import word_for
from reisblog.model.pennants import word_for as word_for_flag
from reisblog.model.records import Audience, Photo
from reisblog.texts import _
from reisblog.ui.listing import wording
from reisblog.ui.listing.rows import Kind, Row
from reisblog.ui.panels.luggage import kind_name
from reisblog.ui.panels.stop_words import words_of
from reisblog.ui.pen_tray import pen_name, tint_name
from reisblog.ui.stop_names import place_names, stop_name

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import (
        BackpackItem,
        Companion,
        CompassMoment,
        Note,
        OwnPlace,
        Trail,
    )


Known = dict[str, tuple[Chapter, object, "Atlas", "Row"]]
"""The rows of haltes that were read before, and of what."""


def rows_of(journey: Journey, atlas: Atlas, known: Known | None = None) -> tuple[Row, ...]:
    """All rows of a journey.

    Args:
        journey: as far as it is seen.
        atlas: its places.
        known: what was read before; a halte in which nothing has changed is not read again.
    """
    return Rows(journey, atlas, {} if known is None else known).all()


class Rows:
    """Puts one journey into rows."""

    def __init__(self, journey: Journey, atlas: Atlas, known: Known) -> None:
        self._journey = journey
        self._atlas = atlas
        self._known = known

    def all(self) -> tuple[Row, ...]:
        """The groups, in the order in which one reads."""
        story = outline(self._journey)
        journey = self._journey
        return (
            self._head(),
            _group("stops", _("Your stops"), map(self._stop, story.chapters), hint=_no_stops()),
            *_if_any("loose", _("Loose: in no order, still yours"), self._loose(story)),
            *_if_any("tray", _("Ready to lay down"), (self._photo(p, None) for p in story.tray)),
            _group(
                "backpack",
                _("Backpack"),
                map(self._thing, journey.backpack.values()),
                hint=_(
                    "What you carry: something you can do, know, have lived through or wish for. "
                    "Write it down."
                ),
            ),
            _group(
                "company",
                _("Travel company"),
                map(self._person, journey.companions.values()),
                hint=_(
                    "People who travel part of the way with you. A first name or nickname is "
                    "enough."
                ),
            ),
            _group(
                "places",
                _("Places of your own"),
                map(self._place, journey.own_places.values()),
                hint=_("A place that is not on the map yet: your street, a workplace, a goal."),
            ),
            *_if_any("paths", _("Paths"), map(self._trail, journey.trails.values())),
        )

    def _head(self) -> Row:
        journey, audience = self._journey, self._journey.audience

        def said(kind: Kind, label: str, raw: str, instead: str, seen: Audience) -> Row:
            return Row(
                key=kind.value,
                kind=kind,
                record=kind.value,
                label=label,
                text=raw or instead,
                raw=raw,
                facts=wording.closed(seen),
                labelled=bool(raw),
                audience=seen,
            )

        told = [
            said(
                Kind.TRAVELLER,
                _("Traveller"),
                journey.traveller,
                _("Your name, if you like"),
                audience.traveller,
            ),
            said(
                Kind.ABOUT,
                _("About you"),
                journey.about,
                _("A few words about yourself, if you like"),
                audience.about,
            ),
        ]
        if journey.mist:
            mist = said(Kind.MIST, _("Mist"), "", _("Mist lies over a part"), audience.mist)
            told.append(mist)
        return Row(
            key="journey",
            kind=Kind.JOURNEY,
            record="title",
            label=_("Journey"),
            text=journey.title or _("Untitled journey"),
            raw=journey.title,
            facts=wording.closed(audience.title),
            audience=audience.title,
            children=tuple(told),
        )

    def _loose(self, story: Outline) -> Iterator[Row]:
        yield from map(self._stop, story.loose)
        yield from (self._photo(photo, None) for photo in story.photos)
        yield from (self._note(note, None) for note in story.notes)
        yield from (self._compass(moment, None) for moment in story.compass)

    def _stop(self, chapter: Chapter) -> Row:
        places = self._journey.own_places
        known = self._known.get(chapter.stop.id)
        if known and known[0] == chapter and known[1] is places and known[2] is self._atlas:
            return known[3]
        row = self._read_stop(chapter)
        self._known[chapter.stop.id] = (chapter, places, self._atlas, row)
        return row

    def _read_stop(self, chapter: Chapter) -> Row:
        stop = chapter.stop
        words = words_of(chapter, self._atlas)
        where = place_names(stop, self._atlas) if words.titled else []
        return Row(
            key=f"stop:{stop.id}",
            kind=Kind.STOP,
            record=stop.id,
            stop=stop.id,
            label=_("Stop"),
            text=words.name,
            raw=stop.title,
            facts=(
                *((_("On a second track"),) if chapter.beside else ()),
                *where,
                *((stop.when,) if stop.when else ()),
                *wording.closed(stop.audience),
            ),
            beside=chapter.beside,
            audience=stop.audience,
            children=tuple(self._in_stop(chapter)),
        )

    def _in_stop(self, chapter: Chapter) -> Iterator[Row]:
        stop = chapter.stop
        if stop.text:
            yield Row(
                key=f"stop:{stop.id}/story",
                kind=Kind.STORY,
                record=stop.id,
                stop=stop.id,
                label=_("Story"),
                text=stop.text,
                raw=stop.text,
            )
        yield from (self._photo(photo, stop.id) for photo in chapter.photos)
        yield from (self._note(note, stop.id) for note in chapter.notes)
        for companion in chapter.company:
            yield Row(
                key=f"stop:{stop.id}/along:{companion.id}",
                kind=Kind.ALONG,
                record=companion.id,
                stop=stop.id,
                label=_("Along here"),
                text=companion.name,
                raw=companion.name,
                facts=(
                    *((companion.role,) if companion.role else ()),
                    *wording.closed(companion.audience),
                ),
                labelled=True,
                audience=companion.audience,
            )
        for kind, label, things in (
            (Kind.PICKED_UP, _("Picked up here"), chapter.things),
            (Kind.LAID, _("Laid down here"), chapter.laid),
        ):
            for item in things:
                yield Row(
                    key=f"stop:{stop.id}/{kind.value}:{item.id}",
                    kind=kind,
                    record=item.id,
                    stop=stop.id,
                    label=label,
                    text=item.text,
                    raw=item.text,
                    facts=(*_sort(item), *wording.closed(item.audience)),
                    labelled=True,
                    audience=item.audience,
                )
        yield from (self._compass(moment, stop.id) for moment in chapter.compass)

    def _photo(self, photo: Photo, stop_id: str | None) -> Row:
        day = wording.day_of(photo)
        return Row(
            key=f"photo:{photo.id}",
            kind=Kind.PHOTO,
            record=photo.id,
            stop=stop_id,
            label=_("Photo"),
            text=photo.caption or _("Photo"),
            raw=photo.caption,
            facts=(*((day,) if day else ()), *wording.closed(photo.audience)),
            photo=photo,
            audience=photo.audience,
        )

    def _note(self, note: Note, stop_id: str | None) -> Row:
        return Row(
            key=f"note:{note.id}",
            kind=Kind.NOTE,
            record=note.id,
            stop=stop_id,
            label=_("Note"),
            text=note.text,
            raw=note.text,
            facts=wording.closed(note.audience),
            labelled=True,
            audience=note.audience,
        )

    def _compass(self, moment: CompassMoment, stop_id: str | None) -> Row:
        return Row(
            key=f"compass:{moment.id}",
            kind=Kind.COMPASS,
            record=moment.id,
            stop=stop_id,
            label=_("Compass"),
            text=moment.text or _("Compass"),
            raw=moment.text,
            facts=(
                wording.pointed(moment.direction),
                *wording.why(moment),
                *wording.closed(moment.audience),
            ),
            labelled=bool(moment.text),
            audience=moment.audience,
        )

    def _thing(self, item: BackpackItem) -> Row:
        facts = [*_sort(item)]
        for stop_id, words in (
            (item.stop, _("picked up at “{stop}”")),
            (item.laid, _("laid down at “{stop}”")),
        ):
            if stop_id is not None and stop_id in self._journey.stops:
                name = stop_name(self._journey.stops[stop_id], self._atlas)
                facts.append(words.format(stop=name))
        return Row(
            key=f"thing:{item.id}",
            kind=Kind.THING,
            record=item.id,
            label=_("Thing"),
            text=item.text,
            raw=item.text,
            facts=(*facts, *wording.closed(item.audience)),
            audience=item.audience,
        )

    def _person(self, companion: Companion) -> Row:
        return Row(
            key=f"person:{companion.id}",
            kind=Kind.PERSON,
            record=companion.id,
            label=_("Travel companion"),
            text=companion.name,
            raw=companion.name,
            facts=(
                *((companion.role,) if companion.role else ()),
                *wording.deeds_of(companion),
                *wording.along(self._journey, companion.id, self._atlas),
                *wording.closed(companion.audience),
            ),
            audience=companion.audience,
        )

    def _place(self, place: OwnPlace) -> Row:
        return Row(
            key=f"place:{place.id}",
            kind=Kind.PLACE,
            record=place.id,
            label=_("Place of your own"),
            text=place.name or word_for(place.sign),
            raw=place.name,
            facts=(
                *((word_for(place.sign),) if place.name else ()),
                *((word_for_flag(place.flag),) if place.flag is not None else ()),
                *wording.closed(place.audience),
            ),
            sign=place.sign,
            audience=place.audience,
        )

    def _trail(self, trail: Trail) -> Row:
        return Row(
            key=f"trail:{trail.id}",
            kind=Kind.TRAIL,
            record=trail.id,
            label=_("Path"),
            text=pen_name(trail.pen),
            facts=(tint_name(trail.tint), *wording.closed(trail.audience)),
            audience=trail.audience,
        )


def _sort(item: BackpackItem) -> tuple[str, ...]:
    return () if item.kind is None else (kind_name(item.kind),)


def _no_stops() -> str:
    return _(
        "Your stops appear here, in the order you choose. Press Insert, or “Stop” above, to make "
        "one."
    )


def _group(name: str, text: str, rows: Iterable[Row], *, hint: str) -> Row:
    children = tuple(rows) or (Row(key=f"hint:{name}", kind=Kind.HINT, record=name, text=hint),)
    return Row(key=f"group:{name}", kind=Kind.GROUP, record=name, text=text, children=children)


def _if_any(name: str, text: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    """A group that is there only while something is in it."""
    group = _group(name, text, rows, hint="")
    return () if group.children[0].kind is Kind.HINT else (group,)
