"""A school's own map is read, or everything that is wrong with it is told by id."""

import hashlib
import re

import msgspec
import pytest

from reisblog import resources
from reisblog.errors import MapError, UnusableMapError
from reisblog.model.geometry import Point, Rect
from reisblog.storage.catalogue import read_catalogue
from reisblog.storage.maps import limits
from reisblog.storage.maps.files import prepared_files, svg_of, write_map
from reisblog.storage.maps.reading import read_map, read_map_file
from tests import school_maps

AREA, PIN = "dilemmabos.area", "wensboom.pin"
CATALOGUE = read_catalogue(resources.places())


def read(drawing, **given):
    return read_map(drawing.encode(), "kaart.svg", CATALOGUE, **given)


def told(drawing):
    with pytest.raises(UnusableMapError) as refused:
        read(drawing)
    return list(refused.value.problems)


def with_art(art):
    return read(school_maps.plain(art)).shapes[1]


def without(drawing, part):
    return re.sub(rf'<\w+ id="{re.escape(part)}"[^>]*>', "", drawing)


def test_a_map_that_has_everything_becomes_an_atlas_and_its_shapes():
    drawing = school_maps.plain()
    made = read(drawing)
    x, y = school_maps.spot("wensboom")
    wensboom = made.atlas.places["wensboom"]
    assert (made.atlas.width, made.atlas.height) == school_maps.SHEET
    assert list(made.atlas.places) == school_maps.PLACES
    assert wensboom.area.bounds == Rect(x, y, 100, 80)
    assert (wensboom.pin, wensboom.label) == (Point(x + 50, y + 70), Point(x + 50, y + 95))
    assert wensboom.rest == Rect(x + 105, y, 110, 100)
    assert wensboom.name == "Wensboom"
    assert [aid.id for aid in made.atlas.aids] == [aid.id for aid in CATALOGUE.aids]
    assert len(made.shapes) == 1 + 2 * 22
    assert made.atlas.map.sha256 == hashlib.sha256(drawing.encode()).hexdigest()


def test_everything_that_is_missing_is_told_at_once():
    drawing = without(without(school_maps.plain(), AREA), PIN)
    assert told(drawing.replace('<g id="chill-strand"', "<g")) == [
        "chill-strand: There is no group with this id.",
        f"{AREA}: This is not in the group geometry; draw a <polygon> with this id there.",
        f"{PIN}: This is not in the group geometry; draw a <circle> with this id there.",
    ]


def test_what_is_wrong_is_one_sentence_that_names_the_file_and_the_first():
    with pytest.raises(MapError, match=r"“kaart.svg” cannot be the map yet.*untouched.*2 things"):
        read(without(without(school_maps.plain(), AREA), PIN))


def test_a_map_without_the_group_is_told_that_and_no_more():
    drawing = school_maps.plain().replace('id="geometry"', 'id="geometrie"')
    assert told(drawing) == ["geometry: There is no group with this id."]


POLYGON = school_maps.geometry("dilemmabos")["area"]
CIRCLE = school_maps.geometry("wensboom")["pin"]
REST = school_maps.geometry("wensboom")["rest"]


