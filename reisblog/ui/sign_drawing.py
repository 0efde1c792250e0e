"""The eight signs of places of one's own, drawn in the window."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reisblog import resources

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    from reisblog.model.records import Sign


def draw_sign(painter: QPainter, sign: Sign, frame: QRectF) -> None:
    """Draw a sign into a square."""
    _drawing(sign).render(painter, frame)


@cache
def _drawing(sign: Sign) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - for journeys that have any

    return QSvgRenderer(str(resources.sign(sign)))
