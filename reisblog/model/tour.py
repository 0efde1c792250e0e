"""A journey told to others, moment after moment; at each, what of it is on the map by then.

All of it is what they may see: a tour is made of a journey that went through the curtain.
"""

from __future__ import annotations

from enum import StrEnum, auto
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import msgspec

from reisblog.model.arrangement import arrangement
from reisblog.model.legs import legs, told_paths
from reisblog.model.outline import Chapter, outline
from reisblog.model.records import BackpackItem, CompassMoment, Note, Photo
from reisblog.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.legs import Leg

R = TypeVar("R", Note, CompassMoment)


class Kind(StrEnum):
    """What a moment of the story shows."""

    PAPER = auto()
    LAND = auto()
    ARRIVAL = auto()
    PHOTO = auto()
    PHOTOS = auto()
    WORDS = auto()
    NOTE = auto()
    COMPASS = auto()
    WHOLE = auto()


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """What is seen until the next tap.

    Attributes:
        kind: paper with the title; the land before the story; a halte without photos, at which
            one arrives; a photo; all photos of a halte; what is told at a halte; a note; a
            compass; the whole of it, at the end.
        chapter: which halte of the story, from 0; none before the first and after the last.
        ids: of the photos, the note or the compass.
        begins: whether one comes to the halte with it.
    """

    kind: Kind
    chapter: int | None = None
    ids: tuple[str, ...] = ()
    begins: bool = False


