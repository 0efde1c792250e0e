"""A folder of its own for one open journey: what is done to it, and pictures not yet in its file.

Only this user can read it. As long as the program runs that made it, no other one takes it over.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.storage import durable

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK = "lock"
_GONE = ".gone"
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NAME = re.compile(r"[0-9a-f]{16}")
_FAR_AWAY = 1 << 30
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_NEWBORN_SECONDS = 60
"""A nest with nothing in it may be one that another program is only just making."""


class Nest:
    """One such folder; it is made when it is first needed.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: int | None = None

    @classmethod
    def new(cls, recovery: Path) -> Nest:
        """One that is not there yet, below the folder for recovery."""
        return cls(recovery / os.urandom(8).hex())

    def make(self) -> Path:
        """See that the folder is there, and ours.

        Raises:
            SaveError: it could not be made.
        """
        if self._held is None or not self.path.is_dir():
            self._release()
            durable.make_folder(self.path)
            if not self.take() and not (self.path / _LOCK).exists():
                raise durable.cannot_make(self.path)  # a next start would not know it for a nest
        return self.path

    def take(self, *, surely: bool = False) -> bool:
        """Make it ours, unless another program that runs has it.

        Args:
            surely: not either where nothing can be locked, so that nobody knows who has it.
        """
        try:
            held = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | _NO_LINKS, 0o600)
        except OSError:
            return False
        is_ours = locked(held)
        if is_ours is False or (surely and is_ours is None):
            os.close(held)
            return False
        self._held = held
        return True

    def let_go(self) -> None:
        """Leave it for a next start to find."""
        self._release()

    def remove(self) -> None:
        """Remove it, with all that is in it."""
        gone = self.path.with_suffix(_GONE)
        if sys.platform == "win32":
            self._release()  # there nobody moves what is open
        try:
            self.path.rename(gone)  # at once: what is half removed must not be taken for a nest
        except OSError:
            gone = self.path
        self._release()
        shutil.rmtree(gone, ignore_errors=True)

    def _release(self) -> None:
        if self._held is not None:
            os.close(self._held)
            self._held = None


def left_nests(recovery: Path) -> Iterator[Nest]:
    """Nests whose program has ended, made ours; what was half removed goes on the way."""
    with contextlib.suppress(OSError):
        for path in sorted(recovery.iterdir()):
            if not _NAME.fullmatch(path.stem) or path.is_symlink() or not path.is_dir():
                continue  # not ours
            if path.suffix == _GONE:
                shutil.rmtree(path, ignore_errors=True)
            elif not path.suffix and not is_newborn(path):
                nest = Nest(path)
                if nest.take(surely=True):
                    yield nest


def is_newborn(path: Path) -> bool:
    """Whether another program may only just be making this nest: then leave it alone."""
    try:
        bare = all(each.name == _LOCK for each in path.iterdir())
        return bare and time.time() - path.stat().st_mtime < _NEWBORN_SECONDS
    except OSError:
        return True


def locked(descriptor: int) -> bool | None:
    """Whether the file is ours now; nothing where there are no locks (some network homes).

    The system lets go of it when this program ends, however that ends.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            os.lseek(descriptor, _FAR_AWAY, os.SEEK_SET)  # there nobody reads what is locked
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in _HELD else None
    return True
