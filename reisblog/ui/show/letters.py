"""Words on the board: large enough to be read from the back of a class, in as many lines as fit."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from reisblog.ui import theme
from reisblog.ui.wrapping import mode_for

UNITS_HIGH = 1_080.0
"""A board is laid out in so many units from top to bottom, however many pixels it has."""
READING, TITLE, HUGE = 40.0, 58.0, 118.0
"""Heights of letters in those units; nothing that is to be read is smaller than the first."""
_LEADING = 1.06
_MOST = 4_000


class Style(NamedTuple):
    """How words are set.

    Attributes:
        size: of the letters, in units of the board.
        title: whether they are set as titles are.
        italic: whether they lean.
        bold: whether they are heavy.
    """

    size: float = READING
    title: bool = False
    italic: bool = False
    bold: bool = False

    def font(self, unit: float) -> QFont:
        """As a font, where a unit has so many pixels."""
        size = max(1, round(self.size * unit))
        font = theme.font(size, bold=self.bold, title=self.title)
        font.setItalic(self.italic)
        return font


SAID = Style()
SAID_OF = Style(italic=True)
WHERE = Style(bold=True)
CALLED = Style(TITLE, title=True)


class Block:
    """Some words in lines of a width.

    Attributes:
        is_whole: whether all of them show.
        size: what they take, in pixels.
        width: in which they are set, in pixels.
        leading: from one line to the next, in pixels.
    """

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        unit: float,
        *,
        height: float = math.inf,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        most: int = _MOST,
    ) -> None:
        """Set them.

        Args:
            text: plain, as it was typed.
            style: how.
            width: in pixels.
            unit: pixels for each unit of the board.
            height: in pixels; what does not fit is left out, and three dots say so.
            align: where in the width lines stand.
            most: so many letters are looked at.
        """
        self._font = style.font(unit)
        self.width, self._align = width, align
        self.leading = QFontMetricsF(self._font).height() * _LEADING
        words = text.strip().replace("\n", "\u2028")
        rows = math.inf if math.isinf(height) else max(1, int(height / self.leading))
        self._layout = self._laid(words[:most])
        self.is_whole = self._layout.lineCount() <= rows and len(words) <= most
        if not self.is_whole:
            last = self._layout.lineAt(int(min(rows, self._layout.lineCount())) - 1)
            kept = words[: last.textStart() + last.textLength()]
            self._layout = self._laid(f"{kept.rstrip()}…")
            while kept and self._layout.lineCount() > rows:
                kept = kept[:-1].rstrip()
                self._layout = self._laid(f"{kept}…")
        count = self._layout.lineCount()
        widest = max(
            (self._layout.lineAt(row).naturalTextWidth() for row in range(count)), default=0.0
        )
        self.size = QSizeF(widest, count * self.leading)

    def draw(
        self, painter: QPainter, at: QPointF, tint: QColor, *, clip: QRectF | None = None
    ) -> None:
        """Draw them, from the upper left corner of their width on; only lines within a clip."""
        painter.setPen(tint)
        if clip is None:
            self._layout.draw(painter, at)
        else:
            self._layout.draw(painter, at, [], clip)

    def _laid(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption(self._align)
        option.setWrapMode(mode_for(text))
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, y))
            y += self.leading
        layout.endLayout()
        return layout
