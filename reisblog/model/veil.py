"""How mist looks: a soft and uneven veil, the same in the window, in pictures and in the book.

A veil is a small picture of how much the mist covers. Its softness comes from adding up rows that
are kept as one long number each, 16 bits a pixel, so that a whole row is added at once.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from reisblog.model.geometry import Rect
from reisblog.model.mist import SQUARE, Area

PIXEL = 4
"""The side of a pixel of the veil, in map units."""
SOFTNESS = 44
"""How far mist shows beyond its squares, and may lack inside them, in map units."""
_PER_SQUARE = SQUARE // PIXEL
_BOX = SOFTNESS // PIXEL
_ROOM = _BOX - 1
"""Pixels around the sheet: twice a box reaches that far."""
_LANE = 16
_GAIN, _UNEVEN = 2, 83
_FULL = _BOX**4 * _GAIN >> 8
"""Squares all around give 114, and the unevenness up to 83 more."""
_THINNEST, _THICKEST = 0.74, 0.84
"""How much the mist covers inside."""
_ACROSS, _DOWN = 18, 6
"""How far apart the knots of the unevenness lie, in pixels: wider than high, as mist drifts."""


def veil(mist: Area, sheet: Rect, rows: range | None = None) -> Iterator[bytes]:
    """How much mist covers, a row of the veil at a time, a byte a pixel: 0 nothing, 255 all.

    Args:
        mist: what lies where.
        sheet: the whole map, its corner at 0, 0.
        rows: which rows of the veil, when not all.
    """
    width, height = size(sheet)
    known = {each.row: each.runs for each in mist}
    last = math.ceil(sheet.height / SQUARE) - 1
    for row in range(height) if rows is None else rows:
        total = 0
        for away in range(-_ROOM, _ROOM + 1):
            square = min(max((row + away) // _PER_SQUARE, 0), last)
            if square in known:
                total += (_BOX - abs(away)) * _across(known[square], width)
        if total:
            uneven = total * _GAIN + _uneven(row, width)
            yield uneven.to_bytes(2 * width, "little")[1::2].translate(_COVERS)
        else:
            yield bytes(width)


def size(sheet: Rect) -> tuple[int, int]:
    """How many pixels wide and high a veil over a sheet is."""
    columns, rows = (math.ceil(side / SQUARE) for side in (sheet.width, sheet.height))
    return columns * _PER_SQUARE, rows * _PER_SQUARE


@lru_cache(maxsize=1024)
def _across(runs: tuple[tuple[int, int], ...], width: int) -> int:
    """A row of squares, softened along it: twice the sum of ``_BOX`` neighbours.

    Beyond the sheet it goes on as at the edge, so that mist does not thin out there.
    """
    pixels = bytearray(width)
    for first, behind in runs:
        span = slice(first * _PER_SQUARE, behind * _PER_SQUARE)
        pixels[span] = b"\1" * len(pixels[span])
    around = pixels[:1] * _ROOM + pixels + pixels[-1:] * _ROOM
    wide = bytearray(2 * len(around))
    wide[::2] = around
    row = int.from_bytes(wide, "little")
    for _time in range(2):
        row = sum(row << _LANE * shift for shift in range(_BOX))
    return row >> _LANE * 2 * _ROOM & (1 << _LANE * width) - 1


def _uneven(row: int, width: int) -> int:
    """From 0 to ``_UNEVEN`` for each pixel of a row, in the upper half of its 16 bits."""
    above, step = divmod(row, _DOWN)
    share = round(16 * _eased(step / _DOWN))
    return (16 - share) * _knots(above, width) + share * _knots(above + 1, width)


@lru_cache(maxsize=128)
def _knots(row: int, width: int) -> int:
    """A sixteenth of the unevenness along a row of knots."""
    heights = [crc32(b"%d %d" % (row, column)) & 0xFF for column in range(width // _ACROSS + 3)]
    lanes = bytearray()
    for pixel in range(width):
        left, step = divmod(pixel + row % 2 * _ACROSS // 2, _ACROSS)
        share = _eased(step / _ACROSS)
        height = (1 - share) * heights[left] + share * heights[left + 1]
        lanes += int(height / 255 * _UNEVEN * 256 / 16).to_bytes(2, "little")
    return int.from_bytes(lanes, "little")


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def _cover(value: int) -> int:
    edge = _eased(min(1.0, max(0.0, (value - _UNEVEN) / (_FULL - _UNEVEN))))
    inside = min(1.0, max(0.0, (value - _FULL) / _UNEVEN))
    return round(255 * edge * (_THINNEST + (_THICKEST - _THINNEST) * inside))


_COVERS = bytes(_cover(value) for value in range(256))
