"""What fingers do on the wall: one taps a map or pulls the wall along, two come nearer."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPointF, QVariantAnimation
from PySide6.QtGui import QEventPoint, QTouchEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.class_map.tile import Tile
    from reisblog.ui.class_map.wall import WallView

_SLACK_PX = 12.0
_RECENT = 4
_GLIDE_MS, _GLIDE_SHARE = 600, 200.0
"""How long the wall goes on, and for how many milliseconds of its speed."""
_TOUCHES = frozenset(
    {
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }
)  # fmt: skip


class Fingers(QObject):
    """Watches the ground that maps hang on.

    A map taps by itself, so it does for a mouse; of a finger Qt would make one only where nobody
    wants touches.
    """

    def __init__(self, view: WallView, ground: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._from = QPointF()
        self._pulls = False
        self._pinched = False
        self._apart = 0.0
        self._tile: Tile | None = None
        self._trace: deque[tuple[QPointF, float]] = deque(maxlen=_RECENT)
        self._begun_at = QPointF()
        self._glide = QVariantAnimation(self, duration=_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._go_to)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take all touches."""
        del watched
        if event.type() not in _TOUCHES or not isinstance(event, QTouchEvent):
            return False
        if event.type() is QEvent.Type.TouchCancel:
            self._let_go()
        else:
            self._follow(event)
        event.accept()
        return True

    def _follow(self, event: QTouchEvent) -> None:
        lifted = QEventPoint.State.Released
        points = [point for point in event.points() if point.state() is not lifted]
        at = [self._in_view(point) for point in points]
        if event.type() is QEvent.Type.TouchBegin:
            self._press(at[0])
        if len(at) > 1:
            self._pinch(at[0], at[1])
        elif len(at) == 1:
            self._pull(at[0], float(event.timestamp()))
        if event.type() is QEvent.Type.TouchEnd:
            self._lift()

    def _in_view(self, point: QEventPoint) -> QPointF:
        return QPointF(self._view.viewport().mapFromGlobal(point.globalPosition()))

    def _press(self, at: QPointF) -> None:
        gliding = self._glide.state() is QVariantAnimation.State.Running
        self._glide.stop()
        self._pulls = self._pinched = False
        self._from = self._begun_at = at
        self._trace.clear()
        # Who stops a wall that still goes on means no map.
        self._tile = None if gliding else self._view.tile_at(at)
        if self._tile is not None:
            self._tile.setDown(True)

    def _pull(self, at: QPointF, now: float) -> None:
        if self._pinched:  # the finger that is left after two
            return
        away = at - self._begun_at
        if not self._pulls and max(abs(away.x()), abs(away.y())) < _SLACK_PX:
            return
        if not self._pulls:
            self._pulls = True
            self._let_go()
        self._scroll(self._from - at)
        self._from = at
        self._trace.append((at, now))

    def _pinch(self, one: QPointF, other: QPointF) -> None:
        self._let_go()
        gap = other - one
        apart = max(1.0, (gap.x() ** 2 + gap.y() ** 2) ** 0.5)
        middle = (one + other) / 2
        if self._pinched:
            self._scroll(self._from - middle)
            self._view.look_nearer(apart / self._apart, middle)
        self._pinched, self._apart, self._from = True, apart, middle

    def _lift(self) -> None:
        tile, self._tile = self._tile, None
        if tile is not None:
            tile.setDown(False)
            tile.click()
        elif self._pulls and not self._pinched and len(self._trace) > 1:
            self._glide_on()

    def _let_go(self) -> None:
        if self._tile is not None:
            self._tile.setDown(False)
            self._tile = None

    def _glide_on(self) -> None:
        (first, since), (last, until) = self._trace[0], self._trace[-1]
        if until <= since:
            return
        by = (last - first) / (until - since) * _GLIDE_SHARE
        here = self._where()
        self._glide.setStartValue(here)
        self._glide.setEndValue(here - by)
        self._glide.start()

    def _where(self) -> QPointF:
        view = self._view
        return QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())

    def _scroll(self, by: QPointF) -> None:
        self._go_to(self._where() + by)

    def _go_to(self, spot: QPointF) -> None:
        self._view.horizontalScrollBar().setValue(round(spot.x()))
        self._view.verticalScrollBar().setValue(round(spot.y()))
