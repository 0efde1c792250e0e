"""Where the pages of a book lie in a view: in rows, as many side by side as fit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from reisblog.model.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP_PX = 24
_NEARLY = 0.8
"""Pages are made so much smaller where two of them fit side by side then, as in an open book."""
_WIDEST_PX = 1_200
"""Of a page that is read: a line longer than this is followed with the head, not the eyes."""


class Laid(msgspec.Struct, frozen=True):
    """Pages laid out.

    Attributes:
        pages: where each lies, in logical pixels from the upper left corner of them all.
        height: of all.
    """

    pages: tuple[Rect, ...]
    height: float

    def within(self, top: float, bottom: float) -> list[int]:
        """The pages of which anything lies between two heights."""
        return [
            index for index, page in enumerate(self.pages) if page.bottom > top and page.y < bottom
        ]


def laid(
    sizes: Sequence[tuple[float, float]], width: float, height: float, *, to_read: bool
) -> Laid:
    """Lay pages out in a view.

    All are shown at one scale, as they lie beside one another on a table. To look them through,
    the usual page is seen whole, two of them where they fit; to read them, it is as wide as the
    view.

    Args:
        sizes: of the pages, in any unit.
        width: of the view, in logical pixels.
        height: likewise.
        to_read: whether they are to be read.
    """
    if not sizes:
        return Laid((), height)
    usual = Counter(sizes).most_common(1)[0][0]
    widest = max(across for across, _down in sizes)
    room = width - 2 * GAP_PX
    if to_read:
        scale = min(room, _WIDEST_PX) / usual[0]
    else:
        scale = (height - 2 * GAP_PX) / usual[1]
        pair = (room - GAP_PX) / (2 * usual[0])
        scale = pair if _NEARLY * scale <= pair < scale else scale
    scale = max(min(scale, room / widest), 0.01)
    pages: list[Rect] = []
    y = float(GAP_PX)
    for row in _rows([(across * scale, down * scale) for across, down in sizes], room):
        x = (width - sum(across for across, _down in row) - GAP_PX * (len(row) - 1)) / 2
        for across, down in row:
            pages.append(Rect(round(x), round(y), round(across), round(down)))
            x += across + GAP_PX
        y += max(down for _across, down in row) + GAP_PX
    return Laid(tuple(pages), y)


def _rows(sizes: Sequence[tuple[float, float]], room: float) -> Iterator[list[tuple[float, float]]]:
    row: list[tuple[float, float]] = []
    for size in sizes:
        taken = sum(across + GAP_PX for across, _down in row)
        if row and taken + size[0] > room:
            yield row
            row = []
        row.append(size)
    if row:
        yield row
