"""Words of a journey that are damaged: every record that can be is used, every other is named."""

from __future__ import annotations

import os
from typing import Any

import msgspec

from reisblog.errors import NewerFormatError, ProjectFileError
from reisblog.model import amount, limits
from reisblog.model.journey import HEAD, RECORD_TYPES, HeadAudience, Journey, tables
from reisblog.model.mist import is_orderly
from reisblog.model.records import Audience, Mist, Record
from reisblog.model.references import BELONGS, healed
from reisblog.model.table import Table
from reisblog.storage import codec
from reisblog.storage.codec import UNREADABLE, Fields, Leftovers
from reisblog.storage.losses import Loss, LossKind, label_of
from reisblog.storage.migrations import CURRENT, is_newer, upgraded
from reisblog.storage.torn_json import pieces_of

_MOST_LOSSES = 20_000
_MADE_ANEW = {"format", "id"}
_PERMISSION = "named_on_class_map"
"""Given with a word that may have been altered it is none; who gave it gives it again."""
_FOR_NOBODY_ELSE = HeadAudience(**dict.fromkeys(HeadAudience.__struct_fields__, Audience.SELF))
"""What for whom it was can no longer be read."""
_LABELS = ("caption", "title", "text", "name")


class Words(msgspec.Struct, frozen=True):
    """What could be read of a journey's words.

    Attributes:
        losses: what could not.
        sound: whether the strict reading finds nothing wrong either.
    """

    journey: Journey
    leftovers: Leftovers
    losses: tuple[Loss, ...]
    sound: bool

    @property
    def says_nothing(self) -> bool:
        """Whether nothing of a journey was found in it."""
        named = self.journey.title or self.journey.traveller
        return not named and not any(table for _name, table in tables(self.journey))


def nothing_said() -> Words:
    """A journey of which no word is left."""
    return Words(Journey(id=os.urandom(6).hex()), Leftovers(), (), sound=False)


def read(raw: bytes, *, whole: bool) -> Words:
    """All of the bytes of ``journey.json`` that a journey can be made of.

    Args:
        raw: the bytes, or what is left of them.
        whole: whether they are as they were written.

    Raises:
        NewerFormatError: they are whole, but not like ours.
    """
    if not whole:
        # Even where they read as words of a journey, a name of a field may be another than it was.
        return _Mending(raw).words()
    try:
        decoded = codec.decode(raw)
    except NewerFormatError:
        raise
    except ProjectFileError:
        return _Mending(raw).words()
    return Words(decoded.journey, decoded.leftovers, (), sound=True)


