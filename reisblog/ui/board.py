"""The board: the same window with only the map, full screen, and the rail at its foot.

What is closed to the class is not there; at a table, what is closed to a conversation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.records import Audience

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGridLayout

    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.main_window import MainWindow
    from reisblog.ui.workbench import Workbench

_NARROW_UP_TO = 1366
_PANEL_SHARE = 1.6
"""How much wider the side panel is there."""


class Board:
    """Puts the window's parts where they belong on a board, and back as they were."""

    def __init__(
        self, window: MainWindow, workbench: Workbench, canvas: CanvasView, grid: QGridLayout
    ) -> None:
        self._window = window
        self._workbench = workbench
        self._viewer, self._locked_at = workbench.viewer, workbench.locked_at
        self._canvas = canvas
        self._grid = grid
        self._maximised = False
        self._tab = ""

    @property
    def on(self) -> bool:
        """Whether the map has the whole screen."""
        return not self._window.top.isVisibleTo(self._window)

    def switch(self, *, on: bool) -> None:
        """Go to the board, or come back to the window as it was left."""
        window = self._window
        if on == self.on:
            return
        if on:
            self._maximised, self._tab = window.isMaximized(), window.open_panel
            self._viewer, self._locked_at = self._workbench.viewer, self._workbench.locked_at
            at_a_table = self._viewer is Audience.CONVERSATION
            self._workbench.look_as(self._viewer if at_a_table else Audience.CLASS)
            self._workbench.lock(self._workbench.viewer)
        window.actions_by_id["see-as-class"].setEnabled(not on)  # nobody opens it there
        window.actions_by_id["board"].setChecked(on)
        window.top.setVisible(not on)
        window.rail.set_board(board=on)
        self._grid.removeWidget(window.rail)
        self._grid.addWidget(window.rail, *((2, 0, 1, 3) if on else (1, 0)))
        window.stage.set_board(board=on)
        window.stage.chip.dismiss()  # it was for whoever sat here
        if self._canvas.tool == "photos":
            self._canvas.set_tool("choose")
        if on:
            window.unfold_panel(unfolded=False)
            window.showFullScreen()
        elif self._maximised:
            window.showMaximized()
        else:
            window.showNormal()
        if self._tab and not on:
            window.open_tab(self._tab)
        self.size_panel()
        self._canvas.setFocus()
        if not on:
            self._workbench.lock(self._locked_at)
            self._workbench.look_as(self._viewer)

    def size_panel(self) -> None:
        """The side panel is narrower in a narrow window, and wider on a board."""
        window = self._window
        narrow = window.width() <= _NARROW_UP_TO
        width = look.PANEL_NARROW_PX if narrow else look.PANEL_PX
        window.panel.setFixedWidth(round(width * _PANEL_SHARE) if self.on else width)
