"""Saving, recovery and opening, against copying the same bytes and an empty window."""

from __future__ import annotations

import io
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop

from reisblog.app import Program
from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.photos.decoder import Decoder
from reisblog.resources import Folders
from reisblog.storage import recovery
from reisblog.storage.container import Container, rendition_name
from reisblog.ui.application import application
from tests import desks, journeys
from tests.benchmarks.figure import Figure, benchmark, ratio_of_medians
from tests.benchmarks.processes import EMPTY, PAINT_MAP, PROGRAM, seconds

_PHOTOS = 100
_PHOTO_BYTES = 2_900_000
_MANY = 500
_STARTS = 9
_BLOCK = 1024 * 1024
_HALF_A_MEGABYTE = 500_000
_MOST_PAUSE_MS = 50
_MOST_COMMIT_MS = 4
_MOST_WRITTEN = 64_000


@benchmark("save")
def saving_a_hundred_photos() -> Iterator[Figure]:
    """A full save with everything read back, against copying as many bytes and pushing them out."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Decoder() as decoder,
        _full_desk(Path(folder), decoder) as desk,
    ):
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


@benchmark("open-500")
def opening_many_photos() -> Iterator[Figure]:
    """The program with a file of 500 photos, from its start until its first picture stands.

    All of them lie on the map. Against an empty window's whole life.
    """
    opened, yardsticks = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = _file_of_many(home)
        seconds(PAINT_MAP, home)
        for _ in range(_STARTS + 1):
            opened.append(seconds(PROGRAM, home, str(file), until_usable=True))
            yardsticks.append(seconds(EMPTY, home))
    # The first of each wrote the bytecode, which an installed program has.
    ratio = statistics.median(opened[1:]) / statistics.median(yardsticks[1:])
    yield Figure.at_most("open-500", ratio, goal=2.5)


@benchmark("open-sharp")
def opening_until_all_is_sharp() -> Iterator[Figure]:
    """From opening that file until the window has all photos sharp, against decoding them.

    Decoded are the small versions, by as many processes as the program has. Both begin without
    any process, and end when the last of 500 is there.
    """
    application()
    with tempfile.TemporaryDirectory() as folder:
        file = _file_of_many(Path(folder))
        ratio = ratio_of_medians(
            lambda: _open_until_sharp(file, Path(folder)),
            lambda: _decode_small_versions(file),
            pairs=5,
        )
    yield Figure.at_most("open-sharp", ratio, goal=1.5)


def _file_of_many(home: Path) -> Path:
    """A journey of 500 different photos, all of them on the map."""
    noise = random.Random(1)  # noqa: S311  (any pictures will do)
    with Decoder() as decoder, desks.new_desk(home / "desk", decoder=decoder) as desk:
        coming = [desk.take_in(snapshot(noise), name="") for _ in range(_MANY)]
        photos = [desk.photo_from(each.result()) for each in coming]
        spots = {
            photo.id: Point(200 + 80 * (n % 25), 200 + 60 * (n // 25))
            for n, photo in enumerate(photos)
        }
        desk.commit("Photos", lambda now: edits.lay_down(edits.bring_in(now, photos), spots))
        desk.save(home / "many.reisblog")
    return home / "many.reisblog"


def snapshot(noise: random.Random) -> bytes:
    """A JPEG with about as much in it as a photo has."""
    coarse = Image.frombytes("RGB", (40, 30), noise.randbytes(40 * 30 * 3))
    grain = Image.effect_noise((640, 480), 24).convert("RGB")
    picture = Image.blend(coarse.resize((640, 480), Image.Resampling.BICUBIC), grain, 0.15)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=85)
    return target.getvalue()


def _open_until_sharp(file: Path, home: Path) -> None:
    program = Program(folders=Folders.below(home / "window"))
    if program.window is None:
        raise AssertionError
    program.window.show()
    program.session.open(file)
    wanted = {photo.media for photo in program.workbench.journey.photos.values()}
    loop = QEventLoop()

    def came(media: str) -> None:
        wanted.discard(media)
        if not wanted:
            loop.quit()

    program.pictures.ready.connect(came)
    loop.exec()
    program.window.hide()
    program.close()


def _decode_small_versions(file: Path) -> None:
    held = Container(file)
    with Decoder() as decoder:
        coming = [
            decoder.pixels(held.read(rendition_name(sha256)), side=512) for sha256 in held.kinds
        ]
        for each in coming:
            each.result()
    held.let_go()


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


def _full_desk(home: Path, decoder: Decoder) -> Desk:
    desk = desks.new_desk(home, decoder=decoder)
    noise = random.Random(1)  # noqa: S311  (it only must not compress)
    photos = []
    for number in range(_PHOTOS):
        small = decoder.jpeg(snapshot(noise), side=512).result()
        content = number.to_bytes(4) + noise.randbytes(_PHOTO_BYTES)
        media = desks.keep(desk, content, rendition=small)
        spot = Point(200 + 20 * number, 800)
        photos.append(journeys.photo(desk.new_id(), media=media, at=spot))
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
