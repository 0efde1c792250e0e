"""Pen samples into a small smooth curve, with the hand's tempo along it.

The curve stays within ``TOLERANCE`` of every sample, corners stay corners, and nothing is
straightened or snapped. Fitting is done while the hand still moves, a piece at a time, so that
lifting the pen costs nothing however long the path is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from reisblog.model.fitting import (
    COARSEST,
    REACH,
    WIDE,
    Cubic,
    Direction,
    Dot,
    Piece,
    direction_from,
    end_direction,
    fit_run,
    gap,
    to_line,
    turns_alike,
)
from reisblog.model.geometry import Point
from reisblog.model.records import Segment

TOLERANCE = 1.5
"""How far, in map units, a sample may lie from the kept curve."""

_SAME = 0.3
_FINEST = 0.3
_REST_MS = 150
_REST_REACH = 8.0
_FRAME_MS = 16
_CHUNK = 48
_LONGEST = 256
_CORNER_COSINE = math.cos(math.radians(55))
_ROUND_COSINE = math.cos(math.radians(80))


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


class InkFitter:
    """Takes samples as they come and gives the curve at the end."""

    def __init__(self, scale: float = 1.0) -> None:
        """Start an empty stroke.

        Args:
            scale: logical pixels per map unit; who draws closer by draws more finely.
        """
        self._error = min(COARSEST, max(_FINEST, COARSEST / max(scale, 1.0)))
        self._dots: list[Dot] = []
        self._segments: list[Segment] = []
        self._start: Dot | None = None
        self._tangent: Direction | None = None
        self._speed = 0.0

    def add(self, sample: Sample) -> None:
        """Take one more sample."""
        if not self._dots:
            first = Dot(sample.x, sample.y, sample.ms, _hand_width(sample.pressure, 0.0))
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
        self._dots.append(Dot(sample.x, sample.y, sample.ms, width))
        if len(self._dots) >= _CHUNK and len(self._dots) % 8 == 0:
            self._settle()

    @property
    def width(self) -> float:
        """The hand's width at the newest sample, 1.0 being the pen's own."""
        return self._dots[-1].width if self._dots else 1.0

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
        """Keep what later samples can no longer change: all pieces but the last ones."""
        pieces = self._fit()
        settled = [piece for piece in pieces if piece.last < len(self._dots) - 2]
        if settled:
            self._keep(settled)
        elif len(self._dots) >= _LONGEST:
            self._keep(pieces)

    def _keep(self, pieces: Sequence[Piece]) -> None:
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
        turn = self._dots[end.last].rest_ms >= _REST_MS or _is_corner(self._dots, end.last)
        self._tangent = None if turn else end.cubic.direction()
        del self._dots[: end.last]

    def _fit(self) -> list[Piece]:
        dots = self._dots
        ends = [0]
        corner = -3
        for index in range(1, len(dots) - 1):
            rested = dots[index].rest_ms >= _REST_MS
            # A corner is seen from the samples around it, too, unless they lie far apart.
            other = index > corner + 2 or gap(dots, index - 1) >= REACH
            if rested or (other and _is_corner(dots, index)):
                ends.append(index)
                corner = index
        ends.append(len(dots) - 1)
        pieces: list[Piece] = []
        tangent = self._tangent
        for first, last in pairwise(ends):
            begin = tangent or end_direction(dots, first, 1, last)
            reach = end_direction(dots, last, -1, first)
            pieces += fit_run(dots, first, last, begin, reach, error=self._error)
            tangent = None
        return pieces


def distance(curve: Curve, x: float, y: float) -> float:
    """How far a point lies from a curve, in map units."""
    nearest = math.inf
    start = curve.start
    for piece in curve.segments:
        cubic = Cubic(
            start.x, start.y, piece.c1.x, piece.c1.y, piece.c2.x, piece.c2.y, piece.end.x,
            piece.end.y,
        )  # fmt: skip
        before = cubic.at(0.0)
        for step in range(1, 33):
            point = cubic.at(step / 32)
            nearest = min(nearest, to_line(x, y, before, point))
            before = point
        start = piece.end
    return nearest


def _hand_width(pressure: float, speed: float) -> float:
    """1.0 for an unhurried mouse; wider when pressed or slow, narrower when fast (units/ms)."""
    return min(1.7, max(0.45, (0.6 + 0.9 * pressure) * (1.12 - 0.14 * min(speed, 3.0))))


def _is_corner(dots: Sequence[Dot], index: int) -> bool:
    """Whether the hand turns sharply here, seen from a few units away on both sides."""
    before = direction_from(dots, index, -1, 0)
    after = direction_from(dots, index, 1, len(dots) - 1)
    if before is None or after is None:
        return False
    cosine = -before[0] * after[0] - before[1] * after[1]
    return cosine < _CORNER_COSINE and not (cosine > _ROUND_COSINE and _is_round(dots, index))


def _is_round(dots: Sequence[Dot], index: int) -> bool:
    """Whether a quick hand goes round here: samples far apart, the next one turning alike."""
    if min(gap(dots, index - 1), gap(dots, index)) < WIDE:
        return False
    beside = (index - 1, index + 1)
    return any(turns_alike(dots, index, at) for at in beside if 0 < at < len(dots) - 1)
