"""Sheets of paper with a soft shadow: what lies on the map without being part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SHADOW_PX = 12
"""How much room a shadow wants around a sheet."""
_STEPS = 8


def draw_shadow(
    painter: QPainter, rect: QRectF, radius: float, *, reach: float = 8.0, drop: float = 2.0
) -> None:
    """A soft shadow under a rounded rectangle, painted as thin layers: no blur to compute."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(look.INK)
    colour.setAlphaF(theme.SHADOW_ALPHA / _STEPS)
    painter.setBrush(colour)
    for step in range(_STEPS):
        grow = reach * ((step + 0.5) / _STEPS - 0.35)
        layer = rect.translated(0, drop).adjusted(-grow, -grow, grow, grow)
        corner = max(radius + grow, 0.0)
        painter.drawRoundedRect(layer, corner, corner)
    painter.restore()


def draw_sheet(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    """A rounded sheet with its shadow."""
    draw_shadow(painter, rect, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


class Slip(QWidget):
    """A sheet of paper that floats over the map; its contents margins leave room for the shadow."""

    def __init__(self, parent: QWidget | None = None, *, colour: str = theme.LIFTED) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setContentsMargins(SHADOW_PX, SHADOW_PX, SHADOW_PX, SHADOW_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def sheet(self) -> QRectF:
        """The paper itself, without the shadow."""
        return QRectF(self.rect().marginsRemoved(self.contentsMargins()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sheet(painter, self.sheet(), look.RADIUS_CARD_PX, self._colour)
