"""What is drawn on a map: its shapes in their order, one flat list without groups and clones.

Everything is looked over first. Path data is only read when nothing at all is wrong, for that is
what takes time.
"""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from fontTools.misc.transform import Identity, Transform

from reisblog.storage.maps import limits, numbers, paint, paths
from reisblog.storage.maps.faults import printable
from reisblog.storage.maps.geometry import GEOMETRY
from reisblog.storage.maps.paint import UNSAID
from reisblog.storage.maps.tree import deep, kind_of, local_name, many, tell_impossible, unreadable
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from reisblog.storage.maps.faults import Faults
    from reisblog.storage.maps.tree import Tree

_DECIMALS = 2
_LARGEST = 1e9
_SHAPES = {"path", *paths.BASIC_SHAPES}
_SILENT = {"title", "desc", "metadata"}
_LINK = "{http://www.w3.org/1999/xlink}href"
_OF_ANY = {"id", "transform"}
_OWN = {
    "svg": {"viewBox"},
    "g": {*UNSAID, "display"},
    "use": {*UNSAID, "href", _LINK, "x", "y"},
    "path": {*UNSAID, "d"},
    "rect": {*UNSAID, "x", "y", "width", "height", "rx", "ry"},
    "circle": {*UNSAID, "cx", "cy", "r"},
    "ellipse": {*UNSAID, "cx", "cy", "rx", "ry"},
    "line": {*UNSAID, "x1", "y1", "x2", "y2"},
    "polyline": {*UNSAID, "points"},
    "polygon": {*UNSAID, "points"},
}
"""What can be shown, and what each says of itself that needs no other words."""


class Shape(msgspec.Struct, frozen=True):
    """A path with its paint, in map units unless there is a matrix.

    Attributes:
        matrix: only where a stroke is stretched more one way than the other, which no width in
            map units can say.
    """

    path: tuple[paths.Segment, ...]
    paint: paint.Paint
    matrix: tuple[float, float, float, float, float, float] | None = None

    @property
    def decimals(self) -> int:
        """So many digits of its coordinates tell where it is to a hundredth of a map unit."""
        if self.matrix is None:
            return _DECIMALS
        largest = max(map(abs, self.matrix[:4]))
        return _DECIMALS + max(0, math.ceil(math.log10(largest)))


class Planned(NamedTuple):
    """A shape that is still to be read."""

    element: Element
    data: str
    matrix: Transform
    paint: paint.Paint


class _Visit(NamedTuple):
    """An element on the way through the tree, and what those around it hand on."""

    element: Element
    matrix: Transform
    said: dict[str, str]
    cloned: tuple[str, ...]


class Plan:
    """Goes through what a map shows, clones and all, and lists the shapes.

    Attributes:
        shapes: in the order in which they are painted.
        rewritten: what in it cannot be shown as it is, in a word each: attributes, elements.
    """

    def __init__(self, tree: Tree, faults: Faults) -> None:
        self.shapes: list[Planned] = []
        self.rewritten: set[str] = set()
        self._tree = tree
        self._faults = faults
        self._said: dict[Element, dict[str, str]] = {}
        self._data: dict[Element, tuple[str, int]] = {}
        self._numbers = 0
        self._waiting = [_Visit(tree.root, Identity, UNSAID, ())]
        visits = 0
        while self._waiting:
            visits += 1
            self._visit(self._waiting.pop())
            if visits > limits.ELEMENTS:
                faults.refuse("svg", many())

    def _visit(self, here: _Visit) -> None:
        element, kind = here.element, kind_of(here.element)
        if self._is_left_out(element, kind):
            return
        if kind not in _OWN or (kind == "svg" and element is not self._tree.root):
            tell_impossible(element, self._tree, self._faults)
            return
        said = self._said_by(element)
        self._note_rewritten(element, kind)
        self._refuse_impossible(element, said)
        inside = here._replace(
            matrix=self._moved(here.matrix, element),
            said={**here.said, **{key: value for key, value in said.items() if key in here.said}},
        )
        if kind in _SHAPES:
            self._plan(inside, kind, said)
            return
        self._refuse_see_through(element, said)
        if kind == "use":
            self._follow(inside)
        else:
            self._waiting += [inside._replace(element=child) for child in reversed(element)]

    def _is_left_out(self, element: Element, kind: str) -> bool:
        """Whether nothing of it is shown: an editor's own, what is kept for clones, or hidden."""
        if kind == "defs" or (kind == "g" and element.get("id") == GEOMETRY):
            return True
        if not kind or kind in _SILENT:
            self.rewritten.add(local_name(element))
            return True
        if self._said_by(element).get("display") == "none":
            self.rewritten.add("display")
            return True
        return False

    def _said_by(self, element: Element) -> dict[str, str]:
        if element not in self._said:
            self._said[element] = paint.said_by(element)
        return self._said[element]

    def _note_rewritten(self, element: Element, kind: str) -> None:
        self.rewritten.update(map(local_name, element.attrib.keys() - _OWN[kind] - _OF_ANY))

    def _tell(self, element: Element, what: str) -> None:
        self._faults.tell(self._tree.name(element), what)

    def _refuse_impossible(self, element: Element, said: dict[str, str]) -> None:
        for key in sorted(said.keys() & {*paint.IMPOSSIBLE, paint.STYLE_TRANSFORM}):
            if said[key] not in paint.NOTHING:
                told = _("“{property}” cannot be on a map; take it away.")
                self._tell(element, told.format(property=key))

    def _refuse_see_through(self, element: Element, said: dict[str, str]) -> None:
        try:
            if paint.opacity_of(said, "opacity") < 1:
                told = _("The group is see-through as a whole; make its shapes so instead.")
                self._tell(element, told)
        except paint.UnreadableError as error:
            self._tell(element, str(error))

    def _moved(self, matrix: Transform, element: Element) -> Transform:
        try:
            return matrix.transform(numbers.transform(element.get("transform", "")))
        except ValueError:
            self._tell(element, _("Its transform cannot be read."))
            return matrix

    def _follow(self, here: _Visit) -> None:
        element = here.element
        wanted = element.get("href", element.get(_LINK, "")).strip().removeprefix("#")
        original = next(iter(self._tree.all_with_id(wanted)), None)
        if original is None:
            told = _("It is a clone of “{id}”, which is not there.")
            self._tell(element, told.format(id=printable(wanted)))
        elif len(here.cloned) > limits.DEPTH:
            self._faults.refuse("svg", deep())
        elif wanted in here.cloned or original in self._tree.outwards(element):
            self._tell(element, _("It is a clone of what it is part of."))
        else:
            try:
                x, y = (numbers.length(element.get(key, "0")) for key in ("x", "y"))
            except ValueError:
                self._tell(element, unreadable())
                return
            self._waiting.append(
                _Visit(original, here.matrix.translate(x, y), here.said, (*here.cloned, wanted))
            )

    def _plan(self, here: _Visit, kind: str, said: dict[str, str]) -> None:
        element = here.element
        counted = element in self._data
        data, size = self._data_of(element, kind)
        try:
            opacity = paint.opacity_of(said, "opacity")
            painted = paint.paints(tuple(here.said.values()), opacity)
        except paint.UnreadableError as error:
            self._tell(element, str(error))
            return
        if len(painted) > 1 or not paint.is_plain(said):
            self.rewritten.add("paint")
        for each in painted if data else ():
            self._count(size if counted else 0)
            counted = True
            self.shapes.append(Planned(element, data, here.matrix, each))

    def _data_of(self, element: Element, kind: str) -> tuple[str, int]:
        """Its path data, and how many numbers are in it; looked over once, however often shown."""
        if element not in self._data:
            data, size = "", 0
            try:
                data = paths.path_data(kind, element.attrib)
                size = paths.count_numbers(data, limits.NUMBERS)
                self._count(size)
                data = paths.well_formed(data)
            except ValueError:
                self._tell(element, unreadable())
            self._data[element] = data, size
        return self._data[element]

    def _count(self, numbers_more: int) -> None:
        self._numbers += numbers_more
        if self._numbers > limits.NUMBERS:
            told = _("There are more than {n} numbers in its paths; simplify them.")
            self._faults.refuse("svg", told.format(n=limits.NUMBERS))


