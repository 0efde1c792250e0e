"""What a benchmark tells: ratios of medians measured in one run, so that any machine can judge.

A module `bench_*.py` in this folder holds functions like this one::

    @benchmark("drag-frame")
    def dragging_a_photo() -> Iterator[Figure]:
        ratio = ratio_of_medians(lambda: drag(scene), yardstick=lambda: blit(target))
        yield Figure.at_most("drag-frame", ratio, goal=1.5, unit="x F")

Only a function whose name was asked for is called, so what it needs is best prepared inside it.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Benchmark = Callable[[], "Iterable[Figure]"]

REGISTERED: dict[str, Benchmark] = {}
"""Every benchmark by name, in the order in which the modules were read."""


@dataclass(frozen=True)
class Figure:
    """One measured figure beside its goal."""

    name: str
    value: float
    unit: str
    goal: float
    holds: bool

    @classmethod
    def at_most(cls, name: str, value: float, *, goal: float, unit: str = "x") -> Figure:
        """A figure that should stay at or below its goal, as nearly all do."""
        return cls(name, value, unit, goal, value <= goal)

    @classmethod
    def at_least(cls, name: str, value: float, *, goal: float, unit: str = "x") -> Figure:
        """A figure that should reach its goal."""
        return cls(name, value, unit, goal, value >= goal)


def benchmark(name: str) -> Callable[[Benchmark], Benchmark]:
    """Register a function that yields figures, under its name for `dev.py bench NAME`."""

    def register(function: Benchmark) -> Benchmark:
        if name in REGISTERED:
            raise ValueError(f"two benchmarks are called {name!r}")
        REGISTERED[name] = function
        return function

    return register


def ratio_of_medians(
    subject: Callable[[], object], yardstick: Callable[[], object], *, pairs: int = 7
) -> float:
    """How many times the yardstick the subject takes.

    Both run in turn, so that a busy moment touches both, and once before anything is measured.
    Garbage is collected between runs, never during one.
    """
    if pairs < 1:
        raise ValueError("at least one pair is needed")
    subject()
    yardstick()
    subjects, yardsticks = [], []
    for _ in range(pairs):
        subjects.append(_seconds(subject))
        yardsticks.append(_seconds(yardstick))
    return statistics.median(subjects) / statistics.median(yardsticks)


def median_seconds(action: Callable[[], object], *, times: int = 5) -> float:
    """How long it takes, once it has run before."""
    action()
    return statistics.median(_seconds(action) for _ in range(times))


def _seconds(action: Callable[[], object]) -> float:
    gc.collect()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        started = time.perf_counter()
        action()
        return time.perf_counter() - started
    finally:
        if was_enabled:
            gc.enable()
