"""What the traveller reads beside the board: what is told now, and what comes next.

All of it is in the story that is told, so nothing stands here that the viewers may not see.
"""

from __future__ import annotations

from enum import StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from reisblog.model.tour import Kind
from reisblog.texts import _
from reisblog.ui.stop_names import place_names, stop_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.records import CompassMoment
    from reisblog.ui.show.story import Story


class As(StrEnum):
    """What words are."""

    TITLE = auto()
    WHERE = auto()
    TEXT = auto()
    CAPTION = auto()


class Said(NamedTuple):
    """Some words, and whether they belong to what is large on the board now."""

    words: str
    as_: As
    now: bool = True


def own_words(story: Story) -> list[Said]:
    """All the traveller wrote of the halte that is told now, else of the journey."""
    return [said for said in _own_words(story) if said.words.strip()]


def coming(story: Story, moment: int | None) -> str:
    """What a moment shows, in a few words; nothing after the last."""
    tour = story.tour
    if moment is None:
        return ""
    shown, chapter = tour.moments[moment], tour.chapter(moment)
    if chapter is not None and shown.begins:
        return stop_name(chapter.stop, story.atlas)
    if shown.kind is Kind.PHOTO:
        photo = story.journey.photos[shown.ids[0]]
        return photo.caption.strip() or _("A photo")
    return {
        Kind.PAPER: _("The title"),
        Kind.LAND: _("The map"),
        Kind.PHOTOS: _("Photos"),
        Kind.WORDS: _("What you tell of it"),
        Kind.NOTE: _("A text"),
        Kind.COMPASS: _("The compass"),
        Kind.WHOLE: _("The whole journey"),
    }.get(shown.kind, "")


def next_stop(story: Story) -> str:
    """What the halte after this one is called; nothing where none comes."""
    now = story.moment.chapter
    number = 0 if now is None else now + 1
    if story.is_over or number >= story.tour.told:
        return ""
    return stop_name(story.tour.chapters[number].stop, story.atlas)


def _own_words(story: Story) -> Iterator[Said]:
    chapter, journey = story.tour.chapter(story.at), story.journey
    if chapter is None and story.moment.ids:
        yield from _loose_words(story)
        return
    if chapter is None:
        yield Said(journey.title, As.TITLE)
        yield Said(journey.traveller, As.WHERE)
        yield Said(journey.about, As.TEXT)
        return
    stop, ids = chapter.stop, story.moment.ids
    places = place_names(stop, story.atlas)
    yield Said(stop_name(stop, story.atlas), As.TITLE)
    where = [*(places if stop.title else []), stop.when.strip()]
    yield Said(" · ".join(part for part in where if part), As.WHERE)
    told_now = story.moment.begins or story.moment.kind is Kind.WORDS
    yield Said(stop.text, As.TEXT, told_now)
    for photo in chapter.photos:
        yield Said(photo.caption, As.CAPTION, photo.id in ids)
    for note in chapter.notes:
        yield Said(note.text, As.TEXT, note.id in ids)
    for compass in chapter.compass:
        yield Said(_of_compass(compass), As.TEXT, compass.id in ids)


def _loose_words(story: Story) -> Iterator[Said]:
    """Those of something that belongs to no halte."""
    journey = story.journey
    for key in story.moment.ids:
        if key in journey.photos:
            yield Said(journey.photos[key].caption, As.CAPTION)
        elif key in journey.notes:
            yield Said(journey.notes[key].text, As.TEXT)
        elif key in journey.compass_moments:
            yield Said(_of_compass(journey.compass_moments[key]), As.TEXT)


def _of_compass(compass: CompassMoment) -> str:
    return "\n".join(part for part in (compass.asker, compass.text) if part.strip())
