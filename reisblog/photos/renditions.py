"""Small versions of a picture: upright, in sRGB, without metadata."""

from __future__ import annotations

import functools
import io
from typing import Final

from PIL import Image, ImageCms

from reisblog.model import contact_cells
from reisblog.photos import exif
from reisblog.photos.formats import Form
from reisblog.photos.opening import opened

RENDITION_SIDE: Final = 512
"""Long side of a rendition, in pixels."""
RENDITION_QUALITY: Final = 85
_CELL_QUALITY: Final = 75
_REDUCING_GAP: Final = 2.0
"""Above this many times the wanted size, a cheap box comes before the fine filter."""
_OPAQUE: Final = 255
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIXTEEN_BITS: Final = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})


def decoded(content: bytes, form: Form, *, side: int | None = None) -> Image.Image:
    """The picture upright in sRGB, as RGB, or RGBA where parts are see-through.

    Args:
        content: the file.
        form: what it is.
        side: at most this many pixels on the long side; None keeps all. Nothing is enlarged.

    Raises:
        Refusal: it is damaged, cut off or too large.
    """
    with opened(content, form) as image:
        orientation = orientation_of(image, form)
        size = fitting(image.size, side)
        # A JPEG decodes straight to a half, quarter or eighth: half the time, little memory.
        image.draft("RGB", size)
        profile = image.info.get("icc_profile")
        scaled = shrunk(_in_colours(image), side)
        turned = _turned(_without_idle_alpha(_in_srgb(scaled, profile)), orientation)
        turned.info = {}
        return turned


def orientation_of(image: Image.Image, form: Form) -> int:
    """1 to 8, as EXIF counts."""
    if form is Form.HEIF:
        # The container says itself how to turn, and the decoder has done so; EXIF there only tells.
        return exif.UPRIGHT
    return exif.read(image.info.get("exif") or b"").orientation


def fitting(size: tuple[int, int], side: int | None) -> tuple[int, int]:
    """The size within a square of `side` pixels, same proportion; never larger than it was."""
    longest = max(size)
    if side is None or longest <= side:
        return size
    width, height = (max(1, round(length * side / longest)) for length in size)
    return width, height


def shrunk(image: Image.Image, side: int | None) -> Image.Image:
    """The picture within a square of `side` pixels."""
    size = fitting(image.size, side)
    if size == image.size:
        return image
    # Small pictures are made by the hundred; there the finest filter costs twice and shows little.
    small = max(size) <= RENDITION_SIDE
    filtering = Image.Resampling.HAMMING if small else Image.Resampling.LANCZOS
    return image.resize(size, filtering, reducing_gap=_REDUCING_GAP)


def on_white(image: Image.Image) -> Image.Image:
    """The picture as RGB, on white paper where it is see-through."""
    if image.mode == "RGB":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def jpeg(image: Image.Image, *, quality: int) -> bytes:
    """A JPEG file without metadata."""
    target = io.BytesIO()
    on_white(image).save(target, "JPEG", quality=quality)
    return target.getvalue()


def cell(image: Image.Image) -> bytes:
    """A cell with the picture in its middle on white, as `storage.contact_sheet` wants it.

    Args:
        image: at most as long as a cell.
    """
    sheet = Image.new("RGB", (contact_cells.SIDE, contact_cells.SIDE), "white")
    box = contact_cells.box_of(0, 1, *image.size)
    sheet.paste(on_white(image), (box.left, box.top))
    target = io.BytesIO()
    sheet.save(target, "JPEG", quality=_CELL_QUALITY, subsampling="4:2:0", restart_marker_rows=1)
    return target.getvalue()


def png(image: Image.Image) -> bytes:
    """A PNG file without metadata."""
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def bgrx(image: Image.Image) -> bytes:
    """Four bytes a pixel, B, G, R and 255, rows tight: what a window shows without conversion."""
    # By way of RGBA, because Pillow's own BGRX leaves the fourth byte 0 and Qt wants it full.
    return on_white(image).convert("RGBA").tobytes("raw", "BGRA")


def _in_colours(image: Image.Image) -> Image.Image:
    """Eight bits a channel: L, RGB, RGBA, or CMYK until its profile has been used."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if image.has_transparency_data and image.mode != "RGBA":
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "RGBA", "CMYK"}:
        image.load()
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    """Phones give screenshots an alpha channel that says nothing."""
    if image.mode != "RGBA":
        return image
    faintest = image.getchannel("A").getextrema()[0]
    return image.convert("RGB") if faintest == _OPAQUE else image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The same colours as numbers of sRGB, which is what windows, boards and PDFs take them for."""
    if profile:
        try:
            transform = _to_srgb(profile, image.mode)
            changed = ImageCms.applyTransform(image, transform)
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken profile, or one for another kind of picture: plain numbers will do.
            pass
        else:
            return changed if changed is not None else image
    return image if image.mode in {"RGB", "RGBA"} else image.convert("RGB")


@functools.lru_cache(maxsize=8)
def _to_srgb(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    """Kept, because fifty photos of one phone share one profile."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return ImageCms.buildTransform(
        source, ImageCms.createProfile("sRGB"), mode, "RGBA" if mode == "RGBA" else "RGB"
    )


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)
