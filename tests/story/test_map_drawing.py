"""The map stands in a book once, and through any number of little windows onto it."""

import io

import msgspec
import pypdfium2
import pytest
from PIL import ImageChops

from reisblog.errors import ExportError
from reisblog.model.book import Quality
from reisblog.model.geometry import Point, Rect
from reisblog.model.own_places import OwnPlaces
from reisblog.model.records import Flag, OwnPlace, Sign, Stop
from reisblog.model.table import Table
from reisblog.story.map_drawing import MapDrawing, View, surroundings
from reisblog.story.properties import Properties
from reisblog.story.sheet import Sheet

_PAGE = (400.0, 300.0)
_CORNER = (1230, 800)


def book(atlas, views_on_pages):
    """A document with these views of the map on its pages."""
    target = io.BytesIO()
    sheet = Sheet(
        properties=Properties(""),
        pictures=None,
        quality=Quality.SCREEN,
        target=target,
    )
    drawing = MapDrawing(sheet, atlas)
    for views in views_on_pages:
        with sheet.page(*_PAGE):
            for view in views:
                drawing.draw(view)
                drawing.draw_signs(view)
    sheet.finish()
    return target.getvalue()


def test_thirty_little_maps_make_thirty_pages_hardly_larger(atlas):
    keys = [*atlas.places, *atlas.places][:30]
    regions = [
        surroundings(atlas, Stop(id="s", at=Point(0, 0), places=(key,)), shape=4 / 3)
        for key in keys
    ]
    little = [[View(Rect(20, 20, 136, 102), region)] for region in regions]
    bare = book(atlas, [[View(Rect(0, 0, *_PAGE), atlas.bounds)], *[[]] * 30])
    full = book(atlas, [[View(Rect(0, 0, *_PAGE), atlas.bounds)], *little])
    assert len(full) - len(bare) < 20_000


@pytest.mark.parametrize("sign", Sign)
def test_a_place_of_ones_own_is_drawn_where_it_stands(atlas, sign):
    own = OwnPlace(id="o", sign=sign, at=Point(1330, 950))
    view = View(Rect(0, 0, 300, 300), Rect(*_CORNER, 200, 200))
    bare, signed = (
        _picture(book(OwnPlaces(atlas).on_map(Table(places)), [[view]])) for places in ([], [own])
    )
    changed = ImageChops.difference(bare, signed).getbbox()
    left, top, right, bottom = (
        round(side / 1.5) + at for side, at in zip(changed, _CORNER * 2, strict=True)
    )
    assert abs((left + right) / 2 - own.at.x) < 20
    assert own.at.y - 112 <= top < own.at.y - 60
    assert own.at.y - 10 < bottom <= own.at.y + 16


def test_departure_and_destination_have_a_pennant_each(atlas):
    view = View(Rect(0, 0, 300, 300), Rect(*_CORNER, 200, 200))
    own = OwnPlace(id="o", sign=Sign.TENT, at=Point(1330, 950))
    flagged = [msgspec.structs.replace(own, flag=flag) for flag in (None, *Flag)]
    none, departure, destination = (
        _picture(book(OwnPlaces(atlas).on_map(Table([place])), [[view]])) for place in flagged
    )
    for one, other in ((none, departure), (none, destination), (departure, destination)):
        left, top, right, bottom = ImageChops.difference(one, other).getbbox()
        assert left >= (1330 - 64 - 1230) * 1.5
        assert bottom - top >= 30
        assert right - left >= 40


@pytest.mark.parametrize(
    "facts", ["[]", "{}", "{", '{"ext_gstate": []}', '{"ext_gstate": {"a": 1}}']
)
def test_a_kept_map_that_was_damaged_is_told_of(atlas, tmp_path, facts):
    (tmp_path / "map.ops").write_bytes(b"")
    (tmp_path / "map.ops.json").write_text(facts, encoding="utf-8")
    with pytest.raises(ExportError):
        book(msgspec.structs.replace(atlas, folder=tmp_path), [])


def _picture(content):
    document = pypdfium2.PdfDocument(content)
    picture = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    return picture
