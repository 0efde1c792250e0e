"""The project file: a zip archive with a journey, small pictures and pictures.

What may be in it, in which order and how large stands in docs/format.md. Opening reads the
directory only; pictures are read when asked for.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from reisblog.errors import DamagedJourneyError, ProjectFileError
from reisblog.model.records import MediaKind
from reisblog.storage import archive, refusals
from reisblog.storage.archive import ArchiveError, ArchiveWriter, Directory, Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    ReadDirectory = Callable[[Path, archive.ReadAt, int], Directory]

SUFFIX = ".reisblog"
MIMETYPE = b"application/vnd.reisblog+zip"
JOURNEY = "journey.json"
PREVIEW = "preview.png"
CONTACT = "contact.jpg"
MOST_ENTRIES = 5_000
MOST_BYTES_EACH = 64 * 1024 * 1024
MOST_BYTES = 2 * 1024 * 1024 * 1024
MOST_JOURNEY_BYTES = 32 * 1024 * 1024
MOST_PICTURES = (MOST_ENTRIES - 8) // 2
"""Different pictures in one journey; each takes two entries."""

FIRST = "mimetype"
_ENOUGH_TO_TELL = 128
_SECOND_NS = 1_000_000_000
_ALIKE = 24
"""So many letters of the 28 that tell what a file is may be left of them."""
_OF_PICTURE = re.compile(rb"media/[0-9a-f]{64}\.(jpg|png)")
_WORD = r"[a-z0-9][a-z0-9._-]{0,63}"
_NAMES = re.compile(
    r"mimetype|journey\.json|preview\.png|contact\.jpg"
    r"|renditions/[0-9a-f]{64}\.jpg|media/[0-9a-f]{64}\.(jpg|png)"
    rf"|ext/{_WORD}(/{_WORD}){{0,3}}"
)


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """By what a file on the disk is known to be the same as before.

    Attributes:
        size: bytes.
        modified: nanoseconds, as the file system says.
        file: which file it is, of all on this computer: the disk and the number on it.
        digest: SHA-256 of the directory, in which the CRC of every entry stands.
    """

    size: int
    modified: int
    file: tuple[int, int]
    digest: str

    def looks_like(self, found: os.stat_result) -> bool:
        """Whether nobody can have changed it, as far as a look from outside tells.

        A stick counts whole or even seconds and uses numbers again: there a look inside is needed.
        """
        now = (found.st_size, found.st_mtime_ns, (found.st_dev, found.st_ino))
        exact = found.st_mtime_ns % _SECOND_NS != 0
        return exact and now == (self.size, self.modified, self.file)


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Where a picture's bytes are: what a container is written from.

    Attributes:
        content: its bytes, a block at a time.
        rendition: the small version's bytes, or nothing when there is none.
    """

    sha256: str
    kind: MediaKind
    content: Iterable[bytes]
    rendition: Iterable[bytes] | None


