"""How somebody who travels along is shown on paper: as on the map, so that one knows them again.

By a portrait, a drawn token, or initials on ink.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.company import initials
from reisblog.model.geometry import Point, Rect
from reisblog.story import styles
from reisblog.story.map_drawing import small_art
from reisblog.story.photo_strips import shape

if TYPE_CHECKING:
    from reisblog.model.records import Companion, Photo, Token
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.sheet import Sheet
    from reisblog.story.styles import Style
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_ART = 24.0
_DRAWN = 0.64
_LETTERS = 0.42
_LEAST = 6.0
"""The size of letters that are read on paper, as they are printed."""
_TALL = 0.7
"""A capital in its size."""
_RIM = 0.09


@dataclass(frozen=True)
class Face:
    """Somebody on a disc.

    Attributes:
        letters: their initials, shown where there is nothing else.
        style: of the initials.
        portrait: a photo of them.
    """

    centre: Point
    radius: float
    letters: Line
    style: Style
    token: Token | None = None
    portrait: Photo | None = None

    @property
    def box(self) -> Rect:
        """Around the disc."""
        return Rect.centred(self.centre, 2 * self.radius, 2 * self.radius)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put them on paper."""
        if self.portrait is not None and self._photo(sheet, self.portrait):
            self._rim(sheet, paint="S")
        elif self.token is not None:
            self._rim(sheet, paint="B")
            self._token(sheet, f"token-{self.token}")
        else:
            sheet.ink(fill=look.INK)
            sheet.disc(self.centre, self.radius)
            left = self.centre.x - self.letters.width * self.style.size / 2
            sheet.line(self.letters, left, self.centre.y + self.style.size * 0.34, self.style)

    def _rim(self, sheet: Sheet, *, paint: str) -> None:
        width = max(0.5, self.radius * _RIM)
        with sheet.apart():
            sheet.put("[] 0 d")
            sheet.ink(fill=look.SLIP, line=look.MAP_LINE, width=width)
            sheet.disc(self.centre, self.radius - width / 2, paint=paint)

    def _token(self, sheet: Sheet, name: str) -> None:
        if not sheet.knows(name):
            sheet.define(name, small_art("tokens.json", name, _ART))
        side = 2 * self.radius * _DRAWN
        scale = side / _ART
        with sheet.apart():
            # Its operators have y up.
            left, foot = self.centre.x - side / 2, self.centre.y + side / 2
            sheet.put(f"{scale:.5f} 0 0 {-scale:.5f} {left:.3f} {foot:.3f} cm")
            sheet.form(name)

    def _photo(self, sheet: Sheet, photo: Photo) -> bool:
        """The middle of a photo in a circle."""
        across, aspect = 2 * self.radius, shape(photo)
        width, height = (across * aspect, across) if aspect >= 1 else (across, across / aspect)
        with sheet.apart():
            sheet.disc(self.centre, self.radius, paint="W n")
            return sheet.photo(photo, Rect.centred(self.centre, width, height))


def face(telling: Telling, person: Companion, centre: Point, radius: float) -> Face:
    """Somebody on a disc of this size; where two letters find no room on it, with one."""
    size = max(2 * radius * _LETTERS, _LEAST / telling.layout.scale)
    style = styles.sized(styles.TOKEN, size)
    said = initials(person.name.strip())
    letters = telling.line(said, style)
    if math.hypot(letters.width * size, _TALL * size) > 2 * radius * (1 - _RIM):
        letters = telling.line(said[:1], style)
    return Face(
        centre,
        radius,
        letters,
        style,
        person.token,
        telling.journey.photos.get(person.portrait or ""),
    )
