"""A point of a path drawn aside: the stretch around it follows, what lies beyond stays.

Along the stretch the shift falls from all of it to nothing as a cosine does. On each piece that
fall is a cubic, so that the shifted piece is one, too, and joins stay as smooth as they were.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reisblog.model.curves import (
    START,
    Line,
    Measured,
    Spot,
    between,
    cubics,
    curve_of,
    end_of,
    length_of,
    point_at,
)
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.records import Segment

_IN_HALF = 6
"""Pieces that half a stretch has at least, so that it bends as if a hand had drawn it so."""
_JOINT = 0.5
"""So near a joint, in map units, that is meant."""


class Bend:
    """One point of a path that can be moved, between two that stay where they are.

    Attributes:
        point: where it was, in map units.
    """

    def __init__(self, line: Line, marks: Sequence[float], index: int) -> None:
        """Take hold of a point.

        Args:
            line: the path as it is.
            marks: how far along it the points lie that can be taken hold of, in map units.
            index: which of them is.
        """
        self._marks, self._index = marks, index
        self._measured = Measured(line)
        self._joints = [
            START,
            *(Spot(piece, 1.0) for piece in range(len(line.segments))),
        ]
        self._joints_at = [self._measured.until(spot) for spot in self._joints]
        spots = [self._spot(at) for at in marks[max(0, index - 1) : index + 2]]
        here = spots[min(1, index)]
        self._first, self._here, self._last = (
            self._measured.until(spot) for spot in (spots[0], here, spots[-1])
        )
        self.point = point_at(line, here)
        self._start, self._start_width = line.start, line.start_width
        whole = curve_of(line)
        self._before = between(whole, START, spots[0]).segments if spots[0] > START else ()
        stays = spots[-1] < end_of(whole)
        self._after = between(whole, spots[-1], end_of(whole)).segments if stays else ()
        self._begin = between(whole, spots[0], spots[-1]).start
        self._pieces: list[tuple[Segment, float, float]] = []
        for begin, end in pairwise(self._cuts(spots)):
            part = between(whole, begin, end)
            at = self._measured.until(begin)
            for piece, cubic in zip(part.segments, cubics(part), strict=True):
                reach = at + length_of(cubic)
                self._pieces.append((piece, at, reach))
                at = reach
            if end == here:
                self._joint = len(self._before) + len(self._pieces) - 1
        if here == spots[0]:
            self._joint = len(self._before) - 1

    def moved(self, by: Point) -> Curve:
        """The path with that point moved by so many map units."""
        start = self._start
        if not self._before:
            start = (start + by.scaled(self._share(self._first)[0])).rounded()
        at, bent = self._begin, []
        for piece, begin, end in self._pieces:
            first, leaves = self._share(begin)
            last, arrives = self._share(end)
            near = first + leaves * at.distance(piece.c1)
            far = last - arrives * piece.c2.distance(piece.end)
            bent.append(
                msgspec.structs.replace(
                    piece,
                    c1=(piece.c1 + by.scaled(near)).rounded(),
                    c2=(piece.c2 + by.scaled(far)).rounded(),
                    end=(piece.end + by.scaled(last)).rounded(),
                )
            )
            at = piece.end
        return Curve(start, self._start_width, (*self._before, *bent, *self._after))

    def marks_after(self, curve: Curve) -> tuple[float, ...]:
        """How far along the moved path the same points lie."""
        measured = Measured(curve)
        grown = measured.length - self._measured.length
        here = 0.0 if self._joint < 0 else measured.until(Spot(self._joint, 1.0))
        return (
            *self._marks[: self._index],
            here,
            *(mark + grown for mark in self._marks[self._index + 1 :]),
        )

    def _spot(self, at: float) -> Spot:
        """The spot so far along, or the joint that is as good as there."""
        near = min(range(len(self._joints)), key=lambda index: abs(self._joints_at[index] - at))
        if abs(self._joints_at[near] - at) <= _JOINT:
            return self._joints[near]
        return self._measured.spot(at)

    def _cuts(self, spots: Sequence[Spot]) -> list[Spot]:
        """Where the stretch is cut: at its joints, at its points, and finely enough between."""
        cuts = {*spots, *(joint for joint in self._joints if spots[0] < joint < spots[-1])}
        for begin, end in ((self._first, self._here), (self._here, self._last)):
            cuts |= {
                self._spot(begin + (end - begin) * step / _IN_HALF) for step in range(1, _IN_HALF)
            }
        return sorted(cut for cut in cuts if spots[0] <= cut <= spots[-1])

    def _share(self, at: float) -> tuple[float, float]:
        """How much of the shift a point so far along gets, and how that changes a unit further."""
        edge = self._first if at <= self._here else self._last
        room = abs(edge - self._here)
        if room <= 0:
            return 1.0, 0.0
        away = min(1.0, abs(at - self._here) / room)
        slope = -0.5 * math.pi / room * math.sin(math.pi * away)
        return 0.5 + 0.5 * math.cos(math.pi * away), slope if at > self._here else -slope
