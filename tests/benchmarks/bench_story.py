"""Making the book of forty phone photos, against one thread that only decodes them, and img2pdf.

Each opens a halte of its own and so stands as large as photos do: the most work that forty make.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PIL import Image, ImageOps

from reisblog.book_pictures import Prepared
from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.model.book import PLAIN, Quality, Wish
from reisblog.model.geometry import Point
from reisblog.model.records import Stop
from reisblog.photos.decoder import Decoder
from tests import desks, pictures
from tests.benchmarks.figure import Figure, benchmark, median_seconds, ratio_of_medians

_PHOTOS = 40
_SIDE = 1_600
_PAIRS, _ROUNDS = 3, 7
_MEGABYTE = 1_000_000
_TEXT = "Om kwart voor zeven stond ik al voor de deur, veel te vroeg. " * 16
_FINE = msgspec.structs.replace(PLAIN, quality=Quality.ORIGINAL)
_ROOT = Path(__file__).parents[2]

_EXPORT = """
import multiprocessing
import os
import sys
import time
from pathlib import Path
from reisblog.photos.decoder import Decoder
from reisblog.model.book import Quality, Wish
from tests import desks

def high_water():
    children = [child.pid for child in multiprocessing.active_children()]
    told = [Path(f"/proc/{number}/status").read_text() for number in (os.getpid(), *children)]
    lines = [line for text in told for line in text.splitlines()]
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))

journey, home, out, quality = sys.argv[1:]
with Decoder() as decoder, desks.opened(Path(journey), Path(home), decoder=decoder) as desk:
    decoder.warm()
    time.sleep(3)  # its processes are there, as they are in a window
    before = high_water()
    desk.export_pdf(Path(out), wish=Wish(quality=Quality(quality)), replace=True)
    print(high_water() - before)
"""
_IMG2PDF = """
import sys
from pathlib import Path
import img2pdf

def high_water():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024

out, *files = sys.argv[1:]
before = high_water()
with open(out, "wb") as target:
    img2pdf.convert(*files, outputstream=target)
print(high_water() - before)
"""


@benchmark("story-screen")
def telling_forty_photos() -> Iterator[Figure]:
    """The whole book at screen quality, nothing kept from before; its size beside the photos'."""
    files = pictures.phone_photos(_PHOTOS)
    with _desk(files) as (desk, out):
        ratio = ratio_of_medians(
            lambda: _told_anew(desk, out, PLAIN),
            lambda: [_upright(file, _SIDE) for file in files],
            pairs=_PAIRS,
        )
        yield Figure.at_most("story-screen", ratio, goal=1.0, unit="x D")
        share = out.stat().st_size / sum(file.stat().st_size for file in files)
        yield Figure.at_most("story-size", share, goal=0.1, unit="of the photos")


@benchmark("story-again")
def telling_them_again() -> Iterator[Figure]:
    """The book after a small edit, beside the first one."""
    with _desk(pictures.phone_photos(_PHOTOS)) as (desk, out):

        def edit_and_tell() -> None:
            title = f"{desk.journey.title}."
            desk.commit("Title", lambda journey: edits.entitle(journey, title=title))
            desk.export_pdf(out, replace=True)

        first = median_seconds(lambda: _told_anew(desk, out, PLAIN), times=_PAIRS)
        again = median_seconds(edit_and_tell, times=_PAIRS)
        yield Figure.at_most("story-again", again / first, goal=0.15, unit="of the first")


@benchmark("story-print")
def telling_them_as_they_are() -> Iterator[Figure]:
    """What forty photos add to a book that takes them as they are, beside img2pdf's whole run."""
    files = pictures.phone_photos(_PHOTOS)
    with _desk(files) as (desk, out), _desk([]) as (bare, bare_out):
        theirs = out.with_name("img2pdf.pdf")
        # In turn, so that a busy moment touches all three.
        rounds = [
            (
                median_seconds(lambda: _told_anew(desk, out, _FINE), times=1),
                median_seconds(lambda: _told_anew(bare, bare_out, _FINE), times=1),
                median_seconds(lambda: _run(_IMG2PDF, theirs, *files), times=1),
            )
            for _ in range(_ROUNDS)
        ]
        with_them, without, whole = map(statistics.median, zip(*rounds, strict=True))
        added = (with_them - without) / whole
        yield Figure.at_most("story-print", added, goal=1.0, unit="x img2pdf")


@benchmark("story-memory")
def memory_of_forty_photos() -> Iterator[Figure]:
    """How far memory grows while a book is made, with that of the decoders. On Linux."""
    if sys.platform != "linux":
        return
    files = pictures.phone_photos(_PHOTOS)
    with _desk(files) as (desk, out):
        journey = out.with_name("reis.reisblog")
        desk.save(journey)
        grown = {
            quality: _run(_EXPORT, journey, out.with_name("home"), out, quality)
            for quality in (Quality.SCREEN, Quality.ORIGINAL)
        }
        theirs = _run(_IMG2PDF, out.with_name("img2pdf.pdf"), *files)
        screen = grown[Quality.SCREEN] / _MEGABYTE
        yield Figure.at_most("story-memory", screen, goal=150, unit="MB")
        more = (grown[Quality.ORIGINAL] - theirs) / _MEGABYTE
        yield Figure.at_most("story-memory-print", more, goal=100, unit="MB over img2pdf")


@contextmanager
def _desk(files: list[Path]) -> Iterator[tuple[Desk, Path]]:
    """Forty haltes, each with a photo where there are any; and where their book goes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Decoder() as decoder,
        desks.new_desk(Path(folder) / "home", decoder=decoder) as desk,
    ):
        stops = [
            Stop(id=f"s{index}", at=Point(1_200, 800), title=f"Halte {index + 1}", text=_TEXT)
            for index in range(_PHOTOS)
        ]
        photos, _unreadable = desk.photos_from_files(files)
        lying = [
            msgspec.structs.replace(photo, stop=f"s{index}") for index, photo in enumerate(photos)
        ]
        desk.commit(
            "Photos",
            lambda journey: msgspec.structs.replace(
                journey,
                stops=journey.stops.with_(*stops),
                photos=journey.photos.with_(*lying),
                order=tuple(stop.id for stop in stops),
            ),
        )
        yield desk, Path(folder) / "boek.pdf"


def _told_anew(desk: Desk, out: Path, wish: Wish) -> None:
    desk.prepared = Prepared()
    desk.export_pdf(out, replace=True, wish=wish)


def _run(script: str, *arguments: object) -> int:
    """The number that a process prints; it fails here when that does."""
    surroundings = os.environ | {"PYTHONPATH": str(_ROOT)}
    words = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(words, env=surroundings, capture_output=True, text=True, check=True)
    return int(done.stdout)


def _upright(file: Path, side: int) -> Image.Image:
    with Image.open(file) as image:
        image.draft("RGB", (side, side))
        image.thumbnail((side, side))
        return ImageOps.exif_transpose(image)
