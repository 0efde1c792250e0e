"""JSON of a journey that breaks off or has holes: the pieces of it that are still whole.

Our own writer puts every field and every record on a line of its own, and a broken one then costs
itself only. Other layouts are read as well: after what does not parse, the next thing that looks
like a record or a field is tried.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import msgspec

from reisblog.model.journey import RECORD_TYPES
from reisblog.storage.codec import HEAD_FIELDS, Fields

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORK = 2
"""How often all of a text may be read in vain; only a hostile one asks for more."""
_MOST = {"{": 50_000, "[": 300_000, ",": 800_000}
"""Twenty times as many records as a journey holds, and twice as many pieces of paths."""
_MOST_FIELDS = 10_000
_TRIAL = 200
"""What trying in vain costs at least, in letters read."""
_WINDOW, _GROWTH, _WIDEST = 4_096, 4, 4_194_304
"""Errors are told by line, for which all before them is read; so little is put before them. A
record or a field that is wider has more in it than any journey may have."""
_ESCAPE = 12
_SHOWN = 600
_ALIKE, _ALIKE_LETTERS = 0.7, 20
"""How much a damaged name is still like one that we know; of more letters none can be."""

_BLANK = re.compile(r"[\s,]*")
_FIELD = re.compile(r'"((?:[^"\\\x00-\x1f]++|\\.)*+)"\s*:\s*')  # it never looks back
_EVERYWHERE = "|".join([*RECORD_TYPES, *(set(HEAD_FIELDS) - {"id", "title"})])
_NEXT_FIELD = re.compile(
    rf'(?<!\\)"(?:{_EVERYWHERE})"\s*:|^"(?:format|{"|".join(HEAD_FIELDS)})"\s*:', re.MULTILINE
)
_NEXT_RECORD = re.compile(r'\{\s*"')
_ID = re.compile(r'"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"')
_WORDS = re.compile(r'"(?:caption|title|text|name)"\s*:\s*"((?:[^"\\\n]|\\.){1,200})')


class LostPiece(msgspec.Struct, frozen=True):
    """A record or a field that does not parse.

    Attributes:
        table: the list in which it stood, or nothing for a field.
        name: its id, or the field's name, where that can be made out.
        words: the beginning of what was written there, where that can be made out.
    """

    table: str
    name: str
    words: str = ""


class Pieces(msgspec.Struct, frozen=True):
    """What there is of a document.

    Attributes:
        document: its fields and the records of its lists.
        lost: what was there, but does not parse.
        ends: whether the end of the document was reached.
    """

    document: Fields
    lost: tuple[LostPiece, ...]
    ends: bool


def pieces_of(raw: bytes) -> Pieces:
    """All that still parses of the bytes of ``journey.json``."""
    text = _bounded(raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    reader = _Reader(text)
    reader.read()
    return Pieces(reader.document, tuple(reader.lost), reader.ends)


def _bounded(text: str) -> str:
    """The text up to where more of it would take more memory than any journey."""
    for sign, most in _MOST.items():
        if text.count(sign) > most:
            found = itertools.islice(re.finditer(re.escape(sign), text), most, None)
            text = text[: next(found).start()]
    return text


class _Unusable:
    """Stands where a value cannot be: a number beyond numbers, an object with a field twice."""


class _TornError(Exception):
    """Here is nothing that parses, and nothing after it is worth trying."""


class _Reader:
    """Goes once through a text, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.document: Fields = {}
        self.lost: list[LostPiece] = []
        self.ends = False
        self._text = text
        self._at = 0
        self._next_field = -1
        self._fields = 0
        self._work = _WORK * len(text) + 1_000 * _TRIAL
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_unique,
            parse_constant=lambda _name: _Unusable(),
            parse_float=_finite,
        )

    def read(self) -> None:
        """Take every field and every record that parses."""
        begin = self._text.find("{")
        self._at = begin + 1 if begin >= 0 else len(self._text)
        try:
            while self._skip_blank():
                if self._here() == "}":
                    self.ends = True
                    return
                self._take_field()
        except _TornError:
            return

    def _here(self) -> str:
        return self._text[self._at]

    def _skip_blank(self) -> bool:
        """Whether anything follows."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)

    def _take_field(self) -> None:
        match = _FIELD.match(self._text, self._at)
        if match is None:
            self._go_to_next_field()
            return
        self._fields += 1
        if self._fields > _MOST_FIELDS:
            raise _TornError
        name = match.group(1)
        self._at = match.end()
        if (table := _table_called(name, is_list=self._text.startswith("[", self._at))) is not None:
            self.document.setdefault(table, [])
            self._take_records(table)
            return
        begin = self._at
        value = self._value()
        if isinstance(value, _Unusable):
            self.lost.append(LostPiece("", name))
            if self._at == begin:
                self._go_to_next_field()
        else:
            self.document.setdefault(name, value)

    def _take_records(self, table: str) -> None:
        """The records from the bracket on, up to the one that closes it or to another field."""
        self._at += self._text.startswith("[", self._at)
        astray = False
        while self._skip_blank():
            if self._here() == "]":
                self._at += 1
                return
            begin, is_object = self._at, self._here() == "{"
            value = self._value() if is_object else _Unusable()
            if isinstance(value, dict):
                if not astray or "id" in value:
                    self.document[table].append(value)
                continue
            if not is_object and _NEXT_FIELD.match(self._text, begin):
                return
            lost = _lost_record(table, self._text[begin : begin + _SHOWN])
            if lost.name or (is_object and not astray):
                self.lost.append(lost)
            if self._at == begin:
                astray = True
                if not self._go_to_next_record(begin + 1):
                    return

    def _value(self) -> Any:
        """The value that begins here, or something unusable; goes past it when it parses."""
        window = _WINDOW
        while True:
            part = self._text[self._at : self._at + window]
            goes_on = self._at + len(part) < len(self._text)
            try:
                value, end = self._decoder.raw_decode(part)
            except json.JSONDecodeError as error:
                broken_off = error.msg.startswith("Unterminated")
                if not goes_on or not (broken_off or error.pos + _ESCAPE >= len(part)):
                    self._spend(len(part) if broken_off else error.pos)
                    return _Unusable()
            except (ValueError, RecursionError):  # a number or a nesting beyond all
                self._spend(len(part))
                return _Unusable()
            else:
                if end < len(part) or not goes_on:
                    self._at += end
                    return value if _is_usable(value) else _Unusable()
            window *= _GROWTH
            if window > _WIDEST:
                self._spend(len(part))
                return _Unusable()

    def _spend(self, letters: int) -> None:
        self._work -= max(letters, _TRIAL)
        if self._work < 0:
            raise _TornError

    def _go_to_next_field(self) -> None:
        match = _NEXT_FIELD.search(self._text, self._at + 1)
        if match is None:
            raise _TornError
        self._at = match.start()

    def _go_to_next_record(self, after: int) -> bool:
        """Whether the next thing that can be made out is a record, and no other field."""
        if self._next_field < after:  # looked for once, for endlessly many broken records
            field = _NEXT_FIELD.search(self._text, after)
            self._next_field = field.start() if field else len(self._text)
        record = _NEXT_RECORD.search(self._text, after, self._next_field)
        self._at = record.start() if record else self._next_field
        if self._at == len(self._text):
            raise _TornError
        return record is not None


def _lost_record(table: str, beginning: str) -> LostPiece:
    following = _NEXT_RECORD.search(beginning, 1)
    own = beginning[: following.start()] if following else beginning
    found, words = _ID.search(own), _WORDS.search(own)
    return LostPiece(
        table, found.group(1) if found else "", _as_written(words.group(1)) if words else ""
    )


def _as_written(words: str) -> str:
    """A text without its escapes, or with them where it breaks off in one."""
    words = words.replace("\ufffd", "")
    try:
        return str(json.loads(f'"{words}"', strict=False))
    except ValueError:
        return words


def _table_called(name: str, *, is_list: bool) -> str | None:
    """The list that has this name, or had it before a letter of it was damaged."""
    if name in RECORD_TYPES:
        return name
    if not is_list or name in HEAD_FIELDS or len(name) > _ALIKE_LETTERS:
        return None
    return next(iter(get_close_matches(name, RECORD_TYPES, n=1, cutoff=_ALIKE)), None)


def _unique(pairs: list[tuple[str, Any]]) -> Any:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else _Unusable()


def _finite(digits: str) -> Any:
    number = float(digits)
    return number if math.isfinite(number) else _Unusable()


def _is_usable(value: Any) -> bool:
    level = [value]
    while level:
        if any(isinstance(each, _Unusable) for each in level):
            return False
        level = [part for each in level for part in _parts(each)]
    return True


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
