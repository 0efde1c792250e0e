"""What is said of a book or a picture that lacks something."""

from __future__ import annotations

from dataclasses import dataclass

from reisblog.texts import ngettext

_NAMED = 8


@dataclass(frozen=True, slots=True)
class Lacking:
    """What could not be shown as it is.

    Attributes:
        photos: how many could not be read, and are not in it.
        characters: those that no font has a shape for; they stand there as codes.
    """

    photos: int = 0
    characters: frozenset[str] = frozenset()

    def told(self) -> str:
        """What is said of it; mostly nothing."""
        return " ".join(filter(None, (photos_missing(self.photos), _unknown(self.characters))))


def photos_missing(count: int) -> str:
    """What is said of photos that could not be read while it was made; mostly nothing."""
    if not count:
        return ""
    return ngettext(
        "One photo could not be read and is not in it.",
        "{count} photos could not be read and are not in it.",
        count,
    ).format(count=count)


def _unknown(characters: frozenset[str]) -> str:
    if not characters:
        return ""
    codes = [f"U+{ord(character):04X}" for character in sorted(characters)]
    more = [] if len(codes) <= _NAMED else ["…"]
    return ngettext(
        "One character stands in it as a code, because no font here knows it: {codes}.",
        "{count} characters stand in it as codes, because no font here knows them: {codes}.",
        len(codes),
    ).format(count=len(codes), codes=", ".join(codes[:_NAMED] + more))
