"""Paints the map once into pictures of several sizes, in a process of its own.

``QSvgRenderer`` holds Python's lock for as long as it draws, so not even a thread could do this
beside a living window.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.photos.priority import give_way

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LEVELS = (600, 1200, 2400, 4800)
"""Widths in pixels, painted in this order: each twice as fine as the one before."""
FINEST = 9_600
"""The width that is painted last, in tiles: as one picture it would take 250 MB of memory."""
TILES = 8
"""How many of them lie side by side, and below one another."""


def level_file(folder: Path, width: int) -> Path:
    """Where the picture of this width is kept."""
    return folder / f"map-{width}.png"


def tile_file(folder: Path, column: int, row: int) -> Path:
    """Where a tile of the finest picture is kept; that of the last is written last."""
    return folder / f"map-{FINEST}-{column}-{row}.png"


def tiles_are_there(folder: Path) -> bool:
    """Whether every tile is painted."""
    return tile_file(folder, TILES - 1, TILES - 1).exists()


def paint_levels(svg: str, folder: str, told: Connection) -> None:
    """Paint what is not there yet; tell each width as soon as all of it is there."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QByteArray, QRectF, Qt  # noqa: PLC0415  (here alone, for Qt's SVG)
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    _application = QGuiApplication([])
    renderer = QSvgRenderer(svg)
    proportion = renderer.viewBoxF().height() / renderer.viewBoxF().width()

    def painted(width: int, top: int, height: int) -> QImage:
        """A strip of the map at a width."""
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, -top, width, width * proportion))
        painter.end()
        return image

    def keep(image: QImage, target: Path) -> None:
        beside = target.with_suffix(f".{os.getpid()}.part")
        QImageWriter(str(beside), QByteArray(b"png")).write(image)
        beside.replace(target)

    for width in LEVELS:
        target = level_file(Path(folder), width)
        if not target.exists():
            keep(painted(width, 0, round(width * proportion)), target)
        told.send(width)
    give_way()  # the map can be seen now
    if not tiles_are_there(Path(folder)):
        wide, high = FINEST // TILES, round(FINEST * proportion / TILES)
        for row in range(TILES):
            files = [tile_file(Path(folder), column, row) for column in range(TILES)]
            if not all(file.exists() for file in files):
                strip = painted(FINEST, row * high, high)
                for column, file in enumerate(files):
                    keep(strip.copy(column * wide, 0, wide, high), file)
    told.send(FINEST)
    told.close()
