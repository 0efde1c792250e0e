"""What kind of travel book is wished for; a journey keeps it."""

from __future__ import annotations

import math
from enum import StrEnum

import msgspec

from reisblog.model.records import Audience, SlipTint


class Form(StrEnum):
    """How a book goes: by the traveller's own order, by place, or as one sheet with the map."""

    STORY = "story"
    ATLAS = "atlas"
    MAP = "map"


class Paper(StrEnum):
    """What it is laid out for: a sheet of paper, or a screen."""

    A4 = "a4"
    A4_LANDSCAPE = "a4-landscape"
    A5 = "a5"
    A3 = "a3"
    A2 = "a2"
    SCREEN = "screen"


class Part(StrEnum):
    """What can be left out of a book."""

    COVER = "cover"
    MAP = "map"
    LOOSE = "loose"
    BACKPACK = "backpack"
    COMPANY = "company"
    TALK = "talk"


class Quality(StrEnum):
    """How finely photos are printed."""

    SCREEN = "screen"
    PRINT = "print"
    ORIGINAL = "original"

    @property
    def dpi(self) -> float:
        """Pixels to an inch of paper."""
        return {"screen": 150.0, "print": 300.0, "original": math.inf}[self.value]


class Wish(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A book that is wished for.

    Attributes:
        viewer: for whom it is; what is closed to them is not in it.
        without: parts that are left out.
        cover_tint: the paper of the cover.
        cover_photo: the id of the photo on it, or none.
        school: the traveller's school or class, or nothing; for whom their name is.
    """

    form: Form = Form.STORY
    paper: Paper = Paper.A4
    viewer: Audience = Audience.CONVERSATION
    quality: Quality = Quality.SCREEN
    without: frozenset[Part] = frozenset()
    cover_tint: SlipTint = SlipTint.CREAM
    cover_photo: str | None = None
    school: str = ""


PLAIN = Wish()
"""What is made where nobody wishes for anything else."""
