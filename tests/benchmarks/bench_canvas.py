"""How the canvas feels: what a frame costs while the map moves, and a sample of the pen.

All in F, one turned smooth blit of a full screen, measured alternately in the same run.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model.geometry import Point
from reisblog.model.records import Pen
from tests.benchmarks.figure import Figure, benchmark
from tests.benchmarks.window import (
    FOUR_K,
    FULL_HD,
    Frames,
    blitting,
    fill,
    frames,
    let_rest,
    window,
)

_FRAMES = 120
_SIZES = {"": (FULL_HD, 1.0), "-4k": (FOUR_K, 4.0)}
"""Screens, and how much longer a frame may take there."""
_FEW, _MANY = 100, 500
_ZOOM, _PAN = Frames(2.0, 3.0), Frames(0.8, 1.2)
_MANY_TO_FEW = 1.3
_SAMPLE, _LAST_TO_FIRST = 0.15, 1.2
_SAMPLES, _COMPARED = 5_000, 500
_STEP = 1.03
_THERE_AND_BACK = 40


@benchmark("frame-zoom")
def zooming() -> Iterator[Figure]:
    """Frames of a zoom in and out over a full map, each at a scale of its own."""
    yield from _moving("frame-zoom", _ZOOM, closer=1.0)


@benchmark("frame-pan")
def panning() -> Iterator[Figure]:
    """Frames of a pan over a full map."""
    yield from _moving("frame-pan", _PAN, closer=2.0)


@benchmark("pen-sample")
def drawing() -> Iterator[Figure]:
    """From a move of the pen until its piece of the line is painted, over a full map."""
    with window() as program:
        fill(program, _FEW)
        let_rest(program)
        canvas, port = program.canvas, program.canvas.viewport()
        canvas.set_tool("path")
        canvas.set_pen(Pen.MINE, "ember")
        blit = blitting()
        taken, yardsticks = [], []
        middle = QPointF(port.rect().center())
        spots = [
            middle + QPointF(600 * math.sin(n / 71), 300 * math.sin(n / 43 + 1))
            for n in range(_SAMPLES)
        ]
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=spots[0].toPoint())
        for number, spot in enumerate(spots[1:]):
            began = time.perf_counter()
            QTest.mouseMove(port, spot.toPoint())
            QApplication.processEvents()
            taken.append(time.perf_counter() - began)
            if number % 25 == 0:
                began = time.perf_counter()
                blit()
                yardsticks.append(time.perf_counter() - began)
        canvas.work.hand.cancel()
    most = sorted(taken)[int(0.95 * len(taken))] / statistics.median(yardsticks)
    yield Figure.at_most("pen-sample", most, goal=_SAMPLE, unit="x F")
    first, last = taken[:_COMPARED], taken[-_COMPARED:]
    growth = statistics.median(last) / statistics.median(first)
    yield Figure.at_most("pen-sample-growth", growth, goal=_LAST_TO_FIRST)


def _moving(name: str, goal: Frames, *, closer: float) -> Iterator[Figure]:
    """Half of the frames, nineteen in twenty, and many photos against few; on each screen."""
    for screen, (size, longer) in _SIZES.items():
        found = {}
        for photos in (_FEW, _MANY):
            with window(size) as program:
                fill(program, photos)
                let_rest(program)
                sight = program.canvas.sight
                if closer != 1.0:
                    sight.zoom(closer)
                    let_rest(program)

                def step(number: int, sight=sight) -> None:
                    back = number % (2 * _THERE_AND_BACK) >= _THERE_AND_BACK
                    if closer == 1.0:
                        sight.zoom(1 / _STEP if back else _STEP)
                    else:
                        sight.pan(Point(-7, -3) if back else Point(7, 3))

                found[photos] = cost = frames(step, _FRAMES)
            told = f"{name}{screen}-{photos}"
            yield Figure.at_most(told, cost.half, goal=goal.half * longer, unit="x F")
            yield Figure.at_most(f"{told}-p95", cost.most, goal=goal.most * longer, unit="x F")
        if closer == 1.0:
            ratio = found[_MANY].half / found[_FEW].half
            yield Figure.at_most(f"{name}{screen}-many-to-few", ratio, goal=_MANY_TO_FEW)
