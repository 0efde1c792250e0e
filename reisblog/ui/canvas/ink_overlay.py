"""The line while it is being drawn: painted once, piece by piece, over the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QRegion, QTransform

from reisblog import look
from reisblog.model.brush import WIDTHS
from reisblog.model.records import Pen
from reisblog.ui.canvas.ground import Ground

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

_MARGIN = 4.0


class InkOverlay:
    """A clear sheet over the view; only the newest piece is ever repainted.

    No widget: one as large as the view would have all of it painted anew when it comes and goes.
    """

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._host = view.viewport()
        self._sheet = QPixmap()
        self._ground = Ground(view)
        self._last: QPointF | None = None
        self._seen = QTransform()
        self._drawn = QRect()
        self._asked = QRegion()

    def start(self) -> None:
        """Lay a clean sheet."""
        self._sheet = self._clean_sheet()
        self._seen = self._view.viewportTransform()
        self._drawn, self._asked = QRect(), QRegion()
        self._last = None

    def draw_to(self, at: QPointF, pen: Pen, tint: str, scale: float, pressure: float) -> None:
        """Draw on to a point of the view.

        Args:
            at: in logical pixels.
            pen: which of the four.
            tint: a key of ``look.TINTS``.
            scale: logical pixels per map unit.
            pressure: 0 to 1.
        """
        width = max(1.2, WIDTHS[pen] * scale * (0.6 + 0.8 * pressure))
        if self._last is not None:
            ink = QPen(QColor(look.TINTS.get(tint, look.EMBER)), width)
            ink.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter = QPainter(self._sheet)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(ink)
            painter.drawLine(self._last, at)
            painter.end()
            grow = width / 2 + _MARGIN
            piece = QRectF(self._last, at).normalized().adjusted(-grow, -grow, grow, grow)
            self.update(piece.toAlignedRect())
        self._last = at

    def update(self, piece: QRect) -> None:
        """Have a piece of the sheet painted anew, in logical pixels; nothing under it changed."""
        self._drawn |= piece
        self._asked |= piece
        self._host.update(piece)

    def clear(self) -> None:
        """Take the sheet away: the path itself has been drawn, or was given up."""
        if not self._drawn.isEmpty():
            self._host.update(self._drawn)
        self._sheet = QPixmap()
        self._drawn, self._asked = QRect(), QRegion()
        self._ground.drop()

    def follow(self) -> None:
        """The map has moved under the hand: what was drawn goes along."""
        before, self._seen = self._seen, self._view.viewportTransform()
        if self._sheet.isNull() or before == self._seen:
            return
        moved = before.inverted()[0] * self._seen
        earlier, self._sheet = self._sheet, self._clean_sheet()
        painter = QPainter(self._sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(moved)
        painter.drawPixmap(0, 0, earlier)
        painter.end()
        self._drawn = moved.mapRect(self._drawn).adjusted(-1, -1, 1, 1) & self._host.rect()
        self._last = None if self._last is None else moved.map(self._last)
        self._asked = QRegion()
        self._ground.drop()

    def paint_alone(self, event: QPaintEvent) -> bool:
        """Paint a piece of the line and what lies under it, where nothing else has changed.

        Tells whether it did.
        """
        if self._sheet.isNull():
            return False
        wanted = event.region()
        if not wanted.subtracted(self._asked).isEmpty():
            self._ground.drop()
            return False
        self._asked -= wanted
        painter = QPainter(self._host)
        self._ground.draw(painter, event.rect())
        self._draw(painter, event.rect())
        painter.end()
        return True

    def paint_over(self, event: QPaintEvent) -> None:
        """Paint what was drawn over a part of the view that was painted anew."""
        self._asked -= event.region()
        if not self._sheet.isNull() and self._drawn.intersects(event.rect()):
            painter = QPainter(self._host)
            self._draw(painter, self._drawn & event.rect())
            painter.end()

    def _draw(self, painter: QPainter, area: QRect) -> None:
        ratio = self._sheet.devicePixelRatioF()
        source = QRectF(
            area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio
        )
        painter.drawPixmap(QRectF(area), self._sheet, source)

    def _clean_sheet(self) -> QPixmap:
        ratio = self._host.devicePixelRatioF()
        sheet = QPixmap(self._host.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet
