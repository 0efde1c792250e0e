"""A picture as it is framed: what is hidden blurred for good, what was cropped away gone.

The window shows the same with pixels of its own, see ``ui/framed_pixels.py``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from reisblog.model import framing, limits
from reisblog.photos import renditions
from reisblog.photos.upright_size import upright_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.records import Blur, Crop
    from reisblog.photos.formats import Form


def framed(
    content: bytes,
    form: Form,
    crop: Crop | None,
    blurs: Sequence[Blur],
    *,
    side: int | None = None,
) -> Image.Image:
    """What is seen of a picture, upright in sRGB, as RGB, or RGBA where it is see-through.

    Args:
        content: the file.
        form: what it is.
        crop: the part that is seen.
        blurs: what nobody is to recognise.
        side: at most this many pixels on the long side of what is seen; None keeps all.

    Raises:
        Refusal: it is damaged, cut off or too large.
    """
    size = upright_size(content)
    whole_side = None
    if size is not None and side is not None:
        whole_side = framing.finer(crop, *size, side)
    elif size is not None and size[0] * size[1] > limits.WHOLE_PIXELS:
        whole_side = limits.KEPT_SIDE
    image = renditions.decoded(content, form, side=whole_side)
    return renditions.shrunk(cropped(hidden(image, blurs), crop), side)


def hidden(image: Image.Image, blurs: Sequence[Blur]) -> Image.Image:
    """The picture with these parts of it averaged into a few soft blocks."""
    image = image.copy() if blurs else image
    width, height = image.size
    for blur in blurs:
        left, top = max(0, math.floor(blur.x * width)), max(0, math.floor(blur.y * height))
        right = min(width, max(left + 1, math.ceil((blur.x + blur.width) * width)))
        bottom = min(height, max(top + 1, math.ceil((blur.y + blur.height) * height)))
        part = image.crop((left, top, right, bottom))
        coarse = part.resize(_fewest(part.size), Image.Resampling.BOX)
        image.paste(
            coarse.resize(part.size, Image.Resampling.BICUBIC), (left, top), _shape(part.size)
        )
    return image


def cropped(image: Image.Image, crop: Crop | None) -> Image.Image:
    """The part of a picture that is seen; white where it lies off the picture."""
    if crop is None:
        return image
    width, height = image.size
    size = max(1, round(crop.width * width)), max(1, round(crop.height * height))
    white = "white" if image.mode == "RGB" else (255, 255, 255, 255)
    if crop.tilt:
        matrix = framing.onto_whole(crop, image.size, size)
        return image.transform(
            size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor=white
        )
    left, top = round(crop.x * width - size[0] / 2), round(crop.y * height - size[1] / 2)
    part = Image.new(image.mode, size, white)
    part.paste(image, (-left, -top))
    return part


def _fewest(size: tuple[int, int]) -> tuple[int, int]:
    across, down = framing.blocks(*size)
    return min(across, size[0]), min(down, size[1])


def _shape(size: tuple[int, int]) -> Image.Image:
    """What of a rectangle is hidden; nothing at its edge is half hidden."""
    shape = Image.new("L", size)
    corner = framing.ROUND * min(size)
    ImageDraw.Draw(shape).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), corner, 255)
    return shape
