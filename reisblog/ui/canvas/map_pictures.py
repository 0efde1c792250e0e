"""Prepared pictures of one map: painted once, read when needed, and drawn from."""

from __future__ import annotations

import math
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from reisblog import look
from reisblog.model.atlas import Atlas
from reisblog.resources import map_files
from reisblog.ui.canvas.map_painter import (
    FINEST,
    LEVELS,
    TILES,
    level_file,
    paint_levels,
    tile_file,
    tiles_are_there,
)

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_SHARP_ENOUGH = 0.92
_TILES_KEPT = 20
"""At 4 MB each; a large view keeps as many as it shows."""
Tile = tuple[int, int]


class MapPictures(QObject):
    """Pictures of a map at several sizes; loads the one that a scale asks for.

    Signals:
        refreshed: a better picture than before can be drawn.
        unpaintable: there is no place to keep pictures.
    """

    refreshed = Signal()
    unpaintable = Signal()
    _prepared = Signal(int)
    _loaded = Signal(object, object)

    def __init__(self, atlas: Atlas, cache: Path, parent: QObject | None = None) -> None:
        """Draw the map of an atlas.

        Args:
            atlas: its size, its hash, and where its drawing is.
            cache: a folder of our own, in which pictures are kept by the map's hash.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._atlas = atlas
        self._folder = cache / f"map-{atlas.map.sha256[:16]}"
        self._levels: dict[int, QImage] = {}
        self._tiles: dict[Tile, QImage] = {}
        self._tiles_seen: tuple[float, int] = (0.0, 0)
        self._asked: set[int | Tile] = set()
        self._on_disk = {width for width in LEVELS if level_file(self._folder, width).exists()}
        if tiles_are_there(self._folder):
            self._on_disk.add(FINEST)
        self._closed = False
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="map")
        self._painter: BaseProcess | None = None
        self._prepared.connect(self._note_prepared, Qt.ConnectionType.QueuedConnection)
        self._loaded.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        painted = LEVELS[0] in self._on_disk
        first = level_file(self._folder, LEVELS[0]) if painted else map_files(atlas.folder).coarse
        # Read while the rest of the window is made.
        self._first: Future[QImage] | None = self._threads.submit(_read, first)

    @property
    def settled(self) -> bool:
        """Whether every picture asked for can be drawn."""
        self._take_first()
        return bool(self._levels) and self._asked <= self._levels.keys() | self._tiles.keys()

    @property
    def is_painted(self) -> bool:
        """Whether a picture of every size is there, but for the finest perhaps."""
        return self._on_disk >= set(LEVELS)

    @property
    def is_finished(self) -> bool:
        """Whether the finest is there, too."""
        return self.is_painted and FINEST in self._on_disk

    def prepare(self) -> None:
        """Have the pictures painted that are not there yet, in a process of its own."""
        if self.is_finished:
            return
        import multiprocessing  # noqa: PLC0415 - all is there from the second start on

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.unpaintable.emit()
            return
        drawing = map_files(self._atlas.folder).drawing
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        painter = context.Process(
            target=paint_levels, args=(str(drawing), str(self._folder), there), daemon=True
        )
        self._painter = painter

        def listen() -> None:
            if self._closed:
                return
            painter.start()
            there.close()
            with suppress(EOFError, OSError, RuntimeError):  # RuntimeError: the window is gone
                while True:
                    self._prepared.emit(here.recv())

        Thread(target=listen, name="map-painter", daemon=True).start()

    def draw(
        self, painter: QPainter, exposed: QRectF, scale: float, *, quick: bool = False
    ) -> None:
        """Draw the part of the map that is exposed.

        Args:
            painter: in map units.
            exposed: in map units.
            scale: physical pixels per map unit.
            quick: as swiftly as it can be done, for a map that moves.
        """
        sheet = QRectF(0, 0, self._atlas.width, self._atlas.height)
        target = exposed.intersected(sheet)
        level = self._level_for(scale)
        if not quick or level is None or not sheet.contains(exposed):
            _fill(painter, exposed)
        if level is None or target.isEmpty():
            return
        finer = level.width() / self._atlas.width
        source = QRectF(
            target.x() * finer, target.y() * finer, target.width() * finer, target.height() * finer
        )
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform,
            not quick and not math.isclose(finer, scale),
        )
        painter.drawImage(target, level, source)
        if scale * self._atlas.width * _SHARP_ENOUGH > LEVELS[-1] and FINEST in self._on_disk:
            self._draw_tiles(painter, target, scale)

    def _draw_tiles(self, painter: QPainter, target: QRectF, scale: float) -> None:
        """Lay the finest picture over it, as far as it is at hand; ask for the rest."""
        wide, high = self._atlas.width / TILES, self._atlas.height / TILES
        tiles = [
            (column, row)
            for column in range(int(target.left() // wide), math.ceil(target.right() / wide))
            for row in range(int(target.top() // high), math.ceil(target.bottom() / high))
        ]
        seen_at, most = self._tiles_seen
        # Often only a part is painted; a view at one scale is as large as its largest part.
        self._tiles_seen = (scale, max(len(tiles), most if seen_at == scale else 0))
        for tile in tiles:
            image = self._tiles.pop(tile, None)
            if image is None:
                self._ask(tile, tile_file(self._folder, *tile))
                continue
            self._tiles[tile] = image  # the one used last is the last to go
            area = QRectF(tile[0] * wide, tile[1] * high, wide, high)
            painter.drawImage(area, image, QRectF(image.rect()))

    def close(self) -> None:
        """End what is still being painted or read."""
        self._closed = True
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self._painter is not None and self._painter.pid is not None:
            self._painter.kill()

    def _level_for(self, scale: float) -> QImage | None:
        """The best picture at hand; asks for a better one where it is too coarse."""
        self._take_first()
        wanted = self._atlas.width * scale * _SHARP_ENOUGH
        best = next((width for width in LEVELS if width >= wanted), LEVELS[-1])
        if best not in self._levels and best in self._on_disk:
            self._ask(best, level_file(self._folder, best))
        nearest = sorted(self._levels, key=lambda width: (width < best, abs(width - best)))
        return self._levels[nearest[0]] if nearest else None

    def _ask(self, what: int | Tile, file: Path) -> None:
        if what not in self._asked and not self._closed:
            self._asked.add(what)
            self._threads.submit(lambda: self._loaded.emit(what, _read(file)))

    def _take_first(self) -> None:
        """The coarsest picture, which the very first frame waits for."""
        if self._first is not None:
            first, self._first = self._first, None
            self._put(LEVELS[0], first.result(), level_file(self._folder, LEVELS[0]))

    def _note_prepared(self, width: int) -> None:
        self._on_disk.add(width)
        if not self._levels and width != FINEST:
            self._ask(width, level_file(self._folder, width))
        self.refreshed.emit()

    def _keep(self, what: int | Tile, image: QImage) -> None:
        if isinstance(what, int):
            kept = self._put(what, image, level_file(self._folder, what))
        else:
            kept = self._put_tile(what, image)
        if kept:
            self.refreshed.emit()

    def _put(self, width: int, image: QImage, file: Path) -> bool:
        if image.isNull():
            _forget(file)
            return False
        self._levels[width] = image
        return True

    def _put_tile(self, tile: Tile, image: QImage) -> bool:
        if image.isNull():
            _forget(tile_file(self._folder, TILES - 1, TILES - 1))
            return False
        while len(self._tiles) >= max(_TILES_KEPT, self._tiles_seen[1]):
            oldest = next(iter(self._tiles))
            del self._tiles[oldest]
            self._asked.discard(oldest)
        self._tiles[tile] = image
        return True


def _fill(painter: QPainter, area: QRectF) -> None:
    """Paper; by the painter's brush, as ``fillRect`` makes PySide load all 180 known gradients."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.PAPER))
    painter.drawRect(area)
    painter.restore()


def _forget(file: Path) -> None:
    """A picture is damaged in the cache: it is painted again at the next start."""
    with suppress(OSError):
        file.unlink()


def _read(file: Path) -> QImage:
    reader = QImageReader(str(file))
    reader.setScaledSize(reader.size())  # with a size, reading lets other threads go on
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)
