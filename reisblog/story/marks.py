"""What can stand on a page: laid out first, drawn later, in points from the upper left corner."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reisblog import look
from reisblog.model.atlas import art_of
from reisblog.model.geometry import Point, Rect
from reisblog.model.mist import Area, swept
from reisblog.model.records import Photo, Trail
from reisblog.story.ink_drawing import draw_trails
from reisblog.story.map_drawing import MapDrawing, View
from reisblog.story.mist_drawing import draw_mist
from reisblog.story.photo_strips import unfolded, windows
from reisblog.story.sheet import Sheet
from reisblog.story.styles import Style
from reisblog.story.tags import Role, Tag
from reisblog.story.typesetting import Line


class Mark(Protocol):
    """Something on a page."""

    @property
    def box(self) -> Rect | None:
        """What it takes of the page, if anything is seen of it."""

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:
        """Put it on paper."""


@dataclass
class Page:
    """A page: its size, what stands on it, and which haltes its foot names.

    Attributes:
        scale: how much larger it is printed than it was laid out.
        label: what programs call it; without one it has its number.
        alike: whether it is the same for who reads from right to left.
    """

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    haltes: list[str] = field(default_factory=list)
    foot: bool = True
    scale: float = 1.0
    label: str = ""
    alike: bool = False


@dataclass(frozen=True)
class Text:
    """Set lines below one another.

    Attributes:
        x: of the measure's left edge.
        y: of the first line's top.
        width: of the measure; lines of right-to-left paragraphs stand at its right.
        align: 0 for left, 0.5 for the middle, 1 for right.
        tag: what it is, if not what its style says.
    """

    lines: Sequence[Line]
    x: float
    y: float
    width: float
    style: Style
    align: float = 0.0
    tag: Tag | None = None

    @property
    def box(self) -> Rect | None:
        """What its lines take."""
        if not self.lines:
            return None
        width = max(line.width for line in self.lines) * self.style.size
        if any(line.rtl for line in self.lines):
            width = self.width
        return Rect(self.x + (self.width - width) * self.align, self.y, width, self.height)

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.style.leading

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the lines on paper."""
        tag = self.tag or Tag(self.style.role)
        for first, lines in self._parts(tag):
            ends = tag.role is Role.PARAGRAPH and lines[-1].ends
            with sheet.told(tag, lines=lines, ends=ends):
                for index, line in enumerate(lines, start=first):
                    self._line(sheet, line, index)

    def _parts(self, tag: Tag) -> Iterator[tuple[int, Sequence[Line]]]:
        """Paragraph by paragraph, or all at once; each with the number of its first line."""
        begin, apart = 0, tag.role is Role.PARAGRAPH
        for index, line in enumerate(self.lines, start=1):
            if (apart and line.ends) or index == len(self.lines):
                lines = self.lines[begin:index]
                if any(line.runs for line in lines):
                    yield begin, lines
                begin = index

    def _line(self, sheet: Sheet, line: Line, index: int) -> None:
        style = self.style
        spare = self.width - line.width * style.size
        align = 1.0 - self.align if line.rtl and self.align != 0.5 else self.align
        baseline = self.y + index * style.leading + style.leading / 2 + style.size * 0.34
        sheet.line(line, self.x + spare * align, baseline, style)


