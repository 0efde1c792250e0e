"""What kind of book is wished for."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Form(StrEnum):
    """How a book goes: by the traveller's own order, by place, or as one sheet with the map."""

    STORY = "verhaal"
    ATLAS = "atlas"
    MAP = "kaart"


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

    COVER = "omslag"
    MAP = "kaart"
    LOOSE = "los"
    BACKPACK = "rugzak"
    COMPANY = "gezelschap"
    TALK = "gesprek"


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """A book that is wished for.

    Attributes:
        without: parts that are left out.
    """

    form: Form = Form.STORY
    paper: Paper = Paper.A4
    without: frozenset[Part] = frozenset()


PLAIN = Wish()
"""What is made where nobody wishes for anything else."""
