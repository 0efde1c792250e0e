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
    Device,
    Edit,
    Gesture,
    Outcome,
    Reshaped,
)


def bend(trail_id: str, held: Bend, left: Callable[[Curve], None]) -> Gesture:
    """Move a point of a path, for one gesture; a mere tap moves nothing.

    Args:
        trail_id: the path.
        held: the point of it.
        left: told along which curve the path runs in the end.
    """
    press = yield None
    pointer = yield None
    slack = TOUCH_SLACK_PX if press.device is Device.TOUCH else MOUSE_SLACK_PX
    chosen = frozenset({trail_id})
    while press.screen.distance(pointer.screen) < slack:
        if pointer.released:
            return Outcome(chosen=chosen)
        pointer = yield None
    while not pointer.released:
        pointer = yield Reshaped({trail_id: (held.moved(pointer.at - press.at),)})
    curve = held.moved(pointer.at - press.at)
    left(curve)
    return Outcome(edit=bent(trail_id, curve), chosen=chosen)


def bent(trail_id: str, curve: Curve) -> Edit:
    """The step in which a path comes to run so."""
    return Edit(_("Bend the path"), lambda journey: edits.reshape(journey, trail_id, curve))
