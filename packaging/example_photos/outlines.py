"""Outlines to paint: closed rows of points, in pixels of the picture, y down."""

from __future__ import annotations

import math
from collections.abc import Sequence

Spot = tuple[float, float]
Outline = list[Spot]


def box(x: float, y: float, width: float, height: float, *, turn: float = 0.0) -> Outline:
    """A rectangle by its upper left corner, turned about its middle (degrees, clockwise)."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return turned(corners, turn, (x + width / 2, y + height / 2))


def card(
    x: float, y: float, width: float, height: float, corner: float, *, turn: float = 0.0
) -> Outline:
    """A rectangle with round corners."""
    corner = min(corner, width / 2, height / 2)
    points: Outline = []
    for cx, cy, begin in (
        (x + width - corner, y + corner, -90),
        (x + width - corner, y + height - corner, 0),
        (x + corner, y + height - corner, 90),
        (x + corner, y + corner, 180),
    ):
        for step in range(9):
            angle = math.radians(begin + step * 90 / 8)
            points.append((cx + corner * math.cos(angle), cy + corner * math.sin(angle)))
    return turned(points, turn, (x + width / 2, y + height / 2))


def oval(cx: float, cy: float, rx: float, ry: float | None = None, *, turn: float = 0.0) -> Outline:
    """An ellipse, or a circle when one radius is given."""
    ry = rx if ry is None else ry
    points = [
        (cx + rx * math.cos(step * math.tau / 72), cy + ry * math.sin(step * math.tau / 72))
        for step in range(72)
    ]
    return turned(points, turn, (cx, cy))


def pie(cx: float, cy: float, radius: float, begin: float, end: float) -> Outline:
    """A slice of a circle between two angles in degrees, clockwise from the right."""
    steps = max(4, int(abs(end - begin) / 5))
    rim = []
    for step in range(steps + 1):
        angle = math.radians(begin + (end - begin) * step / steps)
        rim.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return [(cx, cy), *rim]


def gear(
    cx: float, cy: float, radius: float, *, teeth: int, depth: float, turn: float = 0.0
) -> Outline:
    """A toothed wheel; ``depth`` is how far a tooth stands out within the radius."""
    points: Outline = []
    for tooth in range(teeth):
        for part, reach in ((-0.26, -depth), (-0.15, 0.0), (0.15, 0.0), (0.26, -depth)):
            angle = math.radians(turn) + (tooth + part) * math.tau / teeth
            points.append(
                (
                    cx + (radius + reach) * math.cos(angle),
                    cy + (radius + reach) * math.sin(angle),
                )
            )
    return points


def blob(points: Sequence[Spot]) -> Outline:
    """A soft closed shape through these points (Catmull-Rom)."""
    count = len(points)
    return [
        _between(
            points[i - 1], points[i], points[(i + 1) % count], points[(i + 2) % count], step / 10
        )
        for i in range(count)
        for step in range(10)
    ]


def curve(points: Sequence[Spot]) -> Outline:
    """A soft open line through these points."""
    held = [points[0], *points, points[-1]]
    line = [
        _between(held[i], held[i + 1], held[i + 2], held[i + 3], step / 12)
        for i in range(len(points) - 1)
        for step in range(12)
    ]
    return [*line, points[-1]]


def tube(points: Sequence[Spot], *widths: float) -> Outline:
    """The outline of a line whose width runs through ``widths`` from its start to its end."""
    sides: tuple[Outline, Outline] = ([], [])
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = _along(widths, i / max(last, 1)) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        sides[0].append((x + nx, y + ny))
        sides[1].append((x - nx, y - ny))
    return sides[0] + sides[1][::-1]


def limb(points: Sequence[Spot], *widths: float) -> list[Outline]:
    """A soft line with round ends: to be painted as one shape."""
    soft = curve(points)
    return [
        tube(soft, *widths),
        oval(*soft[0], widths[0] / 2),
        oval(*soft[-1], widths[-1] / 2),
    ]


def turned(points: Sequence[Spot], degrees: float, about: Spot) -> Outline:
    """These points turned clockwise about one of them or another."""
    if not degrees:
        return list(points)
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    ox, oy = about
    return [
        (ox + (x - ox) * cosine - (y - oy) * sine, oy + (x - ox) * sine + (y - oy) * cosine)
        for x, y in points
    ]


def moved(points: Sequence[Spot], dx: float, dy: float) -> Outline:
    """These points somewhere else."""
    return [(x + dx, y + dy) for x, y in points]


def _along(values: Sequence[float], t: float) -> float:
    if len(values) == 1:
        return values[0]
    spot = t * (len(values) - 1)
    index = min(int(spot), len(values) - 2)
    return values[index] + (values[index + 1] - values[index]) * (spot - index)


def _between(a: Spot, b: Spot, c: Spot, d: Spot, t: float) -> Spot:
    x, y = (
        0.5
        * (
            2 * b[k]
            + (c[k] - a[k]) * t
            + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
            + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t**3
        )
        for k in (0, 1)
    )
    return x, y
