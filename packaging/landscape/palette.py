"""The few inks of the map: every fill and line colour comes from here."""

from __future__ import annotations

from typing import NamedTuple

PAPER = "#F7F1E3"
PAPER_DEEP = "#EADFC9"
LINE = "#3F4A57"
SEA_DEEP = "#4F8C99"


def mix(colour: str, other: str, share: float) -> str:
    """The colour with `share` of another mixed in."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


class Tone(NamedTuple):
    """One ink in three steps: towards the paper, as it is, towards the line."""

    light: str
    base: str
    dark: str


def _tone(base: str, towards_line: float = 0.22, towards_paper: float = 0.5) -> Tone:
    return Tone(mix(base, PAPER, towards_paper), base, mix(base, LINE, towards_line))


SEA = _tone("#8FBFC8", towards_line=0.16)
MEADOW = _tone("#D9DFB4", towards_line=0.14)
WOOD = _tone("#B3C79A")
SAND = _tone("#F1DFB6", towards_line=0.14)
ROCK = _tone("#D2C8BE")
EARTH = _tone("#D8B48F")
WHITE = Tone(PAPER, PAPER, PAPER_DEEP)

TONES = (SEA, MEADOW, WOOD, SAND, ROCK, EARTH, WHITE)

LIGHTER = {tone.base: tone.light for tone in TONES} | {tone.dark: tone.base for tone in TONES}
"""What shows along the lit edge of a fill that was printed slightly off its line."""
