"""What a hand does to a crop: pulls at an edge, pushes the picture, straightens it.

Shares are of the whole upright picture, as in ``records.Crop``; the axes are those of what is seen,
so of the picture after it was turned.
"""

from __future__ import annotations

import math
from typing import Final

import msgspec

from reisblog.model import limits
from reisblog.model.framing import fits, fitted
from reisblog.model.records import Crop

_LEAST: Final = max(0.04, limits.LEAST_SHARE)
"""No hand makes a crop smaller, in width or height: nothing would be left to take hold of."""
_HALVINGS: Final = 24

Grip = tuple[int, int]
"""Which edges are held: -1 the left or upper one, 1 the right or lower one, 0 neither."""
GRIPS: Final[tuple[Grip, ...]] = (
    (-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0),
)  # fmt: skip
"""All, clockwise from the upper left corner."""


def pulled(crop: Crop, grip: Grip, by: tuple[float, float], size: tuple[int, int]) -> Crop:
    """The crop with the held edges moved so far, or as far as the picture reaches.

    Args:
        crop: one that fits its picture.
        grip: which edges.
        by: how far, as shares.
        size: of the whole upright picture, in pixels.
    """
    for across in (True, False):
        crop = _reached(crop, _moved_edge(crop, grip, by, across=across), size)
    return crop


def pushed(crop: Crop, by: tuple[float, float], size: tuple[int, int]) -> Crop:
    """The crop when the picture was pushed so far under it, or as far as it reaches."""
    wanted = msgspec.structs.replace(crop, x=crop.x - by[0], y=crop.y - by[1])
    return fitted(wanted, *size)


def straightened(crop: Crop, tilt: float, size: tuple[int, int]) -> Crop:
    """The crop with the picture turned otherwise, the same thing in its middle.

    It is as large as it was, or as the turned picture allows.

    Args:
        crop: before anybody began to turn, so that turning back brings all of it back.
        tilt: in degrees, clockwise.
        size: of the whole upright picture, in pixels.
    """
    tilt = round(min(max(tilt, -limits.TILT), limits.TILT), 2)
    width, height = size
    turn = math.radians(tilt - crop.tilt)
    right, down = (crop.x - 0.5) * width, (crop.y - 0.5) * height
    x = right * math.cos(turn) - down * math.sin(turn)
    y = right * math.sin(turn) + down * math.cos(turn)
    turned = Crop(x / width + 0.5, y / height + 0.5, crop.width, crop.height, tilt)
    return fitted(turned, width, height)


def zoomed(crop: Crop, factor: float, size: tuple[int, int]) -> Crop:
    """The crop of the same shape with the picture so many times larger in it."""
    least = _LEAST / min(crop.width, crop.height)
    most = 1 / max(crop.width, crop.height)
    scale = min(max(1 / factor, least), most)
    wanted = msgspec.structs.replace(crop, width=crop.width * scale, height=crop.height * scale)
    return fitted(wanted, *size)


def _moved_edge(crop: Crop, grip: Grip, by: tuple[float, float], *, across: bool) -> Crop:
    """The crop as it is wanted along one axis, however far the picture reaches."""
    middle, length = (crop.x, crop.width) if across else (crop.y, crop.height)
    held, way = (grip[0], by[0]) if across else (grip[1], by[1])
    if not held:
        return crop
    fixed = middle - held * length / 2
    longer = min(max(length + held * way, _LEAST), 1.0)
    moved = fixed + held * longer / 2
    if across:
        return msgspec.structs.replace(crop, x=moved, width=longer)
    return msgspec.structs.replace(crop, y=moved, height=longer)


def _reached(crop: Crop, wanted: Crop, size: tuple[int, int]) -> Crop:
    """How far one comes on the way to another crop before a corner leaves the picture."""
    if fits(wanted, *size) or not fits(crop, *size):
        return wanted if fits(wanted, *size) else crop
    near, far = 0.0, 1.0
    for _halving in range(_HALVINGS):
        middle = (near + far) / 2
        near, far = (middle, far) if fits(_between(crop, wanted, middle), *size) else (near, middle)
    return _between(crop, wanted, near)


def _between(one: Crop, other: Crop, share: float) -> Crop:
    return Crop(
        one.x + (other.x - one.x) * share,
        one.y + (other.y - one.y) * share,
        one.width + (other.width - one.width) * share,
        one.height + (other.height - one.height) * share,
        one.tilt,
    )
