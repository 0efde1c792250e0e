"""How a picture stands in its print: the part of it that is seen, and how large that is."""

from __future__ import annotations

import math

from reisblog.model import limits
from reisblog.model.records import Blur, Crop, Photo

WHOLE = Crop()
_SLACK = 1e-6


def seen_size(photo: Photo) -> tuple[float, float]:
    """Width and height, in pixels of the whole picture, of the part of it that is seen."""
    crop = photo.crop or WHOLE
    return photo.width * crop.width, photo.height * crop.height


def is_sound(crop: Crop) -> bool:
    """Whether a crop can be: it leaves something, and lies around a point of the picture."""
    sides = (crop.width, crop.height)
    return (
        all(limits.LEAST_SHARE <= side <= 1 for side in sides)
        and all(0 <= at <= 1 for at in (crop.x, crop.y))
        and abs(crop.tilt) <= limits.TILT
    )


def is_inside(blur: Blur) -> bool:
    """Whether a blur lies on its picture and covers something of it."""
    return (
        min(blur.width, blur.height) > 0
        and min(blur.x, blur.y) >= -_SLACK
        and max(blur.x + blur.width, blur.y + blur.height) <= 1 + _SLACK
    )


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
