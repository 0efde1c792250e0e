"""What the keyboard means on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reisblog.model.geometry import Point
from reisblog.ui.canvas.handling import NUDGE_UNITS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reisblog.ui.canvas.compass_laying import CompassLaying
    from reisblog.ui.canvas.handling import Handling
    from reisblog.ui.canvas.input import Hand
    from reisblog.ui.canvas.key_pen import KeyPen
    from reisblog.ui.canvas.path_handles import PathHandles
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.canvas.writing import Writer

_ARROWS = {
    int(Qt.Key.Key_Left): Point(-1, 0),
    int(Qt.Key.Key_Right): Point(1, 0),
    int(Qt.Key.Key_Up): Point(0, -1),
    int(Qt.Key.Key_Down): Point(0, 1),
}
_TURN_DEGREES = 5.0
_TURNS = {
    int(Qt.Key.Key_Left): -_TURN_DEGREES,
    int(Qt.Key.Key_Right): _TURN_DEGREES,
}
_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
_ENTER = {int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)}


class Keys:
    """Space pans, arrows move, Enter opens, Esc goes back, letters write.

    With Alt the left and right arrows turn a compass, or go from point to point of a chosen path,
    which the arrows then move; F2 writes on what is chosen. With a pen in
    hand arrows move that, and Enter sets it down and lifts it.
    """

    def __init__(
        self,
        view: CanvasView,
        *,
        hand: Hand,
        handling: Handling,
        compass: CompassLaying,
        writer: Writer,
        pen: KeyPen,
        paths: PathHandles,
    ) -> None:
        self._view = view
        self._hand = hand
        self._handling = handling
        self._compass = compass
        self._writer = writer
        self._pen = pen
        self._paths = paths

    def pressed(self, event: QKeyEvent) -> bool:
        """A key goes down; tells whether it meant something."""
        key = event.key()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(held=True)
        elif key == Qt.Key.Key_Escape:
            return self._view.go_back()
        elif key in _TURNS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._paths.step(_STEPS[key]) or self._compass.turn_chosen(_TURNS[key])
        elif key in _ARROWS:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._pen.is_in_hand:
                self._pen.step(_ARROWS[key], fine=fine)
            elif not (
                self._paths.nudge(_ARROWS[key], fine=fine)
                or self._handling.nudge(_ARROWS[key], fine=fine)
            ):
                self._view.sight.pan(_ARROWS[key].scaled(-10 * NUDGE_UNITS))
        elif key in _ENTER and self._pen.is_in_hand:
            self._pen.press()
        elif key in _ENTER:
            self._handling.open_chosen()
        elif key == Qt.Key.Key_F2:
            return self._writer.typed("")
        else:
            letters = event.text()
            return letters.isprintable() and letters != "" and self._writer.typed(letters)
        return True

    def released(self, event: QKeyEvent) -> bool:
        """A key comes up; tells whether it meant something."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._hold_space(held=False)
        return True

    def _hold_space(self, *, held: bool) -> None:
        self._hand.space_held = held
        self._view.work.show_cursor()
