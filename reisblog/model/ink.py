"""Pen samples into a small smooth curve, with the hand's tempo along it.

The curve stays within ``TOLERANCE`` of every sample, corners stay corners, and nothing is
straightened or snapped. Fitting is done while the hand still moves, a piece at a time, so that
lifting the pen costs nothing however long the path is.

Source of the fit: P. J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves",
Graphics Gems (1990).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from reisblog.model.geometry import Point
from reisblog.model.records import Segment

TOLERANCE = 1.5
"""How far, in map units, a sample may lie from the kept curve."""

_FIT_ERROR2 = 1.2**2  # leaves room for rounding to a hundredth
_SAME = 0.3
_REST_MS = 150
_REST_REACH = 8.0
_FRAME_MS = 16
_CHUNK = 48
_LONGEST = 256
_CORNER_REACH = 5.0
_CORNER_COSINE = math.cos(math.radians(55))


class Sample(NamedTuple):
    """Where the pen was: map units, milliseconds, and pressure from 0 to 1 (0.5 for a mouse)."""

    x: float
    y: float
    ms: float
    pressure: float = 0.5


class Curve(msgspec.Struct, frozen=True):
    """A fitted stroke, ready to be kept in a path."""

    start: Point
    start_width: float
    segments: tuple[Segment, ...]


class _Dot(NamedTuple):
    """A sample that counts, with the hand's width there and how long it stood still."""

    x: float
    y: float
    ms: float
    width: float
    rest_ms: float = 0.0


class _Cubic(NamedTuple):
    x0: float
    y0: float
    x1: float
    y1: float
    x2: float
    y2: float
    x3: float
    y3: float

    def at(self, t: float) -> tuple[float, float]:
        s = 1.0 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        return (
            a * self.x0 + b * self.x1 + c * self.x2 + d * self.x3,
            a * self.y0 + b * self.y1 + c * self.y2 + d * self.y3,
        )


class _Piece(NamedTuple):
    first: int
    last: int
    cubic: _Cubic


class InkFitter:
    """Takes samples as they come and gives the curve at the end."""

    def __init__(self) -> None:
        """Start an empty stroke."""
        self._dots: list[_Dot] = []
        self._segments: list[Segment] = []
        self._start: _Dot | None = None
        self._tangent: tuple[float, float] | None = None
        self._speed = 0.0

    def add(self, sample: Sample) -> None:
        """Take one more sample."""
        if not self._dots:
            first = _Dot(sample.x, sample.y, sample.ms, _hand_width(sample.pressure, 0.0))
            self._start = first
            self._dots.append(first)
            return
        last = self._dots[-1]
        away = math.hypot(sample.x - last.x, sample.y - last.y)
        waited = sample.ms - last.ms - last.rest_ms
        if away < _SAME:
            self._dots[-1] = last._replace(rest_ms=sample.ms - last.ms)
            return
        if waited >= _REST_MS and away < _REST_REACH:
            last = last._replace(rest_ms=last.rest_ms + waited - _FRAME_MS)
            self._dots[-1] = last
            waited = _FRAME_MS
        self._speed = 0.7 * self._speed + 0.3 * away / max(waited, 1.0)
        width = 0.6 * last.width + 0.4 * _hand_width(sample.pressure, self._speed)
        self._dots.append(_Dot(sample.x, sample.y, sample.ms, width))
        if len(self._dots) >= _CHUNK and len(self._dots) % 8 == 0:
            self._settle()

    def finish(self) -> Curve | None:
        """The whole stroke; nothing when there was no sample."""
        if self._start is None:
            return None
        if len(self._dots) > 1:
            self._keep(self._fit())
        start = self._start
        if not self._segments:
            dot = Point(start.x, start.y).rounded()
            self._segments.append(Segment(dot, dot, dot, round(start.width, 2)))
        return Curve(
            Point(start.x, start.y).rounded(), round(start.width, 2), tuple(self._segments)
        )

    def _settle(self) -> None:
        """Keep what later samples can no longer change: all pieces but the last."""
        pieces = self._fit()
        if len(pieces) > 1:
            self._keep(pieces[:-1])
        elif len(self._dots) >= _LONGEST:
            self._keep(pieces)

    def _keep(self, pieces: Sequence[_Piece]) -> None:
        for piece in pieces:
            first, last = self._dots[piece.first], self._dots[piece.last]
            cubic = piece.cubic
            self._segments.append(
                Segment(
                    Point(cubic.x1, cubic.y1).rounded(),
                    Point(cubic.x2, cubic.y2).rounded(),
                    Point(cubic.x3, cubic.y3).rounded(),
                    round(last.width, 2),
                    round(last.ms - first.ms - first.rest_ms),
                    round(last.rest_ms),
                )
            )
        end = pieces[-1]
        turn = _is_corner(self._dots, end.last)
        self._tangent = None if turn else _direction(end.cubic)
        del self._dots[: end.last]

    def _fit(self) -> list[_Piece]:
        dots = self._dots
        ends = [0]
        corner = -3
        for index in range(1, len(dots) - 1):
            rested = dots[index].rest_ms >= _REST_MS
            if rested or (index > corner + 2 and _is_corner(dots, index)):
                ends.append(index)
                corner = index
        ends.append(len(dots) - 1)
        pieces: list[_Piece] = []
        tangent = self._tangent
        for first, last in pairwise(ends):
            begin = tangent or _tangent(dots, first, 1, last)
            pieces += _fit_run(dots, first, last, begin, _tangent(dots, last, -1, first))
            tangent = None
        return pieces


