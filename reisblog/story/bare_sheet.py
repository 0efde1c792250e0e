"""A document of drawings and words alone, which is nobody's book."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reisblog.model.book import Quality
from reisblog.story.properties import Properties
from reisblog.story.sheet import Sheet

if TYPE_CHECKING:
    from reisblog.model.records import Photo


def bare_sheet(target: BinaryIO, *, title: str, language: str) -> Sheet:
    """Begin one; see ``Sheet``."""
    return Sheet(
        properties=Properties(title, language=language),
        pictures=_no_pictures,
        quality=Quality.PRINT,
        target=target,
    )


def _no_pictures(photo: Photo, *, side: int) -> bytes:
    raise AssertionError(photo, side)
