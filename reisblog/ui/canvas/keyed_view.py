"""A view that has the keyboard: what Qt tells of keys goes to where the hand works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from reisblog.ui.canvas.workplace import Workplace


class KeyedView(QGraphicsView):
    """Hands keys on.

    Signals:
        pen_moved_by_keys: somebody takes up the pen without a hand, and wants to see the map.
    """

    pen_moved_by_keys = Signal()

    @property
    def work(self) -> Workplace:
        """Where the hand works."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pans, arrows move, Enter opens, Esc goes back, letters write."""
        if not self.work.keys.pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar is let go."""
        if not self.work.keys.released(event):
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: FBT001, N802  (Qt's)
        """The Tab key goes from thing to thing, and past the last of them out of the map."""
        return self.work.keys.tab(onwards=onwards) or self.leave(onwards=onwards)

    def leave(self, *, onwards: bool) -> bool:
        """Let the keyboard go to what comes after the map, or before it."""
        return super().focusNextPrevChild(onwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whatever is held down is let go of."""
        self.let_go_of_keys()
        super().focusOutEvent(event)

    def let_go_of_keys(self) -> None:
        """Nothing is held down any more."""
