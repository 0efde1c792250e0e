"""Saving, recovery and opening, against copying the same bytes and an empty window."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.storage import recovery
from tests import desks, journeys
from tests.benchmarks.figure import Figure, benchmark, ratio_of_medians

_PHOTOS = 100
_PHOTO_BYTES = 2_900_000
_MANY = 500
_BLOCK = 1024 * 1024
_HALF_A_MEGABYTE = 500_000
_MOST_PAUSE_MS = 50
_MOST_COMMIT_MS = 4
_MOST_WRITTEN = 64_000


@benchmark("save")
def saving_a_hundred_photos() -> Iterator[Figure]:
    """A full save with everything read back, against copying as many bytes and pushing them out."""
    with tempfile.TemporaryDirectory() as folder, _full_desk(Path(folder)) as desk:
        out, copy = Path(folder) / "reis.reisblog", Path(folder) / "copy"
        desk.save(out)
        pauses = []
        ratio = ratio_of_medians(
            lambda: pauses.append(_longest_pause(lambda: _save_again(desk))),
            lambda: _copy(out, copy),
            pairs=5,
        )
        yield Figure.at_most("save", ratio, goal=2.2, unit="x C")
        yield Figure.at_most("save-pause", max(pauses) * 1000, goal=_MOST_PAUSE_MS, unit="ms")


@benchmark("recovery")
def keeping_one_edit() -> Iterator[Figure]:
    """One edit in a journey of 500 photos until the disk has it, against replacing half a MB."""
    recovery.GATHER_SECONDS = 0.0
    commits: list[float] = []
    with tempfile.TemporaryDirectory() as folder, _on_the_disk() as pushed:
        home = Path(folder)
        desk = desks.new_desk(home)
        many = [journeys.photo(desk.new_id(), media=os.urandom(32).hex()) for _ in range(_MANY)]
        desk.commit("Photos", lambda journey: edits.bring_in(journey, many))
        desk.history.begin_here()
        desk.record(print)

        def edit() -> None:
            pushed.clear()
            started = time.perf_counter()
            desk.commit("Title", lambda now: edits.entitle(now, title=f"{started}"))
            commits.append(time.perf_counter() - started)
            pushed.wait()

        edit()
        written = sum(path.stat().st_size for path in desk.nest.path.iterdir())
        ratio = ratio_of_medians(edit, lambda: _replace(home / "half"), pairs=51)
        desk.give_up()
        desk.close()
    yield Figure.at_most("recovery", ratio, goal=2.0, unit="x W")
    yield Figure.at_most("recovery-written", written, goal=_MOST_WRITTEN, unit="bytes")
    commit = statistics.median(commits) * 1000
    yield Figure.at_most("recovery-commit", commit, goal=_MOST_COMMIT_MS, unit="ms")


@contextmanager
def _on_the_disk() -> Iterator[threading.Event]:
    """An event that is set whenever the disk has taken something."""
    pushed, fsync = threading.Event(), os.fsync

    def tell(descriptor: int) -> None:
        fsync(descriptor)
        pushed.set()

    os.fsync = tell
    try:
        yield pushed
    finally:
        os.fsync = fsync


def _full_desk(home: Path) -> Desk:
    desk = desks.new_desk(home)
    noise = random.Random(1)  # noqa: S311  (it only must not compress)
    photos = [
        desks.photo_of(desk, number.to_bytes(4) + noise.randbytes(_PHOTO_BYTES))
        for number in range(_PHOTOS)
    ]
    desk.commit("Photos", lambda journey: edits.bring_in(journey, photos))
    return desk


def _save_again(desk: Desk) -> None:
    desk.commit("Title", lambda now: edits.entitle(now, title=f"{time.perf_counter()}"))
    desk.save()


def _longest_pause(work: Callable[[], None]) -> float:
    """Do work on another thread; gives how long this one was held up by it at most, in seconds."""
    working = threading.Thread(target=work)
    longest = 0.0
    working.start()
    while working.is_alive():
        started = time.perf_counter()
        time.sleep(0.001)
        longest = max(longest, time.perf_counter() - started - 0.001)
    return longest


def _copy(source: Path, target: Path) -> None:
    with source.open("rb", buffering=0) as here, target.open("wb", buffering=0) as there:
        while block := here.read(_BLOCK):
            there.write(block)
        os.fsync(there.fileno())


def _replace(target: Path) -> None:
    beside = target.with_suffix(".part")
    with beside.open("wb", buffering=0) as file:
        file.write(bytes(_HALF_A_MEGABYTE))
        os.fsync(file.fileno())
    beside.replace(target)