class Tour:
    """The moments of a story, in the traveller's own order.

    Attributes:
        journey: as it is seen by those it is told to.
        chapters: its haltes, and after them those that stand in no order.
        told: how many of them stand in the order.
        legs: how each of them is reached.
        moments: the first is the paper with the title.
        end: the moment at which all is told; after it come those that only who wanders sees, of
            what is loose.
    """

    def __init__(self, journey: Journey, atlas: Atlas, *, together: bool = False) -> None:
        """Plan it.

        Args:
            journey: as it may be seen.
            atlas: with the traveller's own places.
            together: whether the photos of a halte come all at once.
        """
        self.journey = journey
        story = outline(journey)
        told = len(story.chapters)
        self.chapters: tuple[Chapter, ...] = (*story.chapters, *story.loose)
        self.legs: list[Leg | None] = [
            *legs(journey, atlas, [chapter.stop for chapter in story.chapters]),
            *(None for _chapter in story.loose),
        ]
        of_haltes = [
            [*_moments(chapter, number, together=together)]
            for number, chapter in enumerate(self.chapters)
        ]
        in_order = [Moment(kind=Kind.PAPER), Moment(kind=Kind.LAND), *chain(*of_haltes[:told])]
        self.told, self.end = told, len(in_order)
        self.moments = [
            *in_order,
            Moment(kind=Kind.WHOLE),
            *chain(*of_haltes[told:]),
            *(Moment(kind=Kind.PHOTO, ids=(photo.id,)) for photo in story.photos),
            *(Moment(kind=Kind.NOTE, ids=(note.id,)) for note in story.notes if note.text.strip()),
            *(Moment(kind=Kind.COMPASS, ids=(compass.id,)) for compass in story.compass),
        ]

    def chapter(self, moment: int) -> Chapter | None:
        """The halte of a moment."""
        number = self.moments[moment].chapter
        return None if number is None else self.chapters[number]

    def leg(self, moment: int) -> Leg | None:
        """The stretch that is drawn on the way to a moment."""
        now = self.moments[moment]
        return self.legs[now.chapter] if now.begins and now.chapter is not None else None

    def begin_of(self, chapter: int) -> int:
        """The moment at which one comes to a halte."""
        return next(
            index
            for index, moment in enumerate(self.moments)
            if moment.chapter == chapter and moment.begins
        )

    def at_place(self, place: str) -> list[int]:
        """The moments of all haltes at a place, in the order of the story."""
        here = {n for n, chapter in enumerate(self.chapters) if place in chapter.stop.places}
        return [index for index, moment in enumerate(self.moments) if moment.chapter in here]

    def of_thing(self, record_id: str) -> list[int]:
        """The moments of the halte at which a thing is shown, from that one on; or just that."""
        shown = next((n for n, moment in enumerate(self.moments) if record_id in moment.ids), None)
        if shown is None:
            return []
        chapter = self.moments[shown].chapter
        if chapter is None:
            return [shown]
        return [
            n for n, moment in enumerate(self.moments) if n >= shown and moment.chapter == chapter
        ]

    def carried(self, moment: int) -> list[BackpackItem]:
        """What is in the backpack by a moment: not what was laid down on the way."""
        reached = len(self.chapters) if moment >= self.end else -1
        for past in self.moments[: moment + 1]:
            reached = max(reached, -1 if past.chapter is None else past.chapter)
        haltes = self.chapters[: reached + 1]
        picked = {item.id for chapter in haltes for item in chapter.things}
        laid = {item.id for chapter in haltes for item in chapter.laid}
        return [
            item
            for key, item in self.journey.backpack.items()
            if (item.stop is None or key in picked) and key not in laid and item.text.strip()
        ]

    def on_map(
        self, moment: int, *, drawn: bool = True, lifted: tuple[str, ...] | None = None
    ) -> Journey:
        """What lies on the map while a moment is shown; what it shows itself is not back yet.

        Photos lie where they do when all is told, each by itself.

        Args:
            moment: which.
            drawn: whether the path that is drawn on the way to it is there already.
            lifted: what is shown large, if not what belongs to that moment.
        """
        now, journey = self.moments[moment], self.journey
        if moment >= self.end:
            told = {*journey.photos, *journey.notes, *journey.compass_moments}
            trails = journey.trails if drawn else Table()
        else:
            told = {key for past in self.moments[:moment] for key in past.ids}
            reached = 0 if now.chapter is None else now.chapter + (drawn or not now.begins)
            trails = Table(told_paths(journey, self.legs[:reached]))
        told -= set(now.ids if lifted is None else lifted)
        return msgspec.structs.replace(
            journey,
            stops=Table(),
            order=(),
            backpack=Table(),
            companions=Table(),
            photos=Table(photo for photo in self._laid if photo.id in told),
            notes=_alone(journey.notes, told),
            compass_moments=_alone(journey.compass_moments, told),
            trails=trails,
        )

    @cached_property
    def _laid(self) -> list[Photo]:
        """Every photo that is seen on the map, by itself where it lies, the lowest first."""
        return [
            msgspec.structs.replace(
                self.journey.photos[lie.photo],
                at=lie.at, turn=lie.turn, size=lie.size, stop=None,
            )
            for lie in arrangement(self.journey)
            if lie.shown
        ]  # fmt: skip


def _moments(chapter: Chapter, number: int, *, together: bool) -> Iterator[Moment]:
    """Those of one halte: its words come with the first photo, or where one arrives."""
    photos = [photo.id for photo in chapter.photos]
    shown = [tuple(photos)] if together else [(key,) for key in photos]
    first: tuple[str, ...] = ()
    if photos:
        first, *shown = shown
    kind = (Kind.ARRIVAL, Kind.PHOTO, Kind.PHOTOS)[min(2, len(first))]
    yield Moment(kind=kind, chapter=number, ids=first, begins=True)
    if chapter.stop.text.strip():
        yield Moment(kind=Kind.WORDS, chapter=number, ids=first)
    for ids in shown:
        yield Moment(kind=Kind.PHOTO, chapter=number, ids=ids)
    for note in chapter.notes:
        if note.text.strip():
            yield Moment(kind=Kind.NOTE, chapter=number, ids=(note.id,))
    for compass in chapter.compass:
        yield Moment(kind=Kind.COMPASS, chapter=number, ids=(compass.id,))


def _alone(table: Table[R], told: set[str]) -> Table[R]:
    """What of it was told, belonging to no halte."""
    return Table(
        msgspec.structs.replace(record, stop=None) for record in table.values() if record.id in told
    )
