"""How wide and high a picture is, told by its first bytes; nothing of it is decoded."""

from __future__ import annotations

from typing import Final

from reisblog.photos import exif
from reisblog.photos.formats import Form, form_of

_MOST_SEGMENTS: Final = 1_000
_START_OF_FRAME: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_EXIF_SEGMENT: Final = 0xE1
_START_OF_SCAN: Final = 0xDA
_MOST_SIDE: Final = 65_535


def upright_size(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as a person sees them, or nothing where that is not told.

    Args:
        head: the beginning of a JPEG or a PNG; or all of it.
    """
    form = form_of(head)
    size = None
    if form is Form.PNG:
        size = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
    elif form is Form.JPEG:
        size = _of_jpeg(head)
    return size if size is not None and 0 < min(size) <= max(size) <= _MOST_SIDE else None


def _of_jpeg(head: bytes) -> tuple[int, int] | None:
    """From the header of the frame (ITU-T T.81, B.2.2), turned as the EXIF block says."""
    at, turned = 2, False
    for _segment in range(_MOST_SEGMENTS):
        at = head.find(b"\xff", at)
        if at < 0 or at + 9 > len(head):
            return None
        marker = head[at + 1]
        if marker in _START_OF_FRAME:
            height, width = (
                int.from_bytes(head[at + 5 : at + 7]),
                int.from_bytes(head[at + 7 : at + 9]),
            )
            return (height, width) if turned else (width, height)
        if marker == _START_OF_SCAN:
            return None
        if marker in {0x00, 0x01, 0xFF} or 0xD0 <= marker <= 0xD9:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(head[at + 2 : at + 4])
        if marker == _EXIF_SEGMENT and head.startswith(exif.MARK, at + 4):
            turned = exif.read(head[at + 4 : end]).orientation in exif.TURNED_SIDEWAYS
        at = max(end, at + 2)
    return None
