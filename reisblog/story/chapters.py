"""A halte as a chapter: its photo first, then its heading, words, slips and other photos."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.company_ribbon import Span
from reisblog.story.headings import Heading, foot_name
from reisblog.story.locator import Locator
from reisblog.story.map_drawing import View, around_places
from reisblog.story.marks import MapCrop, Slip, Text
from reisblog.story.measure import BESIDE, MAIN, Measure
from reisblog.story.outer_column import Block, Column, column, put_below
from reisblog.story.pages import Flow
from reisblog.story.photo_layout import MANY, Size, opening_sizes, pairs, rows, shown_large
from reisblog.story.plates import Plate
from reisblog.story.styles import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.model.records import Note, Photo
    from reisblog.story.telling import Telling

_AFTER_PHOTO = 16.0
_FIRST_LINES = 3
_SLIP_PAD = 10.0
_SHORT_NOTE, _SHORT_LINES = 230, 8
_VIGNETTE_LOWEST, _VIGNETTE_HIGHEST = 50 * MM, 90 * MM
_VIGNETTE_FILLING = 150 * MM
_PAGE = styles.BOTTOM - styles.TOP
_HALF_PAGE = (_PAGE - styles.CHAPTER_GAP) / 2
_WORTH_A_PAIR, _ROOM_FOR_A_ROW, _ROOM_FOR_A_CAPTION = 22 * MM, 65 * MM, 30.0
_LONG_TEXT = 1_400
_VIGNETTE_UNITS = 520.0


class Chapters:
    """Lays haltes out in a flow of pages."""

    def __init__(self, telling: Telling, flow: Flow) -> None:
        self._telling, self._flow = telling, flow
        self._measure, self._begun = MAIN, (0, 0.0)
        self.spans: list[Span] = []

    def add(self, chapters: Sequence[Chapter]) -> None:
        """Haltes in their order, each with its number, or without one when it is loose."""
        for index, chapter in enumerate(chapters):
            following = chapters[index + 1] if index + 1 < len(chapters) else None
            self._add(chapter, self._telling.numbers.get(chapter.stop.id), following)
        self._measure = MAIN

    def _add(self, chapter: Chapter, number: str | None, following: Chapter | None) -> None:
        flow = self._flow
        flow.begin(foot_name(self._telling, chapter, number))
        if chapter.photos:
            self._with_photos(chapter, number, self._opening(chapter, number))
        else:
            self._words_only(chapter, number, self._drawn_height(chapter, number, following))
        flow.clear()
        end = len(flow.pages) - 1, flow.y
        self.spans.append(Span(chapter.stop.id, chapter.beside, *self._begun, *end))
        flow.skip(styles.CHAPTER_GAP)

    def _opening(self, chapter: Chapter, number: str | None) -> Size:
        """How large the first photo stands, after going to a new page where that is better.

        A halte shares a page only when all of it fits there; one with many photos never does.
        On a page of its own its photo is the largest with which it takes the fewest pages.
        """
        flow = self._flow
        sizes = _openings(chapter)
        if flow.pages and not flow.fresh and len(chapter.photos) < MANY:
            for size in sizes:
                if len(self._tried(chapter, number, size).pages) == 1:
                    return size
        if not flow.pages or not flow.fresh:
            flow.new_page()
        return min(sizes, key=lambda size: len(self._tried(chapter, number, size).pages))

    def _tried(self, chapter: Chapter, number: str | None, opening: Size | float) -> Flow:
        """What would become of the page if the halte came here, opening like this."""
        trial = self._flow.trial()
        chapters = Chapters(self._telling, trial)
        if isinstance(opening, Size):
            chapters._with_photos(chapter, number, opening)
        else:
            chapters._words_only(chapter, number, opening)
        trial.clear()
        return trial

    def _least(self, chapter: Chapter) -> float:
        """How much of a page a halte needs at least to stand on it with another."""
        if len(chapter.photos) >= MANY:
            return math.inf
        alone = Chapters(self._telling, Flow([]))
        smallest: Size | float = _VIGNETTE_LOWEST
        if chapter.photos:
            smallest = _openings(chapter)[-1]
        trial = alone._tried(chapter, "1", smallest)
        return trial.y - styles.TOP if len(trial.pages) == 1 else math.inf

    def _with_photos(self, chapter: Chapter, number: str | None, size: Size) -> None:
        telling, flow = self._telling, self._flow
        measure = self._measure = _measure(chapter)
        heading = Heading(telling, chapter, number, measure)
        text = telling.lines(chapter.stop.text, styles.TEXT, measure.column)
        begin = min(len(text), _FIRST_LINES) * styles.TEXT.leading
        opening = Plate(telling, chapter.photos[0], size)
        flow.need(opening.height)
        self._begin(heading)
        flow.put(*opening.marks(flow.y, measure.left))
        flow.y += opening.height
        self._long_captions([opening])
        flow.y += _AFTER_PHOTO
        flow.need(max(heading.height + begin, heading.beside))
        beside, left = self._heading(heading, chapter)
        flow.text(text, styles.TEXT, measure.left, measure.column)
        self.notes(chapter.notes)
        beside.settle()
        if len(chapter.photos) >= MANY:
            self.photo_rows(self._pairs_beside(chapter.photos[1:]))
        else:
            self._photo_pairs(chapter.photos[1:])
        put_below(flow, left, measure.left, measure.full)

    def _drawn_height(
        self, chapter: Chapter, number: str | None, following: Chapter | None
    ) -> float:
        """How high a place is drawn over a halte of words, after going to a new page if need be.

        It fills half a page with them, and more where the next halte leaves the rest white.
        """
        flow = self._flow
        if not flow.pages:
            flow.new_page()
        trial = self._tried(chapter, number, _VIGNETTE_LOWEST)
        if len(trial.pages) > 1 and not flow.fresh:
            whole = self._least(chapter)
            if whole < math.inf or flow.room < _HALF_PAGE:
                flow.new_page()
                trial = self._tried(chapter, number, _VIGNETTE_LOWEST)
        if len(trial.pages) > 1:
            return _VIGNETTE_LOWEST
        used = trial.y - flow.y
        spare = max(0.0, min(_HALF_PAGE, flow.room) - used)
        height = min(_VIGNETTE_HIGHEST, _VIGNETTE_LOWEST + spare)
        left = flow.room - used - (height - _VIGNETTE_LOWEST)
        if following is not None and self._least(following) > left - styles.CHAPTER_GAP:
            height = min(_VIGNETTE_FILLING, height + left)
        return height

    def _words_only(self, chapter: Chapter, number: str | None, height: float) -> None:
        """Large type, and the place's own drawing over the full measure."""
        telling, flow = self._telling, self._flow
        style = styles.LARGE_TEXT if len(chapter.stop.text) < _LONG_TEXT else styles.TEXT
        measure = self._measure = _measure(chapter)
        heading = Heading(telling, chapter, number, measure, vignette=False)
        text = telling.lines(chapter.stop.text, style, measure.column)
        begin = heading.height + min(len(text), _FIRST_LINES) * style.leading
        drawn = self._drawn(chapter, height)
        flow.need(begin if drawn is None else height + _AFTER_PHOTO + begin)
        self._begin(heading)
        if drawn := self._drawn(chapter, height):
            journey = telling.journey
            flow.put(
                MapCrop(drawn, tuple(journey.trails.values()), mist=journey.mist),
                *Locator(telling, chapter).inset(drawn.frame),
            )
            flow.y += height + _AFTER_PHOTO
        beside, left = self._heading(heading, chapter)
        flow.text(text, style, measure.left, measure.column)
        self.notes(chapter.notes)
        beside.settle()
        put_below(flow, left, measure.left, measure.full)

    def _drawn(self, chapter: Chapter, height: float) -> View | None:
        """The place's surroundings over the full measure."""
        left, full = self._measure.left, self._measure.full
        region = around_places(
            self._telling.atlas, chapter.stop.places, shape=full / height, least=_VIGNETTE_UNITS
        )
        return View(Rect(left, self._flow.y, full, height), region) if region else None

    def _begin(self, heading: Heading) -> None:
        """Here the chapter opens."""
        flow = self._flow
        flow.put(*heading.anchors(flow.y))
        self._begun = len(flow.pages) - 1, flow.y

    def _heading(self, heading: Heading, chapter: Chapter) -> tuple[Column, list[Block]]:
        """The heading; what stands beside it, to be settled after the words; what does not fit."""
        flow = self._flow
        flow.put(*heading.marks(flow.y))
        begin = flow.y + heading.beside
        beside = Column(flow.page, begin, styles.BOTTOM)
        left = beside.put(column(self._telling, chapter))
        flow.reserve(max(begin, beside.y - 6))
        flow.y += heading.height
        return beside, left

    def notes(self, notes: Sequence[Note]) -> None:
        """Notes as slips: short ones two by two, long ones over the column and on."""
        short: list[Note] = []
        for note in notes:
            if not note.text.strip():
                continue
            if len(note.text) <= _SHORT_NOTE and note.text.count("\n") <= _SHORT_LINES:
                short.append(note)
                continue
            self._short_notes(short)
            short = []
            self._long_note(note)
        self._short_notes(short)

    def _short_notes(self, notes: Sequence[Note]) -> None:
        telling, flow = self._telling, self._flow
        half = self._measure.half
        measure = half - 2 * _SLIP_PAD
        for index in range(0, len(notes), 2):
            pair = notes[index : index + 2]
            two = [telling.lines(note.text, styles.NOTES[note.letters], measure) for note in pair]
            heights = [
                len(lines) * styles.NOTES[note.letters].leading + 2 * _SLIP_PAD - 3
                for note, lines in zip(pair, two, strict=True)
            ]
            flow.skip(styles.BASELINE)
            flow.need(min(max(heights), styles.BOTTOM - styles.TOP))
            for place, (note, lines, height) in enumerate(zip(pair, two, heights, strict=True)):
                x = self._measure.left + place * (half + styles.GUTTER)
                style = styles.NOTES[note.letters]
                flow.put(
                    Slip(Rect(x, flow.y, half, height), tint=styles.SLIPS[note.tint]),
                    Text(lines, x + _SLIP_PAD, flow.y + _SLIP_PAD - 2, measure, style),
                )
            flow.y += max(heights) + 3

    def _long_note(self, note: Note) -> None:
        telling, flow = self._telling, self._flow
        style = styles.NOTES[note.letters]
        left, wide = self._measure.left, self._measure.column
        measure = wide - 2 * _SLIP_PAD
        rest = telling.lines(note.text, style, measure)
        flow.skip(styles.BASELINE)
        while rest:
            padding = 2 * _SLIP_PAD - 3
            fitting = int((flow.room - padding) / style.leading)
            if fitting < min(_FIRST_LINES, len(rest)) and not flow.fresh:
                flow.new_page()
                continue
            now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
            height = len(now) * style.leading + padding
            flow.put(
                Slip(Rect(left, flow.y, wide, height), tint=styles.SLIPS[note.tint]),
                Text(now, left + _SLIP_PAD, flow.y + _SLIP_PAD - 2, measure, style),
            )
            flow.y += height + 3
            if rest:
                flow.new_page()

    def _photo_pairs(self, photos: Sequence[Photo]) -> None:
        for index, row in enumerate(pairs(photos)):
            some = photos[2 * index : 2 * index + 2]
            self._row(some, self._measure.fitted(row), caption_beside=len(some) == 1)

    def _pairs_beside(self, photos: Sequence[Photo]) -> Sequence[Photo]:
        """Pairs in the text column while the outer one is taken; the other photos are given back.

        Also where a row over the full measure would find no more room below the outer column.
        """
        flow = self._flow
        while len(photos) > 1 and flow.beside > 0:
            two = self._measure.fitted(pairs(photos[:2])[0])
            row_fits = flow.room - flow.beside > _ROOM_FOR_A_ROW
            pair_fits = flow.room > styles.BASELINE + two[0].height + _ROOM_FOR_A_CAPTION
            if flow.beside < _WORTH_A_PAIR and (row_fits or not pair_fits):
                break
            self._row(photos[:2], two)
            photos = photos[2:]
        return photos

    def photo_rows(self, photos: Sequence[Photo], *, large: bool = False) -> None:
        """Photos in rows over the full measure, or large, below one another."""
        at = 0
        self._flow.clear()
        for row in shown_large(photos) if large else rows(photos, self._measure.full):
            self._row(photos[at : at + len(row)], row)
            at += len(row)

    def _row(
        self, photos: Sequence[Photo], row: Sequence[Size], *, caption_beside: bool = False
    ) -> None:
        """One row of photos with their captions, kept together on one page."""
        telling, flow = self._telling, self._flow
        plates = [
            Plate(telling, photo, size, caption_beside=caption_beside)
            for photo, size in zip(photos, row, strict=True)
        ]
        height = max(plate.height for plate in plates)
        flow.skip(styles.BASELINE)
        flow.need(height)
        x = self._measure.left
        for plate in plates:
            flow.put(*plate.marks(flow.y, x))
            x += plate.size.width + styles.GUTTER
        flow.y += height
        self._long_captions(plates)

    def _long_captions(self, plates: Sequence[Plate]) -> None:
        """Captions too long to stand with their photo run on below it."""
        for plate in plates:
            if plate.running_on:
                self._flow.y += 4
                left, wide = self._measure.left, self._measure.column
                lines = self._telling.lines(plate.photo.caption, styles.CAPTION, wide)
                self._flow.text(lines, styles.CAPTION, left, wide)


def _measure(chapter: Chapter) -> Measure:
    return BESIDE if chapter.beside else MAIN


def _openings(chapter: Chapter) -> list[Size]:
    """The sizes in which its first photo may stand, the preferred one first."""
    sizes = opening_sizes(chapter.photos[0], len(chapter.photos))
    return _measure(chapter).fitted(sizes)
