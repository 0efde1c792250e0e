"""Photos after the one that opens a halte: in pairs, in rows, each with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.story import styles
from reisblog.story.photo_layout import Size, pairs, rows, shown_large
from reisblog.story.plates import Plate
from reisblog.story.styles import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.records import Photo
    from reisblog.story.layout import Measure
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_HEIGHTS = (1.35, 1.18, 1.0, 0.86)
"""How high rows may be, against the best height; the first that costs no more pages."""
_LOW_ROW = 0.68
_WORTH_A_PAIR, _ROOM_FOR_A_ROW, _ROOM_FOR_A_CAPTION = 22 * MM, 65 * MM, 30.0


class PhotoRows:
    """Puts photos into a flow of pages, below one another."""

    def __init__(self, telling: Telling, flow: Flow, measure: Measure) -> None:
        self._telling, self._flow, self._measure = telling, flow, measure

    def put_pairs(self, photos: Sequence[Photo]) -> None:
        """Two by two in their column, or in lower rows where a few of those cost fewer pages."""
        two_by_two = pairs(photos, self._measure)
        best = _LOW_ROW * self._measure.layout.row
        low = rows(photos, self._measure.photos, best)
        if self._pages_for(photos, low) < self._pages_for(photos, two_by_two):
            self._put_all(photos, low)
            return
        for index, row in enumerate(two_by_two):
            some = photos[2 * index : 2 * index + 2]
            self._put(some, row, caption_beside=len(some) == 1)

    def put_pairs_beside(self, photos: Sequence[Photo]) -> Sequence[Photo]:
        """Pairs in the text column while the outer one is taken; the other photos are given back.

        Also where a row over the full measure would find no more room below the outer column.
        """
        flow = self._flow
        while len(photos) > 1 and flow.beside > 0:
            two = pairs(photos[:2], self._measure)[0]
            row_fits = flow.room - flow.beside > _ROOM_FOR_A_ROW
            pair_fits = flow.room > styles.BASELINE + two[0].height + _ROOM_FOR_A_CAPTION
            if flow.beside < _WORTH_A_PAIR and (row_fits or not pair_fits):
                break
            self._put(photos[:2], two)
            photos = photos[2:]
        return photos

    def put_rows(self, photos: Sequence[Photo]) -> None:
        """In rows over the full measure, as high as they can be on as few pages as they need."""
        self._flow.clear()
        full, best = self._measure.full, self._measure.layout.row
        tried = [rows(photos, full, part * best) for part in _HEIGHTS]
        self._put_all(photos, min(tried, key=lambda laid: self._pages_for(photos, laid)))

    def put_large(self, photos: Sequence[Photo]) -> None:
        """Large, below one another."""
        self._flow.clear()
        self._put_all(photos, shown_large(photos, self._measure))

    def put_long_captions(self, plates: Sequence[Plate]) -> None:
        """Captions too long to stand with their photo run on below it."""
        left, wide = self._measure.left, self._measure.photos
        for plate in plates:
            if plate.running_on:
                self._flow.y += 4
                lines = self._telling.lines(plate.photo.caption, styles.CAPTION, wide)
                self._flow.text(lines, styles.CAPTION, left, wide)

    def _put_all(self, photos: Sequence[Photo], laid: Sequence[Sequence[Size]]) -> None:
        at = 0
        for row in laid:
            self._put(photos[at : at + len(row)], row)
            at += len(row)

    def _pages_for(self, photos: Sequence[Photo], laid: Sequence[Sequence[Size]]) -> int:
        """How many more pages rows take."""
        pages, room, at = 0, self._flow.room, 0
        for row in laid:
            plates = self._plates(photos[at : at + len(row)], row)
            height = styles.BASELINE + max(plate.height for plate in plates)
            if height > room:
                pages, room = pages + 1, self._flow.layout.tall + styles.BASELINE
            room -= height
            at += len(row)
        return pages

    def _put(
        self, photos: Sequence[Photo], row: Sequence[Size], *, caption_beside: bool = False
    ) -> None:
        """One row of photos with their captions, kept together on one page."""
        flow = self._flow
        plates = self._plates(photos, row, caption_beside=caption_beside)
        height = max(plate.height for plate in plates)
        flow.skip(styles.BASELINE)
        flow.need(height)
        x = self._measure.left
        for plate in plates:
            flow.put(*plate.marks(x, flow.y))
            x += plate.size.width + styles.GUTTER
        flow.y += height
        self.put_long_captions(plates)

    def _plates(
        self, photos: Sequence[Photo], row: Sequence[Size], *, caption_beside: bool = False
    ) -> list[Plate]:
        return [
            Plate(self._telling, photo, size, self._measure, caption_beside=caption_beside)
            for photo, size in zip(photos, row, strict=True)
        ]
