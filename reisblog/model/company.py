"""The travel company: which stretches of a journey somebody shares, and how they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.journey import Journey


def stretches(journey: Journey, companion_id: str) -> list[tuple[str, ...]]:
    """The parts of the story during which somebody is along: ids of haltes, in their order.

    Each of the two tracks has its own. A halte in no order is a stretch by itself.
    """
    found: list[tuple[str, ...]] = []
    for track in _tracks(journey):
        run: list[str] = []
        for stop_id in track:
            if companion_id in journey.stops[stop_id].company:
                run.append(stop_id)
            elif run:
                found.append(tuple(run))
                run = []
        if run:
            found.append(tuple(run))
    return found


def between(journey: Journey, first: str, last: str) -> tuple[str, ...]:
    """The haltes of the story from one to another, whichever comes first.

    Those on the other track are not among them, unless one of the two is.
    """
    order = list(journey.order)
    if first not in order or last not in order:
        return (first, last) if first != last else (first,)
    low, high = sorted((order.index(first), order.index(last)))
    tracks = {journey.stops[first].beside, journey.stops[last].beside}
    return tuple(key for key in order[low : high + 1] if journey.stops[key].beside in tracks)


def initials(name: str) -> str:
    """One or two letters for a name: "Oma Riet" is OR."""
    words = [word for word in name.split() if word[:1].isalnum()] or name.split()
    return "".join(word[0].upper() for word in words[:1] + words[1:][-1:])


def _tracks(journey: Journey) -> Iterator[list[str]]:
    for beside in (False, True):
        yield [key for key in journey.order if journey.stops[key].beside is beside]
    told = set(journey.order)
    yield from ([key] for key in journey.stops if key not in told)
