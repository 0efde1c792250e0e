"""The canvas: the map with the journey on it, and the hand that works there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Pen
from reisblog.texts import _
from reisblog.tools import drop
from reisblog.ui.bring_in import BringIn
from reisblog.ui.canvas.drops import Drops, holds_photos, photo_ids_in, sources_in
from reisblog.ui.canvas.handling import NUDGE_UNITS, Handling
from reisblog.ui.canvas.ink_overlay import InkOverlay
from reisblog.ui.canvas.input import Hand
from reisblog.ui.canvas.large_view import LargeView
from reisblog.ui.canvas.lights import Lights
from reisblog.ui.canvas.map_layer import MapLayer
from reisblog.ui.canvas.names import draw_names
from reisblog.ui.canvas.place_tip import show_place_tip
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.sight import Sight
from reisblog.ui.canvas.surface import PATH_REACH_PX, CanvasSurface
from reisblog.ui.canvas.text_editor import TextEditor
from reisblog.ui.canvas.writing import Writer
from reisblog.ui.messages import Messages
from reisblog.ui.workbench import Workbench

TOOLS = ("choose", "path", "text", "photos", "backpack")
_SHARP_AFTER_MS = 120


class CanvasView(QGraphicsView):
    """Shows the journey and turns what the hand does into edits.

    Signals:
        tool_changed: one of ``TOOLS``.
        scale_changed: logical pixels per map unit.
        quiet_changed: whether only photos and paths show.
    """

    tool_changed = Signal(str)
    scale_changed = Signal(float)
    quiet_changed = Signal(bool)

    def __init__(
        self,
        *,
        workbench: Workbench,
        scene: CanvasScene,
        map_layer: MapLayer,
        bring_in: BringIn,
        messages: Messages,
        large_view: Callable[[QWidget], LargeView],
        clipboard: Callable[[], QClipboard],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self._workbench = workbench
        self._scene = scene
        self._map = map_layer
        self._clipboard = clipboard
        self._quiet = False
        self._dress()
        self._sight = Sight(self, workbench.atlas.bounds)
        self._lights = Lights(workbench, scene)
        self._drops = Drops(workbench, bring_in, messages, self._landed)
        ink = InkOverlay(self.viewport())
        self._editor = TextEditor(workbench, self.viewport())
        self._writer = Writer(workbench, scene, self._lights, self._editor, self)
        self._large = large_view(self.viewport())
        self._handling = Handling(
            workbench=workbench,
            scene=scene,
            drops=self._drops,
            writer=self._writer,
            large=self._large,
            messages=messages,
            scale=self.scale_now,
        )
        self._surface = CanvasSurface(
            view=self,
            workbench=workbench,
            scene=scene,
            sight=self._sight,
            lights=self._lights,
            ink=ink,
            editor=self._editor,
            handling=self._handling,
        )
        self._hand = Hand(self._surface)
        self._editor.closed.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self._large.closed.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self._sharpen_later = QTimer(self, interval=_SHARP_AFTER_MS, singleShot=True)
        self._sharpen_later.timeout.connect(self._sharpen)
        self._sight.changed.connect(self._seen_anew)
        map_layer.refreshed.connect(self.viewport().update)
        workbench.chosen_changed.connect(self._choice_changed)
        workbench.changed.connect(self._journey_changed)
        workbench.opened.connect(self._opened)
        workbench.fly_requested.connect(self.fly_to)
        workbench.write_requested.connect(self.edit_text_of)

    # What others may ask

    @property
    def tool(self) -> str:
        """The tool in hand, one of ``TOOLS``."""
        return self._surface.tool

    @property
    def pen(self) -> Pen:
        """The pen of the path tool."""
        return self._surface.pen

    @property
    def tint(self) -> str:
        """The pen's tint, a key of ``look.TINTS``."""
        return self._surface.tint

    @property
    def quiet(self) -> bool:
        """Whether only photos and paths show."""
        return self._quiet

    @property
    def editor(self) -> TextEditor:
        """Where texts are written on the canvas."""
        return self._editor

    @property
    def large(self) -> LargeView:
        """Where a photo is seen large."""
        return self._large

    @property
    def lights(self) -> Lights:
        """What is lit on the canvas."""
        return self._lights

    @property
    def sight(self) -> Sight:
        """Which part of the map is seen, and how large."""
        return self._sight

    def set_tool(self, tool: str) -> None:
        """Take a tool in hand; taken again, it is told again, and shows what it offers."""
        if tool != self._surface.tool:
            self._hand.cancel()
            self._editor.close_slip()
            self._surface.tool = tool
            self._show_cursor()
        self.tool_changed.emit(tool)

    def set_pen(self, pen: Pen, tint: str) -> None:
        """Choose what the path tool draws with."""
        self._surface.pen, self._surface.tint = pen, tint

    def zoom_in(self) -> None:
        """A step nearer."""
        self._sight.zoom(1.25)

    def zoom_out(self) -> None:
        """A step back."""
        self._sight.zoom(0.8)

    def fit(self) -> None:
        """The whole map."""
        self._sight.fit()

    def fly_to(self, rect: Rect) -> None:
        """Glide until this part of the map fills a good part of the view."""
        self._sight.fly_to(rect)

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001  (a slot of a checkable action)
        """Hide all but photos and paths, or show everything again."""
        if quiet != self._quiet:
            self._quiet = quiet
            self._scene.show_quiet(quiet=quiet)
            self.viewport().update()
            self.quiet_changed.emit(quiet)

    def set_motion(self, *, motion: bool) -> None:
        """Whether things glide; off when the system asks for less motion."""
        self._scene.glides.motion = motion
        self._sight.motion = motion

    def choose_all(self) -> None:
        """Choose everything on the map."""
        self._handling.choose_all()

    def delete_chosen(self) -> None:
        """Take away what is chosen; the photos of a halte go back to the tray."""
        self._handling.remove_chosen()

    def edit_text_of(self, record_id: str) -> None:
        """Write on a photo, a halte or a note, in place."""
        self._writer.on(record_id)

    def paste(self) -> None:
        """Lay down what the clipboard holds: photos, or a text as a note."""
        self._handling.paste(self._clipboard().mimeData(), self._paste_point())

    def open_large(self, photo_id: str) -> None:
        """Show a photo large, with the others of its halte beside it."""
        self._handling.open_large(photo_id)

    def spread_pile(self, stop_id: str) -> None:
        """Spread a halte's pile over the dimmed map."""
        self._scene.spread(stop_id, self._sight.seen())

    def to_map(self, at: QPointF) -> Point:
        """A point of the view in map units."""
        return self._surface.to_map(at)

    def scale_now(self) -> float:
        """Logical pixels per map unit."""
        return self.transform().m11()

    # Qt's events

    def viewportEvent(self, event: QEvent) -> bool:
        """Touch and trackpad gestures come here; the rest goes its usual way."""
        if isinstance(event, QTouchEvent):
            self._hand.touch(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._sight.zoom(1.0 + event.value(), around=event.position())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._show_tip(event)
        return super().viewportEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen."""
        self._hand.tablet(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if self._hand.mouse_press(event):
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        self._hand.mouse_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self._hand.mouse_release(event)
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a photo large, write on a note or a halte, or begin a note on bare map."""
        if event.button() != Qt.MouseButton.LeftButton or self._surface.tool == "path":
            self.mousePressEvent(event)
            return
        self._hand.cancel()
        target = self._surface.target_at(event.position())
        if target is None:
            self._scene.gather()
            self._writer.note(self.to_map(event.position()))
        elif target in self._workbench.journey.photos:
            self.open_large(target)
        else:
            self.edit_text_of(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms where the pointer is; a trackpad moves the map, with Ctrl it zooms."""
        self._sight.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pans, arrows move, Enter opens, Esc goes back, letters write."""
        key = event.key()
        letters = event.text()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.space_held = True
            self._show_cursor()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        elif key in _ARROWS:
            self._go(_ARROWS[key], fine=bool(event.modifiers() & _SHIFT))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._handling.open_chosen()
        elif not (letters and letters.isprintable() and self._writer.typed(letters)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.space_held = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whatever is held down is let go of."""
        self._hand.space_held = False
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether this can be laid down."""
        if holds_photos(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light what a drop here would mean."""
        planned = self._plan_at(event.position())
        self._lights.light(planned.place, self._drops.label(planned), event.position())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped here after all."""
        self._lights.light(None)
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay down what was dropped."""
        self._lights.light(None)
        planned = self._plan_at(event.position())
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scene.enter_from(planned.at)
        if ids := photo_ids_in(event.mimeData()):
            self._drops.lay_from_tray(ids, planned)
        else:
            self._drops.lay_files(sources_in(event.mimeData()), planned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep seeing the same part of the map."""
        super().resizeEvent(event)
        self._sight.resized(event.oldSize())
        self._large.setGeometry(self.viewport().rect())

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The map."""
        ratio = self.viewport().devicePixelRatioF()
        self._map.draw(painter, QRectF(rect), self.scale_now() * ratio)
        self._lights.draw_place(painter)
        painter.save()
        painter.resetTransform()
        exposed = self.viewportTransform().mapRect(QRectF(rect))
        if not self._quiet:
            draw_names(
                painter, self._workbench.atlas, self.viewportTransform(), self.scale_now(), exposed
            )
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """What is chosen, and what a drop would do."""
        del rect  # the whole view is repainted anyway
        painter.save()
        painter.resetTransform()
        self._lights.draw(painter, self.viewportTransform(), QRectF(self.viewport().rect()))
        painter.restore()

    # Inside

    def _dress(self) -> None:
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(_("The map with your journey"))

    def _show_tip(self, event: QHelpEvent) -> bool:
        """Name the place under a resting pointer, where nothing else lies."""
        here = self.to_map(QPointF(event.pos()))
        reach = PATH_REACH_PX / self.scale_now()
        if self._hand.busy or self._scene.target_at(here, reach=reach) is not None:
            return super().viewportEvent(event)
        show_place_tip(event, self, self._workbench.atlas)
        return True

    def _plan_at(self, at: QPointF) -> drop.Plan:
        """What a drop at a point of the view would mean."""
        return self._handling.plan(self.to_map(at), under=self._surface.target_at(at))

    def _paste_point(self) -> Point:
        """Where the pointer is, or the middle of the view."""
        pointer = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        inside = QRectF(self.viewport().rect()).contains(pointer) and self.underMouse()
        return self.to_map(pointer if inside else QPointF(self.viewport().rect().center()))

    def _go_back(self) -> None:
        """Esc ends the gesture, gathers the pile, chooses nothing, or lays down the tool."""
        if self._hand.busy:
            self._hand.cancel()
        elif self._scene.is_spread:
            self._scene.gather()
        elif self._workbench.chosen:
            self._workbench.choose()
        else:
            self.set_tool("choose")

    def _go(self, direction: Point, *, fine: bool) -> None:
        """Move what is chosen, or else the map."""
        if not self._handling.nudge(direction, fine=fine):
            self._sight.pan(direction.scaled(-10 * NUDGE_UNITS))

    def _landed(self) -> None:
        self._scene.enter_from(None)

    def _choice_changed(self, chosen: frozenset[str]) -> None:
        if not chosen <= {self._editor.record_id}:
            self._editor.close_slip()
        self.viewport().update()

    def _journey_changed(self) -> None:
        self._scene.show_quiet(quiet=self._quiet)
        self._sharpen_later.start()
        self.viewport().update()

    def _opened(self) -> None:
        self._hand.cancel()
        self._editor.close_slip()
        self._sharpen()
        self.viewport().update()

    def _seen_anew(self) -> None:
        self._scene.gather()
        self._writer.settle()
        self._sharpen_later.start()
        self.scale_changed.emit(self.scale_now())

    def _sharpen(self) -> None:
        self._scene.sharpen(self.scale_now() * self.viewport().devicePixelRatioF())

    def _show_cursor(self) -> None:
        if self._hand.space_held:
            shape = (
                Qt.CursorShape.ClosedHandCursor
                if self._hand.busy
                else Qt.CursorShape.OpenHandCursor
            )
        else:
            shape = {
                "path": Qt.CursorShape.CrossCursor,
                "text": Qt.CursorShape.IBeamCursor,
            }.get(self._surface.tool, Qt.CursorShape.ArrowCursor)
        self.viewport().setCursor(shape)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ARROWS = {
    int(Qt.Key.Key_Left): Point(-1, 0),
    int(Qt.Key.Key_Right): Point(1, 0),
    int(Qt.Key.Key_Up): Point(0, -1),
    int(Qt.Key.Key_Down): Point(0, 1),
}
