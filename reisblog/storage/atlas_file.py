"""The map's geometry and the places' texts, read into an Atlas.

Geometry stands in the map itself and nowhere else, so another map with the same ids works; what
the parts of the group ``geometry`` mean stands in docs/format.md.
"""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING, NoReturn

import msgspec
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from reisblog.errors import MapError
from reisblog.model.atlas import Aid, Atlas, Place
from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.model.journey import MapReference
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

OWN_MAP = "loopbaanrealisatie"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PARTS = ("area", "label", "pin", "rest")
_FEWEST_CORNERS = 3


class _PlaceTexts(msgspec.Struct, frozen=True):
    """One place in the catalogue."""

    id: str
    name: str
    short: str
    where: dict[str, str]
    carries: dict[str, str]
    told: dict[str, str]


class _Catalogue(msgspec.Struct, frozen=True):
    """``assets/places.json``."""

    places: tuple[_PlaceTexts, ...]
    aids: tuple[Aid, ...]


def read_atlas(map_svg: Path, places_json: Path) -> Atlas:
    """A map with its places.

    Args:
        map_svg: the drawing; its user units are map units.
        places_json: the catalogue: names and texts of the places and the aids, in order.

    Raises:
        MapError: one of the files cannot be read, or a place of the catalogue is not on the map.
    """
    drawing = _bytes_of(map_svg)
    try:
        texts = msgspec.json.decode(_bytes_of(places_json), type=_Catalogue)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        _refuse_file(places_json.name, error)
    try:
        width, height, shapes = _geometry(drawing)
    except (ParseError, DefusedXmlException, ValueError) as error:
        _refuse_file(map_svg.name, error)
    places = {entry.id: _place(entry, shapes, map_svg.name) for entry in texts.places}
    reference = MapReference(id=OWN_MAP, sha256=hashlib.sha256(drawing).hexdigest())
    return Atlas(map=reference, width=width, height=height, places=places, aids=texts.aids)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        _refuse_file(path.name, error)


def _place(entry: _PlaceTexts, shapes: dict[str, Element], map_name: str) -> Place:
    for part in _PARTS:
        if f"{entry.id}.{part}" not in shapes:
            raise MapError(
                _(
                    'The map "{map}" has no "{part}" for {place}. Your journeys are untouched; '
                    "use the map that came with Reisblog."
                ).format(map=map_name, part=part, place=entry.name)
            )
    try:
        return Place(
            id=entry.id,
            name=entry.name,
            short=entry.short,
            where=entry.where,
            carries=entry.carries,
            told=entry.told,
            area=_polygon(shapes[f"{entry.id}.area"]),
            label=_middle(shapes[f"{entry.id}.label"]),
            pin=_middle(shapes[f"{entry.id}.pin"]),
            rest=_rectangle(shapes[f"{entry.id}.rest"]),
        )
    except (ValueError, KeyError) as error:
        _refuse_file(map_name, error)


def _geometry(drawing: bytes) -> tuple[float, float, dict[str, Element]]:
    """The map's width and height, and by id the elements inside the group ``geometry``."""
    size: tuple[float, float] | None = None
    shapes: dict[str, Element] = {}
    inside = 0
    for event, element in _elements(drawing):
        if event == "start":
            size = size or _sheet(element)
            if inside or element.get("id") == "geometry":
                inside += 1
                _check_not_moved(element)
                shapes[element.get("id", "")] = element
        else:
            inside = max(0, inside - 1)
            if not inside:
                element.clear()
    if size is None:
        raise ValueError("no drawing")
    return *size, shapes


def _elements(drawing: bytes) -> Iterator[tuple[str, Element]]:
    return iterparse(io.BytesIO(drawing), events=("start", "end"))


def _sheet(root: Element) -> tuple[float, float]:
    left, top, width, height = _numbers(root.get("viewBox", ""))
    if (left, top) != (0, 0) or width <= 0 or height <= 0:
        raise ValueError("the view box does not begin at 0,0")
    return width, height


def _check_not_moved(element: Element) -> None:
    if "transform" in element.attrib:
        raise ValueError("geometry stands in map units; a transform would make it something else")


def _polygon(element: Element) -> Polygon:
    numbers = _numbers(element.attrib["points"])
    corners = zip(numbers[::2], numbers[1::2], strict=True)
    polygon = Polygon(tuple(Point(x, y) for x, y in corners))
    if len(polygon.points) < _FEWEST_CORNERS:
        raise ValueError("an area has at least three corners")
    return polygon


def _middle(element: Element) -> Point:
    return Point(float(element.attrib["cx"]), float(element.attrib["cy"]))


def _rectangle(element: Element) -> Rect:
    x, y, width, height = (float(element.attrib[key]) for key in ("x", "y", "width", "height"))
    return Rect(x, y, width, height)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _refuse_file(name: str, cause: Exception) -> NoReturn:
    raise MapError(
        _(
            '"{name}" cannot be read as part of a map. Your journeys are untouched. '
            "If it came with Reisblog, install Reisblog again."
        ).format(name=name)
    ) from cause
