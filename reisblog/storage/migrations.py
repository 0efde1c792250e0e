"""From each older version of the project file to the next.

A document is what ``journey.json`` holds, as plain dicts and lists. For every version there is a
frozen sample in ``tests/data``, and a test that demands one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reisblog.errors import DamagedJourneyError, NewerFormatError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    Document = dict[str, Any]

CURRENT = 1
"""The version this program writes."""

STEPS: dict[int, Callable[[Document], Document]] = {}
"""By version: what turns such a document into one of the next version."""


def version_of(document: Document) -> int:
    """The version that a document says it is.

    Raises:
        DamagedJourneyError: it names none that ever was.
    """
    version = document.get("format")
    if type(version) is not int or version < 1:
        raise DamagedJourneyError(
            _(
                "This file does not say which version it is, so it cannot be read. "
                "It was left exactly as it is. Try an earlier copy of it."
            )
        )
    return version


def is_newer(document: Document) -> bool:
    """Whether a later version of the program wrote a document, as far as it says anything."""
    version = document.get("format")
    return type(version) is int and version > CURRENT


def upgraded(document: Document) -> Document:
    """The same journey as a document of the current version; one of a newer version as it is.

    Raises:
        DamagedJourneyError: it names no version that ever was.
    """
    for step in range(version_of(document), CURRENT):
        document = STEPS[step](document)
    return document


def newer_format() -> NewerFormatError:
    """What to say of a newer version that is not like ours."""
    return NewerFormatError(
        _(
            "This journey was made with a newer Reisblog than this one. The file was left "
            "exactly as it is. Install the newest Reisblog to open it."
        )
    )
