"""Who comes back to a place tells it there side by side, under one drawing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story.halte import Halte
from reisblog.story.locator import Locator
from reisblog.story.map_drawing import View, surroundings
from reisblog.story.marks import MapCrop
from reisblog.story.pages import Flow, Spot
from reisblog.story.told import place_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.story.layout import Layout
    from reisblog.story.telling import Telling

_DRAWN = 0.19
"""How high the place is drawn, of the height of a page."""
_DRAWN_UNITS = 620.0
_BELOW = 16.0


class SideBySide:
    """Two haltes at one place, for a page of their own, or below the heading of their part."""

    def __init__(
        self,
        telling: Telling,
        layout: Layout,
        chapters: Sequence[Chapter],
        top: float | None = None,
    ) -> None:
        """Lay them out, below the drawing.

        Args:
            telling: the book.
            layout: of its pages.
            chapters: the two.
            top: where they begin, unless at the top of a page.
        """
        self._telling, self._layout, self._place = telling, layout, chapters[0]
        self._top = layout.top if top is None else top
        begin = self._top + _DRAWN * layout.tall + _BELOW
        self._chapters = chapters
        haltes = [
            Halte(telling, half, chapter, telling.numbers.get(chapter.stop.id))
            for half, chapter in zip(layout.halves(), chapters, strict=True)
        ]
        head = max(halte.head for halte in haltes)
        self._columns = [
            _set(half, halte, begin, head)
            for half, halte in zip(layout.halves(), haltes, strict=True)
        ]

    @property
    def fits(self) -> bool:
        """Whether each needs no more than this page."""
        return all(len(column.pages) == 1 for column, _top in self._columns)

    def put(self, flow: Flow) -> list[tuple[Spot, Spot]]:
        """Set both down on the last page; gives where each begins and ends."""
        telling, layout, stop = self._telling, self._layout, self._place.stop
        page = len(flow.pages) - 1
        frame = Rect(layout.left, self._top, layout.full, _DRAWN * layout.tall)
        shape = frame.width / frame.height
        region = surroundings(telling.atlas, stop, shape=shape, least=_DRAWN_UNITS)
        view = View(frame, region)
        trails, mist = tuple(telling.journey.trails.values()), telling.journey.mist
        told = place_told(telling, self._place)
        flow.put(
            MapCrop(view, trails, mist=mist, tag=told),
            *Locator(telling, *self._chapters).inset(view),
        )
        spans = []
        for column, top in self._columns:
            flow.put(*column.page.marks)
            spans.append((Spot(page, top), Spot(page, column.y)))
        flow.y = max(column.y for column, _top in self._columns)
        return spans


def at_one_place(one: Chapter, other: Chapter) -> bool:
    """Whether both haltes are first of all at the same place of the map."""
    return bool(one.stop.places) and one.stop.places[:1] == other.stop.places[:1]


def _set(half: Layout, halte: Halte, begin: float, head: float) -> tuple[Flow, float]:
    """One of them in its half of the page, opening as large as leaves it on this page."""
    tried = []
    for opening in halte.openings(half.bottom - begin - head):
        flow = Flow(half)
        flow.new_page()
        flow.y = begin
        top = halte.put_beside_another(flow, opening, head)
        flow.clear()
        if len(flow.pages) == 1:
            return flow, top.y
        tried.append((flow, top.y))
    return tried[-1]
