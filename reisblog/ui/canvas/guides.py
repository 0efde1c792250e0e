"""Thin lines that show with what a carried thing lies in line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reisblog import look

if TYPE_CHECKING:
    from PySide6.QtGui import QTransform

    from reisblog.model.lining_up import Guide

_ROOM_PX = 4.0


class Guides:
    """Draws them; in logical pixels of the view.

    Attributes:
        lines: in map units; none while nothing is caught.
    """

    def __init__(self) -> None:
        self.lines: tuple[Guide, ...] = ()

    def area(self, to_view: QTransform) -> QRectF:
        """All that is drawn; empty when nothing is."""
        area = QRectF()
        for line in self._seen(to_view):
            box = QRectF(line.p1(), line.p2()).normalized()
            area = area.united(box.adjusted(-_ROOM_PX, -_ROOM_PX, _ROOM_PX, _ROOM_PX))
        return area

    def draw(self, painter: QPainter, to_view: QTransform) -> None:
        """Draw them: blue on paper, for every ground."""
        for line in self._seen(to_view):
            for colour, width in ((look.PAPER, 4.0), (look.FOCUS, 1.5)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawLine(line)

    def _seen(self, to_view: QTransform) -> list[QLineF]:
        return [
            QLineF(
                to_view.map(QPointF(line.start.x, line.start.y)),
                to_view.map(QPointF(line.end.x, line.end.y)),
            )
            for line in self.lines
        ]
