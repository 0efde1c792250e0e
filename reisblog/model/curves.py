"""Where a point lies along a path, and what is cut out of paths, joined and put in.

A part of a path is the very same curve (de Casteljau), in the same width and the same tempo: the
time of a piece is shared by length, and a rest stays where the hand stood still.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import msgspec

from reisblog.model.fitting import Cubic
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.records import Segment, Trail

Line = Curve | Trail

_LOOKS = 12
_NARROWINGS = 24
_SAME = 0.02
_ONE = 1.0 - 1e-6
_GAUSS = (
    (0.1834346424956498, 0.3626837833783620),
    (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745),
    (0.9602898564975363, 0.1012285362903763),
)
"""Gauss-Legendre with eight points: abscissae and weights of the right half."""


class Spot(NamedTuple):
    """A place along a path; those of one path compare as they come along it."""

    piece: int
    t: float


class Near(NamedTuple):
    """The spot of a path that is nearest to a point, where it is and how far, in map units."""

    spot: Spot
    at: Point
    away: float


START = Spot(0, 0.0)


def end_of(line: Line) -> Spot:
    """The last spot of a path."""
    return Spot(len(line.segments) - 1, 1.0)


def curve_of(line: Line) -> Curve:
    """What of a path is its curve."""
    return Curve(line.start, line.start_width, line.segments)


def along(trail: Trail, curve: Curve) -> Trail:
    """The same path along another curve."""
    return msgspec.structs.replace(
        trail, start=curve.start, start_width=curve.start_width, segments=curve.segments
    )


def cubics(line: Line) -> Iterator[Cubic]:
    """The pieces of a path."""
    at = line.start
    for piece in line.segments:
        c1, c2, end = piece.c1, piece.c2, piece.end
        yield Cubic(at.x, at.y, c1.x, c1.y, c2.x, c2.y, end.x, end.y)
        at = end


def cubic_at(line: Line, piece: int) -> Cubic:
    """One piece of a path."""
    start = line.segments[piece - 1].end if piece else line.start
    c1, c2, end = (line.segments[piece].c1, line.segments[piece].c2, line.segments[piece].end)
    return Cubic(start.x, start.y, c1.x, c1.y, c2.x, c2.y, end.x, end.y)


def point_at(line: Line, spot: Spot) -> Point:
    """Where a spot is, in map units."""
    return Point(*cubic_at(line, spot.piece).at(spot.t))


def width_at(line: Line, spot: Spot) -> float:
    """The hand's width at a spot."""
    before = line.segments[spot.piece - 1].width if spot.piece else line.start_width
    return before + (line.segments[spot.piece].width - before) * spot.t


def length_of(cubic: Cubic, until: float = 1.0) -> float:
    """How long a piece is from its begin up to a parameter, in map units."""
    ax, ay = cubic.x1 - cubic.x0, cubic.y1 - cubic.y0
    bx, by = cubic.x2 - cubic.x1, cubic.y2 - cubic.y1
    cx, cy = cubic.x3 - cubic.x2, cubic.y3 - cubic.y2
    total, half = 0.0, until / 2
    for place, weight in _GAUSS:
        for t in (half - half * place, half + half * place):
            s = 1.0 - t
            u, v, w = s * s, 2 * s * t, t * t
            total += weight * math.hypot(u * ax + v * bx + w * cx, u * ay + v * by + w * cy)
    return 3 * half * total


def length(line: Line) -> float:
    """How long a path is, in map units."""
    return sum(length_of(cubic) for cubic in cubics(line))


def duration(line: Line) -> int:
    """How long the hand took over a path, its rests included, in milliseconds."""
    return sum(piece.ms + piece.rest_ms for piece in line.segments)


def nearest(line: Line, point: Point) -> Near:
    """The spot of a path that is nearest to a point."""
    best = Near(START, line.start, line.start.distance(point))
    for index, cubic in enumerate(cubics(line)):
        if _at_least(cubic, point) < best.away:
            t = _nearest_in(cubic, point)
            away = _away(cubic, point, t)
            if away < best.away:
                best = Near(Spot(index, t), Point(*cubic.at(t)), away)
    return best


def _away(cubic: Cubic, point: Point, t: float) -> float:
    x, y = cubic.at(t)
    return math.hypot(x - point.x, y - point.y)


