"""Photos scaled and turned by hand, one or several as if they lay on one sheet.

Notes go along by their middle; paper with words on it stays upright and as large as it was.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from reisblog import look
from reisblog.model import limits
from reisblog.model.geometry import Point
from reisblog.model.records import Letters

LEAST_SIDE = 40.0
"""A photo smaller than this, in map units, can hardly be seized any more."""
LEAST_NOTE_WIDTH = 120.0
STEP_DEGREES = 15.0
_NOWHERE = Point(0.0, 0.0)


class Shape(msgspec.Struct, frozen=True):
    """How one photo lies; of a note only its middle counts.

    Attributes:
        at: its middle, in map units.
        size: its long side, without the white border; 0 for what is never resized.
        turn: degrees, clockwise.
    """

    at: Point
    size: float = 0.0
    turn: float = 0.0


def factor_within(shapes: Mapping[str, Shape], factor: float) -> float:
    """The nearest factor at which none of these gets too small or too large.

    What is out of bounds already does not come back by itself: then 1 is as near as it gets.
    """
    sizes = [shape.size for shape in shapes.values() if shape.size > 0]
    if not sizes:
        return 1.0
    least = min(1.0, LEAST_SIDE / min(sizes))
    most = max(1.0, limits.SIDE / max(sizes))
    return min(max(factor, least), most)


def shaped(
    shapes: Mapping[str, Shape],
    about: Point,
    *,
    factor: float = 1.0,
    turn: float = 0.0,
    by: Point = _NOWHERE,
) -> dict[str, Shape]:
    """All of these scaled and turned about a point as one, and then moved.

    Args:
        shapes: how they lie.
        about: the point that stays where it is, in map units.
        factor: how many times as large they become.
        turn: degrees, clockwise.
        by: in map units.
    """
    angle = math.radians(turn)
    cos, sin = math.cos(angle) * factor, math.sin(angle) * factor
    done = {}
    for key, shape in shapes.items():
        away = shape.at - about
        there = Point(away.x * cos - away.y * sin, away.x * sin + away.y * cos)
        done[key] = Shape(about + there + by, shape.size * factor, level(shape.turn + turn))
    return done


def level(degrees: float) -> float:
    """The same turn, from -180 up to 180 degrees."""
    return (degrees + 180.0) % 360.0 - 180.0


def in_steps(degrees: float) -> float:
    """The nearest turn in whole steps."""
    return round(degrees / STEP_DEGREES) * STEP_DEGREES


def letters_near(units: float) -> Letters:
    """The letters whose height is nearest, as a hand feels it: by ratio."""
    return min(Letters, key=lambda each: abs(math.log(max(units, 1.0) / look.NOTE_LETTERS[each])))
