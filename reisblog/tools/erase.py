"""Gum: what it goes over of paths is gone; it takes ink, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import Final

from reisblog.model import edits
from reisblog.model.erasing import Erasing
from reisblog.model.mist import MistBrush
from reisblog.model.records import Pen, Trail
from reisblog.texts import _
from reisblog.tools.gesture import Edit, Erased, Gesture, Outcome


class Eraser(Enum):
    """What is in hand instead of a pen; there is one."""

    INK = auto()


InHand = Pen | MistBrush | Eraser
"""What the path tool can draw with."""
REACH_PX: Final = 14.0
"""From its middle, in logical pixels: on a board it is as much larger as targets are."""


def erase(trails: Iterable[Trail], reach_px: float, new_id: Callable[[], str]) -> Gesture:
    """Wipe ink away, for one gesture.

    Args:
        trails: the paths that are seen.
        reach_px: how far the eraser reaches, in logical pixels.
        new_id: gives ids for the parts into which paths fall.
    """
    pointer = yield None
    erasing = Erasing(trails)
    at = pointer.at
    while True:
        changed = erasing.sweep(at, pointer.at, reach_px / pointer.scale)
        if pointer.released:
            break
        at = pointer.at
        pointer = yield Erased(erasing.left) if changed else None
    left = erasing.left
    if not left:
        return Outcome()
    return Outcome(edit=Edit(_("Erase"), lambda journey: edits.erase(journey, left, new_id)))
