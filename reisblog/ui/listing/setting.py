"""How the words of a row are set: which letters, broken into which lines, how high."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from reisblog import look
from reisblog.ui import theme
from reisblog.ui.listing.rows import Kind, Row
from reisblog.ui.wrapping import mode_for

ICON_PX: Final = 20
_OUTER_PX, _SIGN_ROOM_PX = 8, 36
PRINT_PX: Final = 52
_PRINT_LEFT_PX = 68
_PAD_PX = 12.0
_GAP_PX = 2.0
_ABOVE_PX = {Kind.JOURNEY: 16.0, Kind.GROUP: 28.0}
_INNER_PX = 16
"""What stands in a halte begins where its title does."""
_PADS_PX = {Kind.GROUP: 6.0, Kind.STORY: 6.0}
_RIGHT_PX = 12
_KEPT = 4_000


class Style(msgspec.Struct, frozen=True):
    """Letters of a row.

    Attributes:
        size: in logical pixels.
        title: whether in the family of titles.
    """

    size: int = look.TEXT_PX
    title: bool = False
    bold: bool = False

    @property
    def font(self) -> QFont:
        """As Qt wants it."""
        return theme.font(self.size, title=self.title, bold=self.bold)


_STYLES = {
    Kind.JOURNEY: Style(look.TITLE_LARGE_PX, title=True),
    Kind.GROUP: Style(look.TITLE_PX, title=True),
    Kind.STOP: Style(look.TEXT_LARGE_PX, title=True),
}
_PLAIN = Style()
_SMALL = Style(look.TEXT_SMALL_PX)


def style_of(row: Row) -> Style:
    """In which letters a row's words stand."""
    return _STYLES.get(row.kind, _PLAIN)


def left_of(row: Row) -> int:
    """How far its words stand from the left edge of a row, in pixels."""
    if row.kind in {Kind.JOURNEY, Kind.GROUP}:
        return 0
    if row.kind is Kind.STORY:
        return _INNER_PX
    return sign_left_of(row) + (_PRINT_LEFT_PX if row.kind is Kind.PHOTO else _SIGN_ROOM_PX)


def sign_left_of(row: Row) -> int:
    """How far its icon or print stands from that edge."""
    return _INNER_PX if row.stop is not None and row.kind is not Kind.STOP else _OUTER_PX


def above(row: Row) -> float:
    """How much air there is above a row, in pixels."""
    return _ABOVE_PX.get(row.kind, 0.0)


class Paragraph:
    """Words in lines of a width: one that fits is drawn as it is, more are laid out once.

    Attributes:
        line: how high one line is, in pixels.
        height: of all of them.
    """

    def __init__(self, words: str, style: Style, width: float) -> None:
        self._words = words
        self._font = style.font
        measure = QFontMetricsF(self._font)
        self.line = measure.lineSpacing()
        self._ascent = measure.ascent()
        self._layout: QTextLayout | None = None
        self.height = self.line
        fits = "\n" not in words and measure.horizontalAdvance(words) <= width
        if not fits or words[:1] > "\u0590":
            self._lay_out(width)

    def draw(self, painter: QPainter, at: QPointF, tint: str) -> None:
        """Draw it with its upper left corner here."""
        painter.setPen(QColor(tint))
        painter.setFont(self._font)
        if self._layout is None:
            painter.drawText(at + QPointF(0, self._ascent), self._words)
        else:
            self._layout.draw(painter, at)

    def _lay_out(self, width: float) -> None:
        option = QTextOption()
        option.setWrapMode(mode_for(self._words))
        layout = QTextLayout(self._words.replace("\n", "\u2028"), self._font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += self.line
        layout.endLayout()
        self._layout, self.height = layout, height


class Set(msgspec.Struct, frozen=True):
    """A row's words as they stand on paper.

    Attributes:
        height: of the row, in pixels.
        top: of the text, within the row.
    """

    text: Paragraph
    under: Paragraph | None
    height: float
    top: float


class Setting:
    """Sets rows, and keeps what was set lately."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], Set] = OrderedDict()

    def of(self, row: Row, width: int) -> Set:
        """A row in so many pixels."""
        key = (row.kind, row.text, row.under, width)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._set(row, width)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    @staticmethod
    def _set(row: Row, width: int) -> Set:
        room = max(width - left_of(row) - _RIGHT_PX, 80)
        text = Paragraph(row.text, style_of(row), room)
        under = Paragraph(row.under, _SMALL, room) if row.under else None
        words = text.height + (under.height + _GAP_PX if under is not None else 0.0)
        least = PRINT_PX + 12.0 if row.kind is Kind.PHOTO else float(look.TARGET_PX)
        pad = _PADS_PX.get(row.kind, _PAD_PX)
        inside = max(words + 2 * pad, least)
        air = above(row)
        return Set(text, under, air + inside, air + (inside - words) / 2)


def draw_words(painter: QPainter, rect: QRectF, row: Row, words: Set) -> None:
    """Draw what a row says."""
    soft = not row.raw and row.kind in _SOFT_WHEN_EMPTY
    at = QPointF(rect.left() + left_of(row), rect.top() + words.top)
    words.text.draw(painter, at, look.INK_SOFT if soft else look.INK)
    if words.under is not None:
        words.under.draw(painter, at + QPointF(0, words.text.height + _GAP_PX), look.INK_SOFT)


_SOFT_WHEN_EMPTY = {
    Kind.TRAVELLER,
    Kind.ABOUT,
    Kind.HINT,
    Kind.PHOTO,
    Kind.COMPASS,
    Kind.MIST,
    Kind.JOURNEY,
}
