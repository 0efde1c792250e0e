"""A real window with a full map in it, for the benchmarks of what a frame costs."""

from __future__ import annotations

import math
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

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
from reisblog.running import soon_wanted
from reisblog.tools import drop
from reisblog.ui.application import application
from reisblog.ui.chip import Chip

FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
_STOPS = 60
_TRAILS = 20
_PATIENCE_MS = 10_000
_kept = tempfile.TemporaryDirectory()
_MAPS = Path(_kept.name)
"""The map takes a while to paint: once for all windows of a run."""


class Frames(NamedTuple):
    """What frames cost, in yardsticks: half of them at most so much, and nineteen in twenty."""

    half: float
    most: float


@contextmanager
def window(size: tuple[int, int] = FULL_HD) -> Iterator[app.Program]:
    """The real window with all its parts, in folders of its own, with the map painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    with tempfile.TemporaryDirectory() as home:
        folders = Folders.below(Path(home))
        shutil.copytree(_MAPS, folders.cache, dirs_exist_ok=True)
        program = app.Program(folders=folders)
        program.canvas.set_motion(motion=True)
        program.window.resize(*size)
        program.window.show()
        program.map_layer.prepare()
        while not program.map_layer.is_finished:
            let_work(50)
        for painted in folders.cache.glob("map-*"):
            shutil.copytree(painted, _MAPS / painted.name, dirs_exist_ok=True)
        for step in soon_wanted(program):
            step()
        let_work(500)
        try:
            yield program
        finally:
            program.workbench.desk.history.mark_saved(program.workbench.journey)
            program.window.close()
            program.close()
            program.window.deleteLater()
            QApplication.processEvents()


def let_work(ms: int) -> None:
    """Let events come for so many milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def let_rest(program: app.Program) -> None:
    """Until the map is as sharp as it will be, and all is ready for it to move again.

    What the program says now and then is closed: under it the map is painted at every move.
    """
    waited = 0
    while not program.canvas.frames.at_rest and waited < _PATIENCE_MS:
        let_work(20)
        waited += 20
    let_work(1_000)
    for message in program.window.findChildren(Chip) if program.window else ():
        message.hide()


def blitting() -> Callable[[], None]:
    """F, the yardstick: one turned smooth blit of a full screen into an image."""
    source = QImage(*FULL_HD, QImage.Format.Format_RGB32)
    source.fill(Qt.GlobalColor.darkCyan)
    target = QImage(*FULL_HD, QImage.Format.Format_RGB32)

    def blit() -> None:
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(FULL_HD[0] / 2, FULL_HD[1] / 2)
        painter.rotate(3)
        painter.drawImage(-FULL_HD[0] / 2, -FULL_HD[1] / 2, source)
        painter.end()

    return blit


def frames(step: Callable[[int], None], count: int) -> Frames:
    """What it costs to see what a step does, as the window shows it: events, and what they paint.

    Args:
        step: is given the number of the frame.
        count: how many frames, of one movement.
    """
    blit = blitting()
    taken, yardsticks = [], []
    for number in range(count):
        began = time.perf_counter()
        blit()
        blitted = time.perf_counter()
        step(number)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        taken.append(time.perf_counter() - blitted)
        yardsticks.append(blitted - began)
    yardstick = statistics.median(yardsticks)
    sorted_ = sorted(taken)
    return Frames(statistics.median(taken) / yardstick, sorted_[int(0.95 * count)] / yardstick)


def fill(program: app.Program, photos: int) -> None:
    """As full as a travelogue gets: haltes, photos in them and between them, and paths."""
    workbench = program.workbench
    places = list(workbench.atlas.places)
    records = [
        Photo(id=f"photo-{n}", media=f"{n:064x}", kind=MediaKind.JPEG, width=4, height=3)
        for n in range(photos)
    ]
    colours = bytes(byte % 251 for byte in range(512 * 4)) * 384
    for photo in records:
        program.pictures.offer(photo.media, Pixels(512, 384, colours))

    def filled(journey: Journey) -> Journey:
        journey = edits.bring_in(journey, records)
        for n in range(_STOPS):
            place = (places[n % len(places)],)
            stop = drop.stop_at(journey, workbench.atlas, place, f"stop-{n}")
            journey = edits.start_stop(journey, stop, [records[n].id])
        spots = {
            photo.id: Point(300 + 97 * n % 1800, 200 + 61 * n % 1000)
            for n, photo in enumerate(records[_STOPS:])
        }
        journey = edits.lay_down(journey, spots)
        for n in range(_TRAILS):
            journey = edits.add_trail(journey, trail(n))
        return journey

    workbench.edit("fill", filled)


def trail(number: int) -> Trail:
    """A long wavy path over the map; each number gives another."""
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
