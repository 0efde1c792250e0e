"""The living window: how long it holds its breath, what it keeps in memory, what a frame costs."""

from __future__ import annotations

import math
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from reisblog import app
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.journey import Journey
from reisblog.model.records import MediaKind, Pen, Photo, Trail
from reisblog.photos.decoder import Pixels
from reisblog.resources import Folders
from reisblog.tools import drop
from reisblog.ui.application import application
from tests import pictures
from tests.benchmarks.figure import Figure, benchmark, ratio_of_medians

_SIZE = (1920, 1080)
_BEAT_MS = 5
_PAUSE_MS = 50
_PHOTOS = 100
_GOALS = {"frame-zoom": 2.0, "frame-pan": 0.8}
"""What a canvas that feels right needs; the frames are far from it while many paths are seen."""
_STEP = 1.07
_STOPS = 60
_TRAILS = 20
_MEGABYTE = 1024 * 1024
_MEGABYTES_AT_ONCE = 100
_MEGABYTES_A_PHOTO = 1.2


@benchmark("pause")
def pausing() -> Iterator[Figure]:
    """The longest that the window listens to nobody while a hundred photos come in."""
    files = pictures.phone_photos(_PHOTOS)
    with _window() as program:
        _drop(program, files[:1])
        _until_all_came(program)
        program.workbench.choose(program.workbench.journey.photos)
        longest = _longest_pause(program, lambda: _drop(program, files[1:]))
    yield Figure.at_most("pause-map", longest, goal=_PAUSE_MS, unit="ms")
    with _window() as program:
        longest = _longest_pause(program, lambda: program.bring_in.to_tray(files))
    yield Figure.at_most("pause-tray", longest, goal=_PAUSE_MS, unit="ms")


@benchmark("window-memory")
def remembering() -> Iterator[Figure]:
    """What the window keeps of a hundred photos on the map; only where /proc tells it."""
    files = pictures.phone_photos(_PHOTOS)
    with _window() as program:
        idle = _memory()
        if idle is None:
            return
        _drop(program, files)
        _until_all_came(program)
        _let_work(500)
        grown = (_memory() or 0) - idle
    allowed = (_MEGABYTES_AT_ONCE + _MEGABYTES_A_PHOTO * _PHOTOS) * _MEGABYTE
    yield Figure.at_most("window-memory", grown / allowed, goal=1.0)


@benchmark("frame-zoom")
def zooming() -> Iterator[Figure]:
    """One frame of a zoom over a full map, against one turned smooth blit of the same size."""
    with _window() as program:
        _fill(program)
        steps = iter(range(10**6))
        yield _frame(
            program,
            "frame-zoom",
            lambda: program.canvas.sight.zoom(_STEP if next(steps) % 8 < 4 else 1 / _STEP),
        )


@benchmark("frame-pan")
def panning() -> Iterator[Figure]:
    """One frame of a pan over a full map, against one turned smooth blit of the same size."""
    with _window() as program:
        _fill(program)
        program.canvas.sight.zoom(2.0)
        steps = iter(range(10**6))
        yield _frame(
            program,
            "frame-pan",
            lambda: program.canvas.sight.pan(Point(7 if next(steps) % 8 < 4 else -7, 3)),
        )


def _frame(program: app.Program, name: str, step: Callable[[], None]) -> Figure:
    viewport = program.canvas.viewport()
    _let_work(400)

    def frame() -> None:
        step()
        viewport.repaint()

    source = QImage(*_SIZE, QImage.Format.Format_RGB32)
    source.fill(Qt.GlobalColor.darkCyan)
    target = QImage(*_SIZE, QImage.Format.Format_RGB32)

    def blit() -> None:
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(_SIZE[0] / 2, _SIZE[1] / 2)
        painter.rotate(3)
        painter.drawImage(-_SIZE[0] / 2, -_SIZE[1] / 2, source)
        painter.end()

    for _ in range(8):  # every size of name and map that the steps pass has been seen once
        frame()
        QApplication.processEvents()
    return Figure.at_most(
        name, ratio_of_medians(frame, blit, pairs=9), goal=_GOALS[name], unit="x F"
    )


@contextmanager
def _window() -> Iterator[app.Program]:
    """The real window with all its parts, in folders of its own, with the map painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    with tempfile.TemporaryDirectory() as home:
        program = app.Program(folders=Folders.below(Path(home)))
        program.canvas.set_motion(motion=True)
        program.window.resize(*_SIZE)
        program.window.show()
        program.map_layer.prepare()
        while not program.map_layer.is_finished:
            _let_work(50)
        for step in program.soon_wanted():
            step()
        _let_work(500)
        try:
            yield program
        finally:
            program.workbench.desk.history.mark_saved(program.workbench.journey)
            program.window.close()
            program.close()
            program.window.deleteLater()
            QApplication.processEvents()


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
    _let_work(500)
    clock.stop()
    return 1000 * max(later - earlier for earlier, later in pairwise(beats))


def _until_all_came(program: app.Program) -> None:
    loop = QEventLoop()
    program.bring_in.progressed.connect(lambda done, many: loop.quit() if done >= many else None)
    loop.exec()


def _let_work(ms: int) -> None:
    """Let events come for so many milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _fill(program: app.Program) -> None:
    """As full as a travelogue gets: haltes, photos in them and between them, and paths."""
    workbench = program.workbench
    places = list(workbench.atlas.places)
    photos = [
        Photo(id=f"photo-{n}", media=f"{n:064x}", kind=MediaKind.JPEG, width=4, height=3)
        for n in range(_PHOTOS)
    ]
    for photo in photos:
        colours = bytes((photo_byte % 251) for photo_byte in range(512 * 4)) * 384
        program.pictures.offer(photo.media, Pixels(512, 384, colours))
    stops = [f"stop-{n}" for n in range(_STOPS)]

    def fill(journey: Journey) -> Journey:
        atlas = workbench.atlas
        journey = edits.bring_in(journey, photos)
        for n, stop_id in enumerate(stops):
            stop = drop.stop_at(journey, atlas, (places[n % len(places)],), stop_id)
            journey = edits.start_stop(journey, stop, [photos[n].id])
        spots = {
            photo.id: Point(300 + 97 * n % 1800, 200 + 61 * n % 1000)
            for n, photo in enumerate(photos[_STOPS:])
        }
        journey = edits.lay_down(journey, spots)
        for n in range(_TRAILS):
            journey = edits.add_trail(journey, _trail(n))
        return journey

    workbench.edit("fill", fill)


def _trail(number: int) -> Trail:
    fitter = InkFitter()
    for n in range(160):
        across = 150 + 13 * n
        down = 150 + 60 * number + 70 * math.sin(n / 9 + number)
        fitter.add(Sample(across, down, 12 * n, 0.5))
    curve = fitter.finish()
    if curve is None:
        raise ValueError
    return Trail(
        id=f"trail-{number}", pen=list(Pen)[number % 4], start=curve.start, segments=curve.segments
    )


def _memory() -> int | None:
    """Bytes of memory that this process has now."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    resident = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(resident.split()[1]) * 1024
