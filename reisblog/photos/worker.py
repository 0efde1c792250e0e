"""The worker process: listens, works within limits, answers; without sentences, without Qt."""

from __future__ import annotations

import contextlib
import ctypes
import shutil
import signal
import sys
from multiprocessing.connection import Connection
from typing import Final

from reisblog.photos import exchange, job_object
from reisblog.photos.priority import give_way

ADDRESS_SPACE_BYTES: Final = 1536 * 1024 * 1024
"""Enough for a 200-megapixel photo, far too little for a picture made to fill a computer."""
_KEPT_BLOCK_BYTES: Final = 16 * 1024 * 1024
_KEPT_BYTES: Final = 32 * 1024 * 1024
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3


def serve(line: Connection) -> None:
    """Work until the other end is closed, or gone."""
    # Ctrl+C in a terminal reaches every process there; when to stop is the parent's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit()
    _keep_memory_in_hand()
    give_way()
    # Within the limits, and here: the parent imports this module too and must not pay for Pillow.
    from reisblog.photos import jobs  # noqa: PLC0415

    def have_read() -> None:
        line.send_bytes(exchange.encode(exchange.HaveRead()))

    fleeting = set()
    try:
        line.send_bytes(exchange.encode(exchange.Ready()))
        while True:
            job = exchange.decode_job(line.recv_bytes())
            if isinstance(job, exchange.TakeIn) and job.fleeting:
                fleeting.add(job.spool)
            payload = line.recv_bytes() if job.source is None else None
            outcome, frames = jobs.done(job, payload, have_read=have_read)
            line.send_bytes(exchange.encode(outcome))
            for frame in frames:
                line.send_bytes(frame)
    except (EOFError, ConnectionError):
        for spool in fleeting:  # who closes in peace ends this process before, and clears away
            shutil.rmtree(spool, ignore_errors=True)


def _limit() -> None:
    """Bound what one picture can cost; where the system cannot, the limit of pixels holds alone."""
    if sys.platform == "win32":
        job_object.limit_memory(ADDRESS_SPACE_BYTES)
        return
    import resource  # noqa: PLC0415 - not on Windows

    # Never leave a copy of somebody's photos behind in a core file.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE_BYTES, ADDRESS_SPACE_BYTES))


def _keep_memory_in_hand() -> None:
    """Use a photo's memory again for the next one.

    The C library would give every buffer of some megabytes back at once, and the system would
    clear it anew each time: a tenth of the time that a photo takes. See mallopt(3).
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(AttributeError):  # other C libraries know no such wishes
        adjust = ctypes.CDLL(None).mallopt
        adjust(_M_MMAP_THRESHOLD, _KEPT_BLOCK_BYTES)
        adjust(_M_TRIM_THRESHOLD, _KEPT_BYTES)
