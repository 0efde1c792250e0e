"""The backpack as it stands open: flap thrown back, a dark inside, a pocket in front.

Drawn in the map's line and in few of its inks; everything in logical pixels of the bag.
"""

from __future__ import annotations

from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from reisblog import look
from reisblog.ui import theme
from reisblog.ui.paper import draw_shadow

FLAP_PX: Final = 62
"""How far the flap rises behind the rim."""
RIM_PX: Final = 15
"""How broad the rim is, between the bag's edge and its inside."""
POCKET_PX: Final = 112
"""How high the pocket in front is, with the instruments that stick out of it."""
FOOT_PX: Final = 14
"""What lies below the pocket."""
STICKS_OUT_PX: Final = 46
"""How much of them is seen above the pocket."""
SIDE_PX: Final = 7
"""How far the straps stand out beside the bag."""
_LINE_PX = 2.5
_STITCH = (4.0, 3.4)
_EARTH, _SAND = "#D8B48F", "#F1DFB6"  # of the landscape
CANVAS: Final = _EARTH
INSIDE: Final = theme.mix(theme.mix(_SAND, _EARTH, 0.55), look.MAP_LINE, 0.24)
_DEEP: Final = theme.mix(INSIDE, look.MAP_LINE, 0.34)
_LINING: Final = theme.mix(_SAND, _EARTH, 0.25)
_POCKET: Final = theme.mix(_EARTH, look.PAPER, 0.22)
_STRAP: Final = theme.mix(_EARTH, look.MAP_LINE, 0.42)
_THREAD: Final = theme.mix(look.PAPER, _EARTH, 0.25)


class Shape(msgspec.Struct, frozen=True):
    """Where the parts of a bag of some size are."""

    body: QRectF
    inside: QRectF


def shape_of(width: float, height: float) -> Shape:
    """The parts of a bag of this size."""
    body = QRectF(SIDE_PX, FLAP_PX, width - 2 * SIDE_PX, height - FLAP_PX - 2)
    inside = body.adjusted(RIM_PX, RIM_PX, -RIM_PX, 0)
    inside.setBottom(body.bottom() - FOOT_PX - POCKET_PX + 8)
    return Shape(body, inside)


