"""What things on a page are, for who does not see them: a screen reader, or another program.

Source: ISO 32000-1, 14.8.4 (the standard structure types).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What something is; a heading has the level of where it stands."""

    TITLE = "H1"
    HEADING = "H"
    PARAGRAPH = "P"
    CAPTION = "Caption"
    FIGURE = "Figure"
    NOTE = "Note"
    LIST = "L"
    ITEM = "LI"
    BODY = "LBody"
    LINK = "Link"
    FORM = "Form"
    SPAN = "Span"
    GROUP = "Div"
    SECTION = "Sect"
    DOCUMENT = "Document"
    FOOT = "Footer"
    """Not part of the story: the foot of a page."""
    DECORATION = "Artifact"
    """Not part of the story either."""


@dataclass(frozen=True, eq=False, slots=True)
class Tag:
    """One thing in the story. Marks that share a tag are parts of the same thing.

    A text of several paragraphs has one tag for all of them; each is a paragraph of its own.

    Attributes:
        within: what it is part of; without it, the section that is being told.
        alt: what is said of a picture.
        order: of the parts of one thing the lower come first; equal ones as they are drawn.
    """

    role: Role
    within: Tag | None = None
    alt: str = ""
    order: int = 0


FIRST, SOON, LATE, LATER, LAST = -2, -1, 1, 2, 3
"""Orders: a heading and what belongs to it; drawings of the place, the margin, room to write."""


def item(of: Tag) -> Tag:
    """What stands in one more item of a list."""
    return Tag(Role.BODY, Tag(Role.ITEM, of))
