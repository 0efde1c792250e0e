"""A JPEG file's own compressed picture, byte for byte, without anything else that rides along.

Location, device, thumbnails, comments, second pictures and films all live in segments of their own
or behind the end (ITU-T T.81, annex B); only what decides how the picture looks is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reisblog.photos import colour_profile, exif
from reisblog.photos.exchange import Refusal, Trouble

_START: Final = b"\xff\xd8"
END: Final = b"\xff\xd9"
_PLAIN_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive, all with Huffman coding: what every reader knows."""
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_TABLES: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD})
_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = 0xD9
_COMMENT: Final = 0xFE
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a segment behind them."""
_MARKER_IN_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Where compressed data ends; escaped bytes and restart markers belong to it."""
_PADDING: Final = b"\0\xff"
"""What follows a picture whose end got lost: half an end mark, or a disk's empty blocks."""
_COLOUR_MARK: Final = b"ICC_PROFILE\0"
_PROFILE_PART_BYTES: Final = 65_519
_PARTS: Final = 255
_ADOBE_BYTES: Final = 12
_PLAIN_JFIF: Final = b"JFIF\0\1\1\0\0\1\0\1\0\0"


@dataclass(frozen=True, kw_only=True)
class Stripped:
    """A JPEG file after cleaning.

    Attributes:
        content: the clean file, end mark and all.
        width: pixels as stored, before turning.
        height: pixels as stored, before turning.
        channels: of each pixel: 1 is grey.
        is_plain: whether every reader of JPEG can show it as it is.
        profile: the ICC profile of its colours; nothing where they are sRGB's.
        is_closed: whether it had its end mark; without, part of the picture may be missing.
        exif: what its EXIF block said.
    """

    content: bytes
    width: int
    height: int
    channels: int
    is_plain: bool
    profile: bytes
    is_closed: bool
    exif: exif.Exif


def strip(content: bytes) -> Stripped:
    """Keep the compressed picture, its orientation and its colour profile.

    Raises:
        Refusal: it is damaged, or ends before its picture begins.
    """
    segments = _Segments(content)
    whole = memoryview(content)
    at = len(_START)
    while True:
        marker, at = _next_marker(content, at)
        if marker == _END_OF_IMAGE:
            return segments.joined(is_closed=True)
        if marker in _ALONE:
            continue
        end = at + int.from_bytes(content[at : at + 2])
        if max(end, at + 2) > len(content):
            raise Refusal(Trouble.CUT_OFF)
        if end < at + 2:
            raise Refusal(Trouble.DAMAGED)
        if marker == _START_OF_SCAN:
            found = _MARKER_IN_SCAN.search(content, end)
            if found is None:
                segments.add(marker, memoryview(content[at:].rstrip(_PADDING)))
                return segments.joined(is_closed=False)
            end = found.start()
        segments.add(marker, whole[at:end], at=at)
        at = end


def _next_marker(content: bytes, at: int) -> tuple[int, int]:
    """The next marker and where its segment begins; stray bytes before it are passed over."""
    at = content.find(b"\xff", at)
    while at >= 0 and content[at : at + 1] == b"\xff":
        at += 1
    if at < 0 or at >= len(content):
        raise Refusal(Trouble.CUT_OFF)
    return content[at], at + 1


class _Segments:
    """What was met on the way through a file."""

    def __init__(self, file: bytes) -> None:
        self._file = file
        self._begin = self._end = 0
        self._is_in_one_piece = True
        self._jfif = b""
        self._adobe = b""
        self._colour: list[bytes] = []
        self._picture: list[bytes | memoryview] = []
        self._exif = exif.Exif()
        self._frame = b""
        self._frame_marker = 0

    def add(self, marker: int, segment: memoryview, *, at: int | None = None) -> None:
        """Take a segment (its length in front) or leave it; a scan brings its compressed data.

        Args:
            marker: what it is.
            segment: its bytes.
            at: where they stand in the file, if they stand there just so.
        """
        if marker in _FRAMES:
            if self._frame:
                raise Refusal(Trouble.DAMAGED)
            self._frame, self._frame_marker = bytes(segment[2:]), marker
        if marker in _FRAMES or marker in _TABLES or marker == _START_OF_SCAN:
            self._picture += [bytes((0xFF, marker)), segment]
            begin = -1 if at is None else at - 2
            self._begin = self._begin or begin
            self._is_in_one_piece &= self._end in {0, begin}
            self._end = begin + 2 + len(segment)
        else:
            self._add_application(marker, bytes(segment[2:]))

    def _add_application(self, marker: int, body: bytes) -> None:
        if marker == 0xE0 and body.startswith(b"JFIF\0"):
            # It says that the colours are YCbCr; its density and thumbnail are not wanted.
            self._jfif = _segment(marker, _PLAIN_JFIF)
        elif marker == 0xE1 and body.startswith(exif.MARK) and self._exif == exif.Exif():
            self._exif = exif.read(body)
        elif marker == 0xE2 and body.startswith(_COLOUR_MARK) and len(self._colour) < _PARTS:
            self._colour.append(body)
        elif marker == 0xEE and body.startswith(b"Adobe") and len(body) >= _ADOBE_BYTES:
            # Its last byte says how the colours are stored; without it they come out wrong.
            self._adobe = _segment(marker, body[:_ADOBE_BYTES])
        elif marker < 0xE0 or marker > _COMMENT:
            raise Refusal(Trouble.DAMAGED)

    def joined(self, *, is_closed: bool) -> Stripped:
        """The clean file."""
        if len(self._frame) < 6 or not self._picture:
            raise Refusal(Trouble.DAMAGED)
        turn = self._exif.orientation
        profile = self._profile()
        head = [
            _START,
            self._jfif,
            _segment(0xE1, exif.orientation_alone(turn)) if turn != exif.UPRIGHT else b"",
            *_profile_segments(profile),
            self._adobe,
        ]
        return Stripped(
            content=self._clean(b"".join(head)),
            height=int.from_bytes(self._frame[1:3]),
            width=int.from_bytes(self._frame[3:5]),
            channels=self._frame[5],
            is_plain=self._frame_marker in _PLAIN_FRAMES
            and self._frame[0] == 8
            and self._frame[5] in {1, 3},
            profile=profile,
            is_closed=is_closed,
            exif=self._exif,
        )

    def _clean(self, head: bytes) -> bytes:
        """The file anew; or itself where nothing would change, as copying takes longest."""
        file = self._file
        unchanged = self._is_in_one_piece and self._begin == len(head) and file.startswith(head)
        if unchanged and len(file) == self._end + len(END) and file.endswith(END):
            return file
        return b"".join([head, *self._picture, END])

    def _profile(self) -> bytes:
        """The colour profile, or nothing when a part of it is missing."""
        at = len(_COLOUR_MARK)
        parts = sorted(body[at:] for body in self._colour)
        if [part[:2] for part in parts] != [
            bytes((number, len(parts))) for number in range(1, len(parts) + 1)
        ]:
            return b""
        return colour_profile.unnamed(b"".join(part[2:] for part in parts))


def _profile_segments(profile: bytes) -> list[bytes]:
    starts = range(0, len(profile), _PROFILE_PART_BYTES)
    return [
        _segment(
            0xE2,
            _COLOUR_MARK
            + bytes((number, len(starts)))
            + profile[start : start + _PROFILE_PART_BYTES],
        )
        for number, start in enumerate(starts, 1)
    ]


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body
