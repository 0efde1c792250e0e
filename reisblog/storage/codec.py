"""A journey to the JSON of ``journey.json`` and back.

Files come from strangers, so reading is a strict pass over the JSON first and a conversion to
typed records after. What a file has beyond what we know is kept, per record, and written back.
"""

from __future__ import annotations

import contextlib
import json
import math
import re
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec

from reisblog.errors import DamagedJourneyError
from reisblog.model import amount, limits
from reisblog.model.book import PLAIN, Wish
from reisblog.model.framing import is_inside, is_sound
from reisblog.model.journey import HEAD, RECORD_TYPES, HeadAudience, Journey, MapReference
from reisblog.model.mist import is_orderly
from reisblog.model.records import BackpackItem, Mist, Note, Photo, Record, Trail
from reisblog.model.references import healed
from reisblog.model.table import Table
from reisblog.storage.contact_sheet import Contact, contact_from
from reisblog.storage.migrations import (
    CURRENT,
    is_newer,
    newer_format,
    upgraded,
    version_of,
)
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEPTH = 64
MOST_OBJECTS = 200_000
MOST_LISTS = 500_000
MOST_COMMAS = 1_500_000
"""An object takes up to a hundred times the memory of its letters, so these are counted first."""
_SHA256 = r"[0-9a-f]{64}"
_ID = r"[A-Za-z0-9_-]{1,64}"
_LANGUAGE = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}"
_TAKEN = r"[0-9T:.+Z-]{0,40}"
_SIDE = 100_000
_MILLISECONDS = 1_000_000_000
_OF_ONE_LINE = {"asker", "id", "name", "role", "tint", "title", "traveller", "when"}
_POSITIVE = {"size", "width", "height"}
HEAD_FIELDS = ("id", *HEAD)
"""What stands beside the tables, without the version."""

_CONTACT, _EDITED, _SAID_SELDOM = "contact", "edited", ("named_on_class_map", "book")

Fields = dict[str, Any]

UNREADABLE = (ValueError, KeyError, TypeError, RecursionError, msgspec.MsgspecError)
"""What comes out of reading words that are not as they should be."""


class Leftovers(msgspec.Struct, frozen=True, kw_only=True):
    """What a file had beyond what this program knows.

    Attributes:
        format: the version to write: ours, or that of a file of a newer one.
        head: unknown fields beside the tables.
        map: unknown fields of the map's reference.
        book: unknown fields of the travel book that is wished for.
        records: unknown fields of records, by record id.
        edited: the day of the last change, as ISO 8601 writes it, or nothing; no part of the
            journey, which is the same on any day.
    """

    format: int = CURRENT
    head: Fields = {}
    map: Fields = {}
    book: Fields = {}
    records: dict[str, Fields] = {}
    edited: str = ""


NOTHING_LEFT = Leftovers()


class Decoded(msgspec.Struct, frozen=True):
    """A journey as it was read, with what else stood in the file.

    Attributes:
        version: of the format, as the file says.
        contact: what lies where on the contact sheet, if there is one.
    """

    journey: Journey
    leftovers: Leftovers
    version: int = CURRENT
    contact: Contact | None = None


def encode(
    journey: Journey, leftovers: Leftovers = NOTHING_LEFT, contact: Contact | None = None
) -> bytes:
    """The bytes of ``journey.json``: a line for each record; the same journey, the same bytes."""
    head = {"format": leftovers.format, **{name: getattr(journey, name) for name in HEAD_FIELDS}}
    head["map"] = {**leftovers.map, **msgspec.to_builtins(journey.map)}
    book = msgspec.to_builtins(journey.book, order="deterministic")  # a set has no order
    head["book"] = {**leftovers.book, **book}
    head = {name: value for name, value in head.items() if value or name not in _SAID_SELDOM}
    if leftovers.edited:
        head[_EDITED] = leftovers.edited
    if contact is not None:
        head[_CONTACT] = contact
    parts = [_line(name, _json(value)) for name, value in head.items()]
    parts += [_line(name, _json(value)) for name, value in leftovers.head.items()]
    for name in RECORD_TYPES:
        lines = ",\n".join(
            _record_json(record, leftovers) for record in getattr(journey, name).values()
        )
        parts.append(_line(name, f"[\n{lines}\n]" if lines else "[]"))
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def decode(raw: bytes) -> Decoded:
    """The journey in the bytes of ``journey.json``.

    References to haltes that are not there are dropped: such a photo waits in the tray, or lies
    loose where it lies. A newer version is read as far as it is like ours, and stays what it is.

    Raises:
        NewerFormatError: a later version of the program wrote it, in a way that is not like ours.
        DamagedJourneyError: it cannot be read, or goes beyond what a journey can hold.
    """
    document: Fields = {}
    try:
        document = strictly_parsed(raw)
        version = version_of(document)
        return msgspec.structs.replace(_converted(upgraded(document)), version=version)
    except UNREADABLE as error:
        if is_newer(document):
            raise newer_format() from error
        raise DamagedJourneyError(
            _(
                "The text of this journey is damaged. The file was left exactly as it is. "
                "Try an earlier copy of it."
            )
        ) from error


