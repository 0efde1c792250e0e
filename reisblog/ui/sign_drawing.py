"""The eight signs of places of one's own, drawn in the window."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reisblog import look, resources
from reisblog.model.own_places import SIDE
from reisblog.model.pennants import HALO, LINE, pennant

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtSvg import QSvgRenderer

    from reisblog.model.records import Flag, Sign


def draw_sign(painter: QPainter, sign: Sign, frame: QRectF, *, flag: Flag | None = None) -> None:
    """Draw a sign into a square, with the pennant of its flag."""
    _drawing(sign).render(painter, frame)
    if flag is not None:
        _draw_pennant(painter, flag, frame)


def _draw_pennant(painter: QPainter, flag: Flag, frame: QRectF) -> None:
    drawn = pennant(flag)
    pole, cloth = (
        QPolygonF([QPointF(point.x, point.y) for point in points])
        for points in (drawn.pole, drawn.cloth)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(frame.topLeft())
    painter.scale(frame.width() / SIDE, frame.height() / SIDE)
    for colour, width, inside in (
        (look.SLIP, LINE + 2 * HALO, look.SLIP),
        (look.MAP_LINE, LINE, look.MAP_LINE if drawn.full else look.SLIP),
    ):
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(QColor(inside))
        painter.drawPolyline(pole)
        painter.drawPolygon(cloth)
    painter.restore()


@cache
def _drawing(sign: Sign) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - for journeys that have any

    return QSvgRenderer(str(resources.sign(sign)))
