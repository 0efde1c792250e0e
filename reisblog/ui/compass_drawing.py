"""A compass in the map's line: a paper face in an ink ring, and one needle.

The needle's tip is whole and in a tint, its tail is forked and empty. Why it was taken out stands
outside the ring: two full wedges that point away for what came from within, two empty ones that
point at it for what came from somebody else, and none where nobody has said.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from reisblog import look
from reisblog.model.records import Impulse

RADIUS = look.COMPASS_UNITS / 2
REACH = 57.0
"""How far from its middle anything of it is drawn, wedges and shadow too."""
TIP = 24.0
"""How far from its middle the needle's tip is."""
_RING = 4.5
_HALO = 3.0
_TICKS = ((0, 6.5), (90, 4.5), (180, 4.5), (270, 4.5))
_LINE = 2.2
_TIP = ((0, -TIP), (8.5, 1.5), (0, 0), (-8.5, 1.5))
_TAIL = ((0, 0), (6.0, 5), (6.5, 20), (0, 14.5), (-6.5, 20), (-6.0, 5))
_WEDGE_FROM, _WEDGE_TO, _WEDGE_HALF = 37.0, 52.0, 11.0
_SHADOWS = ((3.5, 16), (2.0, 22), (0.5, 28))


def draw_compass(
    painter: QPainter, middle: QPointF, radius: float, *, direction: float, impulse: Impulse | None
) -> None:
    """Draw one, as large as is asked.

    Args:
        painter: in any units.
        middle: of the compass.
        radius: of its ring.
        direction: of the needle in degrees, 0 being up.
        impulse: why it was taken out.
    """
    painter.save()
    painter.translate(middle)
    painter.scale(radius / RADIUS, radius / RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_shadow(painter)
    if impulse is not None:
        _draw_wedges(painter, outward=impulse is Impulse.INTERNAL)
    _draw_face(painter)
    painter.rotate(direction)
    _draw_needle(painter)
    painter.restore()


def _draw_shadow(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in _SHADOWS:
        ink = QColor(look.INK)
        ink.setAlpha(alpha)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(0, 2.0), RADIUS + _HALO + reach, RADIUS + _HALO + reach)


def _draw_face(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.SLIP))
    painter.drawEllipse(QPointF(0, 0), RADIUS + _HALO, RADIUS + _HALO)
    middle_line = RADIUS - _RING / 2
    painter.setPen(QPen(QColor(look.INK), _RING))
    painter.drawEllipse(QPointF(0, 0), middle_line, middle_line)
    painter.setPen(
        QPen(QColor(look.MAP_LINE), _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    )
    inside = RADIUS - _RING
    for degrees, length in _TICKS:
        turn = QTransform().rotate(degrees)
        painter.drawLine(turn.map(QPointF(0, -inside)), turn.map(QPointF(0, length - inside)))


def _draw_needle(painter: QPainter) -> None:
    pen = QPen(QColor(look.INK), _LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(look.SLIP))
    painter.drawPolygon(_polygon(_TAIL))
    painter.setBrush(QColor(look.EMBER))
    painter.drawPolygon(_polygon(_TIP))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.INK))
    painter.drawEllipse(QPointF(0, 0), 3.2, 3.2)


def _draw_wedges(painter: QPainter, *, outward: bool) -> None:
    wedges = QPainterPath()
    tip, foot = (_WEDGE_TO, _WEDGE_FROM) if outward else (_WEDGE_FROM, _WEDGE_TO)
    for side in (-1, 1):
        wedges.addPolygon(
            _polygon(((side * tip, 0), (side * foot, _WEDGE_HALF), (side * foot, -_WEDGE_HALF)))
        )
        wedges.closeSubpath()
    paper, ink = QPen(QColor(look.SLIP), 8.0), QPen(QColor(look.INK), 3.4)
    for pen in (paper, ink):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(wedges, paper)
    painter.fillPath(wedges, QColor(look.INK if outward else look.SLIP))
    painter.strokePath(wedges, ink)


def toward(middle: QPointF, degrees: float, distance: float) -> QPointF:
    """The point so far away from a middle in a direction, 0 being up and clockwise on."""
    turn = math.radians(degrees)
    return middle + QPointF(math.sin(turn), -math.cos(turn)) * distance


def bounds(radius: float) -> QRectF:
    """All that is drawn of a compass with this radius around (0, 0)."""
    reach = REACH * radius / RADIUS
    return QRectF(-reach, -reach, 2 * reach, 2 * reach)


def _polygon(corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