def draw_bag(painter: QPainter, shape: Shape, *, lit: bool) -> None:
    """Everything that stands around and behind the things.

    Args:
        painter: paints it.
        shape: where its parts are.
        lit: whether it would take what is held over it.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_straps(painter, shape.body)
    _draw_flap(painter, shape.body)
    draw_shadow(painter, shape.body, 30, reach=9.0, drop=3.0)
    body = _body(shape.body)
    painter.setPen(_line())
    painter.setBrush(QColor(CANVAS))
    painter.drawPath(body)
    _draw_seams(painter, shape)
    _draw_inside(painter, shape.inside, lit=lit)


def draw_pocket(painter: QPainter, pocket: QRectF) -> None:
    """The pocket, in front of what sticks out of it."""
    path = QPainterPath(QPointF(pocket.left(), pocket.top()))
    middle = pocket.center().x()
    path.quadTo(QPointF(middle, pocket.top() + 9), pocket.topRight())
    path.lineTo(pocket.right(), pocket.bottom() - 20)
    path.quadTo(pocket.bottomRight(), QPointF(pocket.right() - 22, pocket.bottom()))
    path.lineTo(pocket.left() + 22, pocket.bottom())
    path.quadTo(pocket.bottomLeft(), QPointF(pocket.left(), pocket.bottom() - 20))
    path.closeSubpath()
    painter.setPen(_line(2.0))
    painter.setBrush(QColor(_POCKET))
    painter.drawPath(path)
    hem = QPainterPath(QPointF(pocket.left() + 5, pocket.top() + 7))
    hem.quadTo(QPointF(middle, pocket.top() + 15), QPointF(pocket.right() - 5, pocket.top() + 7))
    _stitch(painter, hem)
    foot = QPainterPath(QPointF(pocket.left() + 7, pocket.bottom() - 22))
    foot.quadTo(
        QPointF(pocket.left() + 8, pocket.bottom() - 6),
        QPointF(pocket.left() + 24, pocket.bottom() - 6),
    )
    foot.lineTo(pocket.right() - 24, pocket.bottom() - 6)
    foot.quadTo(
        QPointF(pocket.right() - 8, pocket.bottom() - 6),
        QPointF(pocket.right() - 7, pocket.bottom() - 22),
    )
    _stitch(painter, foot)


def draw_depth(painter: QPainter, area: QRectF) -> None:
    """The shade in which things vanish below the rim, over what lies there."""
    for top, deep in ((area.top(), True), (area.bottom() - 11, False)):
        shade = QLinearGradient(QPointF(0, top), QPointF(0, top + (18 if deep else 12)))
        dark, clear = QColor(_DEEP), QColor(_DEEP)
        dark.setAlphaF(0.75)
        clear.setAlphaF(0.0)
        shade.setColorAt(0.0, dark if deep else clear)
        shade.setColorAt(1.0, clear if deep else dark)
        painter.fillRect(QRectF(area.left(), top, area.width(), 18 if deep else 12), shade)


def _draw_straps(painter: QPainter, body: QRectF) -> None:
    """The shoulder straps, of which one sees the sides."""
    for side, out in ((body.left(), -1.0), (body.right(), 1.0)):
        strap = QPainterPath(QPointF(side - out * 44, body.top() - 16))
        strap.cubicTo(
            QPointF(side - out * 6, body.top() - 30),
            QPointF(side + out * 4, body.top() + 20),
            QPointF(side + out * 0.5, body.top() + 64),
        )
        strap.lineTo(side + out * 0.5, body.bottom() - 40)
        for colour, width in ((look.MAP_LINE, 13.0), (_STRAP, 9.0)):
            pen = QPen(QColor(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(strap)


def _draw_flap(painter: QPainter, body: QRectF) -> None:
    """The flap from its inner side, and the loop one carries the bag by."""
    middle, rim = body.center().x(), body.top() + 10
    loop = QRectF(middle - 24, 7, 48, 40)
    for colour, width in ((look.MAP_LINE, 11.0), (_STRAP, 7.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(loop, 10 * 16, 160 * 16)
    half = body.width() / 2
    flap = QPainterPath(QPointF(body.left() + 14, rim + 20))
    flap.cubicTo(
        QPointF(body.left() + 16, rim - 30),
        QPointF(middle - half * 0.72, 15),
        QPointF(middle - half * 0.34, 13),
    )
    flap.cubicTo(
        QPointF(middle - half * 0.1, 11),
        QPointF(middle + half * 0.12, 12),
        QPointF(middle + half * 0.36, 14),
    )
    flap.cubicTo(
        QPointF(middle + half * 0.74, 17),
        QPointF(body.right() - 17, rim - 28),
        QPointF(body.right() - 14, rim + 20),
    )
    flap.closeSubpath()
    painter.setPen(_line())
    painter.setBrush(QColor(_LINING))
    painter.drawPath(flap)
    seam = QPainterPath(QPointF(body.left() + 24, rim + 2))
    seam.cubicTo(
        QPointF(body.left() + 28, rim - 26),
        QPointF(middle - half * 0.66, 24),
        QPointF(middle - half * 0.3, 22),
    )
    seam.lineTo(middle + half * 0.3, 22)
    seam.cubicTo(
        QPointF(middle + half * 0.68, 24),
        QPointF(body.right() - 28, rim - 26),
        QPointF(body.right() - 24, rim + 2),
    )
    _stitch(painter, seam, theme.mix(_LINING, look.MAP_LINE, 0.45))


def _body(body: QRectF) -> QPainterPath:
    """Its outline: a little wider below, as bags sag."""
    left, right, top, bottom = body.left(), body.right(), body.top(), body.bottom()
    path = QPainterPath(QPointF(left + 26, top + 1))
    path.cubicTo(
        QPointF(left + 90, top - 3), QPointF(right - 92, top + 3), QPointF(right - 27, top)
    )
    path.quadTo(QPointF(right - 4, top + 2), QPointF(right - 3, top + 28))
    path.lineTo(right, bottom - 36)
    path.quadTo(QPointF(right, bottom - 1), QPointF(right - 34, bottom))
    path.cubicTo(
        QPointF(right - 90, bottom + 1), QPointF(left + 90, bottom - 1), QPointF(left + 34, bottom)
    )
    path.quadTo(QPointF(left, bottom - 1), QPointF(left, bottom - 36))
    path.lineTo(left + 3, top + 28)
    path.quadTo(QPointF(left + 4, top + 2), QPointF(left + 26, top + 1))
    path.closeSubpath()
    return path


def _draw_seams(painter: QPainter, shape: Shape) -> None:
    rim = shape.inside.adjusted(-7, -7, 7, 7)
    around = QPainterPath()
    around.addRoundedRect(rim, 21, 21)
    _stitch(painter, around)


def _draw_inside(painter: QPainter, inside: QRectF, *, lit: bool) -> None:
    path = QPainterPath()
    path.addRoundedRect(inside, 16, 16)
    painter.setPen(_line(look.FOCUS_PX if lit else _LINE_PX))
    dark = QLinearGradient(inside.topLeft(), QPointF(inside.left(), inside.top() + 56))
    dark.setColorAt(0.0, QColor(_DEEP))
    dark.setColorAt(1.0, QColor(INSIDE))
    painter.setBrush(QColor(theme.mix(INSIDE, look.WHITE, 0.35)) if lit else dark)
    painter.drawPath(path)


def _line(width: float = _LINE_PX) -> QPen:
    pen = QPen(QColor(look.MAP_LINE), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _stitch(painter: QPainter, path: QPainterPath, colour: str = _THREAD) -> None:
    pen = QPen(QColor(colour), 1.6)
    pen.setDashPattern(list(_STITCH))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
