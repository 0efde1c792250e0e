"""What the keyboard means on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from reisblog.model.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from reisblog.model.geometry import Rect
    from reisblog.ui.canvas.handling import Handling
    from reisblog.ui.canvas.input import Hand
    from reisblog.ui.canvas.key_pen import KeyPen
    from reisblog.ui.canvas.path_handles import PathHandles
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.canvas.walk import Walk
    from reisblog.ui.canvas.writing import Writer

_ARROWS = {
    int(Qt.Key.Key_Left): Point(-1, 0),
    int(Qt.Key.Key_Right): Point(1, 0),
    int(Qt.Key.Key_Up): Point(0, -1),
    int(Qt.Key.Key_Down): Point(0, 1),
}
_STEP_UNITS, _FINE_UNITS, _FAR_UNITS = 8.0, 1.0, 40.0
"""How far an arrow moves what is chosen: by itself, with Shift, with Ctrl."""
_PAN_PX, _FINE_PAN_PX, _FAR_PAN_PX = 80.0, 10.0, 400.0
_TAP_MS = 350
_TURN_DEGREES = 5.0
_TURNS = {
    int(Qt.Key.Key_Left): -_TURN_DEGREES,
    int(Qt.Key.Key_Right): _TURN_DEGREES,
}
_TABS = {int(Qt.Key.Key_Tab): True, int(Qt.Key.Key_Backtab): False}
"""With Ctrl they lead out of the map at once; without, Qt asks `Keys.tab`."""
_ENDS = {int(Qt.Key.Key_Home): False, int(Qt.Key.Key_End): True}
"""Leads to the first thing; to the last."""
_ENTER = {int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)}


class Keys:
    """Tab goes from thing to thing, arrows move, Enter opens, Esc goes back, letters write.

    With Ctrl the Tab key leads out of the map at once, and what is chosen stays so.
    Space pans while it is held, and spreads a chosen pile when it is tapped. With Alt the left and
    right arrows turn a compass or a photo, or go from point to point of a chosen
    path, which the arrows then move; F2 writes on what is chosen. With a pen in hand the
    arrows move that, Tab and letters take it to a place, and Enter sets it down and lifts it.
    """

    def __init__(
        self,
        view: CanvasView,
        *,
        hand: Hand,
        handling: Handling,
        turn: Callable[[float], bool],
        writer: Writer,
        pen: KeyPen,
        walk: Walk,
        paths: PathHandles,
    ) -> None:
        self._view = view
        self._hand = hand
        self._handling = handling
        self._turn = turn
        self._writer = writer
        self.pen = pen
        self.walk = walk
        self._paths = paths
        self._space: tuple[int, Rect] | None = None

    def tab(self, *, onwards: bool) -> bool:
        """The Tab key, which also ends writing; tells whether there was anything to go to."""
        if self._view.editor.hasFocus():
            self._view.editor.close_slip()
        if not self._view.hasFocus() or not self._view.isVisible():
            return False  # Qt asks so, too, when what has the keyboard is hidden
        if self.pen.is_in_hand:
            return self.pen.to_next_place(onwards=onwards)
        return self.walk.step(onwards=onwards)

    def pressed(self, event: QKeyEvent) -> bool:
        """A key goes down; tells whether it meant something."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = event.timestamp(), self._view.sight.seen()
                self._hold_space(held=True)
        elif (meant := self._leads(key, held)) is not None:
            return meant
        elif key in _ARROWS:
            self._arrow(_ARROWS[key], held)
        elif key in _ENTER:
            self._enter(held)
        else:
            letters = event.text()
            return letters.isprintable() and letters != "" and self._typed(letters, event)
        return True

    def released(self, event: QKeyEvent) -> bool:
        """A key comes up; tells whether it meant something."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._hold_space(held=False)
        pressed, self._space = self._space, None
        if pressed is not None:
            since, seen = pressed
            stayed = not self._hand.busy and self._view.sight.seen() == seen
            if stayed and event.timestamp() - since < _TAP_MS:
                self.walk.spread()
        return True

    def _leads(self, key: int, held: Qt.KeyboardModifier) -> bool | None:
        """Keys that lead somewhere else; tells whether they did, or nothing for another key."""
        if key == Qt.Key.Key_Escape:
            return self.pen.drop_aim() or self._view.go_back()
        if key in _TURNS and held & Qt.KeyboardModifier.AltModifier:
            return self._turn(_TURNS[key])
        if key in _TABS:
            return self._view.leave(onwards=_TABS[key])
        if key in _ENDS and not self.pen.is_in_hand:
            return self.walk.to_end(last=_ENDS[key])
        return self._writer.typed("") if key == Qt.Key.Key_F2 else None

    def _arrow(self, direction: Point, held: Qt.KeyboardModifier) -> None:
        fine = bool(held & Qt.KeyboardModifier.ShiftModifier)
        far = bool(held & Qt.KeyboardModifier.ControlModifier)
        if self.pen.is_in_hand:
            self.pen.step(direction, fine=fine, far=far)
            return
        by = direction.scaled(_FINE_UNITS if fine else _FAR_UNITS if far else _STEP_UNITS)
        if not (self._paths.nudge(by) or self._handling.nudge(by)):
            pan = _FINE_PAN_PX if fine else _FAR_PAN_PX if far else _PAN_PX
            self._view.sight.pan(direction.scaled(-pan))

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        if self.pen.is_in_hand:
            self.pen.press()
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.walk.keep()
        elif self._view.tool != "text":
            self._handling.open_chosen()
        elif not self._writer.typed(""):
            middle = QRectF(self._view.viewport().rect()).center()
            self._writer.note(self._view.to_map(middle))

    def _typed(self, letters: str, event: QKeyEvent) -> bool:
        if self.pen.is_in_hand:
            return self.pen.typed(letters, event.timestamp())
        return self._writer.typed(letters)

    def _hold_space(self, *, held: bool) -> None:
        self._hand.space_held = held
        self._view.work.show_cursor()
