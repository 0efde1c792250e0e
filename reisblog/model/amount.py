"""How much a journey holds, against what a journey can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reisblog.model import limits
from reisblog.model.brush import reach
from reisblog.model.journey import Journey, tables
from reisblog.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reisblog.model.records import Record

_TEXTS = {
    "photos": ("caption",),
    "notes": ("text",),
    "stops": ("title", "text", "when"),
    "own_places": ("name",),
    "backpack": ("text",),
    "companions": ("name", "role"),
    "compass_moments": ("asker", "text"),
}


def fits(journey: Journey) -> bool:
    """Whether a journey holds no more than a journey can."""
    return all(measure(journey) <= most for measure, most in _bounds(of_paths=True))


def outgrows(after: Journey, before: Journey) -> bool:
    """Whether a journey holds more than it can, and more of that than before.

    So that one which is full, or over-full, can still be changed and made smaller.
    """
    return any(
        (held := measure(after)) > most and held > measure(before)
        for measure, most in _bounds(of_paths=after.trails is not before.trails)
    )


class Room:
    """How much still goes in beside a journey, one record after another."""

    def __init__(self, journey: Journey) -> None:
        """Begin with what the journey leaves free."""
        self._held = {measure: measure(journey) for measure, _most in _bounds(of_paths=True)}

    def takes(self, table: str, record: Record) -> bool:
        """Whether there is room for a record; it then counts from now on."""
        fields: dict[str, Any] = {table: Table([record])}
        alone = Journey(id="alone", **fields)
        grown = {measure: held + measure(alone) for measure, held in self._held.items()}
        fits_in = all(grown[measure] <= most for measure, most in _bounds(of_paths=True))
        if fits_in:
            self._held = grown
        return fits_in


def _bounds(*, of_paths: bool) -> Iterator[tuple[Callable[[Journey], float], float]]:
    """What is measured and how much of it there can be; paths take time, 1 ms for 1,000 pieces."""
    yield _records, limits.RECORDS
    yield _letters, limits.LETTERS
    yield _own_places, limits.OWN_PLACES
    yield _runs, limits.MIST_RUNS
    if of_paths:
        yield _pieces, limits.PIECES
        yield _reach, limits.REACH


def _records(journey: Journey) -> int:
    named = sum(len(stop.places) + len(stop.company) for stop in journey.stops.values())
    return named + sum(len(table) for _name, table in tables(journey))


def _own_places(journey: Journey) -> int:
    return len(journey.own_places)


def _letters(journey: Journey) -> int:
    return len(journey.about) + sum(
        len(getattr(record, field))
        for table, fields in _TEXTS.items()
        for record in getattr(journey, table).values()
        for field in fields
    )


def _runs(journey: Journey) -> int:
    return sum(len(row.runs) for row in journey.mist)


def _pieces(journey: Journey) -> int:
    return sum(len(trail.segments) for trail in journey.trails.values())


def _reach(journey: Journey) -> float:
    return sum(map(reach, journey.trails.values()))
