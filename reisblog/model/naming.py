"""Where the names on a map stand: each in lines of about equal length, none over another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reisblog.model.geometry import Rect

_LETTERS = 19
_WAYS = sorted(
    ((across * 0.8, down * 0.5) for across in range(-8, 9) for down in range(-7, 8)),
    key=lambda way: math.hypot(way[0] * 0.7, way[1]),
)
"""Where else a name may stand, in heights of its letters, the nearest first."""
_Near = tuple[float, float, float, float, float]
"""The sides of a box, and how bad it is to lie over it."""
_FARTHEST = 7.0
"""Beyond the longest of these ways, nothing is ever met."""


def in_lines(name: str) -> tuple[str, ...]:
    """A name in lines of about equal length, broken between words."""
    count = max(1, -(-len(name) // _LETTERS))
    aim = len(name) / count
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) > aim + len(word) / 2 and len(lines) <= count:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def apart(
    wanted: Sequence[Rect], sheet: Rect, letters: float, *, fixed: Sequence[Rect] = ()
) -> list[Rect]:
    """These boxes, moved by whole units so that none lies over another; most stay.

    Args:
        wanted: where each name would stand best; where two would meet, the later one gives way.
        sheet: which none leaves.
        letters: how high they are, the measure for how far a name may go.
        fixed: what none lies over either.
    """
    standing: list[Rect] = []
    for index, box in enumerate(wanted):
        reach = box.grown(_FARTHEST * letters)
        near = [
            (other.x, other.y, other.right, other.bottom, weight)
            for weight, others in ((10.0, (*fixed, *standing)), (1.0, wanted[index + 1 :]))
            for other in others
            if overlap(reach, other)
        ]
        best, least = box, math.inf
        for across, down in _WAYS:
            tried = inside(_moved(box, round(across * letters), round(down * letters)), sheet)
            cost = _cost(tried, near, least)
            if cost < least:
                best, least = tried, cost
            if not cost:
                break
        standing.append(best)
    return standing


def inside(box: Rect, room: Rect) -> Rect:
    """A box moved by whole units into a room."""
    right = math.floor(min(0.0, room.right - box.right)) + math.ceil(max(0.0, room.x - box.x))
    down = math.floor(min(0.0, room.bottom - box.bottom)) + math.ceil(max(0.0, room.y - box.y))
    return _moved(box, right, down)


def overlap(one: Rect, other: Rect) -> float:
    """The area that two boxes share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)


def _cost(box: Rect, near: Sequence[_Near], least: float) -> float:
    """How much a box lies over others, each by its weight; no more than that it is not the least.

    Where two hundred names lie in a heap, this is asked millions of times.
    """
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    cost = 0.0
    for x, y, end, foot, weight in near:
        if x < right and left < end and y < bottom and top < foot:
            cost += weight * (min(right, end) - max(left, x)) * (min(bottom, foot) - max(top, y))
            if cost >= least:
                break
    return cost


def _moved(box: Rect, right: float, down: float) -> Rect:
    return Rect(box.x + right, box.y + down, box.width, box.height)
