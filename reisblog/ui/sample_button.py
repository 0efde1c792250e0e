"""A button for something to draw with, shown by what it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton

from reisblog import look
from reisblog.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

SAMPLE = (104.0, 26.0)
"""The room for a sample, in logical pixels."""
SAMPLE_SCALE = 0.62
"""Logical pixels to a map unit in it: about a map at rest."""


class SampleButton(QAbstractButton):
    """A sample, and the name of what draws so."""

    def __init__(self, name: str, draw: Callable[[QPainter], None]) -> None:
        """Make the button.

        Args:
            name: what stands beside the sample.
            draw: draws the sample, in pixels from the corner of its room.
        """
        super().__init__()
        self._draw = draw
        self.target_px, self.text_px = look.TARGET_PX, look.TEXT_PX
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """A target with the sample and the words."""
        words = QFontMetrics(theme.font(self.text_px, bold=True)).horizontalAdvance(self.text())
        return QSize(round(SAMPLE[0]) + words + 44, self.target_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample on paper, and the name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.translate(14, (self.height() - SAMPLE[1]) / 2)
        self._draw(painter)
        painter.restore()
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(self.text_px, bold=self.isChecked()))
        words = QRectF(self.rect()).adjusted(SAMPLE[0] + 28, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_ground(self, painter: QPainter) -> None:
        if not (self.isChecked() or self.underMouse() or self.isDown()):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.PAPER_DEEP if self.isChecked() else look.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()), look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
