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

from reisblog.errors import DamagedJourneyError, NotAJourneyError, ProjectFileError
from reisblog.model.records import MediaKind
from reisblog.storage import archive
from reisblog.storage.archive import ArchiveError, ArchiveWriter, Directory, Entry
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

SUFFIX = ".reisblog"
MIMETYPE = b"application/vnd.reisblog+zip"
JOURNEY = "journey.json"
MOST_ENTRIES = 5_000
MOST_BYTES_EACH = 64 * 1024 * 1024
MOST_BYTES = 2 * 1024 * 1024 * 1024
MOST_JOURNEY_BYTES = 16 * 1024 * 1024
MOST_PICTURES = (MOST_ENTRIES - 8) // 2
"""Different pictures in one journey; each takes two entries."""

_FIRST = "mimetype"
_ENOUGH_TO_TELL = 128
_SECOND_NS = 1_000_000_000
_NAMES = (
    r"mimetype|journey\.json|preview\.png|contact\.jpg"
    r"|renditions/[0-9a-f]{64}\.jpg|media/[0-9a-f]{64}\.(jpg|png)"
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


def media_name(sha256: str, kind: MediaKind) -> str:
    """The entry of a picture."""
    return f"media/{sha256}.{kind}"


def rendition_name(sha256: str) -> str:
    """The entry of a picture's small version."""
    return f"renditions/{sha256}.jpg"


def write(
    file: BinaryIO,
    journey_json: bytes,
    pictures: Sequence[Picture],
    *,
    step: Callable[[], None] = lambda: None,
) -> list[str]:
    """Write a container; words and small pictures first, so that a file cut off keeps those.

    Args:
        file: empty, can seek.
        journey_json: the words.
        pictures: what goes in, in this order.
        step: called after every entry of a picture.

    Returns:
        The SHA-256 of pictures of which nothing could be read, and which are therefore not in it.
    """
    writer = ArchiveWriter(file)
    writer.add(_FIRST, [MIMETYPE])
    writer.add(JOURNEY, [journey_json], deflate=True)
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
    writer.finish()
    return left_out


class Container:
    """An opened project file, read strictly; several threads may read at once.

    The handle stays valid when the file is replaced on the disk. Where an open handle would keep
    the file from being replaced, ``let_go`` closes it; the next reading opens it again.
    """

    def __init__(self, path: Path) -> None:
        """Open a project file and read its directory.

        Raises:
            NotAJourneyError: it is something else.
            DamagedJourneyError: it is cut off, altered, or beyond the limits.
            ProjectFileError: it cannot be read at all.
        """
        self.path = path
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
            raise _damaged(self.path) from error
        except OSError as error:
            raise _unreadable(self.path, error) from error

    def check(self, *, step: Callable[[], None] = lambda: None) -> None:
        """Read every entry, calling ``step`` after each.

        Raises:
            DamagedJourneyError: one of them is cut off or altered.
        """
        for name in self._entries:
            for _block in self.blocks(name):
                pass
            step()

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
                raise _something_else(self.path)  # a pipe would keep us waiting
            self._file = self.path.open("rb", buffering=0)
            found = os.fstat(self._file.fileno())
        except OSError as error:
            raise _unreadable(self.path, error) from error
        try:
            directory = _read_strictly(self.path, self._read_at, found.st_size)
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


def _read_strictly(path: Path, read_at: archive.ReadAt, length: int) -> Directory:
    try:
        if not archive.first_is_plain(read_at, _FIRST, MIMETYPE):
            raise _not_ours(path, read_at(0, _ENOUGH_TO_TELL))
        directory = archive.read_directory(read_at, length, most_entries=MOST_ENTRIES)
        _check_entries(directory)
    except (ArchiveError, OSError) as error:
        raise _damaged(path) from error
    return directory


def _not_ours(path: Path, beginning: bytes) -> ProjectFileError:
    if not beginning:
        return _empty(path)
    if MIMETYPE in beginning or archive.SIGN.startswith(beginning):
        return _damaged(path)
    return _something_else(path)


def _check_entries(directory: Directory) -> None:
    names = [entry.name for entry in directory.entries]
    sizes = [entry.size for entry in directory.entries]
    if not all(map(re.compile(_NAMES).fullmatch, names)) or len(set(names)) != len(names):
        raise ArchiveError("names that are not ours")
    if names[:1] != [_FIRST] or directory.entries[0].offset != 0 or JOURNEY not in names:
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


def _empty(path: Path) -> DamagedJourneyError:
    return DamagedJourneyError(
        _(
            '"{name}" is empty: there is nothing in it to open. The file was left as it is. '
            "Try an earlier copy of it."
        ).format(name=path.name)
    )


def _something_else(path: Path) -> NotAJourneyError:
    return NotAJourneyError(
        _(
            '"{name}" is not a journey made with Reisblog. The file was left as it is. '
            "Choose a file that ends in .reisblog."
        ).format(name=path.name)
    )


def _damaged(path: Path) -> DamagedJourneyError:
    return DamagedJourneyError(
        _(
            '"{name}" is damaged or not copied completely. The file was left as it is. '
            "Copy it again from where it came from, or try an earlier copy."
        ).format(name=path.name)
    )


def _unreadable(path: Path, error: OSError) -> ProjectFileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        text = _('"{name}" is not there. Look whether it was moved, or whether the stick is in.')
    elif isinstance(error, IsADirectoryError):
        text = _('"{name}" is a folder, not a journey. Choose a file that ends in .reisblog.')
    elif isinstance(error, PermissionError):
        text = _('You may not read "{name}". Ask for a copy in a folder of your own.')
    else:
        text = _('The disk does not give "{name}". Copy it to another place and open that.')
    return ProjectFileError(text.format(name=path.name))
