"""Luggage labels: a hole, the thing, and small below it what else is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.story import styles
from reisblog.story.marks import Mark, Print, Shapes, Text, ring
from reisblog.story.photo_layout import Size, at_most
from reisblog.story.tags import Role, Tag, item
from reisblog.story.told import photo_told
from reisblog.story.unseen import Jump

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.records import BackpackItem
    from reisblog.story.styles import Style
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

MOST_LINES = 6
"""Of a thing where all its words stand elsewhere."""
_HIGHEST = 0.8
"""Of the height of a page, for one label: its part's heading stands above the first."""
_PHOTO = (64.0, 48.0)
"""A photo that shows the thing is no wider and no higher."""


class Label:
    """A thing to carry.

    Attributes:
        width: that it takes.
        height: that it takes.
        words: how much of that the thing's own words take.
        lines: those words.

    Args:
        width: that it takes at most.
        style: of the thing's words.
        below: lines in small type, each with the name of what it leads to, or nothing.
        most: lines of the thing's words; in the backpack itself all of them stand.
        lines: these of them alone, where they do not stand on one label.
    """

    def __init__(
        self,
        telling: Telling,
        item: BackpackItem,
        width: float,
        *,
        style: Style = styles.MARGIN_THING,
        below: Sequence[tuple[str, str]] = (),
        most: int | None = MOST_LINES,
        lines: list[Line] | None = None,
    ) -> None:
        self._style = style
        self._pad = 9.0 if style is styles.THING else 5.5
        self._head = 2 * self._pad + 2
        shown = telling.journey.photos.get(item.photo or "") if style is styles.THING else None
        self._photo, self._telling = shown, telling
        self._size = at_most(shown, *_PHOTO) if shown else Size(0.0, 0.0)
        beside = self._size.width + self._pad if shown else 0.0
        measure = width - self._head - self._pad - beside
        if lines is None:
            lines = telling.balanced(item.text, style, measure)
        if most is not None and len(lines) > most:
            lines = [*lines[: most - 1], telling.line("\u2026", style)]
        self.lines = lines
        self._below = [
            (line, target)
            for said, target in below
            for line in telling.lines(said, styles.KIND, measure)
        ]
        self._inner = max(
            [line.width * style.size for line in lines]
            + [line.width * styles.KIND.size for line, _target in self._below]
        )
        self.width = self._inner + self._head + self._pad + beside
        self.words = len(lines) * style.leading
        words = 2 * self._pad - 4 + self.words + len(self._below) * styles.KIND.leading
        self.height = max(words, self._size.height + self._pad if shown else 0.0)

    def marks(self, x: float, y: float, within: Tag, target: str = "") -> list[Mark]:
        """What stands on the page when its upper left corner is here.

        Args:
            x: of that corner.
            y: of that corner.
            within: the list that it is an item of.
            target: what all of it leads to, if to something.
        """
        body = item(within)
        words = Tag(Role.PARAGRAPH, body)
        if target:
            words = Tag(Role.LINK, words)
        cut, right, bottom = self._pad - 1, x + self.width, y + self.height
        outline = [
            Point(x + cut, y), Point(right, y), Point(right, bottom),
            Point(x + cut, bottom), Point(x, bottom - cut), Point(x, y + cut),
        ]  # fmt: skip
        hole = Point(x + self._pad + 1, y + self.height / 2)
        left, top = x + self._head, y + self._pad - 2.5
        marks: list[Mark] = [
            Shapes([outline], look.PAPER, look.MAP_LINE, 0.9),
            Shapes([ring(hole, 0.29 * self._pad)], look.WHITE, look.MAP_LINE, 0.9),
            Text(self.lines, left, top, self._inner, self._style, tag=words),
        ]
        if self._photo is not None:
            size, told = self._size, photo_told(self._telling, self._photo)
            place = right - self._pad / 2 - size.width
            rect = Rect(place, y + (self.height - size.height) / 2, size.width, size.height)
            marks.append(Print(self._photo, rect, tag=replace(told, within=body)))
        top += len(self.lines) * self._style.leading
        below: dict[str, Tag] = {}
        for line, leads in self._below:
            link = below.setdefault(leads, Tag(Role.LINK, Tag(Role.PARAGRAPH, body)))
            tag = link if leads else link.within
            text = Text([line], left, top, self._inner, styles.KIND, tag=tag)
            marks.append(text)
            if leads and (box := text.box) is not None:
                marks.append(Jump(box, leads, link))
            top += styles.KIND.leading
        if target:
            marks.append(Jump(Rect(x, y, self.width, self.height), target, words))
        return marks


def pieces(
    telling: Telling,
    thing: BackpackItem,
    width: float,
    *,
    style: Style = styles.MARGIN_THING,
    below: Sequence[tuple[str, str]] = (),
    most: int | None = None,
) -> Iterator[Label]:
    """A thing on its label, see there; on more of them where one is too high for a page."""
    label = Label(telling, thing, width, style=style, below=below, most=most)
    tall = _HIGHEST * telling.layout.tall
    if label.height <= tall:
        yield label
        return
    each = max(1, int((tall - (label.height - label.words)) / style.leading))
    lines = label.lines
    for begin in range(0, len(lines), each):
        some, last = lines[begin : begin + each], begin + each >= len(lines)
        now = below if last else ()
        yield Label(telling, thing, width, style=style, below=now, most=None, lines=some)
