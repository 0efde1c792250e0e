"""A halte as a chapter: its photo first, then its heading, words, slips and other photos."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reisblog.model.atlas import art_of
from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.company_ribbon import Span
from reisblog.story.headings import Heading, foot_name
from reisblog.story.layout import Measure, main, second
from reisblog.story.locator import Locator
from reisblog.story.map_drawing import View, around_places, fitted
from reisblog.story.marks import MapCrop
from reisblog.story.outer_column import Block, Column, column, put_below
from reisblog.story.pages import Flow, Spot
from reisblog.story.photo_layout import MANY, Size, opening_sizes, pairs, rows, shown_large
from reisblog.story.plates import Plate
from reisblog.story.slips import put_notes
from reisblog.story.styles import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.model.records import Photo
    from reisblog.story.telling import Telling

_AFTER_PHOTO = 16.0
_FIRST_LINES = 3
_DRAWN_LOWEST, _DRAWN_HIGHEST, _DRAWN_FILLING = 50 / 261, 90 / 261, 150 / 261
"""Of the height of a page, for the place's drawing over a halte of words."""
_WORTH_A_PAIR, _ROOM_FOR_A_ROW, _ROOM_FOR_A_CAPTION = 22 * MM, 65 * MM, 30.0
_ROW_HEIGHTS = (1.35, 1.18, 1.0, 0.86)
_LONG_TEXT = 1_400
_FEW_APART = 3
"""So many photos stand in a column of their own; more go on over the whole page."""
_VIGNETTE_UNITS = 520.0


