"""The small picture of the map for file managers."""

import io
import os

import pytest
from PIL import Image

from reisblog import look, resources
from reisblog.model.geometry import Point
from reisblog.model.records import Mist, Pen, Segment, Trail
from reisblog.photos import preview, renditions
from reisblog.photos.exchange import DrawPreview, Laid, Refusal, Slip

RED, BLUE = (200, 20, 20), (20, 20, 220)
MIDDLE = Point(1200, 800)


def sheet():
    """A contact sheet with a red and a blue picture."""
    made = Image.new("RGB", (192, 96), RED)
    made.paste(BLUE, (96, 0, 192, 96))
    target = io.BytesIO()
    made.save(target, "JPEG", quality=95)
    return target.getvalue()


def asked(**fields):
    plain = {
        "map_picture": os.fsencode(resources.map_files("").coarse),
        "width": 2400,
        "height": 1600,
        "columns": 2,
        **dict.fromkeys(("prints", "slips", "pins", "signs", "trails", "mist"), ()),
    }
    return DrawPreview(**{**plain, **fields})


def laid(cell, at=MIDDLE, turn=0.0):
    return Laid(at=at, turn=turn, size=400, width=4000, height=3000, cell=cell)


def shown(content):
    return Image.open(io.BytesIO(content)).convert("RGB")


def near(picture, at, colour):
    found = picture.getpixel((round(at.x * 256 / 2400), round(at.y * 256 / 2400)))
    wanted = tuple(bytes.fromhex(colour[1:])) if isinstance(colour, str) else colour
    return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 40


def test_it_is_256_pixels_long_and_the_same_each_time():
    content = preview.drawn(asked(), b"")
    assert content.startswith(b"\x89PNG")
    assert shown(content).size == (256, 171)
    assert preview.drawn(asked(), b"") == content


def test_an_upright_map_is_256_pixels_high():
    assert shown(preview.drawn(asked(width=1200, height=1600), b"")).size == (192, 256)


@pytest.mark.parametrize("turn", [0, 8, 90, 181])
def test_each_photo_is_the_one_of_its_cell(turn):
    photos = (laid(1, turn=turn), laid(0, at=Point(400, 400), turn=turn))
    picture = shown(preview.drawn(asked(prints=photos), sheet()))
    assert near(picture, MIDDLE, BLUE)
    assert near(picture, Point(400, 400), RED)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff nonsense", b"\x89PNG\r\n\x1a\n"])
def test_without_a_sheet_paper_lies_where_photos_are(content):
    picture = shown(preview.drawn(asked(prints=(laid(1),)), content))
    assert near(picture, MIDDLE, look.PAPER_DEEP)


def test_a_cell_beyond_the_sheet_harms_nobody():
    preview.drawn(asked(prints=(laid(999),)), sheet())


def test_what_lies_far_beyond_the_map_harms_nobody():
    away = Point(-90_000, 100_000)
    line = Segment(away, Point(99_000, 3), Point(0, -90_000))
    preview.drawn(
        asked(
            prints=(laid(0, at=away),),
            slips=(Slip(at=away, width=220, lines=3),),
            pins=(away,),
            signs=(away,),
            trails=tuple(Trail(id="t", pen=pen, start=away, segments=(line,)) for pen in Pen),
        ),
        sheet(),
    )


@pytest.mark.parametrize("pen", Pen)
def test_a_path_shows_in_its_tint(pen):
    line = Segment(Point(500, 800), Point(1500, 800), Point(2000, 800))
    trail = Trail(id="t", pen=pen, start=Point(300, 800), segments=(line,), tint="plum")
    picture = shown(preview.drawn(asked(trails=(trail,)), b""))
    assert any(near(picture, Point(x, 800), look.PLUM) for x in range(300, 2000, 9))


def test_a_dot_is_a_path_too():
    trail = Trail(id="t", pen=Pen.MINE, start=MIDDLE, segments=())
    assert preview.drawn(asked(trails=(trail,)), b"") != preview.drawn(asked(), b"")


def test_mist_lies_over_the_map_but_not_over_its_border():
    mist = tuple(Mist(row, ((0, 300),)) for row in range(200))
    picture = shown(preview.drawn(asked(mist=mist), b""))
    bare = shown(preview.drawn(asked(), b""))
    assert near(picture, MIDDLE, look.MIST)
    assert picture.getpixel((1, 1)) == bare.getpixel((1, 1))


def test_without_a_picture_of_the_map_there_is_none(tmp_path):
    with pytest.raises(Refusal):
        preview.drawn(asked(map_picture=os.fsencode(tmp_path / "gone.png")), b"")


def test_a_rendition_gives_the_same_cell_whenever_it_is_made():
    small = renditions.jpeg(Image.new("RGB", (512, 384), RED), quality=85)
    one, other = (
        renditions.cell(renditions.decoded(small, renditions.Form.JPEG, side=96)) for _ in range(2)
    )
    assert one == other
