"""A compass that was laid on the map, and how its needle was turned."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from reisblog.model.records import CompassMoment
from reisblog.ui.compass_drawing import RADIUS, bounds, draw_compass

_CLEAR_OF_RING, _CLEAR_OF_WEDGES = 36.0, 56.0


class CompassItem(QGraphicsItem):
    """One compass moment; its middle is its position."""

    def __init__(self, moment: CompassMoment) -> None:
        super().__init__()
        self.record_id = moment.id
        self.moment = moment
        self.direction = moment.direction
        self.setPos(self.home())

    def show_moment(self, moment: CompassMoment) -> None:
        """Show this record; the position is left to whoever glides it there."""
        self.moment = moment
        self.turn(moment.direction)

    def turn(self, direction: float) -> None:
        """Let the needle point there, in degrees, whatever the journey says."""
        self.direction = direction
        self.update()

    def home(self) -> QPointF:
        """Where the journey has it."""
        return QPointF(self.moment.at.x, self.moment.at.y)

    def clear(self) -> float:
        """How far from its middle a ring around it lies, in map units."""
        return _CLEAR_OF_RING if self.moment.impulse is None else _CLEAR_OF_WEDGES

    def boundingRect(self) -> QRectF:
        """All that is drawn of it."""
        return bounds(RADIUS)

    def outline(self) -> QRectF:
        """What a frame around it encloses."""
        clear = self.clear()
        return QRectF(-clear, -clear, 2 * clear, 2 * clear)

    def shape(self) -> QPainterPath:
        """What can be hit; on a small map a good deal more (see ``scene.target_at``)."""
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), RADIUS, RADIUS)
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw it."""
        del option, widget
        draw_compass(
            painter,
            QPointF(0, 0),
            RADIUS,
            direction=self.direction,
            impulse=self.moment.impulse,
        )