class Chapters:
    """Lays haltes out in a flow of pages."""

    def __init__(self, telling: Telling, flow: Flow) -> None:
        self._telling, self._flow = telling, flow
        self._layout = flow.layout
        self._measure, self._begun = Measure(flow.layout), Spot(0, 0.0)
        self.spans: list[Span] = []

    def add(self, chapters: Sequence[Chapter]) -> None:
        """Haltes in their order, each with its number, or without one when it is loose."""
        for index, chapter in enumerate(chapters):
            following = chapters[index + 1] if index + 1 < len(chapters) else None
            self._add(chapter, self._telling.numbers.get(chapter.stop.id), following)
        self._measure = Measure(self._layout)

    def _add(self, chapter: Chapter, number: str | None, following: Chapter | None) -> None:
        flow = self._flow
        flow.begin(foot_name(self._telling, chapter, number))
        if chapter.photos:
            self._with_photos(chapter, number, self._opening(chapter, number, following))
        else:
            self._words_only(chapter, number, self._drawn_height(chapter, number, following))
        flow.clear()
        self.spans.append(Span(chapter.stop.id, chapter.beside, *self._begun, *flow.here))
        flow.skip(styles.CHAPTER_GAP)

    def _opening(self, chapter: Chapter, number: str | None, following: Chapter | None) -> Size:
        """How large the first photo stands, after going to a new page where that is better.

        A halte shares a page only when all of it fits there; one with many photos never does.
        On a new page its photo is the largest with which it takes the fewest pages, and smaller
        where that makes room for the next halte.
        """
        flow = self._flow
        sizes = self._openings(chapter)
        if flow.pages and not flow.fresh and len(chapter.photos) < MANY:
            for size in sizes:
                if len(self._tried(chapter, number, size).pages) == 1:
                    return size
        if not flow.pages or not flow.fresh:
            flow.new_page()
        tried = [(size, self._tried(chapter, number, size)) for size in sizes]
        fewest = min(len(trial.pages) for _size, trial in tried)
        good = [(size, trial) for size, trial in tried if len(trial.pages) == fewest]
        if following is not None and fewest == 1:
            least = self._least(following) + styles.CHAPTER_GAP
            shared = [size for size, trial in good if trial.room >= least]
            return shared[0] if shared else good[0][0]
        return good[0][0]

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
        alone = Chapters(self._telling, Flow(self._layout))
        smallest: Size | float = self._lowest
        if chapter.photos:
            smallest = self._openings(chapter)[-1]
        trial = alone._tried(chapter, "1", smallest)
        return trial.y - self._layout.top if len(trial.pages) == 1 else math.inf

    def _with_photos(self, chapter: Chapter, number: str | None, size: Size) -> None:
        telling, flow = self._telling, self._flow
        measure = self._measure = self._measure_of(chapter)
        heading = Heading(telling, chapter, number, measure)
        text = telling.lines(chapter.stop.text, styles.TEXT, measure.column)
        begin = min(len(text), _FIRST_LINES) * styles.TEXT.leading
        words = max(heading.height + begin, heading.beside)
        opening = Plate(telling, chapter.photos[0], size, measure)
        flow.need(max(opening.height, words) if measure.apart else opening.height)
        self._begin(heading)
        top = flow.here
        flow.put(*opening.marks(measure.left, flow.y))
        flow.y += opening.height
        self._long_captions([opening])
        others = chapter.photos[1:]
        few = len(chapter.photos) <= _FEW_APART
        if measure.apart and few:
            self._photo_pairs(others)
        foot = flow.here
        if measure.apart:
            flow.back_to(top)
        else:
            flow.y += _AFTER_PHOTO
            flow.need(words)
        beside, left = self._heading(heading, chapter)
        flow.text(text, styles.TEXT, measure.words_left, measure.column)
        put_notes(telling, flow, measure, chapter.notes)
        beside.settle()
        if measure.apart:
            flow.below(foot)
            if not few:
                self.photo_rows(others)
        elif len(chapter.photos) >= MANY:
            self.photo_rows(self._pairs_beside(others))
        else:
            self._photo_pairs(others)
        put_below(flow, left, measure)

    def _drawn_height(
        self, chapter: Chapter, number: str | None, following: Chapter | None
    ) -> float:
        """How high a place is drawn over a halte of words, after going to a new page if need be.

        It fills half a page with them, and more where the next halte leaves the rest white.
        """
        flow = self._flow
        lowest, half = self._lowest, (self._layout.tall - styles.CHAPTER_GAP) / 2
        if not flow.pages:
            flow.new_page()
        trial = self._tried(chapter, number, lowest)
        if len(trial.pages) > 1 and not flow.fresh:
            whole = self._least(chapter)
            if whole < math.inf or flow.room < half:
                flow.new_page()
                trial = self._tried(chapter, number, lowest)
        if len(trial.pages) > 1:
            return lowest
        used = trial.y - flow.y
        if self._layout.wide:
            # The drawing stands beside the words: half a page, or as high as they are.
            height = max(used, min(half, flow.room))
            left = flow.room - height - styles.CHAPTER_GAP
            alone = following is not None and self._least(following) > left
            return flow.room if alone else height
        spare = max(0.0, min(half, flow.room) - used)
        tall = self._layout.tall
        height = min(_DRAWN_HIGHEST * tall, lowest + spare)
        left = flow.room - used - (height - lowest)
        if following is not None and self._least(following) > left - styles.CHAPTER_GAP:
            height = min(_DRAWN_FILLING * tall, height + left)
        return height

    @property
    def _lowest(self) -> float:
        """How high a place is drawn at least."""
        return _DRAWN_LOWEST * self._layout.tall

    def _words_only(self, chapter: Chapter, number: str | None, height: float) -> None:
        """Large type, and the place's own drawing over the full measure or beside the words."""
        telling, flow = self._telling, self._flow
        style = styles.LARGE_TEXT if len(chapter.stop.text) < _LONG_TEXT else styles.TEXT
        measure = self._measure = self._measure_of(chapter)
        heading = Heading(telling, chapter, number, measure, vignette=False)
        text = telling.lines(chapter.stop.text, style, measure.column)
        begin = heading.height + min(len(text), _FIRST_LINES) * style.leading
        region = self._around(chapter, height)
        if region is None:
            flow.need(begin)
        else:
            flow.need(max(height, begin) if measure.apart else height + _AFTER_PHOTO + begin)
        self._begin(heading)
        top = foot = flow.here
        if region is not None:
            journey = telling.journey
            width = measure.photos if measure.apart else measure.full
            drawn = View(Rect(measure.left, flow.y, width, height), region)
            flow.put(
                MapCrop(drawn, tuple(journey.trails.values()), mist=journey.mist),
                *Locator(telling, chapter).inset(drawn.frame),
            )
            flow.y += height if measure.apart else height + _AFTER_PHOTO
            foot = flow.here
        if measure.apart:
            flow.back_to(top)
        beside, left = self._heading(heading, chapter)
        flow.text(text, style, measure.words_left, measure.column)
        put_notes(telling, flow, measure, chapter.notes)
        beside.settle()
        if measure.apart:
            flow.below(foot)
        put_below(flow, left, measure)

    def _around(self, chapter: Chapter, height: float) -> Rect | None:
        """The place's surroundings, for a drawing of this height; its own where it has no place."""
        measure, atlas = self._measure, self._telling.atlas
        shape = (measure.photos if measure.apart else measure.full) / height
        region = around_places(atlas, chapter.stop.places, shape=shape, least=_VIGNETTE_UNITS)
        if region is None and measure.apart:
            wanted = Rect.centred(chapter.stop.at, _VIGNETTE_UNITS, _VIGNETTE_UNITS / shape)
            return fitted(wanted, shape=shape, within=art_of(atlas.bounds))
        return region

    def _begin(self, heading: Heading) -> None:
        """Here the chapter opens."""
        flow = self._flow
        flow.put(*heading.anchors(flow.y))
        self._begun = flow.here

    def _heading(self, heading: Heading, chapter: Chapter) -> tuple[Column, list[Block]]:
        """The heading; what stands beside it, to be settled after the words; what does not fit."""
        flow = self._flow
        flow.put(*heading.marks(flow.y))
        begin = flow.y + heading.beside
        beside = Column(flow, begin)
        left = beside.put(column(self._telling, chapter))
        flow.reserve(max(begin, beside.y - 6))
        flow.y += heading.height
        return beside, left

    def _photo_pairs(self, photos: Sequence[Photo]) -> None:
        for index, row in enumerate(pairs(photos, self._measure)):
            some = photos[2 * index : 2 * index + 2]
            self._row(some, row, caption_beside=len(some) == 1)

    def _pairs_beside(self, photos: Sequence[Photo]) -> Sequence[Photo]:
        """Pairs in the text column while the outer one is taken; the other photos are given back.

        Also where a row over the full measure would find no more room below the outer column.
        """
        flow = self._flow
        while len(photos) > 1 and flow.beside > 0:
            two = pairs(photos[:2], self._measure)[0]
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
        for row in shown_large(photos, self._measure) if large else self._rows(photos):
            self._row(photos[at : at + len(row)], row)
            at += len(row)

    def _rows(self, photos: Sequence[Photo]) -> list[list[Size]]:
        """Rows over the full measure, as high as they can be on as few pages as they need."""
        tried = [rows(photos, self._measure.full, part * self._layout.row) for part in _ROW_HEIGHTS]
        return min(tried, key=lambda laid: self._pages_for(photos, laid))

    def _pages_for(self, photos: Sequence[Photo], laid: Sequence[Sequence[Size]]) -> int:
        """How many more pages rows take."""
        pages, room, at = 0, self._flow.room, 0
        for row in laid:
            plates = self._plates(photos[at : at + len(row)], row)
            height = styles.BASELINE + max(plate.height for plate in plates)
            if height > room:
                pages, room = pages + 1, self._layout.tall + styles.BASELINE
            room -= height
            at += len(row)
        return pages

    def _row(
        self, photos: Sequence[Photo], row: Sequence[Size], *, caption_beside: bool = False
    ) -> None:
        """One row of photos with their captions, kept together on one page."""
        flow = self._flow
        plates = self._plates(photos, row, caption_beside=caption_beside)
        height = max(plate.height for plate in plates)
        flow.skip(styles.BASELINE)
        flow.need(height)
        x = self._measure.left
        for plate in plates:
            flow.put(*plate.marks(x, flow.y))
            x += plate.size.width + styles.GUTTER
        flow.y += height
        self._long_captions(plates)

    def _plates(
        self, photos: Sequence[Photo], row: Sequence[Size], *, caption_beside: bool = False
    ) -> list[Plate]:
        return [
            Plate(self._telling, photo, size, self._measure, caption_beside=caption_beside)
            for photo, size in zip(photos, row, strict=True)
        ]

    def _long_captions(self, plates: Sequence[Plate]) -> None:
        """Captions too long to stand with their photo run on below it."""
        for plate in plates:
            if plate.running_on:
                self._flow.y += 4
                left, wide = self._measure.left, self._measure.photos
                lines = self._telling.lines(plate.photo.caption, styles.CAPTION, wide)
                self._flow.text(lines, styles.CAPTION, left, wide)

    def _measure_of(self, chapter: Chapter) -> Measure:
        return second(self._layout) if chapter.beside else main(self._layout)

    def _openings(self, chapter: Chapter) -> list[Size]:
        """The sizes in which its first photo may stand, the preferred one first."""
        return opening_sizes(chapter.photos[0], len(chapter.photos), self._measure_of(chapter))
