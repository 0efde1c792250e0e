"""What a file is, told by its first bytes; names and endings lie."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

HEAD_BYTES: Final = 4096
"""How much of a file's beginning is enough to tell."""


class Form(StrEnum):
    """What a file can be. The pictures that come in carry Pillow's own name for them."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    HEIF = "HEIF"
    AVIF = "AVIF"
    GIF = "GIF"
    BMP = "BMP"
    OTHER_PICTURE = "another picture"
    VIDEO = "video"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


PICTURES: Final = frozenset(
    {Form.JPEG, Form.PNG, Form.WEBP, Form.HEIF, Form.AVIF, Form.GIF, Form.BMP}
)

_SIGNATURES: Final = (
    (b"\xff\xd8\xff", Form.JPEG),
    (b"\x89PNG\r\n\x1a\n", Form.PNG),
    (b"GIF87a", Form.GIF),
    (b"GIF89a", Form.GIF),
    # TIFF is left out on purpose: raw photos are built like it, and would come in as a thumbnail.
    (b"II*\0", Form.OTHER_PICTURE),
    (b"MM\0*", Form.OTHER_PICTURE),
    (b"II+\0", Form.OTHER_PICTURE),
    (b"MM\0+", Form.OTHER_PICTURE),
    (b"FUJIFILMCCD-RAW", Form.OTHER_PICTURE),
    (b"\xff\x0a", Form.OTHER_PICTURE),  # JPEG XL
    (b"\0\0\0\x0cJXL ", Form.OTHER_PICTURE),
    (b"\0\0\0\x0cjP  ", Form.OTHER_PICTURE),  # JPEG 2000
    (b"8BPS", Form.OTHER_PICTURE),
    (b"<svg", Form.OTHER_PICTURE),
    (b"\x1aE\xdf\xa3", Form.VIDEO),  # Matroska, WebM
    (b"\0\0\x01\xba", Form.VIDEO),
    (b"%PDF-", Form.DOCUMENT),
    (b"PK\x03\x04", Form.DOCUMENT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.DOCUMENT),
    (b"{\\rtf", Form.DOCUMENT),
)
_HEIF_BRANDS: Final = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)
_AVIF_BRANDS: Final = frozenset({b"avif", b"avis"})
_STILL_BRANDS: Final = frozenset({b"crx ", b"jxl ", b"jp2 "})
_OLD_FILM_BOXES: Final = frozenset({b"moov", b"mdat", b"wide", b"skip"})
_BMP_HEADERS: Final = frozenset({12, 40, 52, 56, 64, 108, 124})


def form_of(head: bytes) -> Form:
    """What a file is that begins like this."""
    for signature, form in _SIGNATURES:
        if head.startswith(signature):
            return form
    if head.startswith(b"RIFF"):
        return {b"WEBP": Form.WEBP, b"AVI ": Form.VIDEO}.get(head[8:12], Form.UNKNOWN)
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return Form.BMP
    return _form_in_boxes(head)


def _form_in_boxes(head: bytes) -> Form:
    """HEIF, AVIF and films are built of the same boxes (ISO/IEC 14496-12); the brands differ."""
    if head[4:8] != b"ftyp":
        return Form.VIDEO if head[4:8] in _OLD_FILM_BOXES else Form.UNKNOWN
    end = min(int.from_bytes(head[:4]), len(head))
    major = head[8:12]
    brands = {major, *(head[at : at + 4] for at in range(16, end, 4))}
    # The general still-picture brand may stand first in either; the codec's own brand decides.
    if major in _AVIF_BRANDS or (major in _HEIF_BRANDS and brands & _AVIF_BRANDS):
        return Form.AVIF
    if major in _HEIF_BRANDS:
        return Form.HEIF
    return Form.OTHER_PICTURE if major in _STILL_BRANDS else Form.VIDEO


def is_cut_off(content: bytes, form: Form) -> bool:
    """True when the file says itself that more of it should follow; of a JPEG see `jpeg.strip`."""
    match form:
        case Form.PNG:
            return b"IEND" not in content
        case Form.WEBP:
            return len(content) < int.from_bytes(content[4:8], "little") + 8
        case Form.BMP:
            return len(content) < int.from_bytes(content[2:6], "little")
        case Form.GIF:
            return not content.rstrip(b"\0").endswith(b";")
        case Form.HEIF | Form.AVIF:
            return _boxes_run_past(content)
        case _:
            return False


def _boxes_run_past(content: bytes) -> bool:
    at = 0
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4])
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16])
        if size < 8:
            return False
        at += size
    return at != len(content)
