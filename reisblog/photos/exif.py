"""The two things a photo's EXIF block is read for: which way is up, and when it was taken.

Everything else in it (where, with which device) is never looked at and never kept. The block is a
TIFF structure: JEITA CP-3451, chapter 4.6.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from datetime import datetime
from typing import Final

MARK: Final = b"Exif\0\0"
UPRIGHT: Final = 1
TURNED_SIDEWAYS: Final = frozenset({5, 6, 7, 8})
"""Orientations in which the stored width is the height a person sees."""

_ORIENTATION: Final = 0x0112
_EXIF_DIRECTORY: Final = 0x8769
_DATE_TIME_ORIGINAL: Final = 0x9003
_SHORT: Final = 3
_DATE_CHARACTERS: Final = 19
_DATE = re.compile(rb"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")


@dataclass(frozen=True)
class Exif:
    """What is known of a photo.

    Attributes:
        orientation: 1 to 8, as EXIF counts; 1 where nothing usable is said.
        taken: ISO 8601 without zone, or nothing.
    """

    orientation: int = UPRIGHT
    taken: str = ""


def read(block: bytes) -> Exif:
    """What a block says, with or without its mark in front; a broken block says nothing."""
    tiff = block.removeprefix(MARK)
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return Exif()
    first = _Directory(tiff, order, _number(tiff, order + "I", 4))
    orientation = first.short(_ORIENTATION)
    exif = _Directory(tiff, order, first.offset(_EXIF_DIRECTORY))
    return Exif(
        orientation if orientation in range(UPRIGHT, 9) else UPRIGHT,
        _moment(exif.text(_DATE_TIME_ORIGINAL)),
    )


def orientation_alone(orientation: int) -> bytes:
    """The smallest block, with its mark, that says which way is up and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return MARK + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)


class _Directory:
    """One list of tags; what does not fit in the block reads as absent."""

    def __init__(self, tiff: bytes, order: str, start: int) -> None:
        self._tiff = tiff
        self._order = order
        self._start = start

    def short(self, tag: int) -> int:
        return _number(self._tiff, self._order + "H", self._value_at(tag))

    def offset(self, tag: int) -> int:
        return _number(self._tiff, self._order + "I", self._value_at(tag))

    def text(self, tag: int) -> bytes:
        """The first characters of a text too long to stand in the directory itself."""
        start = self.offset(tag)
        return self._tiff[start : start + _DATE_CHARACTERS] if start else b""

    def _value_at(self, wanted: int) -> int:
        """Where the tag's value or its offset stands, or 0."""
        if not self._start:
            return 0
        for index in range(_number(self._tiff, self._order + "H", self._start)):
            entry = self._start + 2 + 12 * index
            if entry + 12 > len(self._tiff):
                break
            if _number(self._tiff, self._order + "H", entry) == wanted:
                return entry + 8
        return 0


def _number(tiff: bytes, form: str, at: int) -> int:
    """The number there, or 0 where there is none; no value stands at the very start."""
    if not at or at + struct.calcsize(form) > len(tiff):
        return 0
    number: int = struct.unpack_from(form, tiff, at)[0]
    return number


def _moment(text: bytes) -> str:
    """ISO 8601, or nothing for what is no moment: cameras without a clock write zeros or blanks."""
    match = _DATE.fullmatch(text)
    if match is None:
        return ""
    try:
        return datetime(*map(int, match.groups())).isoformat()  # type: ignore[arg-type] # noqa: DTZ001 - EXIF tells no zone
    except ValueError:
        return ""