def read_shapes(planned: Iterable[Planned], tree: Tree, faults: Faults) -> tuple[Shape, ...]:
    """Read the path data of what was planned; the faults tell what cannot be."""
    shapes: list[Shape] = []
    dashes = 0.0
    for plan in planned:
        try:
            shape = _read(plan)
        except ValueError:
            faults.tell(tree.name(plan.element), unreadable())
            continue
        if not _is_near(shape):
            faults.tell(tree.name(plan.element), _("It lies far outside the sheet."))
        elif shape.path:
            dashes += _dashes(shape)
            shapes.append(shape)
        if dashes > limits.DASHES:
            told = _("From here on there are too many dashes; make them longer.")
            faults.tell(tree.name(plan.element), told)
            break
    return tuple(shapes)


def _read(plan: Planned) -> Shape:
    matrix = plan.matrix
    if abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-12:
        return Shape((), plan.paint)  # flat, and so nowhere to be seen
    if not all(abs(part) < _LARGEST for part in matrix):
        raise ValueError("moved or stretched out of all bounds")
    if matrix == Identity:
        return Shape(paths.drawn(plan.data), plan.paint)
    scale = _even_scale(matrix)
    if plan.paint.stroke is None or scale:
        return Shape(paths.drawn(plan.data, matrix), plan.paint.scaled(scale or 1.0))
    return Shape(paths.drawn(plan.data), plan.paint, tuple(matrix))


def _dashes(shape: Shape) -> float:
    """About how many dashes it has; endless ones if they are too short to be written down."""
    dash, shortest = shape.paint.dash, 10.0 ** (1 - shape.decimals)
    if not dash:
        return 0.0
    return paths.reach(shape.path) / sum(dash) * len(dash) if sum(dash) >= shortest else math.inf


def _even_scale(matrix: Transform) -> float | None:
    """How many times as large everything becomes, if it does so in all directions."""
    across, down = math.hypot(*matrix[:2]), math.hypot(*matrix[2:4])
    leans = abs(matrix[0] * matrix[2] + matrix[1] * matrix[3]) > 1e-6 * across * down
    return None if leans or not math.isclose(across, down, rel_tol=1e-4) else across


def _is_near(shape: Shape) -> bool:
    near = limits.FARTHEST
    given: Iterable[float] = paths.coordinates(shape.path)
    if shape.matrix is not None:
        matrix = Transform(*shape.matrix)
        given = chain.from_iterable(matrix.transformPoints(paths.points(shape.path)))
    paint = shape.paint
    values = [*given, paint.width, paint.miter_limit, paint.offset, *paint.dash]
    return max(map(abs, values)) <= near and not math.isnan(sum(values))
