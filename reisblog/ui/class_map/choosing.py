"""Opens the wall from the program's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.ui.class_map.window import ClassWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Jobs
    from reisblog.ui.own_desks import OwnDesks
    from reisblog.ui.preferences import Preferences


class ClassMaps:
    """One wall at a time.

    Attributes:
        window: the wall, while there is one.
        motion: whether things travel while a journey is told.
    """

    def __init__(
        self,
        desks: OwnDesks,
        jobs: Jobs,
        dialogs: Callable[[], Dialogs],
        folder: Callable[[], Path],
        preferences: Preferences,
        parent: Callable[[], QWidget | None],
    ) -> None:
        """Open none yet.

        Args:
            desks: reads and opens journeys.
            jobs: background work.
            dialogs: gives the platform's file dialogs.
            folder: gives where journeys are looked for first.
            preferences: know on which screen a board stood last.
            parent: gives the program's window.
        """
        self._desks, self._jobs = desks, jobs
        self._dialogs, self._folder, self._parent = dialogs, folder, parent
        self._preferences = preferences
        self.window: ClassWindow | None = None
        self.motion = True

    def choose(self) -> None:
        """Ask for journeys and hang them up, or come back to those that hang."""
        if self.window is None:
            files = self._dialogs().journeys(self._parent(), self._folder())
            if not files:
                return
            self.window = ClassWindow(
                files, self._desks, self._jobs, self._dialogs, self._preferences
            )
            self.window.motion = self.motion
            self.window.closed.connect(self._forget)
            self.window.showFullScreen()
        self.window.activateWindow()

    def end(self) -> None:
        """Close the wall."""
        if self.window is not None:
            self.window.close()

    def _forget(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