@dataclass(frozen=True)
class Print:
    """A photo, or a quiet stand-in where its picture cannot be had.

    Attributes:
        rect: where the picture itself lies.
        border: of white paper around it.
        turn: degrees, clockwise.
        said: the line that a stand-in shows.
        tag: what is told of it.
        strips: in so many it is laid, one after another.
    """

    photo: Photo
    rect: Rect
    border: float = 0.0
    turn: float = 0.0
    said: Line | None = None
    style: Style | None = None
    tag: Tag | None = None
    strips: int = 1

    @property
    def whole(self) -> Rect:
        """As large as the photo is without being laid in strips."""
        return unfolded(self.photo, self.rect, self.strips)

    @property
    def box(self) -> Rect:
        """The photo with its border."""
        return self.rect.grown(self.border)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the photo on paper."""
        with sheet.told(self.tag, self.box), sheet.apart():
            rect = self.rect
            if self.turn:
                sheet.put(turned(rect.centre, self.turn))
            if self.border:
                paper = rect.grown(self.border)
                _shadow(sheet, paper, self.border * 0.35)
                sheet.ink(fill=look.WHITE)
                sheet.rect(paper, radius=0.6)
            if not self._picture(sheet):
                self._stand_in(sheet)

    def _picture(self, sheet: Sheet) -> bool:
        if self.strips == 1:
            return sheet.photo(self.photo, self.rect)
        for strip, whole in windows(self.photo, self.rect, self.strips):
            with sheet.apart():
                sheet.clip(strip)
                if not sheet.photo(self.photo, whole):
                    return False
        return True

    def _stand_in(self, sheet: Sheet) -> None:
        sheet.ink(fill="#F4F2EE", line="#CFCAC2", width=0.6)
        sheet.rect(self.rect, paint="B")
        if self.said is not None and self.style is not None:
            width = self.said.width * self.style.size
            centre = self.rect.centre
            if width < self.rect.width - 8:
                sheet.line(self.said, centre.x - width / 2, centre.y + 3, self.style)


@dataclass(frozen=True)
class MapCrop:
    """A part of the map with mist and paths over it.

    Attributes:
        mist: the journey's, on the map that is drawn.
        spill: how far the paths may run out of the frame.
        over: only the paths, over what stands there already.
        tag: what is told of it.
    """

    view: View
    trails: Sequence[Trail] = ()
    mist: Area = ()
    spill: float = 0.0
    over: bool = False
    tag: Tag | None = None

    @property
    def box(self) -> Rect:
        """Its frame."""
        return self.view.frame

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:
        """Put the map, the mist and the paths on paper."""
        with sheet.told(self.tag, self.box):
            if not self.over:
                map_drawing.draw(self.view)
            if self.mist:
                draw_mist(sheet, self.view, self.mist, map_drawing.whole)
            if not self.over:
                map_drawing.draw_signs(self.view)
            if self.trails:
                draw_trails(sheet, self.view, self.trails, frame=self.view.frame.grown(self.spill))


@dataclass(frozen=True)
class MistSample:
    """A piece of the sea with mist over half of it.

    Attributes:
        view: its region begins at 0, 0.
    """

    view: View

    @property
    def box(self) -> Rect:
        """Its frame."""
        return self.view.frame

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put it on paper."""
        sea = self.view.region
        begin = Point(0.85 * sea.width, sea.centre.y)
        sheet.ink(fill=look.SEA)
        sheet.rect(art_of(self.view.frame))
        draw_mist(sheet, self.view, swept(begin, Point(sea.width, begin.y), sea), sea)


