"""What is done to paths that lie there already; a locked one stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from reisblog.model import limits
from reisblog.model.brush import WIDTHS
from reisblog.model.curves import along, backwards, joined, length, nearest, split
from reisblog.model.edits.common import bounded, changed, said
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.journey import Journey
from reisblog.model.records import Pen, Trail, narrowest
from reisblog.model.table import Table

BREADTHS: Final = (0.6, 1.0, 1.6)
"""How wide a path can be drawn, 1 being its pen's own."""


def reshape(journey: Journey, trail_id: str, curve: Curve) -> Journey:
    """Let a path run otherwise: on from its end, elsewhere for a stretch, bent."""
    trail = _free(journey, trail_id)
    return journey if trail is None else _with(journey, {trail_id: [along(trail, curve)]})


def erase(
    journey: Journey, left: Mapping[str, Sequence[Curve]], new_id: Callable[[], str]
) -> Journey:
    """Wipe out parts of paths.

    Args:
        journey: it.
        left: what is left of each path that was touched; where nothing is, the path goes.
        new_id: gives an id for each part beyond the first, which keeps the path's own.
    """
    put: dict[str, list[Trail]] = {}
    for key, curves in left.items():
        trail = _free(journey, key)
        if trail is not None:
            put[key] = [
                changed(along(trail, curve), id=new_id() if index else key)
                for index, curve in enumerate(curves)
            ]
    return _with(journey, put)


def cut(journey: Journey, trail_id: str, at: Point, new_id: str) -> Journey:
    """Cut a path where it is nearest to a point, unless nothing would be seen of one part."""
    trail = _free(journey, trail_id)
    if trail is None:
        return journey
    parts = split(trail, nearest(trail, at).spot)
    if min(length(part) for part in parts) <= WIDTHS[trail.pen] * trail.breadth:
        return journey
    first, second = (along(trail, part) for part in parts)
    return _with(journey, {trail_id: [first, changed(second, id=new_id)]})


def join(journey: Journey, first_id: str, second_id: str) -> Journey:
    """Make two paths one at their nearest ends: the first, as closed as the more closed of both."""
    first, second = _free(journey, first_id), _free(journey, second_id)
    if first is None or second is None or first is second:
        return journey
    one = changed(
        along(first, joined(first, second)), audience=narrowest(first.audience, second.audience)
    )
    return _with(journey, {first_id: [one], second_id: []})


def reverse(journey: Journey, ids: Iterable[str]) -> Journey:
    """Let paths run the other way."""
    trails = [trail for key in ids if (trail := _free(journey, key)) is not None]
    return _with(journey, {trail.id: [along(trail, backwards(trail))] for trail in trails})


def draw_anew(
    journey: Journey,
    ids: Iterable[str],
    *,
    pen: Pen | None = None,
    tint: str | None = None,
    breadth: float | None = None,
) -> Journey:
    """Draw paths with another pen, in another tint or breadth; what is not named stays."""
    if breadth is not None:
        breadth = min(max(breadth, limits.LEAST_BREADTH), limits.BREADTH)
    fields = said(pen=pen, tint=tint, breadth=breadth)
    trails = [trail for key in ids if (trail := _free(journey, key)) is not None]
    return _with(journey, {trail.id: [changed(trail, **fields)] for trail in trails})


def _free(journey: Journey, trail_id: str) -> Trail | None:
    """A path that is there and that may be changed."""
    trail = journey.trails.get(trail_id)
    return None if trail is None or trail.locked else trail


def _with(journey: Journey, put: Mapping[str, Sequence[Trail]]) -> Journey:
    """Others in the place of paths, where those lay in the stack."""
    if not put:
        return journey
    trails = [
        _bounded(new) if key in put else new
        for key, trail in journey.trails.items()
        for new in put.get(key, (trail,))
    ]
    return changed(journey, trails=Table(trails))


def _bounded(trail: Trail) -> Trail:
    """The same path, no farther than a journey reaches."""
    points = (trail.start, *(spot for p in trail.segments for spot in (p.c1, p.c2, p.end)))
    if all(max(abs(at.x), abs(at.y)) <= limits.COORDINATE for at in points):
        return trail
    return changed(
        trail,
        start=bounded(trail.start),
        segments=tuple(
            changed(p, c1=bounded(p.c1), c2=bounded(p.c2), end=bounded(p.end))
            for p in trail.segments
        ),
    )
