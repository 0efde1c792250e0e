"""Picture bytes by SHA-256: in the opened project file, or in the spool until they are saved.

A picture can be read as long as the present or undo refers to it, whatever happened to the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

import msgspec

from reisblog.errors import DamagedJourneyError, LimitError, ProjectFileError
from reisblog.model.records import MediaKind
from reisblog.storage import contact_sheet, container
from reisblog.storage.contact_sheet import Cells, Contact
from reisblog.storage.container import (
    CONTACT,
    Container,
    Extra,
    Picture,
    media_name,
    rendition_name,
)
from reisblog.storage.spool import Spool, Spooled, missing
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reisblog.storage.nest import Nest


class MediaStore:
    """The pictures of one open journey.

    The owner's thread adds and adopts; any thread may read.

    Attributes:
        cells: the pictures very small, for the contact sheet.
    """

    def __init__(
        self, nest: Nest, opened: Container | None = None, contact: Contact | None = None
    ) -> None:
        """Begin with the pictures of an opened file, and those in the nest.

        Args:
            nest: the folder that is the spool.
            opened: the file.
            contact: what lies where on its contact sheet, if it has one.
        """
        self.cells = Cells(self.sheet)
        self._contact = contact
        self._spool = Spool(nest)
        self._container = opened

    @property
    def spool(self) -> Path:
        """A folder that only this user can read, where pictures wait until they are saved.

        Raises:
            SaveError: it could not be made.
        """
        return self._spool.make()

    def add(self, sha256: str, kind: MediaKind, rendition: bytes, cell: bytes = b"") -> None:
        """Count a picture in whose bytes stand in the spool as ``<sha256>.<kind>``.

        Args:
            sha256: of the picture.
            kind: how it is encoded.
            rendition: its small version.
            cell: what stands for it on the contact sheet, if that could be made.

        Raises:
            LimitError: the journey's file would become larger than a project file can be.
        """
        before = self._spool.get(sha256)
        if before is not None and before.has_rendition():
            self._spool.unsettle(sha256)
            return
        path = self._spool.path_of(sha256, kind)
        try:
            size = path.stat().st_size
        except OSError as error:
            raise missing() from error
        if before is None:
            self._check_room(size)
        self._spool.put(sha256, Spooled(path, kind, size, rendition))
        self._spool.unsettle(sha256)
        if cell:
            self.cells.put(sha256, cell)

    def settle(self) -> None:
        """Push to the disk what was added to the spool, small versions and all. On any thread.

        Raises:
            OSError: it could not be done.
        """
        self._spool.settle()

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._spool or self._kind_in_file(sha256) is not None

    def read(self, sha256: str) -> bytes:
        """A picture's bytes, exactly as they were brought in.

        Raises:
            DamagedJourneyError: they are not there, or no longer what they were.
        """
        content = b"".join(self._blocks(sha256))
        if hashlib.sha256(content).hexdigest() != sha256:
            raise missing()
        return content

    def rendition(self, sha256: str) -> bytes:
        """The small version of a picture, or the picture itself where there is none.

        Raises:
            DamagedJourneyError: neither can be read.
        """
        spooled = self._spool.get(sha256)
        if spooled is not None and (small := spooled.read_rendition()) is not None:
            return small
        held, name = self._container, rendition_name(sha256)
        if held is not None and name in held:
            with contextlib.suppress(DamagedJourneyError):
                return held.read(name)
        return self.read(sha256)

    def sheet(self) -> tuple[Contact, bytes] | None:
        """The contact sheet of the opened file, only to be shown: anything may be on it."""
        held = self._container
        if held is None or self._contact is None or CONTACT not in held:
            return None
        if held.size_of(CONTACT) > contact_sheet.MOST_BYTES:
            return None
        try:
            return self._contact, held.read(CONTACT)
        except ProjectFileError:
            return None

    def pictures(self, wanted: Iterable[str]) -> list[Picture]:
        """Where to find these, each once, in the order given; those that are nowhere are left out.

        What this gives stays valid, for another thread too, until the store is closed.
        """
        found = (self._picture(sha256) for sha256 in dict.fromkeys(wanted))
        return [picture for picture in found if picture is not None]

    def extras(self) -> list[Extra]:
        """What the opened file holds of other programs."""
        return [] if self._container is None else self._container.extras()

    def rescue(self, wanted: Iterable[str]) -> None:
        """Copy these from the opened file to the spool, before the file is replaced.

        Raises:
            OSError: the spool cannot be written.
        """
        rescued = False
        for sha256 in wanted:
            kind, spooled = self._kind_in_file(sha256), self._spool.get(sha256)
            if kind is None or (spooled is not None and spooled.has_rendition()):
                continue
            rendition = self._rendition_blocks(sha256)
            if spooled is not None and rendition is None:
                continue
            # One that is damaged already is copied as it is: that is no reason not to save.
            with contextlib.suppress(DamagedJourneyError):
                small = None if rendition is None else b"".join(rendition)
                if spooled is None:
                    spooled = self._spool.write(sha256, kind, b"".join(self._blocks(sha256)))
                self._spool.put(sha256, msgspec.structs.replace(spooled, rendition=small))
                self._spool.settle_one(sha256)
                rescued = True
        if rescued:
            self._spool.sync()

    def adopt(self, saved: Container, contact: Contact | None = None) -> None:
        """Read from this newly saved file from now on, instead of the one before it."""
        self._container, self._contact = saved, contact
        for sha256, spooled in self._spool.items():
            # Work that a crash leaves may need it, and know nothing yet of this file.
            if rendition_name(sha256) in saved and os.path.exists(spooled.small):  # noqa: PTH110
                self._spool.put(sha256, msgspec.structs.replace(spooled, rendition=None))

    def let_go(self) -> None:
        """Close the opened file until it is read again, where a handle would block replacing it."""
        if self._container is not None and container.blocks_replacing():
            self._container.let_go()

    def forget(self, pictures: Iterable[str]) -> None:
        """Remove these from the spool; the file still has them until it is saved.

        Raises:
            OSError: it could not be done.
        """
        pictures = [*pictures]
        self.cells.forget(pictures)
        self._spool.forget(pictures)

    def as_files(self, wanted: Iterable[str], folder: Path) -> list[Path]:
        """Write these pictures into a folder; those that are nowhere are left out. Any thread.

        Raises:
            ProjectFileError: the folder cannot be written.
        """
        files = []
        for sha256 in wanted:
            spooled = self._spool.get(sha256)
            kind = self._kind_in_file(sha256) if spooled is None else spooled.kind
            with contextlib.suppress(DamagedJourneyError):
                content = self.read(sha256)
                try:
                    (folder / f"{sha256}.{kind}").write_bytes(content)
                except OSError as error:
                    raise _not_spooled() from error
                files.append(folder / f"{sha256}.{kind}")
        return files

    def look_again(self) -> None:
        """Know of pictures that were put into the spool by somebody else."""
        self._spool.look_again()

    def close(self, *, keep: bool = False) -> None:
        """Forget everything and remove the spool, unless it is to be kept."""
        if self._container is not None:
            self._container.let_go()
            self._container = None
        self._spool.close(keep=keep)

    def _picture(self, sha256: str) -> Picture | None:
        kind = self._kind_in_file(sha256)
        spooled = self._spool.get(sha256)
        if spooled is not None:
            kind = spooled.kind
        rendition = self._rendition_blocks(sha256)
        if kind is None:
            if rendition is None:
                return None
            kind = MediaKind.JPEG  # of a picture that is lost the small version is kept
            return Picture(sha256=sha256, kind=kind, content=_lost(), rendition=rendition)
        return Picture(sha256=sha256, kind=kind, content=self._blocks(sha256), rendition=rendition)

    def _rendition_blocks(self, sha256: str) -> Iterable[bytes] | None:
        spooled = self._spool.get(sha256)
        if spooled is not None and (small := spooled.read_rendition()) is not None:
            return [small]
        held, name = self._container, rendition_name(sha256)
        return held.blocks(name) if held is not None and name in held else None

    def _blocks(self, sha256: str) -> Iterator[bytes]:
        """What there is of a picture; whoever shows it checks its hash."""
        spooled = self._spool.get(sha256)
        if spooled is not None:
            return spooled.blocks()
        held, kind = self._container, self._kind_in_file(sha256)
        if held is None or kind is None:
            raise missing()
        return held.blocks(media_name(sha256, kind), altered_too=True)

    def _kind_in_file(self, sha256: str) -> MediaKind | None:
        return self._container.kinds.get(sha256) if self._container is not None else None

    def _check_room(self, size: int) -> None:
        """Refuse what a project file could not hold; words and small pictures need a tenth."""
        held = self._container
        kinds = {} if held is None else held.kinds
        waiting = [item.size for key, item in self._spool.items() if key not in kinds]
        total = size + sum(waiting) + (0 if held is None else held.fingerprint.size)
        count = 1 + len(waiting) + len(kinds)
        others = 0 if held is None else len(held.extras())
        if (
            size > container.MOST_BYTES_EACH
            or total > 0.9 * container.MOST_BYTES
            or count > container.MOST_PICTURES - others / 2
        ):
            raise LimitError(
                _(
                    "This journey is full: no more pictures fit in one file. What you have is "
                    "safe. Save it, and go on in a second journey."
                )
            )


def _lost() -> Iterator[bytes]:
    yield from ()
    raise missing()


def _not_spooled() -> ProjectFileError:
    return ProjectFileError(
        _(
            "The disk of this computer does not take the picture. Nothing has changed. Is there "
            "room on it?"
        )
    )
