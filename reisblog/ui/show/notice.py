"""A few words on the board, for a moment: what became of what somebody did."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.ui.listing.aloud import say
from reisblog.ui.show.letters import SAID, UNITS_HIGH, Block

_SEEN_MS = 5_000
_WIDE, _HIGH, _PAD, _TOP = 1_100.0, 320.0, 30.0, 0.66


class Notice(QWidget):
    """A slip over what is told; taps go through it."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._board = board
        self._words = ""
        self._gone = QTimer(self, interval=_SEEN_MS, singleShot=True)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def tell(self, words: str) -> None:
        """Show these for a moment, and have them read aloud."""
        self._words = words
        self.setAccessibleName(words)
        self.settle()
        self.show()
        self._gone.start()
        say(self, words)

    def settle(self) -> None:
        """Be as large as the words, low in the middle of the board."""
        board = self._board
        unit = board.height() / UNITS_HIGH
        block, pad = self._block(), _PAD * unit
        size = block.size
        slip = QRectF(0, 0, size.width() + 2 * pad, size.height() + 2 * pad)
        slip.moveCenter(QPointF(board.width() / 2, board.height() * _TOP))
        self.setGeometry(slip.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words on paper."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(look.INK))
        pad = _PAD * self._board.height() / UNITS_HIGH
        self._block().draw(painter, QPointF(pad, pad), QColor(look.PAPER))
        painter.end()

    def _block(self) -> Block:
        board = self._board
        unit = board.height() / UNITS_HIGH
        wide = min(_WIDE * unit, board.width() * 0.8)
        return Block(self._words, SAID, wide, unit, height=_HIGH * unit)
