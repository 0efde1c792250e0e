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
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.sheet import Sheet
    from reisblog.story.telling import Telling

_SMALL, _LARGER = 17 * MM, 27 * MM
_LARGE = 90 * MM
"""In a drawing wider than this the inset is larger."""
_SAMPLES = 8
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


@dataclass(frozen=True)
class Spots:
    """Where something is on a small map; the first spot is full.

    Attributes:
        pins: on the map, in map units.
    """

    view: View
    pins: Sequence[Point]

    @property
    def box(self) -> Rect:
        """The frame they are in."""
        return self.view.frame

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:
        """Put them on paper."""
        inside = self.view.frame.grown(-_SPOT - 1)
        for index, pin in reversed(list(enumerate(self.pins))):
            at = inside.clamp(self.view.on_paper(pin))
            fill = look.WHITE if index else look.INK
            for disc in (
                Shapes([ring(at, _SPOT + 1.1)], look.WHITE),
                Shapes([ring(at, _SPOT - 0.3)], fill, look.INK, 0.9),
            ):
                disc.draw(sheet, map_drawing)


class Locator:
    """The whole map with a spot for each of a halte's places; the first of them is full.

    Haltes that begin at one place share it, with the spots of all.
    """

    def __init__(self, telling: Telling, chapter: Chapter, *others: Chapter) -> None:
        self._telling, self._chapter = telling, chapter
        atlas, stop = telling.atlas, chapter.stop
        keys = dict.fromkeys(key for one in (chapter, *others) for key in one.stop.places)
        known = [atlas.places[key] for key in keys if key in atlas.places]
        self._spots = [place.pin for place in known] or [stop.at]
        self._landmark = known[0].area if known else None
        self._shape = atlas.width / atlas.height

    def inset(self, drawing: View, within: Tag | None = None) -> list[Mark]:
        """In a corner of a place's drawing, with a rim of white, as in an atlas.

        Args:
            drawing: where that stands, and what it shows.
            within: the link that drawing is; the inset then needs none of its own.
        """
        around = drawing.frame
        width = _LARGER if around.width > _LARGE else _SMALL
        height = width / self._shape
        low, right = around.bottom - height, around.right - width
        corners = [
            Rect(x, y, width, height) for y in (low, around.y) for x in (right, around.x)
        ]  # fmt: skip
        frame = min(corners, key=lambda corner: self._hidden(corner, drawing))
        left, top = max(around.x, frame.x - _RIM), max(around.y, frame.y - _RIM)
        right, low = min(around.right, frame.right + _RIM), min(around.bottom, frame.bottom + _RIM)
        rim = [Point(left, top), Point(right, top), Point(right, low), Point(left, low)]
        return [Shapes([rim], look.WHITE), *self._in(frame, within)]

    def _hidden(self, corner: Rect, drawing: View) -> int:
        """How much of the place a corner covers, by samples; without a place all are alike."""
        if self._landmark is None:
            return 0
        x, y = corner.x - drawing.frame.x, corner.y - drawing.frame.y
        samples = (
            Point(
                drawing.region.x + (x + corner.width * column / _SAMPLES) / drawing.scale,
                drawing.region.y + (y + corner.height * row / _SAMPLES) / drawing.scale,
            )
            for column in range(_SAMPLES + 1)
            for row in range(_SAMPLES + 1)
        )
        return sum(self._landmark.contains(sample) for sample in samples)

    def _in(self, frame: Rect, within: Tag | None = None) -> list[Mark]:
        telling = self._telling
        view = View(frame, telling.atlas.bounds)
        linked = within is None and telling.tells(Part.MAP)
        tag = within or Tag(Role.LINK if linked else Role.SPAN, Tag(Role.PARAGRAPH, order=LATE))
        told = locator_told(telling, self._chapter, tag)
        marks: list[Mark] = [
            MapCrop(view, mist=telling.journey.mist, tag=told),
            Veil(frame),
            Spots(view, self._spots),
        ]
        return [*marks, Jump(frame, "map", tag)] if linked else marks
