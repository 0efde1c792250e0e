"""The heading of a halte: number, places, title and date, beside the drawing of its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.model.book import Part
from reisblog.model.geometry import Point, Rect
from reisblog.story import styles
from reisblog.story.layout import Measure
from reisblog.story.locator import Locator
from reisblog.story.map_drawing import View, surroundings
from reisblog.story.marks import MapCrop, Mark, Pin, Text
from reisblog.story.styles import MM, Style
from reisblog.story.tags import FIRST, LATE, SOON, Role, Tag
from reisblog.story.told import place_told
from reisblog.story.typesetting import parted
from reisblog.story.unseen import Anchor, Jump

if TYPE_CHECKING:
    from reisblog.model.outline import Chapter
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_PIN = 4.1 * MM
_AFTER_HEADING = 9.0
_VIGNETTE = 0.75
"""The height of a place's drawing in its width."""
_TITLE_HIGHEST, _PART_HIGHEST = 0.4, 0.2
"""Of the height of a page."""


@dataclass(frozen=True)
class _Part:
    """Some lines of a heading."""

    lines: list[Line]
    style: Style
    x: float = 0.0
    before: float = 0.0
    title: bool = False


class Heading:
    """Number, places, title and date of a halte, with the place's drawing in the outer column.

    Attributes:
        section: the chapter, as a part of the story.
    """

    def __init__(
        self,
        telling: Telling,
        chapter: Chapter,
        number: str | None,
        measure: Measure,
        *,
        vignette: bool = True,
        within: Tag | None = None,
    ) -> None:
        self.section = Tag(Role.SECTION, within)
        self._telling, self._chapter, self._number = telling, chapter, number
        self._left, self._width = measure.words_left, measure.column
        self._layout = measure.layout
        stop = chapter.stop
        title = stop.title.strip()
        names = " · ".join(telling.place_names(chapter)) if title else ""
        when, tall = stop.when.strip(), self._layout.tall
        indent = 2 * _PIN + 3 * MM if number else 0.0
        above = names or when
        self._parts: list[_Part] = []
        self._level, gap = styles.TITLE.leading / 2 + 1, 0.0
        if above:
            style = styles.KICKER if names else styles.WHEN
            lay = telling.names if names else telling.lines
            wide, high = self._width - indent, _PART_HIGHEST * tall
            lines, style = telling.within(above, style, wide, high, lay=lay)
            # The number's disc is higher than one line of type.
            spare = max(0.0, 2 * _PIN - style.leading) / 2 if number else 0.0
            self._parts.append(_Part(lines, style, indent, spare))
            self._level = spare + style.leading / 2
            gap = spare + 5.0
            indent = 0.0
        called = title or telling.name(chapter, number)
        lines, style = telling.within(
            called, styles.TITLE, self._width - indent, _TITLE_HIGHEST * tall, lay=telling.balanced
        )
        self._parts.append(_Part(lines, style, indent, gap, title=True))
        if when and above != when:
            lines, style = telling.within(when, styles.WHEN, self._width, _PART_HIGHEST * tall)
            self._parts.append(_Part(lines, style, 0.0, 2.0))
        self._crop = vignette

    @property
    def height(self) -> float:
        """Of the words, with the white below them."""
        return _AFTER_HEADING + sum(
            part.before + len(part.lines) * part.style.leading for part in self._parts
        )

    @property
    def beside(self) -> float:
        """How far down the outer column is taken."""
        return self._layout.beside * _VIGNETTE + 10 if self._vignette(0.0) else 0.0

    def anchors(self, y: float) -> list[Mark]:
        """Where the outline and the map's numbers lead."""
        name = self._telling.name(self._chapter, self._number)
        entry = f"{self._number}  {name}" if self._number else name
        return [Anchor(f"halte-{self._chapter.stop.id}", max(0.0, y - 12), entry, self.section)]

    def marks(self, y: float) -> list[Mark]:
        """What stands on the page when its top is here."""
        marks: list[Mark] = [*self._vignette(y)]
        title = Tag(Role.HEADING, order=FIRST)
        if self._number:
            centre = Point(self._left + _PIN, y + self._level)
            style = styles.CHAPTER_NUMBER
            digits = self._telling.line(str(self._number), style)
            target = "map" if self._telling.tells(Part.MAP) else ""
            digits = parted(digits, style.voice)
            marks.append(Pin(centre, _PIN, digits, style, target=target, tag=title))
        for part in self._parts:
            y += part.before
            # The places' names stand above the title, and are told after it.
            tag = title if part.title else Tag(Role.PARAGRAPH, order=SOON)
            left, wide = self._left + part.x, self._width - part.x
            marks.append(Text(part.lines, left, y, wide, part.style, tag=tag))
            y += len(part.lines) * part.style.leading
        return marks

    def _vignette(self, y: float) -> list[Mark]:
        """The drawing of the first place, or of the ground where it lies."""
        if not self._crop:
            return []
        width = self._layout.beside
        height = width * _VIGNETTE
        region = surroundings(self._telling.atlas, self._chapter.stop, shape=width / height)
        frame = Rect(self._layout.beside_left, y, width, height)
        linked = self._telling.tells(Part.MAP)
        link = Tag(Role.LINK if linked else Role.SPAN, Tag(Role.PARAGRAPH, order=LATE))
        told = place_told(self._telling, self._chapter, link)
        view = View(frame, region)
        locator = Locator(self._telling, self._chapter).inset(view, link)
        jump = [Jump(frame, "map", link)] if linked else []
        return [MapCrop(view, tag=told), *locator, *jump]


def foot_name(telling: Telling, chapter: Chapter, number: str | None) -> str:
    """What the foot of a page calls a halte."""
    name = telling.name(chapter, number)
    return f"{number}  {name}" if number else name
