"""Compass, map and guide as things one takes in hand, in the map's line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reisblog import look
from reisblog.ui import theme

_BRASS: Final = theme.mix("#F1DFB6", look.UMBER, 0.3)
_LAND, _WATER = "#D9DFB4", look.SEA
_COVER: Final = theme.mix(look.SEA_DEEP, look.MAP_LINE, 0.25)


def draw_pocket_compass(painter: QPainter, middle: QPointF, radius: float) -> None:
    """A compass of brass, its needle a little aside from the north.

    One on the map looks otherwise and tells something: see ``compass_drawing``.
    """
    painter.setPen(_line(2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle - QPointF(0, radius + 3), 3.6, 3.6)
    painter.setBrush(QColor(_BRASS))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(_line(1.4))
    painter.setBrush(QColor(look.SLIP))
    painter.drawEllipse(middle, radius * 0.76, radius * 0.76)
    painter.save()
    painter.translate(middle)
    painter.setPen(_line(1.4))
    for _quarter in range(4):
        painter.drawLine(QPointF(0, -radius * 0.66), QPointF(0, -radius * 0.54))
        painter.rotate(90)
    painter.rotate(32)
    long, broad = radius * 0.58, radius * 0.17
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, tip in ((look.EMBER, -long), (look.MAP_LINE, long)):
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(0, tip), QPointF(broad, 0), QPointF(-broad, 0)]))
    painter.setBrush(QColor(look.PAPER))
    painter.drawEllipse(QPointF(0, 0), 1.8, 1.8)
    painter.restore()


def draw_map(painter: QPainter, box: QRectF) -> None:
    """A folded map: three leaves, with a coast and a path over them."""
    third, fold = box.width() / 3, box.height() * 0.12
    edge = [
        QPointF(box.left() + leaf * third, box.top() + (fold if leaf % 2 else 0.0))
        for leaf in range(4)
    ]
    foot = [at + QPointF(0, box.height() - fold) for at in edge]
    painter.setPen(_line(2.0))
    for leaf in range(3):
        painter.setBrush(QColor(_LAND if leaf % 2 == 0 else theme.mix(_LAND, look.MAP_LINE, 0.1)))
        painter.drawPolygon(QPolygonF([edge[leaf], edge[leaf + 1], foot[leaf + 1], foot[leaf]]))
    painter.setPen(_line(1.2))
    painter.setBrush(QColor(_WATER))
    coast = QPainterPath(foot[0] - QPointF(-1, box.height() * 0.36))
    coast.quadTo(
        QPointF(box.left() + third * 0.9, box.bottom() - box.height() * 0.5),
        QPointF(edge[1].x(), foot[1].y() - 2),
    )
    coast.lineTo(foot[0] + QPointF(1, -1))
    coast.closeSubpath()
    painter.drawPath(coast)
    way = QPainterPath(QPointF(box.left() + third * 1.2, box.top() + box.height() * 0.72))
    way.cubicTo(
        QPointF(box.left() + third * 1.5, box.top() + box.height() * 0.2),
        QPointF(box.left() + third * 2.1, box.top() + box.height() * 0.75),
        QPointF(box.right() - third * 0.4, box.top() + box.height() * 0.3),
    )
    pen = QPen(QColor(look.EMBER), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(way)


def draw_guide(painter: QPainter, box: QRectF) -> None:
    """A small book, bound, with a sign of a place on its cover and a ribbon."""
    painter.setPen(_line(2.0))
    painter.setBrush(QColor(look.SLIP))
    painter.drawRoundedRect(box.adjusted(3, 2, 2.5, 1), 2, 2)
    painter.setBrush(QColor(_COVER))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(QColor(theme.mix(_COVER, look.PAPER, 0.5)), 1.6))
    spine = box.left() + box.width() * 0.2
    painter.drawLine(QPointF(spine, box.top() + 2), QPointF(spine, box.bottom() - 2))
    middle = QPointF(box.left() + box.width() * 0.62, box.top() + box.height() * 0.38)
    size = box.width() * 0.19
    pin = QPainterPath(middle + QPointF(0, size * 2.1))
    pin.cubicTo(
        middle + QPointF(-size * 1.5, size * 0.6),
        middle + QPointF(-size * 1.3, -size * 1.2),
        middle + QPointF(0, -size * 1.2),
    )
    pin.cubicTo(
        middle + QPointF(size * 1.3, -size * 1.2),
        middle + QPointF(size * 1.5, size * 0.6),
        middle + QPointF(0, size * 2.1),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.PAPER))
    painter.drawPath(pin)
    painter.setBrush(QColor(_COVER))
    painter.drawEllipse(middle, size * 0.45, size * 0.45)


def compass_picture(side: int, ratio: float) -> QPixmap:
    """A compass in one's hand.

    Args:
        side: of the picture, in logical pixels.
        ratio: pixels to a logical pixel.
    """
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_pocket_compass(painter, QPointF(side / 2, side / 2 + 4), side / 2 - 8)
    painter.end()
    return picture


def _line(width: float) -> QPen:
    pen = QPen(QColor(look.MAP_LINE), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
