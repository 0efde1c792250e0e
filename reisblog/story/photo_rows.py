"""The photos of a halte after the one that opens it: in rows, each with its caption below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.story import styles
from reisblog.story.filled_rows import filled_row
from reisblog.story.photo_layout import (
    MANY,
    highest_alone,
    highest_in_column,
    highest_in_row,
    is_panorama,
    is_very_wide,
    laid,
    largest,
    shown_large,
)
from reisblog.story.plates import Plate, room_for_caption
from reisblog.story.row_breaks import Break, Candidate, RowOf, Space, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.records import Photo
    from reisblog.story.filled_rows import Row
    from reisblog.story.layout import Measure
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_PARTS = (1.0, 0.92, 0.84, 0.76)
"""How wide rows may be, of the full measure: narrower ones have one right edge as well."""
_PARTS_LOW = (0.68,)
"""Also on a page that is wide and low."""
_NARROW = 1.0
"""How bad it is to be narrower, for all of the measure."""
_BEST_IN_COLUMN = 0.8
_LOWEST = 0.3
"""Of the best height: a row that is lower is not tried, unless it is one photo."""
_FEW = 2


@dataclass(frozen=True)
class _Set:
    """A row with its captions, set in type."""

    plates: list[Plate]
    candidate: Candidate


class PhotoRows:
    """Puts photos into a flow of pages; what it found out of them serves every try."""

    def __init__(self, telling: Telling, measure: Measure, photos: Sequence[Photo]) -> None:
        self._telling, self._measure, self._photos = telling, measure, photos
        self._needs = [room_for_caption(telling, photo) for photo in photos]
        self._taken = [laid(photo, measure.layout) for photo in photos]
        self._rows: dict[tuple[int, int, float], _Set | None] = {}

    def put(self, flow: Flow, *, in_column: bool = False) -> None:
        """In rows over the full measure, or of a few in the column of the words.

        While something stands beside the words, rows stand in their column.

        Args:
            flow: the pages.
            in_column: whether they stand nowhere else.
        """
        if not self._photos:
            return
        layout = self._measure.layout
        space = Space(layout.top, layout.bottom, flow.y, flow.y + flow.beside)
        tried = []
        for width in [self._column] if in_column else self._widths():
            beside = None if self._measure.apart else self._row_of(width, beside=True)
            cost, rows = broken(len(self._photos), space, self._row_of(width), beside)
            narrower = 0.0 if width <= self._column else 1 - width / self._measure.full
            tried.append((cost + _NARROW * narrower, width, rows))
        _cost, width, rows = min(tried, key=lambda way: way[:2])
        for row in rows:
            self._put(flow, row, width)

    def put_large(self, flow: Flow) -> None:
        """Large, below one another."""
        flow.clear()
        for photo, size in zip(self._photos, shown_large(self._photos, self._measure), strict=True):
            plate = Plate(self._telling, photo, size, self._measure, size.width)
            flow.skip(styles.BASELINE)
            flow.need(plate.height)
            flow.put(*plate.marks(self._measure.left, flow.y))
            flow.y += plate.height
            put_long_captions(self._telling, flow, self._measure, [plate])

    @property
    def _column(self) -> float:
        """How wide rows are that stand in the column of words, or of photos; one photo is half."""
        column = self._measure.photos
        alone = len(self._photos) == 1 and not is_panorama(self._photos[0])
        return (column - styles.GUTTER) / 2 if alone else column

    def _widths(self) -> list[float]:
        """How wide rows may be below what stands beside the words."""
        measure = self._measure
        wide = any(is_panorama(photo) for photo in self._photos)
        if len(self._photos) <= _FEW and not wide:
            return [self._column]
        narrow = [] if measure.apart or len(self._photos) >= MANY - 1 else [self._column]
        parts = (*_PARTS, *_PARTS_LOW) if measure.apart else _PARTS
        return [*narrow, *(part * measure.full for part in parts)]

    def _row_of(self, width: float, *, beside: bool = False) -> RowOf:
        """What rows of this width would be, or in the column of words beside something."""

        def row_of(start: int, end: int) -> Candidate | None:
            if beside and self._needs_all(start, end):
                return None
            row = self._row(start, end, self._width_of(width, beside=beside))
            return row.candidate if row else None

        return row_of

    def _needs_all(self, start: int, end: int) -> bool:
        """Whether one of these photos is for the full measure only, and for no company."""
        return any(is_very_wide(photo) for photo in self._photos[start:end])

    def _width_of(self, width: float, *, beside: bool) -> float:
        return min(width, self._column) if beside else width

    def _row(self, start: int, end: int, width: float) -> _Set | None:
        if self._needs_all(start, end):
            width = self._measure.full
        key = start, end, width
        if key not in self._rows:
            self._rows[key] = self._made(start, end, width)
        return self._rows[key]

    def _made(self, start: int, end: int, width: float) -> _Set | None:
        layout, taken, one = self._measure.layout, self._taken[start:end], end - start == 1
        in_strips = any(photo.strips > 1 for photo in taken)
        if not one and (in_strips or self._needs_all(start, end)):
            return None
        in_column = width <= self._column
        best = layout.row * (_BEST_IN_COLUMN if in_column else 1.0)
        needs = [min(need, width) for need in self._needs[start:end]]
        high = highest_in_column(layout) if in_column else highest_in_row(layout, best)
        if in_strips:
            high = highest_alone(layout)
        while True:
            row = filled_row(taken, needs, width, high)
            if row is None:
                return None
            plates = self._plates(start, row)
            height = max(plate.height for plate in plates)
            if height <= layout.tall or high < _LOWEST * best:
                break
            high = min(high, row.height) - max(1.0, height - layout.tall)  # long captions below it
        # What has few pixels is at its best when it is as large as those bear.
        best = min(best, max(largest(photo).height for photo in taken))
        if not one and row.height < _LOWEST * best:
            return None
        alone = one and len(self._photos) > 1 and not is_panorama(self._photos[start])
        photo = best if in_strips else row.height
        return _Set(plates, Candidate(photo, height, best, row.filled, alone))

    def _plates(self, start: int, row: Row) -> list[Plate]:
        some = zip(self._photos[start:], row.sizes, row.rooms, strict=False)
        return [
            Plate(self._telling, photo, size, self._measure, room) for photo, size, room in some
        ]

    def _put(self, flow: Flow, row: Break, width: float) -> None:
        """One row of photos with their captions, kept together on one page."""
        made = self._row(row.start, row.end, self._width_of(width, beside=row.beside))
        if made is None:
            return
        if row.new_page:
            flow.new_page()
        elif not row.beside:
            flow.clear()
        flow.skip(styles.BASELINE)
        flow.need(made.candidate.height)
        x = self._measure.left
        for plate in made.plates:
            flow.put(*plate.marks(x, flow.y))
            x += plate.room + styles.GUTTER
        flow.y += made.candidate.height
        put_long_captions(self._telling, flow, self._measure, made.plates)


def put_long_captions(
    telling: Telling, flow: Flow, measure: Measure, plates: Sequence[Plate]
) -> None:
    """Captions too long to stand with their photo run on below it."""
    for plate in plates:
        if plate.running_on:
            flow.y += 4
            lines = telling.lines(plate.photo.caption, styles.CAPTION, measure.photos)
            flow.text(lines, styles.CAPTION, measure.left, measure.photos)
