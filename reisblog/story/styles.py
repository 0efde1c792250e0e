"""The book's type, in points of the page as it is laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reisblog import look
from reisblog.model.records import Letters, SlipTint
from reisblog.story.tags import Role

MM = 72 / 25.4
GUTTER = 5 * MM
BASELINE = 15.0
CHAPTER_GAP = 34.0


@dataclass(frozen=True)
class Style:
    """How a text looks.

    Attributes:
        voice: a key of ``fonts.CHAINS``.
        size: in points.
        leading: from baseline to baseline, in points.
        role: what a text in it is, unless it is said to be something else.
    """

    voice: str
    size: float
    leading: float
    tint: str = look.INK
    role: Role = Role.PARAGRAPH

    def in_tint(self, tint: str) -> Style:
        """The same in another colour."""
        return replace(self, tint=tint)


def sized(style: Style, size: float) -> Style:
    """The same in another size."""
    return replace(style, size=size, leading=style.leading * size / style.size)


TEXT = Style("reading", 10.5, BASELINE)
LARGE_TEXT = Style("reading", 14, 20)
CAPTION = Style("reading-italic", 9.2, 12.5, look.INK_SOFT, Role.CAPTION)
KICKER = Style("reading-bold", 10, 14, look.INK_SOFT)
WHEN = Style("reading-italic", 10.5, BASELINE, look.INK_SOFT)
TITLE = Style("title", 21, 26, role=Role.HEADING)
PART_TITLE = Style("title", 28, 34, role=Role.HEADING)
PART_TEXT = Style("reading-italic", 11, 16, look.INK_SOFT)
COVER_TITLE = Style("title", 33, 38, role=Role.TITLE)
COVER_NAME = Style("reading", 14, 20, look.INK_SOFT)
COVER_SCHOOL = Style("reading", 10.5, BASELINE, look.INK_SOFT)
NOTE = Style("reading", 10, 14)
NOTES = {
    Letters.SMALL: Style("reading", 9, 12.5),
    Letters.NORMAL: NOTE,
    Letters.LARGE: Style("reading", 13, 17.5),
}
SLIPS = look.SLIPS | {SlipTint.CREAM: look.PAPER}
"""The papers of notes; on a white page cream is a little deeper, or it would not be seen."""
SHEET_TITLE = Style("title", 18, 22, role=Role.TITLE)
SHEET_NAME = Style("reading", 11, 15, look.INK_SOFT)
FOOT_TEXT = Style("reading", 8.5, 11, look.INK_SOFT, Role.FOOT)
FOOT_NUMBER = Style("reading-bold", 8.5, 11, role=Role.FOOT)
MAP_TITLE = Style("title", 12.5, 16)
MAP_NAME = Style("title", 7.6, 9)
MAP_NOTE = Style("reading", 8, 9.8)
MAP_NOTES = {
    Letters.SMALL: MAP_NOTE,
    Letters.NORMAL: Style("reading", 8.8, 10.8),
    Letters.LARGE: Style("reading", 12, 14.5),
}
KEY = Style("reading", 9, 12)
CHAPTER_NUMBER = Style("reading-bold", 11.5, 14, look.WHITE)
PIN_NUMBER = Style("reading-bold", 8.2, 10, look.WHITE)
PIN_LONG_NUMBER = Style("reading-bold", 6.4, 10, look.WHITE)
MARGIN = Style("reading", 9.2, 12.5)
MARGIN_KICKER = Style("reading-bold", 8.6, 12, look.INK_SOFT)
MARGIN_THING = Style("reading", 9, 11.5)
TOKEN = Style("title", 7.6, 9, look.PAPER)
COLOPHON = Style("reading", 8.5, 12, look.INK_SOFT)
THING = Style("title", 12.5, 16)
KIND = Style("reading", 8.2, 11, look.INK_SOFT)
