"""What a hand takes hold of around the chosen thing: corners, a turn, a note's side, two buttons.

All in logical pixels of the view. Handles lie outside what they belong to, so that it can still be
dragged however small it is, and inside the view however large.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from reisblog import look
from reisblog.model.brush import flatten
from reisblog.model.geometry import Point
from reisblog.model.locks import free
from reisblog.ui.canvas.handle_spots import (
    BUTTONS,
    CORNERS,
    GAP_PX,
    SIGN_OF,
    TURN_SHARE,
    Handle,
    Role,
    Stand,
    apart,
    kept,
)
from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.journey import Journey
    from reisblog.model.records import Note, Trail
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.workbench import Workbench

_KNOB_SHARE, _BUTTON_SHARE = 6 / 44, 14 / 44
"""Of a target: the radius of what is drawn of it."""
_APART_SHARE = 0.9
_BESIDE_SHARES = (0.6, 0.93)
_OFF_PATH_SHARE = 0.7
_STEP_UNITS = 16.0
_MOST_POINTS = 500
_LEAST_FREE = 0.55
"""Handles that would lie nearer to one another than this, of a target, give way."""


class Handles:
    """Knows where they are, and draws them.

    Attributes:
        wanted: whether a hand could use them now: one that draws or writes cannot.
        held: what a hand has taken hold of, and around what; nothing else shows meanwhile.
    """

    def __init__(
        self,
        workbench: Workbench,
        scene: CanvasScene,
        around: Callable[[QTransform, QRectF], QRectF],
    ) -> None:
        """Follow what is chosen.

        Args:
            workbench: the open journey.
            scene: what lies where.
            around: gives the box around the one thing that is chosen.
        """
        self._workbench = workbench
        self._scene = scene
        self._around = around
        self.wanted: Callable[[], bool] = lambda: True
        self.held: Role | None = None
        self.frame: tuple[Point, ...] = ()
        self._free: tuple[Journey, frozenset[str], frozenset[str]] | None = None
        self._flat: tuple[Trail, QPolygonF] | None = None

    @property
    def shaped(self) -> frozenset[str]:
        """The photos and notes that a frame is around; nothing where anything else is chosen."""
        journey, chosen = self._workbench.journey, self._workbench.chosen_things
        if not chosen <= journey.photos.keys() | journey.notes.keys():
            return frozenset()
        lying = (self._scene.item_of(key) for key in self._free_ones())
        seen = frozenset(item.record_id for item in lying if item is not None and item.isVisible())
        return frozenset() if seen <= journey.notes.keys() and len(seen) > 1 else seen

    def _free_ones(self) -> frozenset[str]:
        """What of all that is chosen is not pinned down; asked at every move of the pointer."""
        journey, chosen = self._workbench.journey, self._workbench.chosen_things
        if self._free is None or self._free[0] is not journey or self._free[1] != chosen:
            self._free = (journey, chosen, free(journey, chosen))
        return self._free[2]

    @property
    def note(self) -> Note | None:
        """The one note that has handles of its own."""
        shaped = self.shaped
        return self._workbench.journey.notes.get(next(iter(shaped))) if len(shaped) == 1 else None

    def all(self, to_view: QTransform, port: QRectF) -> list[Handle]:
        """Where they are now; the first are the last to give way."""
        return self.standing(to_view, port) if self.wanted() and self._scene.is_calm else []

    def standing(self, to_view: QTransform, port: QRectF) -> list[Handle]:
        """Where they are whenever a hand could use them."""
        if not self._workbench.chosen_things:
            return []
        own = list(self._on_frame(to_view, port))
        own += self._tacks(to_view, port)
        box = self._box(to_view, port)
        if not box.isEmpty() and port.intersects(box):
            own.append(Handle(Role.MORE, self._beside(box, to_view, port, own)))
        return own

    def at(self, at: QPointF, to_view: QTransform, port: QRectF) -> Handle | None:
        """The handle that a hand at this point of the view means."""
        half = self._target() / 2
        near = [(apart(each.at, at), each) for each in self.all(to_view, port)]
        near = [(away, each) for away, each in near if away <= half]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def boxes(self, to_view: QTransform, port: QRectF) -> list[QRectF]:
        """What is covered by what is drawn of them."""
        return [self._drawn(each) for each in self.all(to_view, port)]

    def rooms(self, to_view: QTransform, port: QRectF) -> list[QRectF]:
        """What will be covered by them, also while they are hidden: words keep clear of that."""
        return [self._drawn(each) for each in self.standing(to_view, port)]

    def around(self, box: QRectF, to_view: QTransform, port: QRectF) -> QRectF:
        """A box with the handles on its edges, but not what stands off them."""
        for each in self.all(to_view, port):
            if each.role in CORNERS or each.role in {Role.WIDTH, Role.LETTERS, Role.FREE}:
                box = box.united(self._drawn(each))
        return box

    def area(self, to_view: QTransform, port: QRectF) -> QRectF:
        """All that may be drawn; empty when nothing is."""
        area = QRectF()
        for box in self.boxes(to_view, port):
            area = area.united(box)
        if self.frame:
            area = area.united(to_view.map(_polygon(self.frame)).boundingRect())
            area = area.adjusted(-40, -40, 40, 40)
        return area

    def draw(self, painter: QPainter, to_view: QTransform, port: QRectF) -> None:
        """Draw them, over all the rest."""
        shaped = self.shaped
        handles = self.all(to_view, port)
        if self.frame:
            self._draw_held(painter, to_view.map(_polygon(self.frame)), port)
            return
        if not handles:
            return
        frame = to_view.map(self._polygon(shaped))
        if len(shaped) > 1:
            self._draw_frame(painter, frame)
        for each in handles:
            if each.role is Role.TURN:
                self._draw_stem(painter, each, frame)
        for each in handles:
            self._draw_handle(painter, each)

    def _on_frame(self, to_view: QTransform, port: QRectF) -> Iterator[Handle]:
        shaped = self.shaped
        if not shaped:
            return
        corners = to_view.map(self._polygon(shaped))
        if not port.intersects(corners.boundingRect()):
            return
        stand = Stand(corners, self._target(), port)
        if shaped <= self._workbench.journey.notes.keys():
            yield Handle(Role.WIDTH, stand.at(1, 0), stand.leans(1, 0))
            yield Handle(Role.LETTERS, stand.at(1, 1), stand.leans(1, 1))
            return
        laid: list[QPointF] = []
        for role in CORNERS:
            right, down = SIGN_OF[role]
            spot = stand.at(right, down)
            if all(apart(spot, other) > _LEAST_FREE * self._target() for other in laid):
                laid.append(spot)
                yield Handle(role, spot, stand.leans(right, down))
        spot = stand.turn()
        if all(apart(spot, other) > _LEAST_FREE * self._target() for other in laid):
            yield Handle(Role.TURN, spot)

    def _tacks(self, to_view: QTransform, port: QRectF) -> Iterator[Handle]:
        """On the upper edge of all that is pinned down."""
        journey = self._workbench.journey
        inside = self._inside(port)
        for key in self._workbench.chosen_things - self._free_ones():
            frame = self._scene.frame_of(key)
            if frame is None:
                box = self._around(to_view, port) if len(self._workbench.chosen) == 1 else QRectF()
                top = QPointF(box.center().x(), box.top() - GAP_PX)
            else:
                corners = to_view.map(frame).toList()
                top = (corners[0] + corners[1]) / 2
                box = to_view.map(frame).boundingRect()
            if not box.isEmpty() and port.intersects(box):
                photo = journey.photos.get(key)
                of_stop = photo.stop if photo is not None and photo.at is None else None
                yield Handle(Role.FREE, kept(top, inside), frees=of_stop or key)

    def _beside(
        self, box: QRectF, to_view: QTransform, port: QRectF, others: Sequence[Handle]
    ) -> QPointF:
        """Where the button for more lies, the best spot first: at the upper right.

        Never on a chosen path itself, which would then no longer be dragged there.
        """
        path = self._path_in_view(to_view)
        if path:
            off = _OFF_PATH_SHARE * self._target()
            box = box.adjusted(0, -off, 0, off)
        up, down = box.top() - GAP_PX, box.bottom() + GAP_PX
        near, far = (share * self._target() + GAP_PX for share in _BESIDE_SHARES)
        right = [box.right() + near, box.right() + far]
        left = [box.left() - near, box.left() - far]
        spots = [QPointF(x, y) for y in (up, down) for x in (*right, *left)]
        inside = self._inside(port)
        room = _APART_SHARE * self._target()
        free = (
            spot
            for spot in spots
            if inside.contains(spot)
            and all(apart(spot, other.at) >= room for other in others)
            and all(apart(spot, point) >= room / 2 for point in path)
        )
        best = next(free, None)
        return best if best is not None else self._squeezed(kept(spots[0], inside), inside, others)

    def _path_in_view(self, to_view: QTransform) -> list[QPointF]:
        """Points along the one path that is chosen, close together; of anything else none."""
        (key, *more) = self._workbench.chosen_things
        trail = None if more else self._workbench.journey.trails.get(key)
        if trail is None:
            return []
        if self._flat is None or self._flat[0] is not trail:
            points = [QPointF(at.x, at.y) for at in flatten(trail, step=_STEP_UNITS)]
            self._flat = (trail, QPolygonF(points[:: 1 + len(points) // _MOST_POINTS]))
        return to_view.map(self._flat[1]).toList()

    def _squeezed(self, spot: QPointF, inside: QRectF, others: Sequence[Handle]) -> QPointF:
        """A spot along the right edge of the view that no other handle has."""
        room = _APART_SHARE * self._target()
        down = spot
        while down.y() <= inside.bottom():
            if all(apart(down, other.at) >= room for other in others):
                return down
            down += QPointF(0, room / 2)
        return spot

    def _box(self, to_view: QTransform, port: QRectF) -> QRectF:
        if len(self._workbench.chosen) == 1:
            return self._around(to_view, port)
        box = QRectF()
        for key in self._workbench.chosen_things:
            if (frame := self._scene.frame_of(key)) is not None:
                box = box.united(to_view.map(frame).boundingRect())
        return box

    def _polygon(self, keys: frozenset[str]) -> QPolygonF:
        return QPolygonF(self.corners(keys))

    def corners(self, keys: frozenset[str]) -> list[QPointF]:
        """Of the frame around these: turned with the one photo, upright around several."""
        frames = [frame for key in keys if (frame := self._scene.frame_of(key)) is not None]
        if len(frames) == 1:
            return frames[0].toList()[:4]
        box = QRectF()
        for frame in frames:
            box = box.united(frame.boundingRect())
        return [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]

    def _draw_frame(self, painter: QPainter, frame: QPolygonF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.PAPER, 4.0), (look.FOCUS, 1.5)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(frame)

    def _draw_held(self, painter: QPainter, frame: QPolygonF, port: QRectF) -> None:
        """While a hand pulls one of them: that one, and what it pulls together."""
        if len(self.shaped) > 1:
            self._draw_frame(painter, frame)
        if self.held is Role.TURN:
            spot = Stand(frame, self._target(), port).turn()
            self._draw_handle(painter, Handle(Role.TURN, spot))
        elif self.held is not None:
            signs = SIGN_OF[self.held]
            self._draw_handle(
                painter, Handle(self.held, Stand(frame, self._target(), port).at(*signs))
            )

    def _draw_stem(self, painter: QPainter, handle: Handle, frame: QPolygonF) -> None:
        """From the frame to what turns it."""
        corners = frame.toList()
        edges = [(corners[0] + corners[1]) / 2, (corners[2] + corners[3]) / 2]
        foot = min(edges, key=lambda edge: apart(edge, handle.at))
        for colour, width in ((look.PAPER, 5.0), (look.FOCUS, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(foot, handle.at)

    def _draw_handle(self, painter: QPainter, handle: Handle) -> None:
        radius = self._radius(handle.role)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.PAPER), look.FOCUS_PX + 3))
        painter.drawEllipse(handle.at, radius, radius)
        button = handle.role in BUTTONS
        ring = QPen(QColor(look.INK), 1.5) if button else QPen(QColor(look.FOCUS), look.FOCUS_PX)
        painter.setPen(ring)
        painter.setBrush(QColor(look.SLIP if button else look.WHITE))
        painter.drawEllipse(handle.at, radius, radius)
        if name := _ICONS.get(handle.role):
            side = 1.25 * radius
            box = QRectF(0, 0, side, side)
            box.moveCenter(handle.at)
            icon(name).paint(painter, box.toRect())

    def _drawn(self, handle: Handle) -> QRectF:
        radius = self._radius(handle.role) + look.FOCUS_PX
        return QRectF(handle.at, handle.at).adjusted(-radius, -radius, radius, radius)

    def _inside(self, port: QRectF) -> QRectF:
        edge = _BUTTON_SHARE * self._target() + look.FOCUS_PX
        return port.adjusted(edge, edge, -edge, -edge)

    def _radius(self, role: Role) -> float:
        share = TURN_SHARE if role is Role.TURN else _KNOB_SHARE
        return (_BUTTON_SHARE if role in BUTTONS else share) * self._target()

    def _target(self) -> float:
        return float(self._scene.target_px())


_ICONS = {Role.TURN: "rotate", Role.MORE: "more", Role.FREE: "tack"}


def _polygon(corners: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(corner.x, corner.y) for corner in corners])
