"""A photo on a page, with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.marks import Mark, Print, Text
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag
from reisblog.story.told import photo_told
from reisblog.story.tongues import from_right_to_left

if TYPE_CHECKING:
    from reisblog.model.records import Photo
    from reisblog.story.layout import Measure
    from reisblog.story.photo_layout import Size
    from reisblog.story.telling import Telling

_LONGEST_CAPTION = 12
_NARROWEST, _NARROWEST_OF_LONG, _LINES = 24 * MM, 40 * MM, 5
_NARROWEST_OPENING = 60 * MM


class Plate:
    """A photo with its caption: below it, or in the white beside it where there is room.

    In a book from left to right a caption that runs the other way always stands below: beside its
    photo it would begin at the far edge of the page.

    Attributes:
        room: how wide both are together, without what stands in the white.
        running_on: whether the caption is too long to stand with its photo.
    """

    def __init__(
        self,
        telling: Telling,
        photo: Photo,
        size: Size,
        measure: Measure,
        room: float | None = None,
    ) -> None:
        """Lay it out.

        Args:
            telling: the book.
            photo: the photo.
            size: of it, on paper.
            measure: of its halte.
            room: how wide it is in a row; without one it opens a halte or stands large.
        """
        self.photo, self.size, self._telling = photo, size, telling
        white = measure.layout.outer if room is None and not measure.apart else 0.0
        lines = telling.lines(photo.caption, styles.CAPTION, white) if white else []
        mirrored = from_right_to_left(telling.journey.language)
        self._turned = not mirrored and any(line.rtl for line in lines)
        self._beside = bool(lines) and size.width <= measure.photos + 1 and not self._turned
        if room is None:
            room = max(size.width, min(measure.photos, _NARROWEST_OPENING))
        self.room, self._measure = room, room
        if self._beside:
            self._measure = white
        else:
            lines = telling.lines(photo.caption, styles.CAPTION, room)
            self._turned = not mirrored and any(line.rtl for line in lines)
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
        # Photo and caption begin at the same side.
        left = x + (self.room - size.width if self._turned else 0.0)
        photo = Print(
            self.photo,
            Rect(left, y, size.width, size.height),
            said=self._missing,
            style=style,
            tag=figure,
            strips=size.strips,
        )
        if not self._lines:
            return [photo]
        if self._beside:
            # Its last line ends where the photo ends.
            top = y + max(0.0, size.height - len(self._lines) * style.leading)
            left = x + size.width + 4 * MM
            return [photo, Text(self._lines, left, top, self._measure, style, tag=caption)]
        top = y + size.height + 4
        return [photo, Text(self._lines, x, top, self._measure, style, tag=caption)]


def room_for_caption(telling: Telling, photo: Photo) -> float:
    """How wide a photo's room is at least, for its caption below it."""
    natural = telling.line(photo.caption, styles.CAPTION).width * styles.CAPTION.size
    return min(natural, max(_NARROWEST, min(natural / _LINES, _NARROWEST_OF_LONG)))
