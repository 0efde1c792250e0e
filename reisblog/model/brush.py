"""The four pens as shapes: what the window and the book both fill to show a path.

A path is kept as a curve with the hand's width along it. Here it becomes closed polygons in map
units, to be filled with the path's tint under the nonzero rule; a paper halo is the same polygons,
stroked. Every polygon turns the same way round, so that parts lying over one another never cancel.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reisblog.model.geometry import Point
from reisblog.model.records import Pen, Segment, Trail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STEP = 8.0
"""How far apart, at most, the points of a flattened path lie, in map units."""

WIDTHS = {Pen.MINE: 9.0, Pen.PASSED_BY: 8.0, Pen.DREAMT: 7.5, Pen.DOODLE: 4.0}
"""Each pen's own width in map units, for a hand's width of 1."""
SOLID = frozenset({Pen.MINE, Pen.DOODLE})
"""The pens that leave one line; the paper under it is one, too."""
PAPER_SHARE = 0.92
"""How wide that paper is before any of it shows, as a part of the line's widest."""

_FLATNESS = 0.12
_SAME, _TINY = 1e-3, 1e-9
_MOST_STEPS = 64
_LONGEST = 200_000.0
"""Longer paths, eighty times across the map, are drawn coarser, or a small file could ask for
millions of points."""
TAPER = 16.0
TAPERED = 0.5
DASH, GAP = 44.0, 19.0
DASH_END = 0.4
_LEAST_DASH = 10.0
_DOT_SMALL, _DOT_LARGE = 4.0, 11.0
_DOTS_A_WAVE = 9
_DOT_GAP = 5.5
_THINNEST_OFFERED = 0.6
_TIGHT = 0.85
_ARC = math.pi / 7
_MOST_IN_ONE = 400
"""Footings of one outline, more than go across the map: painters slow down with longer ones."""
_CIRCLE = [(math.cos(-n * math.tau / 16), math.sin(-n * math.tau / 16)) for n in range(16)]


class Footing(NamedTuple):
    """A point along a flattened path, with the full width of the stroke there (map units)."""

    x: float
    y: float
    width: float


def reach(trail: Trail) -> float:
    """No path is longer than this: its handles laid end to end."""
    start, laid = trail.start, 0.0
    for piece in trail.segments:
        laid += _handles(start, piece)
        start = piece.end
    return laid


def flatten(trail: Trail, *, step: float = STEP) -> list[Footing]:
    """A path as points close enough together to be joined by straight lines.

    Args:
        trail: the path.
        step: how far apart two points lie at most, in map units; closer together in curves. In
            a path beyond all measure they lie further apart.
    """
    step *= _coarseness(reach(trail))
    start, width = trail.start, trail.start_width
    points = [Footing(start.x, start.y, across(trail.pen, width, trail.breadth))]
    for piece in trail.segments:
        points += _along(trail, start, width, piece, step)
        start, width = piece.end, piece.width
    return points


def brush_outline(trail: Trail) -> tuple[tuple[Point, ...], ...]:
    """The shape of a path as its pen leaves it: polygons to fill with its tint (nonzero)."""
    points = _distinct(flatten(trail))
    if trail.pen is Pen.DREAMT:
        return tuple(_dots(points, trail.breadth))
    if len(points) == 1:
        return (_disc(*points[0]),)
    if trail.pen is Pen.PASSED_BY:
        return tuple(shape for dash in _dashes(points) for shape in _stroke(dash))
    if trail.pen is Pen.MINE:
        points = _tapered(points)
    return tuple(_stroke(points))


class Growing:
    """A path of one line, shown as far as a hand has come along it."""

    def __init__(self, trail: Trail) -> None:
        self._points = _distinct(flatten(trail))
        self._along = _lengths(self._points)
        self._tapers = trail.pen is Pen.MINE
        self._ends = [0, *_ends(self._points)]
        self._done: list[tuple[Point, ...]] = []

    @property
    def length(self) -> float:
        """All of it, in map units."""
        return self._along[-1]

    def tip(self, distance: float) -> Point:
        """Where the hand is that far along, in map units."""
        x, y, _width = _Walk(self._points, self._along).at(distance)
        return Point(x, y)

    def middle(self, distance: float) -> list[Point]:
        """The points along its middle up to there."""
        last = bisect_right(self._along, distance)
        return [*(Point(x, y) for x, y, _width in self._points[:last]), self.tip(distance)]

    def until(self, distance: float) -> list[tuple[Point, ...]]:
        """Polygons to fill (nonzero); those that grow no more are the same objects every time."""
        points, along = self._points, self._along
        last = min(bisect_right(along, distance), len(points) - 1)
        grown = next((n for n, end in enumerate(self._ends) if end >= last), len(self._ends) - 1)
        taper = min(TAPER, distance / 3) if self._tapers else 0.0
        whole = next(
            (n for n in range(max(0, grown - 1), 0, -1) if along[self._ends[n]] < distance - taper),
            0,
        )
        for number in range(len(self._done), whole):
            first, end = self._ends[number], self._ends[number + 1]
            self._done.append(_outline(self._narrowed(points[first : end + 1], first, math.inf)))
        first = self._ends[whole]
        tip = _Walk(points, along).at(distance)
        rest = _distinct([*points[first:last], tip])
        return [*self._done[:whole], *_stroke(self._narrowed(rest, first, distance))]

    def _narrowed(self, points: Sequence[Footing], first: int, distance: float) -> list[Footing]:
        """These, thinner where the path begins, and where the hand is now."""
        if not self._tapers:
            return list(points)
        taper = min(TAPER, min(distance, self.length) / 3) or 1.0
        narrowed, at = [], self._along[first]
        before = points[0]
        for point in points:
            at += math.hypot(point.x - before.x, point.y - before.y)
            near = max(0.0, min(1.0, min(at, distance - at) / taper))
            ease = near * (2 - near)
            narrowed.append(point._replace(width=point.width * (TAPERED + (1 - TAPERED) * ease)))
            before = point
        return narrowed


