"""The one way to work in the background: typed, cancellable, reporting on the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reisblog.errors import ReisblogError
from reisblog.texts import _

T = TypeVar("T")
Progress = Callable[[float], None]

_log = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised inside the work, at its next report of progress, after it was cancelled."""


class Job:
    """Work that is under way."""

    def __init__(
        self, progress: Progress | None, stopped: Callable[[], None] | None = None
    ) -> None:
        self.progress = progress
        self.stopped = stopped
        self.cancelled = False

    def cancel(self) -> None:
        """Stop at the next chance; no callback but ``stopped`` comes any more."""
        self.cancelled = True


class Jobs(QObject):
    """Runs work on a few threads; callbacks come on the window's thread.

    Its own signals carry what happens from the threads to the window. Their receivers are methods
    of this object and nothing else: a bare function as receiver would leave it to chance on which
    thread the connection is torn down.
    """

    _progressed = Signal(object, float)
    _settled = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
        self._running: set[Job] = set()
        self._closed = False
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[ReisblogError], None],
        progress: Progress | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job:
        """Start some work; nothing comes of it once all is closed.

        Args:
            work: gets a function to report progress to, from 0 to 1; touches nothing of Qt.
            done: gets the result.
            failed: gets the error; what nobody foresaw comes as a general one.
            progress: gets the reports.
            stopped: is told when it has ended because it was cancelled. Whoever asks for this
                hears of `done` or `failed` even then, where it was too late to cancel.
        """
        job = Job(progress, stopped)
        if self._closed:
            job.cancel()
            return job
        self._running.add(job)

        def report(along: float) -> None:
            if job.cancelled:
                raise CancelledError
            self._progressed.emit(job, along)

        def run() -> None:
            outcome: Callable[[], None] | None
            try:
                report(0.0)
                result = work(report)
            except CancelledError:
                outcome = None
            except ReisblogError as error:
                outcome = partial(failed, error)
            except Exception:  # noqa: BLE001  (whatever it was, the person must hear of it)
                _log.exception("background work failed")
                sentence = _("Something went wrong inside the program. Your work is untouched.")
                outcome = partial(failed, ReisblogError(sentence))
            else:
                outcome = partial(done, result)
            self._settled.emit(job, outcome)

        self._threads.submit(run)
        return job

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel everything and wait for the threads to end."""
        self._closed = True
        for job in self._running:
            job.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _tell_progress(self, job: Job, along: float) -> None:
        if job.progress is not None and not job.cancelled and job in self._running:
            job.progress(along)

    def _settle(self, job: Job, outcome: Callable[[], None] | None) -> None:
        self._running.discard(job)
        if outcome is None:
            outcome = job.stopped
        if outcome is not None and (not job.cancelled or job.stopped is not None):
            outcome()
