"""Pictures inside the PDF: JPEG bytes as they are, anything else as plain pixels."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfbase import pdfdoc

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def image_object(encoded: bytes) -> pdfdoc.PDFStream:
    """The document's object for a picture.

    Args:
        encoded: an upright JPEG or PNG.
    """
    with Image.open(io.BytesIO(encoded)) as picture:
        if picture.format == "JPEG" and picture.mode in _SPACES:
            return _object(picture, encoded, compressed="DCTDecode")
        flat = _flattened(picture)
    return _object(flat, flat.tobytes(), compressed=None)


def _flattened(picture: Image.Image) -> Image.Image:
    """Opaque and in RGB; what was transparent becomes paper."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")


def _object(picture: Image.Image, content: bytes, *, compressed: str | None) -> pdfdoc.PDFStream:
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": pdfdoc.PDFName(_SPACES[picture.mode]),
        "BitsPerComponent": 8,
        "Interpolate": "true",
    }
    if compressed:
        entries["Filter"] = pdfdoc.PDFName(compressed)
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, filters=[pdfdoc.PDFZCompress])
