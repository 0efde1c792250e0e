"""A journey's title as a file name that every system takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.model.journey import Journey

_LETTERS = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul"})
"""What Windows takes for devices and never for files."""


def plain_name(journey: Journey) -> str:
    """The title with nothing but letters, digits, blanks, hyphens and underscores."""
    kept = "".join(
        letter if letter.isalnum() or letter in " -_" else " " for letter in journey.title
    )
    name = " ".join(kept.split())[:_LETTERS]
    if not name or name.casefold() in _DEVICES:
        return " ".join((_("my journey"), name)).strip()
    return name
