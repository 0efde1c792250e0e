"""A mist brush in the tray: a piece of the sea with mist over it, or with mist wiped from it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reisblog import look
from reisblog.model.atlas import art_of
from reisblog.model.geometry import Point, Rect
from reisblog.model.mist import MistBrush, swept, without
from reisblog.texts import _
from reisblog.ui.canvas.mist_picture import MistPicture
from reisblog.ui.sample_button import SAMPLE, SAMPLE_SCALE, SampleButton

_RIPPLES = ((14.0, 10.0), (40.0, 26.0), (70.0, 12.0), (98.0, 30.0), (120.0, 12.0), (146.0, 26.0))
_RIPPLE = 16.0


def brush_name(brush: MistBrush) -> str:
    """What a mist brush is called."""
    return {MistBrush.LAY: _("Mist"), MistBrush.WIPE: _("Wipe mist away")}[brush]


class MistButton(SampleButton):
    """One of the two mist brushes, shown by what it does."""

    def __init__(self, brush: MistBrush) -> None:
        super().__init__(brush_name(brush), self._draw_sea)
        self.brush = brush
        self.setToolTip(what_mist_is())
        sea = Rect(0, 0, SAMPLE[0] / SAMPLE_SCALE, SAMPLE[1] / SAMPLE_SCALE)
        middle, right = sea.centre, Point(sea.right, sea.centre.y)
        if brush is MistBrush.LAY:
            mist = swept(middle + Point(sea.width / 4, 0), right, sea)
        else:
            mist = without(swept(Point(0, middle.y), right, sea), swept(middle, middle, sea))
        self._mist = MistPicture(sea)
        self._mist.show(mist)
        art = art_of(sea)
        self._sea = QRectF(art.x, art.y, art.width, art.height)

    def _draw_sea(self, painter: QPainter) -> None:
        """The sea as the map has it, and the mist."""
        painter.scale(SAMPLE_SCALE, SAMPLE_SCALE)
        shape = QPainterPath()
        shape.addRoundedRect(self._sea, 10, 10)
        painter.setClipPath(shape)
        painter.fillPath(shape, QColor(look.SEA))
        line = QPen(QColor(look.SEA_DEEP), 2.5)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        for x, y in _RIPPLES:
            ripple = QPainterPath(QPointF(x, y))
            ripple.quadTo(x + _RIPPLE / 4, y - 5, x + _RIPPLE / 2, y)
            ripple.quadTo(x + _RIPPLE * 3 / 4, y + 5, x + _RIPPLE, y)
            painter.strokePath(ripple, line)
        self._mist.draw(painter, self._sea)


def what_mist_is() -> str:
    """One sentence for who wonders."""
    return _("Mist lies over what you do not know yet.")