@pytest.mark.parametrize(
    ("old", "new", "about", "what"),
    [
        (POLYGON, f'<rect id="{AREA}" width="9" height="9"/>', AREA, "This is a <rect>; make it"),
        (CIRCLE, f'<path id="{PIN}" d="M9 9"/>', PIN, "This is a <path>; make it a <circle>"),
        (POLYGON, POLYGON.replace("/>", ' transform="scale(2)"/>'), AREA, "transform"),
        (POLYGON, POLYGON.replace("/>", ' style="transform:scale(2)"/>'), AREA, "transform"),
        (f"{POLYGON}", f'<g transform="scale(1)">{POLYGON}</g>', AREA, "transform"),
        (POLYGON, f'<polygon id="{AREA}" points="10,10 90,90"/>', AREA, "no surface"),
        (POLYGON, f'<polygon id="{AREA}" points="10,10 90,90 50,50"/>', AREA, "no surface"),
        (POLYGON, f'<polygon id="{AREA}" points="10,10 90,90 50"/>', AREA, "measures"),
        (POLYGON, f'<polygon id="{AREA}" points="10,10 NaN,90 50,7"/>', AREA, "measures"),
        (POLYGON, f'<polygon id="{AREA}" points="10,10 1e308,90 50,7"/>', AREA, "measures"),
        (POLYGON, f'<polygon id="{AREA}"/>', AREA, "measures"),
        (POLYGON, f'<path id="{AREA}" d="M9 9C9 99 99 99 99 9z"/>', AREA, "straight lines"),
        (POLYGON, f'<path id="{AREA}" d="M9 9h9v9zm50 0h9v9z"/>', AREA, "straight lines"),
        (POLYGON, POLYGON.replace('points="', 'points="1501,5 '), AREA, "on the sheet"),
        (POLYGON, POLYGON * 2, AREA, "there twice"),
        (CIRCLE, CIRCLE.replace('cx="', 'cx="-'), PIN, "on the sheet"),
        (CIRCLE, CIRCLE.replace('cx="', 'cx="infinity'), PIN, "measures"),
        (REST, REST.replace('width="110"', 'width="0"'), "wensboom.rest", "no surface"),
        (REST, REST.replace('width="110"', 'width="9000"'), "wensboom.rest", "on the sheet"),
    ],
)
def test_geometry_that_cannot_be_used_is_told_by_id(old, new, about, what):
    drawing = school_maps.plain()
    assert old in drawing
    (line,) = told(drawing.replace(old, new))
    assert line.startswith(f"{about}: ")
    assert what in line


def test_an_outline_of_too_many_corners_is_told():
    around = " ".join(f"{100 + n / 10:.1f},{100 + (n % 2) * 50}" for n in range(limits.CORNERS + 1))
    drawing = school_maps.plain().replace(POLYGON, f'<polygon id="{AREA}" points="{around}"/>')
    assert told(drawing) == [f"{AREA}: This has more than 1000 corners."]


def test_geometry_may_have_become_a_path_and_an_ellipse():
    x, y = school_maps.spot("dilemmabos")
    path = f'<path id="{AREA}" d="m {x},{y} h 100 v 80 h -100 z"/>'
    ellipse = CIRCLE.replace("<circle", "<ellipse").replace(' r="6"', ' rx="6" ry="7"')
    drawing = school_maps.plain()
    changed = drawing.replace(POLYGON, path).replace(CIRCLE, ellipse)
    assert read(changed).atlas.places == read(drawing).atlas.places


