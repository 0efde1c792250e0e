"""Opens the board on which the journey is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reisblog.model.records import Audience
from reisblog.ui import theme
from reisblog.ui.show.window import ShowWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.ui.canvas.map_layer import MapLayer
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Jobs
    from reisblog.ui.workbench import Workbench


class Telling(QObject):
    """Tells the journey on the desk, one board at a time.

    Attributes:
        board: on which it is told now, if it is.
        motion: whether things travel.
        dialogs: gives those of the platform, if not the usual ones.
    """

    def __init__(
        self, workbench: Workbench, map_layer: MapLayer, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._map_layer, self._jobs = workbench, map_layer, jobs
        self.board: ShowWindow | None = None
        self.motion = True
        self.dialogs: Callable[[], Dialogs] | None = None
        workbench.opened.connect(self.end)

    def begin(self, viewer: Audience | None = None, *, full_screen: bool = True) -> ShowWindow:
        """Open the board, or come back to it.

        Args:
            viewer: to whom it is told; without this to the class, or for a conversation where
                the journey is seen so now.
            full_screen: whether it fills the screen.
        """
        if self.board is None:
            if viewer is None:
                wider = self._workbench.viewer is Audience.CONVERSATION
                viewer = Audience.CONVERSATION if wider else Audience.CLASS
            theme.add_other_scripts()
            desk = self._workbench.desk
            self.board = ShowWindow(desk, self._map_layer, self._jobs, viewer, motion=self.motion)
            if self.dialogs is not None:
                self.board.layers.dialogs = self.dialogs
            self.board.closed.connect(self._forget)
        if full_screen:
            self.board.showFullScreen()
        else:
            self.board.resize(1280, 720)
            self.board.show()
        self.board.activateWindow()
        return self.board

    def end(self) -> None:
        """Close the board."""
        if self.board is not None:
            self.board.close()

    def _forget(self) -> None:
        board, self.board = self.board, None
        if board is not None:
            board.deleteLater()
