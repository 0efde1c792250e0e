"""From starting the program to a window that can be used, against an empty window's whole life."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure, benchmark
from tests.benchmarks.processes import EMPTY, PAINT_MAP, PROGRAM, seconds

_PAIRS = 15


@benchmark("start")
def starting() -> Iterator[Figure]:
    """The program with a warm cache until its first picture stands and it listens to the hand."""
    starts, yardsticks = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        seconds(PAINT_MAP, home)
        for _ in range(_PAIRS + 1):
            starts.append(seconds(PROGRAM, home, until_usable=True))
            yardsticks.append(seconds(EMPTY, home))
    # The first of each wrote the bytecode, which an installed program has.
    ratio = statistics.median(starts[1:]) / statistics.median(yardsticks[1:])
    yield Figure.at_most("start", ratio, goal=1.6)
