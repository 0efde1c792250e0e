"""What a frame costs while the map moves, and how it turns sharp when it has come to rest.

A map that is only pushed is not painted at all: what stands on the screen moves along, and only
what comes into view is painted, with paths from one picture of them all. A map that changes its
size is painted whole, but swiftly (`QuickFrame`). Once it has lain still for a moment everything
is painted as it should be, in bands, each so high that nobody has to wait for it. So is all that
changes at once where painting it well would take too long, as when everything is chosen.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsView

from reisblog.ui.canvas.ink_picture import InkPicture
from reisblog.ui.canvas.quick_frame import QuickFrame
from reisblog.ui.canvas.scrolling import rects_of, scroll

if TYPE_CHECKING:
    from reisblog.ui.canvas.backdrop import Backdrop
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView

REST_MS = 120
_PREPARE_MS = 250
_BREATH_SECONDS = 0.012
_FIRST_BAND, _LEAST_BAND_PX = 0.125, 24
_PATIENCE_SECONDS = 0.3
_TOO_LONG_SECONDS, _GOOD_PART, _FORGOTTEN = 0.035, 0.1, 0.9
_MOST_PARTS = 8
_WHOLE = 1e-3
_USUAL = QGraphicsView.ViewportUpdateMode.SmartViewportUpdate
_NONE = QGraphicsView.ViewportUpdateMode.NoViewportUpdate


class GestureFrames(QObject):
    """Paints the view while the map moves, and for the rest leaves it to Qt.

    Signals:
        rested: the map has lain still for a moment.
    """

    rested = Signal()

    def __init__(self, view: CanvasView, scene: CanvasScene, backdrop: Backdrop) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._backdrop = backdrop
        self.ink = InkPicture(scene, scene.strokes)
        self._quick = QuickFrame(scene, self.ink)
        self._quick.prepared.connect(self._prepared)
        scene.calm_changed.connect(self._forget)
        scene.read_changed.connect(self._forget)
        view.quiet_changed.connect(self._forget)
        self._seen: QTransform | None = None
        self._moving = self._resized = self._gathered = self._whole_awaited = False
        self._in_band = False
        self._hurried, self._blurred = QRegion(), QRegion()
        self._whole_seconds = 0.0
        self._rest_later = _after(self, REST_MS, self._rest)
        self._prepare_later = _after(self, _PREPARE_MS, self._prepare)
        self._next_band = _after(self, 0, self._paint_band)
        self._band_top, self._band_height = 0, 0.0
        self._patient_until = 0.0

    @property
    def at_rest(self) -> bool:
        """Whether all that is seen is as sharp as it will be."""
        hurried = not self._hurried.isEmpty()
        awaited = self._moving or hurried or self._rest_later.isActive()
        return not (awaited or self._next_band.isActive())

    def follow(self) -> None:
        """Another part of the map is seen, or at another scale."""
        before, now = self._seen, self._view.viewportTransform()
        self._seen = now
        self._rest_later.start()
        if before is None or before == now or not self._view.isVisible():
            self._whole_view()
            return
        if not self._moving:
            self._begin(before)
        if before.m11() != now.m11():
            self._resized = True
        by = _pushed(before, now)
        if (
            by is None
            or self._resized
            or self._whole_awaited
            or self._scene.glides.under_way
            or not scroll(self._view.viewport(), by)
        ):
            self._whole_view()
        else:
            self._backdrop.scrolled(by)

    def changed(self) -> None:
        """Something on the map has changed."""
        self._gathered = False
        if not self._moving:
            self._rest_later.start()

    def relit(self) -> None:
        """Things may move by themselves; Qt does not know where they were in a swift frame."""
        swift = self._moving or not self._hurried.isEmpty()
        if swift and (self._scene.glides.under_way or not self._scene.is_calm):
            self._whole_view()

    def paint(self, event: QPaintEvent) -> bool:
        """Paint a map that moves, or too much at once, swiftly; tells whether it did."""
        self._whole_awaited = False
        if not self._moving and not self._takes_too_long(event):
            return False
        to_view = self._view.viewportTransform()
        if not self._gathered or self._scene.glides.under_way or not self._scene.is_calm:
            self._gather(to_view)
        parts = rects_of(event.region())
        painter = QPainter(self._view.viewport())
        apart = len(parts) <= _MOST_PARTS and not self._backdrop.has_many_lit
        for part in parts if apart else [event.rect()]:
            painter.resetTransform()
            painter.setClipRect(part)
            self._paint_part(painter, to_view, QRectF(part))
        painter.end()
        return True

    def _takes_too_long(self, event: QPaintEvent) -> bool:
        """Whether all of this cannot be painted well before somebody waits for it."""
        if self._in_band:
            return False
        share = self._share(event)
        swiftly = share > _GOOD_PART and self._backdrop.has_many_lit
        if not swiftly and share * self._whole_seconds < _TOO_LONG_SECONDS:
            return False
        self.ink.hurry(self._view.scale_now())
        self._hurried |= event.region()
        self._rest_later.start()
        return True

    def note_cost(self, event: QPaintEvent, seconds: float) -> None:
        """Qt has painted a good part of the view, or a little of it, in so long."""
        share = self._share(event)
        if share > _GOOD_PART:
            self._whole_seconds = max(seconds / share, self._whole_seconds * _FORGOTTEN)

    def _share(self, event: QPaintEvent) -> float:
        """How much of the view is to be painted, at most 1."""
        port = self._view.viewport().rect()
        pixels = sum(part.width() * part.height() for part in rects_of(event.region()))
        return min(1.0, pixels / max(1, port.width() * port.height()))

    def _paint_part(self, painter: QPainter, to_view: QTransform, part: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(to_view)
        exposed = to_view.inverted()[0].mapRect(part)
        quick, quiet = self._resized, self._view.quiet
        self._backdrop.draw_under(painter, exposed, quiet=quiet, quick=quick)
        self._quick.draw(painter, to_view, exposed, smooth=not quick)
        self._backdrop.draw_over(painter, exposed, quick=quick or not self._moving)

    def _forget(self) -> None:
        self._gathered = False
        if not self._moving:
            self._prepare_later.start()

    def _whole_view(self) -> None:
        self._whole_awaited = True
        self._view.viewport().update()

    def _begin(self, before: QTransform) -> None:
        self._moving = True
        self._view.setViewportUpdateMode(_USUAL)
        self._next_band.stop()
        self._prepare_later.stop()
        self.ink.hurry(before.m11())
        self._backdrop.hold_names(before)

    def _rest(self) -> None:
        """What is seen is as it was left; now it turns sharp."""
        if self._moving:
            self._blurred = QRegion(self._view.viewport().rect())
        else:
            self._blurred |= self._hurried
        blurred = not self._blurred.isEmpty()
        self._moving = self._resized = False
        self._hurried = QRegion()
        if blurred:
            # All is painted anew presently; until then no photo that turns sharp is by itself.
            self._view.setViewportUpdateMode(_NONE)
        self.rested.emit()
        self._prepare_later.start()
        if blurred:
            self._patient_until = time.perf_counter() + _PATIENCE_SECONDS
            self._backdrop.let_go_of_names()
            self._band_top = 0
            self._band_height = self._view.viewport().height() * _FIRST_BAND
            self._next_band.start()

    def _paint_band(self) -> None:
        if self._scene.is_sharpening and time.perf_counter() < self._patient_until:
            self._next_band.start()
            return
        self._view.setViewportUpdateMode(_USUAL)
        port = self._view.viewport()
        high = max(_LEAST_BAND_PX, math.ceil(self._band_height))
        began = time.perf_counter()
        self._in_band = True
        port.repaint(self._blurred & QRect(0, self._band_top, port.width(), high))
        self._in_band = False
        took = max(time.perf_counter() - began, 1e-4)
        self._band_top += high
        self._band_height = high * min(4.0, _BREATH_SECONDS / took)
        if self._band_top < port.height():
            self._next_band.start()
        else:
            self._blurred = QRegion()

    def _prepare(self) -> None:
        """Nobody moves the map now: have ready what it takes."""
        self.ink.prepare(self._view.scale_now())
        self._quick.prepare()

    def _gather(self, to_view: QTransform) -> None:
        self._gathered = True
        self._quick.gather(to_view, self._view.devicePixelRatioF())

    def _prepared(self) -> None:
        if not self._moving:
            self.ink.hurry(self._view.scale_now())
            self._gather(self._view.viewportTransform())


def _after(owner: QObject, ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner, interval=ms, singleShot=True)
    timer.timeout.connect(then)
    return timer


def _pushed(before: QTransform, after: QTransform) -> QPoint | None:
    """By how many whole pixels the map was pushed; nothing when it was not only that."""
    if before.m11() != after.m11():
        return None
    right, down = after.dx() - before.dx(), after.dy() - before.dy()
    by = QPoint(round(right), round(down))
    return by if abs(right - by.x()) < _WHOLE and abs(down - by.y()) < _WHOLE else None
