"""Mist in the travel book: soft, in the document once, and only where a map is to be read."""

import io

import msgspec
import pypdfium2
import pytest

from reisblog import look, texts
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.mist import swept
from reisblog.model.records import Pen, Stop
from reisblog.model.table import Table
from reisblog.story.marks import MapCrop
from reisblog.story.pdf import compose, write_story
from reisblog.story.styles import MM
from reisblog.story.telling import Telling
from reisblog.story.wall_map import Paper, write_wall_map
from tests.journeys import SHEET
from tests.story.conftest import Album, photo, rest, trail

MIST = swept(Point(100, 300), Point(280, 300), SHEET)
SPOT = Point(200, 300)
_SCALE = 2


def book(journey, atlas):
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target)
    return target.getvalue()


def printed(content, page):
    """A page as a picture, two pixels to a point."""
    with pypdfium2.PdfDocument(content) as document:
        return document[page].render(scale=_SCALE).to_pil().convert("RGB")


def on_leaf(content, at):
    """The colour of the map leaf at a point of the map."""
    frame = Rect(18 * MM, 14 * MM, 261 * MM, 174 * MM)
    scale = frame.width / SHEET.width
    spot = frame.x + at.x * scale, frame.y + at.y * scale
    return printed(content, 1).getpixel(tuple(round(_SCALE * side) for side in spot))


def share_of_paper(bare, seen):
    """How far the map's colour went towards paper."""
    paper = [int(look.MIST[at : at + 2], 16) for at in (1, 3, 5)]
    part = max(range(3), key=lambda index: abs(paper[index] - bare[index]))
    return (seen[part] - bare[part]) / (paper[part] - bare[part])


@pytest.fixture
def clear(atlas):
    stop = Stop(id="s", at=rest(atlas, "wensboom"), places=("wensboom",), title="Toen")
    path = trail("t", Pen.MINE, [(400, 400), (900, 800)])
    return Journey(id="a", stops=Table([stop]), trails=Table([path]), order=("s",))


@pytest.fixture
def misty(clear):
    return msgspec.structs.replace(clear, mist=MIST)


def test_the_map_leaf_shows_it_and_is_the_same_elsewhere(clear, misty, atlas):
    before, after = book(clear, atlas), book(misty, atlas)
    assert 0.6 < share_of_paper(on_leaf(before, SPOT), on_leaf(after, SPOT)) < 0.95
    for elsewhere in (Point(200, 450), Point(1300, 950)):
        assert on_leaf(before, elsewhere) == on_leaf(after, elsewhere)


def test_it_takes_a_few_kilobytes_however_often_it_shows(clear, misty, atlas):
    before, after = book(clear, atlas), book(misty, atlas)
    assert after.count(b"/SMask") == 2  # the map's, and that of the sample in its key
    assert len(after) - len(before) < 12_000
    assert after == book(misty, atlas)


def test_the_key_says_what_it_is_when_there_is_any(clear, misty, atlas):
    said = texts.catalogue("nl").gettext("Mist")

    def key(journey):
        with pypdfium2.PdfDocument(book(journey, atlas)) as document:
            return document[1].get_textpage().get_text_range()

    assert said in key(misty)
    assert said not in key(clear)


def test_it_lies_on_maps_with_paths_and_leaves_the_drawing_beside_a_heading_clear(misty, atlas):
    with_photo = msgspec.structs.replace(
        misty,
        stops=misty.stops.with_(Stop(id="s2", at=rest(atlas, "bergen"), places=("bergen",))),
        photos=Table([photo("p", stop="s2")]),
        order=("s", "s2"),
    )
    pages = compose(Telling(with_photo, atlas))
    crops = [mark for page in pages for mark in page.marks if isinstance(mark, MapCrop)]
    with_map = [crop for crop in crops if not crop.over]
    beside = [crop for crop in with_map if crop.view.frame.width == pytest.approx(48 * MM)]
    assert [crop.mist for crop in beside] == [()]
    assert {crop.mist for crop in with_map if crop not in beside} == {MIST}
    assert len(with_map[2].trails) == 1


def test_the_blank_map_for_the_wall_knows_no_mist(atlas):
    sheet = io.BytesIO()
    write_wall_map(atlas, sheet, Paper.A4)
    assert b"/SMask" not in sheet.getvalue()
