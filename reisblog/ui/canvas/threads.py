"""Dotted lines from a halte's pin to what belongs to it; in logical pixels of the view."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reisblog import look

RING_PX = 13.0
"""How large the ring around a chosen halte's pin is."""
_CLEAR_PX = RING_PX + 3.0
_HALVINGS = 12


def draw_thread(painter: QPainter, thread: QLineF) -> None:
    """Draw one."""
    halo = QColor(look.PAPER)
    halo.setAlphaF(0.8)
    painter.setPen(QPen(halo, 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(thread)
    painter.setPen(QPen(QColor(look.INK), 1.8, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(thread)


def between(one: QPointF, other: QPointF) -> QLineF:
    """From the ring around a pin to the ring around another."""
    line = QLineF(one, other)
    if line.length() <= 2 * _CLEAR_PX:
        return QLineF()
    along = _CLEAR_PX / line.length()
    return QLineF(line.pointAt(along), line.pointAt(1 - along))


def up_to(edge: QPainterPath, head: QPointF) -> QLineF:
    """From the ring around a pin to the edge of what lies elsewhere, and no further."""
    line = QLineF(head, edge.boundingRect().center())
    outside, inside = 0.0, 1.0
    for _halving in range(_HALVINGS):
        middle = (outside + inside) / 2
        if edge.contains(line.pointAt(middle)):
            inside = middle
        else:
            outside = middle
    if line.length() * outside <= _CLEAR_PX:
        return QLineF()
    return QLineF(line.pointAt(_CLEAR_PX / line.length()), line.pointAt(outside))
