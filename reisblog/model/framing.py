"""How a picture stands in its print: the part of it that is seen, and how large that is."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from reisblog.model import limits
from reisblog.model.records import Blur, Crop, Photo

WHOLE = Crop()
_SLACK = 1e-6
_HAIR = 2e-5
"""Of a picture's long side: what shares lose when they are rounded."""
_BLOCKS, _MOST_BLOCKS = 6, 12
ROUND: Final = 0.25
"""Of a blur's corners: their radius, as a share of its short side."""


def seen_size(photo: Photo) -> tuple[float, float]:
    """Width and height, in pixels of the whole picture, of the part of it that is seen."""
    crop = photo.crop or WHOLE
    return photo.width * crop.width, photo.height * crop.height


def is_whole(photo: Photo) -> bool:
    """Whether everything of a photo is seen, just as it was brought in."""
    return photo.crop is None and not photo.blurs


def finer(crop: Crop | None, width: int, height: int, side: int) -> int:
    """How long a whole picture must be that the seen part of it is so long, both in pixels.

    Args:
        crop: the part that is seen; nothing means all.
        width: of the whole upright picture, in pixels.
        height: likewise.
        side: of the long side of what is seen.
    """
    part = crop or WHOLE
    seen = max(width * part.width, height * part.height, _SLACK)
    return math.ceil(side * max(width, height) / seen - _SLACK)


class Affine(NamedTuple):
    """Where a point lies in another picture: at ``(a x + b y + c, d x + e y + f)``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """There."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f


def onto_whole(crop: Crop, whole: tuple[float, float], part: tuple[float, float]) -> Affine:
    """From the pixels of what is seen to those of the whole picture, before it was turned.

    Args:
        crop: what is seen.
        whole: width and height of the whole picture, in whatever pixels there are of it.
        part: likewise of what is seen.
    """
    (width, height), (wide, high) = whole, part
    turn = math.radians(crop.tilt)
    cos, sin = math.cos(turn), math.sin(turn)
    across, down = crop.width * width / wide, crop.height * height / high
    # The corner of what is seen, from the middle about which the picture was turned.
    left = (crop.x - crop.width / 2 - 0.5) * width
    top = (crop.y - crop.height / 2 - 0.5) * height
    return Affine(
        a=cos * across,
        b=sin * down,
        c=cos * left + sin * top + width / 2,
        d=-sin * across,
        e=cos * down,
        f=-sin * left + cos * top + height / 2,
    )


def blocks(width: float, height: float) -> tuple[int, int]:
    """Of how many blocks, across and down, a blur of this shape is made.

    About six across its short side, and never more than a dozen: of a line of letters, too, as
    good as nothing is left.
    """
    block = max(min(width, height) / _BLOCKS, max(width, height) / _MOST_BLOCKS, _SLACK)
    return max(1, round(width / block)), max(1, round(height / block))


def is_sound(crop: Crop) -> bool:
    """Whether a crop can be: it leaves something, and no more than there is.

    Its middle may be anywhere: in a picture that was turned the corners lie beyond 0 and 1.
    """
    sides = (crop.width, crop.height)
    return all(limits.LEAST_SHARE <= side <= 1 for side in sides) and abs(crop.tilt) <= limits.TILT


def is_inside(blur: Blur) -> bool:
    """Whether a blur lies on its picture and covers something of it."""
    return (
        min(blur.width, blur.height) > 0
        and min(blur.x, blur.y) >= -_SLACK
        and max(blur.x + blur.width, blur.y + blur.height) <= 1 + _SLACK
    )


def fits(crop: Crop, width: int, height: int) -> bool:
    """Whether no corner of a crop lies off its picture of so many pixels, by more than a hair."""
    back = onto_whole(crop, (width, height), (1.0, 1.0))
    hair = _HAIR * max(width, height)
    corners = (back.at(right, down) for right in (0, 1) for down in (0, 1))
    return all(-hair <= x <= width + hair and -hair <= y <= height + hair for x, y in corners)


def fitted(crop: Crop, width: int, height: int) -> Crop:
    """The nearest crop of the same shape and tilt of which no corner lies off the picture.

    Args:
        crop: what is wanted.
        width: of the whole upright picture, in pixels.
        height: likewise.
    """
    turn = math.radians(abs(crop.tilt))
    cos, sin = math.cos(turn), math.sin(turn)
    wide, high = crop.width * width, crop.height * height
    # The part, seen from the turned picture, is a tilted rectangle; this is the box around it.
    box_wide, box_high = wide * cos + high * sin, wide * sin + high * cos
    shrink = min(1.0, width / box_wide, height / box_high)
    room_x, room_y = (width - box_wide * shrink) / 2, (height - box_high * shrink) / 2
    signed = math.radians(crop.tilt)
    right, down = (crop.x - 0.5) * width, (crop.y - 0.5) * height
    # Into the picture's own axes, kept within the room there, and back again.
    along = right * math.cos(signed) + down * math.sin(signed)
    across = -right * math.sin(signed) + down * math.cos(signed)
    along, across = min(max(along, -room_x), room_x), min(max(across, -room_y), room_y)
    right = along * math.cos(signed) - across * math.sin(signed)
    down = along * math.sin(signed) + across * math.cos(signed)
    return Crop(
        round(right / width + 0.5, 5),
        round(down / height + 0.5, 5),
        round(crop.width * shrink, 5),
        round(crop.height * shrink, 5),
        round(crop.tilt, 2),
    )
