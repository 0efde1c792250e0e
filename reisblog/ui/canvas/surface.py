"""What a hand works on: the tool's gestures, shown while they last and done at their end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.model.locks import free
from reisblog.model.mist import MistBrush
from reisblog.model.records import Pen
from reisblog.texts import _
from reisblog.tools.brush_mist import brush_mist
from reisblog.tools.choose import Ground, choose
from reisblog.tools.draw import Paper, draw
from reisblog.tools.erase import REACH_PX, Eraser, InHand, erase
from reisblog.tools.gesture import (
    Bent,
    Brushed,
    Carry,
    Erased,
    Gesture,
    Ink,
    Marquee,
    Outcome,
    Pan,
    Pointer,
    Preview,
    Reshape,
    Rewrite,
    Turn,
)
from reisblog.tools.pan import pan
from reisblog.tools.turn import turn
from reisblog.tools.write import write
from reisblog.ui.canvas.belonging import Belonging
from reisblog.ui.canvas.boxes import boxes_beside
from reisblog.ui.canvas.compass_laying import CompassLaying
from reisblog.ui.canvas.handling import Handling
from reisblog.ui.canvas.ink_overlay import InkOverlay
from reisblog.ui.canvas.lights import Lights
from reisblog.ui.canvas.mist_layer import MistLayer
from reisblog.ui.canvas.reshaping import Reshaping
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.text_editor import TextEditor
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.model.records import CompassMoment
    from reisblog.ui.bag_doors import BagDoors
    from reisblog.ui.canvas.handle_spots import Handle
    from reisblog.ui.canvas.path_handles import PathHandles
    from reisblog.ui.canvas.view import CanvasView

PATH_REACH_PX = 9.0
"""By how much a path may be missed, in logical pixels."""


class CanvasSurface:
    """The canvas as ``input.Hand`` sees it (see ``input.Surface``)."""

    def __init__(
        self,
        *,
        view: CanvasView,
        workbench: Workbench,
        scene: CanvasScene,
        lights: Lights,
        ink: InkOverlay,
        mist: MistLayer,
        editor: TextEditor,
        handling: Handling,
        belonging: Belonging,
        compass: CompassLaying,
        reshaping: Reshaping,
        doors: BagDoors,
        paths: PathHandles,
    ) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        self._lights = lights
        self._ink = ink
        self._mist = mist
        self._editor = editor
        self._handling = handling
        self._belonging = belonging
        self._compass = compass
        self._reshaping = reshaping
        self._pressed_handle: Handle | None = None
        self._pressed_needle: CompassMoment | None = None
        self._paths = paths
        self._pressed_point: int | None = None
        self._doors = doors
        self._pressed_pile: str | None = None
        self._carried: frozenset[str] = frozenset()
        self._wrote = self._just_wrote = False
        editor.closed.connect(self._slip_closed)

    @property
    def carried(self) -> frozenset[str]:
        """The ids of what the hand carries just now."""
        return self._carried

    def to_map(self, at: QPointF) -> Point:
        """A point of the view in map units."""
        return self._view.to_map(at)

    def scale_now(self) -> float:
        """Logical pixels per map unit."""
        return self._view.scale_now()

    def target_at(self, at: QPointF) -> str | None:
        """The id of what lies at a point of the view; a pile answers as its halte.

        A chosen compass answers also by the ring at its needle's tip, and what is chosen by its
        handles. Over all the rest stand the tokens of who was along at the chosen halte.
        """
        self._pressed_pile = self._pressed_point = None
        self._pressed_handle = self._reshaping.handle_at(at)
        if self._pressed_handle is not None:
            return next(iter(sorted(self._workbench.chosen_things)), None)
        self._pressed_needle = self._lights.needle.held_at(at, self._view.viewportTransform())
        if self._pressed_needle is not None:
            return self._pressed_needle.id
        self._pressed_point = self._paths.held_at(at)
        if self._pressed_point is not None:
            return next(iter(self._workbench.chosen))
        if (person := self._person_at(at)) is not None:
            return person
        found = self._scene.target_at(self.to_map(at), reach=PATH_REACH_PX / self.scale_now())
        lie = self._scene.lie_of(found) if found else None
        self._pressed_pile = lie.pile if lie else None
        return self._pressed_pile or found

    @property
    def on_handle(self) -> bool:
        """Whether the last press was on a handle."""
        return self._pressed_handle is not None or self._pressed_point is not None

    def _person_at(self, at: QPointF) -> str | None:
        return self._view.work.pointing.person_at(at) if self._view.tool == "choose" else None

    def gesture_for(self, *, erases: bool = False) -> Gesture:
        """What the tool in hand does from a press on, or the other end of a pen."""
        self._wrote = self._just_wrote or self._editor.record_id is not None
        self._editor.close_slip()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if erases or self._view.tool == "path":
            return self._drawing_with(Eraser.INK if erases else self._view.pen)
        if self._pressed_handle is not None:
            return self._reshaping.gesture(self._pressed_handle)
        if self._pressed_point is not None:
            return self._paths.gesture(self._pressed_point, self._choosing)
        if self._pressed_needle is not None:
            return turn(self._pressed_needle)
        if self._view.tool == "text":
            return write()
        return self._choosing()

    def _choosing(self) -> Gesture:
        return choose(
            Ground(
                chosen=self._workbench.chosen_things,
                paths={*self._workbench.journey.trails, *self._workbench.journey.companions},
                within=self._scene.within,
                lies=self._handling.taken_out_from,
                homes=self._belonging.homes,
                sheet=self._workbench.atlas.bounds,
                free=partial(free, self._workbench.journey),
                boxes=self._boxes,
            )
        )

    def _boxes(self, ids: frozenset[str]) -> tuple[Rect | None, list[Rect]]:
        """Around these together where the journey has them, and around each other in view."""
        return boxes_beside(self._scene, ids, self._view.sight.seen())

    def grip(self, one: QPointF, other: QPointF) -> Gesture | None:
        """What two fingers that came down here do, if that is not to move the map."""
        return self._reshaping.grip(one, other)

    def _drawing_with(self, pen: InHand) -> Gesture:
        trails = tuple(self._workbench.journey.trails.values())
        if isinstance(pen, Eraser):
            if self._scene.is_quiet:  # doodles are hidden then, and nobody erases what is not seen
                trails = tuple(trail for trail in trails if trail.pen is not Pen.DOODLE)
            return erase(trails, self.eraser_px(), self._workbench.new_id)
        if isinstance(pen, MistBrush) and not self._workbench.may_see("mist"):
            self._workbench.refused.emit(_("The mist is closed now. Show everything first."))
            return pan()
        if isinstance(pen, MistBrush):
            self._view.set_quiet(quiet=False)  # nobody lays mist without seeing it
            return brush_mist(pen, self._workbench.atlas.bounds)
        self._ink.start()
        chosen = [trail for trail in trails if {trail.id} == self._workbench.chosen]
        paper = Paper(
            trails=trails, chosen=next((each for each in chosen if not each.locked), None)
        )
        return draw(pen, self._view.tint, self._workbench.new_id(), paper)

    def eraser_px(self) -> float:
        """How far the eraser reaches, in logical pixels."""
        return REACH_PX * self._scene.target_px() / look.TARGET_PX

    def preview(self, preview: Preview, pointer: Pointer) -> None:
        """Show what a gesture wants shown."""
        match preview:
            case Pan(by):
                self._view.sight.pan(by)
            case Carry(ids, by, guides):
                self._carried = ids
                self._scene.carry(ids, by)
                self._lights.guides.lines = guides
                if not self._carries_over_bag(ids, pointer):
                    self._compass.light_carried(ids, by)
                self._view.relight()
            case Reshape() | Rewrite():
                self._reshaping.show(preview)
                self._view.relight()
            case Turn(moment_id, direction):
                self._scene.turn(moment_id, direction)
                self._view.relight()
            case Marquee(rect):
                self._lights.marquee = rect
                self._view.relight()
            case Ink() | Erased() | Bent():
                self._preview_path(preview, pointer)
            case Brushed(brush, area):
                self._mist.brush(brush, area)
            case None:
                pass

    def _preview_path(self, preview: Ink | Erased | Bent, pointer: Pointer) -> None:
        match preview:
            case Ink():
                at = QPointF(pointer.screen.x, pointer.screen.y)
                self._ink.draw_to(at, preview, self.scale_now())
            case Erased(curves):
                self._scene.run(curves)
            case Bent(trail_id, curve, at):
                self._scene.run({trail_id: (curve,)})
                self._paths.follow(at)
                self._view.relight()

    def finished(self, outcome: Outcome, press: Pointer, release: Pointer) -> None:
        """A gesture ended well; what was let go over the bag is in it, and stays where it lay."""
        if outcome.carried and self._doors.take(outcome.carried, self._on_screen(release)):
            self.given_up()
            return
        pile = self._pressed_pile
        again = outcome.tapped is not None and self._workbench.chosen == {outcome.tapped}
        idle = not (self._workbench.chosen or self._scene.is_spread or self._wrote)
        if outcome.edit is not None:
            self._workbench.edit(outcome.edit.label, outcome.edit.apply)
        self.given_up()
        if outcome.chosen is not None:
            self._workbench.choose(outcome.chosen)
        if outcome.tapped is not None:
            self._tapped(outcome.tapped, press.at, pile, again=again)
            self._ask_for_place(outcome.tapped, press, idle=idle)
        if outcome.carried:
            self._handling.carried(outcome.carried)
        if outcome.pressed:
            self._workbench.menu_requested.emit(self._on_screen(release))
        if outcome.opposite is not None:
            self._handling.offer_opposite(outcome.opposite)

    def given_up(self) -> None:
        """Show everything as the journey has it."""
        self._scene.put_back(self._carried)
        self._carried = frozenset()
        self._lights.guides.lines = ()
        self._reshaping.back()
        self._scene.turn_back()
        self._scene.run({})
        self._paths.follow(None)
        self._ink.clear()
        self._mist.follow()
        self._lights.marquee = None
        self._lights.light(None)
        self._doors.leave()
        self._view.relight()

    def move_on(self, by: QPointF) -> None:
        """Move the map by so many pixels while a line is drawn."""
        self._view.sight.pan(Point(by.x(), by.y()))

    def pinch(self, centre: QPointF, by: QPointF, factor: float) -> None:
        """Two fingers moved the map and changed its size around their middle."""
        self._view.sight.pan(Point(by.x(), by.y()))
        self._view.sight.zoom(factor, around=centre)

    def seen_now(self) -> tuple[Point, float]:
        """Which part of the map is seen: its middle, and logical pixels per map unit."""
        return self._view.sight.seen().centre, self.scale_now()

    def see_again(self, centre: Point, scale: float) -> None:
        """See what was seen before fingers moved the map."""
        if (centre, scale) != self.seen_now():
            self._view.sight.zoom(scale / self.scale_now())
            self._view.sight.pan((self._view.sight.seen().centre - centre).scaled(scale))

    def px_per_mm(self) -> float:
        """Logical pixels to a millimetre of glass."""
        return self._view.screen().physicalDotsPerInch() / 25.4

    def two_finger_tap(self) -> None:
        """Take back the last step."""
        self._workbench.undo()

    def _carries_over_bag(self, ids: frozenset[str], pointer: Pointer) -> bool:
        """Say so where letting go would put a copy in the bag."""
        takes = self._doors.hover(ids, self._on_screen(pointer))
        if takes:
            self._view.work.set_cursor(Qt.CursorShape.DragCopyCursor)
        else:
            self._view.work.show_cursor()
        said = _("Into your backpack") if takes else ""
        self._lights.light(None, said, QPointF(pointer.screen.x, pointer.screen.y))
        return takes

    def _on_screen(self, pointer: Pointer) -> QPoint:
        at = QPointF(pointer.screen.x, pointer.screen.y)
        return self._view.viewport().mapToGlobal(at).toPoint()

    def _ask_for_place(self, target: str, press: Pointer, *, idle: bool) -> None:
        """A tap on the bare map looks at the place there, unless it let go of something.

        A tap on a place of one's own chooses it and looks at it.
        """
        place = None
        if self._view.tool == "choose":
            at = QPointF(press.screen.x, press.screen.y)
            bare = idle and not target
            place = self._view.place_at(at) if bare else self._workbench.own_place(target)
        self._view.place_asked.emit(place.id if place is not None else "")

    def _slip_closed(self) -> None:
        """A press elsewhere takes the keyboard from a slip, and closes it, before it comes here."""
        self._just_wrote = True
        QTimer.singleShot(0, self._slip_forgotten)

    def _slip_forgotten(self) -> None:
        self._just_wrote = False

    def _tapped(self, target: str, at: Point, pile: str | None, *, again: bool) -> None:
        if self._view.tool == "text":
            self._handling.tapped_with_text(target, at)
        elif not target:
            self._scene.gather()
        elif pile == target:
            self._scene.spread(target, self._view.sight.seen())
        elif again and target in self._workbench.journey.compass_moments:
            self._workbench.look_at(target)
