"""Making the book of forty phone photos, against one thread that only decodes them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import MediaKind, Photo, Stop
from reisblog.model.table import Table
from reisblog.storage.own_atlas import own_atlas
from reisblog.story.pdf import write_story
from tests import pictures
from tests.benchmarks.figure import Figure, benchmark, ratio_of_medians

_PHOTOS = 40
_STOPS = 10
_SIDE = 1_600
_JPEG_QUALITY = 82


@benchmark("story-screen")
def telling_forty_photos() -> Iterator[Figure]:
    """The whole book at screen quality, its photos scaled one after another as it asks for them."""
    files = pictures.phone_photos(_PHOTOS)
    journey, atlas = _journey(files), own_atlas()
    by_id = {f"p{index}": file for index, file in enumerate(files)}

    def scaled(photo: Photo, *, side: int) -> bytes:
        out = io.BytesIO()
        _upright(by_id[photo.id], side).save(out, "JPEG", quality=_JPEG_QUALITY)
        return out.getvalue()

    ratio = ratio_of_medians(
        lambda: write_story(journey, atlas, scaled, io.BytesIO()),
        lambda: [_upright(file, _SIDE) for file in files],
        pairs=3,
    )
    yield Figure.at_most("story-screen", ratio, goal=1.0, unit="x D")


def _journey(files: list[Path]) -> Journey:
    """Ten haltes of four photos each, all lying with their halte."""
    stops = [
        Stop(id=f"s{index}", at=Point(1_200, 800), title=f"Halte {index + 1}")
        for index in range(_STOPS)
    ]
    photos = []
    for index, file in enumerate(files):
        with Image.open(file) as image:
            width, height = ImageOps.exif_transpose(image).size
        photos.append(
            Photo(
                id=f"p{index}",
                media=f"{index:064x}",
                kind=MediaKind.JPEG,
                width=width,
                height=height,
                stop=f"s{index % _STOPS}",
            )
        )
    return Journey(
        id="forty",
        stops=Table(stops),
        photos=Table(photos),
        order=tuple(stop.id for stop in stops),
    )


def _upright(file: Path, side: int) -> Image.Image:
    with Image.open(file) as image:
        image.draft("RGB", (side, side))
        image.thumbnail((side, side))
        return ImageOps.exif_transpose(image)
