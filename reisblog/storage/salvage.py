"""Of a damaged project file everything that can still be read, and a list of what cannot.

The file itself is only read. What comes out is a journey without a file of its own; its pictures
are read from the damaged file for as long as the journey is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog.errors import DamagedJourneyError, NothingLeftError
from reisblog.model import amount, limits
from reisblog.model.arrangement import turn_of
from reisblog.model.journey import Journey, tables
from reisblog.model.records import Audience, MediaKind, Photo
from reisblog.storage import container, refusals, tolerant, wreck
from reisblog.storage.archive import Directory
from reisblog.storage.container import (
    CONTACT,
    JOURNEY,
    PREVIEW,
    Container,
    media_name,
    rendition_name,
)
from reisblog.storage.losses import Loss, LossKind, label_of
from reisblog.storage.opening import Opened
from reisblog.storage.tolerant import Words
from reisblog.storage.wreck import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reisblog.storage.archive import ReadAt

    Measure = Callable[[bytes], tuple[int, int] | None]

_PIECE = 4096
_HEAD_BYTES = 256 * 1024
"""So much of a picture is enough to find how wide and high it is."""


def salvage(
    path: Path, measure: Measure, *, along: Callable[[float], None] = lambda _share: None
) -> Opened:
    """Read what can be read of a project file, whole or not.

    Args:
        path: of the file.
        measure: how wide and high a picture is that begins with these bytes, seen upright.
        along: is told how far it is, from 0 to 1; what it raises ends the reading.

    Raises:
        NothingLeftError: none of it can be read.
        NotAJourneyError: it never was a journey.
        NewerFormatError: it is whole, but a later version of the program wrote it.
        ProjectFileError: the disk does not give it.
    """
    reading = _Reading(along)
    opened = Container(path.absolute(), reading.read_directory)
    found = reading.found
    words, losses = _words(opened, reading)
    journey = words.journey
    if not words.sound:
        journey = _with_spare_pictures(journey, opened, measure)
    if words.says_nothing and not opened.kinds and JOURNEY not in opened:
        opened.let_go()
        raise refusals.nothing_left(path)
    losses = [*_of_file(reading), *losses, *_of_pictures(journey, opened, found)]
    losses += _of_entries(found)
    return Opened(
        journey=journey,
        leftovers=words.leftovers,
        container=opened,
        losses=tuple(losses),
        is_own=False,
    )


def _words(opened: Container, reading: _Reading) -> tuple[Words, list[Loss]]:
    """What there is of the journey without its pictures, and what of it there is not."""
    if JOURNEY in opened:
        words = tolerant.read(opened.read(JOURNEY), whole=True)
        only_odd = not words.sound and not words.losses
        return words, [Loss(kind=LossKind.WORDS_ALTERED)] if only_odd else list(words.losses)
    if reading.words is not None:
        words = tolerant.read(reading.words, whole=False)
        if not words.says_nothing:
            altered = Loss(kind=LossKind.WORDS_ALTERED)
            return words, [*([altered] if reading.is_altered else []), *words.losses]
    return tolerant.nothing_said(), [Loss(kind=LossKind.WORDS_GONE)]


class _Reading:
    """Finds out what is in a file, and keeps what a container has no use for.

    Attributes:
        found: the entries that are whole, and what else there was.
        words: what there is of damaged words.
        is_altered: whether these were altered, and not only broken off.
        contents_sound: whether the strict reading has nothing to say of the file as a whole.
    """

    def __init__(self, along: Callable[[float], None]) -> None:
        self._along = along
        self.found = Found((), (), (), (), searched=True)
        self.words: bytes | None = None
        self.is_altered = False
        self.contents_sound = True

    def read_directory(self, path: Path, read_at: ReadAt, length: int) -> Directory:
        """The whole entries of a file, in place of what its own directory says."""
        read_at = _with_holes(read_at)
        try:
            listed = container.read_strictly(path, read_at, length).entries
        except NothingLeftError:
            raise
        except DamagedJourneyError:
            listed = ()
        self.found = wreck.search(read_at, length, listed, along=self._along)
        whole = {entry.name for entry in self.found.whole}
        self.contents_sound = self.found.whole == listed or any(
            entry.name not in whole for entry in listed
        )
        torn = next((torn for torn in self.found.torn if torn.name == JOURNEY), None)
        if torn is not None:
            self.words = wreck.as_far_as_it_goes(read_at, torn)
            self.is_altered = not torn.is_cut
        return Directory(self.found.whole, "")


def _with_holes(read_at: ReadAt) -> ReadAt:
    """The same, with zeros where the disk does not give what stood there."""

    def read(offset: int, count: int) -> bytes:
        try:
            return read_at(offset, count)
        except OSError:
            pieces = range(offset, offset + count, _PIECE)
            return b"".join(piece(at, min(_PIECE, offset + count - at)) for at in pieces)

    def piece(offset: int, count: int) -> bytes:
        try:
            return read_at(offset, count)
        except OSError:
            return bytes(count)

    return read


def _with_spare_pictures(journey: Journey, opened: Container, measure: Measure) -> Journey:
    """The journey with those pictures in the tray whose photos are gone from its words."""
    used = {photo.media for photo in journey.photos.values()}
    taken = {key for _name, table in tables(journey) for key in table}
    room = amount.Room(journey)
    spare = []
    for sha256, kind in opened.kinds.items():
        size = None if sha256 in used else measure(_beginning(opened, sha256, kind))
        if size is None or size[0] * size[1] > limits.PHOTO_PIXELS:
            continue
        photo = Photo(
            id=f"p-{sha256[:16]}",
            media=sha256,
            kind=kind,
            width=size[0],
            height=size[1],
            turn=turn_of(sha256),
            audience=Audience.SELF,
        )
        if photo.id not in taken and room.takes("photos", photo):
            spare.append(photo)
    return msgspec.structs.replace(journey, photos=journey.photos.with_(*spare))


def _beginning(opened: Container, sha256: str, kind: MediaKind) -> bytes:
    content = b""
    for block in opened.blocks(media_name(sha256, kind), altered_too=True):
        content += block
        if len(content) >= _HEAD_BYTES:
            break
    return content


def _of_file(reading: _Reading) -> Iterator[Loss]:
    if not reading.contents_sound:
        yield Loss(kind=LossKind.CONTENTS)
    if not reading.found.searched:
        yield Loss(kind=LossKind.UNSEARCHED)


def _of_pictures(journey: Journey, opened: Container, found: Found) -> Iterator[Loss]:
    """A loss for each photo whose picture is not whole, and for each damaged picture of none."""
    torn = {torn.name for torn in found.torn}
    for number, photo in enumerate(journey.photos.values(), 1):
        kind = None
        small = rendition_name(photo.media)
        if photo.media not in opened.kinds:
            kind = LossKind.ONLY_SMALL if small in opened else LossKind.PICTURE
        elif small in torn:
            kind = LossKind.SMALL_PICTURE
        if kind is not None:
            label = label_of(photo.caption)
            yield Loss(kind=kind, name=photo.media, label=label, table="photos", number=number)
    used = {photo.media for photo in journey.photos.values()}
    lost = dict.fromkeys(sha for name in torn if (sha := wreck.promised(name)) is not None)
    for sha256 in lost:
        if sha256 not in used and sha256 not in opened.kinds:
            yield Loss(kind=LossKind.SPARE_PICTURE, name=sha256)


def _of_entries(found: Found) -> Iterator[Loss]:
    for torn in found.torn:
        if torn.name in {PREVIEW, CONTACT}:
            yield _of_entry(LossKind.SHEET, torn.name)
        elif torn.name.startswith("ext/"):
            yield _of_entry(LossKind.EXTRA, torn.name)
    for name in found.strange:
        yield _of_entry(LossKind.STRANGE, name)
    for name in found.twice:
        yield _of_entry(LossKind.TWICE, name)


def _of_entry(kind: LossKind, name: str) -> Loss:
    return Loss(kind=kind, name=name, label=label_of(name))
