"""Turning a compass by hand: its needle goes where the hand goes, and stays as it was left."""

from __future__ import annotations

import math

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import CompassMoment
from reisblog.texts import _
from reisblog.tools.gesture import Edit, Gesture, Outcome, Turn

_STILL_PX = 6.0
"""So near its middle a hand points nowhere."""


def turn(moment: CompassMoment) -> Gesture:
    """Turn a compass by its needle, for one gesture; a mere tap turns nothing.

    The needle keeps the angle it had to the hand at the press, so it never jumps.
    """
    pointer = yield None
    slip = moment.direction - _bearing(moment.at, pointer.at)
    direction, moved = moment.direction, False
    while not pointer.released:
        pointer = yield Turn(moment.id, direction) if moved else None
        if pointer.at.distance(moment.at) * pointer.scale > _STILL_PX:
            turned = (_bearing(moment.at, pointer.at) + slip) % 360.0
            moved = moved or abs(turned - direction) > 1e-9
            direction = turned
    chosen = frozenset({moment.id})
    if not moved:
        return Outcome(chosen=chosen)
    edit = Edit(
        _("Turn the compass"),
        lambda journey: edits.change_compass(journey, moment.id, direction=direction),
    )
    return Outcome(edit=edit, chosen=chosen)


def _bearing(middle: Point, point: Point) -> float:
    """In which direction a point lies, in degrees, 0 being up and clockwise on."""
    away = point - middle
    return math.degrees(math.atan2(away.x, -away.y))
