"""Bringing in a hundred phone photos, against two processes that only decode them."""

from __future__ import annotations

import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path

from PIL import Image

from reisblog.photos.decoder import Decoder, Intake
from tests import pictures
from tests.benchmarks.figure import Figure, benchmark, ratio_of_medians

_PHOTOS = 100
_WORKERS = 2
_SIDE = 512
_MEGABYTE = 1024 * 1024
_MEGABYTES_AT_ONCE = 100
_MEGABYTES_A_PHOTO = 1.2


@benchmark("photos-in")
def bringing_in_photos() -> Iterator[Figure]:
    """Cleaning, keeping and showing all of them, against decoding them scaled and nothing more."""
    photos = pictures.phone_photos(_PHOTOS)
    spawn = multiprocessing.get_context("spawn")
    with Decoder(workers=_WORKERS) as decoder, spawn.Pool(_WORKERS) as pool:
        ratio = ratio_of_medians(
            lambda: _bring_in(decoder, photos),
            lambda: pool.map(_only_decode, photos, chunksize=1),
            pairs=5,
        )
    yield Figure.at_most("photos-in", ratio, goal=1.3)


@benchmark("photos-first")
def seeing_the_first() -> Iterator[Figure]:
    """From the drop of a hundred until the first can be drawn, against decoding one scaled."""
    photos = pictures.phone_photos(_PHOTOS)
    firsts, yardsticks = [], []
    with Decoder(workers=_WORKERS) as decoder, tempfile.TemporaryDirectory() as spool:
        _bring_in(decoder, photos[:_WORKERS])
        for _ in range(9):
            dropped = time.perf_counter()
            coming = [decoder.take_in(file, name=file.name, spool=Path(spool)) for file in photos]
            coming[0].result()
            firsts.append(time.perf_counter() - dropped)
            # What has begun by now must not disturb the yardstick.
            wait([photo for photo in coming if not photo.cancel()])
            started = time.perf_counter()
            _only_decode(photos[0])
            yardsticks.append(time.perf_counter() - started)
    ratio = statistics.median(firsts) / statistics.median(yardsticks)
    yield Figure.at_most("photos-first", ratio, goal=2.0)


@benchmark("photos-memory")
def holding_photos() -> Iterator[Figure]:
    """Peak memory of everything, workers too, over what is allowed; only where /proc tells it."""
    photos = pictures.phone_photos(_PHOTOS)
    idle = _memory("self")
    if idle is None:
        return
    with Decoder(workers=_WORKERS) as decoder:
        kept = _bring_in(decoder, photos)
        workers = [_memory(str(child.pid)) or 0 for child in multiprocessing.active_children()]
        grown = (_memory("self") or 0) - idle + sum(workers)
    allowed = (_MEGABYTES_AT_ONCE + _MEGABYTES_A_PHOTO * len(kept)) * _MEGABYTE
    yield Figure.at_most("photos-memory", grown / allowed, goal=1.0)


def _bring_in(decoder: Decoder, photos: list[Path]) -> list[Intake]:
    with tempfile.TemporaryDirectory() as spool:
        coming = [decoder.take_in(file, name=file.name, spool=Path(spool)) for file in photos]
        return [photo.result() for photo in coming]


def _only_decode(file: Path) -> None:
    with Image.open(file) as image:
        image.draft("RGB", (_SIDE, _SIDE))
        image.resize((_SIDE, _SIDE * image.height // image.width))


def _memory(process: str) -> int | None:
    """Most bytes of memory this process has had."""
    status = Path("/proc", process, "status")
    if not status.exists():
        return None
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) * 1024
