"""Work that is in no file yet, kept so that a crash or a power cut costs a second of it.

A `Recorder` writes every step to the change log of the journey's nest, on a thread of its own.
After a crash, `left_behind` finds such nests and `restored` reads one back.
"""

from __future__ import annotations

import errno
import logging
import os
import queue
import stat
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from reisblog.errors import DamagedJourneyError, ReisblogError
from reisblog.model import edits
from reisblog.model.history import Move, Moved
from reisblog.storage import change_log, codec, durable, own_file
from reisblog.storage.change_log import File, LogError, Told
from reisblog.storage.nest import Nest, left_nests
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from reisblog.model.history import History
    from reisblog.model.journey import Journey
    from reisblog.storage.codec import Leftovers

KEPT_DAYS = 14
"""Work that nobody asks for is removed after so long."""
GATHER_SECONDS = 0.5
"""So long steps are gathered before they are written together; typing makes ten in a second."""
RETRY_SECONDS = 10.0
"""So long after it could not be kept it is tried again, also when nothing more is done."""
_LOG = "log"
_LOG_BYTES = 8 * 1024 * 1024
_MOST_LOG_BYTES = 512 * 1024 * 1024
_ENDING_SECONDS = 10.0
_THIS_PROGRAM = 1_700_000_000
"""No clock that is right says a time before there was such a program, in seconds."""
_SECONDS_A_DAY = 86_400

_log = logging.getLogger(__name__)


class _Saved(msgspec.Struct, frozen=True):
    """A save is done."""

    journey: Journey
    file: File


class _Anew(msgspec.Struct, frozen=True):
    """Something is to be forgotten: what was written so far goes."""

    twin: History
    written: threading.Event


class _Refiled(msgspec.Struct, frozen=True):
    """The journey belongs to another file now."""

    file: File


class _Look(msgspec.Struct, frozen=True):
    """Something may have been done before anybody followed."""


class _End(msgspec.Struct, frozen=True):
    """Nothing comes after this."""


_What = Moved | _Saved | _Anew | _Refiled | _Look


class Recorder:
    """Follows a history and keeps what is done to it.

    All calls belong to the thread that edits; each returns at once.
    """

    def __init__(
        self,
        nest: Nest,
        history: History,
        leftovers: Leftovers,
        settle: Callable[[], None],
        *,
        file: File,
        trouble: Callable[[str], None],
    ) -> None:
        """Begin to follow; nothing is written before there is a step that is in no file.

        Args:
            nest: where.
            history: what to follow.
            leftovers: what the journey's file had beyond what this program knows.
            settle: pushes the pictures that are not in the file yet to the disk.
            file: the journey's file.
            trouble: is told, on another thread, when nothing can be kept for now, and why.
        """
        self._nest = nest
        self._twin = history.twin()
        self._leftovers = leftovers
        self._settle = settle
        self._file = file
        self._trouble = trouble
        self._queue: queue.SimpleQueue[_What | _End] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._size: int | None = None
        self._most = _LOG_BYTES
        self._in_trouble = False
        self._removed = False
        self._begun = (nest.path / _LOG).exists()
        history.witness(self._put)
        if not history.is_saved:
            self._put(_Look())

    def saved(self, journey: Journey, file: File) -> None:
        """Know that this value is in this file now."""
        self._put(_Saved(journey, file))

    def refile(self, file: File) -> None:
        """Know that the journey belongs to this file now, without a save."""
        self._put(_Refiled(file))

    def begin_anew(self, history: History) -> Callable[[], bool]:
        """Replace what was written by this history, which was rewritten.

        Returns:
            What waits until that is done, on any thread, and gives whether it is.
        """
        written = threading.Event()
        self._put(_Anew(history.twin(), written))
        return lambda: written.wait(_ENDING_SECONDS)

    def end(self) -> None:
        """Write what there is, and stop."""
        if self._thread is not None:
            self._queue.put(_End())
            self._thread.join(_ENDING_SECONDS)

    def remove(self) -> None:
        """Remove what was written; nothing is written any more."""
        self._removed = True
        (self._nest.path / _LOG).unlink(missing_ok=True)

    def _put(self, what: _What) -> None:
        if self._removed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="reisblog-recovery", daemon=True)
            self._thread.start()
        self._queue.put(what)

    def _run(self) -> None:
        ended = False
        while not ended:
            gathered, ended = self._gathered()
            try:
                self._write(gathered)
                for what in gathered:
                    if isinstance(what, _Anew):
                        what.written.set()
            except (OSError, ReisblogError) as error:
                self._tell_trouble(error)
            except Exception:  # noqa: BLE001  (whatever it was, the next steps are to be kept)
                _log.exception("a step could not be kept")
                self._tell_trouble(None)

    def _gathered(self) -> tuple[list[_What], bool]:
        """What comes within a moment of the first, and whether that was all.

        In trouble nothing may come: then it is time to try once more.
        """
        gathered = []
        try:
            what = self._queue.get(timeout=RETRY_SECONDS if self._in_trouble else None)
        except queue.Empty:
            return [], False
        until = time.monotonic() + GATHER_SECONDS
        while not isinstance(what, _End):
            gathered.append(what)
            left = until - time.monotonic()
            if left <= 0 or isinstance(what, _Anew | _Saved):
                return gathered, False
            try:
                what = self._queue.get(timeout=left)
            except queue.Empty:
                return gathered, False
        return gathered, True

    def _write(self, gathered: Iterable[_What]) -> None:
        """Add these to the log; where it was never begun, broke off or is too long, begin anew."""
        content = b"".join([self._follow(what) for what in _grown_together(gathered)])
        if not self._begun and self._twin.is_saved:
            self._in_trouble = False
            return
        self._nest.make()
        self._begun = True
        self._settle()
        if self._size is None or self._size + len(content) > self._most:
            self._begin_anew()
        elif content:
            self._add(content)
        self._in_trouble = False

    def _follow(self, what: _What) -> bytes:
        """The line for this; the twin follows."""
        if isinstance(what, Moved):
            line = change_log.did(what, self._twin.present)
            self._twin.follow(what)
            return line
        if isinstance(what, _Look):
            return b""
        if isinstance(what, _Refiled):
            self._file, self._size = what.file, None
            return b""
        if isinstance(what, _Anew):
            self._twin, self._size = what.twin, None
            return b""
        self._twin.mark_saved(what.journey)
        self._file = what.file
        return change_log.saved(self._twin, what.file) or b""

    def _add(self, content: bytes) -> None:
        size, self._size = self._size, None  # unless all of it arrives, what is there is not known
        with (self._nest.path / _LOG).open("r+b") as log:
            log.seek(0, os.SEEK_END)
            log.write(content)
            log.flush()
            os.fsync(log.fileno())
        self._size = (size or 0) + len(content)

    def _begin_anew(self) -> None:
        self._size = None
        lines = change_log.begun(self._twin, self._leftovers, self._file)
        self._size = _write_log(self._nest, lines)
        self._most = max(_LOG_BYTES, 2 * self._size)

    def _tell_trouble(self, error: Exception | None) -> None:
        self._size = None
        if self._in_trouble:
            return
        self._in_trouble = True
        full = isinstance(error, OSError) and durable.is_full(error)
        why = _("there is no room on it") if full else _("it does not take what is written")
        self._trouble(
            _(
                "If the program stops now, your latest steps are lost: the disk of this computer "
                "cannot keep them ({why}). Save your journey."
            ).format(why=why)
        )