class Extra(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of another program, below ``ext/``: carried from file to file and never looked at.

    Attributes:
        deflated: whether it was compressed, and is to be again.
        content: its bytes, a block at a time.
    """

    name: str
    deflated: bool
    content: Iterable[bytes]


def media_name(sha256: str, kind: MediaKind) -> str:
    """The entry of a picture."""
    return f"media/{sha256}.{kind}"


def rendition_name(sha256: str) -> str:
    """The entry of a picture's small version."""
    return f"renditions/{sha256}.jpg"


def may_be_called(name: str) -> bool:
    """Whether an entry can have this name."""
    return _NAMES.fullmatch(name) is not None


def most_bytes(name: str) -> int:
    """How large the content of an entry can be."""
    return MOST_JOURNEY_BYTES if name == JOURNEY else MOST_BYTES_EACH


def write(
    file: BinaryIO,
    journey_json: bytes,
    pictures: Sequence[Picture],
    *,
    preview: bytes = b"",
    contact: bytes = b"",
    extras: Sequence[Extra] = (),
    step: Callable[[], None] = lambda: None,
) -> list[str]:
    """Write a container; words and small pictures first, so that a file cut off keeps those.

    Args:
        file: empty, can seek.
        journey_json: the words.
        pictures: what goes in, in this order.
        preview: a picture of the map, if there is one.
        contact: all pictures on one sheet, if there is one.
        extras: what other programs had put in the file before it.
        step: called after every entry of a picture.

    Returns:
        The SHA-256 of pictures of which nothing could be read, and which are therefore not in it.
    """
    writer = ArchiveWriter(file)
    writer.add(FIRST, [MIMETYPE])
    writer.add(JOURNEY, [journey_json], deflate=True)
    for name, sheet in ((PREVIEW, preview), (CONTACT, contact)):
        if sheet:
            writer.add(name, [sheet])
    for picture in pictures:
        with contextlib.suppress(DamagedJourneyError):
            if picture.rendition is not None:
                writer.add(rendition_name(picture.sha256), picture.rendition)
        step()
    left_out = []
    for picture in pictures:
        try:
            writer.add(media_name(picture.sha256, picture.kind), picture.content)
        except DamagedJourneyError:
            left_out.append(picture.sha256)
        step()
    for extra in extras:
        with contextlib.suppress(DamagedJourneyError):
            writer.add(extra.name, extra.content, deflate=extra.deflated)
    writer.finish()
    return left_out


class Container:
    """An opened project file, read strictly; several threads may read at once.

    The handle stays valid when the file is replaced on the disk. Where an open handle would keep
    the file from being replaced, ``let_go`` closes it; the next reading opens it again.
    """

    def __init__(self, path: Path, read_directory: ReadDirectory | None = None) -> None:
        """Open a project file and read its directory.

        Args:
            path: of the file.
            read_directory: finds out what is in it; strictly, unless another way is given.

        Raises:
            NotAJourneyError: it is something else.
            DamagedJourneyError: it is cut off, altered, or beyond the limits.
            ProjectFileError: it cannot be read at all.
        """
        self.path = path
        self._read_directory = read_directory or read_strictly
        self._lock = threading.RLock()
        self._file: BinaryIO | None = None
        self._entries: dict[str, Entry] = {}
        self.fingerprint = self._open()
        self.kinds = dict(_kinds(self._entries))
        """The kind of every picture in it, by SHA-256."""

    def __del__(self) -> None:
        # Whoever still reads when a newer container has taken this one's place, holds it.
        with contextlib.suppress(AttributeError):
            self.let_go()

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def size_of(self, name: str) -> int:
        """How many bytes an entry has."""
        return self._entries[name].size

    def read(self, name: str) -> bytes:
        """The content of an entry, checked by its CRC.

        Raises:
            DamagedJourneyError: it is not there, cut off or altered.
        """
        with self._lock:
            return b"".join(self.blocks(name))

    def blocks(self, name: str, *, altered_too: bool = False) -> Iterator[bytes]:
        """The same, a block at a time.

        Args:
            name: of the entry.
            altered_too: give what there is, also when its CRC is not right.

        Raises:
            DamagedJourneyError: as for ``read``; after the blocks that were still right.
            ProjectFileError: the disk does not give it.
        """
        try:
            self._opened()
            entry = self._entries[name]
            yield from archive.blocks_of(self._read_at, entry, altered_too=altered_too)
        except (ArchiveError, KeyError) as error:
            raise refusals.damaged(self.path) from error
        except OSError as error:
            raise refusals.unreadable(self.path, error) from error

    def check(self, *, step: Callable[[], None] = lambda: None) -> None:
        """Read every entry, calling ``step`` after each.

        Raises:
            DamagedJourneyError: one of them is cut off or altered.
        """
        for name in self._entries:
            for _block in self.blocks(name):
                pass
            step()

    def extras(self) -> list[Extra]:
        """What is in it of other programs."""
        return [
            Extra(name=name, deflated=entry.deflated, content=self.blocks(name))
            for name, entry in self._entries.items()
            if name.startswith("ext/")
        ]

    def let_go(self) -> None:
        """Close the handle until something is read again."""
        with self._lock:
            if self._file is not None:
                with contextlib.suppress(OSError):  # nothing was written through it
                    self._file.close()
                self._file = None

    def moved_to(self, path: Path) -> None:
        """Know that the file stands here from now on."""
        with self._lock:
            self.path = path

    def _open(self) -> Fingerprint:
        try:
            if self.path.exists() and not (self.path.is_file() or self.path.is_dir()):
                raise refusals.something_else(self.path)  # a pipe would keep us waiting
            self._file = self.path.open("rb", buffering=0)
            found = os.fstat(self._file.fileno())
        except OSError as error:
            raise refusals.unreadable(self.path, error) from error
        try:
            directory = self._read_directory(self.path, self._read_at, found.st_size)
        except BaseException:
            self.let_go()
            raise
        self._entries = {entry.name: entry for entry in directory.entries}
        return Fingerprint(
            size=found.st_size,
            modified=found.st_mtime_ns,
            file=(found.st_dev, found.st_ino),
            digest=directory.digest,
        )

    def _opened(self) -> None:
        with self._lock:
            if self._file is None:
                self._open()

    def _read_at(self, offset: int, count: int) -> bytes:
        with self._lock:
            if self._file is None:
                raise ArchiveError("closed while it was read")
            self._file.seek(offset)
            parts = []
            while count > 0 and (part := self._file.read(count)):
                parts.append(part)
                count -= len(part)
            return b"".join(parts)


def is_unchanged(path: Path, fingerprint: Fingerprint) -> bool:
    """Whether a file is still the one that was opened; gone also counts as unchanged."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return True
    if fingerprint.looks_like(found):
        return True
    # A copy back and forth gives the same file another date and number.
    try:
        now = Container(path)
    except ProjectFileError:
        return False
    return (now.fingerprint.size, now.fingerprint.digest) == (
        fingerprint.size,
        fingerprint.digest,
    )


def blocks_replacing() -> bool:
    """Whether an open handle keeps a file from being replaced on this system."""
    return sys.platform == "win32"


def read_strictly(path: Path, read_at: archive.ReadAt, length: int) -> Directory:
    """What is in a project file, when all of it is as it should be.

    Raises:
        NotAJourneyError: it is something else.
        DamagedJourneyError: it is cut off, altered, or beyond the limits.
    """
    try:
        if not archive.first_is_plain(read_at, FIRST, MIMETYPE):
            raise _not_ours(path, read_at, length)
        directory = archive.read_directory(read_at, length, most_entries=MOST_ENTRIES)
        _check_entries(directory)
    except ArchiveError as error:
        raise refusals.damaged(path) from error
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    return directory


def _not_ours(path: Path, read_at: archive.ReadAt, length: int) -> ProjectFileError:
    """Of a file that does not begin as it should: whether it ever was a journey."""
    beginning = read_at(0, _ENOUGH_TO_TELL)
    if not beginning:
        return refusals.empty(path)
    if archive.SIGN.startswith(beginning) or _was_ours(beginning, read_at, length):
        return refusals.damaged(path)
    return refusals.something_else(path)


def _was_ours(beginning: bytes, read_at: archive.ReadAt, length: int) -> bool:
    at = archive.LOCAL.size + len(FIRST)
    letters = zip(beginning[at:], MIMETYPE, strict=False)
    ending = read_at(max(0, length - 4 * _ENOUGH_TO_TELL), 4 * _ENOUGH_TO_TELL)
    return (
        MIMETYPE in beginning
        or sum(one == other for one, other in letters) >= _ALIKE
        or JOURNEY.encode() in beginning
        or (archive.CENTRAL_SIGN in ending and _OF_PICTURE.search(ending) is not None)
    )


def _check_entries(directory: Directory) -> None:
    names = [entry.name for entry in directory.entries]
    sizes = [entry.size for entry in directory.entries]
    if not all(map(may_be_called, names)) or len(set(names)) != len(names):
        raise ArchiveError("names that are not ours")
    if names[:1] != [FIRST] or directory.entries[0].offset != 0 or JOURNEY not in names:
        raise ArchiveError("what must be there is not")
    if max(sizes) > MOST_BYTES_EACH or sum(sizes) > MOST_BYTES:
        raise ArchiveError("too large")
    if sizes[names.index(JOURNEY)] > MOST_JOURNEY_BYTES:
        raise ArchiveError("too many words")


def _kinds(entries: Iterable[str]) -> Iterator[tuple[str, MediaKind]]:
    for name in entries:
        folder, _slash, rest = name.partition("/")
        if folder == "media":
            sha256, _dot, kind = rest.partition(".")
            yield sha256, MediaKind(kind)
