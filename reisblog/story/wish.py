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
    """What it is laid out for. Larger paper shows the same pages larger."""

    A4 = "a4"
    A3 = "a3"
    A2 = "a2"

    @property
    def scale(self) -> float:
        """How much longer its sides are than those of A4."""
        return {"a4": 1.0, "a3": 2**0.5, "a2": 2.0}[self.value]


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
