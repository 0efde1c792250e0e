"""A photo on a page, with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.marks import Mark, Print, Text
from reisblog.story.styles import GUTTER, MM
from reisblog.story.tags import Role, Tag
from reisblog.story.told import photo_told

if TYPE_CHECKING:
    from reisblog.model.records import Photo
    from reisblog.story.layout import Measure
    from reisblog.story.photo_layout import Size
    from reisblog.story.telling import Telling

_LONGEST_CAPTION = 12


class Plate:
    """A photo with its caption: below it, or in the white beside it where there is room.

    Args:
        measure: of its halte.
        caption_beside: of a small photo; a large one decides for itself.
    """

    def __init__(
        self,
        telling: Telling,
        photo: Photo,
        size: Size,
        measure: Measure,
        *,
        caption_beside: bool | None = None,
    ) -> None:
        self.photo, self.size, self._telling = photo, size, telling
        column = measure.photos
        large = caption_beside is None
        white = measure.layout.outer and not measure.apart
        beside = bool(white and size.width <= column + 1) if large else bool(caption_beside)
        self._beside, self._caption_x = beside, size.width + 4 * MM
        if large:
            wide = measure.layout.outer if beside else column
        else:
            wide = (column - GUTTER) / 2 if beside else max(size.width, 24 * MM)
        self._measure = wide
        lines = telling.lines(photo.caption, styles.CAPTION, wide)
        self.running_on = len(lines) > _LONGEST_CAPTION
        self._lines = [] if self.running_on else lines
        self._missing = telling.line(
            telling.gettext("This photo is not here"), styles.CAPTION, size.width
        )

    @property
    def height(self) -> float:
        """Of photo and caption together."""
        caption = len(self._lines) * styles.CAPTION.leading
        if not caption:
            return self.size.height
        return max(self.size.height, caption) if self._beside else self.size.height + 4 + caption

    def marks(self, x: float, y: float) -> list[Mark]:
        """What stands on the page when its upper left corner is here."""
        size, style = self.size, styles.CAPTION
        figure = photo_told(self._telling, self.photo)
        caption = Tag(Role.CAPTION, figure)
        photo = Print(
            self.photo,
            Rect(x, y, size.width, size.height),
            said=self._missing,
            style=style,
            tag=figure,
        )
        if not self._lines:
            return [photo]
        if self._beside:
            # Its last line ends where the photo ends.
            top = y + max(0.0, size.height - len(self._lines) * style.leading)
            left = x + self._caption_x
            return [photo, Text(self._lines, left, top, self._measure, style, tag=caption)]
        top = y + size.height + 4
        return [photo, Text(self._lines, x, top, self._measure, style, tag=caption)]
