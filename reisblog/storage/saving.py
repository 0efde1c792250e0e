"""Saving a journey as one project file, beside the work that goes on.

What is saved is fixed when the saving is prepared; running it may take its time on another thread.
"""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from reisblog.errors import (
    ChangedElsewhereError,
    DamagedJourneyError,
    PicturesLostError,
    ProjectFileError,
    SaveError,
    UndoNotKeptError,
)
from reisblog.storage import codec, container, durable, versions
from reisblog.storage.contact_sheet import Contact
from reisblog.storage.container import JOURNEY, Container
from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from reisblog.model.journey import Journey
    from reisblog.storage.codec import Leftovers
    from reisblog.storage.container import Extra, Fingerprint, Picture
    from reisblog.storage.media import MediaStore

    Progress = Callable[[float], None]


class Sheets(msgspec.Struct, frozen=True):
    """What can be seen of a file before its pictures are read; each part may be missing.

    Attributes:
        contact: which picture lies where on the contact sheet.
        contact_sheet: a JPEG file.
        preview: of the map, a PNG file.
    """

    contact: Contact | None = None
    contact_sheet: bytes = b""
    preview: bytes = b""


@dataclass(kw_only=True)
class Save:
    """One saving: what, where to, and once it has run, what came of it.

    Attributes:
        path: the target.
        replace: whether another file that stands there may be replaced.
        known: when the target is the journey's own file, how that looked when it was opened; it
            may be replaced as long as it looks so. What this saving puts there is added, since
            it may be there also when the disk does not promise to keep it.
        pictures: what goes in.
        extras: what other programs have put into the file before it.
        make_sheets: makes what is seen first; soon, and without an error.
        may_lack: the SHA-256 of pictures that the new file may lack; without it, any.
        still_wanted: pictures that undo can bring back but the new file does not hold.
        versions: the folder in which what is replaced is kept for a while; nothing when it is to
            be gone.
        saved: the new file, opened, when it is there.
        sheets: what was made to be seen first.
    """

    path: Path
    journey: Journey
    leftovers: Leftovers
    media: MediaStore
    pictures: Sequence[Picture]
    extras: Sequence[Extra]
    make_sheets: Callable[[], Sheets]
    may_lack: AbstractSet[str] | None
    still_wanted: Sequence[str]
    versions: Path | None
    replace: bool
    known: list[Fingerprint]
    saved: Container | None = None
    sheets: Sheets = field(default_factory=Sheets)
    _document: bytes = field(default=b"", init=False)
    _steps: int = field(default=0, init=False)
    _progress: Progress | None = field(default=None, init=False)

    def run(self, progress: Progress | None = None) -> None:
        """Write the file; touches nothing that an edit touches.

        Args:
            progress: is told how far it is, from 0 to 1; what it raises ends the saving, and
                then nothing has changed.

        Raises:
            FileExistsAlreadyError: something stands there and may not be replaced.
            ChangedElsewhereError: the file changed since it was opened.
            PicturesLostError: it would lack pictures that it may not lack.
            SaveError: it could not be written; what stood there still stands there, whole.
        """
        self._progress = progress
        self.sheets = self.make_sheets()
        self._document = self._words()
        durable.write_whole(
            self.path,
            self._write,
            replace=self.replace or bool(self.known),
            verify=self._verify,
            before_replace=self._prepare_replacing,
        )
        if self.saved is not None:
            self.saved.moved_to(self.path)

    def _words(self) -> bytes:
        """What goes into the file as text.

        It is read back and written once more, so that equal journeys give equal bytes (1 and 1.0
        are equal), and a file that this program would refuse never takes the place of a good one.
        """
        try:
            read_back = codec.decode(codec.encode(self.journey, self.leftovers))
        except DamagedJourneyError as error:
            raise SaveError(
                _(
                    "Something in this journey cannot be written in a file. Nothing was changed. "
                    "Undo your last steps and save again."
                )
            ) from error
        words = codec.encode(read_back.journey, self.leftovers, self.sheets.contact)
        if codec.is_bounded(words):
            return words
        self.sheets = Sheets(preview=self.sheets.preview)
        return codec.encode(read_back.journey, self.leftovers)

    def _write(self, file: BinaryIO) -> None:
        self._check_unchanged()
        left_out = container.write(
            file,
            self._document,
            self.pictures,
            preview=self.sheets.preview,
            contact=self.sheets.contact_sheet,
            extras=self.extras,
            step=self._step,
        )
        if self.may_lack is not None:
            wanted = {photo.media for photo in self.journey.photos.values()}
            there = {picture.sha256 for picture in self.pictures}.difference(left_out)
            if lost := wanted - there - self.may_lack:
                raise _lost(len(lost), self.path)

    def _verify(self, written: Path) -> None:
        try:
            saved = Container(written)
            try:
                saved.check(step=self._step)
                as_it_should = saved.read(JOURNEY) == self._document
            finally:
                if container.blocks_replacing():
                    saved.let_go()
        except ProjectFileError as error:
            if not written.exists():  # nor is its folder, under that name
                raise FileNotFoundError(errno.ENOENT, "gone", str(written)) from error
            raise _not_read_back(self.path) from error
        if not as_it_should:
            raise _not_read_back(self.path)
        self.saved = saved
        if self.known:
            self.known.append(saved.fingerprint)

    def _prepare_replacing(self) -> None:
        try:
            self.media.rescue(self.still_wanted)
        except OSError as error:
            raise UndoNotKeptError(
                _(
                    "The disk of this computer cannot keep the photos that you took away, for undo "
                    "to bring back. {safe} Make room on it, or save without keeping them."
                ).format(safe=durable.what_is_safe(self.path))
            ) from error
        self.media.let_go()
        self._check_unchanged()
        self._keep_version()

    def _keep_version(self) -> None:
        """Keep what stands there, if it is a journey."""
        if self.saved is not None and self.versions is not None:
            with contextlib.suppress(ProjectFileError):
                old = Container(self.path)
                try:
                    versions.keep(self.versions, old, self.saved)
                finally:
                    old.let_go()

    def _check_unchanged(self) -> None:
        if self.replace or not self.known:
            return
        self._check_disk()
        if not any(container.is_unchanged(self.path, each) for each in self.known):
            raise ChangedElsewhereError(
                _(
                    "“{name}” was changed elsewhere. Nothing was overwritten. Keep your work as "
                    "a copy, under another name."
                ).format(name=self.path.name)
            )

    def _check_disk(self) -> None:
        """Never take the folder on which a stick was for that stick."""
        if not os.path.lexists(self.path):
            disk = self.path.parent.stat().st_dev
            if disk not in {each.file[0] for each in self.known}:
                raise FileNotFoundError(errno.ENOENT, "gone", str(self.path.parent))

    def _step(self) -> None:
        """A fourth of the steps are small versions written, a fourth pictures, half checking."""
        self._steps += 1
        if self._progress is not None:
            sheets = sum(map(bool, (self.sheets.preview, self.sheets.contact_sheet)))
            self._progress(min(1.0, self._steps / (4 * len(self.pictures) + 2 + sheets)))


def _lost(count: int, path: Path) -> PicturesLostError:
    return PicturesLostError(
        ngettext(
            "One photo can no longer be read: the file that it is in is gone, or was changed. "
            "{safe} Put the stick or that file back and save again, or save without the photo.",
            "{n} photos can no longer be read: the file that they are in is gone, or was changed. "
            "{safe} Put the stick or that file back and save again, or save without the photos.",
            count,
        ).format(n=count, safe=durable.what_is_safe(path))
    )


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, or would if it were there."""
    return os.path.realpath(one) == os.path.realpath(other)


def _not_read_back(path: Path) -> SaveError:
    return SaveError(
        _(
            "What was written for “{name}” could not be read back, so it was thrown away. {safe} "
            "Save it in another place."
        ).format(name=path.name, safe=durable.what_is_safe(path))
    )
