"""Plane geometry for drawing: hand-drawn traces, hatching, scattering. No SVG here."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from random import Random

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
Trace = list[Step]
"""A path as steps: M, L, Q, C and Z with their points."""


def wobbly(
    points: Sequence[Point], rng: Random, *, closed: bool = False, wobble: float = 0.9
) -> Trace:
    """Straight edges as a hand draws them: corners kept, each edge bent a little."""
    ring = [*points, points[0]] if closed else list(points)
    trace: Trace = [("M", (ring[0],))]
    for start, end in itertools.pairwise(ring):
        length = math.dist(start, end)
        parts = max(1, round(length / 70))
        bend = min(wobble, length * 0.06)
        normal = (-(end[1] - start[1]) / (length or 1), (end[0] - start[0]) / (length or 1))
        for part in range(1, parts + 1):
            drift = 0.0 if part == parts else rng.uniform(-bend, bend) * 0.6
            belly = rng.uniform(-bend, bend) * 1.6
            middle, stop = (part - 0.5) / parts, part / parts
            trace.append(
                (
                    "Q",
                    (
                        _along(start, end, middle, normal, belly),
                        _along(start, end, stop, normal, drift),
                    ),
                )
            )
    return [*trace, ("Z", ())] if closed else trace


def _along(start: Point, end: Point, share: float, normal: Point, away: float) -> Point:
    return (
        start[0] + (end[0] - start[0]) * share + normal[0] * away,
        start[1] + (end[1] - start[1]) * share + normal[1] * away,
    )


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 6.0) -> Trace:
    """A flowing curve through all points (Catmull-Rom as cubic curves)."""
    count = len(points)
    trace: Trace = [("M", (points[0],))]
    for index in range(count if closed else count - 1):
        before = points[(index - 1) % count] if closed or index else points[0]
        start, end = points[index], points[(index + 1) % count]
        after = points[(index + 2) % count] if closed or index + 2 < count else points[-1]
        first = (
            start[0] + (end[0] - before[0]) / tension,
            start[1] + (end[1] - before[1]) / tension,
        )
        second = (
            end[0] - (after[0] - start[0]) / tension,
            end[1] - (after[1] - start[1]) / tension,
        )
        trace.append(("C", (first, second, end)))
    return [*trace, ("Z", ())] if closed else trace


def scalloped(points: Sequence[Point], *, bulge: float = 0.45, closed: bool = True) -> Trace:
    """Bumps from point to point, bulging to the left of the walking direction: crowns, clouds."""
    ring = [*points, points[0]] if closed else list(points)
    trace: Trace = [("M", (ring[0],))]
    for start, end in itertools.pairwise(ring):
        along = (end[0] - start[0], end[1] - start[1])
        out = (along[1] * bulge * 1.3, -along[0] * bulge * 1.3)
        first = (start[0] + out[0] + along[0] * 0.05, start[1] + out[1] + along[1] * 0.05)
        second = (end[0] + out[0] - along[0] * 0.05, end[1] + out[1] - along[1] * 0.05)
        trace.append(("C", (first, second, end)))
    return [*trace, ("Z", ())] if closed else trace


def ring(
    centre: Point,
    across: float,
    down: float,
    count: int,
    rng: Random | None = None,
    rough: float = 0.0,
) -> list[Point]:
    """Points clockwise (on the screen) round an ellipse, starting at the left."""
    points = []
    for index in range(count):
        angle = math.pi + index * math.tau / count
        reach = 1 + (rng.uniform(-rough, rough) if rng else 0.0)
        points.append(
            (
                centre[0] + math.cos(angle) * across * reach,
                centre[1] + math.sin(angle) * down * reach,
            )
        )
    return points


def arc(
    centre: Point, across: float, down: float, start: float, stop: float, count: int = 8
) -> list[Point]:
    """Points along part of an ellipse; degrees, 0 to the right, 90 downwards."""
    angles = (math.radians(start + (stop - start) * index / (count - 1)) for index in range(count))
    return [
        (centre[0] + math.cos(angle) * across, centre[1] + math.sin(angle) * down)
        for angle in angles
    ]


def shifted(trace: Trace, by: Point) -> Trace:
    """The same trace a little further."""
    return [(name, tuple((x + by[0], y + by[1]) for x, y in points)) for name, points in trace]


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Whether a polygon holds a point (even-odd)."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def hatch_lines(
    polygon: Sequence[Point], rng: Random, *, angle: float, gap: float, ragged: float = 3.0
) -> list[list[Point]]:
    """Parallel strokes across a polygon, spaced and ended a little unevenly."""
    turn = math.radians(angle)
    cosine, sine = math.cos(turn), math.sin(turn)
    flat = [(x * cosine + y * sine, -x * sine + y * cosine) for x, y in polygon]
    level = min(y for _, y in flat) + gap * rng.uniform(0.3, 0.9)
    bottom = max(y for _, y in flat)
    strokes = []
    while level < bottom:
        crossings = sorted(_crossings(flat, level))
        for enter, leave in zip(crossings[::2], crossings[1::2], strict=False):
            left, right = enter + rng.uniform(0, ragged), leave - rng.uniform(0, ragged)
            if right - left > 2.0:
                ends = (
                    (left, level + rng.uniform(-0.6, 0.6)),
                    (right, level + rng.uniform(-0.6, 0.6)),
                )
                strokes.append([(x * cosine - y * sine, x * sine + y * cosine) for x, y in ends])
        level += gap * rng.uniform(0.82, 1.18)
    return strokes


def _crossings(polygon: Sequence[Point], level: float) -> list[float]:
    found = []
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (ay > level) != (by > level):
            found.append(ax + (level - ay) * (bx - ax) / (by - ay))
    return found


def distance_to(point: Point, line: Sequence[Point]) -> float:
    """How far a point lies from a polyline."""
    return min(_to_segment(point, a, b) for a, b in itertools.pairwise(line))


def _to_segment(point: Point, start: Point, end: Point) -> float:
    run = (end[0] - start[0], end[1] - start[1])
    squared = run[0] ** 2 + run[1] ** 2
    if not squared:
        return math.dist(point, start)
    share = ((point[0] - start[0]) * run[0] + (point[1] - start[1]) * run[1]) / squared
    share = min(1.0, max(0.0, share))
    return math.dist(point, (start[0] + run[0] * share, start[1] + run[1] * share))


def sampled(points: Sequence[Point], spacing: float) -> list[Point]:
    """The smooth curve through points, as points at about even steps."""
    result = [points[0]]
    for (_, (start,)), (_, (first, second, end)) in _cubic_steps(smooth(points)):
        count = max(1, round(math.dist(start, end) / spacing))
        result.extend(
            _cubic(start, first, second, end, index / count) for index in range(1, count + 1)
        )
    return result


def _cubic_steps(trace: Trace) -> Iterable[tuple[tuple[str, tuple[Point]], Step]]:
    for before, step in itertools.pairwise(trace):
        yield (before[0], (before[1][-1],)), step


def _cubic(start: Point, first: Point, second: Point, end: Point, share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    controls = (start, first, second, end)
    return (
        sum(weight * point[0] for weight, point in zip(weights, controls, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, controls, strict=True)),
    )


def roughened(points: Sequence[Point], rng: Random, amount: float) -> list[Point]:
    """Points with each (but the ends) pushed aside a little."""
    middle = [
        (x + rng.uniform(-amount, amount), y + rng.uniform(-amount, amount))
        for x, y in points[1:-1]
    ]
    return [points[0], *middle, points[-1]]


def beside(points: Sequence[Point], away: float | Sequence[float]) -> list[Point]:
    """A polyline parallel to another, to its right hand; one distance, or one for each point."""
    result = []
    for index, (x, y) in enumerate(points):
        before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
        run = (after[0] - before[0], after[1] - before[1])
        length = math.hypot(*run) or 1.0
        distance = away if isinstance(away, (int, float)) else away[index]
        result.append((x - run[1] / length * distance, y + run[0] / length * distance))
    return result


def lerp(start: Point, end: Point, share: float) -> Point:
    """The point at a share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def scalloped_low(centre: Point, across: float, down: float, bumps: int, rng: Random) -> Trace:
    """A small scalloped ellipse in few numbers, for things drawn by the hundred."""
    points = ring(centre, across * 0.86, down * 0.86, bumps, rng, 0.06)
    trace: Trace = [("M", (points[0],))]
    for index in range(bumps):
        angle = math.pi + (index + 0.5) * math.tau / bumps
        belly = (
            centre[0] + math.cos(angle) * across * 1.36,
            centre[1] + math.sin(angle) * down * 1.36,
        )
        trace.append(("Q", (belly, points[(index + 1) % bumps])))
    return [*trace, ("Z", ())]


def onto(points: Sequence[Point]) -> Trace:
    """A flowing curve that goes on from where another ended, by a straight edge."""
    trace = smooth(points)
    return [("L", trace[0][1]), *trace[1:]]