def _handles(start: Point, piece: Segment) -> float:
    return start.distance(piece.c1) + piece.c1.distance(piece.c2) + piece.c2.distance(piece.end)


def _coarseness(length: float) -> float:
    """By how much more coarsely a path of this length is drawn; 1 for all that a hand draws."""
    return max(1.0, length / _LONGEST)


def across(pen: Pen, hand: float, breadth: float = 1.0) -> float:
    """How wide a pen draws in this hand, in map units; the thin pen hardly shows it."""
    return WIDTHS[pen] * breadth * (0.6 + 0.4 * hand if pen is Pen.DOODLE else hand)


def paper_under(trail: Trail) -> float:
    """How wide the paper under a path is before any of it shows beside the ink, in map units."""
    hand = max([trail.start_width, *(piece.width for piece in trail.segments)])
    return across(trail.pen, hand, trail.breadth) * PAPER_SHARE


def _along(
    trail: Trail, start: Point, width: float, piece: Segment, step: float
) -> Iterator[Footing]:
    """The points of one piece, without its first."""
    x0, y0 = start.x, start.y
    x1, y1, x2, y2 = piece.c1.x, piece.c1.y, piece.c2.x, piece.c2.y
    x3, y3 = piece.end.x, piece.end.y
    length = _handles(start, piece)
    bend = max(
        math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
        math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
    )
    steps = max(
        1, math.ceil(length / step), min(_MOST_STEPS, math.ceil(math.sqrt(0.75 * bend / _FLATNESS)))
    )
    begin = across(trail.pen, width, trail.breadth)
    growth = across(trail.pen, piece.width, trail.breadth) - begin
    for index in range(1, steps + 1):
        t = index / steps
        s = 1.0 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        yield Footing(
            a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3, begin + growth * t
        )


def _distinct(points: Iterable[Footing]) -> list[Footing]:
    """These points without those that stand on the one before; at least one is left."""
    kept: list[Footing] = []
    for point in points:
        if not kept or abs(point.x - kept[-1].x) + abs(point.y - kept[-1].y) > _SAME:
            kept.append(point)
    return kept


def _lengths(points: Sequence[Footing]) -> list[float]:
    """How far along the path each point lies."""
    along = [0.0]
    for a, b in pairwise(points):
        along.append(along[-1] + math.hypot(b.x - a.x, b.y - a.y))
    return along


def _tapered(points: Sequence[Footing]) -> list[Footing]:
    """The same points, narrowing lightly towards both ends."""
    along = _lengths(points)
    taper = min(TAPER, along[-1] / 3)
    if taper <= 0:
        return list(points)
    tapered = []
    for point, at in zip(points, along, strict=True):
        near = min(1.0, min(at, along[-1] - at) / taper)
        ease = near * (2 - near)
        tapered.append(point._replace(width=point.width * (TAPERED + (1 - TAPERED) * ease)))
    return tapered


def _dashes(points: Sequence[Footing]) -> Iterator[list[Footing]]:
    """The path cut into long dashes, each thinning out in the direction of travel.

    They are laid from its start and stay where they are when it goes on; the last reaches its end.
    """
    along = _lengths(points)
    total = along[-1]
    coarseness = _coarseness(total)
    period = coarseness * (DASH + GAP)
    count = max(1, math.ceil((total - _LEAST_DASH) / period))
    walk = _Walk(points, along)
    for number in range(count):
        begin = number * period
        end = total if number == count - 1 else begin + coarseness * DASH
        dash = _distinct(walk.between(begin, max(end, begin + 0.5)))
        lengths = _lengths(dash)
        whole = lengths[-1] or 1.0
        yield [
            point._replace(width=point.width * (1 - (1 - DASH_END) * at / whole))
            for point, at in zip(dash, lengths, strict=True)
        ]


