"""Whether a journey's file is open elsewhere: advice, told by a small file beside it.

That file holds nothing but the time at which the journey was opened, and its owner holds it locked;
the system lets go of the lock when the owner ends, however. On most networks that works between
computers too. What a save may replace is decided by the fingerprint alone.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

from reisblog.storage.nest import locked

_MOST_BYTES = 64
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Presence:
    """That somebody works at a file here."""

    def __init__(self, file: Path) -> None:
        """Know of which file; nothing is written yet."""
        self.file = Path(os.path.realpath(file))
        self._mark = self.file.with_name(f"~${self.file.name}.lock")
        self._held: int | None = None

    def claim(self) -> datetime | None:
        """Tell others that the file is open here; may take as long as a network does.

        Where nothing can be written there is nothing to tell.

        Returns:
            Since when it is open elsewhere, in local time; nothing when it is not.
        """
        with contextlib.suppress(OSError):
            descriptor = os.open(self._mark, os.O_RDWR | os.O_CREAT | _NO_LINKS | _BINARY, 0o644)
            if not _is_mark(descriptor):
                os.close(descriptor)  # somebody else's file, which only happens to be called so
                return None
            if locked(descriptor) is False:
                since = _since(descriptor)
                os.close(descriptor)
                return since
            self._held = descriptor
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.ftruncate(descriptor, 0)
            os.write(descriptor, datetime.now(UTC).isoformat(timespec="seconds").encode("ascii"))
        return None

    def leave(self) -> None:
        """Tell that it is no longer open here."""
        if self._held is not None:
            held, self._held = self._held, None
            with contextlib.ExitStack() as closing:
                closing.callback(os.close, held)
                if sys.platform == "win32":
                    closing.close()  # there nobody removes what is open
                with contextlib.suppress(OSError):
                    self._mark.unlink()


def _is_mark(descriptor: int) -> bool:
    """Whether this is a file of ours: nothing but a time in it, under one name."""
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or found.st_size > _MOST_BYTES:
        return False
    try:
        said = os.read(descriptor, _MOST_BYTES).decode("ascii")
        return not said or bool(datetime.fromisoformat(said))
    except ValueError:
        return False
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)


def _since(descriptor: int) -> datetime:
    """When it was opened; now, where that cannot be read."""
    try:
        return datetime.fromisoformat(os.read(descriptor, _MOST_BYTES).decode("ascii")).astimezone()
    except (OSError, ValueError):
        return datetime.now(UTC).astimezone()
