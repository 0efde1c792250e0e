"""Path data and basic shapes as straight lines and cubic curves, drawn on fontTools' own parser.

That parser skips what it does not know and reads "007" as three numbers, so what reaches it is
well-formed: looked over first, cheaply, whatever its size.
"""

from __future__ import annotations

import math
import re
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path

from reisblog.storage.maps import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fontTools.misc.transform import Transform

BASIC_SHAPES = {"rect", "circle", "ellipse", "line", "polyline", "polygon"}
Segment = tuple[str, tuple[float, ...]]
"""``M``, ``L``, ``C`` or ``Z``, and its coordinates."""

_NUMBER = (
    r"[-+]?(?:(?:0(?!\d)|[1-9]\d{0,6}(?!\d))(?:\.(?:\d+|(?!\d|[eE])))?|\.\d+)"
    r"(?:[eE][-+]?\d(?!\d)|[eE]-\d++)?"
)
_PATH = re.compile(rf"\s*+[Mm](?:[MmZzLlHhVvCcSsQqTtAa]|{_NUMBER}|[\s,]++)*+")
_ARC = re.compile(r"[Aa][^MmZzLlHhVvCcSsQqTtAa]*+")
_ARC_NUMBERS = re.compile(rf"[Aa](?:{_NUMBER}|[01]|[\s,]++)*+")
_COUNTED = re.compile(r"[\d.]+|[A-Za-z]")
_AN_ARC_MORE = 20
_BLANKS = re.compile(r"\s+")


def path_data(kind: str, attributes: Mapping[str, str]) -> str:
    """What a path or a basic shape draws, as path data; ``""`` for nothing.

    Raises:
        ValueError: a measure of a basic shape cannot be read.
    """
    if kind == "path":
        data = attributes.get("d", "").strip()
        return "" if data == "none" else data
    if kind in _OUTLINES:
        return _OUTLINES[kind](attributes)
    points = attributes.get("points", "").strip()
    return f"M{points}{'Z' if kind == 'polygon' else ''}" if points else ""


def count_numbers(data: str, most: int) -> int:
    """How many numbers and letters path data has; an arc takes as long as twenty more.

    Counts no further than one more than the most.
    """
    arcs = _AN_ARC_MORE * (data.count("a") + data.count("A"))
    return arcs + sum(1 for _found in islice(_COUNTED.finditer(data), max(0, most + 1 - arcs)))


def well_formed(data: str) -> str:
    """Path data that the parser reads as it is meant.

    Raises:
        ValueError: it is none, or has a number with more than seven digits before the dot.
    """
    without_arcs = data
    if "a" in data or "A" in data:
        if not all(_ARC_NUMBERS.fullmatch(arc[0]) for arc in _ARC.finditer(data)):
            raise ValueError("no arc")
        without_arcs = _ARC.sub(" ", data)
    if data and not _PATH.fullmatch(without_arcs):
        raise ValueError("no path data")
    return _BLANKS.sub(" ", data)


def drawn(data: str, matrix: Transform | None = None) -> tuple[Segment, ...]:
    """Well-formed path data as absolute segments, moved by a matrix.

    Raises:
        ValueError: a command has too few numbers.
    """
    pen = _Pen()
    try:
        parse_path(data, pen if matrix is None else TransformPen(pen, matrix))
    except (IndexError, ArithmeticError) as error:
        raise ValueError("no path data") from error
    return tuple(pen.segments)


def points(segments: Iterable[Segment]) -> Iterator[tuple[float, float]]:
    """All points of a path, those that pull at curves included."""
    for _operator, given in segments:
        yield from zip(given[::2], given[1::2], strict=True)


def reach(segments: Iterable[Segment]) -> float:
    """How long a path is at most, in its own units."""
    return math.fsum(math.dist(a, b) for a, b in pairwise(points(segments)))


def coordinates(segments: Iterable[Segment]) -> Iterator[float]:
    """All numbers of a path."""
    return chain.from_iterable(given for _operator, given in segments)


class _Pen:
    """Takes what fontTools' parser draws; quadratic curves become cubic ones."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at = (0.0, 0.0)
        self._start = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools' names
        self.segments.append(("M", point))
        self._at = self._start = point

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.segments.append(("L", point))
        self._at = point

    def curveTo(self, *given: tuple[float, float]) -> None:  # noqa: N802
        self.segments.append(("C", tuple(chain.from_iterable(given))))
        self._at = given[-1]

    def qCurveTo(self, pull: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, pull, end
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        self.curveTo(first, (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3), end)

    def closePath(self) -> None:  # noqa: N802
        if len(self.segments) > 2 and self.segments[-1] == ("L", self._start):
            before = self.segments[-2][0]
            if before != "M":
                self.segments.pop()  # closing draws that line
        self.segments.append(("Z", ()))

    def endPath(self) -> None:  # noqa: N802
        """Nothing: an open path ends where it ends."""


def _rectangle(given: Mapping[str, str]) -> str:
    x, y = _length(given, "x"), _length(given, "y")
    width, height = _size(given, "width"), _size(given, "height")
    if not (width and height):
        return ""
    rx, ry = _corner(given, "rx"), _corner(given, "ry")
    rx, ry = rx if rx is not None else ry or 0.0, ry if ry is not None else rx or 0.0
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not (rx and ry):
        return f"M{x} {y}H{x + width}V{y + height}H{x}Z"
    return (
        f"M{x + rx} {y}h{width - 2 * rx}a{rx} {ry} 0 0 1 {rx} {ry}"
        f"v{height - 2 * ry}a{rx} {ry} 0 0 1 {-rx} {ry}"
        f"h{2 * rx - width}a{rx} {ry} 0 0 1 {-rx} {-ry}"
        f"v{2 * ry - height}a{rx} {ry} 0 0 1 {rx} {-ry}Z"
    )


def _circle(given: Mapping[str, str]) -> str:
    return _oval(_length(given, "cx"), _length(given, "cy"), *[_size(given, "r")] * 2)


def _ellipse(given: Mapping[str, str]) -> str:
    radii = _size(given, "rx"), _size(given, "ry")
    return _oval(_length(given, "cx"), _length(given, "cy"), *radii)


def _oval(x: float, y: float, rx: float, ry: float) -> str:
    if not (rx and ry):
        return ""
    half = f"{rx} {ry} 0 0 1"
    return f"M{x + rx} {y}A{half} {x - rx} {y}A{half} {x + rx} {y}Z"


def _line(given: Mapping[str, str]) -> str:
    x1, y1, x2, y2 = (_length(given, key) for key in ("x1", "y1", "x2", "y2"))
    return f"M{x1} {y1}L{x2} {y2}"


_OUTLINES = {"rect": _rectangle, "circle": _circle, "ellipse": _ellipse, "line": _line}


def _length(given: Mapping[str, str], key: str) -> float:
    return numbers.length(given.get(key, "0"))


def _size(given: Mapping[str, str], key: str) -> float:
    size = _length(given, key)
    if size < 0:
        raise ValueError("a size below nothing")
    return size


def _corner(given: Mapping[str, str], key: str) -> float | None:
    return None if given.get(key, "auto") == "auto" else _size(given, key)
