"""The eraser in the tray: a path with a gap in it, and the ring that made it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reisblog import look
from reisblog.texts import _
from reisblog.ui.sample_button import SAMPLE, SampleButton


def what_gum_takes() -> str:
    """One sentence for who wonders."""
    return _("The eraser takes away lines only.")


class EraserButton(SampleButton):
    """Gum, shown by what it does."""

    def __init__(self) -> None:
        super().__init__(_("Eraser"), self._draw_gap)
        self.setToolTip(what_gum_takes())

    def _draw_gap(self, painter: QPainter) -> None:
        width, height = SAMPLE
        line = QPainterPath(QPointF(6, height * 0.72))
        line.cubicTo(width * 0.3, -height * 0.4, width * 0.55, height * 1.5, width - 6, 7)
        middle = line.pointAtPercent(0.56)
        hole = QPainterPath()
        hole.addRect(-4, -8, width + 8, height + 16)
        hole.addEllipse(middle, 12.5, 12.5)
        painter.save()
        painter.setClipPath(hole)
        pen = QPen(QColor(look.INK_SOFT), 4.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(line, pen)
        painter.restore()
        ring = QPen(QColor(look.INK), 1.8)
        ring.setDashPattern([2.6, 2.2])
        painter.setPen(ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 10.0, 10.0)
