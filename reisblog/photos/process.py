"""One worker process seen from the parent: asked, timed, and ended when it does not answer."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from typing import Final

import msgspec

from reisblog.photos import exchange, worker
from reisblog.photos.exchange import (
    FRAMES,
    Answer,
    HaveRead,
    Job,
    Outcome,
    Ready,
    Refusal,
    TakeIn,
    Trouble,
)

_START_SECONDS: Final = 60.0
_READING_SECONDS: Final = 60.0
"""A file that lives in the cloud is fetched only when it is read."""
_ENDING_SECONDS: Final = 5.0


class WorkerProcess:
    """A process that decodes pictures; spawned, because forking after Qt is loaded deadlocks.

    Everything but `kill` belongs to one thread.
    """

    def __init__(self) -> None:
        """Start it; it gets ready by itself.

        Raises:
            OSError: the system allows no more processes.
            RuntimeError: this process is itself only just starting.
        """
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(
            target=worker.serve, args=(theirs,), name="reisblog-photos", daemon=True
        )
        try:
            with deaf_to_ctrl_c():
                self._process.start()
        except BaseException:
            self._line.close()
            raise
        finally:
            # Only the worker may hold that end: its death must be seen here as an end of file.
            theirs.close()
        self._number = self._process.pid or 0
        self._ending = threading.Lock()
        self._ended = False
        self._overdue: Trouble | None = None
        self._broken = False

    def listens(self) -> bool:
        """Wait until it is ready; False when it never will be."""
        try:
            with self._within(_START_SECONDS, Trouble.NO_WORKER):
                answer, _ = self._heard()
        except Refusal:
            return False
        return isinstance(answer, Ready)

    def is_well(self) -> bool:
        """Whether it can be asked something."""
        return not self._broken and not self._overdue and self._process.is_alive()

    def carry_out(
        self, job: Job, payload: bytes | None, *, patience: float
    ) -> tuple[Outcome, list[bytes]]:
        """Have a job done; blocks.

        Args:
            job: what is asked.
            payload: the picture's bytes, where the job names no file.
            patience: seconds that it may take once its file has been read.

        Raises:
            Refusal: it took too long or the process died; it is of no more use then.
        """
        seconds, late = patience, Trouble.TOO_SLOW
        if job.source is not None:
            seconds, late = _READING_SECONDS, Trouble.SLOW_DISK
        with self._within(seconds, late):
            self._say(job, payload)
            answer, frames = self._heard()
        if isinstance(answer, HaveRead):
            with self._within(patience, Trouble.TOO_SLOW):
                answer, frames = self._heard()
        if isinstance(answer, Ready | HaveRead):
            raise self._break_off()
        return answer, frames

    def kill(self) -> None:
        """End the process at once; may be called from any thread, and again."""
        with self._ending:
            if not self._ended:
                self._process.kill()

    def end(self, unfinished: Job | None) -> None:
        """End the process and clear away what it left half done."""
        self.kill()
        self._process.join(_ENDING_SECONDS)
        self._line.close()
        with self._ending:
            self._ended = True
            if self._process.exitcode is not None:
                self._process.close()
        if isinstance(unfinished, TakeIn):
            part = exchange.part_in(Path(os.fsdecode(unfinished.spool)), self._number)
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _say(self, job: Job, payload: bytes | None) -> None:
        try:
            self._line.send_bytes(exchange.encode(job))
            if payload is not None:
                self._line.send_bytes(payload)
        except OSError as error:
            raise self._break_off() from error

    def _heard(self) -> tuple[Answer, list[bytes]]:
        try:
            answer = exchange.decode_answer(self._line.recv_bytes())
            return answer, [self._line.recv_bytes() for _ in range(FRAMES[type(answer)])]
        except (EOFError, OSError, msgspec.MsgspecError) as error:
            raise self._break_off() from error

    def _break_off(self) -> Refusal:
        self._broken = True
        return Refusal(self._overdue or Trouble.BROKE_OFF)

    @contextmanager
    def _within(self, seconds: float, late: Trouble) -> Iterator[None]:
        """Kill the process when this takes longer, which ends any waiting for it, sending too."""
        timer = threading.Timer(seconds, self._give_up, (late,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _give_up(self, late: Trouble) -> None:
        self._overdue = late
        self.kill()


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Start a process that Ctrl+C in a terminal, which reaches all there, does not break in two.

    It inherits this thread's mask; without it a worker that is only just starting complains.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # its own start would open this thread's ears again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
