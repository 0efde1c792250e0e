"""What is under way in the window and can be stopped: a slow saving, a book in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Stops(QObject):
    """One button for all of them: it stops what was begun last.

    Signals:
        changed: what the button would stop now, in words; nothing while there is nothing.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered: list[tuple[str, Callable[[], None]]] = []

    def offer(self, words: str, stop: Callable[[], None]) -> None:
        """This can be stopped from now on.

        Args:
            words: what that is called.
            stop: does it.
        """
        self.over(stop)
        self._offered.append((words, stop))
        self.changed.emit(words)

    def over(self, stop: Callable[[], None]) -> None:
        """It has ended, or is seen elsewhere."""
        self._offered = [each for each in self._offered if each[1] != stop]
        self.changed.emit(self._offered[-1][0] if self._offered else "")

    def stop(self) -> None:
        """Stop what was begun last."""
        if self._offered:
            self._offered[-1][1]()
