"""One halte as a chapter: its photo first, then its heading, words, slips and other photos.

On a wide page photos, or the drawing of its place, stand in a column before the words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.headings import Heading
from reisblog.story.layout import Lanes, Measure, main, second
from reisblog.story.locator import Locator
from reisblog.story.map_drawing import View, surroundings
from reisblog.story.marks import MapCrop
from reisblog.story.outer_column import Block, Column, column, put_below, put_under
from reisblog.story.pages import Flow, Spot
from reisblog.story.photo_layout import MANY, Size, is_panorama, opening_sizes
from reisblog.story.photo_rows import PhotoRows, put_long_captions
from reisblog.story.plates import Plate
from reisblog.story.slips import put_notes
from reisblog.story.told import place_told

if TYPE_CHECKING:
    from reisblog.model.outline import Chapter
    from reisblog.story.layout import Layout
    from reisblog.story.tags import Tag
    from reisblog.story.telling import Telling

_AFTER_PHOTO = 16.0
_FIRST_LINES = 3
_FEW_APART, _SOME_APART = 3, 4
"""So many photos stand in a column of their own; more go on over the whole page."""
_LOWEST = 50 / 261
"""Of the height of a page, for the drawing of a place."""
_DRAWN_APART = (1.0, 0.8, 0.62, 0.45, 0.3)
"""Of the room that is left, for a drawing that stands before the words."""
_LONG_TEXT = 1_400
_DRAWN_UNITS = 520.0


@dataclass(frozen=True)
class InColumn:
    """An opening after which the other photos go on in the column of the first."""

    size: Size


Opening = Size | InColumn | float
"""How a halte opens: the size of its first photo, or how high its place is drawn."""


class Halte:
    """A chapter that can be set into a flow of pages, opening in one way or another.

    Attributes:
        many: whether it has so many photos that it shares no page.
    """

    def __init__(
        self,
        telling: Telling,
        layout: Layout,
        chapter: Chapter,
        number: str | None,
        within: Tag | None = None,
    ) -> None:
        self.chapter = chapter
        self.many = len(chapter.photos) >= MANY
        self._telling = telling
        self._measure = second(layout) if chapter.beside else main(layout)
        if chapter.photos and is_panorama(chapter.photos[0]):
            # It opens the halte over the whole page, and the words stand below it.
            self._measure = replace(self._measure, apart=False)
        self._others = PhotoRows(telling, self._measure, chapter.photos[1:])
        self._heading = Heading(
            telling,
            chapter,
            number,
            self._measure,
            vignette=bool(chapter.photos and layout.outer),
            within=within,
        )
        style = styles.TEXT if chapter.photos else self._style_alone()
        self._style = style
        self._text = telling.lines(chapter.stop.text, style, self._measure.column)
        self._begin = min(len(self._text), _FIRST_LINES) * style.leading

    def openings(self, room: float) -> list[Opening]:
        """The ways in which it can open where so much is left of a page, the largest first."""
        if self.chapter.photos:
            photo, count = self.chapter.photos[0], len(self.chapter.photos)
            sizes = opening_sizes(photo, count, self._measure)
            return [*sizes, *(InColumn(size) for size in sizes if self._may_stand_before_words)]
        if self._measure.apart:
            return [max(self.lowest, part * room) for part in _DRAWN_APART]
        return [self.lowest]

    @property
    def lowest(self) -> float:
        """How high its place is drawn at least."""
        return _LOWEST * self._measure.layout.tall

    def put(self, flow: Flow, opening: Opening) -> Spot:
        """Set it down; gives where it begins. The flow goes on below all of it."""
        if isinstance(opening, InColumn):
            return self._with_photos(flow, opening.size, in_column=True)
        if isinstance(opening, Size):
            return self._with_photos(flow, opening, in_column=self._few)
        return self._words_only(flow, opening)

    @property
    def head(self) -> float:
        """How high its heading is."""
        return self._heading.height

    def put_beside_another(self, flow: Flow, opening: Opening, head: float) -> Spot:
        """Set it down where its place is drawn already, over it and another one.

        Args:
            flow: of a column that has no white beside it.
            opening: the size of its first photo; a height says nothing here.
            head: how high the higher of both headings is, so that what follows is level.
        """
        telling, measure = self._telling, self._measure
        top = self._anchored(flow)
        flow.put(*self._heading.marks(flow.y))
        flow.y += head
        if isinstance(opening, Size):
            plate = Plate(telling, self.chapter.photos[0], opening, measure)
            flow.need(plate.height)
            flow.put(*plate.marks(measure.left, flow.y))
            flow.y += plate.height
            put_long_captions(telling, flow, measure, [plate])
            flow.y += _AFTER_PHOTO
        flow.text(self._text, self._style, measure.words_left, measure.column)
        self._put_notes(flow, measure)
        self._others.put(flow)
        put_below(flow, column(telling, self.chapter, measure.layout.beside), measure)
        return top

    def _with_photos(self, flow: Flow, size: Size, *, in_column: bool) -> Spot:
        chapter, measure = self.chapter, self._measure
        heading, telling = self._heading, self._telling
        words = max(heading.height + self._begin, heading.beside)
        opening = Plate(telling, chapter.photos[0], size, measure)
        flow.need(max(opening.height, words) if measure.apart else opening.height)
        top = self._anchored(flow)
        flow.put(*opening.marks(measure.left, flow.y))
        flow.y += opening.height
        put_long_captions(telling, flow, measure, [opening])
        if measure.apart:
            if in_column:
                self._others.put(flow, in_column=True)
            left = self._words_apart(flow, top, alone=in_column)
            if not in_column:
                self._others.put(flow)
        else:
            flow.y += _AFTER_PHOTO
            flow.need(words)
            left = self._words(flow, alone=len(chapter.photos) == 1)
            self._others.put(flow)
        put_below(flow, left, measure)
        return top

    @property
    def _few(self) -> bool:
        """Whether the other photos always go on in the column of the first."""
        others = self.chapter.photos[1:]
        return len(others) < _FEW_APART and not any(is_panorama(photo) for photo in others)

    @property
    def _may_stand_before_words(self) -> bool:
        """Whether they may, where that spares a page with nothing else on it."""
        others = self.chapter.photos[1:]
        some = _FEW_APART <= len(others) <= _SOME_APART
        return self._measure.apart and some and not any(is_panorama(photo) for photo in others)

    def _words_only(self, flow: Flow, height: float) -> Spot:
        """Large type, and the place's own drawing over the full measure or beside the words."""
        measure, telling = self._measure, self._telling
        begin = self._heading.height + self._begin
        flow.need(max(height, begin) if measure.apart else height + _AFTER_PHOTO + begin)
        top = self._anchored(flow)
        journey, stop = telling.journey, self.chapter.stop
        width = measure.photos if measure.apart else measure.full
        region = surroundings(telling.atlas, stop, shape=width / height, least=_DRAWN_UNITS)
        drawn = View(Rect(measure.left, flow.y, width, height), region)
        flow.put(
            MapCrop(
                drawn,
                tuple(journey.trails.values()),
                mist=journey.mist,
                tag=place_told(telling, self.chapter),
            ),
            *Locator(telling, self.chapter).inset(drawn),
        )
        flow.y += height if measure.apart else height + _AFTER_PHOTO
        left = self._words_apart(flow, top) if measure.apart else self._words(flow)
        put_below(flow, left, measure)
        return top

    def _words(self, flow: Flow, *, alone: bool = True) -> list[Block]:
        """Heading, text and slips below one another; gives what finds no room beside them.

        Args:
            flow: the pages.
            alone: whether no photos come below them; then that finds room there.
        """
        left, beside = self._put_heading(flow)
        flow.text(self._text, self._style, self._measure.words_left, self._measure.column)
        self._put_notes(flow, self._measure)
        beside.settle()
        if alone:
            measure = self._measure
            left = put_under(flow, left, measure.left, measure.column, measure.layout.bottom)
        return left

    def _words_apart(self, flow: Flow, top: Spot, *, alone: bool = True) -> list[Block]:
        """The same in a column of their own; slips stand where they cost the fewest pages."""
        foot, measure = flow.here, self._measure
        lanes = Lanes(measure, foot.page)
        flow.back_to(top)
        left, beside = self._put_heading(flow)
        flow.text(self._text, self._style, measure.words_left, measure.column, lanes)
        end, below = flow.here, Measure(measure.layout, measure.aside)
        after, before = flow.trial(), flow.trial()
        self._put_notes(after, measure, lanes.seen_from(end.page))
        before.back_to(Spot(0, foot.y))
        self._put_notes(before, below)
        last = foot.page + before.here.page
        lies_over = last > foot.page < end.page
        if lies_over or len(after.pages) == 1 or end.page + after.here.page <= max(end.page, last):
            self._put_notes(flow, measure, lanes)
            beside.settle()
            end = flow.here
        else:
            beside.settle()
            flow.back_to(foot)
            self._put_notes(flow, below)
            foot = flow.here
        bottom = measure.layout.bottom if alone else max(end, foot).y
        if end.page == top.page:
            flow.back_to(end)
            left = put_under(flow, left, measure.words_left, measure.column, bottom)
            end = flow.here
        if foot.page == top.page:
            flow.back_to(foot)
            left = put_under(flow, left, measure.left, measure.photos, bottom)
        flow.below(foot, end)
        return left

    def _put_heading(self, flow: Flow) -> tuple[list[Block], Column]:
        """The heading; what finds no room beside it; the rest, to be settled after the words."""
        flow.put(*self._heading.marks(flow.y))
        begin = flow.y + self._heading.beside
        beside, left = self._beside(flow, begin, whole=True)
        words = flow.y + self._heading.height + len(self._text) * self._style.leading
        if left or beside.y > words:
            beside, left = self._beside(flow, begin, whole=False)
        flow.reserve(max(begin, beside.y - 6))
        flow.y += self._heading.height
        return left, beside

    def _beside(self, flow: Flow, begin: float, *, whole: bool) -> tuple[Column, list[Block]]:
        beside, wide = Column(flow, begin), self._measure.layout.beside
        return beside, beside.put(column(self._telling, self.chapter, wide, whole=whole))

    def _put_notes(self, flow: Flow, measure: Measure, lanes: Lanes | None = None) -> None:
        """Slips; large where they are all the words of a halte without photos."""
        large = self._style is styles.LARGE_TEXT and not self._text
        style = self._style if large else None
        put_notes(self._telling, flow, measure, self.chapter.notes, lanes, style)

    def _anchored(self, flow: Flow) -> Spot:
        """Here links to it lead."""
        flow.put(*self._heading.anchors(flow.y))
        return flow.here

    def _style_alone(self) -> styles.Style:
        """Large type for words that stand alone, where they and the slips stand on one page."""
        text, measure, large = self.chapter.stop.text, self._measure, styles.LARGE_TEXT
        notes = self.chapter.notes
        said = text.strip() or "".join(note.text for note in notes)
        if len(said) >= _LONG_TEXT or not measure.layout.outer:  # beside another one's words
            return styles.TEXT
        trial = Flow(measure.layout)
        trial.new_page()
        trial.text(self._telling.lines(text, large, measure.column), large, 0.0, measure.column)
        put_notes(self._telling, trial, measure, notes, None, None if text.strip() else large)
        tall = measure.layout.tall
        above = self._heading.height + (0.0 if measure.apart else self.lowest + _AFTER_PHOTO)
        return large if len(trial.pages) == 1 and trial.y + above < tall else styles.TEXT