@dataclass(frozen=True)
class Slip:
    """A piece of paper to write on, lying a little above the page.

    Attributes:
        turn: degrees, clockwise.
        shade: how far its shadow falls.
    """

    rect: Rect
    tint: str = look.PAPER
    turn: float = 0.0
    shade: float = 1.6

    @property
    def box(self) -> Rect:
        """The paper."""
        return self.rect

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the paper on paper."""
        with sheet.apart():
            if self.turn:
                sheet.put(turned(self.rect.centre, self.turn))
            _shadow(sheet, self.rect, self.shade)
            sheet.ink(fill=self.tint, line=look.PAPER_DEEP, width=0.5)
            sheet.rect(self.rect, radius=1.5, paint="B")


@dataclass(frozen=True)
class Pin:
    """A halte's number in a disc.

    Attributes:
        hollow: for the other places of a halte that is at several at once.
        target: the name of what a touch goes to.
        tag: what its number is part of.
    """

    centre: Point
    radius: float
    number: Line
    style: Style
    hollow: bool = False
    target: str = ""
    tag: Tag | None = None

    @property
    def box(self) -> Rect:
        """The disc with its white rim."""
        side = 2 * (self.radius + 1.1)
        return Rect.centred(self.centre, side, side)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the disc on paper."""
        style = self.style.in_tint(look.INK) if self.hollow else self.style
        with sheet.apart():
            sheet.ink(fill=look.WHITE)
            sheet.disc(self.centre, self.radius + 1.1)
            sheet.ink(fill=look.WHITE if self.hollow else look.INK, line=look.INK, width=1.1)
            sheet.disc(self.centre, self.radius - 0.3, paint="B")
        left = self.centre.x - self.number.width * style.size / 2
        role = Role.LINK if self.target else Role.SPAN
        tag = Tag(role, self.tag)
        with sheet.told(tag, lines=[self.number]):
            sheet.line(self.number, left, self.centre.y + style.size * 0.345, style)
        if self.target:
            across = 2 * self.radius
            sheet.link(Rect.centred(self.centre, across, across).grown(1.5), self.target, tag)


@dataclass(frozen=True)
class Shapes:
    """Plain outlines in a tint.

    Attributes:
        outline: the tint of their line, if they have one.
    """

    shapes: Sequence[Sequence[Point]]
    tint: str
    outline: str | None = None
    thickness: float = 1.0

    @property
    def box(self) -> Rect:
        """Around all of them."""
        return Rect.around(point for shape in self.shapes for point in shape)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the shapes on paper."""
        with sheet.apart():
            sheet.put("1 j")
            sheet.ink(fill=self.tint, line=self.outline, width=self.thickness)
            sheet.polygons(self.shapes, paint="B" if self.outline else "f")


@dataclass(frozen=True)
class Halo:
    """Lines of text with paper around their letters, for names on the map."""

    lines: Sequence[Line]
    centre: Point
    style: Style
    tint: str = look.PAPER
    tag: Tag | None = None

    @property
    def box(self) -> Rect:
        """What it takes."""
        width = max(line.width for line in self.lines) * self.style.size
        return Rect.centred(self.centre, width + 3, len(self.lines) * self.style.leading)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the name on paper."""
        style = self.style
        halo = style.in_tint(self.tint)
        first = self.box.y + style.leading / 2 + style.size * 0.3
        spots = [
            (line, self.centre.x - line.width * style.size / 2, first + row * style.leading)
            for row, line in enumerate(self.lines)
        ]
        for line, x, y in spots:
            sheet.halo(line, x, y, halo, 2.6)
        with sheet.told(self.tag, lines=self.lines):
            for line, x, y in spots:
                sheet.line(line, x, y, style)


def beside(lines: Sequence[Line], x: float, y: float, style: Style, tag: Tag) -> Text:
    """Lines that stand close to what is at their left, whichever way they run."""
    return Text(lines, x, y, max(line.width for line in lines) * style.size, style, tag=tag)


def ring(centre: Point, radius: float) -> list[Point]:
    """A circle as an outline."""
    steps = [math.tau * index / 48 for index in range(48)]
    return [
        Point(centre.x + radius * math.cos(step), centre.y + radius * math.sin(step))
        for step in steps
    ]


def turned(centre: Point, degrees: float) -> str:
    """The operator that turns what follows clockwise around a point."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    e = centre.x - c * centre.x + s * centre.y
    f = centre.y - s * centre.x - c * centre.y
    return f"{c:.6f} {s:.6f} {-s:.6f} {c:.6f} {e:.3f} {f:.3f} cm"


def _shadow(sheet: Sheet, rect: Rect, away: float) -> None:
    """One soft shadow, as print does it: flat, a little to the lower right."""
    with sheet.apart():
        sheet.see_through(0.16)
        sheet.ink(fill=look.INK)
        sheet.rect(Rect(rect.x + away * 0.5, rect.y + away, rect.width, rect.height), radius=1.5)
