"""What lights up on the canvas: the place under a drop, what is chosen, a rectangle being drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
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
from reisblog.model.journey import lying_with, photos_of
from reisblog.model.records import CompassMoment
from reisblog.ui.canvas.guides import Guides
from reisblog.ui.canvas.items.compass import CompassItem
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.stroke import StrokeItem
from reisblog.ui.canvas.lock import Lock
from reisblog.ui.canvas.needle import Needle
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.threads import RING_PX, between, draw_thread, up_to
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.ui.canvas.company_light import CompanyLight, Seat
    from reisblog.ui.canvas.handles import Handles

_GAP_PX = 5.0
_LABEL_UP_PX = 34.0
_GLOW_FOR_A_DROP, _GLOW = 0.38, 0.18
_ROOM_PX = RING_PX + 4.0
"""How far rings, frames and lines may reach beyond what they are drawn around."""


class Lights:
    """Painted over the canvas; knows what is lit, changes nothing.

    Attributes:
        needle: the ring by which a chosen compass is turned.
        guides: what is in line with what is carried.
        lock: says for whom the chosen thing is.
        names: where names of places are written now, in logical pixels of the view.
    """

    def __init__(self, workbench: Workbench, scene: CanvasScene) -> None:
        self._workbench = workbench
        self._scene = scene
        self.needle = Needle(workbench, scene)
        self.guides = Guides()
        self.lock = Lock(workbench, scene)
        self.marquee: Rect | None = None
        self.looked_at: Place | None = None
        self.pointed_at: Place | None = None
        self._place: Place | None = None
        self._stop_id: str | None = None
        self._label = ""
        self._label_at = QPointF()
        self.names: Callable[[], Iterable[QRectF]] = tuple

    @cached_property
    def _company(self) -> CompanyLight:
        from reisblog.ui.canvas.company_light import CompanyLight  # noqa: PLC0415 - with people

        return CompanyLight(self._workbench, self._scene, self)

    @cached_property
    def handles(self) -> Handles:
        """What a hand takes hold of around what is chosen; made for the first that is."""
        from reisblog.ui.canvas.handles import Handles  # noqa: PLC0415 - not for the start

        return Handles(self._workbench, self._scene, self._box_of_chosen)

    @property
    def company(self) -> CompanyLight | None:
        """What is lit of who travels along; nothing as long as nobody does."""
        return self._company if self._workbench.journey.companions else None

    def seats(self, to_view: QTransform, port: QRectF) -> list[Seat]:
        """Where tokens of people stand now, in logical pixels of the view."""
        return self.company.seats(to_view, port) if self.company is not None else []

    def person_at(self, at: QPointF, to_view: QTransform, port: QRectF) -> str | None:
        """The id of whoever's token stands at a point of the view."""
        return None if self.company is None else self.company.person_at(at, to_view, port)

    @property
    def label(self) -> str:
        """What the lit label says; empty when nothing is lit."""
        return self._label

    @property
    def place(self) -> Place | None:
        """The place that is lit."""
        return self._place

    @property
    def stop_id(self) -> str | None:
        """The halte that is lit."""
        return self._stop_id

    def light(
        self,
        place: Place | None,
        label: str = "",
        at: QPointF | None = None,
        *,
        stop_id: str | None = None,
    ) -> None:
        """Light a place or a halte and say something beside the pointer, or nothing."""
        self._place, self._label, self._stop_id = place, label, stop_id
        self._label_at = at or QPointF()

    def frames_of(self, record_id: str) -> list[QPolygonF]:
        """What stands for a record, in map units; of a halte all its photos that lie together."""
        journey = self._workbench.journey
        keys = [record_id]
        if record_id in journey.stops:
            keys = [photo.id for photo in photos_of(journey, record_id) if photo.at is None]
        return self._frames(keys)

    def _frames(self, keys: Iterable[str]) -> list[QPolygonF]:
        return [frame for key in keys if (frame := self._scene.frame_of(key)) is not None]

    def area(self, to_view: QTransform, port: QRectF) -> QRectF:
        """Whatever may be lit now, in logical pixels of the view; empty when nothing is.

        Args:
            to_view: from map units to logical pixels of the view.
            port: the view.
        """
        lit = QRectF()
        for place in filter(None, (self._place, self.looked_at, self.pointed_at)):
            lit = lit.united(to_view.map(_outline(place)).boundingRect())
        if self.marquee is not None:
            lit = lit.united(to_view.mapRect(_rect(self.marquee)))
        if self._label:
            lit = lit.united(self._chip(port))
        lit = lit.united(self.needle.area(to_view)).united(self._lock_chip(to_view, port))
        lit = lit.united(self.guides.area(to_view))
        if self._workbench.chosen:
            lit = lit.united(self.handles.area(to_view, port))
        for record_id in (*self._workbench.chosen, *filter(None, (self._stop_id,))):
            for head in self.heads(record_id, to_view):
                lit = lit.united(QRectF(head, QSizeF(1, 1)))
            of_it = self._frames(lying_with(self._workbench.journey, record_id))
            for frame in (*self.frames_of(record_id), *of_it):
                lit = lit.united(to_view.map(frame).boundingRect())
        lit = _with_room(lit) if lit.isValid() else lit
        return lit if self.company is None else lit.united(self.company.area(to_view, port))

    def draw_under(self, painter: QPainter, to_view: QTransform) -> None:
        """Draw what lies under everything on the map: the lit place, ribbons and threads.

        Args:
            painter: in map units.
            to_view: from map units to logical pixels of the view.
        """
        if self._place is not None:
            self._draw_place(painter, self._place, glow=_GLOW_FOR_A_DROP)
        else:
            for place in filter(None, (self.looked_at, self.pointed_at)):
                self._draw_place(painter, place, glow=_GLOW)
        for path in self._chosen_paths():
            path.draw_rim(painter, to_view.m11())
        painter.save()
        painter.resetTransform()
        if self.company is not None:
            self.company.draw_under(painter, to_view)
        for thread in self.threads(to_view):
            draw_thread(painter, thread)
        painter.restore()

    def draw(self, painter: QPainter, to_view: QTransform, port: QRectF, *, fine: bool) -> None:
        """Draw the rest over everything, finely or swiftly; in logical pixels of the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=fine)
        if not self._scene.is_spread:
            self._draw_chosen(painter, to_view)
            self.needle.draw(painter, to_view)
            if not (chip := self._lock_chip(to_view, port)).isEmpty():
                self.lock.draw(painter, chip, port)
            self.guides.draw(painter, to_view)
            if self._workbench.chosen:
                self.handles.draw(painter, to_view, port)
        if self._stop_id is not None:
            self._draw_stop(painter, self._stop_id, to_view)
        if self.company is not None:
            self.company.draw(painter, to_view, port)
        if self.marquee is not None:
            self._draw_marquee(painter, to_view.mapRect(_rect(self.marquee)))
        if self._label:
            self._draw_label(painter, port)

    def _draw_place(self, painter: QPainter, place: Place, *, glow: float) -> None:
        paper = QColor(look.WHITE)
        paper.setAlphaF(glow)
        painter.setBrush(paper)
        pen = QPen(QColor(look.INK), 2.0)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(_outline(place))

    def _draw_chosen(self, painter: QPainter, to_view: QTransform) -> None:
        self._draw_rings(painter, to_view)
        seen = _with_room(painter.clipBoundingRect())
        paths = {path.record_id for path in self._chosen_paths()}  # each has a rim of its own
        in_map = to_view.inverted()[0].mapRect(seen)
        for record_id in self._workbench.chosen - paths:
            # Of many that are chosen a band shows a few: the edges of the rest are not worked out.
            item = self._scene.item_of(record_id)
            if isinstance(item, PrintItem) and not item.sceneBoundingRect().intersects(in_map):
                continue
            edge = self._edge_of(record_id, to_view)
            if edge.boundingRect().intersects(seen):
                self._draw_frame(painter, edge)

    def _chosen_paths(self) -> list[StrokeItem]:
        if self._scene.is_spread:
            return []
        items = map(self._scene.item_of, self._workbench.chosen)
        return [item for item in items if isinstance(item, StrokeItem) and item.isVisible()]

    def _edge_of(self, record_id: str, to_view: QTransform) -> QPainterPath:
        """The edge of what lies together, a little outside it."""
        edge = QPainterPath()
        item = self._scene.item_of(record_id)
        if isinstance(item, CompassItem):
            if item.isVisible():
                round_it = item.clear() * to_view.m11() + _GAP_PX
                edge.addEllipse(to_view.map(item.pos()), round_it, round_it)
            return edge
        for frame in self.frames_of(record_id):
            around = _around(to_view.map(frame))
            edge = around if edge.isEmpty() else edge.united(around)
        return edge

    def _draw_frame(self, painter: QPainter, edge: QPainterPath) -> None:
        """One frame around things that lie together: paper under focus blue, for every ground."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.PAPER, look.FOCUS_PX + 3), (look.FOCUS, look.FOCUS_PX)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(edge)

    def heads(self, stop_id: str, to_view: QTransform) -> list[QPointF]:
        """The heads of a halte's pins that show, its first place's first; in pixels of the view."""
        pins = [pin for pin in self._scene.pins_of(stop_id) if pin.isVisible()]
        return [to_view.map(pin.pos()) + pin.head() for pin in pins]

    def threads(self, to_view: QTransform) -> list[QLineF]:
        """From the chosen halte's pins to its photos, or between its pins when it has none.

        A photo that lies apart has a thread of its own; a compass has one from the photos that lie
        together, under which it begins. All in logical pixels of the view.
        """
        stop_id = self._workbench.chosen_stop
        heads = self.heads(stop_id, to_view) if stop_id else []
        if not stop_id or not heads or self._scene.is_spread:
            return []
        together = self._edge_of(stop_id, to_view)
        if together.isEmpty():
            threads = [between(heads[0], head) for head in heads[1:]]
        else:
            threads = [up_to(together, head) for head in heads]
        for photo in photos_of(self._workbench.journey, stop_id):
            if photo.at is not None:
                threads.append(up_to(self._edge_of(photo.id, to_view), heads[0]))
        start = heads[0] if together.isEmpty() else together.boundingRect().center()
        for moment in self._compasses_of(stop_id):
            edge = self._edge_of(moment.id, to_view)
            if not edge.isEmpty() and not together.contains(edge.boundingRect().center()):
                threads.append(up_to(edge, start))
        return [thread for thread in threads if not thread.isNull()]

    def _compasses_of(self, stop_id: str) -> list[CompassMoment]:
        moments = self._workbench.journey.compass_moments.values()
        return [moment for moment in moments if moment.stop == stop_id]

    def _draw_stop(self, painter: QPainter, stop_id: str, to_view: QTransform) -> None:
        """Around what stands for the halte to which something dropped would belong."""
        edge = self._edge_of(stop_id, to_view)
        for photo in photos_of(self._workbench.journey, stop_id):
            if photo.at is not None:
                edge = edge.united(self._edge_of(photo.id, to_view))
        for head in self.heads(stop_id, to_view):
            edge.addEllipse(head, RING_PX, RING_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.PAPER, 6.0), (look.INK, 2.5)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(edge)

    def _lock_chip(self, to_view: QTransform, port: QRectF) -> QRectF:
        """Where the lock lies; empty when there is none."""
        if self.lock.audience is None or not self._scene.is_calm:
            return QRectF()
        taken = [to_view.map(words.pos()) for words in self._scene.words()]
        slips = [
            words.rect().translated(at)
            for words, at in zip(self._scene.words(), taken, strict=True)
        ]
        box, in_hand = self._box_of_chosen(to_view, port), self.handles.boxes(to_view, port)
        in_the_way = [*slips, self.needle.area(to_view), *in_hand]
        return self.lock.chip(self.handles.around(box, to_view, port), port, in_the_way)

    def _box_of_chosen(self, to_view: QTransform, port: QRectF) -> QRectF:
        """Around the one thing that is chosen; of a path around its first point in view."""
        (record_id,) = self._workbench.chosen
        item = self._scene.item_of(record_id)
        if isinstance(item, StrokeItem):
            points = (item.trail.start, *(piece.end for piece in item.trail.segments))
            seen = (to_view.map(QPointF(point.x, point.y)) for point in points)
            first = next((point for point in seen if port.contains(point)), None)
            return QRectF() if first is None else QRectF(first, first).adjusted(-9, -9, 9, 9)
        box = self._edge_of(record_id, to_view).boundingRect()
        if box.isEmpty():
            for head in self.heads(record_id, to_view)[:1]:
                box = QRectF(head, head).adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
        return box.united(self.needle.area(to_view))

    def _draw_rings(self, painter: QPainter, to_view: QTransform) -> None:
        """Around the chosen halte's pins, as far as they can be seen."""
        stop_id = self._workbench.chosen_stop
        if stop_id is None:
            return
        together = self._edge_of(stop_id, to_view)
        painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for head in self.heads(stop_id, to_view):
            if not together.contains(head):
                painter.drawEllipse(head, RING_PX, RING_PX)

    def _draw_marquee(self, painter: QPainter, area: QRectF) -> None:
        fill = QColor(look.FOCUS)
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(look.FOCUS), 1.5))
        painter.drawRect(area)

    def _draw_label(self, painter: QPainter, port: QRectF) -> None:
        chip = self._chip(port)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        painter.drawRoundedRect(chip, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        painter.setFont(_label_font())
        painter.setPen(QColor(look.PAPER))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), self._label)

    def _chip(self, port: QRectF) -> QRectF:
        """Where the label is said: over the pointer, or under it at the upper edge."""
        size = QFontMetricsF(_label_font()).boundingRect(self._label)
        chip = QRectF(0, 0, size.width() + 24, 32)
        chip.moveCenter(self._label_at - QPointF(0, _LABEL_UP_PX))
        chip.moveLeft(min(max(chip.left(), 8), port.right() - chip.width() - 8))
        if chip.top() < 8:
            chip.moveTop(self._label_at.y() + _LABEL_UP_PX / 2)
        return chip


def _label_font() -> QFont:
    font = QFont(look.FAMILY_READING)
    font.setPixelSize(look.TEXT_PX)
    font.setBold(True)
    return font


def _outline(place: Place) -> QPolygonF:
    return QPolygonF([QPointF(point.x, point.y) for point in place.area.points])


def _with_room(area: QRectF) -> QRectF:
    return area.adjusted(-_ROOM_PX, -_ROOM_PX, _ROOM_PX, _ROOM_PX)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _around(frame: QPolygonF) -> QPainterPath:
    """The edge a little outside a frame; in plain numbers, for hundreds may be chosen at once."""
    middle = frame.boundingRect().center()
    across, down = middle.x(), middle.y()
    corners = [(corner.x(), corner.y()) for corner in frame.toList()]
    moved = [
        (x + (_GAP_PX if x >= across else -_GAP_PX), y + (_GAP_PX if y >= down else -_GAP_PX))
        for x, y in corners
    ]
    path = QPainterPath()
    path.moveTo(*moved[0])
    for corner in moved[1:]:
        path.lineTo(*corner)
    path.closeSubpath()
    return path
