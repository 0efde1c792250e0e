"""How a luggage label is cut and hung."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reisblog import look
from reisblog.ui import theme

_CUT_PX = 12.0
_HOLE_PX = 4.5


def tag_outline(rect: QRectF, turn: float) -> QPainterPath:
    """Its outline, with the corners on the right a little up or down."""
    corner = look.RADIUS_CONTROL_PX
    top, bottom = rect.top() + turn, rect.bottom() + turn
    path = QPainterPath(QPointF(rect.left() + _CUT_PX, rect.top() - turn))
    path.lineTo(rect.right() - corner, top)
    path.quadTo(QPointF(rect.right(), top), QPointF(rect.right(), top + corner))
    path.lineTo(rect.right(), bottom - corner)
    path.quadTo(QPointF(rect.right(), bottom), QPointF(rect.right() - corner, bottom))
    path.lineTo(rect.left() + _CUT_PX, rect.bottom() - turn)
    path.lineTo(rect.left(), rect.bottom() - _CUT_PX - turn)
    path.lineTo(rect.left(), rect.top() + _CUT_PX - turn)
    path.closeSubpath()
    return path


def draw_hole(painter: QPainter, tag: QRectF, turn: float) -> None:
    """The hole a label hangs by, and its string."""
    at = QPointF(tag.left() + 13, tag.top() + look.TARGET_PX / 2)
    painter.setPen(QPen(QColor(theme.mix(look.PAPER_DEEP, look.MAP_LINE, 0.4)), 1.6))
    painter.setBrush(QColor(theme.mix(look.PAPER_DEEP, look.MAP_LINE, 0.5)))
    painter.drawEllipse(at, _HOLE_PX, _HOLE_PX)
    string = QPainterPath(at)
    string.cubicTo(at + QPointF(-5, -9 + turn), at + QPointF(-13, 3), at + QPointF(-12, 13))
    pen = QPen(QColor(theme.mix(look.UMBER, look.PAPER_DEEP, 0.2)), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(string)
