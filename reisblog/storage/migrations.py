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


def upgraded(document: Document) -> Document:
    """The same journey as a document of the current version.

    Raises:
        NewerFormatError: a later version of the program wrote it.
        DamagedJourneyError: it names no version that ever was.
    """
    version = document.get("format")
    if type(version) is not int or version < 1:
        raise DamagedJourneyError(
            _(
                "This file does not say which version it is, so it cannot be read. "
                "It was left exactly as it is. Try an earlier copy of it."
            )
        )
    if version > CURRENT:
        raise NewerFormatError(
            _(
                "This journey was made with a newer Reisblog than this one. The file was left "
                "exactly as it is. Install the newest Reisblog to open it."
            )
        )
    for step in range(version, CURRENT):
        document = STEPS[step](document)
    return document
