"""Haltes one after another: where each opens, how large, and what shares a page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reisblog.model.book import Form
from reisblog.story import styles
from reisblog.story.company_ribbon import Span
from reisblog.story.halte import Halte, Opening
from reisblog.story.headings import foot_name
from reisblog.story.marks import Print
from reisblog.story.pages import Flow
from reisblog.story.returns import SideBySide, at_one_place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reisblog.model.outline import Chapter
    from reisblog.story.tags import Tag
    from reisblog.story.telling import Telling

_DRAWN_HIGHEST, _DRAWN_FILLING = 90 / 261, 150 / 261
"""Of the height of a page, for the place's drawing over a halte of words."""
_WHITE = 0.16
"""Of the height of a page; more is left at its foot only where nothing else can be done."""

_HIGH_ENOUGH = 0.8
"""Of the best height of a row: for lower photos the one that opens their halte is smaller."""


class Chapters:
    """Lays haltes out in a flow of pages.

    Attributes:
        spans: where those stand that are laid out.
    """

    def __init__(
        self, telling: Telling, flow: Flow, listen: Callable[[], None] = lambda: None
    ) -> None:
        """Begin with none.

        Args:
            telling: what is told, and how.
            flow: the pages they stand on.
            listen: is called before everything that takes time; what it raises ends it all.
        """
        self._telling, self._flow, self._listen = telling, flow, listen
        self.spans: list[Span] = []
        self._headed = False
        """Whether the next halte comes right below the heading of its part."""

    def add(self, chapters: Sequence[Chapter], within: Tag | None = None) -> None:
        """Haltes in their order, each with its number, or without one when it is loose.

        Args:
            chapters: the haltes.
            within: the part of the book that they belong to, if to one.
        """
        telling, flow = self._telling, self._flow
        haltes = []
        for chapter in chapters:
            self._listen()
            number = telling.numbers.get(chapter.stop.id)
            haltes.append(Halte(telling, flow.layout, chapter, number, within))
        together: list[Halte] = []
        for index, halte in enumerate(haltes):
            self._listen()
            if halte in together:
                continue
            self._headed = within is not None and index == 0
            if together := self._together(haltes[index : index + 2]):
                continue
            chapter = halte.chapter
            self._begin(chapter)
            opening = self._opening(halte, haltes[index + 1] if index + 1 < len(haltes) else None)
            begun = halte.put(flow, opening)
            flow.clear()
            self.spans.append(Span(chapter.stop.id, chapter.beside, *begun, *flow.here))
            flow.skip(styles.CHAPTER_GAP)

    def _together(self, haltes: Sequence[Halte]) -> list[Halte]:
        """Set two haltes side by side, where the book goes by place and both are at one.

        Returns:
            Both, or nothing where they stand one after the other.
        """
        telling, flow = self._telling, self._flow
        chapters = [halte.chapter for halte in haltes]
        by_place = telling.wish.form is Form.ATLAS and len(chapters) > 1
        if not by_place or not at_one_place(*chapters) or any(halte.many for halte in haltes):
            return []
        two = SideBySide(telling, flow.layout, chapters, flow.y if self._headed else None)
        if not two.fits:
            return []
        flow.begin("")
        if not self._headed and (not flow.pages or not flow.fresh):
            flow.new_page()
        for chapter in chapters:
            self._begin(chapter)
            flow.put()  # the foot names both
        for chapter, (top, end) in zip(chapters, two.put(flow), strict=True):
            self.spans.append(Span(chapter.stop.id, chapter.beside, *top, *end))
        flow.skip(styles.CHAPTER_GAP)
        return list(haltes)

    def _begin(self, chapter: Chapter) -> None:
        number = self._telling.numbers.get(chapter.stop.id)
        self._flow.begin(foot_name(self._telling, chapter, number))

    def _opening(self, halte: Halte, following: Halte | None) -> Opening:
        """How it opens, after going to a new page where that is better."""
        if halte.chapter.photos or self._flow.layout.wide:
            return self._largest(halte, following)
        return self._drawn_height(halte, following)

    def _largest(self, halte: Halte, following: Halte | None) -> Opening:
        """The largest opening that costs no page.

        A halte shares a page only when all of it fits there; one with many photos never does.
        Right below its part's heading it begins in any case, or the heading would stand alone.
        On a new page its photo is the largest with which it takes the fewest pages, and smaller
        where that makes room for the next halte.
        """
        flow = self._flow
        if flow.pages and not flow.fresh and not halte.many:
            for opening in halte.openings(flow.room):
                if len(self._tried(halte, opening).pages) == 1:
                    return opening
        if not self._headed and (not flow.pages or not flow.fresh):
            flow.new_page()
        tried = [(way, self._tried(halte, way)) for way in halte.openings(flow.room)]
        tried = [(way, trial) for way, trial in tried if trial.pages[0].marks] or tried
        fewest = min(len(trial.pages) for _way, trial in tried)
        good = [(way, trial) for way, trial in tried if len(trial.pages) == fewest]
        if following is not None and fewest == 1:
            least = self._least(following) + styles.CHAPTER_GAP
            good = [(way, trial) for way, trial in good if trial.room >= least] or good
        if fewest > 1:
            good = [(way, trial) for way, trial in good if _white(trial) < _WHITE] or good
        if flow.layout.wide:
            return max(good, key=lambda tried: _lowest_photo(tried[1]))[0]
        return good[0][0]

    def _tried(self, halte: Halte, opening: Opening) -> Flow:
        """What would become of the page if the halte came here, opening like this."""
        trial = self._flow.trial()
        halte.put(trial, opening)
        trial.clear()
        return trial

    def _least(self, halte: Halte) -> float:
        """How much of a page a halte needs at least to stand on it with another."""
        if halte.many:
            return math.inf
        trial = Flow(self._flow.layout)
        trial.new_page()
        halte.put(trial, halte.openings(0.0)[-1])
        trial.clear()
        return trial.y - trial.layout.top if len(trial.pages) == 1 else math.inf

    def _drawn_height(self, halte: Halte, following: Halte | None) -> float:
        """How high a place is drawn over a halte of words, after going to a new page if need be.

        It fills half a page with them, and more where the next halte leaves the rest white.
        """
        flow, lowest = self._flow, halte.lowest
        tall = flow.layout.tall
        half = (tall - styles.CHAPTER_GAP) / 2
        if not flow.pages:
            flow.new_page()
        trial = self._tried(halte, lowest)
        if len(trial.pages) > 1 and not flow.fresh and not self._headed:
            whole = self._least(halte)
            if whole < math.inf or flow.room < half:
                flow.new_page()
                trial = self._tried(halte, lowest)
        if len(trial.pages) > 1:
            return lowest
        used = trial.y - flow.y
        spare = max(0.0, min(half, flow.room) - used)
        height = min(_DRAWN_HIGHEST * tall, lowest + spare)
        left = flow.room - used - (height - lowest)
        if following is not None and self._least(following) > left - styles.CHAPTER_GAP:
            height = min(_DRAWN_FILLING * tall, height + left)
        return height


def _white(trial: Flow) -> float:
    """How much is left white at the foot of the first page, where the halte goes on to others."""
    layout = trial.layout
    boxes = [mark.box for mark in trial.pages[0].marks]
    return (layout.bottom - max(box.bottom for box in boxes if box is not None)) / layout.tall


def _lowest_photo(trial: Flow) -> float:
    """How high the lowest photo is; more than enough counts for no more."""
    heights = (m.rect.height for page in trial.pages for m in page.marks if isinstance(m, Print))
    return min([_HIGH_ENOUGH * trial.layout.row, *heights])
