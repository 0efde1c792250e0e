"""A thread with one worker process, which it replaces when that is lost."""

from __future__ import annotations

import atexit
import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any, Final

import msgspec

from reisblog.photos import reasons
from reisblog.photos.exchange import Job, Outcome, Refusal, Trouble

if TYPE_CHECKING:
    from reisblog.photos.process import WorkerProcess

_ENDING_SECONDS: Final = 5.0


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A job, and where its result goes.

    Attributes:
        job: what is asked of a worker.
        payload: the picture's bytes, where the job names no file.
        name: how the person knows the picture, for the message.
        result_of: makes the result of the outcome and its frames, in the station's thread.
        future: gets that result, or the error.
    """

    job: Job
    payload: bytes | None
    name: str
    result_of: Callable[[Outcome, list[bytes]], Any]
    future: Future[Any]


Orders = queue.SimpleQueue[Order | None]


class Station:
    """Carries out orders from a queue, one after the other, until it meets None."""

    def __init__(self, orders: Orders, *, patience: float) -> None:
        """Begin, in a thread of its own: starting a process takes some milliseconds.

        Args:
            orders: shared with other stations.
            patience: seconds that decoding one picture may take.
        """
        self._orders = orders
        self._patience = patience
        self._lock = threading.Lock()
        self._worker: WorkerProcess | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="reisblog-photos", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Break off whatever is being done."""
        with self._lock:
            self._closed = True
            if self._worker is not None:
                self._worker.kill()

    def join(self) -> None:
        """Wait until thread and worker have ended."""
        self._thread.join(_ENDING_SECONDS)

    def _run(self) -> None:
        # Python does first what was registered last. Multiprocessing, loaded here, also ends every
        # worker, and this thread would start new ones meanwhile.
        from reisblog.photos import process  # noqa: F401, PLC0415 - only once it is wanted

        atexit.register(self._leave)
        self._man()
        while (order := self._orders.get()) is not None:
            if order.future.set_running_or_notify_cancel():
                self._carry_out(order)
                self._man()
        self._orders.put(None)  # the other stations are to meet it too
        self._dismiss()
        atexit.unregister(self._leave)

    def _leave(self) -> None:
        """End with a program that forgot to close."""
        self.close()
        self._orders.put(None)
        self.join()

    def _carry_out(self, order: Order) -> None:
        try:
            result = order.result_of(*self._done(order))
        except Refusal as refusal:
            order.future.set_exception(
                CancelledError() if self._closed else reasons.explained(order.name, refusal.trouble)
            )
        except Exception as error:  # noqa: BLE001 - whoever waits for it must not wait for ever
            order.future.set_exception(error)
        else:
            order.future.set_result(result)

    def _done(self, order: Order) -> tuple[Outcome, list[bytes]]:
        # A worker that died while idle must not cost the next picture.
        self._man()
        if self._worker is None:
            raise Refusal(Trouble.NO_WORKER)
        try:
            return self._worker.carry_out(order.job, order.payload, patience=self._patience)
        except Refusal:
            self._dismiss(order.job)
            raise

    def _man(self) -> None:
        """See that there is a worker fit for work, unless none can be had."""
        if self._worker is not None and self._worker.is_well():
            return
        self._dismiss()
        from reisblog.photos.process import WorkerProcess  # noqa: PLC0415 - only once it is wanted

        with self._lock:
            if self._closed:
                return
            with contextlib.suppress(OSError, RuntimeError, ValueError):
                self._worker = WorkerProcess()
        if self._worker is not None and not self._worker.listens():
            self._dismiss()

    def _dismiss(self, unfinished: Job | None = None) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.end(unfinished)
