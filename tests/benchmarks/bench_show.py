"""From asking for a board until its title stands: a journey of 500 photos, in 60 haltes."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.journey import Journey
from reisblog.model.records import Audience
from reisblog.photos.decoder import Decoder
from reisblog.tools import drop
from reisblog.ui.telling import Telling
from tests import desks
from tests.benchmarks.bench_files import snapshot
from tests.benchmarks.figure import Figure, benchmark
from tests.benchmarks.processes import EMPTY, PAINT_MAP, SHOW, seconds
from tests.benchmarks.window import FULL_HD, fill, frames, let_work, trail, window

_PHOTOS, _STOPS, _TRAILS = 500, 60, 4
_STARTS = 9
_AT_ONCE_MS = 1_000
_WAYS, _FRAMES = 5, 300


@benchmark("show-open")
def opening_a_board() -> Iterator[Figure]:
    """`reisblog show FILE` until the title stands, against an empty window's whole life."""
    opened, yardsticks = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = _file_to_tell(home)
        seconds(PAINT_MAP, home)
        for _ in range(_STARTS + 1):
            opened.append(seconds(SHOW, home, "show", str(file), until_usable=True))
            yardsticks.append(seconds(EMPTY, home))
    # The first of each wrote the bytecode, which an installed program has.
    median = statistics.median(opened[1:])
    ratio = median / statistics.median(yardsticks[1:])
    yield Figure.at_most("show-open", ratio, goal=2.5)
    yield Figure.at_most("show-open-ms", 1_000 * median, goal=_AT_ONCE_MS, unit="ms")


@benchmark("show-f5")
def going_to_the_board() -> Iterator[Figure]:
    """F5 in the window until the title stands on the board; nothing of it has loaded yet."""
    with window() as program:
        fill(program, _PHOTOS)
        began = time.perf_counter()
        telling = program.telling
        telling.begin()
        _until_painted(telling)
        first = 1_000 * (time.perf_counter() - began)
        again = []
        for _ in range(_STARTS):
            telling.end()
            let_work(100)
            began = time.perf_counter()
            telling.begin()
            _until_painted(telling)
            again.append(1_000 * (time.perf_counter() - began))
        telling.end()
        program.workbench.look_as(Audience.SELF)  # what was seen on the board is not all there is
    yield Figure.at_most("show-f5", first, goal=_AT_ONCE_MS, unit="ms")
    yield Figure.at_most("show-f5-again", statistics.median(again), goal=_AT_ONCE_MS, unit="ms")


@benchmark("show-travel")
def drawing_itself() -> Iterator[Figure]:
    """The path draws itself from halte to halte, with 500 photos in the journey."""
    with window() as program:
        fill(program, _PHOTOS)
        telling = program.telling
        board = telling.begin(full_screen=False)
        board.resize(*FULL_HD)
        let_work(3_000)
        tour, stage = board.story.tour, board.stage
        stage.motion = True
        drawn = [n for n in range(1, tour.told) if tour.legs[n] is not None]
        ways = []
        for number in drawn[:_WAYS]:
            board.story.go(tour.begin_of(number) - 1)
            stage.hurry()
            let_work(500)
            board.on()

            def step(_frame: int) -> None:
                let_work(1)
                stage.repaint()

            ways.append(frames(step, _FRAMES))
            stage.hurry()
        telling.end()
        program.workbench.look_as(Audience.SELF)
    half = statistics.median(way.half for way in ways)
    most = statistics.median(way.most for way in ways)
    yield Figure.at_most("show-travel", half, goal=2.0)
    yield Figure.at_most("show-travel-95", most, goal=2.5)


def _until_painted(telling: Telling) -> None:
    """Whether showing it has painted it or an event will: it is on the screen after this."""
    if telling.board is None:
        raise AssertionError
    while not telling.board.windowHandle().isExposed():
        QApplication.processEvents()
    telling.board.stage.repaint()


def _file_to_tell(home: Path) -> Path:
    """Every halte with some of 500 different photos, and paths between them."""
    noise = random.Random(1)  # noqa: S311  (any pictures will do)
    with Decoder() as decoder, desks.new_desk(home / "desk", decoder=decoder) as desk:
        coming = [desk.take_in(snapshot(noise), name="") for _ in range(_PHOTOS)]
        photos = [desk.photo_from(each.result()) for each in coming]
        atlas = desk.blank_atlas
        places = list(atlas.places)

        def filled(journey: Journey) -> Journey:
            journey = edits.bring_in(journey, photos)
            for number in range(_STOPS):
                place = (places[number % len(places)],)
                stop = drop.stop_at(journey, atlas, place, f"stop-{number}")
                mine = [photo.id for photo in photos[number::_STOPS]]
                journey = edits.start_stop(journey, stop, mine)
            for number in range(_TRAILS):
                journey = edits.add_trail(journey, trail(number))
            return journey

        desk.commit("Fill", filled)
        desk.save(home / "many.reisblog")
    return home / "many.reisblog"