def _dots(points: Sequence[Footing], breadth: float) -> Iterator[tuple[Point, ...]]:
    """Round dots along the path, growing and shrinking like breath."""
    along = _lengths(points)
    walk = _Walk(points, along)
    coarseness = _coarseness(along[-1])
    centre, number, before = 0.0, 0, 0.0
    while True:
        size = dot_size(number, walk.at(centre).width / WIDTHS[Pen.DREAMT] / breadth) * breadth
        if number:
            centre += ((before + size) / 2 + dot_gap(breadth)) * coarseness
            if centre > along[-1]:
                return
        x, y, _width = walk.at(centre)
        yield _disc(x, y, size)
        before, number = size, number + 1


def dot_size(number: int, hand: float) -> float:
    """How far across a dot of the path is, counted from its first, in map units."""
    wave = 0.5 - 0.5 * math.cos(math.tau * number / _DOTS_A_WAVE)
    return (_DOT_SMALL + (_DOT_LARGE - _DOT_SMALL) * wave) * min(1.3, max(0.7, hand))


def dot_gap(breadth: float) -> float:
    """How far apart the edges of two dots lie; thinner than is offered they come no nearer."""
    return _DOT_GAP * (breadth if breadth >= _THINNEST_OFFERED else 1.0)


class _Walk:
    """Finds points by their distance along a path; only ever forward."""

    def __init__(self, points: Sequence[Footing], along: Sequence[float]) -> None:
        self._points, self._along = points, along
        self._index = 0

    def at(self, distance: float) -> Footing:
        """The point so far along."""
        points, along = self._points, self._along
        while self._index < len(points) - 2 and along[self._index + 1] < distance:
            self._index += 1
        if len(points) == 1:
            return points[0]
        a, b = points[self._index], points[self._index + 1]
        span = along[self._index + 1] - along[self._index]
        t = min(1.0, max(0.0, (distance - along[self._index]) / span)) if span else 0.0
        return Footing(
            a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.width + (b.width - a.width) * t
        )

    def between(self, begin: float, end: float) -> Iterator[Footing]:
        """The points from one distance to another, both included."""
        yield self.at(begin)
        index = self._index + 1
        while index < len(self._points) and self._along[index] < end:
            yield self._points[index]
            index += 1
        yield self.at(end)


def _stroke(points: Sequence[Footing]) -> Iterator[tuple[Point, ...]]:
    """The outline of a stroke through these points, with round ends.

    Where the hand turns more tightly than the stroke is wide, one outline would fold over itself
    and leave holes; there, and where it is very long, the stroke is made of two that overlap.
    """
    if len(points) == 1:
        yield _disc(*points[0])
        return
    begin = 0
    for index in _ends(points):
        yield _outline(points[begin : index + 1])
        begin = index


def _ends(points: Sequence[Footing]) -> Iterator[int]:
    """Where one outline ends and the next begins; the last footing is the last of them."""
    begin = 0
    for index in range(1, len(points) - 1):
        long = index - begin == _MOST_IN_ONE
        if long or _turns_tightly(points[index - 1], points[index], points[index + 1]):
            yield index
            begin = index
    if len(points) > 1:
        yield len(points) - 1


def _turns_tightly(a: Footing, b: Footing, c: Footing) -> bool:
    ux, uy, vx, vy = b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y
    before, after = math.hypot(ux, uy), math.hypot(vx, vy)
    # tan(turn / 2), without the angle itself.
    dot, cross = ux * vx + uy * vy, abs(ux * vy - uy * vx)
    slope = cross / (before * after + dot) if before * after + dot > _TINY else math.inf
    return b.width / 2 * slope > _TIGHT * min(before, after)


def _outline(points: Sequence[Footing]) -> tuple[Point, ...]:
    """One closed outline: along one side, round the end, back along the other, round the start."""
    there: list[Point] = []
    back: list[Point] = []
    last = len(points) - 1
    for index, (x, y, width) in enumerate(points):
        before, after = points[max(0, index - 1)], points[min(last, index + 1)]
        dx, dy = after.x - before.x, after.y - before.y
        length = math.hypot(dx, dy)
        if length < _TINY:
            continue
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        there.append(Point(x + nx, y + ny))
        back.append(Point(x - nx, y - ny))
    back.reverse()
    return (
        *there,
        *_round(points[last], there[-1]),
        *back,
        *_round(points[0], back[-1]),
    )


def _round(end: Footing, begin: Point) -> Iterator[Point]:
    """The half circle around an end of the stroke, from a point beside it to the one opposite."""
    start = math.atan2(begin.y - end.y, begin.x - end.x)
    for index in range(1, 7):
        angle = start - index * _ARC
        yield Point(
            end.x + math.cos(angle) * end.width / 2, end.y + math.sin(angle) * end.width / 2
        )


def _disc(x: float, y: float, across: float) -> tuple[Point, ...]:
    """A round dot, turning the same way as every outline."""
    radius = across / 2
    return tuple(Point(x + right * radius, y + down * radius) for right, down in _CIRCLE)
