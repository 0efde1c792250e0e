"""Where the hand works on the canvas: what it holds, what it may do, and where it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QToolTip

from reisblog.ui.canvas.aloud import let_be_told
from reisblog.ui.canvas.arranging import Arranging
from reisblog.ui.canvas.belonging import Belonging
from reisblog.ui.canvas.brush_ring import BrushRing
from reisblog.ui.canvas.compass_laying import CompassLaying
from reisblog.ui.canvas.drags import Drags
from reisblog.ui.canvas.drops import Drops
from reisblog.ui.canvas.handling import Handling
from reisblog.ui.canvas.ink_overlay import InkOverlay
from reisblog.ui.canvas.input import Hand
from reisblog.ui.canvas.key_pen import KeyPen
from reisblog.ui.canvas.keys import Keys
from reisblog.ui.canvas.new_notes import NewNotes
from reisblog.ui.canvas.path_ends import PathEnds
from reisblog.ui.canvas.path_handles import PathHandles
from reisblog.ui.canvas.place_tip import show_person_tip, show_place_tip
from reisblog.ui.canvas.pointing import Pointing
from reisblog.ui.canvas.reshaping import Reshaping
from reisblog.ui.canvas.surface import CanvasSurface
from reisblog.ui.canvas.text_editor import TextEditor
from reisblog.ui.canvas.thing_drop import ThingDrop
from reisblog.ui.canvas.walk import Walk
from reisblog.ui.canvas.writing import Writer
from reisblog.ui.path_offers import PathDeeds

if TYPE_CHECKING:
    from PySide6.QtGui import QCursor, QHelpEvent

    from reisblog.model.atlas import Place
    from reisblog.ui.bag_doors import BagDoors
    from reisblog.ui.bring_in import BringIn
    from reisblog.ui.canvas.backdrop import Backdrop
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.messages import Messages
    from reisblog.ui.workbench import Workbench

_CURSORS = {"path": Qt.CursorShape.CrossCursor, "text": Qt.CursorShape.IBeamCursor}


class Workplace:
    """Everything that turns what the hand does into edits, connected.

    Attributes:
        hand: mouse, pen and touch.
        keys: the keyboard.
        drags: what comes from outside.
        surface: what the hand works on.
        pointing: what lights up under a hand that holds nothing.
        handling: what can be done with what is chosen.
        arranging: how it lies, as menus and keys ask for it.
        reshaping: its handles at work.
        paths: the points of a chosen path, which can be moved.
        path_deeds: what menus do with chosen paths.
        ends: those of paths, which go on under the pen.
        compass: lays compasses down, and turns them.
        ink: the line that is being drawn.
        writer: writes on things.
        editor: where that is done.
    """

    def __init__(
        self,
        view: CanvasView,
        *,
        workbench: Workbench,
        scene: CanvasScene,
        lights: Lights,
        backdrop: Backdrop,
        bring_in: BringIn,
        messages: Messages,
        doors: BagDoors,
    ) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        drops = Drops(workbench, bring_in, messages, lambda: scene.enter_from(None))
        belonging = Belonging(workbench, scene)
        self.compass = CompassLaying(
            view,
            workbench=workbench,
            scene=scene,
            belonging=belonging,
            drops=drops,
            lights=lights,
        )
        self.editor = TextEditor(workbench, view.viewport())
        self.writer = Writer(
            workbench, scene, self.editor, view, lights, on_compass=view.compass_asked.emit
        )
        self.handling = Handling(
            workbench=workbench,
            scene=scene,
            drops=drops,
            writer=self.writer,
            large=lambda: view.large,
            messages=messages,
            belonging=belonging,
            scale=view.scale_now,
        )
        self.arranging = Arranging(
            workbench, scene, self.writer, self.compass, lambda: self.editor.record_id
        )
        self.ink = InkOverlay(view)
        self._cursor: Qt.CursorShape | QCursor | None = None
        self._new_notes = NewNotes(workbench, self.editor, self.handling.written)
        self.reshaping = Reshaping(view, workbench, scene, lights)
        lights.handles.wanted = self._wants_handles
        self.paths = PathHandles(view, workbench, scene)
        self.path_deeds = PathDeeds(workbench)
        self.ends = PathEnds(view, workbench)
        backdrop.over += [self.paths, self.ends]
        self.surface = CanvasSurface(
            view=view,
            workbench=workbench,
            scene=scene,
            lights=lights,
            ink=self.ink,
            mist=backdrop.mist,
            editor=self.editor,
            handling=self.handling,
            belonging=belonging,
            compass=self.compass,
            reshaping=self.reshaping,
            doors=doors,
            paths=self.paths,
        )
        self.hand = Hand(self.surface)
        self._ring = BrushRing(view, self.surface.eraser_px)
        self.pointing = Pointing(
            view, workbench=workbench, scene=scene, lights=lights, hand=self.hand, ends=self.ends
        )
        self.keys = Keys(
            view,
            hand=self.hand,
            handling=self.handling,
            turn=self.turn,
            writer=self.writer,
            pen=KeyPen(
                view,
                self.hand,
                messages,
                workbench=workbench,
                surface=self.surface,
                lights=lights,
            ),
            walk=Walk(view, workbench, scene),
            paths=self.paths,
        )
        self.drags = Drags(
            scene=scene,
            surface=self.surface,
            handling=self.handling,
            drops=drops,
            compass=self.compass,
            lights=lights,
            things=ThingDrop(workbench, self.surface, self.handling, lights, messages),
        )
        workbench.undo_also(self.hand)
        self.editor.closed.connect(self._take_keyboard_back)
        self.editor.closed.connect(view.relight)
        view.tool_changed.connect(view.relight)
        scene.read_changed.connect(view.relight)
        let_be_told(view, workbench, scene)
        workbench.find_places_by(self._place_on_screen)
        self.writer.reader.set_quiet(quiet=view.quiet)
        self.writer.reader.set_stories(stories=view.stories)

    def put_down(self) -> None:
        """Give up what is being done; what was written stays."""
        self.hand.cancel()
        self.editor.close_slip()

    def turn(self, degrees: float) -> bool:
        """Go from point to point of a chosen path, or turn what is chosen; tells if it did."""
        return self.paths.step(1 if degrees > 0 else -1) or self.arranging.turn(degrees)

    def _take_keyboard_back(self) -> None:
        """From a slip that is closed; who went elsewhere has it there."""
        if self.editor.had_keyboard:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def pointed_at(self, at: QPointF) -> None:
        """The pointer is at this point of the view now."""
        self.pointing.moved(at)
        self.show_cursor(at)

    def show_cursor(self, at: QPointF | None = None) -> None:
        """Show with the pointer what the hand would do, or would do at this point of the view."""
        shape: Qt.CursorShape | QCursor | None
        if self.hand.busy and self.surface.on_handle:
            return
        if self.hand.space_held:
            busy = self.hand.busy
            shape = Qt.CursorShape.ClosedHandCursor if busy else Qt.CursorShape.OpenHandCursor
        else:
            shape = self.reshaping.cursor_at(at) if at is not None and not self.hand.busy else None
            if shape is None:
                shape = _CURSORS.get(self._view.tool, Qt.CursorShape.ArrowCursor)
        self.set_cursor(shape)

    def set_cursor(self, shape: Qt.CursorShape | QCursor) -> None:
        """Show this pointer; the window system is told only where it was another."""
        if shape != self._cursor:
            self._cursor = shape
            self._view.viewport().setCursor(shape)

    def paste(self, mime: QMimeData) -> None:
        """Lay down what a clipboard holds, where the pointer is or in the middle of the view."""
        port = self._view.viewport()
        pointer = QPointF(port.mapFromGlobal(self._view.cursor().pos()))
        inside = QRectF(port.rect()).contains(pointer) and self._view.underMouse()
        at = pointer if inside else QPointF(port.rect().center())
        self.handling.paste(mime, self._view.to_map(at))

    def shows_tip(self, event: QHelpEvent) -> bool:
        """Name who or where is under a resting pointer; tells whether nothing else lies there."""
        held = self.hand.busy or self._ring.in_use
        if not held and (words := self.reshaping.tip_at(QPointF(event.pos()))):
            QToolTip.showText(event.globalPos(), words, self._view)
            return True
        person = None if held else self.pointing.person_at(QPointF(event.pos()))
        if person is not None:
            show_person_tip(event, self._view, self._workbench.journey.companions[person])
            return True
        if held or self.pointing.bare_place_at(QPointF(event.pos())) is None:
            return False
        show_place_tip(event, self._view, self._workbench.atlas)
        return True

    def _wants_handles(self) -> bool:
        return self._view.tool == "choose" and self.editor.record_id is None

    def _place_on_screen(self, at: QPoint) -> Place | None:
        return self._view.place_at(QPointF(self._view.viewport().mapFromGlobal(at)))
