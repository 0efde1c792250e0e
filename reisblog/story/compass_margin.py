"""Compass moments beside the story: the needle as it was turned, who asked, and the words.

The compass is the map's, stroke for stroke (``ui/compass_drawing.py``): a face of paper in a ring
of ink; two full wedges that point away for what came from within, two empty ones that point at it
for what came from somebody else.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Impulse
from reisblog.story import styles
from reisblog.story.marks import Mark, Text, turned
from reisblog.story.tags import Role, Tag

if TYPE_CHECKING:
    from reisblog.model.records import CompassMoment
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.pages import Flow
    from reisblog.story.sheet import Sheet
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_RADIUS = look.COMPASS_UNITS / 2
_RING, _LINE = 4.5, 2.2
_TICKS = ((0, 6.5), (90, 4.5), (180, 4.5), (270, 4.5))
_TIP = ((0.0, -24.0), (8.5, 1.5), (0.0, 0.0), (-8.5, 1.5))
_TAIL = ((0.0, 0.0), (6.0, 5.0), (6.5, 20.0), (0.0, 14.5), (-6.5, 20.0), (-6.0, 5.0))
_WEDGE_FROM, _WEDGE_TO, _WEDGE_HALF = 37.0, 52.0, 11.0
_REACH = 54.0
_PRINTED = 16.0
"""The ring's radius on paper, in points."""
_BETWEEN = 6.0
_LINES_BESIDE, _MOST_LINES = 4, 16
_UNDER = 5.0
_OVER = 4.0
"""White over words that run on."""
GAP = 12.0
"""Below what stands in the outer column."""


@dataclass(frozen=True)
class Compass:
    """A compass around its middle.

    Attributes:
        radius: of its ring, in points.
        direction: of the needle in degrees, 0 being up.
        impulse: why it was taken out.
        tag: what is told of it.
    """

    centre: Point
    radius: float
    direction: float
    impulse: Impulse | None = None
    tag: Tag | None = None

    @property
    def box(self) -> Rect:
        """Around ring and wedges."""
        reach = self.radius * (_REACH / _RADIUS if self.impulse is not None else 1.0)
        return Rect.centred(self.centre, 2 * reach, 2 * self.radius)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put it on paper."""
        middle, scale = Point(0.0, 0.0), self.radius / _RADIUS
        with sheet.told(self.tag, self.box), sheet.apart():
            sheet.put(
                f"{scale:.5f} 0 0 {scale:.5f} {self.centre.x:.3f} {self.centre.y:.3f} cm",
                "1 J 1 j [] 0 d",
            )
            if self.impulse is not None:
                self._wedges(sheet, outward=self.impulse is Impulse.INTERNAL)
            sheet.ink(fill=look.SLIP, line=look.INK, width=_RING)
            sheet.disc(middle, _RADIUS - _RING / 2, paint="B")
            sheet.ink(line=look.MAP_LINE, width=_LINE)
            for degrees, length in _TICKS:
                turn, inside = math.radians(degrees), _RADIUS - _RING
                x, y = math.sin(turn), -math.cos(turn)
                far, near = inside, inside - length
                sheet.put(f"{x * far:.2f} {y * far:.2f} m {x * near:.2f} {y * near:.2f} l S")
            sheet.put(turned(middle, self.direction))
            for corners, fill in ((_TAIL, look.SLIP), (_TIP, look.EMBER)):
                sheet.ink(fill=fill, line=look.INK, width=_LINE)
                sheet.polygons([[Point(x, y) for x, y in corners]], paint="B")
            sheet.ink(fill=look.INK)
            sheet.disc(middle, 3.2)

    @staticmethod
    def _wedges(sheet: Sheet, *, outward: bool) -> None:
        tip, foot = (_WEDGE_TO, _WEDGE_FROM) if outward else (_WEDGE_FROM, _WEDGE_TO)
        sheet.ink(fill=look.INK if outward else look.WHITE, line=look.INK, width=3.4)
        sheet.polygons(
            [
                [
                    Point(side * tip, 0),
                    Point(side * foot, _WEDGE_HALF),
                    Point(side * foot, -_WEDGE_HALF),
                ]
                for side in (-1, 1)
            ],
            paint="B",
        )  # fmt: skip


class Moment:
    """A compass with its words below it, or beside it where the measure is wide.

    Attributes:
        height: of all of it; of a long text only of what stands above the text.
        after: the white below it.
    """

    def __init__(self, telling: Telling, moment: CompassMoment, width: float) -> None:
        self._telling, self._moment, self._width = telling, moment, width
        self.after = GAP
        # Wedges reach out of the ring; without them the words come nearer.
        self._half = _PRINTED * (_REACH / _RADIUS if moment.impulse is not None else 1.0)
        self._beside_it = 2 * self._half + _BETWEEN
        measure = width - self._beside_it
        asker = moment.asker.strip()
        said = telling.gettext("Asked by {name}").format(name=asker) if asker else ""
        self._asker = telling.lines(said, styles.MARGIN_KICKER, measure)
        words = telling.lines(moment.text.strip(), styles.MARGIN, measure)
        self._below = len(self._asker) + len(words) > _LINES_BESIDE
        if self._below:
            words = telling.lines(moment.text.strip(), styles.MARGIN, width)
        self.runs_on = len(words) > _MOST_LINES
        self._words = [] if self.runs_on else words
        self._beside = len(self._asker) * styles.MARGIN_KICKER.leading
        under = len(self._words) * styles.MARGIN.leading
        if not self._below:
            self._beside += under
        self.height = max(2 * _PRINTED + 4, self._beside)
        if self._below and under:
            self.height += _UNDER + under

    def marks(self, x: float, y: float) -> list[Mark]:
        """What stands on the page when its upper left corner is here."""
        centre = Point(x + self._half, y + _PRINTED + 2)
        marks: list[Mark] = [
            Compass(
                centre,
                _PRINTED,
                self._moment.direction,
                self._moment.impulse,
                Tag(Role.FIGURE, alt=self._telling.gettext("Compass")),
            )
        ]
        left, measure = x + self._beside_it, self._width - self._beside_it
        # A few words stand in the middle of the compass, many begin at its top.
        top = y + max(0.0, (2 * _PRINTED + 4 - self._beside) / 2)
        if self._asker:
            marks.append(Text(self._asker, left, top, measure, styles.MARGIN_KICKER))
            top += len(self._asker) * styles.MARGIN_KICKER.leading
        if self._words and self._below:
            top = y + self.height - len(self._words) * styles.MARGIN.leading
            marks.append(Text(self._words, x, top, self._width, styles.MARGIN))
        elif self._words:
            marks.append(Text(self._words, left, top, measure, styles.MARGIN))
        return marks

    def run_on(self, flow: Flow, x: float, width: float) -> None:
        """Set the words that are too long to stand beside the compass."""
        if self.runs_on:
            flow.y += _OVER
            flow.text(self._running(width), styles.MARGIN, x, width)

    def whole(self, width: float) -> float:
        """How high all of it is where words that run on are set so wide."""
        under = len(self._running(width)) * styles.MARGIN.leading if self.runs_on else 0.0
        return self.height + (_OVER + under if under else 0.0)

    def _running(self, width: float) -> list[Line]:
        return self._telling.lines(self._moment.text.strip(), styles.MARGIN, width)
