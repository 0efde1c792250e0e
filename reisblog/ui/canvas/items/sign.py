"""The sign of a place of one's own, standing on its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from reisblog.model.geometry import Point
from reisblog.model.own_places import frame_of
from reisblog.model.records import OwnPlace
from reisblog.ui.sign_drawing import draw_sign

_BESIDE, _BELOW = 6.0, 9.0
"""How much of the square around a sign is air."""


class SignItem(QGraphicsItem):
    """One own place; its foot is its position."""

    def __init__(self, place: OwnPlace) -> None:
        super().__init__()
        self.record_id = place.id
        self.place = place
        frame = frame_of(Point(0, 0))
        self._frame = QRectF(frame.x, frame.y, frame.width, frame.height)
        self.setPos(self.home())
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_place(self, place: OwnPlace) -> None:
        """Show this record; the position is left to whoever glides it there."""
        self.place = place
        self.update()

    def home(self) -> QPointF:
        """Where the journey has it."""
        return QPointF(self.place.at.x, self.place.at.y)

    def boundingRect(self) -> QRectF:
        """The square a sign is drawn in."""
        return self._frame

    def outline(self) -> QRectF:
        """What a frame around it encloses."""
        return self._frame.adjusted(_BESIDE, 0, -_BESIDE, -_BELOW)

    def shape(self) -> QPainterPath:
        """What can be hit."""
        path = QPainterPath()
        path.addRect(self.outline())
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the sign."""
        del option, widget
        draw_sign(painter, self.place.sign, self._frame, flag=self.place.flag)
