"""More photos than memory should hold finely: each is read once, and fine only where one looks."""

import msgspec
import pytest
from PySide6.QtGui import QImage

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Stop
from reisblog.photos.decoder import Decoder
from reisblog.running import render_picture
from reisblog.ui.canvas.sharpness import finest_of
from tests import desks, journeys, pictures

OPEN = Point(1330, 930)


class Counted(Decoder):
    """Counts how many pictures it is asked for."""

    asked = 0

    def pixels(self, encoded, *, side):
        self.asked += 1
        return super().pixels(encoded, side=side)


def rendered(tmp_path, journey_of, content):
    """How often the decoder was asked for a picture of a journey, and how many lack in it."""
    with Counted() as decoder, desks.new_desk(tmp_path / "home", decoder=decoder) as desk:
        media = desks.keep(desk, content, rendition=content)
        desk.commit("Everything", lambda journey: journey_of(journey, media))
        missing = render_picture(desk, tmp_path / "kaart.png", 320, 200, replace=False)
        return decoder.asked, missing


def many(media, **fields):
    return [
        journeys.photo(f"p{number}", media=media, width=60, height=40, **fields)
        for number in range(30)
    ]


@pytest.mark.usefixtures("qapp")
def test_a_picture_that_many_photos_show_is_read_once(tmp_path):
    def spread(journey, media):
        return edits.bring_in(journey, many(media, at=OPEN))

    assert rendered(tmp_path, spread, pictures.jpeg(60, 40)) == (1, 0)
    assert QImage(str(tmp_path / "kaart.png")).width() == 320


@pytest.mark.usefixtures("qapp")
def test_a_picture_of_the_map_reads_no_photo_in_the_tray(tmp_path):
    def waiting(journey, media):
        return edits.bring_in(journey, many(media))

    assert rendered(tmp_path, waiting, pictures.jpeg(60, 40)) == (0, 0)


@pytest.mark.usefixtures("qapp")
def test_a_picture_of_the_map_reads_no_photo_that_is_hidden_in_a_pile(tmp_path):
    def piled(journey, media):
        top = many(media)[:3]
        below = [
            msgspec.structs.replace(photo, id=f"b{photo.id}", media="0" * 64)
            for photo in many(media)
        ]
        journey = edits.bring_in(journey, [*top, *below])
        return edits.start_stop(journey, Stop(id="s", at=OPEN), journey.photos)

    assert rendered(tmp_path, piled, pictures.jpeg(60, 40)) == (1, 0)


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_read_is_asked_for_once_and_counted(tmp_path):
    def spread(journey, media):
        return edits.bring_in(journey, many(media, at=OPEN))

    assert rendered(tmp_path, spread, b"no picture") == (1, 1)


def test_many_prints_are_less_fine_than_few():
    assert [finest_of(count) for count in (0, 100, 1_000, 5_000)] == [512, 512, 256, 128]
