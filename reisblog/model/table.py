"""A read-only table of records by id; a frozen record's dict would still be mutable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, unique within its table."""


R = TypeVar("R", bound=Identified)


class Table(Mapping[str, R]):
    """Records by id, in a fixed order; every change is a new table that shares the records."""

    __slots__ = ("_records",)

    def __init__(self, records: Iterable[R] = ()) -> None:
        """Hold these records.

        Raises:
            ValueError: two of them have the same id.
        """
        self._records: dict[str, R] = {}
        for record in records:
            if record.id in self._records:
                msg = f"two records with id {record.id!r}"
                raise ValueError(msg)
            self._records[record.id] = record

    def __getitem__(self, record_id: str) -> R:
        return self._records[record_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Table):
            return NotImplemented
        return list(self._records.items()) == list(other._records.items())

    __hash__ = None  # type: ignore[assignment]  # equal by value, like the dict it stands for

    def __repr__(self) -> str:
        return f"Table({list(self._records.values())!r})"

    def with_(self, *records: R) -> Table[R]:
        """A table with these records added at the end, or replaced where they stand."""
        return self._made(self._records | {record.id: record for record in records})

    def without(self, *record_ids: str) -> Table[R]:
        """A table without these; ids that are not in it do no harm."""
        gone = set(record_ids)
        return self._made({key: kept for key, kept in self._records.items() if key not in gone})

    def on_top(self, *record_ids: str) -> Table[R]:
        """A table with these moved to the end, in the order given: last lies on top."""
        moved = {key: self._records[key] for key in record_ids}
        return self.without(*moved).with_(*moved.values())

    def below(self, *record_ids: str) -> Table[R]:
        """A table with these moved to the beginning, in the order given: first lies lowest."""
        moved = {key: self._records[key] for key in record_ids}
        return self._made(moved | self._records)

    @classmethod
    def _made(cls, records: dict[str, R]) -> Table[R]:
        table: Table[R] = cls()
        table._records = records
        return table
