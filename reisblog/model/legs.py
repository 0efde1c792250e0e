"""The way between two haltes: which stretch of a path the traveller drew there, and how fast.

No line is invented: where none of the traveller's own paths passes both, there is no leg.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from reisblog.model import curves
from reisblog.model.curves import START, Spot
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.records import Pen, Trail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import Stop

NEAR = 160.0
"""A path passes a halte that lies no further from it than this, in map units."""
_SHORTEST = 60.0
_STEP = 24.0
_SAME = 1.0
SHORTEST_MS, LONGEST_MS = 2_000, 4_000
"""How long a leg takes to be told; a quicker or slower hand is stretched or pressed to it."""
_MOST_REST = 0.3


class Leg(NamedTuple):
    """A stretch of a path, as the story goes along it.

    Attributes:
        trail: the id of the path.
        begin, end: where on it one sets out and arrives; backwards where the end comes first.
    """

    trail: str
    begin: Spot
    end: Spot

    @property
    def backwards(self) -> bool:
        """Whether the story goes against the way in which it was drawn."""
        return self.end < self.begin


class _Visit(NamedTuple):
    """Where a path passes a halte most closely."""

    spot: Spot
    away: float


def legs(journey: Journey, atlas: Atlas, stops: Sequence[Stop]) -> list[Leg | None]:
    """How each of these haltes is reached from the one before it.

    The first is reached from where the path that passes it was begun. Where a path passes two
    haltes more than once, its story goes on from where it was, if it can.

    Args:
        journey: with the paths.
        atlas: with the places.
        stops: in the order of the story.
    """
    ways = {
        key: _Way(trail) for key, trail in journey.trails.items()
        if trail.pen is Pen.MINE and trail.segments
    }  # fmt: skip
    at = [_anchors(stop, atlas, journey) for stop in stops]
    found: list[Leg | None] = [_lead(ways, *at)] if stops else []
    for one, other in pairwise(at):
        found.append(_leg(ways, one, other, found))
    return found


def told_paths(journey: Journey, told: Iterable[Leg | None]) -> list[Trail]:
    """What of the paths stands on the map when the story went along these legs.

    Stretches that meet are one, so that no pen was lifted where the traveller's was not.
    """
    spans: dict[str, list[tuple[Spot, Spot]]] = {}
    for leg in told:
        if leg is not None:
            spans.setdefault(leg.trail, []).append(_span(leg))
    return [
        part_of(trail, begin, end, name=f"{key}.{number}")
        for key, trail in journey.trails.items()
        for number, (begin, end) in enumerate(_merged(spans.get(key, ())))
    ]


def part_of(trail: Trail, begin: Spot, end: Spot, *, name: str) -> Trail:
    """A stretch of a path as a path of its own, with this id."""
    part = curves.along(trail, curves.between(trail, begin, end))
    return msgspec.structs.replace(part, id=name)


def growing(journey: Journey, told: Sequence[Leg | None]) -> tuple[Trail, float]:
    """The path that grows along the last of these legs.

    Returns:
        It as it is in the end, and how much of that stood there before, in map units.

    Raises:
        ValueError: there is no such leg.
    """
    leg = told[-1] if told else None
    if leg is None:
        msg = "no leg to grow along"
        raise ValueError(msg)
    trail = journey.trails[leg.trail]
    if leg.backwards:
        return curves.along(trail, curve_along(trail, leg)), 0.0
    spans = _merged(_span(each) for each in told if each is not None and each.trail == leg.trail)
    begin = next(
        (first for first, last in spans if first <= leg.begin and last == leg.end), leg.begin
    )
    whole = part_of(trail, begin, leg.end, name=trail.id)
    before = curves.length(curves.between(trail, begin, leg.begin)) if begin < leg.begin else 0.0
    return whole, before


def curve_along(trail: Trail, leg: Leg) -> Curve:
    """The leg in the direction in which the story goes."""
    curve = curves.between(trail, *_span(leg))
    return curves.backwards(curve) if leg.backwards else curve


def _span(leg: Leg) -> tuple[Spot, Spot]:
    return (leg.end, leg.begin) if leg.backwards else (leg.begin, leg.end)


def _merged(spans: Iterable[tuple[Spot, Spot]]) -> list[tuple[Spot, Spot]]:
    merged: list[tuple[Spot, Spot]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return merged


class Pace:
    """How far along a curve the hand was at each moment, pressed or stretched to a few seconds.

    Its rests stay where they were; together they take no more than a third of the time or so.

    Attributes:
        ms: how long all of it takes.
    """

    def __init__(self, curve: Curve) -> None:
        pieces = curve.segments
        lengths = [curves.length_of(cubic) for cubic in curves.cubics(curve)]
        times = [float(piece.ms) for piece in pieces]
        if not any(times):
            times = lengths
        moving, resting = sum(times), sum(piece.rest_ms for piece in pieces)
        most = moving * _MOST_REST / (1 - _MOST_REST)
        share = min(1.0, most / resting) if resting else 0.0
        clock, reached = 0.0, 0.0
        self._clocks, self._reached = [0.0], [0.0]
        for piece, took, length in zip(pieces, times, lengths, strict=True):
            clock, reached = clock + took, reached + length
            self._add(clock, reached)
            if piece.rest_ms and share:
                clock += piece.rest_ms * share
                self._add(clock, reached)
        self.ms = round(min(LONGEST_MS, max(SHORTEST_MS, clock)))

    def reached(self, share: float) -> float:
        """How far along the hand is, in map units.

        Args:
            share: of the whole time that has gone by, from 0 to 1.
        """
        clock = min(1.0, max(0.0, share)) * self._clocks[-1]
        index = min(bisect_right(self._clocks, clock), len(self._clocks) - 1)
        before, after = self._clocks[index - 1], self._clocks[index]
        part = (clock - before) / (after - before) if after > before else 1.0
        begin, end = self._reached[index - 1], self._reached[index]
        return begin + (end - begin) * min(1.0, part)

    def _add(self, clock: float, reached: float) -> None:
        self._clocks.append(clock)
        self._reached.append(reached)


def _anchors(stop: Stop, atlas: Atlas, journey: Journey) -> list[Point]:
    """Where a halte is: at each of its places, or else where it lies."""
    known = [atlas.places[key].pin for key in stop.places if key in atlas.places]
    own = [journey.own_places[key].at for key in stop.places if key in journey.own_places]
    return [*known, *own] or [stop.at]


class _Way:
    """A path, looked at closely enough to see whom it passes."""

    def __init__(self, trail: Trail) -> None:
        self._spots, self._points = [START], [trail.start]
        for piece, cubic in enumerate(curves.cubics(trail)):
            count = max(1, math.ceil(curves.length_of(cubic) / _STEP))
            for step in range(1, count + 1):
                self._spots.append(Spot(piece, step / count))
                self._points.append(Point(*cubic.at(step / count)))
        self.until = curves.Measured(trail).until

    def between(self, one: Spot, other: Spot) -> float:
        """How long the path is from one spot to another, in map units."""
        return abs(self.until(other) - self.until(one))

    def visits(self, anchors: Sequence[Point]) -> list[_Visit]:
        """Each time it passes a halte, in its own order."""
        found: list[_Visit] = []
        best: _Visit | None = None
        for spot, point in zip(self._spots, self._points, strict=True):
            away = min(point.distance(anchor) for anchor in anchors)
            if away > NEAR:
                if best is not None:
                    found.append(best)
                best = None
            elif best is None or away < best.away:
                best = _Visit(spot, away)
        return [*found, best] if best is not None else found


def _lead(ways: dict[str, _Way], to: Sequence[Point], *others: Sequence[Point]) -> Leg | None:
    """From the beginning of the first path that passes the first halte, before any other."""
    for key, way in ways.items():
        for visit in way.visits(to)[:1]:
            first = all(
                visit.spot <= other.spot for points in others for other in way.visits(points)[:1]
            )
            if first and way.until(visit.spot) > _SHORTEST:
                return Leg(key, START, visit.spot)
    return None


def _leg(
    ways: dict[str, _Way], one: Sequence[Point], other: Sequence[Point], told: Sequence[Leg | None]
) -> Leg | None:
    """The earliest stretch from one halte to another; on from where the story is, if it can be.

    None where every such stretch was told before: it is on the map already.
    """
    last = next((leg for leg in reversed(told) if leg is not None), None)
    if last is not None and last is told[-1]:  # the story is on this path, at the one
        way = ways[last.trail]
        ends = [visit.spot for visit in way.visits(other) if visit.spot > last.end]
        if ends and way.between(last.end, ends[0]) > _SAME:
            return Leg(last.trail, last.end, ends[0])
    stretches = [
        leg
        for key, way in ways.items()
        for leg in _stretches(key, way.visits(one), way.visits(other))
        if way.between(leg.begin, leg.end) > _SAME and not _is_told(leg, told)
    ]
    onward = [
        leg for leg in stretches if last and leg.trail == last.trail and leg.begin >= last.end
    ]
    forward = [leg for leg in stretches if not leg.backwards]
    return next(iter([*onward, *forward, *stretches]), None)


def _is_told(leg: Leg, told: Iterable[Leg | None]) -> bool:
    """Whether all of it stands on the map when the story was told so far."""
    begin, end = _span(leg)
    spans = _merged(_span(each) for each in told if each is not None and each.trail == leg.trail)
    return any(first <= begin and end <= last for first, last in spans)


def _stretches(trail: str, ones: Sequence[_Visit], others: Sequence[_Visit]) -> Iterator[Leg]:
    """From each time the path passes the one to the next time it passes the other.

    Where it comes back to the one before that, from there; then those it goes the other way.
    """
    for index, visit in enumerate(ones):
        onward = ones[index + 1].spot if index + 1 < len(ones) else None
        end = next((each.spot for each in others if each.spot > visit.spot), None)
        if end is not None and (onward is None or end <= onward):
            yield Leg(trail, visit.spot, end)
    for visit in ones:
        before = [each.spot for each in others if each.spot < visit.spot]
        if before:
            yield Leg(trail, visit.spot, before[-1])
