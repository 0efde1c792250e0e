"""Where pictures lie on a contact sheet: each in the middle of a cell of its own."""

from __future__ import annotations

from typing import Final, NamedTuple

SIDE: Final = 96
"""Of a cell, in pixels."""


class Box(NamedTuple):
    """A part of a sheet, in pixels."""

    left: int
    top: int
    width: int
    height: int


def box_of(number: int, columns: int, width: int, height: int) -> Box:
    """Where a picture lies on a sheet, within a pixel.

    Args:
        number: which cell, counted from 0, row by row.
        columns: how many cells lie side by side.
        width: of the picture in pixels, as it is seen upright.
        height: of the picture in pixels, as it is seen upright.
    """
    row, column = divmod(number, columns)
    scale = min(1.0, SIDE / max(width, height))
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    left, top = column * SIDE + (SIDE - wide) // 2, row * SIDE + (SIDE - high) // 2
    return Box(left, top, wide, high)
