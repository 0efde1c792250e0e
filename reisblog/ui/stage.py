"""The stage: the map over its whole area, and what floats over it without being part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from reisblog import look
from reisblog.ui import theme
from reisblog.ui.chip import Chip
from reisblog.ui.paper import SHADOW_PX, Slip
from reisblog.ui.pen_tray import PenTray
from reisblog.ui.photo_flyout import PhotoFlyout
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_EDGE_PX = 8
_HINT_UP_PX = 28
_COMES_OR_GOES = {QEvent.Type.Show, QEvent.Type.Hide}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}


class Hint(Slip):
    """One sentence for somebody who opens the program for the first time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = PlainLabel(wraps=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(self.words)

    def say(self, words: str) -> None:
        """Show this sentence; none hides the slip."""
        self.words.setText(words)
        self.setVisible(bool(words))
        self.adjustSize()


class Stage(QWidget):
    """Holds the canvas, and keeps chip, hint and flyouts where they belong.

    Attributes:
        pens: the tray with pens.
        photos: what Foto's offers.
        chip: the message of the moment.
        hint: the sentence for an empty journey.
    """

    def __init__(self, canvas: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = False
        self._anchors: dict[Slip, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(canvas)
        self._canvas = canvas
        self.hint = Hint(self)
        self.hint.hide()
        self.pens = PenTray(self)
        self.photos = PhotoFlyout(self)
        self.chip = Chip(self)
        for flyout in (self.pens, self.photos):
            flyout.hide()
        for floating in (self.pens, self.photos, self.chip):
            floating.installEventFilter(self)

    def surface(self) -> QWidget:
        """What receives the pointer on the canvas."""
        if isinstance(self._canvas, QAbstractScrollArea):
            return self._canvas.viewport()
        return self._canvas

    def open_beside(self, flyout: Slip, anchor: QWidget) -> None:
        """Open a flyout beside a button of the rail."""
        self._anchors[flyout] = anchor
        anchor.installEventFilter(self)
        flyout.adjustSize()
        flyout.show()
        flyout.raise_()
        self._stand_beside(flyout)

    def set_board(self, *, board: bool) -> None:
        """Flyouts stand above the rail on a board, and beside it otherwise."""
        self._board = board
        self._dress()
        self.rearrange()

    def rearrange(self) -> None:
        """Put everything that floats in its place."""
        opened = [flyout for flyout in self._anchors if flyout.isVisible()]
        beside = max((flyout.geometry().right() for flyout in opened), default=0)
        self.chip.fit(right_of=beside if self._board else 0)
        up = self.chip.height() if self.chip.isVisible() else 0
        self.hint.move(
            (self.width() - self.hint.width()) // 2,
            self.height() - self.hint.height() - _HINT_UP_PX + SHADOW_PX - up,
        )
        self.hint.adjustSize()
        for flyout in opened:
            flyout.adjustSize()
            self._stand_beside(flyout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place."""
        super().resizeEvent(event)
        if self._board:
            self._dress()
        self.rearrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What floats makes room for one another, and flyouts go where their button goes."""
        floats = isinstance(watched, Slip) and watched is not self.hint
        came_or_went = floats and event.type() in _COMES_OR_GOES
        anchor_moved = watched in self._anchors.values() and event.type() in _MOVES
        if came_or_went or anchor_moved:
            self.rearrange()
        return False

    def _dress(self) -> None:
        sheet = theme.board_sheet(self.width()) if self._board else ""
        text = theme.board_text(self.width()) if self._board else look.TEXT_PX
        if sheet != self.chip.styleSheet():
            for floating in (self.chip, self.hint, self.photos):
                floating.setStyleSheet(sheet)
        self.pens.set_board(board=self._board, text_px=text)
        self.photos.set_board(board=self._board)

    def _stand_beside(self, flyout: Slip) -> None:
        anchor = self._anchors[flyout]
        spot = self.mapFromGlobal(anchor.mapToGlobal(anchor.rect().topLeft()))
        if self._board:
            left = spot.x() + (anchor.width() - flyout.width()) // 2
            top = self.height() - flyout.height() - _EDGE_PX + SHADOW_PX
        else:
            left = _EDGE_PX - SHADOW_PX
            top = spot.y() - SHADOW_PX
        flyout.move(
            max(-SHADOW_PX + _EDGE_PX, min(left, self.width() - flyout.width())),
            max(-SHADOW_PX + _EDGE_PX, min(top, self.height() - flyout.height())),
        )