@pytest.mark.parametrize(
    ("art", "what"),
    [
        ('<text id="it" x="5" y="5">Hoi</text>', "<text> cannot be on a map"),
        ('<image id="it" href="#x"/>', "<image> cannot"),
        ('<script id="it"/>', "<script> cannot"),
        ('<style id="it">path {fill: red}</style>', "<style> cannot"),
        ('<foreignObject id="it"/>', "<foreignObject> cannot"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml" id="it"/>', "<script> cannot"),
        ('<defs><script id="it"/></defs>', "<script> cannot"),
        ('<a id="it" href="#x"><path d="M0 0h9"/></a>', "<a> cannot"),
        ('<switch id="it"/>', "<switch> cannot"),
        ('<symbol id="it"/>', "<symbol> cannot"),
        ('<svg id="it"/>', "<svg> cannot"),
        ('<linearGradient id="it"/>', "<linearGradient> cannot"),
        ('<path d="M0 0h9"><animate id="it"/></path>', "<animate> cannot"),
        ('<path d="M0 0h9"><set id="it"/></path>', "<set> cannot"),
        ('<path id="it" d="M0 0h9" onclick="go()"/>', "“onclick” can start a program"),
        ('<g display="none"><path id="it" onload="go()"/></g>', "“onload” can start"),
        ('<use id="it" href="other.svg#x"/>', "“href” points outside"),
        ('<use id="it" xlink:href="http://example.invalid/x.svg"/>', "“href” points outside"),
        ('<image id="it" href="data:image/png;base64,AAAA"/>', "“href” points outside"),
        ('<path id="it" fill="url(http://example.invalid/#x)"/>', "“fill” points outside"),
        ('<path id="it" style="fill: URL( \'file:///etc/passwd\')"/>', "“style” points outside"),
        ('<path id="it" d="M0 0h9v9z" fill="url(#x)"/>', "gradient or a pattern"),
        ('<path id="it" d="M0 0h9v9z" style="stroke:url(#x)"/>', "gradient or a pattern"),
        ('<path id="it" d="M0 0h9" filter="url(#x)"/>', "“filter” cannot be on a map"),
        ('<g id="it" style="mask:url(#x)"/>', "“mask” cannot"),
        ('<g id="it" clip-path="url(#x)"/>', "“clip-path” cannot"),
        ('<path id="it" d="M0 0h9" style="marker-end:url(#x)"/>', "“marker-end” cannot"),
        ('<path id="it" d="M0 0h9" style="mix-blend-mode:multiply"/>', "“mix-blend-mode” cannot"),
        ('<path id="it" d="M0 0h9" vector-effect="non-scaling-stroke"/>', "“vector-effect”"),
        ('<path id="it" d="M0 0h9" style="transform:rotate(3deg)"/>', "“style transform” cannot"),
        ('<g id="it" opacity=".5"><path d="M0 0h9v9z"/></g>', "see-through as a whole"),
        ('<g id="it" style="opacity:50%"/>', "see-through as a whole"),
        ('<path id="it" d="M0 0h9v9z" stroke="red" opacity=".5"/>', "fill and stroke together"),
        ('<path id="it" d="M0 0h9v9z" fill="roodachtig"/>', "colour “roodachtig” is not known"),
        ('<path id="it" d="M0 0h9v9z" fill="#ff000080"/>', "colour “#ff000080” is not known"),
        ('<path id="it" d="M0 0h9v9z" fill-opacity="half"/>', "“fill-opacity” has a value"),
        ('<path id="it" d="M0 0h9" stroke="red" stroke-width="2mm"/>', "“stroke-width” has a"),
        ('<path id="it" d="M0 0h9" stroke="red" stroke-width="-2"/>', "“stroke-width” has a"),
        ('<path id="it" d="M0 0h9" stroke="red" stroke-linejoin="arcs"/>', "linejoin"),
        ('<path id="it" d="M0 0h9" stroke="red" stroke-dasharray="3 -3"/>', "dasharray"),
        ('<path id="it" d="M0 0h9" transform="rotate(3,4)"/>', "transform cannot be read"),
        ('<path id="it" d="M0 0h9" transform="perspective(3)"/>', "transform cannot be read"),
        ('<path id="it" d="M0 0h9" transform="scale(1e9)"/>', "transform cannot be read"),
        ('<path id="it" d="M0 0 L nowhere"/>', "measures cannot be read"),
        ('<path id="it" d="L 9 9"/>', "measures cannot be read"),
        ('<path id="it" d="M 0 0 L 9"/>', "measures cannot be read"),
        ('<path id="it" d="M 0 0 L 007 9"/>', "measures cannot be read"),
        ('<path id="it" d="M 0 0 A 9 9 0 2 0 5 5"/>', "measures cannot be read"),
        ('<path id="it" d="M 0 0 L 9 NaN"/>', "measures cannot be read"),
        ('<path id="it" d="M 0 0 L 9 1e308"/>', "measures cannot be read"),
        ('<path id="it" d="M 0 0 L 900000 9"/>', "far outside the sheet"),
        ('<path id="it" d="M 0 0 L 9000 9" transform="scale(99)"/>', "far outside the sheet"),
        ('<circle id="it" r="-5"/>', "measures cannot be read"),
        ('<rect id="it" width="5em" height="3"/>', "measures cannot be read"),
        ('<polygon id="it" points="1,2 3"/>', "measures cannot be read"),
        ('<use id="it" href="#nothing"/>', "clone of “nothing”, which is not there"),
        ('<g id="loop"><use id="it" href="#loop"/></g>', "clone of what it is part of"),
        ('<path id="it" d="M0 0H1400" stroke="red" stroke-dasharray=".001"/>', "too many dashes"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_id(art, what):
    lines = told(school_maps.plain(art))
    assert all(line.startswith("it: ") for line in lines)
    assert any(what in line for line in lines)


def test_what_has_no_id_is_told_by_its_kind_and_where_it_is():
    art = '<g id="zee"><g><text>Hoi</text></g></g>'
    assert told(school_maps.plain(art))[0].startswith("<text> < zee: ")


def test_an_id_cannot_disturb_the_list():
    art = f'<text id="a&#10;b&#x202e;{"c" * 900}"/>'
    (line,) = told(school_maps.plain(art))
    assert re.match(r"a[ ?]b\?c{56}: <text>", line)


@pytest.mark.parametrize("hidden", ['display="none"', 'style="display:none"'])
def test_what_is_not_shown_may_be_anything_that_does_nothing(hidden):
    made = read(school_maps.plain(f"<g {hidden}><text>Schets</text><path d='?'/></g>"))
    assert len(made.shapes) == len(read(school_maps.plain()).shapes)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('viewBox="0 0 1500 1000"', "", "needs viewBox"),
        ('viewBox="0 0 1500 1000"', 'viewBox="0 0 wide 1000"', "needs viewBox"),
        ('viewBox="0 0 1500 1000"', 'viewBox="5 0 1500 1000"', "begins at 0 0"),
        ('viewBox="0 0 1500 1000"', 'viewBox="0 0 30000 20000"', "600 to 6000 units"),
        ('viewBox="0 0 1500 1000"', 'viewBox="0 0 3000 1000"', "up to twice as wide"),
        ('viewBox="0 0 1500 1000"', 'viewBox="0 0 1500 1600"', "up to twice as wide"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_told(old, new, what):
    (line,) = told(school_maps.plain().replace(old, new))
    assert line.startswith("viewBox: ")
    assert what in line


@pytest.mark.parametrize(
    "content", [b"", b"reis", b"<html/>", b"<svg/>", b"\xff\xfe<", b'<?xml encoding="?"?><svg/>']
)
def test_what_is_no_drawing_is_told_so(content):
    with pytest.raises(UnusableMapError, match="cannot be read as an SVG drawing"):
        read_map(content, "kaart.svg", CATALOGUE)


def test_a_map_that_is_not_there_is_told_by_name(tmp_path):
    for path in (tmp_path / "kaart.svg", tmp_path):
        with pytest.raises(MapError, match=f"“{path.name}” cannot be opened"):
            read_map_file(path, CATALOGUE)


def test_a_style_goes_before_attributes_and_both_before_what_is_around():
    shape = with_art(
        '<g fill="#111111" stroke="#222222" style="stroke-width:7">'
        '<path d="M0 0h9v9z" stroke="#333333" fill="blue" style="fill:#ABCDEF !important"/></g>'
    )
    assert (shape.paint.fill, shape.paint.stroke, shape.paint.width) == ("#abcdef", "#333333", 7)


@pytest.mark.parametrize(
    ("colour", "known"),
    [
        ("Tomato", "#ff6347"),
        ("#fa0", "#ffaa00"),
        ("rgb(300, 10,0)", "#ff0a00"),
        ("rgb(100%,0%,50%)", "#ff0080"),
    ],
)
def test_colours_become_plain(colour, known):
    assert with_art(f'<path d="M0 0h9v9z" fill="{colour}"/>').paint.fill == known


def test_opacity_of_one_paint_becomes_that_paints_own():
    assert with_art('<path d="M0 0h9v9z" fill-opacity=".5" opacity=".5"/>').paint.opacity == 0.25


def test_see_through_fill_and_stroke_are_painted_one_after_the_other():
    art = '<path d="M0 0h9v9z" stroke="#ff0000" fill-opacity=".5"/>'
    fill, stroke = (shape.paint for shape in read(school_maps.plain(art)).shapes[1:3])
    assert (fill.fill, fill.stroke, fill.opacity) == ("#000000", None, 0.5)
    assert (stroke.fill, stroke.stroke, stroke.opacity) == (None, "#ff0000", 1)


def test_a_shape_that_is_turned_stands_where_it_is_seen():
    shape = with_art(
        '<path transform="translate(100 50) rotate(90) scale(2)" d="M0 0h10" stroke="red" '
        'fill="none" stroke-width="3" stroke-dasharray="4 1 2"/>'
    )
    assert shape.matrix is None
    assert [round(number) for _operator, given in shape.path for number in given] == [
        100, 50, 100, 70,
    ]  # fmt: skip
    assert shape.paint.width == 6
    assert shape.paint.dash == (8, 2, 4, 8, 2, 4)


def test_a_stroke_that_is_stretched_keeps_its_matrix():
    shape = with_art('<path transform="scale(2 1)" d="M0 0h10" stroke="red" fill="none"/>')
    assert shape.matrix == (2, 0, 0, 1, 0, 0)


def test_no_stroke_becomes_a_line_of_a_pixel_and_no_dash_nothing():
    art = '<path d="M0 0h9" fill="none" stroke="red" stroke-width=".0001"/>'
    made = read(school_maps.plain(art))
    assert b'stroke-width="0.01"' in svg_of(made)
    dashed = art.replace("/>", ' stroke-dasharray="1e-320 1e-320"/>')
    assert "too many dashes" in told(school_maps.plain(dashed))[0]


def test_clones_show_what_they_are_of_painted_as_where_they_are():
    art = '<defs><path id="p" d="M0 0h9v9z"/></defs><use href="#p" x="5" y="6" fill="#123456"/>'
    shape = with_art(art)
    assert shape.path[0] == ("M", (5, 6))
    assert shape.paint.fill == "#123456"


@pytest.mark.parametrize(
    ("root", "known"),
    [
        ('id="kaart-zorg_2"', "kaart-zorg_2"),
        ('id="svg8"', None),
        ('id="een kaart"', None),
        ("", None),
    ],
)
def test_a_map_is_called_by_its_own_id_if_somebody_chose_one(root, known):
    reference = read(school_maps.plain(root=root)).atlas.map
    assert reference.id == (known or f"map-{reference.sha256[:12]}")


def test_what_had_to_be_rewritten_is_known():
    assert "style" in read(school_maps.plain()).rewritten
    assert {"namedview", "title", "display", "paint", "width"} <= read(
        school_maps.of_inkscape()
    ).rewritten


def test_our_own_map_needs_no_rewriting():
    assert not read_map_file(resources.own_map(), CATALOGUE).rewritten


def test_what_is_written_is_plain_and_the_same_every_time(tmp_path):
    drawing = school_maps.of_inkscape()
    for folder in ("one", "two"):
        write_map(read(drawing), tmp_path / folder)
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()}
        for folder in ("one", "two")
    )
    assert one == two
    assert sorted(one) == ["atlas.json", "map.ops", "map.ops.json", "map.png", "map.svg"]
    assert (
        msgspec.json.decode(one["atlas.json"], type=type(read(drawing).atlas))
        == read(drawing).atlas
    )
    words = set(re.findall(r"<(\w+)| ([\w-]+)=", one["map.svg"].decode()))
    assert {element for element, _attribute in words} - {""} <= {
        "svg", "path", "g", "polygon", "circle", "rect",
    }  # fmt: skip
    assert not {attribute for _element, attribute in words} & {"style", "opacity", "class"}


def test_a_plain_map_keeps_its_geometry():
    made = read(school_maps.of_inkscape())
    groups = "".join(f'<g id="{place}"/>' for place in school_maps.PLACES)
    again = read(svg_of(made).decode().replace("<path", f"{groups}<path", 1))
    assert again.atlas.places == made.atlas.places
    assert not again.rewritten
    assert len(again.shapes) == len(made.shapes)


def test_operators_are_not_larger_than_the_drawing():
    made = read_map_file(resources.own_map(), CATALOGUE)
    assert len(prepared_files(made)["map.ops"]) < 520_000
