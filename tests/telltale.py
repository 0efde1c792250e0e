"""A picture with something in it that must not be seen, and whether it is seen all the same."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pypdfium2
import pypdfium2.raw
from PIL import Image

from reisblog.model.records import Blur, Crop

WIDTH, HEIGHT = 720, 480
FACE = (480, 120, 624, 264)
"""Where the stripes are that nobody else has, in pixels."""
HIDDEN = Blur(0.62, 0.2, 0.3, 0.4)
"""Covers the face, its round corners left out."""
WITHOUT = Crop(0.3, 0.5, 0.5, 0.9)
"""Leaves it off, wholly."""
_MAGENTA, _GREEN = (255, 0, 255), (0, 255, 0)
_STRIPE_PX = 16
_NEAR = 110
_MANY = 24


def picture() -> bytes:
    """A quiet photo with a face of stripes, magenta and green."""
    image = Image.linear_gradient("L").resize((WIDTH, HEIGHT)).convert("RGB")
    left, top, right, bottom = FACE
    for number, x in enumerate(range(left, right, _STRIPE_PX)):
        colour = (_MAGENTA, _GREEN)[number % 2]
        image.paste(colour, (x, top, min(x + _STRIPE_PX, right), bottom))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=95, subsampling=0)
    return file.getvalue()


def tells(image: Image.Image) -> bool:
    """Whether stripes are to be seen in a picture."""
    found = 0
    for red, green, blue in image.convert("RGB").get_flattened_data():
        found += abs(red - 255) + green + abs(blue - 255) < _NEAR
    return found > _MANY


def pictures_in_book(book) -> list[Image.Image]:
    """Every picture in a PDF, decoded."""
    with contextlib.closing(pypdfium2.PdfDocument(book)) as pages:
        return [
            found.get_bitmap().to_pil()
            for page in pages
            for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=9)
        ]


def pictures_in_file(path) -> dict[str, Image.Image]:
    """Every picture in a project file, by its name."""
    with zipfile.ZipFile(path) as held:
        return {
            name: Image.open(io.BytesIO(held.read(name)))
            for name in held.namelist()
            if name.endswith((".jpg", ".png"))
        }
