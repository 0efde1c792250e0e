"""The wall: small maps in rows, to be looked at from nearer by and from farther off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QNativeGestureEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reisblog import look
from reisblog.model import wall
from reisblog.model.atlas import art_of
from reisblog.model.geometry import Rect
from reisblog.ui.class_map.fingers import Fingers
from reisblog.ui.class_map.tile import Tile
from reisblog.ui.show.letters import UNITS_HIGH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from reisblog.model.atlas import Atlas
    from reisblog.storage.class_files import Hung
    from reisblog.ui.class_map.pictures import SmallPictures

_MARGIN, _LEAST_MAP, _LEAST_NAMED = 32.0, 176.0, 150.0
"""In units of the board: around the wall, and how wide a map is at first, and with a name."""
_LETTERS, _NAME_ROOM = 28.0, 46.0
"""How high a name's letters are, and all of it."""
_SHARP_AFTER_MS = 120
_STEP = 1.35


class WallView(QScrollArea):
    """Shows as many maps as there are files; each hangs as soon as it is known.

    Attributes:
        tiles: a map each, in the order in which they were given.
        zoom: how much nearer by it is seen than at first.

    Signals:
        chosen: the ``Hung`` whose map was tapped.
    """

    chosen = Signal(object)

    def __init__(self, pictures: SmallPictures, blank: Atlas, parent: QWidget) -> None:
        """Hang nothing yet.

        Args:
            pictures: paints maps.
            blank: the map that is seen until a journey is known.
            parent: the window.
        """
        super().__init__(parent)
        self._pictures, self._blank = pictures, blank
        self.tiles: list[Tile] = []
        self.zoom = 1.0
        self.is_named = True
        self._laid: wall.Wall | None = None
        self._name_high, self._letters = 0.0, 0
        self._settled = QSize()
        self._by_file: dict[Path, Tile] = {}
        self._ground = QWidget()
        self._ground.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setWidget(self._ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(look.PAPER))
        self.setPalette(palette)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fingers = Fingers(self, self._ground)
        self._sharpen_soon = QTimer(self, interval=_SHARP_AFTER_MS, singleShot=True)
        self._sharpen_soon.timeout.connect(self.sharpen)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._note_moved)
        pictures.made.connect(self._note_made)

    def expect(self, number: int) -> None:
        """Keep room for so many."""
        for _each in range(number):
            tile = Tile(self._pictures, self._blank, self._ground)
            tile.clicked.connect(partial(self._tell, tile))
            tile.show()
            self.tiles.append(tile)
        self.settle()

    def hang(self, tile: Tile, journey: Hung) -> None:
        """This is what one of them shows."""
        tile.hang(journey)
        self._by_file[journey.path] = tile
        self._sharpen_soon.start(0)

    def take_down(self, tiles: Sequence[Tile]) -> None:
        """These will not show anything; the others close up."""
        for tile in tiles:
            self.tiles.remove(tile)
            tile.hide()
            tile.deleteLater()

    def settle(self) -> None:
        """Hang all where they belong in a window of this size."""
        unit = self._unit
        margin = _MARGIN * unit
        # Bars that come and go lie in the margin, so that nothing moves for them.
        wide, high = (max(1.0, side - 2 * margin) for side in self.size().toTuple())
        room = Rect(margin, margin, wide, high)
        least = _LEAST_MAP * unit * min(1.0, self.zoom)
        self._letters = max(look.TEXT_PX, round(_LETTERS * unit))
        legible = self.is_named and least >= _LEAST_NAMED * unit
        self._name_high = max(1.5 * self._letters, _NAME_ROOM * unit) if legible else 0.0
        self._laid = self._hung(room, max(self._least, least))
        self._apply()

    def look_nearer(self, times: float, around: QPointF | None = None) -> None:
        """See it larger, or smaller below 1, around a point of the view that stays where it is.

        From farther off than at first, more maps hang side by side.
        """
        if self._laid is None:
            return
        at = QPointF(self.viewport().rect().center()) if around is None else around
        spot = QPointF(self._ground.mapFrom(self.viewport(), at.toPoint()))
        whole, before = self._ground.size(), self.zoom
        self.zoom = min(max(before * times, self._farthest), self._nearest)
        if self.zoom == before:
            return
        if min(before, self.zoom) < 1.0:
            self.settle()
            grown = self._ground.height() / whole.height()
        else:
            self._apply()
            grown = self.zoom / before
        moved = spot * grown - at
        self.horizontalScrollBar().setValue(round(moved.x()))
        self.verticalScrollBar().setValue(round(moved.y()))

    def nearer(self) -> None:
        """One step nearer by."""
        self.look_nearer(_STEP)

    def farther(self) -> None:
        """One step farther off."""
        self.look_nearer(1 / _STEP)

    def step(self, across: int, down: int) -> None:
        """Let the keyboard go to another map."""
        if not self.tiles or self._laid is None:
            return
        at = next((n for n, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        to = 0 if at is None else at + across + down * self._laid.columns
        if 0 <= to < len(self.tiles):
            self.focus_on(self.tiles[to])

    def focus_on(self, tile: Tile) -> None:
        """Let the keyboard be at a map, and have that in sight."""
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(tile, 24, 24)

    def tile_at(self, at: QPointF) -> Tile | None:
        """The map at a point of the view."""
        inside = self._ground.mapFrom(self.viewport(), at.toPoint())
        found = self._ground.childAt(inside)
        return found if isinstance(found, Tile) else None

    def picture_of(self, tile: Tile) -> QPixmap | None:
        """The picture there is of what hangs there."""
        return None if tile.journey is None else self._pictures.of(tile.journey)

    def sharpen(self) -> None:
        """Have pictures of what is in sight, as fine as the screen; of the rest after that."""
        corner = self._ground.mapFrom(self.viewport(), QPoint(0, 0))
        sight = QRect(corner, self.viewport().size())
        near = sight.adjusted(0, -sight.height() // 2, 0, sight.height() // 2)
        hung = [(tile, tile.journey) for tile in self.tiles if tile.journey is not None]
        seen = [journey for tile, journey in hung if tile.geometry().intersects(sight)]
        soon = [journey for tile, journey in hung if tile.geometry().intersects(near)]
        if hung:
            self._pictures.want([*seen, *soon], hung[0][0].wanted_size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hang everything anew."""
        super().resizeEvent(event)
        if self.size() != self._settled:
            self._settled = self.size()
            self.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl nearer and farther; else up and down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look_nearer(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from map to map, and do not scroll."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers on a trackpad."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.look_nearer(1.0 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    @property
    def _shape(self) -> float:
        art = art_of(self._blank.bounds)
        return art.width / art.height

    def _hung(self, room: Rect, least: float) -> wall.Wall | None:
        """All in sight where they are large enough then; else as many rows as it takes."""
        number = len(self.tiles)
        if not number:
            return None
        name, filled = 0.0, wall.filled(number, room, shape=self._shape)
        for _again in range(3):  # the room for a name is as high for any width
            name = self._name_high / filled.width
            filled = wall.filled(number, room, shape=self._shape, name=name)
        if filled.width >= least:
            return filled
        return wall.hung(number, least, room, shape=self._shape, name=self._name_high / least)

    @property
    def _unit(self) -> float:
        return self.window().height() / UNITS_HIGH

    @property
    def _least(self) -> float:
        """How wide a map is that is still as high as a finger."""
        return look.TARGET_BOARD_PX * self._shape

    @property
    def _farthest(self) -> float:
        return min(1.0, self._least / (_LEAST_MAP * self._unit))

    @property
    def _nearest(self) -> float:
        """Where a map fills the window."""
        if self._laid is None:
            return 1.0
        sight = self.viewport().size()
        most = min(sight.width() / self._laid.width, sight.height() / self._laid.down)
        return max(1.0, most)

    def _apply(self) -> None:
        laid, zoom = self._laid, max(1.0, self.zoom)
        if laid is None:
            return
        letters = round(self._letters * min(1.6, zoom**0.5))
        bottom = right = 0.0
        for tile, frame in zip(self.tiles, laid.frames(), strict=True):
            box = QRectF(frame.x, frame.y, frame.width, frame.height + self._name_high)
            box = QRectF(box.topLeft() * zoom, box.size() * zoom)
            tile.lay(box, frame.height * zoom, letters if self._name_high else 0)
            bottom, right = max(bottom, box.bottom()), max(right, box.right())
        sight = self.viewport().size()
        self._ground.resize(
            max(sight.width(), round(right + laid.left * zoom)) if zoom > 1 else sight.width(),
            max(sight.height(), round(bottom + _MARGIN * self._unit)),
        )
        self._note_moved()

    def _tell(self, tile: Tile) -> None:
        if tile.journey is not None:
            self.chosen.emit(tile.journey)

    def _note_moved(self) -> None:
        self._sharpen_soon.start(_SHARP_AFTER_MS)

    def _note_made(self, file: Path) -> None:
        if (tile := self._by_file.get(file)) is not None:
            tile.update()
