"""A story that tells itself, over and over, for an open day; whoever touches the board stops it."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reisblog.model.tour import Kind

if TYPE_CHECKING:
    from reisblog.ui.show.stage import Stage
    from reisblog.ui.show.story import Story


class Pace(StrEnum):
    """How long one looks at each moment."""

    SLOW = auto()
    NORMAL = auto()
    QUICK = auto()


_SHARES = {Pace.SLOW: 1.7, Pace.NORMAL: 1.0, Pace.QUICK: 0.55}
_LOOKING_MS = {Kind.PAPER: 5_000, Kind.LAND: 3_500, Kind.PHOTOS: 8_000, Kind.WHOLE: 7_000}
_ELSE_MS = 5_500
_LETTER_MS, _MOST_READING_MS = 60, 24_000
"""Somebody who walks past reads some 17 letters in a second."""
_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
        QEvent.Type.KeyPress, QEvent.Type.Wheel,
    }
)  # fmt: skip


def rest_ms(story: Story, pace: Pace) -> int:
    """How long the moment that is told now is looked at, and read."""
    moment, journey = story.moment, story.journey
    words = ""
    if moment.kind is Kind.WORDS:
        chapter = story.tour.chapter(story.at)
        words = chapter.stop.text if chapter is not None else ""
    elif moment.kind is Kind.NOTE:
        words = journey.notes[moment.ids[0]].text
    elif moment.kind is Kind.COMPASS:
        words = journey.compass_moments[moment.ids[0]].text
    elif moment.kind is Kind.PHOTO:
        words = journey.photos[moment.ids[0]].caption
    reading = min(_LETTER_MS * len(words), _MOST_READING_MS)
    return round((_LOOKING_MS.get(moment.kind, _ELSE_MS) + reading) * _SHARES[pace])


class ByItself(QObject):
    """Goes on in a story on a board, when each moment has been looked at.

    Signals:
        stopped: somebody touched the board, or went elsewhere in the story.
    """

    stopped = Signal()

    def __init__(self, board: QWidget, story: Story, stage: Stage) -> None:
        super().__init__(board)
        self._board, self._story, self._stage = board, story, stage
        self._pace: Pace | None = None
        self._goes = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        stage.settled.connect(self._rest)
        story.moved.connect(self._note_moved)

    @property
    def pace(self) -> Pace | None:
        """How fast it goes; nothing while it does not go by itself."""
        return self._pace

    def begin(self, pace: Pace) -> None:
        """Go by itself, from here on."""
        if self._pace is None:
            for part in (self._board, *self._board.findChildren(QWidget)):
                part.installEventFilter(self)
            self._board.setCursor(Qt.CursorShape.BlankCursor)
        self._pace = pace
        self._rest()

    def stop(self) -> None:
        """Stay where it is."""
        if self._pace is None:
            return
        self._pace = None
        self._soon.stop()
        for part in (self._board, *self._board.findChildren(QWidget)):
            part.removeEventFilter(self)
        self._board.unsetCursor()
        self.stopped.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch stops it and means nothing else, unless it is on a button."""
        if event.type() in _TOUCHES and self._pace is not None:
            self.stop()
            return watched is self._board
        return super().eventFilter(watched, event)

    def _rest(self) -> None:
        if self._pace is not None and not self._stage.is_moving:
            self._soon.start(rest_ms(self._story, self._pace))

    def _go_on(self) -> None:
        self._goes = True
        if self._story.is_over:
            self._story.go(0)
        else:
            self._story.next()
        self._goes = False

    def _note_moved(self) -> None:
        if not self._goes:
            self.stop()
