"""Pictures that wait in a nest until they are saved: whole, or not there at all."""

from __future__ import annotations

import contextlib
import errno
import os
import queue
import re
import threading
from typing import TYPE_CHECKING

import msgspec

from reisblog.errors import DamagedJourneyError, ProjectFileError, SaveError
from reisblog.model.records import MediaKind
from reisblog.storage import durable, own_file
from reisblog.storage.archive import BLOCK
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reisblog.storage.nest import Nest

_PICTURE = re.compile(r"[0-9a-f]{64}\.(jpg|png)")
SMALL = ".small.jpg"
"""The ending of a small version."""


class Spooled(msgspec.Struct, frozen=True):
    """A picture in the spool.

    Attributes:
        size: bytes.
        rendition: the small version; nothing when it lies beside the picture, or is in the file.
    """

    path: Path
    kind: MediaKind
    size: int
    rendition: bytes | None = None

    @property
    def small(self) -> Path:
        """Where the small version lies, once it does."""
        return self.path.with_suffix(SMALL)

    def has_rendition(self) -> bool:
        """Whether there is a small version here."""
        return self.rendition is not None or os.path.exists(self.small)  # noqa: PTH110 - never raises

    def blocks(self) -> Iterator[bytes]:
        """Its bytes, a block at a time.

        Raises:
            DamagedJourneyError: it is gone.
            ProjectFileError: the disk does not give it.
        """
        try:
            with self.path.open("rb") as file:
                while block := file.read(BLOCK):
                    yield block
        except FileNotFoundError as error:
            raise missing() from error
        except OSError as error:
            raise ProjectFileError(
                _("The disk does not give a picture back. Your file is as it was. Try once more.")
            ) from error

    def read_rendition(self) -> bytes | None:
        """The small version, if there is one here."""
        if self.rendition is None:
            with contextlib.suppress(OSError):
                return self.small.read_bytes() or None
        return self.rendition


class Spool:
    """The pictures in one nest, by SHA-256.

    The owner's thread adds; any thread may read and settle.
    """

    def __init__(self, nest: Nest) -> None:
        """Begin with what lies there."""
        self._nest = nest
        self._items = dict(_found_in(nest.path))
        self._unsettled: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._forgetting = threading.Lock()
        """What is forgotten must not be written once more by who had just begun with it."""

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._items

    def get(self, sha256: str) -> Spooled | None:
        """One of them, if it is here."""
        return self._items.get(sha256)

    def items(self) -> list[tuple[str, Spooled]]:
        """All of them."""
        return list(self._items.items())

    def make(self) -> Path:
        """The folder, which is made when it is not there.

        Raises:
            SaveError: it could not be made.
        """
        return self._nest.make()

    def path_of(self, sha256: str, kind: MediaKind) -> Path:
        """Where a picture lies, or would."""
        return self._nest.path / f"{sha256}.{kind}"

    def put(self, sha256: str, spooled: Spooled) -> None:
        """Count one in."""
        self._items[sha256] = spooled

    def write(self, sha256: str, kind: MediaKind, content: bytes) -> Spooled:
        """Write one.

        Raises:
            OSError: it could not be written.
        """
        path = self.make() / f"{sha256}.{kind}"
        own_file.put(path, [content])
        return Spooled(path, kind, len(content))

    def unsettle(self, sha256: str) -> None:
        """Have one pushed to the disk at the next chance."""
        self._unsettled.put(sha256)

    def settle(self) -> None:
        """Push to the disk what was added, small versions and all.

        Raises:
            OSError: it could not be done.
        """
        settled: list[str] = []
        try:
            while not self._unsettled.empty():
                settled.append(self._unsettled.get())
                self.settle_one(settled[-1])
            if settled:
                self.sync()
        except OSError:
            for sha256 in settled:
                self._unsettled.put(sha256)
            raise

    def settle_one(self, sha256: str) -> None:
        """Push one picture and its small version to the disk; `sync` does so with their names.

        Raises:
            OSError: it could not be done.
        """
        with self._forgetting:
            spooled = self._items.get(sha256)
            if spooled is None:
                return
            if spooled.rendition is not None:
                own_file.put(spooled.small, [spooled.rendition])
            with contextlib.suppress(FileNotFoundError), spooled.path.open("r+b") as file:
                os.fsync(file.fileno())

    def sync(self) -> None:
        """Push the names to the disk.

        Raises:
            OSError: it could not be done.
        """
        try:
            durable.sync_folder(self._nest.path)
        except SaveError as error:
            raise OSError(errno.EIO, "names are not kept") from error

    def forget(self, pictures: Iterable[str]) -> None:
        """Remove these.

        Raises:
            OSError: it could not be done.
        """
        for sha256 in pictures:
            with self._forgetting:
                self._items.pop(sha256, None)
                for path in self._nest.path.glob(f"*{sha256}*"):
                    path.unlink(missing_ok=True)

    def look_again(self) -> None:
        """Know of pictures that were put here by somebody else."""
        for sha256, found in _found_in(self._nest.path):
            if sha256 not in self._items:
                self._items[sha256] = found
                self._unsettled.put(sha256)

    def close(self, *, keep: bool) -> None:
        """Forget everything, and remove it unless it is to be kept."""
        self._items.clear()
        if keep:
            self._nest.let_go()
        else:
            self._nest.remove()


def _found_in(nest: Path) -> Iterator[tuple[str, Spooled]]:
    """The pictures that lie in a nest whose program has ended."""
    try:
        lying = list(nest.iterdir())
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return  # where nothing may be read nothing of ours is
    for path in lying:
        if _PICTURE.fullmatch(path.name):
            kind, size = MediaKind(path.suffix[1:]), path.stat().st_size
            if size:  # a name without bytes is what a power cut leaves; the file may have them
                yield path.stem, Spooled(path, kind, size)


def missing() -> DamagedJourneyError:
    """What is said of a picture that is nowhere."""
    return DamagedJourneyError(
        _(
            "The bytes of this picture are damaged or missing. Its place and its words are safe. "
            "Bring the picture in again if you still have it."
        )
    )
