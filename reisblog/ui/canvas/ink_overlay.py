"""The line while it is being drawn: painted once, piece by piece, over the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QTransform

from reisblog.ui.canvas.ground import Ground
from reisblog.ui.canvas.items.halo import HALO_ALPHA
from reisblog.ui.canvas.live_line import LiveLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

    from reisblog.tools.gesture import Ink


class InkOverlay:
    """Clear sheets over the view, one for paper under the line and one for its ink.

    Only the newest piece is ever repainted. No widget: one as large as the view would have all of
    it painted anew when it comes and goes.
    """

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._host = view.viewport()
        self._halo, self._ink = QPixmap(), QPixmap()
        self._ground = Ground(view)
        self._line: LiveLine | None = None
        self._seen = QTransform()
        self._drawn = QRect()
        self._asked = QRegion()

    @property
    def is_clear(self) -> bool:
        """Whether no line is being drawn."""
        return self._ink.isNull()

    def start(self) -> None:
        """Lay clean sheets."""
        self._halo, self._ink = self._sheet(), self._sheet()
        self._line = None
        self._seen = self._view.viewportTransform()
        self._drawn, self._asked = QRect(), QRegion()

    def draw_to(self, at: QPointF, ink: Ink, scale: float) -> None:
        """Draw on to a point of the view.

        Args:
            at: in logical pixels.
            ink: with what, and in which width of the hand.
            scale: logical pixels per map unit.
        """
        if self._line is None:
            self._line = LiveLine(ink, scale)
        anew = self._line.add(at.x(), at.y(), ink.width)
        if anew.isEmpty():
            return
        halo, on_ink = QPainter(self._halo), QPainter(self._ink)
        for painter in (halo, on_ink):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._line.settle(halo, on_ink)
        halo.end()
        on_ink.end()
        piece = anew.toAlignedRect()
        self._drawn |= piece
        self._asked |= piece
        self._host.update(piece)

    def clear(self) -> None:
        """Take the sheets away: the path itself has been drawn, or was given up."""
        if not self._drawn.isEmpty():
            self._host.update(self._drawn)
        self._halo, self._ink = QPixmap(), QPixmap()
        self._line = None
        self._drawn, self._asked = QRect(), QRegion()
        self._ground.drop()

    def follow(self) -> None:
        """The map has moved under the line: what was drawn goes along."""
        before, self._seen = self._seen, self._view.viewportTransform()
        if self.is_clear or before == self._seen:
            return
        moved = before.inverted()[0] * self._seen
        self._halo, self._ink = self._moved(self._halo, moved), self._moved(self._ink, moved)
        if self._line is not None:
            self._line.follow(moved)
        self._drawn = moved.mapRect(self._drawn).adjusted(-1, -1, 1, 1) & self._host.rect()
        self._asked = QRegion()
        self._ground.drop()

    def paint_alone(self, event: QPaintEvent) -> bool:
        """Paint a piece of the line and what lies under it, where nothing else has changed.

        Tells whether it did.
        """
        if self.is_clear:
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
        if not self.is_clear and self._drawn.intersects(event.rect()):
            painter = QPainter(self._host)
            self._draw(painter, self._drawn & event.rect())
            painter.end()

    def _draw(self, painter: QPainter, area: QRect) -> None:
        """Copy what was drawn, and draw the newest of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(HALO_ALPHA)
        _copy(painter, self._halo, area)
        if self._line is not None:
            self._line.paint_tail_halo(painter)
        painter.setOpacity(1.0)
        _copy(painter, self._ink, area)
        if self._line is not None:
            self._line.paint_tail(painter)

    def _sheet(self) -> QPixmap:
        ratio = self._host.devicePixelRatioF()
        sheet = QPixmap(self._host.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet

    def _moved(self, earlier: QPixmap, by: QTransform) -> QPixmap:
        sheet = self._sheet()
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(by)
        painter.drawPixmap(0, 0, earlier)
        painter.end()
        return sheet


def _copy(painter: QPainter, sheet: QPixmap, area: QRect) -> None:
    ratio = sheet.devicePixelRatioF()
    source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
    painter.drawPixmap(QRectF(area), sheet, source)
