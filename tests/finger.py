"""One finger on any part of the window; every move is one event, as a touch screen sends them."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

RESTED_MS = 250
"""Longer than a finger rests before it lifts something."""


class Finger:
    """Presses, moves and lifts, in pixels of the window."""

    def __init__(self, window: QWidget, device) -> None:
        self._window = window
        self._sequence = QTest.touchEvent(window, device, autoCommit=False)

    def on(self, part: QWidget, at: QPoint | None = None) -> QPoint:
        """A point of a part of the window; its middle, unless another is named."""
        return part.mapTo(self._window, part.rect().center() if at is None else at)

    def press(self, at: QPoint) -> None:
        self._sequence.press(0, at, self._window)
        self._sequence.commit()

    def move(self, at: QPoint) -> None:
        self._sequence.move(0, at, self._window)
        self._sequence.commit()

    def lift(self, at: QPoint) -> None:
        self._sequence.release(0, at, self._window)
        self._sequence.commit()
        QApplication.processEvents()

    def tap(self, at: QPoint) -> None:
        self.press(at)
        self.lift(at)

    def drag(self, start: QPoint, end: QPoint, *, rested: bool = False, let_go: bool = True):
        """Go from one point to another, at once or after a rest."""
        self.press(start)
        if rested:
            QTest.qWait(RESTED_MS)
        for step in range(1, 9):
            self.move(start + (end - start) * step / 8)
        if let_go:
            self.lift(end)