def _line(name: str, value: str) -> str:
    return f"{_json(name)}: {value}"


def _record_json(record: Record, leftovers: Leftovers) -> str:
    unknown = leftovers.records.get(record.id)
    if unknown is None:
        return _json(record)
    known = msgspec.to_builtins(record)
    return _json({**known, **{key: value for key, value in unknown.items() if key not in known}})


def plain_json(value: object) -> bytes:
    """JSON on one line; halves of characters, which an input method can leave, are mended."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(mended(msgspec.to_builtins(value)))


def _json(value: object) -> str:
    return plain_json(value).decode()


def mended(value: Any) -> Any:
    """A value whose texts have no halves of characters."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {mended(key): mended(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [mended(item) for item in value]
    return value


def is_bounded(raw: bytes) -> bool:
    """Whether the JSON of a journey asks for no more than memory should hold."""
    counts = {b"{": MOST_OBJECTS, b"[": MOST_LISTS, b",": MOST_COMMAS}
    return all(raw.count(sign) <= most for sign, most in counts.items())


def strictly_parsed(raw: bytes) -> Fields:
    """What stands in the JSON of a journey, as plain dicts and lists.

    Raises:
        ValueError: it is not well-formed, or more than memory should hold.
        RecursionError: it is nested endlessly.
    """
    if not is_bounded(raw):
        _refuse("more than memory should hold")
    text = raw.decode("utf-8")
    document = json.loads(
        text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
    )
    if not isinstance(document, dict):
        _refuse("not an object")
    if b"\\u" in raw:
        check_can_be_written(document)  # an escape can bring in half a character
    return document


def _unique(pairs: list[tuple[str, Any]]) -> Fields:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        _refuse("a field stands twice")
    return fields


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        _refuse("an infinite number")
    return number


def check_can_be_written(value: object) -> None:
    """Refuse what could not be written back: halves of characters, numbers of any length."""
    try:
        msgspec.json.encode(value)
    except OverflowError as error:
        raise ValueError("a number longer than any") from error


def _converted(document: Fields) -> Decoded:
    left_of_records: dict[str, Fields] = {}
    tables: Fields = {
        name: _table(document.get(name, []), kind, left_of_records)
        for name, kind in RECORD_TYPES.items()
    }
    head: Fields = {name: document[name] for name in HEAD_FIELDS if name in document}
    journey = Journey(**msgspec.structs.asdict(msgspec.convert(head, type=Head)), **tables)
    leftovers = left_of_head(document, left_of_records)
    check_head(journey)
    check_leftovers(leftovers)
    contact = contact_from(document.get(_CONTACT))
    return Decoded(healed(journey), leftovers, contact=contact)


def left_of_head(document: Fields, records: dict[str, Fields]) -> Leftovers:
    """What stands beside the tables that we do not know, with what was left of records."""
    return Leftovers(
        format=max(version_of(document), CURRENT),
        head=_beyond(document, {"format", _CONTACT, _EDITED, *HEAD_FIELDS, *RECORD_TYPES}),
        map=_beyond(document.get("map", {}), set(MapReference.__struct_fields__)),
        book=_beyond(document.get("book", {}), set(Wish.__struct_fields__)),
        records=records,
        edited=_day(document.get(_EDITED)),
    )


def _day(value: object) -> str:
    """A day, read leniently: nonsense is as good as none."""
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(value).isoformat()
    return ""


class Head(msgspec.Struct, frozen=True):
    """The fields beside the tables, with the types a journey gives them."""

    id: str
    title: str = ""
    traveller: str = ""
    about: str = ""
    language: str = "nl"
    map: MapReference = MapReference()
    order: tuple[str, ...] = ()
    mist: tuple[Mist, ...] = ()
    audience: HeadAudience = HeadAudience()
    named_on_class_map: bool = False
    book: Wish = PLAIN


def _table(raw: Any, kind: type[Record], left: dict[str, Fields]) -> Table[Any]:
    if not isinstance(raw, list):
        _refuse("no list of records")
    records: list[Record] = []
    for fields in raw:
        record, unknown = record_from(fields, kind)
        records.append(record)
        if unknown:
            left[record.id] = unknown
    return Table(records)


