"""Earlier saved versions of a journey: their words, and the pictures that are in its file no more.

What stands in the file need not be kept twice. So a picture is copied only when a save is about to
drop it from the file while a version still shows it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import stat
import time
import zlib
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reisblog.errors import DamagedJourneyError, ProjectFileError, SaveError
from reisblog.model import edits
from reisblog.storage import codec, durable, own_file
from reisblog.storage.archive import BLOCK
from reisblog.storage.container import JOURNEY, MOST_JOURNEY_BYTES, media_name, rendition_name
from reisblog.storage.spool import SMALL
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from reisblog.storage.codec import Decoded
    from reisblog.storage.container import Container

MOST = 10
"""So many are kept of one journey."""
KEPT_DAYS = 7
_WORDS = ".words"
_FILE = ".file"
"""Ends the name of a mark; it begins with a hash of where the file stood that was saved."""
_IS_ID = re.compile(r"[A-Za-z0-9_-]{1,64}").fullmatch
_IS_PICTURE = re.compile(r"\.?[0-9a-f]{64}\..+").fullmatch
_IS_WORDS = re.compile(r"\d{8}T\d{9}").fullmatch
_STAMP = "%Y%m%dT%H%M%S"
_SECONDS_A_DAY = 86_400

_log = logging.getLogger(__name__)


class Version(msgspec.Struct, frozen=True):
    """One earlier version.

    Attributes:
        when: it was saved, in local time.
        replaced: when that was, in local time.
        path: its words.
    """

    when: datetime
    replaced: datetime
    path: Path


class Versions:
    """Those of one journey, in a folder that only this user can read."""

    def __init__(self, root: Path, journey_id: str) -> None:
        """Know where they are.

        Args:
            root: the folder for those of all journeys.
            journey_id: of this one.
        """
        self.folder = root / (journey_id if _IS_ID(journey_id) else "_")

    def listed(self) -> list[Version]:
        """What can be looked at, the latest first."""
        found = []
        for path in sorted(self.folder.glob(f"*{_WORDS}"), reverse=True):
            with contextlib.suppress(OSError, OverflowError, ValueError):
                if _IS_WORDS(path.stem) and stat.S_ISREG((known := path.lstat()).st_mode):
                    when = datetime.fromtimestamp(known.st_mtime, UTC).astimezone()
                    found.append(Version(when, _moment(path.stem), path))
        return found

    def keep(self, old: Container, new: Container) -> None:
        """Keep what stands in a file that is about to be replaced.

        A disk that cannot keep it is no reason not to save.
        """
        try:
            words = zlib.compress(old.read(JOURNEY))
            durable.make_folder(self.folder)
            name = datetime.now(UTC).strftime(_STAMP) + f"{time.time_ns() // 1_000_000 % 1000:03d}"
            if not (latest := self.listed()) or latest[0].path.read_bytes() != words:
                path = self.folder / f"{name}{_WORDS}"
                own_file.put(path, [words])
                os.utime(path, ns=(old.fingerprint.modified, old.fingerprint.modified))
            (self.folder / _mark_of(old.path)).touch()
            for sha256, kind in old.kinds.items():
                if sha256 not in new.kinds:
                    self._keep_picture(old, sha256, kind)
            self.prune()
        except (OSError, OverflowError, ValueError, ProjectFileError, SaveError) as error:
            _log.warning("an earlier version was not kept: %s", type(error).__name__)

    def read(self, version: Version) -> Decoded:
        """The journey as it was then.

        Raises:
            DamagedJourneyError: it cannot be read any more.
        """
        return codec.decode(self._words(version))

    def lend(self, pictures: Iterable[str], nest: Path) -> None:
        """Put these pictures, as far as they are here, into the spool of an open journey.

        Args:
            pictures: their SHA-256.
            nest: the spool.

        Raises:
            OSError: the spool cannot be written.
        """
        for sha256 in pictures:
            for path in self.folder.glob(f"{sha256}.*"):
                _link_or_copy(path, nest / path.name)

    def forget(
        self, pictures: AbstractSet[str], instead: Mapping[str, edits.Instead] | None = None
    ) -> None:
        """Remove pictures from every version.

        Args:
            pictures: their SHA-256.
            instead: what photos show in the place of some of them; the journey's file has it.

        Raises:
            OSError: it could not be done.
        """
        for version in self.listed():
            try:
                decoded = self.read(version)
            except DamagedJourneyError:
                version.path.unlink(missing_ok=True)
                continue
            journey = edits.forget(decoded.journey, pictures, instead)
            saved_at = version.path.stat().st_mtime_ns
            words = zlib.compress(codec.encode(journey, decoded.leftovers))
            own_file.put(version.path, [words])
            os.utime(version.path, ns=(saved_at, saved_at))
        for sha256 in pictures:
            for path in self.folder.glob(f"{sha256}.*"):
                path.unlink(missing_ok=True)
        own_file.remove_parts(self.folder)

    def prune(self) -> None:
        """Remove the oldest beyond `MOST`, those after `KEPT_DAYS`, and what they alone showed."""
        listed = self.listed()
        too_old = time.time() - KEPT_DAYS * _SECONDS_A_DAY
        kept = [version for version in listed[:MOST] if version.replaced.timestamp() >= too_old]
        for version in listed:
            if version not in kept:
                version.path.unlink(missing_ok=True)
        shown: set[str] = set()
        for version in kept:
            with contextlib.suppress(ProjectFileError):
                shown |= {photo.media for photo in self.read(version).journey.photos.values()}
        self._remove_pictures_but(shown)
        own_file.remove_parts(self.folder, of_before=time.time() - _SECONDS_A_DAY)
        for mark in [] if kept else self.folder.glob(f"*{_FILE}"):
            mark.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.folder.rmdir()  # when nothing is left in it

    def _remove_pictures_but(self, shown: Collection[str]) -> None:
        for path in self.folder.iterdir():
            if _IS_PICTURE(path.name) and path.name.lstrip(".").partition(".")[0] not in shown:
                path.unlink(missing_ok=True)

    def _words(self, version: Version) -> bytes:
        try:
            unpacker = zlib.decompressobj()
            with version.path.open("rb") as file:
                return unpacker.decompress(file.read(MOST_JOURNEY_BYTES), MOST_JOURNEY_BYTES)
        except (OSError, zlib.error) as error:
            raise DamagedJourneyError(
                _("This version can no longer be read. Your journey is as it was.")
            ) from error

    def _keep_picture(self, old: Container, sha256: str, kind: str) -> None:
        target = self.folder / f"{sha256}.{kind}"
        if target.exists():
            return
        small = rendition_name(sha256)
        if small in old:
            own_file.put(target.with_suffix(SMALL), old.blocks(small))
        with contextlib.suppress(DamagedJourneyError):
            own_file.put(
                target, old.blocks(media_name(sha256, old.kinds[sha256]), altered_too=True)
            )


def keep(root: Path, old: Container, new: Container) -> None:
    """Keep what stands in a file that is about to be replaced, whichever journey it is."""
    with contextlib.suppress(ProjectFileError):
        Versions(root, codec.decode(old.read(JOURNEY)).journey.id).keep(old, new)


def prune_all(root: Path) -> None:
    """Let go of what has been kept long enough, of all journeys."""
    with contextlib.suppress(OSError):
        for folder in root.iterdir():
            if _IS_ID(folder.name) and folder.is_dir() and not folder.is_symlink():
                with contextlib.suppress(OSError, ValueError):
                    Versions(root, folder.name).prune()


def of_file(root: Path, path: Path) -> Versions | None:
    """Those of the journey that was saved there last, if there are any.

    Args:
        root: the folder for those of all journeys.
        path: a file that may be damaged by now, or gone.
    """
    marks = {}
    with contextlib.suppress(OSError):
        marks = {mark: mark.lstat().st_mtime for mark in root.glob(f"*/{_mark_of(path)}")}
    for mark in sorted(marks, key=marks.__getitem__, reverse=True):
        if (found := Versions(root, mark.parent.name)).listed():
            return found
    return None


def _mark_of(path: Path) -> str:
    import hashlib  # noqa: PLC0415 - not for the start

    where = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(where)).hexdigest()[:32] + _FILE


def _moment(stem: str) -> datetime:
    """When a version was saved, from the name of its words.

    Python's own reader of dates is a module that is loaded at its first use: in the middle of a
    saving, from a disk that may fail.
    """
    day, clock = stem.split("T")
    date = (int(day[:4]), int(day[4:6]), int(day[6:]))
    time_of_day = (int(clock[:2]), int(clock[2:4]), int(clock[4:6]), int(clock[6:]) * 1000)
    return datetime(*date, *time_of_day, tzinfo=UTC).astimezone()


def _link_or_copy(source: Path, target: Path) -> None:
    if target.exists():
        return
    try:
        os.link(source, target)
    except OSError:
        with source.open("rb") as file:
            own_file.put(target, iter(partial(file.read, BLOCK), b""))
