"""The pennant at the sign of a place where one sets out, or to which one is going.

They differ in form, not in colour: an empty triangle, and a full one with a swallow's tail.
"""

from __future__ import annotations

import msgspec

from reisblog.model.geometry import Point
from reisblog.model.records import Flag
from reisblog.texts import _

_POLE = (Point(17.0, 116.0), Point(17.0, 4.0))
_CLOTHS = {
    Flag.DEPARTURE: (Point(17.0, 5.0), Point(61.0, 20.0), Point(17.0, 35.0)),
    Flag.DESTINATION: (
        Point(17.0, 5.0),
        Point(63.0, 5.0),
        Point(50.0, 20.0),
        Point(63.0, 35.0),
        Point(17.0, 35.0),
    ),
}


class Pennant(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn, on the square that a sign is drawn in (``own_places.SIDE`` units wide).

    Attributes:
        pole: from its foot to its top.
        cloth: the corners.
        full: whether the cloth is inked all over.
    """

    pole: tuple[Point, Point]
    cloth: tuple[Point, ...]
    full: bool


LINE = 4.5
"""How wide its lines are, in map units."""
HALO = 3.5
"""How much paper there is around them."""


def pennant(flag: Flag) -> Pennant:
    """The one for a flag."""
    return Pennant(pole=_POLE, cloth=_CLOTHS[flag], full=flag is Flag.DESTINATION)


def word_for(flag: Flag) -> str:
    """What a flag says, in the language of the interface."""
    return {Flag.DEPARTURE: _("Departure"), Flag.DESTINATION: _("Destination")}[flag]