def distance(curve: Curve, x: float, y: float) -> float:
    """How far a point lies from a curve, in map units."""
    nearest = math.inf
    start = curve.start
    for piece in curve.segments:
        cubic = _Cubic(
            start.x, start.y, piece.c1.x, piece.c1.y, piece.c2.x, piece.c2.y, piece.end.x,
            piece.end.y,
        )  # fmt: skip
        before = cubic.at(0.0)
        for step in range(1, 33):
            point = cubic.at(step / 32)
            nearest = min(nearest, _to_line(x, y, before, point))
            before = point
        start = piece.end
    return nearest


def _to_line(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length2 = dx * dx + dy * dy
    t = 0.0 if length2 == 0 else ((x - a[0]) * dx + (y - a[1]) * dy) / length2
    t = min(1.0, max(0.0, t))
    return math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)


def _hand_width(pressure: float, speed: float) -> float:
    """1.0 for an unhurried mouse; wider when pressed or slow, narrower when fast (units/ms)."""
    return min(1.7, max(0.45, (0.6 + 0.9 * pressure) * (1.12 - 0.14 * min(speed, 3.0))))


def _is_corner(dots: Sequence[_Dot], index: int) -> bool:
    """Whether the hand turns sharply here, seen from a few units away on both sides."""
    before = _direction_from(dots, index, -1, 0)
    after = _direction_from(dots, index, 1, len(dots) - 1)
    if before is None or after is None:
        return False
    return -before[0] * after[0] - before[1] * after[1] < _CORNER_COSINE


def _direction_from(
    dots: Sequence[_Dot], index: int, step: int, end: int
) -> tuple[float, float] | None:
    """The unit direction from a sample to the first one ``_CORNER_REACH`` away, or the end."""
    here = dots[index]
    at = index
    while at != end:
        at += step
        dx, dy = dots[at].x - here.x, dots[at].y - here.y
        length = math.hypot(dx, dy)
        if length >= _CORNER_REACH or (at == end and length > 0):
            return dx / length, dy / length
    return None


def _tangent(dots: Sequence[_Dot], index: int, step: int, end: int) -> tuple[float, float]:
    return _direction_from(dots, index, step, end) or (float(step), 0.0)


def _direction(cubic: _Cubic) -> tuple[float, float]:
    dx, dy = cubic.x3 - cubic.x2, cubic.y3 - cubic.y2
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if length > 0 else (1.0, 0.0)


def _fit_run(
    dots: Sequence[_Dot],
    first: int,
    last: int,
    begin: tuple[float, float],
    end: tuple[float, float],
) -> list[_Piece]:
    """Cubics through a run of samples, joined smoothly.

    Args:
        dots: all samples; ``first`` to ``last`` are fitted, both included.
        first: where the run begins.
        last: where it ends.
        begin: the unit direction in which the curve leaves ``first``.
        end: the unit direction in which it reaches ``last``, seen backwards.
    """
    pieces: list[_Piece] = []
    todo = [(first, last, begin, end)]
    while todo:
        a, b, leave, reach = todo.pop()
        cubic, error2, worst = _fit_one(dots, a, b, leave, reach)
        if error2 <= _FIT_ERROR2 or b - a < 2:
            pieces.append(_Piece(a, b, cubic))
            continue
        ahead, behind = dots[min(worst + 1, b)], dots[max(worst - 1, a)]
        dx, dy = behind.x - ahead.x, behind.y - ahead.y
        length = math.hypot(dx, dy)
        middle = (dx / length, dy / length) if length > 0 else (-leave[0], -leave[1])
        todo.append((worst, b, (-middle[0], -middle[1]), reach))
        todo.append((a, worst, leave, middle))
    return pieces


