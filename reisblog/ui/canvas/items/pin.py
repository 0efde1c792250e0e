"""The pin of a halte, at a landmark's foot: filled at its first place, hollow at others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from reisblog import look

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.geometry import Point
    from reisblog.model.journey import Journey

_HEAD = 7.0
_FOOT = 18.0
_REACH = 17.0
_STEP = 15.0


class PinSpot(NamedTuple):
    """Where a pin of a halte stands: hollow or not, and how many stand in that spot before it."""

    stop_id: str
    hollow: bool
    at: Point
    nth: int


def pin_spots(journey: Journey, atlas: Atlas) -> list[PinSpot]:
    """Where all pins stand."""
    pins = []
    standing: dict[Point, int] = {}
    for stop in journey.stops.values():
        known = [atlas.places[key].pin for key in stop.places if key in atlas.places]
        for index, spot in enumerate(known or [stop.at]):
            nth = standing.get(spot, 0)
            standing[spot] = nth + 1
            pins.append(PinSpot(stop.id, index > 0, spot, nth))
    return pins


class PinItem(QGraphicsPathItem):
    """A pin of the same size at any zoom; its foot is its position."""

    def __init__(self, stop_id: str, *, hollow: bool, nth: int) -> None:
        """Make a pin.

        Args:
            stop_id: the halte.
            hollow: whether this is one of the halte's further places.
            nth: how many pins stand here already; they stand side by side.
        """
        super().__init__()
        self.record_id = stop_id
        self.setFlag(QGraphicsPathItem.GraphicsItemFlag.ItemIgnoresTransformations)
        ring = QColor(look.PAPER)
        self._shift = QPointF(nth * _STEP, 0)
        self.setPath(_drop().translated(self._shift))
        self.setPen(QPen(QColor(look.INK) if hollow else ring, 2.0))
        self.setBrush(QBrush(ring if hollow else QColor(look.INK)))

    def shape(self) -> QPainterPath:
        """What can be hit: a good deal more than what is seen."""
        path = QPainterPath()
        path.addEllipse(self.head(), _REACH, _REACH)
        return path

    def outline(self) -> QRectF:
        """What a frame around it encloses, in logical pixels."""
        return self.path().boundingRect()

    def head(self) -> QPointF:
        """The middle of its head, seen from its position, in logical pixels."""
        return QPointF(0, -_FOOT + _HEAD) + self._shift


def _drop() -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    top = -_FOOT
    path.cubicTo(-2, -_HEAD, -_HEAD, top + _HEAD * 1.7, -_HEAD, top + _HEAD)
    path.cubicTo(-_HEAD, top + _HEAD * 0.1, -_HEAD * 0.6, top, 0, top)
    path.cubicTo(_HEAD * 0.6, top, _HEAD, top + _HEAD * 0.1, _HEAD, top + _HEAD)
    path.cubicTo(_HEAD, top + _HEAD * 1.7, 2, -_HEAD, 0, 0)
    return path
