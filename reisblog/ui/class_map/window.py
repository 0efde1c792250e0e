"""The wall's window: it reads the journeys, has one told on the board, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reisblog import class_map, look
from reisblog.errors import ReisblogError
from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.canvas.map_layer import MapLayer
from reisblog.ui.class_map.bar import Bar
from reisblog.ui.class_map.pictures import SmallPictures
from reisblog.ui.class_map.wall import WallView
from reisblog.ui.pictures import Pictures
from reisblog.ui.telling import Telling
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reisblog.desk import Desk
    from reisblog.model.atlas import Atlas
    from reisblog.storage.class_files import Hung
    from reisblog.ui.class_map.tile import Tile
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Job, Jobs, Progress
    from reisblog.ui.own_desks import OwnDesks
    from reisblog.ui.preferences import Preferences

_WINDOW = QSize(1280, 720)
_NAMED = 5
"""So many files that do not open are named."""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ClassWindow(QWidget):
    """Many journeys side by side; one that is chosen is told, and then all are there again.

    Attributes:
        wall: the maps.
        bar: what is below them.
        telling: what is told now, if anything.
        motion: whether things travel while one is told.

    Signals:
        loaded: every file was read, or could not be.
        closed: nobody looks any more.
    """

    loaded = Signal()
    closed = Signal()

    def __init__(
        self,
        files: Sequence[Path],
        desks: OwnDesks,
        jobs: Jobs,
        dialogs: Callable[[], Dialogs],
        preferences: Preferences,
    ) -> None:
        """Hang up journeys.

        Args:
            files: of them, in the order in which they hang.
            desks: reads and opens them.
            jobs: background work.
            dialogs: gives the platform's file dialogs.
            preferences: know on which screen a board stood last.
        """
        super().__init__()
        self.setWindowTitle(_("Class map"))
        self._desks, self._jobs, self._dialogs = desks, jobs, dialogs
        self._preferences = preferences
        self._layers: dict[str, MapLayer] = {}
        self.motion = True
        self.telling: Telling | None = None
        self._told_tile: Tile | None = None
        self._desk: Desk | None = None
        self._photos: Pictures | None = None
        self._unread: list[tuple[Path, str]] = []
        self._is_loaded = self._is_closed = False
        theme.add_other_scripts()
        self._pictures = SmallPictures(self._layer_of, self)
        self.wall = WallView(self._pictures, desks.chosen_map, self)
        self.wall.chosen.connect(self.tell)
        self.bar = Bar(self)
        self.bar.close_button.clicked.connect(self.close)
        self.bar.nearer.clicked.connect(self.wall.nearer)
        self.bar.farther.clicked.connect(self.wall.farther)
        self.bar.full_screen.clicked.connect(self.switch_full_screen)
        self.bar.keep.clicked.connect(self.keep)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.resize(_WINDOW)
        self.wall.expect(len(files))
        self._waiting = list(zip(files, self.wall.tiles, strict=True))
        self._dropped: list[Tile] = []
        self._reading: Job | None = None
        self._read_next()

    @property
    def journeys(self) -> list[Hung]:
        """Those that hang, in their order."""
        return [tile.journey for tile in self.wall.tiles if tile.journey is not None]

    @property
    def is_settled(self) -> bool:
        """Whether all is read, and painted as far as it is wanted."""
        return self._is_loaded and self._pictures.is_painted

    def tell(self, journey: Hung) -> None:
        """Tell one on the board; when that is closed, the wall is there again."""
        if self.telling is not None:
            return
        try:
            desk = self._desks.open_for_class(journey.path)
        except ReisblogError as error:
            self.bar.say(_sentence(journey.path, str(error)))
            return
        self._desk = desk
        self._told_tile = next(tile for tile in self.wall.tiles if tile.journey is journey)
        layer = self._layer_of(desk.blank_atlas)
        self._photos = Pictures(lambda: desk)
        self.telling = Telling(
            Workbench(desk), self._photos, layer, self._jobs, self._preferences, self
        )
        self.telling.motion, self.telling.dialogs = self.motion, self._dialogs
        board = self.telling.begin(Audience.CLASS, full_screen=self.isFullScreen())
        board.closed.connect(self._come_back, Qt.ConnectionType.QueuedConnection)

    def keep(self) -> None:
        """Make a picture or sheets of all that hang here."""
        if not self.journeys:
            return
        suggestion = self.journeys[0].path.parent / _("class map.pdf")
        path = self._dialogs().save_class_map(self, suggestion)
        if path is None:
            return
        shown = self.journeys

        def make(report: Progress) -> None:
            class_map.write_class_map(shown, path, replace=True)
            report(1.0)

        self._jobs.run(
            make,
            done=lambda _made: self.bar.say(_("“{name}” is ready.").format(name=path.name)),
            failed=lambda error: self.bar.say(str(error)),
        )

    def switch_full_screen(self) -> None:
        """Fill the screen, or stand in a window."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All that a finger does, by keys."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.wall.step(*_STEPS[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.wall.nearer()
        elif key == Qt.Key.Key_Minus:
            self.wall.farther()
        elif key == Qt.Key.Key_F11:
            self.switch_full_screen()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wall above, the bar below."""
        super().resizeEvent(event)
        high = self.bar.high(self.height())
        self.wall.setGeometry(0, 0, self.width(), self.height() - high)
        self.bar.setGeometry(0, self.height() - high, self.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(look.PAPER))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of everything."""
        super().closeEvent(event)
        if self._is_closed:
            return
        self._is_closed = True
        if self._reading is not None:
            self._reading.cancel()
        if self.telling is not None:
            self.telling.end()
            self._come_back()
        for layer in self._layers.values():
            layer.close()
        self.closed.emit()

    def _come_back(self) -> None:
        telling, self.telling = self.telling, None
        desk, self._desk = self._desk, None
        photos, self._photos = self._photos, None
        if telling is not None:
            telling.deleteLater()
        if photos is not None:
            photos.close()
        if desk is not None:
            desk.close()
        if self._told_tile is not None and not self._is_closed:
            self.activateWindow()
            self.wall.focus_on(self._told_tile)

    def _read_next(self) -> None:
        """One after the other: the board and others need the threads as well."""
        if not self._waiting:
            self._note_loaded()
            return
        file, tile = self._waiting.pop(0)

        def done(journey: Hung) -> None:
            self.wall.hang(tile, journey)
            self._read_next()

        def failed(error: ReisblogError) -> None:
            self._unread.append((file, str(error)))
            self._dropped.append(tile)
            self._read_next()

        self._reading = self._jobs.run(
            lambda _report: self._desks.read_for_class(file), done=done, failed=failed
        )

    def _note_loaded(self) -> None:
        self._is_loaded = True
        self.wall.take_down(self._dropped)
        self.wall.is_named = any(journey.small.name for journey in self.journeys)
        self.wall.settle()
        self.wall.sharpen()
        self.bar.say(_told(self._unread))
        self.bar.say(class_map.recommended(self.journeys))
        self.loaded.emit()

    def _layer_of(self, atlas: Atlas) -> MapLayer:
        layer = self._layers.get(atlas.folder)
        if layer is None:
            layer = self._layers[atlas.folder] = MapLayer(atlas, self._desks.cache, self)
            layer.refreshed.connect(self._note_land)
            if not layer.is_painted:
                layer.prepare()
        return layer

    def _note_land(self) -> None:
        self._pictures.note_land()
        self.wall.sharpen()
        self.wall.viewport().update()


def _told(unread: Sequence[tuple[Path, str]]) -> str:
    """What is said of files that do not open; the others hang all the same."""
    if not unread:
        return ""
    if len(unread) == 1:
        return _sentence(*unread[0])
    names = [f"“{path.name}”" for path, _why in unread[:_NAMED]]
    more = " …" if len(unread) > _NAMED else ""
    return _("These do not open, and the others hang here: {names}").format(
        names=", ".join(names) + more
    )


def _sentence(path: Path, why: str) -> str:
    return why if path.name in why else f"“{path.name}”: {why}"
