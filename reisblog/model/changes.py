"""The difference between two journeys, as data.

It is the only thing the canvas and the panels react to. Records are compared by identity first:
a journey shares nearly everything with its predecessor.
"""

from __future__ import annotations

from typing import Any

import msgspec

from reisblog.model.journey import HEAD, RECORD_TYPES, Journey
from reisblog.model.records import Record
from reisblog.model.table import Table


class TableChange(msgspec.Struct, frozen=True):
    """What changed in one table.

    Attributes:
        put: records that are new or different, in the order they stand.
        removed: ids that are gone.
        sequence: all ids in their new order, where appending ``put`` would not give it.
    """

    put: tuple[Any, ...] = ()
    removed: tuple[str, ...] = ()
    sequence: tuple[str, ...] | None = None


class Changes(msgspec.Struct, frozen=True):
    """What changed between two journeys.

    Attributes:
        tables: only the tables in which something changed.
        head: only the fields beside the tables that changed, with their new values.
    """

    tables: dict[str, TableChange]
    head: dict[str, Any]

    def __bool__(self) -> bool:
        return bool(self.tables or self.head)

    def put(self, table: str) -> tuple[Any, ...]:
        """The new and changed records of a table."""
        change = self.tables.get(table)
        return change.put if change else ()

    def removed(self, table: str) -> tuple[str, ...]:
        """The ids that are gone from a table."""
        change = self.tables.get(table)
        return change.removed if change else ()


def difference(before: Journey, after: Journey) -> Changes:
    """What must change in ``before`` to make it ``after``."""
    changed = {}
    for name in RECORD_TYPES:
        old, new = getattr(before, name), getattr(after, name)
        if old is not new and (change := _table_difference(old, new)):
            changed[name] = change
    head = {
        name: getattr(after, name) for name in HEAD if getattr(before, name) != getattr(after, name)
    }
    return Changes(tables=changed, head=head)


def apply(journey: Journey, changes: Changes) -> Journey:
    """The journey after these changes; the inverse of ``difference``."""
    fields: dict[str, Any] = dict(changes.head)
    for name, change in changes.tables.items():
        table = getattr(journey, name).without(*change.removed).with_(*change.put)
        if change.sequence is not None:
            table = Table(table[key] for key in change.sequence)
        fields[name] = table
    return msgspec.structs.replace(journey, **fields)


def _table_difference(old: Table[Record], new: Table[Record]) -> TableChange | None:
    put = tuple(
        record
        for key, record in new.items()
        if (earlier := old.get(key)) is not record and earlier != record
    )
    removed = tuple(key for key in old if key not in new)
    appended = [key for key in old if key in new] + [
        record.id for record in put if record.id not in old
    ]
    sequence = None if appended == list(new) else tuple(new)
    if not put and not removed and sequence is None:
        return None
    return TableChange(put=put, removed=removed, sequence=sequence)
