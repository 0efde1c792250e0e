"""Paints the map once into pictures of several sizes, in a process of its own.

``QSvgRenderer`` holds Python's lock for as long as it draws, so not even a thread could do this
beside a living window.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LEVELS = (600, 1200, 2400, 4800)
"""Widths in pixels, painted in this order: each twice as fine as the one before."""


def level_file(folder: Path, width: int) -> Path:
    """Where the picture of this width is kept."""
    return folder / f"map-{width}.png"


def paint_levels(svg: str, folder: str, told: Connection) -> None:
    """Paint what is not there yet; tell each width as soon as its file is whole."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QByteArray, Qt  # noqa: PLC0415  (only this process needs Qt's SVG)
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    _application = QGuiApplication([])
    renderer = QSvgRenderer(svg)
    proportion = renderer.viewBoxF().height() / renderer.viewBoxF().width()
    for width in LEVELS:
        target = level_file(Path(folder), width)
        if not target.exists():
            image = QImage(width, round(width * proportion), QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            renderer.render(painter)
            painter.end()
            beside = target.with_suffix(f".{os.getpid()}.part")
            QImageWriter(str(beside), QByteArray(b"png")).write(image)
            beside.replace(target)
        told.send(width)
    told.close()
