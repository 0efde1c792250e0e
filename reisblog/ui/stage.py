"""The stage: the map over its whole area, and what floats over it without being part of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from reisblog import look
from reisblog.ui import theme
from reisblog.ui.chip import Chip
from reisblog.ui.focus_ring import follow_on, holds_focus
from reisblog.ui.paper import SHADOW_PX, Slip
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reisblog.ui.compass_card import CompassCard
    from reisblog.ui.pen_tray import PenTray
    from reisblog.ui.photo_flyout import PhotoFlyout
    from reisblog.ui.place_card import PlaceCard

    Floating = PenTray | PhotoFlyout | PlaceCard | CompassCard

_EDGE_PX = 8
_HINT_UP_PX = 28
_COMES_OR_GOES = {QEvent.Type.Show, QEvent.Type.Hide}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}
_LEADS_BACK = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


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
        chip: the message of the moment.
        hint: the sentence for an empty journey.

    Signals:
        pen_picked: the pen or the mist brush, and the name of the pen's tint.
        pick_photos, pick_folder, stop_following: what was asked of Foto's.
    """

    pen_picked = Signal(object, str)
    pick_photos = Signal()
    pick_folder = Signal()
    stop_following = Signal()

    def __init__(self, canvas: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = False
        self._anchors: dict[Slip, QWidget] = {}
        self._large_on_board: list[Floating] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(canvas)
        self._canvas = canvas
        self._instead: QWidget | None = None
        self.hint = Hint(self)
        self.hint.hide()
        self.chip = Chip(self)
        self.chip.installEventFilter(self)

    @cached_property
    def pens(self) -> PenTray:
        """The tray with pens, made when it is first wanted."""
        from reisblog.ui.pen_tray import PenTray  # noqa: PLC0415 - not for the start

        tray = PenTray(self)
        tray.picked.connect(self.pen_picked)
        self.add(tray)
        return tray

    @cached_property
    def photos(self) -> PhotoFlyout:
        """What Foto's offers, made when it is first wanted."""
        from reisblog.ui.photo_flyout import PhotoFlyout  # noqa: PLC0415 - not for the start

        flyout = PhotoFlyout(self)
        flyout.pick_photos.connect(self.pick_photos)
        flyout.pick_folder.connect(self.pick_folder)
        flyout.stop_following.connect(self.stop_following)
        self.add(flyout)
        return flyout

    @property
    def on_board(self) -> bool:
        """Whether the map has the whole screen."""
        return self._board

    def surface(self) -> QWidget:
        """What receives the pointer on the canvas."""
        if isinstance(self._canvas, QAbstractScrollArea):
            return self._canvas.viewport()
        return self._canvas

    def show_instead(self, other: QWidget | None) -> None:
        """Let something else stand where the canvas does, or the canvas again.

        What says something then stands at the foot: at the top one reads.
        """
        if self._instead is not None:
            self._layout.removeWidget(self._instead)
            self._instead.hide()
        self._instead = other
        self._canvas.setVisible(other is None)
        if other is not None:
            self._layout.addWidget(other)
            other.raise_()  # over the hint, which is about the map
            self.chip.raise_()
        self.chip.at_foot = other is not None
        self.rearrange()

    def opened(self) -> list[Slip]:
        """The flyouts that are open."""
        return [flyout for flyout in self._anchors if flyout.isVisible()]

    def close_opened(self) -> None:
        """Close them all: somebody works on the map."""
        for flyout in self.opened():
            flyout.hide()

    def add(self, floating: Floating) -> None:
        """Let something float over the map that is larger on a board; hidden to begin with."""
        floating.hide()
        floating.installEventFilter(self)
        self._large_on_board.append(floating)
        self._dress()

    def open_beside(self, flyout: Slip, anchor: QWidget) -> None:
        """Open a flyout beside a button of the rail."""
        self._anchors[flyout] = anchor
        anchor.installEventFilter(self)
        follow_on(self._canvas, flyout)
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
        opened = self.opened()
        beside = max((flyout.geometry().right() for flyout in opened), default=0)
        self.chip.fit(right_of=0 if self._board else beside)
        self.hint.adjustSize()
        self.hint.move(
            (self.width() - self.hint.width()) // 2,
            self.height() - self.hint.height() - _HINT_UP_PX + SHADOW_PX,
        )
        for flyout in opened:
            flyout.adjustSize()
            self._stand_beside(flyout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a flyout has no use for leads back to the map: a pen is chosen, one draws."""
        if event.key() in _LEADS_BACK and any(map(holds_focus, self.opened())):
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

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
        for floating in (self.chip, self.hint, *self._large_on_board):
            if sheet != floating.styleSheet():
                floating.setStyleSheet(sheet)
        for large in self._large_on_board:
            large.set_board(board=self._board, text_px=text)

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
