"""Qt's mouse, pen and touch events as pointers, driving one gesture at a time."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTabletEvent, QTouchEvent

from reisblog.model.geometry import Point
from reisblog.texts import _
from reisblog.tools.gesture import Device, Gesture, Outcome, Pointer, Preview, begin
from reisblog.tools.pan import pan
from reisblog.ui.canvas.palms import Palms, is_eraser

_TAP_MS = 300
_TAP_SLACK_PX = 16.0


class Surface(Protocol):
    """What a hand works on: the view."""

    def to_map(self, at: QPointF) -> Point:
        """A point of the view in map units."""

    def scale_now(self) -> float:
        """Logical pixels per map unit."""

    def target_at(self, at: QPointF) -> str | None:
        """The id of what lies at a point of the view."""

    def gesture_for(self, *, erases: bool = False) -> Gesture:
        """What the tool in hand does from a press on, or the other end of a pen."""

    def preview(self, preview: Preview, pointer: Pointer) -> None:
        """Show what a gesture wants shown."""

    def finished(self, outcome: Outcome, press: Pointer, release: Pointer) -> None:
        """A gesture ended well, from its first pointer to its last."""

    def given_up(self) -> None:
        """A gesture was cancelled: show everything as it was."""

    def grip(self, one: QPointF, other: QPointF) -> Gesture | None:
        """What two fingers that came down here do to a photo, if they mean one."""

    def pinch(self, centre: QPointF, by: QPointF, factor: float) -> None:
        """Two fingers moved the map and changed its size around their middle."""

    def seen_now(self) -> tuple[Point, float]:
        """Which part of the map is seen: its middle, and logical pixels per map unit."""

    def see_again(self, centre: Point, scale: float) -> None:
        """See what was seen before fingers moved the map."""

    def px_per_mm(self) -> float:
        """Logical pixels to a millimetre of glass."""

    def two_finger_tap(self) -> None:
        """Two fingers touched the map for a moment."""


class Hand:
    """Turns events into pointers; exactly one gesture runs, and a new one cancels it."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._gesture: Gesture | None = None
        self._press: Pointer | None = None
        self._button = Qt.MouseButton.NoButton
        self._fingers: dict[int, QPointF] = {}
        self._two_since: float | None = None
        self._spread = 0.0
        self._moved = self._too_many = False
        self._palms = Palms()
        self._seen_before: tuple[Point, float] | None = None
        self.space_held = False

    @property
    def busy(self) -> bool:
        """Whether a gesture is running."""
        return self._gesture is not None

    @property
    def pen_is_near(self) -> bool:
        """Whether touches are a hand that rests beside a pen."""
        return self._palms.pen_is_near

    def mouse_press(self, event: QMouseEvent) -> bool:
        """Begin with a mouse button; tells whether the event was taken."""
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self.space_held
        ):
            self._begin(self._mouse(event), pan())
            self._button = event.button()
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        press = self._mouse(event, target=self._surface.target_at(event.position()))
        self._take_up(press)
        self._button = event.button()
        return True

    def mouse_move(self, event: QMouseEvent) -> None:
        """Go on."""
        self._go_on(self._mouse(event))

    def mouse_release(self, event: QMouseEvent) -> None:
        """End, when it is the button that began."""
        if event.button() != self._button:
            return
        self._button = Qt.MouseButton.NoButton
        self._go_on(self._mouse(event, released=True))

    def tablet(self, event: QTabletEvent) -> None:
        """A pen; its events come instead of the mouse's."""
        kind = event.type()
        if self._fingers and not self._palms.pen_is_near:
            self._take_back_fingers()
        self._palms.pen_came(down=kind != QEvent.Type.TabletRelease and bool(event.buttons()))
        if kind == QEvent.Type.TabletPress:
            target = self._surface.target_at(event.position())
            press = self._pen(event, target=target)
            self._take_up(press, erases=is_eraser(event))
        elif kind == QEvent.Type.TabletRelease:
            self._go_on(self._pen(event, released=True))
        elif self._gesture is not None:
            self._go_on(self._pen(event))
        event.accept()

    def key_pressed(self, at: QPointF, ms: float) -> None:
        """A pen that is moved with keys is set down at a point of the view."""
        press = self._pointer(at, ms, device=Device.PEN, target=self._surface.target_at(at))
        self._take_up(press)

    def key_moved(self, at: QPointF, ms: float) -> None:
        """It goes on."""
        self._go_on(self._pointer(at, ms, device=Device.PEN))

    def key_lifted(self, at: QPointF, ms: float) -> None:
        """It is lifted."""
        self._go_on(self._pointer(at, ms, device=Device.PEN, released=True))

    def touch(self, event: QTouchEvent) -> None:
        """One finger does what the tool does; two move and scale a photo or the map, or undo.

        Three or more are the system's, and mean nothing here until all are lifted.
        """
        before = dict(self._fingers)
        points, palm_came = self._palms.fingers(event, self._surface.px_per_mm())
        if palm_came and before:
            self._take_back_fingers()
        lifted = event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
        self._fingers = {
            point.id(): point.position()
            for point in points
            if point.state() != point.state().Released and not lifted
        }
        now = float(event.timestamp())
        if not before and self._two_since is None:
            self._seen_before = self._surface.seen_now()
        if event.type() == QEvent.Type.TouchCancel or len(self._fingers) > 2:
            self.cancel()
            self._two_since, self._too_many = None, bool(self._fingers)
        elif self._too_many:
            self._too_many = bool(self._fingers)
        elif len(self._fingers) == 2:
            self._two_fingers(before, now)
        elif self._two_since is not None:
            self._end_two_fingers(before, now)
        elif points:
            self._one_finger(points[0], now, lifted=lifted)
        event.accept()

    @property
    def undo_label(self) -> str | None:
        """What undo means while a gesture is running: that."""
        return _("This movement") if self.busy else None

    def take_back(self) -> None:
        """Undo it: as if it had never begun."""
        self.cancel()

    def cancel(self) -> None:
        """Give the running gesture up."""
        if self._gesture is not None:
            self._gesture.close()
            self._gesture = None
            self._press = None
            self._surface.given_up()

    def _one_finger(self, finger: QEventPoint, now: float, *, lifted: bool) -> None:
        at, state = finger.position(), finger.state()
        lifted = lifted or state == QEventPoint.State.Released
        pointer = self._pointer(at, now, device=Device.TOUCH, released=lifted)
        if state == QEventPoint.State.Pressed:
            press = self._pointer(at, now, device=Device.TOUCH, target=self._surface.target_at(at))
            self._take_up(press)
        else:
            self._go_on(pointer)

    def _take_back_fingers(self) -> None:
        """What they did was done by a hand that came to write: it is gone."""
        self.cancel()
        if self._seen_before is not None:
            self._surface.see_again(*self._seen_before)
        self._fingers, self._two_since = {}, None

    def _two_fingers(self, before: dict[int, QPointF], now: float) -> None:
        if self._two_since is None:
            carried = self.busy and self._moved
            self.cancel()
            self._two_since = now
            self._spread = 0.0
            one, other = list(self._fingers.values())
            gesture = None if carried else self._surface.grip(one, other)
            if gesture is not None:
                self._begin(self._two(now), gesture)
            return
        pair = [key for key in self._fingers if key in before][:2]
        if len(pair) < 2:
            return
        (a, b), (c, d) = ((table[pair[0]], table[pair[1]]) for table in (before, self._fingers))
        old, new = _between(a, b), _between(c, d)
        moved = (c + d - a - b) / 2
        self._spread += abs(new - old) + math.hypot(moved.x(), moved.y())
        if self.busy:
            self._go_on(self._two(now))
        else:
            self._surface.pinch((c + d) / 2, moved, new / old if old > 0 else 1.0)

    def _end_two_fingers(self, before: dict[int, QPointF], now: float) -> None:
        """The first finger lifted ends it; what the other does then means nothing."""
        if self.busy and len(before) == 2:
            self._fingers, left = before, self._fingers
            self._go_on(self._two(now, released=True))
            self._fingers = left
        if self._fingers:
            return
        quick = self._two_since is not None and now - self._two_since < _TAP_MS
        if quick and self._spread < _TAP_SLACK_PX:
            self._surface.two_finger_tap()
        self._two_since = None

    def _take_up(self, press: Pointer, *, erases: bool = False) -> None:
        """Begin what the tool does; what was being done is given up before anything is laid out."""
        self.cancel()
        self._begin(press, self._surface.gesture_for(erases=erases))

    def _begin(self, press: Pointer, gesture: Gesture) -> None:
        self.cancel()
        self._gesture, self._press = gesture, press
        self._button = Qt.MouseButton.NoButton
        self._moved = False
        self._surface.preview(begin(gesture, press), press)

    def _go_on(self, pointer: Pointer) -> None:
        gesture, press = self._gesture, self._press
        if gesture is None or press is None:
            return
        try:
            preview = gesture.send(pointer)
        except StopIteration as end:
            self._gesture = self._press = None
            self._surface.finished(end.value, press, pointer)
        else:
            self._moved = self._moved or preview is not None
            self._surface.preview(preview, pointer)

    def _two(self, now: float, *, released: bool = False) -> Pointer:
        one, other = list(self._fingers.values())
        return self._pointer(one, now, device=Device.TOUCH, other=other, released=released)

    def _mouse(
        self, event: QMouseEvent, *, target: str | None = None, released: bool = False
    ) -> Pointer:
        return self._pointer(
            event.position(),
            float(event.timestamp()),
            target=target,
            released=released,
            add=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
            snap=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )

    def _pen(
        self, event: QTabletEvent, *, target: str | None = None, released: bool = False
    ) -> Pointer:
        return self._pointer(
            event.position(),
            float(event.timestamp()),
            device=Device.PEN,
            pressure=event.pressure(),
            target=target,
            released=released,
            snap=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )

    def _pointer(
        self,
        at: QPointF,
        ms: float,
        *,
        device: Device = Device.MOUSE,
        pressure: float = 0.5,
        target: str | None = None,
        add: bool = False,
        snap: bool = False,
        other: QPointF | None = None,
        released: bool = False,
    ) -> Pointer:
        return Pointer(
            at=self._surface.to_map(at),
            screen=Point(at.x(), at.y()),
            ms=ms,
            pressure=pressure,
            device=device,
            target=target,
            add=add,
            snap=snap,
            other=None if other is None else self._surface.to_map(other),
            released=released,
            scale=self._surface.scale_now(),
        )


def _between(a: QPointF, b: QPointF) -> float:
    return math.hypot(a.x() - b.x(), a.y() - b.y())
