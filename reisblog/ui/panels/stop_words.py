"""What is written on a halte's card, broken into lines that fit it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.showing import closed_name
from reisblog.ui.stop_names import place_names, stop_name

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.outline import Chapter

_MOST_LINES = 3
_MOST_PLACES = 4
_APART_PX = 4


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a card.

    Attributes:
        name: the halte's title, or what else it may be called.
        where: the names of the places, as many as a card can hold.
        when: in the traveller's own words.
        seen_by: who may see it, where that is not everybody.
        track: on which track it stands, where that is not the first.
        titled: whether the name is one that somebody gave it.
    """

    name: str
    where: tuple[str, ...] = ()
    when: str = ""
    seen_by: str = ""
    track: str = ""
    titled: bool = False

    @property
    def heading(self) -> tuple[str, ...]:
        """What is written large: the title, or each place."""
        return self.where if self.where and not self.titled else (self.name,)

    @property
    def under(self) -> tuple[str, ...]:
        """What is written small below it."""
        where = self.where if self.titled else ()
        return (*where, *filter(None, (self.when, self.seen_by)))

    @property
    def spoken(self) -> str:
        """All of it, for those who cannot see it."""
        return ". ".join(filter(None, (self.name, *self.under, self.track)))


class Line(msgspec.Struct, frozen=True):
    """One line as it is painted, and how far it stands below the one above it."""

    text: str
    font: QFont
    tint: str
    apart: int = 0

    @property
    def height(self) -> int:
        """What it takes, in logical pixels."""
        return QFontMetrics(self.font).lineSpacing() + 1 + self.apart


def words_of(chapter: Chapter, atlas: Atlas) -> Words:
    """The words of a halte."""
    stop = chapter.stop
    places = place_names(stop, atlas)
    shown = places[:_MOST_PLACES]
    if len(places) > len(shown):
        shown[-1:] = ["\u2026"]
    return Words(
        name=stop_name(stop, atlas),
        where=tuple(shown),
        when=stop.when,
        seen_by=closed_name(stop.audience),
        track=_("On a second track") if chapter.beside else "",
        titled=bool(stop.title),
    )


def closed_lines(words: Words, room: int) -> list[Line]:
    """A closed card's lines: what it is called, where and when; ``room`` is in logical pixels."""
    bold, small = theme.font(bold=True), theme.font(look.TEXT_SMALL_PX)
    return [
        *_paragraphs(words.heading, bold, look.INK, room),
        *_paragraphs(words.under, small, look.INK_SOFT, room),
    ]


def open_lines(words: Words, room: int) -> list[Line]:
    """An open card's lines: where; the rest stands in its fields."""
    small = theme.font(look.TEXT_SMALL_PX)
    return list(_paragraphs(words.where or (_("On the way"),), small, look.INK_SOFT, room))


def in_lines(words: str, font: QFont, width: int, most: int) -> list[str]:
    """Words broken into at most so many lines of a width in pixels; the last is cut short."""
    measure = QFontMetricsF(font)
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most - 1:
        line = rest.pop(0)
        while rest and measure.horizontalAdvance(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        lines.append(line)
    if rest:
        lines.append(" ".join(rest))
    return [measure.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _paragraphs(paragraphs: Iterable[str], font: QFont, tint: str, room: int) -> Iterator[Line]:
    """Each a little apart from the one before it, so that two long names do not run together."""
    for nth, paragraph in enumerate(paragraphs):
        for row, text in enumerate(in_lines(paragraph, font, room, _MOST_LINES)):
            yield Line(text, font, tint, _APART_PX if nth and not row else 0)
