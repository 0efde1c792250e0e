"""Everything the program keeps on this computer beside a person's own files."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import msgspec

from reisblog.storage.nest import left_nests
from reisblog.storage.settings import FILE_NAME, read_settings
from reisblog.storage.versions import Versions

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.resources import Folders


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, each as how many.

    Attributes:
        recent: names of files used lately.
        versions: earlier versions, of all journeys.
        left: pieces of work that were left behind.
        maps: maps of schools.
    """

    recent: int
    versions: int
    left: int
    maps: int


NOTHING = Traces(recent=0, versions=0, left=0, maps=0)


def found(folders: Folders) -> Traces:
    """What there is now."""
    return Traces(
        recent=len(read_settings(folders).recent),
        versions=sum(
            len(Versions(folders.versions, one.name).listed()) for one in _in(folders.versions)
        ),
        left=sum((one / "log").exists() for one in _in(folders.recovery)),
        maps=len(_in(folders.maps)),
    )


def wipe_work(folders: Folders) -> None:
    """Remove earlier versions, and work that was left behind; not what somebody is working at."""
    shutil.rmtree(folders.versions, ignore_errors=True)
    for nest in left_nests(folders.recovery):
        nest.remove()


def wipe(folders: Folders) -> None:
    """Remove everything, settings too; a person's own files are not the program's."""
    wipe_work(folders)
    for folder in (folders.maps, folders.cache, folders.log):
        shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        (folders.settings / FILE_NAME).unlink()


def _in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir()]
    except OSError:
        return []
