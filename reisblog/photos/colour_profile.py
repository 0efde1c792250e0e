"""A colour profile without the names in it: whose device, whose software, whose rights, when.

Only numbers decide how colours look. The layout is that of ICC.1:2022, chapters 7 and 10.
"""

from __future__ import annotations

from typing import Final

_HEADER_BYTES: Final = 128
_MARK: Final = b"acsp"
_MARK_AT: Final = 36
_TELLING_FIELDS: Final = (
    slice(4, 8),  # preferred colour software
    slice(24, 36),  # when it was made
    slice(40, 44),  # platform
    slice(48, 56),  # the device's maker and model
    slice(80, 100),  # who made it, and a fingerprint of what this changes
)
_TEXTS: Final = frozenset({b"text", b"desc", b"mluc", b"dict"})
_MAKE_AND_MODEL: Final = b"mmod"
_TYPE_BYTES: Final = 8
_RECORD_BYTES: Final = (12).to_bytes(4)


def unnamed(profile: bytes) -> bytes:
    """The same profile with its texts emptied in place; nothing where it is no profile."""
    if len(profile) < _HEADER_BYTES + 4 or profile[_MARK_AT : _MARK_AT + 4] != _MARK:
        return b""
    blank = bytearray(profile)
    for field in _TELLING_FIELDS:
        blank[field] = bytes(field.stop - field.start)
    for name, start, end in _tags(profile):
        kind = profile[start : start + 4]
        if kind in _TEXTS or name == _MAKE_AND_MODEL:
            blank[start + _TYPE_BYTES : end] = bytes(end - start - _TYPE_BYTES)
        if kind == b"mluc":
            # No texts, each of twelve bytes: even of none, readers want to know how long each is.
            blank[start + 12 : start + 16] = _RECORD_BYTES
    return bytes(blank)


def _tags(profile: bytes) -> list[tuple[bytes, int, int]]:
    """Each tag's name, and where its contents begin and end; those that do not fit are left out."""
    tags = []
    count = int.from_bytes(profile[_HEADER_BYTES : _HEADER_BYTES + 4])
    for at in range(_HEADER_BYTES + 4, min(_HEADER_BYTES + 4 + 12 * count, len(profile)), 12):
        start = int.from_bytes(profile[at + 4 : at + 8])
        end = start + int.from_bytes(profile[at + 8 : at + 12])
        if _HEADER_BYTES + 4 <= start <= end - 2 * _TYPE_BYTES and end <= len(profile):
            tags.append((profile[at : at + 4], start, end))
    return tags
