"""What a row of the list is, and rows put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from reisblog.model.records import Audience, Photo, Sign
from reisblog.texts import _


class Kind(StrEnum):
    """What a row is about."""

    JOURNEY = "journey"
    TRAVELLER = "traveller"
    ABOUT = "about"
    MIST = "mist"
    GROUP = "group"
    HINT = "hint"
    STOP = "stop"
    WHEN = "when"
    STORY = "story"
    PHOTO = "photo"
    NOTE = "note"
    ALONG = "along"
    PICKED_UP = "picked-up"
    LAID = "laid"
    COMPASS = "compass"
    DIRECTION = "direction"
    ASKER = "asker"
    TRAIL = "trail"
    THING = "thing"
    PERSON = "person"
    ROLE = "role"
    PLACE = "place"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row, with what stands below it.

    Attributes:
        key: of this row alone, for as long as it is about the same thing.
        record: the id of what it is about; of a group and of a journey's own words, its name.
        stop: the halte in which it stands.
        label: what it is, in a word; spoken first.
        text: what is read large.
        raw: what is written there; nothing where the text is the program's.
        facts: what else is to be said of it.
        labelled: whether the label is read, too, where nothing else shows what it is.
        photo: what it shows.
        sign: what it shows.
        beside: whether it stands on the second track.
        audience: for whom it is by itself.
    """

    key: str
    kind: Kind
    record: str = ""
    stop: str | None = None
    label: str = ""
    text: str = ""
    raw: str = ""
    facts: tuple[str, ...] = ()
    labelled: bool = False
    photo: Photo | None = None
    sign: Sign | None = None
    beside: bool = False
    audience: Audience | None = None
    children: tuple[Row, ...] = ()

    @property
    def under(self) -> str:
        """What is read small below the text."""
        return " · ".join(((self.label,) if self.labelled else ()) + self.facts)

    @property
    def told(self) -> str:
        """All of it, for those who cannot see it."""
        named = ": ".join(dict.fromkeys(filter(None, (self.label, self.text))))
        return ", ".join((named, *self.facts))


def bare(row: Row) -> Row:
    """A row without what stands below it, to be compared and shown."""
    return msgspec.structs.replace(row, children=()) if row.children else row


def every(rows: Iterable[Row]) -> Iterator[Row]:
    """All rows, each before those below it."""
    for row in rows:
        yield row
        yield from every(row.children)


def with_row(rows: tuple[Row, ...], fresh: Row, under: str) -> tuple[Row, ...]:
    """Rows with one more below another of them, unless it is there."""
    if any(row.key == fresh.key for row in every(rows)):
        return rows
    if under == "group:loose" and all(row.key != under for row in rows):
        group = Row(
            key=under, kind=Kind.GROUP, record="loose", text=_("Loose: in no order, still yours")
        )
        rows = (*rows[:2], group, *rows[2:])
    return tuple(_grown(row, fresh, under) for row in rows)


def _grown(row: Row, fresh: Row, under: str) -> Row:
    if row.key == under:
        kept = tuple(child for child in row.children if child.kind is not Kind.HINT)
        return msgspec.structs.replace(row, children=(*kept, fresh))
    if row.children and row.kind is not Kind.JOURNEY:
        children = tuple(_grown(child, fresh, under) for child in row.children)
        return msgspec.structs.replace(row, children=children)
    return row