class _Mending:
    """One journey that is put together from what is whole."""

    def __init__(self, raw: bytes) -> None:
        self._losses: list[Loss] = []
        self._too_much = 0
        self._torn = False
        self._document = self._parsed(raw)
        self._ids: set[str] = set()
        self._left: dict[str, Fields] = {}

    def words(self) -> Words:
        """The journey with all that could be used, and what could not."""
        tables: Fields = {name: self._table(name, kind) for name, kind in RECORD_TYPES.items()}
        head = self._head()
        journey = healed(Journey(**head, **tables))
        if not amount.fits(journey):
            journey = healed(self._within_limits(journey))
        leftovers = self._leftovers()
        if self._too_much:
            self._note(Loss(kind=LossKind.TOO_MUCH, number=self._too_much))
        losses = [loss for loss in dict.fromkeys(self._losses) if not self._is_there(loss)]
        return Words(journey, leftovers, tuple(losses), sound=False)

    def _is_there(self, loss: Loss) -> bool:
        """Whether a record that seemed lost was read; of altered words some come twice."""
        return loss.kind is LossKind.RECORD and loss.name in self._ids and self._torn

    def _parsed(self, raw: bytes) -> Fields:
        try:
            document = codec.strictly_parsed(raw)
        except UNREADABLE:
            if _has_wrong_letters(raw):
                self._note(Loss(kind=LossKind.WORDS_ALTERED))
            self._torn = True
            pieces = pieces_of(raw)
            document = pieces.document
            for lost in pieces.lost:
                self._note_lost(lost.table, lost.name, lost.words)
            if not pieces.ends:
                self._note(Loss(kind=LossKind.WORDS_CUT))
        if not is_newer(document):
            version = document.get("format")
            known = type(version) is int and 1 <= version <= CURRENT
            document["format"] = version if known else CURRENT
        try:
            return upgraded(document)
        except UNREADABLE:
            return document

    def _note(self, loss: Loss) -> None:
        if len(self._losses) < _MOST_LOSSES:
            self._losses.append(loss)

    def _note_lost(self, table: str, name: str, words: str) -> None:
        if not table and name in _MADE_ANEW:
            return
        kind = LossKind.RECORD if table else LossKind.FIELD
        self._note(Loss(kind=kind, name=name, label=label_of(words), table=table))

    def _table(self, name: str, kind: type[Record]) -> Table[Any]:
        raw = self._document.get(name, [])
        if not isinstance(raw, list):
            self._note_lost("", name, "")
            return Table()
        records = []
        for fields in raw:
            if len(self._ids) >= limits.RECORDS:
                self._too_much += 1
            elif (record := self._record(fields, name, kind)) is not None:
                records.append(record)
        return Table(records)

    def _record(self, fields: Any, table: str, kind: type[Record]) -> Record | None:
        try:
            fields = _that_can_be_written(fields)
            record, unknown = codec.record_from(fields, kind)
            if record.id in self._ids:
                raise ValueError("two with one id")
        except UNREADABLE:
            known = fields if isinstance(fields, dict) else {}
            words = next((known[name] for name in _LABELS if known.get(name)), "")
            record_id = known.get("id")
            self._note_lost(
                table,
                record_id[:64] if isinstance(record_id, str) else "",
                words if isinstance(words, str) else "",
            )
            return None
        says_for_whom = {"audience", BELONGS} & set(kind.__struct_fields__)
        if unknown and not says_for_whom <= fields.keys():
            # One of those may have been it.
            record = msgspec.structs.replace(record, audience=Audience.SELF)
        self._ids.add(record.id)
        if unknown:
            self._left[record.id] = unknown
        return record

    def _head(self) -> Fields:
        """The fields beside the tables, each by itself."""
        head: Fields = {"id": self._field("id", str) or os.urandom(6).hex()}
        types = {field.name: field.type for field in msgspec.structs.fields(codec.Head)}
        for name in HEAD:
            if name == _PERMISSION:
                continue
            if name == "mist":
                head[name] = self._mist()
            elif name == "audience" and not self._names_only_parts():
                self._note(Loss(kind=LossKind.FIELD, name=name))
            elif (value := self._field(name, types[name])) is not None:
                head[name] = value
        if "audience" not in head and self._may_have_closed_some():
            head["audience"] = _FOR_NOBODY_ELSE
        return head

    def _names_only_parts(self) -> bool:
        """Whether all that stands under "audience" is the name of something."""
        said = self._document.get("audience", {})
        return isinstance(said, dict) and said.keys() <= set(HeadAudience.__struct_fields__)

    def _may_have_closed_some(self) -> bool:
        """Whether it may have said for whom title, traveller, about and mist are."""
        in_it = "audience" in self._document
        return in_it or self._torn or bool(codec.left_of_head(self._known_head(), {}).head)

    def _field(self, name: str, kind: Any) -> Any:
        """A field that a journey can have, or nothing."""
        if name not in self._document:
            return None
        try:
            value = msgspec.convert(_that_can_be_written(self._document[name]), type=kind)
            codec.check_head(Journey(**{"id": "any", name: value}))
        except UNREADABLE:
            self._note(Loss(kind=LossKind.FIELD, name=name))
            return None
        return value

    def _mist(self) -> tuple[Mist, ...]:
        """The rows that can be, as far as they stand in order."""
        raw = self._document.get("mist", [])
        rows: list[Mist] = []
        lost = not isinstance(raw, list)
        for each in [] if lost else raw:
            try:
                row = msgspec.convert(each, type=Mist)
            except UNREADABLE:
                lost = True
                continue
            if is_orderly((row,)) and (not rows or rows[-1].row < row.row):
                rows.append(row)
            else:
                lost = True
        if lost:
            self._note(Loss(kind=LossKind.FIELD, name="mist"))
        return tuple(rows)

    def _within_limits(self, journey: Journey) -> Journey:
        """As much of it as a journey can hold; what comes first is kept."""
        kept = msgspec.structs.replace(journey, **{name: Table[Any]() for name in RECORD_TYPES})
        if not amount.fits(kept):
            kept = msgspec.structs.replace(kept, mist=())
            self._note(Loss(kind=LossKind.FIELD, name="mist"))
        room = amount.Room(kept)
        tables = {}
        for name in RECORD_TYPES:
            records = list(getattr(journey, name).values())
            tables[name] = Table([each for each in records if room.takes(name, each)])
            self._too_much += len(records) - len(tables[name])
        return msgspec.structs.replace(kept, **tables)

    def _leftovers(self) -> Leftovers:
        """What we do not know, as far as that can be kept."""
        leftovers = codec.left_of_head(
            self._known_head(),
            {key: left for key, left in self._left.items() if key in self._ids},
        )
        try:
            codec.check_leftovers(leftovers)
        except UNREADABLE:
            self._note(Loss(kind=LossKind.UNKNOWN))
            return Leftovers()
        return leftovers

    def _known_head(self) -> Fields:
        """All that was read, with a map and a book that are some."""
        said = {name: self._document.get(name) for name in ("map", "book")}
        return self._document | {
            name: value if isinstance(value, dict) else {} for name, value in said.items()
        }


def _has_wrong_letters(raw: bytes) -> bool:
    """Whether it is not the UTF-8 it was, other than by breaking off within a letter."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason != "unexpected end of data"
    return False


def _that_can_be_written(value: Any) -> Any:
    """The same; halves of characters are replaced.

    Raises:
        ValueError: it holds a number longer than any.
    """
    try:
        codec.check_can_be_written(value)
    except UnicodeEncodeError:
        return codec.mended(value)
    return value