def _fit_one(
    dots: Sequence[_Dot],
    first: int,
    last: int,
    leave: tuple[float, float],
    reach: tuple[float, float],
) -> tuple[_Cubic, float, int]:
    """The best cubic for these samples, its largest squared error, and where that is."""
    a, b = dots[first], dots[last]
    if last - first < 2:
        return _straight(a, b, leave, reach), 0.0, first
    along = [0.0]
    for index in range(first + 1, last + 1):
        step = math.hypot(dots[index].x - dots[index - 1].x, dots[index].y - dots[index - 1].y)
        along.append(along[-1] + step)
    u = [value / along[-1] for value in along]
    best: tuple[_Cubic, float, int] | None = None
    for _ in range(4):
        cubic = _least_squares(dots, first, last, u, leave, reach)
        error2, worst = _largest_error(dots, first, cubic, u)
        if best is None or error2 < best[1]:
            best = cubic, error2, worst
        if error2 <= _FIT_ERROR2 or error2 > 16 * _FIT_ERROR2:
            break
        u = [_nearer(cubic, dots[first + i], t) for i, t in enumerate(u)]
    if best is None:
        raise AssertionError
    return best


def _straight(a: _Dot, b: _Dot, leave: tuple[float, float], reach: tuple[float, float]) -> _Cubic:
    third = math.hypot(b.x - a.x, b.y - a.y) / 3
    return _Cubic(
        a.x, a.y, a.x + leave[0] * third, a.y + leave[1] * third,
        b.x + reach[0] * third, b.y + reach[1] * third, b.x, b.y,
    )  # fmt: skip


def _least_squares(
    dots: Sequence[_Dot],
    first: int,
    last: int,
    u: Sequence[float],
    leave: tuple[float, float],
    reach: tuple[float, float],
) -> _Cubic:
    """Schneider's two-by-two system for the lengths of both handles."""
    a, b = dots[first], dots[last]
    c00 = c01 = c11 = x0 = x1 = 0.0
    for i, t in enumerate(u):
        s = 1.0 - t
        b0, b1, b2, b3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        c00 += b1 * b1
        c01 += b1 * b2
        c11 += b2 * b2
        dot = dots[first + i]
        rx = dot.x - a.x * (b0 + b1) - b.x * (b2 + b3)
        ry = dot.y - a.y * (b0 + b1) - b.y * (b2 + b3)
        x0 += b1 * (leave[0] * rx + leave[1] * ry)
        x1 += b2 * (reach[0] * rx + reach[1] * ry)
    c01 *= leave[0] * reach[0] + leave[1] * reach[1]
    determinant = c00 * c11 - c01 * c01
    chord = math.hypot(b.x - a.x, b.y - a.y)
    if abs(determinant) > 1e-9:
        left = (x0 * c11 - x1 * c01) / determinant
        right = (c00 * x1 - c01 * x0) / determinant
    else:
        left = right = 0.0
    if not (1e-3 * chord < left < 4 * chord and 1e-3 * chord < right < 4 * chord):
        left = right = chord / 3
    return _Cubic(
        a.x, a.y, a.x + leave[0] * left, a.y + leave[1] * left,
        b.x + reach[0] * right, b.y + reach[1] * right, b.x, b.y,
    )  # fmt: skip


def _largest_error(
    dots: Sequence[_Dot], first: int, cubic: _Cubic, u: Sequence[float]
) -> tuple[float, int]:
    worst, where = -1.0, first + len(u) // 2
    for i in range(1, len(u) - 1):
        x, y = cubic.at(u[i])
        dot = dots[first + i]
        error2 = (x - dot.x) ** 2 + (y - dot.y) ** 2
        if error2 > worst:
            worst, where = error2, first + i
    return worst, where


def _nearer(cubic: _Cubic, dot: _Dot, t: float) -> float:
    """One Newton step towards the parameter nearest to a sample."""
    s = 1.0 - t
    x, y = cubic.at(t)
    dx = 3 * (
        s * s * (cubic.x1 - cubic.x0)
        + 2 * s * t * (cubic.x2 - cubic.x1)
        + t * t * (cubic.x3 - cubic.x2)
    )
    dy = 3 * (
        s * s * (cubic.y1 - cubic.y0)
        + 2 * s * t * (cubic.y2 - cubic.y1)
        + t * t * (cubic.y3 - cubic.y2)
    )
    ddx = 6 * (s * (cubic.x2 - 2 * cubic.x1 + cubic.x0) + t * (cubic.x3 - 2 * cubic.x2 + cubic.x1))
    ddy = 6 * (s * (cubic.y2 - 2 * cubic.y1 + cubic.y0) + t * (cubic.y3 - 2 * cubic.y2 + cubic.y1))
    slope = dx * dx + dy * dy + (x - dot.x) * ddx + (y - dot.y) * ddy
    if slope == 0:
        return t
    return min(1.0, max(0.0, t - ((x - dot.x) * dx + (y - dot.y) * dy) / slope))
