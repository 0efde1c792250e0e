"""What somebody wrote as a file name that every system takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.model.journey import Journey

_LETTERS = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul"})
"""What Windows takes for devices and never for files."""


def plain_name(journey: Journey) -> str:
    """A journey's title as the name of a file."""
    name = plain_words(journey.title, "")
    if not name or name.casefold() in _DEVICES:
        return " ".join((_("my journey"), name)).strip()
    return name


def plain_words(words: str, otherwise: str) -> str:
    """Words with nothing but letters, digits, blanks, hyphens and underscores.

    Args:
        words: what somebody wrote.
        otherwise: what it is where nothing of that is left.
    """
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in words)
    plain = " ".join(kept.split())[:_LETTERS].strip()
    if otherwise and plain.casefold() in _DEVICES:
        return f"{otherwise} {plain}"
    return plain or otherwise
