"""The canvas: the map with the journey on it, and the hand that works there."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reisblog.model.geometry import Point
from reisblog.model.records import Pen
from reisblog.ui.canvas.backdrop import Backdrop
from reisblog.ui.canvas.dressing import dress
from reisblog.ui.canvas.gesture_frames import GestureFrames
from reisblog.ui.canvas.keyed_view import KeyedView
from reisblog.ui.canvas.lights import Lights
from reisblog.ui.canvas.map_layer import MapLayer
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.sight import Sight
from reisblog.ui.clipboard import held_by
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.model.atlas import Place
    from reisblog.tools.erase import InHand
    from reisblog.ui.bag_doors import BagDoors
    from reisblog.ui.bring_in import BringIn
    from reisblog.ui.canvas.handling import Handling
    from reisblog.ui.canvas.large_view import LargeView
    from reisblog.ui.canvas.text_editor import TextEditor
    from reisblog.ui.canvas.workplace import Workplace
    from reisblog.ui.messages import Messages

TOOLS = ("choose", "path", "text", "photos", "backpack")


class CanvasView(KeyedView):
    """Shows the journey and turns what the hand does into edits.

    Attributes:
        frames: what it is painted by while the map moves.

    Signals:
        tool_changed: one of ``TOOLS``.
        scale_changed: logical pixels per map unit.
        quiet_changed: whether only photos and paths show.
        place_asked: the id of a place that was tapped; nothing when the map was, or Esc pressed.
        compass_asked: the id of a compass whose card should open, and letters typed on it already.
    """

    tool_changed = Signal(str)
    scale_changed = Signal(float)
    quiet_changed = Signal(bool)
    place_asked = Signal(str)
    compass_asked = Signal(str, str)

    def __init__(
        self,
        *,
        workbench: Workbench,
        scene: CanvasScene,
        map_layer: MapLayer,
        bring_in: BringIn,
        messages: Messages,
        doors: BagDoors,
        large_view: Callable[[QWidget], LargeView],
        clipboard: Callable[[], QClipboard],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self._workbench = workbench
        self._scene = scene
        self._clipboard = clipboard
        self._quiet, self._stories, self._tool = False, True, TOOLS[0]
        self._work: Workplace | None = None
        self.pen: InHand = Pen.MINE
        self.tint = "ember"
        dress(self)
        self._sight = Sight(self, lambda: workbench.atlas.bounds)
        self._lights = Lights(workbench, scene)
        self._backdrop = Backdrop(self, workbench, map_layer, self._lights, scene.pictures)
        self._make_work = partial(
            _workplace,
            self,
            workbench=workbench,
            scene=scene,
            lights=self._lights,
            backdrop=self._backdrop,
            bring_in=bring_in,
            messages=messages,
            doors=doors,
        )
        self._make_large = large_view
        self.frames = GestureFrames(self, scene, self._backdrop)
        self.frames.rested.connect(self._sharpen)
        self._sight.changed.connect(self._seen_anew)
        scene.glides.moved.connect(self.relight)
        map_layer.refreshed.connect(self.viewport().update)
        workbench.chosen_changed.connect(self._choice_changed)
        workbench.changed.connect(self._journey_changed)
        workbench.opened.connect(self._opened)
        workbench.fly_requested.connect(self._sight.fly_to)
        workbench.write_requested.connect(self.edit_text_of)

    @property
    def tool(self) -> str:
        """The tool in hand, one of ``TOOLS``."""
        return self._tool

    @property
    def work(self) -> Workplace:
        """Where the hand works; made at its first touch, so that the map is there the sooner."""
        if self._work is None:
            self._work = self._make_work()
        return self._work

    @property
    def quiet(self) -> bool:
        """Whether only photos and paths show."""
        return self._quiet

    @property
    def editor(self) -> TextEditor:
        """Where texts are written on the canvas."""
        return self.work.editor

    @cached_property
    def large(self) -> LargeView:
        """Where a photo is seen large, made when it is first wanted."""
        large = self._make_large(self.viewport())
        large.closed.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        return large

    @property
    def lights(self) -> Lights:
        """What is lit on the canvas."""
        return self._lights

    @property
    def sight(self) -> Sight:
        """Which part of the map is seen, and how large."""
        return self._sight

    @property
    def handling(self) -> Handling:
        """What can be done with what is chosen."""
        return self.work.handling

    def set_tool(self, tool: str) -> None:
        """Take a tool in hand; taken again, it is told again, and shows what it offers."""
        if tool != self._tool:
            self.work.put_down()
            self._tool = tool
            self.work.show_cursor()
            self.work.pointing.left()
        self.tool_changed.emit(tool)

    def set_pen(self, pen: InHand, tint: str) -> None:
        """Choose what the path tool draws with."""
        self.pen, self.tint = pen, tint

    @property
    def stories(self) -> bool:
        """Whether the story of a chosen halte is read on the map."""
        return self._stories

    def set_stories(self, *, stories: bool) -> None:
        """Read the story of a chosen halte on the map, or leave it to the panel's open card."""
        self._stories = stories
        if self._work is not None:
            self._work.writer.reader.set_stories(stories=stories)

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001  (a slot of a checkable action)
        """Hide all but photos and paths, or show everything again."""
        if quiet != self._quiet:
            self._quiet = quiet
            self._scene.show_quiet(quiet=quiet)
            if self._work is not None:
                self._work.writer.reader.set_quiet(quiet=quiet)
            self.viewport().update()
            self.quiet_changed.emit(quiet)

    def set_motion(self, *, motion: bool) -> None:
        """Whether things glide; off when the system asks for less motion."""
        self._scene.glides.motion = motion
        self._sight.motion = motion

    def edit_text_of(self, record_id: str) -> None:
        """Write on a photo, a halte or a note, in place."""
        self.work.writer.on(record_id)

    def paste(self) -> None:
        """Lay down what the clipboard holds: photos, or a text as a note."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if (mime := held_by(self._clipboard())) is not None:
            self.work.paste(mime)

    def go_back(self) -> bool:
        """End the gesture, gather the pile, choose nothing, lay down the tool; tells if it did."""
        self.place_asked.emit("")
        if self.work.hand.busy:
            self.work.hand.cancel()
        elif self._scene.is_spread:
            self._scene.gather()
        elif self._workbench.chosen:
            self._workbench.choose()
        elif self._tool != TOOLS[0]:
            self.set_tool(TOOLS[0])
        else:
            return False
        return True

    def relight(self) -> None:
        """What is lit may have moved: paint it anew, where it was and where it is."""
        self._backdrop.relight()
        self.frames.relit()

    def place_at(self, at: QPointF) -> Place | None:
        """The place that is shown at a point of the view, by its name or its area."""
        return self._backdrop.place_at(at)

    def area_of(self, place: Place) -> QRectF:
        """Where a place and its name are seen, in logical pixels of the view."""
        return self._backdrop.area_of(place)

    def to_map(self, at: QPointF) -> Point:
        """A point of the view in map units."""
        found = self.viewportTransform().inverted()[0].map(at)
        return Point(found.x(), found.y())

    def scale_now(self) -> float:
        """Logical pixels per map unit."""
        return self.transform().m11()

    def viewportEvent(self, event: QEvent) -> bool:
        """Touch and trackpad gestures come here; the rest goes its usual way."""
        if isinstance(event, QTouchEvent):
            self.work.hand.touch(event)
            return True
        if event.type() == QEvent.Type.Leave and self._work is not None:
            self._work.pointing.left()
        if event.type() == QEvent.Type.WindowDeactivate and self._work is not None:
            self._work.hand.cancel()  # it lets go over another window, which is not told here
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._sight.zoom(1.0 + event.value(), around=event.position())
            return True
        if (
            isinstance(event, QHelpEvent)
            and event.type() == QEvent.Type.ToolTip
            and self.work.shows_tip(event)
        ):
            return True
        return super().viewportEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen."""
        self.work.hand.tablet(event)
        self.work.pointing.moved(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if self.work.hand.mouse_press(event):
            self.work.show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or light what the pointer means."""
        self.work.hand.mouse_move(event)
        self.work.pointed_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self.work.hand.mouse_release(event)
        self.work.show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a photo large, write on a note or a halte, or begin a note on bare map."""
        hand_free = self._tool != "path" and not self.work.reshaping.handle_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or not hand_free:
            self.mousePressEvent(event)
            return
        self.work.hand.cancel()
        target = self.work.surface.target_at(event.position())
        self.work.handling.double_tapped(target, self.to_map(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms where the pointer is; a trackpad moves the map, with Ctrl it zooms."""
        self._sight.wheel(event)

    def let_go_of_keys(self) -> None:
        """Nothing is held down any more."""
        if self._work is not None:
            self._work.hand.space_held = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether this can be laid down."""
        self.work.drags.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light what a drop here would mean."""
        self.work.drags.move(event)
        self.relight()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped here after all."""
        self.work.drags.leave(event)
        self.relight()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay down what was dropped."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.work.drags.drop(event)
        self.relight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep seeing the same part of the map."""
        super().resizeEvent(event)
        self._sight.resized(event.oldSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame; swiftly while the map moves, and with the line that is being drawn."""
        ink = None if self._work is None else self._work.ink
        if ink is not None and ink.paint_alone(event):
            return
        if not self.frames.paint(event):
            began = time.perf_counter()
            super().paintEvent(event)
            self.frames.note_cost(event, time.perf_counter() - began)
        if ink is not None:
            ink.paint_over(event)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The map."""
        self._backdrop.draw_under(painter, QRectF(rect), quiet=self._quiet)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """What is chosen, and what a drop would do."""
        self._backdrop.draw_over(painter, QRectF(rect))

    def _choice_changed(self, chosen: frozenset[str]) -> None:
        if chosen and not chosen <= {self.work.editor.record_id}:
            self.work.editor.close_slip()
        self.relight()

    def _journey_changed(self) -> None:
        self.frames.changed()

    def _opened(self) -> None:
        if self._work is not None:
            self._work.put_down()
        self._sharpen()
        self.viewport().update()

    def _seen_anew(self) -> None:
        self._scene.gather()
        self.frames.follow()
        self._backdrop.relight()
        if self._work is not None:
            self._work.ink.follow()
            self._work.writer.settle()
        self.scale_changed.emit(self.scale_now())

    def _sharpen(self) -> None:
        self._scene.sharpen(self.scale_now() * self.devicePixelRatioF(), self._sight.seen())


def _workplace(view: CanvasView, **parts: Any) -> Workplace:
    from reisblog.ui.canvas.workplace import Workplace  # noqa: PLC0415 - for the first touch

    return Workplace(view, **parts)
