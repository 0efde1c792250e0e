"""Moving a point of a path: it goes where the hand goes, and what is beside it follows."""

from __future__ import annotations

from collections.abc import Callable

from reisblog.model import edits
from reisblog.model.bending import Bend
from reisblog.model.ink import Curve
from reisblog.texts import _
from reisblog.tools.gesture import (
    MOUSE_SLACK_PX,
    TOUCH_SLACK_PX,
    Bent,
    Device,
    Edit,
    Gesture,
    Outcome,
    Pointer,
    begin,
)


def bend(
    trail_id: str, held: Bend, left: Callable[[Curve], None], otherwise: Callable[[], Gesture]
) -> Gesture:
    """Move a point of a path, for one gesture; a mere tap moves nothing.

    Args:
        trail_id: the path.
        held: the point of it.
        left: told along which curve the path runs in the end.
        otherwise: gives what is done when more is chosen, with Shift held.
    """
    press = yield None
    if press.add:
        return (yield from _instead(otherwise(), press))
    pointer = yield None
    slack = TOUCH_SLACK_PX if press.device is Device.TOUCH else MOUSE_SLACK_PX
    chosen = frozenset({trail_id})
    while press.screen.distance(pointer.screen) < slack:
        if pointer.released:
            return Outcome(chosen=chosen)
        pointer = yield None
    while not pointer.released:
        by = pointer.at - press.at
        pointer = yield Bent(trail_id, held.moved(by), held.point + by)
    curve = held.moved(pointer.at - press.at)
    left(curve)
    return Outcome(edit=bent(trail_id, curve), chosen=chosen)


def _instead(gesture: Gesture, press: Pointer) -> Gesture:
    preview = begin(gesture, press)
    while True:
        pointer = yield preview
        try:
            preview = gesture.send(pointer)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome


def bent(trail_id: str, curve: Curve) -> Edit:
    """The step in which a path comes to run so."""
    return Edit(_("Bend the path"), lambda journey: edits.reshape(journey, trail_id, curve))
