"""On which screen the board stands, and on which the traveller's own view.

Both follow what is plugged in and out; a class never gets to see the traveller's own view because
a cable was put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_SETTLED_MS = 250
"""Systems tell of a screen in several steps; so long after the last one all is as it stays."""
_BUILT_IN = ("edp", "lvds", "dsi", "built-in", "color lcd")
"""What systems call the screen that a laptop cannot do without."""


def board_screen(
    screens: Sequence[QScreen], *, primary: QScreen | None = None, remembered: str = ""
) -> QScreen:
    """Where a class looks: what was chosen before, else what is beside the computer, and largest.

    Args:
        screens: all there are, one at least.
        primary: the one on which the traveller works.
        remembered: the name of the one that was chosen.
    """

    def rank(screen: QScreen) -> tuple[bool, bool, bool, int]:
        size = screen.geometry()
        return (
            screen.name() == remembered != "",
            not is_built_in(screen),
            screen is not primary,
            size.width() * size.height(),
        )

    return max(screens, key=rank)


def is_built_in(screen: QScreen) -> bool:
    """Whether it is a laptop's own, as far as the system tells."""
    return screen.name().casefold().startswith(_BUILT_IN)


def apart_from(board: QScreen, screens: Sequence[QScreen]) -> list[QScreen]:
    """The screens that show something else than the board's; a mirrored one does not."""
    return [screen for screen in screens if not screen.geometry().intersects(board.geometry())]


class Screens(QObject):
    """Lets a board fill its screen, and the traveller's own view another one.

    Attributes:
        own_view: what the traveller sees beside the board, while there is room for it.

    Signals:
        chosen: the name of the screen that was chosen for the board; nothing where it is the
            laptop's own, on which the next class should not find it.
    """

    chosen = Signal(str)

    def __init__(
        self,
        board: QWidget,
        make_own_view: Callable[[], QWidget],
        *,
        remembered: str = "",
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """Follow the screens.

        Args:
            board: what fills one of them.
            make_own_view: makes what stands on another.
            remembered: the name of the screen that was chosen for the board before.
            screens: gives those there are.
        """
        super().__init__(board)
        self._board, self._make_own_view = board, make_own_view
        self._remembered = remembered
        self._screens = screens
        self.own_view: QWidget | None = None
        self._soon = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._soon.timeout.connect(self.settle)
        board.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._note_added)
            app.screenRemoved.connect(self._soon.start)
        for screen in screens():
            screen.geometryChanged.connect(self._soon.start)

    @property
    def are_several(self) -> bool:
        """Whether the board could stand elsewhere."""
        return len(apart_from(self._board.screen(), self._screens())) > 0

    def fill(self) -> None:
        """Let the board fill its screen."""
        self._stand(self._choice())

    def swap(self) -> None:
        """Let the board fill the next screen, from now on."""
        screens = list(self._screens())
        names = [screen.name() for screen in screens]
        here = self._board.screen().name()
        others = apart_from(self._board.screen(), screens)
        if not others:
            return
        first = names.index(here) if here in names else 0
        after = sorted(others, key=lambda each: (names.index(each.name()) - first) % len(names))
        self._remembered = after[0].name()
        self._stand(after[0])
        self.chosen.emit("" if is_built_in(after[0]) else self._remembered)

    def settle(self) -> None:
        """Stand where there is a screen, as large as that is now."""
        if not self._board.isFullScreen():
            return
        choice = self._choice()
        if self._board.screen() is not choice or self._board.geometry() != choice.geometry():
            self._stand(choice)
        else:
            self._show_own_view()

    def close(self) -> None:
        """Take the own view away."""
        view, self.own_view = self.own_view, None
        if view is not None:
            view.close()
            view.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Beside a board in a window there is no own view."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._show_own_view()
        return super().eventFilter(watched, event)

    def _choice(self) -> QScreen:
        return board_screen(
            self._screens(),
            primary=QGuiApplication.primaryScreen(),
            remembered=self._remembered,
        )

    def _stand(self, screen: QScreen) -> None:
        board = self._board
        if board.isFullScreen():
            if board.screen() is screen and board.geometry() == screen.geometry():
                self._show_own_view()
                return
            board.showNormal()  # what fills a screen is not to be moved
        board.setScreen(screen)
        board.setGeometry(screen.geometry())
        board.showFullScreen()
        self._show_own_view()
        board.activateWindow()

    def _show_own_view(self) -> None:
        others = apart_from(self._board.screen(), self._screens())
        if not others or not self._board.isFullScreen():
            if self.own_view is not None:
                self.own_view.hide()
            return
        primary = QGuiApplication.primaryScreen()
        screen = next((each for each in others if each is primary), others[0])
        if self.own_view is None:
            self.own_view = self._make_own_view()
        view = self.own_view
        if view.isVisible() and view.screen() is screen:
            return
        if view.isFullScreen():
            view.showNormal()
        view.setScreen(screen)
        view.setGeometry(screen.geometry())
        view.showFullScreen()

    def _note_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon.start)
        self._soon.start()
