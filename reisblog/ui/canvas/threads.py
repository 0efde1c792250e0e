"""Dotted lines from a halte's pin to what belongs to it; in logical pixels of the view."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from reisblog import look

RING_PX = 13.0
"""How large the ring around a chosen halte's pin is."""
_CLEAR_PX = RING_PX + 3.0
_DOT_PX, _APART_PX = 2.4, 5.4
_HALVINGS = 12


def draw_thread(painter: QPainter, thread: QLineF) -> None:
    """Draw one."""
    halo = QColor(look.PAPER)
    halo.setAlphaF(0.8)
    painter.setPen(QPen(halo, 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(thread)
    path = QPainterPath(thread.p1())
    path.lineTo(thread.p2())
    draw_dots(painter, path, thick=_DOT_PX, apart=_APART_PX)


def draw_dots(painter: QPainter, path: QPainterPath, *, thick: float, apart: float) -> None:
    """Draw dots along a path, from its beginning.

    A dotted pen would lay them elsewhere with every other part of the view that is painted anew.
    """
    length = path.length()
    painter.setPen(QPen(QColor(look.INK), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    steps = range(math.floor(length / apart) + 1)
    shares = (path.percentAtLength(step * apart) for step in steps)
    painter.drawPoints(QPolygonF([path.pointAtPercent(share) for share in shares]))


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