def _at_least(cubic: Cubic, point: Point) -> float:
    """No point of a piece is nearer: it lies within its handles."""
    xs, ys = cubic[0::2], cubic[1::2]
    aside = max(min(xs) - point.x, point.x - max(xs), 0.0)
    above = max(min(ys) - point.y, point.y - max(ys), 0.0)
    return math.hypot(aside, above)


def _nearest_in(cubic: Cubic, point: Point) -> float:
    """The parameter of a piece that is nearest to a point: looked for coarsely, then narrowed."""

    def away(t: float) -> float:
        return _away(cubic, point, t)

    t = min((step / _LOOKS for step in range(_LOOKS + 1)), key=away)
    low, high = max(0.0, t - 1 / _LOOKS), min(1.0, t + 1 / _LOOKS)
    for _ in range(_NARROWINGS):
        third = (high - low) / 3
        if away(low + third) <= away(high - third):
            high -= third
        else:
            low += third
    return min((low, (low + high) / 2, high), key=away)


def between(line: Line, begin: Spot, end: Spot) -> Curve:
    """The part of a path from one spot to a later one; a dot, where there is nothing between."""
    begin, end = _settled(begin), _settled(end)
    pieces: list[Segment] = []
    for index in range(begin.piece, end.piece + 1):
        first = begin.t if index == begin.piece else 0.0
        last = end.t if index == end.piece else 1.0
        if last > first:
            pieces.append(_part(line, index, first, last))
    start, width = point_at(line, begin).rounded(), round(width_at(line, begin), 2)
    if not pieces:
        pieces.append(Segment(start, start, start, width))
    return Curve(start, width, tuple(pieces))


def split(line: Line, spot: Spot) -> tuple[Curve, Curve]:
    """Both parts of a path that is cut at a spot."""
    return between(line, START, spot), between(line, spot, end_of(line))


def _settled(spot: Spot) -> Spot:
    """A spot just before or behind a joint is that joint; a rest there comes before it."""
    piece, t = spot
    if t < 1.0 - _ONE:
        return Spot(piece - 1, 1.0) if piece else START
    return Spot(piece, 1.0) if t > _ONE else spot


def _part(line: Line, index: int, first: float, last: float) -> Segment:
    piece = line.segments[index]
    if first <= 0.0 and last >= 1.0:
        return piece
    cubic = cubic_at(line, index)
    whole = length_of(cubic) or 1.0
    until = piece.ms if last >= 1.0 else round(piece.ms * length_of(cubic, last) / whole)
    return Segment(
        _blossom(cubic, first, first, last).rounded(),
        _blossom(cubic, first, last, last).rounded(),
        _blossom(cubic, last, last, last).rounded(),
        round(width_at(line, Spot(index, last)), 2),
        until - round(piece.ms * length_of(cubic, first) / whole),
        piece.rest_ms if last >= 1.0 else 0,
    )


def _blossom(cubic: Cubic, a: float, b: float, c: float) -> Point:
    """The polar form of a cubic: the handles of any part of it (de Casteljau)."""
    found = []
    for p in (cubic[0::2], cubic[1::2]):
        q = [p[i] + (p[i + 1] - p[i]) * a for i in range(3)]
        r = [q[i] + (q[i + 1] - q[i]) * b for i in range(2)]
        found.append(r[0] + (r[1] - r[0]) * c)
    return Point(*found)


def backwards(line: Line) -> Curve:
    """The same path the other way; a rest stays where it was, one at the end stays at the end."""
    pieces = line.segments
    joints = [line.start, *(piece.end for piece in pieces)]
    widths = [line.start_width, *(piece.width for piece in pieces)]
    rests = [pieces[-1].rest_ms, *(piece.rest_ms for piece in pieces[:-1])]
    turned = [
        Segment(piece.c2, piece.c1, joints[index], widths[index], piece.ms, rests[index])
        for index, piece in enumerate(pieces)
    ]
    return Curve(joints[-1], widths[-1], tuple(reversed(turned)))


