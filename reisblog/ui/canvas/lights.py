"""What lights up on the canvas: the place under a drop, what is chosen, a rectangle being drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from reisblog import look
from reisblog.model.atlas import Place
from reisblog.model.geometry import Rect
from reisblog.model.journey import photos_of
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.workbench import Workbench

_GAP_PX = 5.0
_LABEL_UP_PX = 34.0


class Lights:
    """Painted over the canvas; knows what is lit, changes nothing."""

    def __init__(self, workbench: Workbench, scene: CanvasScene) -> None:
        self._workbench = workbench
        self._scene = scene
        self.marquee: Rect | None = None
        self._place: Place | None = None
        self._label = ""
        self._label_at = QPointF()

    @property
    def label(self) -> str:
        """What the lit label says; empty when nothing is lit."""
        return self._label

    @property
    def place(self) -> Place | None:
        """The place that is lit."""
        return self._place

    def light(self, place: Place | None, label: str = "", at: QPointF | None = None) -> None:
        """Light a place and say something beside the pointer, or neither."""
        self._place, self._label = place, label
        self._label_at = at or QPointF()

    def frames_of(self, record_id: str) -> list[QPolygonF]:
        """What stands for a record, in map units; of a halte all its photos that lie together."""
        journey = self._workbench.journey
        keys = [record_id]
        if record_id in journey.stops:
            keys = [photo.id for photo in photos_of(journey, record_id) if photo.at is None]
        return [frame for key in keys if (frame := self._scene.frame_of(key)) is not None]

    def draw_place(self, painter: QPainter) -> None:
        """Draw the lit place under everything that lies on the map; in map units."""
        if self._place is None:
            return
        outline = QPolygonF([QPointF(point.x, point.y) for point in self._place.area.points])
        glow = QColor(look.WHITE)
        glow.setAlphaF(0.38)
        painter.setBrush(glow)
        pen = QPen(QColor(look.INK), 2.5)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(outline)

    def draw(self, painter: QPainter, to_view: QTransform, port: QRectF) -> None:
        """Draw the rest over everything; in logical pixels of the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._scene.is_spread:
            self._draw_chosen(painter, to_view)
        if self.marquee is not None:
            area = QRectF(self.marquee.x, self.marquee.y, self.marquee.width, self.marquee.height)
            self._draw_marquee(painter, to_view.mapRect(area))
        if self._label:
            self._draw_label(painter, port)

    def _draw_chosen(self, painter: QPainter, to_view: QTransform) -> None:
        self._draw_threads(painter, to_view)
        for record_id in self._workbench.chosen:
            self._draw_frame(painter, [to_view.map(frame) for frame in self.frames_of(record_id)])

    def _draw_frame(self, painter: QPainter, things: list[QPolygonF]) -> None:
        """One frame around things that lie together: paper under focus blue, for every ground."""
        outline = QPainterPath()
        for corners in things:
            middle = corners.boundingRect().center()
            around = QPainterPath()
            around.addPolygon(
                QPolygonF([_away(corner, middle, _GAP_PX) for corner in corners.toList()])
            )
            around.closeSubpath()
            outline = outline.united(around)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.PAPER, look.FOCUS_PX + 3), (look.FOCUS, look.FOCUS_PX)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(outline)

    def _draw_threads(self, painter: QPainter, to_view: QTransform) -> None:
        """From the chosen halte's pins to where its photos rest."""
        stop = self._workbench.journey.stops.get(self._workbench.chosen_stop or "")
        if stop is None:
            return
        rest = to_view.map(QPointF(stop.at.x, stop.at.y))
        pen = QPen(QColor(look.INK), 1.6, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
        places = self._workbench.atlas.places
        for key in stop.places:
            if key in places:
                pin = to_view.map(QPointF(places[key].pin.x, places[key].pin.y))
                painter.setPen(pen)
                painter.drawLine(pin, rest)
                painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(pin - QPointF(0, 11), 13, 13)

    def _draw_marquee(self, painter: QPainter, area: QRectF) -> None:
        fill = QColor(look.FOCUS)
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(look.FOCUS), 1.5))
        painter.drawRect(area)

    def _draw_label(self, painter: QPainter, port: QRectF) -> None:
        font = QFont(look.FAMILY_READING)
        font.setPixelSize(look.TEXT_PX)
        font.setBold(True)
        size = QFontMetricsF(font).boundingRect(self._label)
        chip = QRectF(0, 0, size.width() + 24, 32)
        chip.moveCenter(self._label_at - QPointF(0, _LABEL_UP_PX))
        chip.moveLeft(min(max(chip.left(), 8), port.right() - chip.width() - 8))
        if chip.top() < 8:
            chip.moveTop(self._label_at.y() + _LABEL_UP_PX / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        painter.drawRoundedRect(chip, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        painter.setFont(font)
        painter.setPen(QColor(look.PAPER))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), self._label)


def _away(corner: QPointF, middle: QPointF, by: float) -> QPointF:
    right = by if corner.x() >= middle.x() else -by
    down = by if corner.y() >= middle.y() else -by
    return corner + QPointF(right, down)
