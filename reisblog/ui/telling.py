"""Opens the board on which the journey is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui import motion, theme
from reisblog.ui.show.awake import Awake
from reisblog.ui.show.controls import Choice
from reisblog.ui.show.screens import Screens
from reisblog.ui.show.teller import Teller
from reisblog.ui.show.window import ShowWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reisblog.ui.canvas.map_layer import MapLayer
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Jobs
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.preferences import Preferences
    from reisblog.ui.workbench import Workbench


class Telling(QObject):
    """Tells the journey on the desk, one board at a time.

    Attributes:
        board: on which it is told now, if it is.
        screens: where that stands, and what the traveller sees beside it.
        motion: whether things travel.
        dialogs: gives those of the platform, if not the usual ones.
        awake: holds the screen awake meanwhile.
    """

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        map_layer: MapLayer,
        jobs: Jobs,
        preferences: Preferences,
        window: QWidget | None = None,
    ) -> None:
        """Tell what lies on the desk.

        Args:
            workbench: the journey.
            pictures: pixels of its photos.
            map_layer: its map.
            jobs: read what has to be sharp on a board.
            preferences: know on which screen the last one stood.
            window: in which the journey is made, if it is.
        """
        super().__init__(window)
        self._workbench, self._pictures = workbench, pictures
        self._map_layer, self._jobs, self._preferences = map_layer, jobs, preferences
        self._window = window
        self._viewer_before = workbench.viewer
        self.board: ShowWindow | None = None
        self.screens: Screens | None = None
        self.motion = True
        self.dialogs: Callable[[], Dialogs] | None = None
        self.awake = Awake()
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
            self._open(viewer)
        if self.board is None or self.screens is None:
            raise AssertionError
        if full_screen:
            self.screens.fill()
        else:
            self.board.resize(1280, 720)
            self.board.show()
        self.board.activateWindow()
        return self.board

    def end(self) -> None:
        """Close the board."""
        if self.board is not None:
            self.board.close()

    def _open(self, viewer: Audience) -> None:
        board = ShowWindow(
            self._workbench.desk,
            self._pictures,
            self._map_layer,
            self._jobs,
            viewer,
            motion=self.motion,
        )
        if self.dialogs is not None:
            board.layers.dialogs = self.dialogs
        screens = Screens(
            board, partial(Teller, board), remembered=self._preferences.settings.board_screen
        )
        screens.chosen.connect(lambda name: self._preferences.change(board_screen=name))
        board.controls.offer(
            Choice("screens", _("Other screen"), screens.swap, there=lambda: screens.are_several)
        )
        # The window is told of in the taskbar, and shown small while one goes to another one.
        self._viewer_before = self._workbench.viewer
        self._workbench.look_as(viewer)
        board.viewer_changed.connect(self._workbench.look_as)
        board.closed.connect(self._forget)
        self.board, self.screens = board, screens
        QTimer.singleShot(0, self, self._see_to_the_rest)  # the board need not wait for it

    def _see_to_the_rest(self) -> None:
        if self.board is not None:
            self.awake.hold()
            motion.ask(self._jobs, self._stay)

    def _stay(self) -> None:
        """Let one picture give way to the next, and nothing travel."""
        if self.board is not None:
            self.board.stage.motion = False

    def _forget(self) -> None:
        self.awake.let_go()
        board, self.board = self.board, None
        screens, self.screens = self.screens, None
        if board is not None and not self._comes_where_it_was(board):
            self._workbench.look_as(self._viewer_before)
        if screens is not None:
            screens.close()
        if board is not None:
            board.deleteLater()

    def _comes_where_it_was(self, board: ShowWindow) -> bool:
        """Whether those who looked at the board see the window next: then it stays as it is."""
        window = self._window
        return window is not None and board.isFullScreen() and window.screen() is board.screen()
