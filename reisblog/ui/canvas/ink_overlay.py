"""The line while it is being drawn: painted once, piece by piece, over the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from reisblog.ui.canvas.items.stroke import HALO_ALPHA
from reisblog.ui.canvas.live_line import LiveLine

if TYPE_CHECKING:
    from reisblog.tools.gesture import Ink


class InkOverlay(QWidget):
    """Clear sheets over the view, one for paper under the line and one for its ink.

    Only the newest piece is ever repainted.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        self._halo, self._ink = QPixmap(), QPixmap()
        self._line: LiveLine | None = None

    def start(self) -> None:
        """Lay clean sheets."""
        self.setGeometry(self._host.rect())
        self._halo, self._ink = self._sheet(), self._sheet()
        self._line = None
        self.show()

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
        self.update(anew.toAlignedRect())

    def shift(self, by: QPointF) -> None:
        """The map has moved under the line by so many logical pixels: go along."""
        if self._ink.isNull():  # it is no line: mist is brushed
            return
        self._halo, self._ink = self._moved(self._halo, by), self._moved(self._ink, by)
        if self._line is not None:
            self._line.shift(by.x(), by.y())
        self.update()

    def clear(self) -> None:
        """Take the sheets away: the path itself has been drawn, or was given up."""
        self.hide()
        self._halo, self._ink = QPixmap(), QPixmap()
        self._line = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what was drawn, and draw the newest of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(HALO_ALPHA)
        self._copy(painter, self._halo, QRectF(event.rect()))
        if self._line is not None:
            self._line.paint_tail_halo(painter)
        painter.setOpacity(1.0)
        self._copy(painter, self._ink, QRectF(event.rect()))
        if self._line is not None:
            self._line.paint_tail(painter)
        painter.end()

    def _sheet(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(self._host.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet

    def _moved(self, sheet: QPixmap, by: QPointF) -> QPixmap:
        moved = self._sheet()
        painter = QPainter(moved)
        painter.drawPixmap(by, sheet)
        painter.end()
        return moved

    def _copy(self, painter: QPainter, sheet: QPixmap, area: QRectF) -> None:
        ratio = sheet.devicePixelRatioF()
        source = QRectF(
            area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio
        )
        painter.drawPixmap(area, sheet, source)
