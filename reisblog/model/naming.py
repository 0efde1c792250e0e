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
        coming = [other for other in wanted[index + 1 :] if overlap(reach, other)]
        stands = [other for other in (*fixed, *standing) if overlap(reach, other)]
        best, least = box, math.inf
        for across, down in _WAYS:
            tried = inside(_moved(box, round(across * letters), round(down * letters)), sheet)
            cost = 10 * _overlap(tried, stands) + _overlap(tried, coming)
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


def _overlap(box: Rect, others: Sequence[Rect]) -> float:
    return sum(overlap(box, other) for other in others)


def _moved(box: Rect, right: float, down: float) -> Rect:
    return Rect(box.x + right, box.y + down, box.width, box.height)
