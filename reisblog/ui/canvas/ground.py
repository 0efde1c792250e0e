"""What lies under a line that is being drawn: painted once, where the line comes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

_TILE = 96


class Ground:
    """A view's own picture of itself, in tiles; everything must lie still for it."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._picture = QPixmap()
        self._painted: set[tuple[int, int]] = set()

    def drop(self) -> None:
        """Something has changed, or it is no longer wanted."""
        self._painted.clear()
        self._picture = QPixmap()

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Draw a part; painter and area in logical pixels of the view."""
        if self._picture.isNull():
            port = self._view.viewport()
            ratio = port.devicePixelRatioF()
            self._picture = QPixmap(port.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
        for column in range(area.left() // _TILE, area.right() // _TILE + 1):
            for row in range(area.top() // _TILE, area.bottom() // _TILE + 1):
                if (column, row) not in self._painted:
                    self._painted.add((column, row))
                    self._paint(QRect(column * _TILE, row * _TILE, _TILE, _TILE))
        ratio = self._picture.devicePixelRatioF()
        source = QRectF(
            area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio
        )
        painter.drawPixmap(QRectF(area), self._picture, source)

    def _paint(self, tile: QRect) -> None:
        painter = QPainter(self._picture)
        painter.setRenderHints(self._view.renderHints())  # which it does not set by itself
        painter.setClipRect(tile)
        self._view.render(painter, QRectF(tile), tile)
        painter.end()
