"""Runs the proof that files survive: `packaging/dev.py faults [--fuzz SECONDS]`.

Prints what was tried and what came of it as a table. Exit code 1 when a promise does not hold;
what this computer cannot try is said, and is no failure.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import queue
import sys
import threading
import time
from collections import deque

import msgspec

from tests.faults.row import Row, rows_from

_PARTS = (
    "kills", "calls", "power", "reading", "outside", "recording", "canaries", "disks",
)  # fmt: skip
"""Those that take longest first, so that two at a time end together."""
_ONLY_WHEN_NAMED = ("window",)
_WITH_MOUNTS = {"disks", "power"}
_ANYWHERE = {"canaries", "reading"}
_HELP = f"only these: {', '.join(_PARTS)}; or window, all tests of the window under strace"
_NAME_LETTERS = 46
_LANES = 2


def main(arguments):
    """Run the parts that were asked for, or all; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=_HELP)
    parser.add_argument("--fuzz", type=float, default=60.0, metavar="SECONDS")
    parser.add_argument("--fast", action="store_true", help="a short look at everything")
    parser.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts) - {*_PARTS, *_ONLY_WHEN_NAMED}:
        parser.error(f"no part is called {min(unknown)!r}")

    parts, begun = asked.parts or _PARTS, time.monotonic()
    if asked.json:
        for part in parts:
            for row in _rows(part, asked):
                print(msgspec.json.encode(row).decode(), flush=True)
        return 0
    all_hold = True
    for row in _side_by_side(parts, asked):
        print(_as_line(row), flush=True)
        all_hold = all_hold and row.holds
    print(f"\n{time.monotonic() - begun:.0f} s.", "All holds." if all_hold else "NOT ALL HOLDS.")
    return 0 if all_hold else 1


def _side_by_side(parts, asked):
    """Two parts at a time: few computers have fewer cores."""
    waiting, rows = deque(parts), queue.SimpleQueue()

    def lane():
        with contextlib.suppress(IndexError):
            while True:
                for row in _apart(waiting.popleft(), asked):
                    rows.put(row)
        rows.put(None)

    for _lane in range(_LANES):
        threading.Thread(target=lane, daemon=True).start()
    for _lane in range(_LANES):
        yield from iter(rows.get, None)


def _apart(part, asked):
    """A part as a program of its own: it forks, which a program with threads must not."""
    options = ["--json", "--fuzz", str(asked.fuzz), *(["--fast"] if asked.fast else [])]
    yield from rows_from([sys.executable, "-m", "tests.faults", part, *options], part)


def _rows(part, asked):
    if part == "reading":
        yield from _reading(asked.fuzz)
    elif part not in _ANYWHERE and not sys.platform.startswith("linux"):
        yield Row(part, "", skipped="this needs Linux")
    elif part in _WITH_MOUNTS and not asked.inside:
        from tests.faults import mounts  # noqa: PLC0415 - not on Windows

        yield from mounts.rows_of(part, fast=asked.fast)
    else:
        yield from importlib.import_module(f"tests.faults.{part}").run(fast=asked.fast)


def _reading(seconds):
    """What others made, read; that is a harness of its own, which raises what it finds."""
    name = "hostile and damaged files"
    try:
        from tests.faults.reading_faults import run_reading_faults  # noqa: PLC0415 - seldom wanted
    except ModuleNotFoundError as error:
        if error.name != "tests.faults.reading_faults":
            raise
        yield Row(name, "", skipped="tests/faults/reading_faults.py is not there")
        return
    try:
        figures = run_reading_faults(seconds, lambda line: print(line, file=sys.stderr))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told as a fault
        yield Row(name, f"fuzzing for {seconds:g} s", tuple(str(error).splitlines()))
    else:
        yield Row(name, ", ".join(f"{figure} {count}" for figure, count in figures.items()))


def _as_line(row):
    if row.skipped:
        return f"{row.name:<{_NAME_LETTERS}} SKIPPED: {row.skipped}"
    verdict = "holds" if row.holds else "DOES NOT HOLD"
    line = f"{row.name:<{_NAME_LETTERS}} {verdict}: {row.figures}"
    return "\n".join([line, *(f"{'':<{_NAME_LETTERS}}   {fault}" for fault in row.faults)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
