"""Where the places of a map are: the group ``geometry``, which is never drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.storage.maps import limits, numbers, paint, paths
from reisblog.storage.maps.tree import kind_of, local_name, unreadable
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from reisblog.storage.maps.faults import Faults
    from reisblog.storage.maps.tree import Tree

GEOMETRY = "geometry"
"""The id of the group."""
KINDS = {
    "area": ("polygon", "path"),
    "label": ("circle", "ellipse"),
    "pin": ("circle", "ellipse"),
    "rest": ("rect",),
}
"""The parts of a place, and as what each may be drawn. Editors make a polygon a path when one of
its corners is moved, and a circle an ellipse."""
_FEWEST_CORNERS = 3
_LETTERS = 50
"""So many are enough to say where a corner is."""


class Parts(msgspec.Struct, frozen=True):
    """Where one place is: as in an Atlas."""

    area: Polygon
    label: Point
    pin: Point
    rest: Rect


class _PartError(Exception):
    """A part that cannot be used; it tells why in a sentence."""


def read_geometry(
    tree: Tree, place_ids: list[str], sheet: Rect, faults: Faults
) -> dict[str, Parts]:
    """The parts of every place of which the faults have nothing to tell."""
    elements = _elements(tree, place_ids, faults)
    if elements is None:
        faults.tell(GEOMETRY, _("There is no group with this id."))
        return {}
    places: dict[str, Parts] = {}
    for place_id in place_ids:
        found = {part: _part(tree, elements, f"{place_id}.{part}", sheet, faults) for part in KINDS}
        if None not in found.values():
            places[place_id] = msgspec.convert(found, Parts)
    return places


def _elements(tree: Tree, place_ids: list[str], faults: Faults) -> dict[str, Element] | None:
    """What is inside the group, by id."""
    groups = [group for group in tree.all_with_id(GEOMETRY) if kind_of(group) == "g"]
    if not groups:
        return None
    wanted = {f"{place_id}.{part}" for place_id in place_ids for part in KINDS}
    found: dict[str, Element] = {}
    for element in groups[0].iter():
        name = element.get("id", "")
        if name in found and name in wanted:
            faults.tell(name, _("This id is there twice; keep one."))
        found[name] = element
    if len(groups) > 1:
        faults.tell(GEOMETRY, _("This id is there twice; keep one."))
    return found


def _part(
    tree: Tree, elements: dict[str, Element], name: str, sheet: Rect, faults: Faults
) -> Polygon | Point | Rect | None:
    part = name.rpartition(".")[2]
    element, kinds = elements.get(name), KINDS[part]
    if element is None:
        told = _("This is not in the group geometry; draw a <{kind}> with this id there.")
        faults.tell(name, told.format(kind=kinds[0]))
        return None
    kind = kind_of(element)
    if kind not in kinds:
        told = _("This is a <{kind}>; make it a <{wanted}>.")
        faults.tell(name, told.format(kind=local_name(element), wanted=kinds[0]))
        return None
    if any(_is_moved(outer) for outer in tree.outwards(element)):
        faults.tell(name, _("This has a transform, or its group has; geometry has none."))
        return None
    try:
        shape = _READERS[part](element, kind)
    except _PartError as error:
        faults.tell(name, str(error))
        return None
    except (ValueError, KeyError):
        faults.tell(name, unreadable())
        return None
    if not all(sheet.contains(corner) for corner in _corners(shape)):
        faults.tell(name, _("This does not lie on the sheet as a whole."))
    return shape


def _is_moved(element: Element) -> bool:
    return bool(element.get("transform")) or (
        paint.said_by(element).get(paint.STYLE_TRANSFORM, "none") not in paint.NOTHING
    )


def _area(element: Element, kind: str) -> Polygon:
    outline = element.attrib["d" if kind == "path" else "points"]
    corners: list[Point] = []
    if len(outline) <= _LETTERS * limits.CORNERS:
        corners = _path_corners(outline) if kind == "path" else _listed_corners(outline)
    if not corners or len(corners) > limits.CORNERS:
        raise _PartError(_("This has more than {n} corners.").format(n=limits.CORNERS))
    polygon = Polygon(tuple(corners))
    if len(corners) < _FEWEST_CORNERS or polygon.area < 1:
        raise _PartError(_("This has no surface."))
    return polygon


def _listed_corners(outline: str) -> list[Point]:
    given = numbers.several(outline, longest=len(outline))
    return [Point(x, y) for x, y in zip(given[::2], given[1::2], strict=True)]


def _path_corners(outline: str) -> list[Point]:
    segments = paths.drawn(paths.well_formed(outline))
    operators = [operator for operator, _given in segments]
    if "C" in operators or operators.count("M") != 1:
        raise _PartError(_("This is not one outline of straight lines."))
    corners = [Point(x, y).rounded() for x, y in paths.points(segments)]
    return corners[:-1] if corners[0] == corners[-1] else corners


def _middle(element: Element, _kind: str) -> Point:
    return Point(numbers.length(element.attrib["cx"]), numbers.length(element.attrib["cy"]))


def _rectangle(element: Element, _kind: str) -> Rect:
    x, y = (numbers.length(element.get(key, "0")) for key in ("x", "y"))
    width, height = (numbers.length(element.attrib[key]) for key in ("width", "height"))
    if min(width, height) < 1:
        raise _PartError(_("This has no surface."))
    return Rect(x, y, width, height)


_READERS: dict[str, Callable[[Element, str], Polygon | Point | Rect]] = {
    "area": _area,
    "label": _middle,
    "pin": _middle,
    "rest": _rectangle,
}


def _corners(shape: Polygon | Point | Rect) -> tuple[Point, ...]:
    match shape:
        case Polygon():
            return shape.points
        case Rect():
            return Point(shape.x, shape.y), Point(shape.right, shape.bottom)
        case Point():
            return (shape,)
