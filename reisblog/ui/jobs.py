"""The one way to work in the background: typed, cancellable, reporting on the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reisblog.errors import ReisblogError
from reisblog.texts import _

T = TypeVar("T")
Progress = Callable[[float], None]

_log = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised inside the work, at its next report of progress, after it was cancelled."""


class Job(QObject):
    """Work that is under way.

    Signals:
        progressed: from 0 to 1.
        settled: with a callable that tells the outcome; used inside this module only.
    """

    progressed = Signal(float)
    settled = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cancelled = False

    def cancel(self) -> None:
        """Stop at the next chance; no callback comes any more."""
        self.cancelled = True

    def report(self, done: float) -> None:
        """Called by the work, from its own thread.

        Raises:
            CancelledError: the work is no longer wanted.
        """
        if self.cancelled:
            raise CancelledError
        self.progressed.emit(done)


class Jobs(QObject):
    """Runs work on a few threads; callbacks come on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
        self._running: set[Job] = set()

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[ReisblogError], None],
        progress: Progress | None = None,
    ) -> Job:
        """Start some work.

        Args:
            work: gets a function to report progress to, from 0 to 1; touches nothing of Qt.
            done: gets the result.
            failed: gets the error; what nobody foresaw comes as a general one.
            progress: gets the reports.
        """
        job = Job(self)
        self._running.add(job)
        if progress is not None:
            job.progressed.connect(progress, Qt.ConnectionType.QueuedConnection)
        job.settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

        def run() -> None:
            outcome: Callable[[], Any]
            try:
                result = work(job.report)
            except CancelledError:
                job.settled.emit((job, None))
                return
            except ReisblogError as error:
                outcome = _call(failed, error)
            except Exception:  # noqa: BLE001  (whatever it was, the person must hear of it)
                _log.exception("background work failed")
                sentence = _("Something went wrong inside the program. Your work is untouched.")
                outcome = _call(failed, ReisblogError(sentence))
            else:
                outcome = _call(done, result)
            job.settled.emit((job, outcome))

        self._threads.submit(run)
        return job

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel everything and wait for the threads to end."""
        for job in self._running:
            job.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _settle(self, settled: tuple[Job, Callable[[], Any] | None]) -> None:
        job, outcome = settled
        self._running.discard(job)
        if outcome is not None and not job.cancelled:
            outcome()
        job.deleteLater()


def _call(callback: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: callback(value)
