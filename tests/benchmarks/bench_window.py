"""The living window: how long it holds its breath, and what it keeps in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from reisblog import app
from reisblog.tools import drop
from tests import pictures
from tests.benchmarks.figure import Figure, benchmark
from tests.benchmarks.window import let_work, window

_BEAT_MS = 5
_PAUSE_MS = 50
_PHOTOS = 100
_MANY = 500
_MEGABYTE = 1024 * 1024
_MEGABYTES_AT_ONCE = 100
_MEGABYTES_A_PHOTO = 1.2


@benchmark("pause")
def pausing() -> Iterator[Figure]:
    """The longest that the window listens to nobody while a hundred photos come in."""
    files = pictures.phone_photos(_PHOTOS)
    with window() as program:
        _drop(program, files[:1])
        _until_all_came(program)
        program.workbench.choose(program.workbench.journey.photos)
        longest = _longest_pause(program, lambda: _drop(program, files[1:]))
    yield Figure.at_most("pause-map", longest, goal=_PAUSE_MS, unit="ms")
    with window() as program:
        longest = _longest_pause(program, lambda: program.bring_in.to_tray(files))
    yield Figure.at_most("pause-tray", longest, goal=_PAUSE_MS, unit="ms")


@benchmark("window-memory")
def remembering() -> Iterator[Figure]:
    """What the window keeps of 500 photos on the map; only where /proc tells it."""
    files = pictures.phone_photos(_MANY)
    with window() as program:
        idle = _memory()
        if idle is None:
            return
        _drop(program, files)
        _until_all_came(program)
        let_work(500)
        grown = (_memory() or 0) - idle
    allowed = (_MEGABYTES_AT_ONCE + _MEGABYTES_A_PHOTO * _MANY) * _MEGABYTE
    yield Figure.at_most("window-memory", grown / allowed, goal=1.0)


def _drop(program: app.Program, files: list[Path]) -> None:
    """As a drop on the sea does: they lie there, around one another."""
    workbench = program.workbench
    plan = drop.Plan(at=workbench.atlas.bounds.centre)
    program.bring_in.land(
        files,
        lambda journey, photos: drop.landed(journey, workbench.atlas, plan, photos, stop_id=""),
    )


def _longest_pause(program: app.Program, begin: Callable[[], None]) -> float:
    """Milliseconds beyond the beat between two beats of a clock in the event loop."""
    beats = [time.perf_counter()]
    clock = QTimer(interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: beats.append(time.perf_counter()))
    clock.start()
    begin()
    _until_all_came(program)
    let_work(500)
    clock.stop()
    return 1000 * max(later - earlier for earlier, later in pairwise(beats))


def _until_all_came(program: app.Program) -> None:
    loop = QEventLoop()
    program.bring_in.progressed.connect(lambda done, many: loop.quit() if done >= many else None)
    loop.exec()


def _memory() -> int | None:
    """Bytes of memory that this process has now."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    resident = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(resident.split()[1]) * 1024
