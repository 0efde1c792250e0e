"""A message as a chip in the map's upper left corner: it says and offers something, and goes away.

There it covers sea and tree tops, but no place's name while the whole map is seen; low in the
middle it lay over those of the south. When the hand is there itself, it comes over the peaks in
the upper right.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QToolButton

from reisblog import look
from reisblog.texts import _
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon
from reisblog.ui.paper import SHADOW_PX, Slip
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.messages import Message, Offer

STAY_MS = 8_000
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]").match
_ENDLESS = re.compile(r"(\S{16})\S{9,}(\S{15})")
"""What does not fit on a line of a message: of such a name the beginning and the end tell most."""
_WIDEST_LETTERS = 80
_RAGGED_LETTERS = 5
"""How uneven lines may be, so that none is left with a single word."""
_MOST_LINES_BESIDE = 3
"""Of more lines none would be readable beside the buttons: these come below the words."""
_LABEL_PX = 12
"""So far the label of a button is from its edge, and words above it; see the style sheet."""
_EDGE_PX = 12
_HAND_PX = 160
"""How far from the message the hand may be, that it still covers what the hand has done."""


class Chip(Slip):
    """Shows one message; the newest wins, and none takes the focus.

    It stays while the pointer is on it, while one of its buttons has the focus, and for good when
    its message is lasting.

    Attributes:
        at_foot: whether it stands low, where something else than the map is read.
    """

    def __init__(self, parent: QWidget | None = None, *, stay_ms: int = STAY_MS) -> None:
        super().__init__(parent, colour=look.INK)
        self._message: Message | None = None
        self._waiting: Message | None = None
        self._on_right = False
        self.at_foot = False
        self._timer = QTimer(self, interval=stay_ms, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        self.words = PlainLabel(look="chip", wraps=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.words.setContentsMargins(_LABEL_PX, 0, 0, 0)
        self.buttons: list[QPushButton] = []
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close-on-ink"))
        self.close_button.setIconSize(QSize(20, 20))
        self.close_button.setProperty("look", "chip")
        self.close_button.setAccessibleName(_("Close this message"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.dismiss)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(4)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(4)
        self._said.addWidget(self.words)
        self._said.addLayout(self._offers)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(4)
        self._row.addLayout(self._said)
        self._row.addWidget(self.close_button)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show this instead of what was here; a patient one, after that."""
        earlier = self._message
        if message.patient and earlier is not None and (earlier.lasting or earlier.offers):
            self._waiting = message
            return
        if earlier is not None and earlier.patient and earlier.lasting:
            self._waiting = earlier
        self._message = message
        for button in self.buttons:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(offer) for offer in message.offers]
        for button in self.buttons:
            self._offers.addWidget(button)
            button.show()
        text = _tame(message.text)
        self.words.setText(text)
        self.setAccessibleName(text)
        self._on_right = False
        self.fit()
        self._on_right = self._is_at_hand()
        self.fit()
        self.show()
        self.raise_()
        self._timer.start()
        if message.lasting:
            self._timer.stop()
        _announce(self, message.text)

    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self._message = None
        self.hide()
        following, self._waiting = self._waiting, None
        if following is not None:
            self.show_message(following)

    def note_saved(self) -> None:
        """The journey is saved: what was said of that no longer holds."""
        if self._message is not None and self._message.until_saved:
            self.dismiss()

    def outdate(self) -> None:
        """The journey has gone on: what was offered no longer fits, the words do no harm."""
        message = self._message
        if message is None or not message.offers:
            return
        if not message.lasting:
            self.dismiss()
        elif message.offers_pass:
            self.show_message(replace(message, offers=()))

    def fit(self, *, right_of: int = 0) -> None:
        """Take a size that suits the words, and stand in the upper left of what is free.

        Args:
            right_of: from here on it is free, in pixels of the parent.
        """
        around = self.parentWidget()
        if around is None:
            return
        letter = self.words.fontMetrics().averageCharWidth()
        room = min(_WIDEST_LETTERS * letter, around.width() - right_of - 32)
        room -= self.close_button.sizeHint().width() + 24
        line = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 4
        beside = max(room - sum(button.sizeHint().width() + 4 for button in self.buttons), 160)
        below = bool(self.buttons) and line > _MOST_LINES_BESIDE * beside
        self._lay_offers(below=below)
        if not below:
            room = beside
        even = line / math.ceil(line / room) + _RAGGED_LETTERS * letter
        width = min(line, room, round(even))
        box = self.words.fontMetrics().boundingRect(
            0, 0, width, around.height(), Qt.TextFlag.TextWordWrap, self.words.text()
        )
        self.words.setFixedSize(_LABEL_PX + width, box.height() + 24)
        self._row.activate()
        self.adjustSize()
        left = right_of + _EDGE_PX - SHADOW_PX
        if self._on_right:
            left = around.width() - self.width() - _EDGE_PX + SHADOW_PX
        top = _EDGE_PX - SHADOW_PX
        if self.at_foot:
            top = around.height() - self.height() - _EDGE_PX + SHADOW_PX
        self.move(left, top)

    def _lay_offers(self, *, below: bool) -> None:
        """Put the buttons beside the words, or below them."""
        to_right, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._said.setDirection(down if below else to_right)
        self._said.setSpacing(0 if below else 4)
        left = Qt.AlignmentFlag.AlignLeft
        self._said.setAlignment(self._offers, left if below else Qt.AlignmentFlag(0))

    def _is_at_hand(self) -> bool:
        """Whether it would lie over what the hand has just done."""
        around = self.parentWidget()
        if around is None:
            return False
        pointer = around.mapFromGlobal(QCursor.pos())
        near = self.geometry().adjusted(0, 0, _HAND_PX, _HAND_PX)
        return around.rect().contains(pointer) and near.contains(pointer)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody reads."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on with going away."""
        super().leaveEvent(event)
        if self._message is not None and not self._message.lasting:
            self._timer.start()

    def _time_is_up(self) -> None:
        if holds_focus(self):
            self._timer.start()
        else:
            self.dismiss()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.label.replace("&", "&&"), self)
        button.setProperty("look", "chip")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def take_up() -> None:
            self.dismiss()
            offer.act()

        button.clicked.connect(take_up)
        return button


def _tame(text: str) -> str:
    """Words without what turns, breaks or overfills a line: names of files may hold anything."""
    told = (" " if letter in "\n\r\t" else letter for letter in text if not _UNSEEN(letter))
    return _ENDLESS.sub(r"\1…\2", "".join(told))


def _announce(chip: Chip, words: str) -> None:
    """Say it to those who cannot see it."""
    from PySide6.QtGui import (  # noqa: PLC0415 - costly to load, and not needed at the start
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(chip, words))
