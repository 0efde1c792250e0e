"""The map's geometry and the places' texts become an Atlas."""

import json
import re

import pytest

from reisblog import resources
from reisblog.errors import MapError
from reisblog.model.geometry import Point, Rect
from reisblog.storage.atlas_file import read_atlas
from reisblog.storage.own_atlas import own_atlas

PLACES = {
    "places": [
        {"id": "berg", "name": "Berg", "short": "Berg", "where": {"nl": "op", "en": "on"},
         "carries": {"nl": "a", "en": "b"}, "words": {}, "told": {"nl": "c", "en": "d"}},
    ],
    "aids": [],
}  # fmt: skip
MAP = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600">
  <g id="berg"><path id="berg.area" d="M0 0"/></g>
  <g id="geometry" display="none">
    <polygon id="berg.area" points="10,20 110,20 110,80,10 80"/>
    <circle id="berg.label" cx="60" cy="95" r="6"/>
    <circle id="berg.pin" cx="60.5" cy="80" r="6"/>
    <rect id="berg.rest" x="120" y="20" width="22" height="20"/>
  </g>
  <g id="later"><circle id="berg.pin" cx="1" cy="1" r="1"/></g>
</svg>"""


@pytest.fixture
def files(tmp_path):
    drawing, catalogue = tmp_path / "map.svg", tmp_path / "places.json"
    drawing.write_text(MAP, encoding="utf-8")
    catalogue.write_text(json.dumps(PLACES), encoding="utf-8")
    return drawing, catalogue


def test_geometry_comes_from_the_map_itself(files):
    atlas = read_atlas(*files)
    berg = atlas.places["berg"]
    assert (atlas.width, atlas.height) == (900.0, 600.0)
    assert berg.area.bounds == Rect(10, 20, 100, 60)
    assert (berg.label, berg.pin) == (Point(60, 95), Point(60.5, 80))
    assert berg.rest == Rect(120, 20, 22, 20)


def test_another_drawing_has_another_fingerprint(files):
    before = read_atlas(*files).map
    files[0].write_text(MAP.replace("60.5", "61"), encoding="utf-8")
    after = read_atlas(*files).map
    assert after.id == before.id
    assert after.sha256 != before.sha256


@pytest.mark.parametrize("part", ["area", "label", "pin", "rest"])
def test_a_part_that_lacks_is_named(files, part):
    files[0].write_text(re.sub(rf'id="berg\.{part}"', "", MAP), encoding="utf-8")
    with pytest.raises(MapError, match=rf"berg\.{part}: This is not"):
        read_atlas(*files)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</svg>", ""),
        ('viewBox="0 0 900 600"', ""),
        ('viewBox="0 0 900 600"', 'viewBox="10 0 900 600"'),
        ("10,20 110,20 110,80,10 80", "10,20 110,20"),
        ("10,20 110,20 110,80,10 80", "10,20 110,20 110"),
        ('cx="60" ', ""),
        ('width="22"', 'width="wide"'),
        ('<g id="geometry"', '<g id="geometry" transform="scale(2)"'),
        ("<svg ", '<!DOCTYPE svg [<!ENTITY x "x">]><svg '),
    ],
)
def test_a_map_that_cannot_be_used_is_refused(files, old, new):
    files[0].write_text(MAP.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MapError, match="untouched"):
        read_atlas(*files)


@pytest.mark.parametrize("texts", ["", "{}", '{"places": [{"id": "berg"}], "aids": []}', "[" * 9])
def test_a_catalogue_that_cannot_be_used_is_refused(files, texts):
    files[1].write_text(texts, encoding="utf-8")
    with pytest.raises(MapError, match=r"places\.json"):
        read_atlas(*files)


def test_a_missing_file_is_named(files):
    files[0].unlink()
    with pytest.raises(MapError, match=r"map\.svg"):
        read_atlas(*files)


def test_our_own_map_has_all_places_in_the_catalogues_order():
    atlas = own_atlas()
    assert len(atlas.places) == 22
    assert next(iter(atlas.places)) == "stad-der-succesvolle-stage"
    assert (atlas.width, atlas.height) == (2400.0, 1600.0)


@pytest.mark.parametrize("place", own_atlas().places.values(), ids=lambda place: place.id)
def test_every_place_lies_on_the_sheet_and_has_room_beside_it(place):
    sheet = own_atlas().bounds
    corners = [Point(place.rest.x, place.rest.y), Point(place.rest.right, place.rest.bottom)]
    assert all(sheet.contains(point) for point in [*place.area.points, *corners, place.label])
    assert (place.rest.width, place.rest.height) == (220.0, 200.0)
    assert sheet.contains(place.pin)


def test_no_two_resting_spots_meet():
    rests = [place.rest.grown(-1) for place in own_atlas().places.values()]
    assert not any(a.intersects(b) for i, a in enumerate(rests) for b in rests[:i])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "entry", [*own_atlas().places.values(), *own_atlas().aids], ids=lambda entry: entry.id
)
def test_what_is_said_of_a_place_or_an_aid_is_a_statement_in_both_languages(entry, language):
    for text in (entry.carries[language], entry.told[language]):
        assert text.endswith(".")
        assert "?" not in text
        assert "!" not in text
        assert len(text.split()) <= 24
        assert not re.search(r"\b(ik|moet|verplicht|vergeten|I|must|should)\b", text)
    if entry.id in own_atlas().places:
        assert entry.short in entry.where[language]


def test_the_four_aids_are_there():
    assert [aid.id for aid in own_atlas().aids] == [
        "kompas",
        "rugzak",
        "reisgezelschap",
        "familieleden",
    ]


def test_the_catalogue_holds_nothing_that_the_map_lacks():
    listed = json.loads(resources.places().read_text(encoding="utf-8"))
    assert [entry["id"] for entry in listed["places"]] == list(own_atlas().places)


def test_the_prepared_atlas_says_what_the_map_itself_says():
    assert resources.prepared_atlas().exists()
    assert own_atlas() == read_atlas(resources.own_map(), resources.places())


def test_without_a_prepared_atlas_the_map_itself_is_read(monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "prepared", lambda: tmp_path)
    assert own_atlas.__wrapped__() == own_atlas()