def record_from(fields: Any, kind: type[Record]) -> tuple[Record, Fields]:
    """A record, and the fields of it that we do not know.

    Raises:
        ValueError, msgspec.MsgspecError: it cannot be.
    """
    record: Record = msgspec.convert(fields, type=kind)
    _check_record(record)
    return record, _beyond(fields, set(kind.__struct_fields__))


def _beyond(fields: Fields, known: set[str]) -> Fields:
    return {key: value for key, value in fields.items() if key not in known}


def _check_record(record: Record) -> None:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        one_line = name in _OF_ONE_LINE or isinstance(record, BackpackItem)
        _check_bounds(value, limits.TITLE_CHARACTERS if one_line else limits.TEXT_CHARACTERS)
        if name in _POSITIVE and value <= 0:
            _refuse(f"{name} is not positive")
    if not re.fullmatch(_ID, record.id):
        _refuse("an id that cannot be")
    if isinstance(record, Photo):
        _check_photo(record)
    if isinstance(record, Note) and record.width > limits.SIDE:
        _refuse("a note wider than any")
    if isinstance(record, Trail):
        hands = (record.start_width, *(piece.width for piece in record.segments))
        if min(hands) < 0 or max(hands) > limits.HAND_WIDTH:
            _refuse("a hand wider than any")
        if not limits.LEAST_BREADTH <= record.breadth <= limits.BREADTH:
            _refuse("a path broader or thinner than any")


def _check_photo(photo: Photo) -> None:
    if not re.fullmatch(_SHA256, photo.media) or not re.fullmatch(_TAKEN, photo.taken):
        _refuse("a photo that cannot be")
    if max(photo.width, photo.height) > _SIDE or photo.width * photo.height > limits.PHOTO_PIXELS:
        _refuse("a photo larger than any")
    if photo.size > limits.SIDE:
        _refuse("a photo larger than any, on the map")
    if photo.crop is not None and not is_sound(photo.crop):
        _refuse("a crop that cannot be")
    if len(photo.blurs) > limits.BLURS or not all(is_inside(blur) for blur in photo.blurs):
        _refuse("a blur that cannot be")


def _check_bounds(value: Any, most_characters: int = limits.TEXT_CHARACTERS) -> None:
    """Numbers, texts and lists within what a journey can hold, however deep they lie."""
    if isinstance(value, str) and len(value) > most_characters:
        _refuse("a text longer than any")
    if isinstance(value, float) and abs(value) > limits.COORDINATE:
        _refuse("a number beyond the map")
    if isinstance(value, int) and abs(value) > _MILLISECONDS:
        _refuse("a time longer than any")
    if isinstance(value, tuple) and len(value) > limits.PIECES:
        _refuse("a list longer than any")
    for part in _parts(value):
        _check_bounds(part)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, msgspec.Struct):
        return (getattr(value, name) for name in value.__struct_fields__)
    return value if isinstance(value, tuple) else ()


def check_head(journey: Journey) -> None:
    """Refuse a journey that cannot be, apart from its records by themselves."""
    ids = [record_id for name in RECORD_TYPES for record_id in getattr(journey, name)]
    if not amount.fits(journey) or len(set(ids)) != len(ids):
        _refuse("too many things, or two with one id")
    if not is_orderly(journey.mist):
        _refuse("mist that cannot be")
    if not re.fullmatch(_ID, journey.id) or not re.fullmatch(_LANGUAGE, journey.language):
        _refuse("an id or a language that cannot be")
    if not re.fullmatch(f"({_ID})?", journey.map.id):
        _refuse("a name of a map that cannot be")
    for line in (journey.title, journey.traveller, journey.book.school, journey.map.sha256):
        _check_bounds(line, limits.TITLE_CHARACTERS)
    _check_bounds(journey.about)


def check_leftovers(leftovers: Leftovers) -> None:
    """Refuse what could not be written, or is nested endlessly."""
    check_can_be_written(leftovers)
    level: list[Any] = [leftovers.head, leftovers.map, leftovers.book, *leftovers.records.values()]
    for _depth in range(_DEPTH):
        level = [
            item
            for value in level
            for item in (value.values() if isinstance(value, dict) else value)
            if isinstance(item, dict | list)
        ]
        if not level:
            return
    _refuse("nested too deep")


def _refuse(reason: str) -> NoReturn:
    """For the developer; the person reads one sentence for all of these."""
    raise ValueError(reason)
