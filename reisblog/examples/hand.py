"""Strokes as a hand makes them: they sway, hurry, press and hesitate, always in the same way."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from reisblog.model.geometry import Point
from reisblog.model.ink import Curve, InkFitter, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.examples.telling import Stroke
    from reisblog.model.atlas import Atlas

_FRAME_MS = 8.0
_FINE = 24
"""Steps between two spots of the stroke, along which the hand is followed."""
_SWAY = ((0.0113, 0.3, 0.55), (0.0291, 1.7, 0.3), (0.0713, 4.1, 0.15))
"""Waves along the way: radians a map unit, phase, share."""
_BEND_REACH = 18.0


def draw(stroke: Stroke, atlas: Atlas) -> Curve:
    """The stroke on this map, as the path tool would keep it."""
    fitter = InkFitter()
    for sample in _samples(stroke, atlas):
        fitter.add(sample)
    curve = fitter.finish()
    if curve is None:
        raise ValueError("a stroke needs at least two spots")
    return curve


def _samples(stroke: Stroke, atlas: Atlas) -> Iterator[Sample]:
    """Where the pen is every 8 ms, with a rest where the hand stands still."""
    pins = [(atlas.places[via.place].pin + Point(via.right, via.down)) for via in stroke.through]
    line = _smooth(pins)
    ways = _ways(line)
    length = ways[-1]
    stands = {index * _FINE: via.rest_ms for index, via in enumerate(stroke.through)}
    ms, way, passed = 0.0, 0.0, 0
    while True:
        index = _index_at(ways, way, passed)
        at = _swayed(line, ways, index, way, stroke.wander)
        pressure = _pressure(way, length)
        yield Sample(at.x, at.y, round(ms), pressure)
        for node in range(passed + 1, index + 1):
            if rest := stands.get(node):
                ms += rest
                yield Sample(at.x, at.y, round(ms), pressure)
        if way >= length:
            return
        passed = index
        hurry = 1.0 + 0.3 * math.sin(way * 0.0083) + 0.18 * math.sin(way * 0.031 + 2.0)
        ms += _FRAME_MS
        way = min(length, way + stroke.pace * _FRAME_MS * hurry * _ease(line, index))


def _smooth(spots: Sequence[Point]) -> list[Point]:
    """Catmull-Rom through the spots, each exactly at a multiple of ``_FINE``."""
    held = [spots[0], *spots, spots[-1]]
    line = [spots[0]]
    for a, b, c, d in zip(held, held[1:], held[2:], held[3:], strict=False):
        for step in range(1, _FINE + 1):
            t = step / _FINE
            line.append(Point(_catmull(a.x, b.x, c.x, d.x, t), _catmull(a.y, b.y, c.y, d.y, t)))
    return line


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
    )


def _ways(line: Sequence[Point]) -> list[float]:
    """How far along the line each of its points lies, in map units."""
    ways = [0.0]
    for before, after in pairwise(line):
        ways.append(ways[-1] + before.distance(after))
    return ways


def _index_at(ways: Sequence[float], way: float, begin: int) -> int:
    """The last point of the line that lies no farther than ``way``."""
    index = begin
    while index + 1 < len(ways) and ways[index + 1] <= way:
        index += 1
    return index


def _swayed(
    line: Sequence[Point], ways: Sequence[float], index: int, way: float, wander: float
) -> Point:
    """The point so far along the line, a little aside; at both ends exactly on it."""
    if index + 1 == len(line):
        return line[-1]
    before, after = line[index], line[index + 1]
    span = ways[index + 1] - ways[index]
    share = (way - ways[index]) / span if span else 0.0
    along = (after - before).scaled(1 / span if span else 0.0)
    calm = min(1.0, way / 30.0, (ways[-1] - way) / 30.0)
    aside = (
        wander * calm * sum(part * math.sin(way * pitch + phase) for pitch, phase, part in _SWAY)
    )
    on = before + (after - before).scaled(share)
    return Point(on.x - along.y * aside, on.y + along.x * aside)


def _ease(line: Sequence[Point], index: int) -> float:
    """Slower where the line bends: 1 on the straight, down to a third."""
    before, here = line[max(0, index - 4)], line[index]
    after = line[min(len(line) - 1, index + 4)]
    one, two = here - before, after - here
    reach = math.hypot(one.x, one.y) * math.hypot(two.x, two.y)
    if reach < _BEND_REACH:
        return 0.5
    cosine = (one.x * two.x + one.y * two.y) / reach
    return 0.35 + 0.65 * max(0.0, (cosine + 1) / 2) ** 2


def _pressure(way: float, length: float) -> float:
    """Light where the pen comes down and lifts, heavier in waves between."""
    ends = min(1.0, way / 60.0, (length - way) / 90.0)
    wave = 0.13 * math.sin(way * 0.0061 + 0.8) + 0.07 * math.sin(way * 0.023)
    return 0.22 + 0.33 * max(0.0, ends) + wave * max(0.0, ends)
