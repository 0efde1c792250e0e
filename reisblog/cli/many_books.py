"""Many travel books at a time, each made in a process of its own.

A process tells through a pipe how far it is, and stops tidily when that pipe is closed: because
Ctrl+C was pressed, or because this program is gone. So on no system a book is left half written.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import unicodedata
from collections import Counter, deque
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from reisblog import texts
from reisblog.cli import closed, desks, stopping, terminal
from reisblog.errors import FileExistsAlreadyError, ReisblogError
from reisblog.photos.process import deaf_to_ctrl_c
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.process import BaseProcess

_MOST_AT_ONCE: Final = 8
"""Each takes some two hundred megabytes."""
_DECODERS: Final = 1
"""For each book: the others keep the other cores busy."""
_STEP: Final = 0.02
"""Of a book, from one report to the next."""
_ENDING_SECONDS: Final = 10.0


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A book to be made.

    Attributes:
        journey: its file.
        out: the PDF.
        said: fields of a wish, that take the place of what the journey remembers.
        map_file: the map for a journey whose own is not to be had.
        replace: whether a file that stands there may be replaced.
    """

    journey: Path
    out: Path
    said: dict[str, Any]
    map_file: Path | None
    replace: bool


class Along(msgspec.Struct, frozen=True):
    """How far a book is, from 0 to 1."""

    share: float


class Made(msgspec.Struct, frozen=True):
    """A book is there.

    Attributes:
        lacking: what its readers may not see, and what could not be shown in it as it is, in
            words; nothing where all is.
    """

    lacking: str


class Failed(msgspec.Struct, frozen=True):
    """A book could not be made.

    Attributes:
        sentence: why.
        stands_there: whether it is because of a file that may not be replaced.
    """

    sentence: str
    stands_there: bool = False


class _StoppedError(Exception):
    """Raised within the making when nobody waits for it any more."""


def names_for(journeys: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """What each book is called: as its journey; after the folder of that, too, where it must.

    A journey that is named twice is made once. Names that differ only in capitals, or in how an
    accent is written, are the same on some systems.
    """
    once: dict[str, Path] = {}
    for journey in journeys:
        once.setdefault(os.path.realpath(journey), journey)
    shared = Counter(_plain(journey.stem) for journey in once.values())
    names: dict[Path, Path] = {}
    taken: set[str] = set()
    for real, journey in once.items():
        stem = journey.stem
        if shared[_plain(stem)] > 1:
            stem = f"{stem} ({Path(real).parent.name})"
        name, number = stem, 1
        while _plain(name) in taken:
            number += 1
            name = f"{stem} {number}"
        taken.add(_plain(name))
        names[journey] = folder / f"{name}.pdf"
    return names


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def made(orders: Sequence[Order]) -> Iterator[tuple[Order, Made | Failed]]:
    """Make these, as many at a time as there are cores; gives each as it ends.

    Left early, or interrupted, those that are under way stop and leave nothing.
    """
    waiting = deque(orders)
    running: dict[Connection, tuple[Order, BaseProcess]] = {}
    shares = dict.fromkeys((order.out for order in orders), 0.0)
    try:
        while waiting or running:
            while waiting and len(running) < _at_once():
                order = waiting.popleft()
                line, process = _begun(order)
                running[line] = order, process
            ready = wait(list(running))
            for line, (order, process) in list(running.items()):
                if line not in ready:
                    continue
                said = _heard(line)
                shares[order.out] = said.share if isinstance(said, Along) else 1.0
                terminal.show_along(sum(shares.values()) / len(shares))
                if not isinstance(said, Along):
                    del running[line]
                    _end(line, process)
                    yield order, said
    finally:
        for line in running:
            line.close()  # they hear that
        for line, (_order, process) in running.items():
            _end(line, process)


def _at_once() -> int:
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(cores, _MOST_AT_ONCE)


def _begun(order: Order) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # No daemon, for it has processes of its own that decode.
    process = context.Process(target=_make, args=(order, texts.language(), theirs))
    with deaf_to_ctrl_c():
        process.start()
    theirs.close()
    return ours, process


def _heard(line: Connection) -> Along | Made | Failed:
    try:
        said: Along | Made | Failed = line.recv()
    except (EOFError, OSError):
        said = Failed(_("It broke off; nothing was left half done. Make this book by itself."))
    return said


def _end(line: Connection, process: BaseProcess) -> None:
    line.close()
    process.join(_ENDING_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()


def _make(order: Order, language: str, line: Connection) -> None:
    """The process that makes one book."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # when to stop is said through the line
    texts.use(language)
    terminal.accept_any_text()
    told = 0.0

    def progress(share: float) -> None:
        nonlocal told
        if line.poll():
            raise _StoppedError
        if share >= told + _STEP:
            told = share
            line.send(Along(share))

    outcome: Made | Failed
    # Nobody is there to be told, where it was stopped.
    with contextlib.suppress(_StoppedError, OSError), stopping.tidily():
        try:
            with desks.desk_with(
                order.journey, map_file=order.map_file, decoders=_DECODERS
            ) as desk:
                wish = msgspec.structs.replace(desk.journey.book, **order.said)
                making = desk.prepare_export(order.out, replace=order.replace, wish=wish)
                left_out, lacking = closed.told(desk.journey, wish), making(progress).told()
                outcome = Made("\n".join(filter(None, (left_out, lacking))))
        except ReisblogError as error:
            outcome = Failed(str(error), isinstance(error, FileExistsAlreadyError))
        line.send(outcome)
