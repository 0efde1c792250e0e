"""The line while it is being drawn: painted once, piece by piece, over the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.brush import WIDTHS
from reisblog.model.records import Pen

_MARGIN = 4.0


class InkOverlay(QWidget):
    """A clear sheet over the view; only the newest piece is ever repainted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        self._sheet = QPixmap()
        self._last: QPointF | None = None

    def start(self) -> None:
        """Lay a clean sheet."""
        ratio = self.devicePixelRatioF()
        self.setGeometry(self._host.rect())
        self._sheet = QPixmap(self._host.size() * ratio)
        self._sheet.setDevicePixelRatio(ratio)
        self._sheet.fill(Qt.GlobalColor.transparent)
        self._last = None
        self.show()

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

    def shift(self, by: QPointF) -> None:
        """The map has moved under the line by so many logical pixels: go along."""
        if self._sheet.isNull():  # it is no line: mist is brushed
            return
        before, self._sheet = self._sheet, QPixmap(self._sheet.size())
        self._sheet.setDevicePixelRatio(before.devicePixelRatio())
        self._sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._sheet)
        painter.drawPixmap(by, before)
        painter.end()
        self._last = self._last + by if self._last is not None else None
        self.update()

    def clear(self) -> None:
        """Take the sheet away: the path itself has been drawn, or was given up."""
        self.hide()
        self._sheet = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what was drawn."""
        painter = QPainter(self)
        area = event.rect()
        ratio = self._sheet.devicePixelRatioF()
        source = QRectF(
            area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio
        )
        painter.drawPixmap(QRectF(area), self._sheet, source)
        painter.end()
