"""What is wrong with a map's file or missing from it, all of it in one list."""

from __future__ import annotations

from typing import NoReturn

from reisblog.errors import UnusableMapError
from reisblog.storage.maps import limits
from reisblog.texts import _, ngettext

_LONGEST = 60


class Faults:
    """Takes each fault as it is found; the same one twice is told once."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._lines: dict[str, None] = {}

    def tell(self, about: str, what: str) -> None:
        """Note a fault.

        Args:
            about: the id it is about, straight from the file.
            what: a sentence.
        """
        self._lines[f"{printable(about)}: {what}"] = None

    def refuse(self, about: str, what: str) -> NoReturn:
        """Note a fault after which there is nothing more to find.

        Raises:
            UnusableMapError: always.
        """
        self.tell(about, what)
        raise self._error()

    def check(self) -> None:
        """Go on only if there was nothing.

        Raises:
            UnusableMapError: there was something; it holds the list.
        """
        if self._lines:
            raise self._error()

    def _error(self) -> UnusableMapError:
        problems, more = list(self._lines)[: limits.FAULTS], len(self._lines) - limits.FAULTS
        sentence = ngettext(
            "“{name}” cannot be the map yet. Your journeys are untouched. {first}",
            "“{name}” cannot be the map yet. Your journeys are untouched. There are {n} things to "
            "change; the first: {first}",
            len(self._lines),
        ).format(name=printable(self._file_name), n=len(self._lines), first=problems[0])
        if more > 0:
            problems.append(_("And {n} more.").format(n=more))
        return UnusableMapError(sentence, tuple(problems))


def printable(text: str) -> str:
    """The beginning of a text from the file, without what could disturb the line it stands in."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:_LONGEST])
