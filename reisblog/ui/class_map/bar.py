"""What is below the wall: what it is or what is to be said of it, and what is pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.plain_text import PlainLabel
from reisblog.ui.show.controls import BoardButton
from reisblog.ui.show.letters import UNITS_HIGH

_BUTTON, _MARGIN, _BETWEEN = 80.0, 14.0, 18.0
_TITLE, _SAID = 40.0, 28.0
"""In units of the board."""


class Bar(QWidget):
    """Buttons at both ends, low on the board, and words between them.

    Attributes:
        close_button, farther, nearer, keep, full_screen: the buttons.
        understood: takes away what is said.
        words: what is said, or what this is.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.close_button = BoardButton("close", _("Close"), self)
        self.farther = BoardButton("zoom-out", _("Farther"), self)
        self.nearer = BoardButton("zoom-in", _("Closer"), self)
        self.keep = BoardButton("save", _("Keep as a picture or a sheet"), self)
        self.full_screen = BoardButton("fullscreen", _("Window"), self)
        self.understood = BoardButton("check", _("All right"), self)
        self.words = PlainLabel(parent=self, wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said: list[str] = []
        self.understood.clicked.connect(self._next)
        self._show()

    def say(self, sentence: str) -> None:
        """Say something until it is understood; one thing after another."""
        if sentence and sentence not in self._said:
            self._said.append(sentence)
            self._show()

    @property
    def said(self) -> str:
        """What is said now, if anything."""
        return self._said[0] if self._said else ""

    def high(self, window_height: int) -> int:
        """How high it is in a window of this height, in pixels."""
        unit = window_height / UNITS_HIGH
        return self._side(unit) + 2 * round(_MARGIN * unit)

    def settle(self) -> None:
        """Put everything in its place."""
        unit = self.window().height() / UNITS_HIGH
        side, margin, gap = self._side(unit), round(_MARGIN * unit), round(_BETWEEN * unit)
        left = right = 2 * margin
        self.close_button.setGeometry(QRect(left, margin, side, side))
        left += side + gap
        ends = [self.nearer, self.farther, self.keep, self.full_screen]
        for button in ends:
            button.setGeometry(QRect(self.width() - right - side, margin, side, side))
            right += side + gap
        if self._said:
            self.understood.setGeometry(QRect(self.width() - right - side, margin, side, side))
            right += side + gap
        self.understood.setVisible(bool(self._said))
        most = max(left, right)
        letters = max(look.TEXT_PX, round((_SAID if self._said else _TITLE) * unit))
        self.words.setFont(theme.font(letters, title=not self._said))
        beside = (left, right) if self._said else (most, most)
        self.words.setGeometry(QRect(beside[0], 0, self.width() - sum(beside), self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, one step deeper, and a thin edge."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(look.PAPER_DEEP))
        painter.setPen(QPen(QColor(theme.HAIRLINE), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def _side(self, unit: float) -> int:
        return max(look.TARGET_BOARD_PX, round(_BUTTON * unit))

    def _next(self) -> None:
        self._said.pop(0)
        self._show()

    def _show(self) -> None:
        self.words.setText(self.said or _("Class map"))
        self.settle()
