"""What is seen of a file before it is opened, or before its pictures are read.

It is a convenience: what cannot be made soon is left out, and nobody is told.
"""

from __future__ import annotations

import math
import os
import time
from collections import deque
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from reisblog import look, resources
from reisblog.errors import ReisblogError
from reisblog.model.arrangement import arrangement
from reisblog.model.curtain import seen_by
from reisblog.model.records import Audience
from reisblog.photos.exchange import DrawPreview, Frame, Laid, Slip
from reisblog.storage import contact_sheet
from reisblog.storage.saving import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from reisblog.model.atlas import Atlas
    from reisblog.model.geometry import Point
    from reisblog.model.journey import Journey
    from reisblog.model.records import Note
    from reisblog.photos.decoder import Decoder
    from reisblog.storage.contact_sheet import Cells, Contact

_PATIENCE_SECONDS: Final = 2.0
"""So long a saving waits at most."""
_AT_ONCE: Final = 8
_LETTER_UNITS: Final = 15.0
"""Of the words on a slip, about; nobody can read them on a preview."""
_MOST_LINES: Final = 12

_Made = TypeVar("_Made")


class Small(Protocol):
    """Where small versions of pictures are."""

    @property
    def cells(self) -> Cells:
        """Very small ones, for the contact sheet."""

    def rendition(self, sha256: str) -> bytes:
        """A small version, or the picture itself; may raise ``ReisblogError``."""


def prepared(
    journey: Journey, atlas: Atlas, media: Small, decoder: Decoder
) -> Callable[[], Sheets]:
    """What makes the contact sheet and the preview of a journey, on any thread."""

    def run() -> Sheets:
        until = time.monotonic() + _PATIENCE_SECONDS
        wanted = dict.fromkeys(photo.media for photo in journey.photos.values())
        cells = media.cells.of(wanted)
        for sha256, cell in _made(
            [key for key in wanted if key not in cells], media, decoder, until
        ):
            media.cells.put(sha256, cell)
        shown = seen_by(journey, Audience.CLASS)  # a file manager shows it to whoever passes
        contact, sheet = contact_sheet.joined(media.cells.of(wanted)) or (None, b"")
        asked = _begun(lambda: decoder.preview(_told(shown, atlas, contact), sheet))
        return Sheets(contact, sheet, _finished(asked, until) or b"")

    return run


def _made(
    missing: Iterable[str], media: Small, decoder: Decoder, until: float
) -> Iterator[tuple[str, bytes]]:
    """Cells of these pictures, as many as there is time for."""
    waiting: deque[tuple[str, Future[bytes] | None]] = deque()
    for sha256 in missing:
        if time.monotonic() > until:
            break
        waiting.append((sha256, _begun(lambda: decoder.cell(media.rendition(sha256)))))  # noqa: B023
        if len(waiting) == _AT_ONCE:
            yield from _arrived(*waiting.popleft(), until)
    for sha256, asked in waiting:
        yield from _arrived(sha256, asked, until)


def _arrived(sha256: str, asked: Future[bytes] | None, until: float) -> Iterator[tuple[str, bytes]]:
    if (cell := _finished(asked, until)) is not None:
        yield sha256, cell


def _begun(ask: Callable[[], Future[_Made]]) -> Future[_Made] | None:
    """What was asked for; nothing where that cannot be, or the decoder is closed."""
    try:
        return ask()
    except (ReisblogError, RuntimeError):
        return None


def _finished(asked: Future[_Made] | None, until: float) -> _Made | None:
    """What came of it; nothing where it went wrong, or takes too long."""
    if asked is None:
        return None
    try:
        failed = asked.exception(max(0.0, until - time.monotonic()))
    except (CancelledError, TimeoutError):
        asked.cancel()
        return None
    return asked.result() if failed is None else None


def _told(journey: Journey, atlas: Atlas, contact: Contact | None) -> DrawPreview:
    cells = contact.cells if contact is not None else ()
    return DrawPreview(
        map_picture=os.fsencode(resources.map_files(atlas.folder).coarse),
        width=atlas.width,
        height=atlas.height,
        columns=contact.columns if contact is not None else 1,
        prints=tuple(_prints(journey, {sha256: number for number, sha256 in enumerate(cells)})),
        slips=tuple(_slip(note) for note in journey.notes.values()),
        pins=tuple(_pins(journey, atlas)),
        signs=tuple(place.at for place in journey.own_places.values()),
        trails=tuple(journey.trails.values()),
        mist=journey.mist,
    )


def _prints(journey: Journey, cells: dict[str, int]) -> Iterator[Laid]:
    for lie in arrangement(journey):
        if lie.shown:
            photo = journey.photos[lie.photo]
            yield Laid(
                at=lie.at,
                turn=lie.turn,
                size=lie.size,
                width=photo.width,
                height=photo.height,
                cell=cells.get(photo.media),
                frame=Frame(photo.crop, photo.blurs),
            )


def _slip(note: Note) -> Slip:
    size = look.NOTE_LETTERS[note.letters] / look.NOTE_TEXT_UNITS
    letters = max(1.0, note.width / _LETTER_UNITS / size)
    lines = sum(max(1, math.ceil(len(line) / letters)) for line in note.text.split("\n"))
    paper = look.SLIPS[note.tint]
    return Slip(at=note.at, width=note.width, lines=min(lines, _MOST_LINES), paper=paper)


def _pins(journey: Journey, atlas: Atlas) -> Iterator[Point]:
    for stop in journey.stops.values():
        spots = [atlas.places[key].pin for key in stop.places if key in atlas.places]
        yield from spots or [stop.at]
