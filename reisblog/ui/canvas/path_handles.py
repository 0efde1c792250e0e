"""Round handles on a chosen path, by which a hand moves its points."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from reisblog import look
from reisblog.model.bending import Bend
from reisblog.model.curves import Measured, point_at
from reisblog.model.geometry import Point
from reisblog.tools.bend import bend, bent

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.ink import Curve
    from reisblog.model.records import Trail
    from reisblog.tools.gesture import Gesture
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench

_APART_PX = 90.0
_ACROSS_SHARE = 12 / 44
"""Of a target: how large a handle is drawn."""
_LEAST_PX = 24.0
"""A shorter path, as it is seen, has none: its handles would lie on one another."""
_ROOM_SHARE = 0.2
"""Of a path that is short on the screen a handle takes no more: the rest moves all of it."""
_EDGE_PX = 4.0
_BY_KEY = 1.5
"""So much larger is the one that the keys hold."""


class _Laid:
    """Where handles lie on a path, as large as it is seen."""

    def __init__(self, trail: Trail, scale: float, marks: tuple[float, ...]) -> None:
        measured = Measured(trail)
        self.trail, self.scale, self.marks = trail, scale, marks
        self.points = [point_at(trail, measured.spot(mark)) for mark in marks]


class PathHandles:
    """Knows where they are, draws them and takes hold of them; in logical pixels of the view.

    They keep their points of the path while it is bent, and are laid out anew when one looks
    closer or farther.
    """

    def __init__(self, view: CanvasView, workbench: Workbench, scene: CanvasScene) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        self._laid: _Laid | None = None
        self._left_as: tuple[Curve, tuple[float, ...]] | None = None
        self._index = 0
        self._hand_at: Point | None = None
        self._key_at: tuple[str, int] | None = None

    def held_at(self, at: QPointF) -> int | None:
        """Which of them a hand at a point of the view takes hold of, if any."""
        laid, spots = self._laid_now(), self.spots()
        if laid is None or not spots:
            return None
        away = [math.hypot(spot.x() - at.x(), spot.y() - at.y()) for spot in spots]
        near = min(range(len(away)), key=away.__getitem__)
        room = max(_ROOM_SHARE * laid.marks[-1] * laid.scale, self._across())
        return near if away[near] <= min(self._scene.target_px() / 2, room) else None

    def spots(self) -> list[QPointF]:
        """The middles of all of them, in the order of the path; none while there are none."""
        laid = self._laid_now()
        if laid is None:
            return []
        points = list(laid.points)
        if self._hand_at is not None and self._index < len(points):
            points[self._index] = self._hand_at
        to_view = self._view.viewportTransform()
        return [to_view.map(QPointF(point.x, point.y)) for point in points]

    def gesture(self, index: int, otherwise: Callable[[], Gesture]) -> Gesture:
        """Move a point, for one gesture; ``otherwise`` is done with Shift held."""
        laid = self._laid_now()
        if laid is None:
            raise AssertionError
        self._index, self._key_at = index, None
        held = Bend(laid.trail, laid.marks, index)
        return bend(laid.trail.id, held, partial(self._leave, held), otherwise)

    def follow(self, at: Point | None) -> None:
        """The held one is in the hand, here in map units; or it is let go of."""
        self._hand_at = at

    def step(self, by: int) -> bool:
        """Let the keys hold the next one, or the one before; tells whether there is any."""
        laid = self._laid_now()
        if laid is None:
            return False
        now, count = self._under_keys(laid), len(laid.marks)
        index = (0 if by > 0 else count - 1) if now is None else (now + by) % count
        self._key_at = laid.trail.id, index
        self._view.relight()
        return True

    def nudge(self, by: Point) -> bool:
        """Move the point that the keys hold so far, in map units; tells whether they hold any."""
        laid = self._laid_now()
        index = None if laid is None else self._under_keys(laid)
        if laid is None or index is None:
            return False
        held = Bend(laid.trail, laid.marks, index)
        curve = held.moved(by)
        self._leave(held, curve)
        edit = bent(laid.trail.id, curve)
        self._workbench.edit(edit.label, edit.apply, key=f"bend-{laid.trail.id}-{index}")
        self._view.relight()
        return True

    def under_keys(self) -> Point | None:
        """Where the point is that the keys hold, in map units; nothing when they hold none."""
        laid = self._laid_now()
        index = None if laid is None else self._under_keys(laid)
        return None if laid is None or index is None else laid.points[index]

    def area(self, _to_view: QTransform, port: QRectF) -> QRectF:
        """Where any are drawn; empty when none are."""
        room = _BY_KEY * self._across() / 2 + _EDGE_PX
        lit = QRectF()
        for spot in self.spots():
            around = QRectF(spot.x() - room, spot.y() - room, 2 * room, 2 * room)
            if port.intersects(around):
                lit = lit.united(around)
        return lit

    def draw(self, painter: QPainter, _to_view: QTransform, port: QRectF) -> None:
        """Paper with a ring in focus blue; the one that the keys hold is filled."""
        laid = self._laid_now()
        if laid is None:
            return
        radius, seen = self._across() / 2, port.adjusted(-20, -20, 20, 20)
        by_key = self._under_keys(laid)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, spot in enumerate(self.spots()):
            if not seen.contains(spot):
                continue
            wide = radius * (_BY_KEY if index == by_key else 1.0)
            painter.setBrush(QColor(look.SLIP))
            for colour, line in ((look.PAPER, 2.5), (look.FOCUS, -0.5)):
                painter.setPen(QPen(QColor(colour), look.FOCUS_PX + line))
                painter.drawEllipse(spot, wide, wide)
            if index == by_key:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.FOCUS))
                painter.drawEllipse(spot, wide - 4, wide - 4)

    def _leave(self, held: Bend, curve: Curve) -> None:
        self._left_as = curve, held.marks_after(curve)

    def _under_keys(self, laid: _Laid) -> int | None:
        if self._key_at is None or self._key_at[0] != laid.trail.id:
            return None
        return min(self._key_at[1], len(laid.marks) - 1)

    def _laid_now(self) -> _Laid | None:
        """Those of the one path that is chosen and may be changed, if that is so."""
        trail = self._trail()
        if trail is None:
            self._key_at = None
            return None
        scale = self._view.scale_now()
        known = self._laid
        if known is None or known.trail is not trail or known.scale != scale:
            known = self._laid = _Laid(trail, scale, self._marks(trail, scale, known))
        return known if known.marks else None

    def _marks(self, trail: Trail, scale: float, before: _Laid | None) -> tuple[float, ...]:
        """How far along they are, in map units."""
        left = self._left_as
        as_left = left is not None and left[0].segments is trail.segments
        if left is not None and as_left and before is not None and before.scale == scale:
            return left[1]
        whole = Measured(trail).length
        if whole * scale < _LEAST_PX:
            return ()
        apart = _APART_PX * self._scene.target_px() / look.TARGET_PX
        count = max(1, int(whole * scale / apart))
        return tuple(whole * step / count for step in range(count + 1))

    def _trail(self) -> Trail | None:
        chosen = self._workbench.chosen
        if len(chosen) != 1 or self._view.tool != "choose" or self._scene.is_spread:
            return None
        trail = self._workbench.journey.trails.get(next(iter(chosen)))
        return None if trail is None or trail.locked else trail

    def _across(self) -> float:
        return _ACROSS_SHARE * self._scene.target_px()
