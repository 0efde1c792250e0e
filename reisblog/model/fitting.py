"""Cubics through pen samples, near every sample and near the way from one to the next.

Samples of a quick hand lie far apart, and a cubic that only has to pass near them may swing out
in between. So the curve is also held to a gentle way from sample to sample: the cubic that leaves
each sample halfway between the directions it is reached and left in, as a centripetal
Catmull-Rom spline does.

Source of the fit: P. J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves",
Graphics Gems (1990).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

REACH = 5.0
"""From how far away, in map units, the direction at a sample is seen: nearer by it is jitter."""

WIDE = 12.0
"""Samples farther apart leave the curve room for a bend of its own."""

COARSEST = 1.2
"""How far a fitted curve may lie from a sample at most; leaves room for rounding to a hundredth."""

_ASTRAY = 1.5
_LOOKS = 4

Direction = tuple[float, float]


class Dot(NamedTuple):
    """A sample that counts, with the hand's width there and how long it stood still."""

    x: float
    y: float
    ms: float
    width: float
    rest_ms: float = 0.0


class Cubic(NamedTuple):
    """One cubic Bezier curve: begin, two handles, end."""

    x0: float
    y0: float
    x1: float
    y1: float
    x2: float
    y2: float
    x3: float
    y3: float

    def at(self, t: float) -> tuple[float, float]:
        """The point at a parameter from 0 to 1."""
        s = 1.0 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        return (
            a * self.x0 + b * self.x1 + c * self.x2 + d * self.x3,
            a * self.y0 + b * self.y1 + c * self.y2 + d * self.y3,
        )

    def direction(self) -> Direction:
        """The unit direction in which it ends."""
        return _unit(self.x3 - self.x2, self.y3 - self.y2) or (1.0, 0.0)


class Piece(NamedTuple):
    """A cubic from one sample to another."""

    first: int
    last: int
    cubic: Cubic


def gap(dots: Sequence[Dot], index: int) -> float:
    """How far it is from a sample to the next."""
    a, b = dots[index], dots[index + 1]
    return math.hypot(b.x - a.x, b.y - a.y)