class Left(msgspec.Struct, frozen=True):
    """Work that a program which ended did not save.

    Attributes:
        when: of the latest step, in local time.
    """

    nest: Nest
    when: datetime


def left_behind(recovery: Path) -> list[Left]:
    """What can be taken up again, the latest first; each is ours from now on.

    What is in its file, and what has lain here for too long, is removed.
    """
    left = []
    for nest in left_nests(recovery):
        try:
            with _opened_log(nest) as file:
                modified = os.fstat(file.fileno()).st_mtime
                unsaved = change_log.has_unsaved(file)
        except FileNotFoundError:
            nest.remove()
            continue
        except OSError:
            nest.let_go()
            continue
        is_old = _THIS_PROGRAM < modified < time.time() - KEPT_DAYS * _SECONDS_A_DAY
        if not unsaved or is_old:
            nest.remove()
            continue
        left.append(Left(nest, datetime.fromtimestamp(modified, UTC).astimezone()))
    return sorted(left, key=lambda one: one.when, reverse=True)


def forget(
    nest: Nest,
    journey_id: str,
    pictures: AbstractSet[str],
    instead: Mapping[str, edits.Instead] | None = None,
    files: Iterable[Path] = (),
) -> None:
    """Remove pictures from work that was left behind, if it is work at this journey.

    Args:
        nest: where it lies.
        journey_id: of the journey.
        pictures: their SHA-256.
        instead: what photos show in the place of some of them.
        files: those pictures, as they lie in a nest; they are put there, too.

    Raises:
        OSError: it could not be done.
    """
    try:
        told = restored(nest)
    except ReisblogError:
        told = None  # nobody can take it up, but its pictures lie there
    if told is not None:
        if told.history.present.id != journey_id:
            return
        told.history.rewrite(lambda journey: edits.forget(journey, pictures, instead))
        for file in files:
            own_file.put(nest.path / file.name, [file.read_bytes()])
        _write_log(nest, change_log.begun(told.history, told.leftovers, told.file))
    for sha256 in pictures:
        for path in nest.path.glob(f"*{sha256}*"):
            path.unlink(missing_ok=True)
    own_file.remove_parts(nest.path)


def restored(nest: Nest) -> Told:
    """The work in a nest.

    Raises:
        ReisblogError: nothing of it can be read.
    """
    try:
        with _opened_log(nest) as file:
            told = change_log.read(file)
        # Whatever the log says must be a journey that a file could hold.
        codec.decode(codec.encode(told.history.present, told.leftovers))
    except (OSError, LogError, DamagedJourneyError) as error:
        raise ReisblogError(
            _(
                "This work can no longer be read. Your files are untouched. Open the last file "
                "you saved."
            )
        ) from error
    return told


def _opened_log(nest: Nest) -> BinaryIO:
    """The log, if it is a file as we make them.

    Raises:
        OSError: it is not there, something else, or larger than any.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.fdopen(os.open(nest.path / _LOG, flags), "rb")
    found = os.fstat(file.fileno())
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_LOG_BYTES:
        file.close()
        raise OSError(errno.EINVAL, "no log of ours")
    return file


def _write_log(nest: Nest, lines: Iterable[bytes]) -> int:
    """Put these in the place of the log; gives how many bytes they are."""
    size = own_file.put(nest.path / _LOG, lines)
    durable.sync_folder(nest.path)
    return size


def _grown_together(gathered: Iterable[_What]) -> list[_What]:
    """The same with fewer steps: of those that become one, only how it ends is told."""
    kept: list[_What] = []
    for what in gathered:
        last = kept[-1] if kept else None
        if (
            isinstance(what, Moved)
            and what.move is Move.GROW
            and isinstance(last, Moved)
            and last.move in {Move.COMMIT, Move.GROW}
        ):
            what = msgspec.structs.replace(what, move=last.move)  # noqa: PLW2901
            kept.pop()
        kept.append(what)
    return kept
