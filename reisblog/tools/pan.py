"""Moving the sheet under the window."""

from __future__ import annotations

from reisblog.model.geometry import Point
from reisblog.tools.gesture import Gesture, Outcome, Pan, Pointer, Preview


def pan() -> Gesture:
    """Pan from the first move on, whatever lies there: the space bar, the middle button."""
    before = yield None
    pointer = yield None
    return (yield from panning(before, pointer))


def panning(before: Pointer, pointer: Pointer) -> Gesture:
    """Go on panning; ``pointer`` is the first that counts."""
    while True:
        if pointer.released:
            return Outcome()
        moved: Preview = Pan(_step(before, pointer))
        before = pointer
        pointer = yield moved


def _step(before: Pointer, pointer: Pointer) -> Point:
    return pointer.screen - before.screen
