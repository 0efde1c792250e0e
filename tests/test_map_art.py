"""The drawing of the map keeps to what Qt and the PDF draw alike, and to its own inks."""

import re
from xml.etree import ElementTree as ET

import pytest

from reisblog import resources
from reisblog.storage.own_atlas import own_atlas

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_ATTRIBUTES = {
    "svg": {"viewBox"},
    "g": {"id", "transform", "display"},
    "path": {"d"},
    "rect": {"id", "x", "y", "width", "height"},
    "circle": {"id", "cx", "cy", "r"},
    "polygon": {"id", "points"},
}
_PAINT = {
    "fill",
    "fill-rule",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "stroke-opacity",
}
_COLOUR = re.compile(r"none|#[0-9A-F]{6}")
_LAYERS = ["paper", "sea", "land", "texture", "places", "frame", "geometry"]


@pytest.fixture(scope="module")
def drawing():
    return ET.parse(resources.own_map()).getroot()  # noqa: S314 - our own


def _tag(element):
    return element.tag.removeprefix(_SVG)


def _layer(drawing, name):
    return next(group for group in drawing if group.get("id") == name)


def test_it_is_not_too_large_nor_too_poor(drawing):
    assert resources.own_map().stat().st_size <= 2.5 * 1024 * 1024
    assert 2000 <= sum(_tag(element) in _SHAPES for element in drawing.iter()) <= 4000


def test_it_has_named_layers(drawing):
    assert [group.get("id") for group in drawing] == _LAYERS


def test_it_keeps_to_the_subset_that_all_draw_alike(drawing):
    for element in drawing.iter():
        tag = _tag(element)
        assert tag in _ATTRIBUTES
        painted = _PAINT if tag in _SHAPES else set()
        assert set(element.attrib) <= _ATTRIBUTES[tag] | painted
        assert not (element.text or "").strip()
        for name in ("fill", "stroke"):
            assert _COLOUR.fullmatch(element.get(name, "none"))


def test_see_through_is_only_what_has_one_paint(drawing):
    """What has both is drawn differently by different programs where line and fill overlap."""
    for element in drawing.iter():
        fill, stroke = element.get("fill", "#000000"), element.get("stroke", "none")
        if "fill-opacity" in element.attrib:
            assert stroke == "none"
        if "stroke-opacity" in element.attrib:
            assert fill == "none"


def test_every_place_is_drawn_in_a_group_of_its_own(drawing):
    groups = {group.get("id"): group for group in _layer(drawing, "places")}
    for place_id in own_atlas().places:
        assert sum(_tag(element) in _SHAPES for element in groups[place_id].iter()) >= 8


def test_geometry_is_hidden_and_in_map_units(drawing):
    geometry = _layer(drawing, "geometry")
    assert geometry.get("display") == "none"
    assert not any("transform" in element.attrib for element in geometry.iter())


def test_nothing_important_lies_at_the_outer_edge():
    atlas = own_atlas()
    across, down = 0.04 * atlas.width, 0.04 * atlas.height
    for place in atlas.places.values():
        assert across <= place.pin.x <= atlas.width - across
        assert down <= place.pin.y <= atlas.height - down
        bounds = place.area.bounds
        assert bounds.x >= across - 1
        assert bounds.right <= atlas.width - across + 1
        assert bounds.y >= down - 1
        assert bounds.bottom <= atlas.height - down + 1