def to_line(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    """How far a point lies from the straight line between two others."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length2 = dx * dx + dy * dy
    t = 0.0 if length2 == 0 else ((x - a[0]) * dx + (y - a[1]) * dy) / length2
    t = min(1.0, max(0.0, t))
    return math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)


def turns_alike(dots: Sequence[Dot], one: int, other: int) -> bool:
    """Whether the way turns about as much, and to the same side, at two samples."""
    first, second = sorted((_turn(dots, one), _turn(dots, other)), key=abs)
    return first * second > 0 and abs(second) <= 3 * abs(first)


def direction_from(dots: Sequence[Dot], index: int, step: int, end: int) -> Direction | None:
    """The unit direction from a sample to the first one ``REACH`` away, or the end."""
    here = dots[index]
    at = index
    while at != end:
        at += step
        dx, dy = dots[at].x - here.x, dots[at].y - here.y
        length = math.hypot(dx, dy)
        if length >= REACH or (at == end and length > 0):
            return dx / length, dy / length
    return None


def end_direction(dots: Sequence[Dot], index: int, step: int, end: int) -> Direction:
    """The unit direction from the end of a run into it, ``step`` being 1 or -1.

    Where samples far apart go on turning the same way, the run bends from its very end.
    """
    straight = direction_from(dots, index, step, end)
    if straight is None:
        return float(step), 0.0
    beside, further = index + step, index + 2 * step
    if end in (beside, further) or not turns_alike(dots, beside, further):
        return straight
    near, far = gap(dots, min(index, beside)), gap(dots, min(beside, further))
    if near < WIDE or near > 2 * far:
        return straight
    x, y = _through(dots, beside, min(index, end), max(index, end))
    along = 2 * step * (straight[0] * x + straight[1] * y)
    if along < 1:
        return straight
    return along * straight[0] - step * x, along * straight[1] - step * y


def fit_run(
    dots: Sequence[Dot],
    first: int,
    last: int,
    begin: Direction,
    end: Direction,
    *,
    error: float = COARSEST,
) -> list[Piece]:
    """Cubics through a run of samples, joined smoothly.

    Args:
        dots: all samples; ``first`` to ``last`` are fitted, both included.
        first: where the run begins.
        last: where it ends.
        begin: the unit direction in which the curve leaves ``first``.
        end: the unit direction in which it reaches ``last``, seen backwards.
        error: how far the curve may lie from a sample.
    """
    pieces: list[Piece] = []
    todo = [(first, last, begin, end)]
    while todo:
        a, b, leave, reach = todo.pop()
        cubic, split = _fit_one(dots, a, b, leave, reach, error * error)
        if split is None:
            pieces.append(Piece(a, b, cubic))
            continue
        through = _through(dots, split, a, b)
        todo.append((split, b, through, reach))
        todo.append((a, split, leave, _back(through)))
    return pieces


def _fit_one(
    dots: Sequence[Dot],
    first: int,
    last: int,
    leave: Direction,
    reach: Direction,
    most2: float,
) -> tuple[Cubic, int | None]:
    """The best cubic for these samples, and where to divide them if it is not good enough."""
    if last - first < 2:
        return _between(dots[first], dots[last], leave, reach), None
    along = [0.0]
    for index in range(first, last):
        along.append(along[-1] + gap(dots, index))
    u = [value / along[-1] for value in along]
    best: tuple[float, Cubic, int, list[float]] | None = None
    for _ in range(4):
        cubic = _least_squares(dots, first, last, u, leave, reach, along[-1])
        error2, worst = _largest_error(dots, first, cubic, u)
        if best is None or error2 < best[0]:
            best = error2, cubic, worst, u
        if error2 <= most2 or error2 > 16 * most2:
            break
        u = [_nearer(cubic, dots[first + i], t) for i, t in enumerate(u)]
    if best is None:
        raise AssertionError
    error2, cubic, worst, u = best
    if error2 > most2:
        return cubic, worst
    return cubic, _astray(dots, first, cubic, u, leave, reach)


def _between(a: Dot, b: Dot, leave: Direction, reach: Direction) -> Cubic:
    """The gentle way from one sample to the next; it never turns back."""
    dx, dy = b.x - a.x, b.y - a.y
    # A third of the way, less where the handle looks aside, nothing where it looks back.
    third = math.hypot(dx, dy) / 3
    left = min(third, max(0.0, 2 / 3 * (leave[0] * dx + leave[1] * dy)))
    right = min(third, max(0.0, -2 / 3 * (reach[0] * dx + reach[1] * dy)))
    return Cubic(
        a.x, a.y, a.x + leave[0] * left, a.y + leave[1] * left,
        b.x + reach[0] * right, b.y + reach[1] * right, b.x, b.y,
    )  # fmt: skip


def _least_squares(
    dots: Sequence[Dot],
    first: int,
    last: int,
    u: Sequence[float],
    leave: Direction,
    reach: Direction,
    length: float,
) -> Cubic:
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
    left = right = 0.0
    if abs(determinant) > 1e-9:
        left = (x0 * c11 - x1 * c01) / determinant
        right = (c00 * x1 - c01 * x0) / determinant
    # With longer handles even a straight run would turn back.
    if not (1e-3 * length < left < length and 1e-3 * length < right < length):
        left = right = length / 3
    return Cubic(
        a.x, a.y, a.x + leave[0] * left, a.y + leave[1] * left,
        b.x + reach[0] * right, b.y + reach[1] * right, b.x, b.y,
    )  # fmt: skip


def _largest_error(
    dots: Sequence[Dot], first: int, cubic: Cubic, u: Sequence[float]
) -> tuple[float, int]:
    worst, where = -1.0, first + len(u) // 2
    for i in range(1, len(u) - 1):
        x, y = cubic.at(u[i])
        dot = dots[first + i]
        error2 = (x - dot.x) ** 2 + (y - dot.y) ** 2
        if error2 > worst:
            worst, where = error2, first + i
    return worst, where


def _astray(
    dots: Sequence[Dot],
    first: int,
    cubic: Cubic,
    u: Sequence[float],
    leave: Direction,
    reach: Direction,
) -> int | None:
    """The sample beside which the curve leaves the gentle way, if it does."""
    last = first + len(u) - 1
    there: Direction | None = leave
    for i, t in enumerate(u[:-1]):
        at, span = first + i, u[i + 1] - t
        a, b = dots[at], dots[at + 1]
        if gap(dots, at) < WIDE:
            there = None
            gone = to_line(*cubic.at(t + span / 2), a[:2], b[:2]) > _ASTRAY
        else:
            here = there or _through(dots, at, first, last)
            there = _through(dots, at + 1, first, last) if at + 1 < last else _back(reach)
            gone = _leaves(cubic, t, span, _between(a, b, here, _back(there)))
        if gone:
            return at if at > first and (at + 1 == last or 2 * i >= len(u)) else at + 1
    return None


def _leaves(cubic: Cubic, begin: float, span: float, gentle: Cubic) -> bool:
    """Whether a part of a cubic lies too far from another cubic."""
    way: list[tuple[float, float]] = []
    for look in range(1, _LOOKS):
        t = look / _LOOKS
        x, y = cubic.at(begin + span * t)
        on = gentle.at(t)
        if abs(x - on[0]) + abs(y - on[1]) <= _ASTRAY:
            continue
        way = way or [gentle.at(step / _LOOKS) for step in range(_LOOKS + 1)]
        if min(to_line(x, y, c, d) for c, d in pairwise(way)) > _ASTRAY:
            return True
    return False


def _nearer(cubic: Cubic, dot: Dot, t: float) -> float:
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


def _through(dots: Sequence[Dot], index: int, first: int, last: int) -> Direction:
    """The unit direction in which a smooth curve passes a sample inside a run."""
    before, after = dots[index - 1], dots[index + 1]
    across = _unit(after.x - before.x, after.y - before.y) or (1.0, 0.0)
    if max(gap(dots, index - 1), gap(dots, index)) < WIDE:
        return across
    back = direction_from(dots, index, -1, first)
    ahead = direction_from(dots, index, 1, last)
    if back is None or ahead is None:
        return across
    return _unit(ahead[0] - back[0], ahead[1] - back[1]) or across


def _turn(dots: Sequence[Dot], index: int) -> float:
    """By how much the way turns at a sample, in radians."""
    a, b, c = dots[index - 1], dots[index], dots[index + 1]
    ux, uy, vx, vy = b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y
    return math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)


def _back(direction: Direction) -> Direction:
    return -direction[0], -direction[1]


def _unit(x: float, y: float) -> Direction | None:
    length = math.hypot(x, y)
    return (x / length, y / length) if length > 0 else None