def chained(first: Line, second: Line) -> Curve:
    """One path and then another, with a gentle way between, as quickly as they were drawn."""
    end = first.segments[-1].end
    pieces = [*_gone(first.segments)]
    gap = end.distance(second.start)
    if gap > _SAME:
        leave = _direction(backwards(first)).scaled(-1)
        c1, c2 = _gentle(end, leave, second.start, _direction(second))
        pace = _pace(first, second)
        pieces.append(Segment(c1, c2, second.start, second.start_width, round(gap * pace)))
    pieces += _gone(second.segments)
    return Curve(first.start, first.start_width, tuple(pieces or first.segments))


def drawn_on(line: Line, spot: Spot, by: Line, *, from_start: bool) -> Curve:
    """A path that goes on: what lay beyond a spot near its end, or its start, is drawn over."""
    if from_start:
        return chained(backwards(by), between(line, spot, end_of(line)))
    return chained(between(line, START, spot), by)


def drawn_anew(line: Line, first: Spot, last: Spot, by: Line, *, crumb: float) -> Curve:
    """A path with another stretch between two spots, in whichever direction that was drawn.

    What would be left at either end goes when it is no longer than ``crumb``.
    """
    if last < first:
        first, last, by = last, first, backwards(by)
    whole = curve_of(by)
    before, after = between(line, START, first), between(line, last, end_of(line))
    if length(before) > crumb:
        whole = chained(before, whole)
    return chained(whole, after) if length(after) > crumb else whole


def joined(first: Line, second: Line) -> Curve:
    """Two paths made one at the ends that are nearest; the first keeps its direction."""
    a, b = first.start, first.segments[-1].end
    c, d = second.start, second.segments[-1].end
    gaps = (b.distance(c), b.distance(d), a.distance(d), a.distance(c))
    match gaps.index(min(gaps)):
        case 0:
            return chained(first, second)
        case 1:
            return chained(first, backwards(second))
        case 2:
            return chained(second, first)
        case _:
            return chained(backwards(second), first)


def _gone(pieces: Sequence[Segment]) -> Iterator[Segment]:
    """Pieces over which the hand went or rested, not those that are nothing at all."""
    for piece in pieces:
        if piece.ms or piece.rest_ms or not (piece.c1 == piece.c2 == piece.end):
            yield piece


def _direction(line: Line) -> Point:
    """The unit direction in which a path begins; none where it goes nowhere."""
    for piece in line.segments:
        for spot in (piece.c1, piece.c2, piece.end):
            away = spot - line.start
            if (reach := math.hypot(away.x, away.y)) > _SAME:
                return away.scaled(1 / reach)
    return Point(0, 0)


def _gentle(start: Point, leave: Point, end: Point, reach: Point) -> tuple[Point, Point]:
    """Handles of a way from one point to another that never turns back."""
    way = end - start
    third = math.hypot(way.x, way.y) / 3
    left = min(third, max(0.0, 2 / 3 * (leave.x * way.x + leave.y * way.y)))
    right = min(third, max(0.0, 2 / 3 * (reach.x * way.x + reach.y * way.y)))
    return (start + leave.scaled(left)).rounded(), (end - reach.scaled(right)).rounded()


def _pace(*lines: Line) -> float:
    """Milliseconds for each map unit."""
    way = sum(length(line) for line in lines)
    return sum(piece.ms for line in lines for piece in line.segments) / way if way else 0.0


class Measured:
    """A path by its length, for who asks often."""

    def __init__(self, line: Line) -> None:
        """Measure it once."""
        self._cubics = list(cubics(line))
        self._until = list(accumulate(length_of(cubic) for cubic in self._cubics))

    @property
    def length(self) -> float:
        """In map units."""
        return self._until[-1]

    def until(self, spot: Spot) -> float:
        """How far along a spot is."""
        before = self._until[spot.piece - 1] if spot.piece else 0.0
        return before + length_of(self._cubics[spot.piece], spot.t)

    def spot(self, distance: float) -> Spot:
        """The spot so far along."""
        index = min(bisect_left(self._until, distance), len(self._until) - 1)
        rest = distance - (self._until[index - 1] if index else 0.0)
        cubic, low, high = self._cubics[index], 0.0, 1.0
        if rest >= length_of(cubic):
            return Spot(index, 1.0)
        for _ in range(_NARROWINGS):
            middle = (low + high) / 2
            if length_of(cubic, middle) < rest:
                low = middle
            else:
                high = middle
        return Spot(index, low)
