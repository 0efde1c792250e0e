"""In which order the traveller's drawn path passes the haltes; offered, never imposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.brush import flatten
from reisblog.model.geometry import Point
from reisblog.model.records import Pen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import Stop

NEAR = 110.0
"""A path that comes this close to a halte passes it, in map units."""
_STEP = 24.0


def order_along_path(journey: Journey, atlas: Atlas) -> tuple[str, ...]:
    """The haltes of the story in the order in which "my path" passes them.

    Those it does not pass stay behind the one they stood behind; what is loose stays loose. Of
    haltes at the same places, the first takes the first passing, and so on.
    """
    points = [
        Point(footing.x, footing.y)
        for trail in journey.trails.values()
        if trail.pen is Pen.MINE
        for footing in flatten(trail, step=_STEP)
    ]
    passed: dict[str, int] = {}
    for stops in _together(journey.stops[key] for key in journey.order):
        times = _passings(points, [spot for stop in stops for spot in _spots(stop, atlas)])
        for index, stop in enumerate(stops if times else ()):
            passed[stop.id] = times[min(index, len(times) - 1)]
    order = sorted(passed, key=passed.__getitem__)
    before: str | None = None
    for key in journey.order:
        if key not in passed:
            order.insert(0 if before is None else order.index(before) + 1, key)
        before = key
    return tuple(order)


def _together(stops: Iterable[Stop]) -> Iterable[list[Stop]]:
    """Haltes at the same places, which the path can't tell apart."""
    groups: dict[tuple[str, ...], list[Stop]] = {}
    for stop in stops:
        groups.setdefault(stop.places or (stop.id,), []).append(stop)
    return groups.values()


def _spots(stop: Stop, atlas: Atlas) -> list[Point]:
    return [stop.at, *(atlas.places[key].pin for key in stop.places if key in atlas.places)]


def _passings(points: Sequence[Point], spots: Sequence[Point]) -> list[int]:
    """Which points of a path are nearest to a halte, one each time that it comes near."""
    found: list[int] = []
    nearest: int | None = None
    least = NEAR
    for index, point in enumerate(points):
        distance = min(point.distance(spot) for spot in spots)
        if distance > NEAR:
            if nearest is not None:
                found.append(nearest)
            nearest, least = None, NEAR
        elif nearest is None or distance < least:
            nearest, least = index, distance
    return found if nearest is None else [*found, nearest]
