"""Handles and two fingers at work: which gesture they begin, and how it looks while it lasts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QCursor

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.locks import is_held
from reisblog.model.shaping import Shape
from reisblog.texts import _
from reisblog.tools import shape
from reisblog.tools.gesture import Edit, Gesture, Reshape, Rewrite
from reisblog.ui.canvas.handle_spots import BUTTONS, CORNERS, Handle, Role
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.slip import SlipItem
from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from reisblog.model.records import Note
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench

_CURSOR_PX = 24
_DIAGONALS = (
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeFDiagCursor,
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeBDiagCursor,
)
"""For what is pulled to the right, to the right and down, down, and to the left and down."""


class Reshaping:
    """Scales and turns what is chosen with real pixels; the journey knows nothing of it."""

    def __init__(
        self, view: CanvasView, workbench: Workbench, scene: CanvasScene, lights: Lights
    ) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        self._handles = lights.handles
        self._shown: set[str] = set()

    def handle_at(self, at: QPointF) -> Handle | None:
        """The handle at a point of the view, for a hand that could use it."""
        return self._handles.at(at, self._view.viewportTransform(), self._port())

    def gesture(self, handle: Handle) -> Gesture:
        """What a hand at a handle does from a press on."""
        if handle.role is Role.MORE:
            return shape.press_button()
        if handle.role is Role.FREE:
            freed = frozenset({handle.frees})
            return shape.press_button(
                Edit(_("Let go"), lambda journey: edits.let_go(journey, freed))
            )
        self._handles.held = handle.role
        held, note = self._hold(), self._handles.note
        if note is not None:
            if handle.role is Role.WIDTH:
                return shape.widen(note)
            return shape.letter(note, note.at)
        if handle.role is Role.TURN:
            return shape.turn(held, _middle(held.frame))
        across = held.frame[(CORNERS.index(handle.role) + 2) % len(CORNERS)]
        return shape.scale(held, across)

    def grip(self, one: QPointF, other: QPointF) -> Gesture | None:
        """What two fingers do that came down here, if they mean a photo and not the map."""
        if self._view.tool != "choose" or self._scene.is_spread:
            return None
        found = [self._photo_at(at) for at in (one, other)]
        alone = self._workbench.chosen if len(self._workbench.chosen) == 1 else frozenset()
        meant = next((key for key in found if key in alone), None)
        if meant is None and found[0] == found[1]:
            meant = found[0]
        lie = self._scene.lie_of(meant) if meant is not None else None
        if meant is None or lie is None:
            return None
        self._workbench.choose({meant})
        photos = {meant: Shape(lie.at, lie.size, lie.turn)}
        return shape.pinch(shape.Held(photos=photos, notes={}, frame=()))

    def show(self, preview: Reshape | Rewrite) -> None:
        """Show what a gesture wants shown."""
        self._scene.hold(held=True)
        if isinstance(preview, Rewrite):
            self._rewrite(preview)
            return
        for key, lies in preview.photos.items():
            item = self._scene.item_of(key)
            if isinstance(item, PrintItem):
                self._scene.glides.drop(item)
                item.show_shape(lies)
        for key, by in preview.notes.items():
            item = self._scene.item_of(key)
            if isinstance(item, SlipItem):
                self._scene.glides.drop(item)
                item.setPos(item.home() + QPointF(by.x, by.y))
        self._shown |= preview.photos.keys() | preview.notes.keys()
        if self._handles.held is not None:
            self._handles.frame = preview.frame

    def back(self) -> None:
        """Show everything as the journey has it."""
        self._handles.held, self._handles.frame = None, ()
        if not self._shown:
            return
        for key in self._shown:
            item = self._scene.item_of(key)
            if isinstance(item, PrintItem):
                item.lay(item.photo, item.lie)
            elif isinstance(item, SlipItem):
                item.write(self._workbench.journey.notes[key])
            if isinstance(item, PrintItem | SlipItem):
                self._scene.glides.send(item, item.home())
        self._shown.clear()
        self._scene.hold(held=False)

    def cursor_at(self, at: QPointF) -> Qt.CursorShape | QCursor | None:
        """What the pointer shows over a handle."""
        handle = self.handle_at(at)
        if handle is None:
            return None
        if handle.role in BUTTONS:
            return Qt.CursorShape.PointingHandCursor
        if handle.role is Role.TURN:
            return _turning()
        return _DIAGONALS[round(handle.leans / 45) % len(_DIAGONALS)]

    def tip_at(self, at: QPointF) -> str:
        """What a handle is for, in a word."""
        handle = self.handle_at(at)
        return "" if handle is None else tip_of(handle.role)

    def _hold(self) -> shape.Held:
        """What a hand at a handle takes hold of, as it is seen."""
        scene, keys = self._scene, self._handles.shaped
        photos, notes = {}, {}
        for key in sorted(keys):
            if (lie := scene.lie_of(key)) is not None:
                photos[key] = Shape(lie.at, lie.size, lie.turn)
            elif (frame := scene.frame_of(key)) is not None:
                notes[key] = _point(frame.boundingRect().center())
        return shape.Held(
            photos=photos,
            notes=notes,
            frame=tuple(_point(corner) for corner in self._handles.corners(keys)),
            sizes=tuple(
                item.lie.size
                for item in scene.prints()
                if item.isVisible() and item.record_id not in keys
            ),
        )

    def _photo_at(self, at: QPointF) -> str | None:
        """The photo at a point of the view that hands may move."""
        target = self._scene.target_at(self._view.to_map(at), reach=0.0)
        lie = self._scene.lie_of(target) if target is not None else None
        if target is None or lie is None or lie.pile is not None:
            return None
        return None if is_held(self._workbench.journey, target) else target

    def _rewrite(self, preview: Rewrite) -> None:
        item = self._scene.item_of(preview.note_id)
        note: Note | None = self._workbench.journey.notes.get(preview.note_id)
        if isinstance(item, SlipItem) and note is not None:
            item.write(msgspec.structs.replace(note, width=preview.width, letters=preview.letters))
            self._shown.add(note.id)
            corners = item.mapToScene(item.outline()).toList()[:4]
            self._handles.frame = tuple(_point(each) for each in corners)

    def _port(self) -> QRectF:
        return QRectF(self._view.viewport().rect())


def tip_of(role: Role) -> str:
    """What a handle is for, in a word."""
    words = {
        Role.TURN: _("Turn"),
        Role.WIDTH: _("Wider or narrower"),
        Role.LETTERS: _("Larger or smaller letters"),
        Role.MORE: _("What you can do with it"),
        Role.FREE: _("Pinned down. Let go"),
    }
    return words.get(role, _("Larger or smaller"))


def _point(at: QPointF) -> Point:
    return Point(at.x(), at.y())


@cache
def _turning() -> QCursor:
    return QCursor(icon("rotate-on-map").pixmap(_CURSOR_PX, _CURSOR_PX))


def _middle(corners: tuple[Point, ...]) -> Point:
    whole = Point(0.0, 0.0)
    for corner in corners:
        whole += corner
    return whole.scaled(1 / len(corners))
