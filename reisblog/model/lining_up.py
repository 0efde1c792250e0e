"""Things in line with one another: aligned, spread evenly, and caught by a hand that wants it so.

Everything goes by the upright boxes in which things are seen, in map units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from reisblog.model.geometry import Point, Rect


class Edge(StrEnum):
    """What of the boxes comes to lie in one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Axis(StrEnum):
    """Along which things are spread."""

    ACROSS = "across"
    DOWN = "down"


class Guide(msgspec.Struct, frozen=True):
    """A thin line that shows what lies in line, in map units."""

    start: Point
    end: Point


LEAST_TO_ALIGN, LEAST_TO_SPREAD = 2, 3
_LINES: dict[Edge, Callable[[Rect], float]] = {
    Edge.LEFT: lambda box: box.x,
    Edge.CENTRE: lambda box: box.x + box.width / 2,
    Edge.RIGHT: lambda box: box.right,
    Edge.TOP: lambda box: box.y,
    Edge.MIDDLE: lambda box: box.y + box.height / 2,
    Edge.BOTTOM: lambda box: box.bottom,
}
_UPRIGHT = (Edge.LEFT, Edge.CENTRE, Edge.RIGHT)
_LEVEL = (Edge.TOP, Edge.MIDDLE, Edge.BOTTOM)


def aligned(
    boxes: Mapping[str, Rect], edge: Edge, *, fixed: Iterable[str] = ()
) -> dict[str, Point]:
    """By how much each moves so that all have this in one line.

    Where some stay where they are, the others line up with those.
    """
    held = [boxes[key] for key in fixed if key in boxes]
    around = _around(held or list(boxes.values()))
    line = _LINES[edge]
    return {
        key: _along(edge in _UPRIGHT, line(around) - line(box))
        for key, box in boxes.items()
        if key not in set(fixed)
    }


def spread(boxes: Mapping[str, Rect], axis: Axis) -> dict[str, Point]:
    """By how much each moves so that all have the same room between them.

    The outermost two stay where they are; where there is too little room all overlap alike.
    """
    across = axis is Axis.ACROSS
    ordered = sorted(boxes.items(), key=lambda item: _middle(item[1], across))
    around = _around([ordered[0][1], ordered[-1][1]])
    lengths = [_length(box, across) for _key, box in ordered]
    gap = (_length(around, across) - sum(lengths)) / max(1, len(ordered) - 1)
    at, moves = _start(around, across), {}
    for (key, box), length in zip(ordered, lengths, strict=True):
        moves[key] = _along(across, at - _start(box, across))
        at += length + gap
    return moves


def caught(moving: Rect, others: Sequence[Rect], reach: float) -> tuple[Point, tuple[Guide, ...]]:
    """How much farther a box goes to lie in line with others nearby, and the lines that show it.

    Args:
        moving: the box where the hand has it.
        others: what it may be in line with.
        reach: how near a line must be to catch it, in map units.
    """
    right = _nearest(moving, others, _UPRIGHT, reach)
    down = _nearest(moving, others, _LEVEL, reach)
    shift = Point(right or 0.0, down or 0.0)
    there = Rect(moving.x + shift.x, moving.y + shift.y, moving.width, moving.height)
    guides = []
    if right is not None:
        guides += list(_guides(there, others, _UPRIGHT))
    if down is not None:
        guides += list(_guides(there, others, _LEVEL))
    return shift, tuple(guides)


def near(value: float, wanted: Iterable[float], reach: float) -> float | None:
    """The nearest of the wanted values within reach, if there is any."""
    found = min(wanted, key=lambda each: abs(each - value), default=None)
    return found if found is not None and abs(found - value) <= reach else None


def _nearest(
    moving: Rect, others: Sequence[Rect], edges: Sequence[Edge], reach: float
) -> float | None:
    shifts = [
        _LINES[theirs](other) - _LINES[own](moving)
        for other in others
        for theirs in edges
        for own in edges
    ]
    shift = min(shifts, key=abs, default=None)
    return shift if shift is not None and abs(shift) <= reach else None


def _guides(there: Rect, others: Sequence[Rect], edges: Sequence[Edge]) -> Iterator[Guide]:
    """A line for each edge or middle that is in line now, as long as all that lies in it."""
    for own in edges:
        at = _LINES[own](there)
        in_line = [
            other
            for other in others
            if any(abs(_LINES[theirs](other) - at) < 0.01 for theirs in edges)
        ]
        if not in_line:
            continue
        whole = _around([there, *in_line])
        if own in _UPRIGHT:
            yield Guide(Point(at, whole.y), Point(at, whole.bottom))
        else:
            yield Guide(Point(whole.x, at), Point(whole.right, at))


def _around(boxes: Sequence[Rect]) -> Rect:
    return Rect.around(
        [corner for box in boxes for corner in (Point(box.x, box.y), Point(box.right, box.bottom))]
    )


def _along(across: bool, by: float) -> Point:  # noqa: FBT001  (one axis or the other)
    return Point(by, 0.0) if across else Point(0.0, by)


def _middle(box: Rect, across: bool) -> float:  # noqa: FBT001
    return box.centre.x if across else box.centre.y


def _length(box: Rect, across: bool) -> float:  # noqa: FBT001
    return box.width if across else box.height


def _start(box: Rect, across: bool) -> float:  # noqa: FBT001
    return box.x if across else box.y
