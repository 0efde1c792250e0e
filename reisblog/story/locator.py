"""Where on the whole map a halte is: a small map with a spot on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.book import Part
from reisblog.model.geometry import Point, Rect
from reisblog.story.map_drawing import View
from reisblog.story.marks import MapCrop, Mark, Shapes, ring
from reisblog.story.styles import MM
from reisblog.story.tags import LATE, Role, Tag
from reisblog.story.told import locator_told
from reisblog.story.unseen import Jump

if TYPE_CHECKING:
    from reisblog.model.outline import Chapter
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.sheet import Sheet
    from reisblog.story.telling import Telling

_SMALL, _LARGER = 20 * MM, 30 * MM
_LARGE = 90 * MM
"""In a drawing wider than this the inset is larger."""
_SPOT = 2.3
_RIM = 1.8


@dataclass(frozen=True)
class Veil:
    """White that lets half of what lies below show, so that a spot on it stands out."""

    rect: Rect

    @property
    def box(self) -> Rect:
        """What it covers."""
        return self.rect

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put it on paper."""
        with sheet.apart():
            sheet.see_through(0.5)
            sheet.ink(fill=look.WHITE)
            sheet.rect(self.rect)


class Locator:
    """The whole map with a spot for each of a halte's places; the first of them is full.

    Haltes that begin at one place share it, with the spots of all.
    """

    def __init__(self, telling: Telling, chapter: Chapter, *others: Chapter) -> None:
        self._telling, self._chapter = telling, chapter
        atlas, stop = telling.atlas, chapter.stop
        keys = dict.fromkeys(key for one in (chapter, *others) for key in one.stop.places)
        known = [atlas.places[key].pin for key in keys if key in atlas.places]
        self._spots = known or [stop.at]
        self._shape = atlas.width / atlas.height

    def inset(self, drawing: Rect, within: Tag | None = None) -> list[Mark]:
        """In the lower right corner of a place's drawing, with a rim of white, as in an atlas.

        Args:
            drawing: where that stands.
            within: the link that drawing is; the inset then needs none of its own.
        """
        width = _LARGER if drawing.width > _LARGE else _SMALL
        height = width / self._shape
        frame = Rect(drawing.right - width, drawing.bottom - height, width, height)
        x, y = frame.x - _RIM, frame.y - _RIM
        corners = [
            Point(x, y), Point(drawing.right, y),
            Point(drawing.right, drawing.bottom), Point(x, drawing.bottom),
        ]  # fmt: skip
        return [Shapes([corners], look.WHITE), *self._in(frame, within)]

    def _in(self, frame: Rect, within: Tag | None = None) -> list[Mark]:
        telling = self._telling
        view = View(frame, telling.atlas.bounds)
        linked = within is None and telling.tells(Part.MAP)
        tag = within or Tag(Role.LINK if linked else Role.SPAN, Tag(Role.PARAGRAPH, order=LATE))
        told = locator_told(telling, self._chapter, tag)
        marks: list[Mark] = [MapCrop(view, mist=telling.journey.mist, tag=told), Veil(frame)]
        inside = frame.grown(-_SPOT - 1)
        for index, spot in reversed(list(enumerate(self._spots))):
            at = inside.clamp(view.on_paper(spot))
            fill = look.WHITE if index else look.INK
            marks.append(Shapes([ring(at, _SPOT + 1.1)], look.WHITE))
            marks.append(Shapes([ring(at, _SPOT - 0.3)], fill, look.INK, 0.9))
        return [*marks, Jump(frame, "map", tag)] if linked else marks
