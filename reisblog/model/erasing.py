"""What is left of paths under a round eraser that is drawn over them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from reisblog.model.brush import WIDTHS
from reisblog.model.curves import (
    START,
    Spot,
    between,
    cubics,
    curve_of,
    end_of,
    length,
    length_of,
)
from reisblog.model.fitting import Cubic, to_line
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.records import Trail

_MOST_LOOKS = 96
_LEAST_LOOKS = 4
_HALVINGS = 14

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Sweep:
    """An eraser on its way from one point to the next, in map units."""

    def __init__(self, start: Point, end: Point, radius: float) -> None:
        """Say where it goes and how far it reaches."""
        self.start, self.end, self.radius = start, end, radius
        self.box = (
            min(start.x, end.x) - radius,
            min(start.y, end.y) - radius,
            max(start.x, end.x) + radius,
            max(start.y, end.y) + radius,
        )

    def meets(self, box: Box) -> bool:
        """Whether it may touch something inside a box."""
        left, top, right, bottom = self.box
        return left <= box[2] and box[0] <= right and top <= box[3] and box[1] <= bottom

    def covers(self, x: float, y: float) -> bool:
        """Whether a point goes."""
        a, b = self.start, self.end
        return to_line(x, y, (a.x, a.y), (b.x, b.y)) <= self.radius

    def gone(self, cubic: Cubic) -> Iterator[tuple[float, float]]:
        """The parts of a piece that go, by its parameter."""
        fine = math.ceil(length_of(cubic) / max(0.5, self.radius / 3))
        looks = min(_MOST_LOOKS, max(_LEAST_LOOKS, fine))
        begin: float | None = 0.0 if self.covers(*cubic.at(0.0)) else None
        for before, after in pairwise(step / looks for step in range(looks + 1)):
            covered = self.covers(*cubic.at(after))
            if covered and begin is None:
                begin = self._edge(cubic, after, before)
            elif not covered and begin is not None:
                yield begin, self._edge(cubic, before, after)
                begin = None
        if begin is not None:
            yield begin, 1.0

    def _edge(self, cubic: Cubic, inside: float, outside: float) -> float:
        for _ in range(_HALVINGS):
            middle = (inside + outside) / 2
            if self.covers(*cubic.at(middle)):
                inside = middle
            else:
                outside = middle
        return outside


class _Remainder:
    """A part of a path that is left, with the boxes in which its pieces lie."""

    def __init__(self, curve: Curve) -> None:
        self.curve = curve
        self._cubics = list(cubics(curve))
        self._boxes = [_box(cubic) for cubic in self._cubics]
        lefts, tops, rights, bottoms = zip(*self._boxes, strict=True)
        self._whole = (min(lefts), min(tops), max(rights), max(bottoms))

    def after(self, sweep: Sweep) -> list[Curve] | None:
        """What is left of it; nothing at all when it was not touched."""
        if not sweep.meets(self._whole):
            return None
        gone = [
            (Spot(index, begin), Spot(index, end))
            for index, box in enumerate(self._boxes)
            if sweep.meets(box)
            for begin, end in sweep.gone(self._cubics[index])
        ]
        if not gone:
            return None
        kept: list[Curve] = []
        at = START
        for begin, end in gone:
            if begin > at:
                kept.append(between(self.curve, at, begin))
            at = max(at, end)
        if at < end_of(self.curve):
            kept.append(between(self.curve, at, end_of(self.curve)))
        return kept


class Erasing:
    """Takes an eraser's way as it goes and knows what is left of each path it has touched."""

    def __init__(self, trails: Iterable[Trail]) -> None:
        """Begin with these; whoever is locked is not touched."""
        free = [trail for trail in trails if not trail.locked]
        self._left = {trail.id: [_Remainder(curve_of(trail))] for trail in free}
        self._crumbs = {trail.id: WIDTHS[trail.pen] * trail.breadth for trail in free}
        self._touched: set[str] = set()

    @property
    def left(self) -> Mapping[str, tuple[Curve, ...]]:
        """What is left of the paths that were touched, in the order of the hand."""
        return {
            key: tuple(each.curve for each in self._left[key])
            for key in self._left
            if key in self._touched
        }

    def sweep(self, start: Point, end: Point, radius: float) -> bool:
        """Go from one point to another; tells whether anything went.

        A remainder that is no longer than its pen is wide goes as well: nobody sees a path in it.
        """
        sweep, any_gone = Sweep(start, end, radius), False
        for key, remainders in self._left.items():
            after: list[_Remainder] = []
            touched = False
            for remainder in remainders:
                kept = remainder.after(sweep)
                if kept is None:
                    after.append(remainder)
                    continue
                touched = True
                after += [_Remainder(curve) for curve in kept if length(curve) > self._crumbs[key]]
            if touched:
                self._left[key] = after
                self._touched.add(key)
                any_gone = True
        return any_gone


def _box(cubic: Cubic) -> Box:
    xs, ys = cubic[0::2], cubic[1::2]
    return min(xs), min(ys), max(xs), max(ys)
