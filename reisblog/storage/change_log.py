"""What is done to a journey, line by line in a file that only grows.

The first line holds the journey as it was at the beginning; each line after it, what was done then.
A line is the CRC-32 of what follows in eight hexadecimal digits, a space, and JSON. So a line that
was cut off is noticed, and costs no more than itself.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import msgspec

from reisblog.model.changes import Changes, TableChange, apply, difference
from reisblog.model.history import History, Move, Moved
from reisblog.model.journey import HEAD, RECORD_TYPES, Journey
from reisblog.model.records import Mist
from reisblog.storage import codec
from reisblog.storage.container import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.storage.codec import Leftovers

_MARK_BYTES = 9
_LINE_BYTES = 64 * 1024 * 1024
_WORDS_BYTES = 64 * 1024 * 1024
_IN_FILE = re.compile(
    rb'\{"type":"begun",.*"is_saved":true\}|\{"type":"saved",.*"steps_back":0\}'
).fullmatch
_FIELD_TYPES = {field.name: field.type for field in msgspec.structs.fields(Journey)}


class File(msgspec.Struct, frozen=True, omit_defaults=True):
    """The file that a journey belongs to.

    Attributes:
        path: nothing when it was never saved, or is a copy.
        fingerprint: of what stood there when the journey was opened or saved.
        source: of a copy, the file that has its pictures.
    """

    path: str = ""
    fingerprint: Fingerprint | None = None
    source: str = ""


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """How it was at the beginning.

    Attributes:
        words: the journey as ``journey.json``, deflated.
        is_saved: whether that is what stands in its file.
    """

    words: bytes
    file: File
    is_saved: bool


class Did(msgspec.Struct, frozen=True, tag="did", omit_defaults=True):
    """Something that was done.

    Attributes:
        tables: what changed in them, by name.
        head: fields beside the tables that changed, but for mist.
        mist: the rows that are new or different.
        bare: the rows from which all mist is gone.
    """

    move: Move
    label: str = ""
    key: str | None = None
    tables: dict[str, Any] = {}
    head: dict[str, Any] = {}
    mist: tuple[Mist, ...] = ()
    bare: tuple[int, ...] = ()


class Saved(msgspec.Struct, frozen=True, tag="saved"):
    """It was put into a file.

    Attributes:
        steps_back: which journey: so many steps before the latest.
    """

    file: File
    steps_back: Annotated[int, msgspec.Meta(ge=0)]


Line = Begun | Did | Saved
_decode_line = msgspec.json.Decoder(Line).decode


class LogError(Exception):
    """A log of which not even the beginning can be read."""


class Told(msgspec.Struct):
    """What a log tells.

    Attributes:
        history: as it was, undo and all.
        leftovers: what the file had beyond what this program knows.
        is_whole: whether every line could be read.
    """

    history: History
    leftovers: Leftovers
    file: File
    is_whole: bool


def begun(history: History, leftovers: Leftovers, file: File) -> Iterator[bytes]:
    """The lines that tell a history as it is now, undo and all."""
    present, moves = history.retold()
    words = zlib.compress(codec.encode(present, leftovers))
    yield framed(Begun(words=words, file=file, is_saved=present is history.saved))
    for moved in moves:
        yield did(moved, present)
        present = moved.journey
    if line := saved(history, file):
        yield line


def did(moved: Moved, before: Journey) -> bytes:
    """The line for something that was done to a journey."""
    if moved.move in {Move.UNDO, Move.REDO}:
        return framed(Did(move=moved.move))
    changes = difference(before, moved.journey)
    rows = {row.row: row for row in before.mist}
    now = {row.row for row in moved.journey.mist}
    return framed(
        Did(
            move=moved.move,
            label=moved.label,
            key=moved.key,
            tables=changes.tables,
            head={name: value for name, value in changes.head.items() if name != "mist"},
            mist=tuple(row for row in moved.journey.mist if rows.get(row.row) != row),
            bare=tuple(row for row in rows if row not in now),
        )
    )


def saved(history: History, file: File) -> bytes | None:
    """The line for a save, if what was saved is still among the steps."""
    backwards = enumerate(history.backwards())
    back = next((at for at, journey in backwards if journey is history.saved), None)
    return None if back is None else framed(Saved(file, back))


def framed(line: Line) -> bytes:
    """A line as it stands in the file."""
    body = codec.plain_json(line)
    return b"%08x %s\n" % (zlib.crc32(body), body)


def read(file: BinaryIO) -> Told:
    """What a log tells, as far as it can be read.

    Raises:
        LogError: not even its beginning can be.
    """
    lines = _lines(file)
    try:
        first = next(lines)
    except StopIteration:
        raise LogError("empty or damaged") from None
    except msgspec.MsgspecError as error:
        raise LogError("of another shape") from error
    if not isinstance(first, Begun):
        raise LogError("no beginning")
    decoded = codec.decode(_inflated(first.words))
    history = History(decoded.journey)
    if not first.is_saved:
        history.mark_saved(None)
    told = Told(history, decoded.leftovers, first.file, is_whole=True)
    try:
        for line in lines:
            _follow(told, line)
    except Exception:  # noqa: BLE001  (a line can be wrong in any way; it costs what follows it)
        told.is_whole = False
    return told


def has_unsaved(file: BinaryIO) -> bool:
    """Whether anything may have been done after the last save, by the beginnings of lines alone.

    What cannot be read may have been anything.
    """
    unsaved = True
    while raw := file.readline(_LINE_BYTES):
        unsaved = not _IN_FILE(raw[_MARK_BYTES:].rstrip())
    return unsaved


def _lines(file: BinaryIO) -> Iterator[Line]:
    while raw := file.readline(_LINE_BYTES):
        body = raw[_MARK_BYTES:-1]
        if not raw.endswith(b"\n") or raw[:_MARK_BYTES] != b"%08x " % zlib.crc32(body):
            raise LogError("a damaged line")
        yield _decode_line(body)


def _follow(told: Told, line: Line) -> None:
    history = told.history
    match line:
        case Did(move=Move.UNDO | Move.REDO):
            history.follow(Moved(line.move, history.present))
        case Did():
            journey = apply(history.present, _changes(line, history.present))
            history.follow(Moved(line.move, journey, line.label, line.key))
        case Saved():
            history.mark_saved(history.backwards()[line.steps_back])
            told.file = line.file
        case Begun():
            raise LogError("a second beginning")


def _changes(line: Did, before: Journey) -> Changes:
    tables = {}
    for name, raw in line.tables.items():
        change = msgspec.convert(raw, TableChange)
        put = tuple(msgspec.convert(record, RECORD_TYPES[name]) for record in change.put)
        tables[name] = msgspec.structs.replace(change, put=put)
    head = {
        name: msgspec.convert(raw, _FIELD_TYPES[name])
        for name, raw in line.head.items()
        if name in HEAD
    }
    if line.mist or line.bare:
        rows = {row.row: row for row in before.mist} | {row.row: row for row in line.mist}
        head["mist"] = tuple(rows[key] for key in sorted(rows) if key not in line.bare)
    return Changes(tables=tables, head=head)


def _inflated(words: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(words, _WORDS_BYTES)
    except zlib.error as error:
        raise LogError("words that do not unpack") from error
    if not unpacker.eof:
        raise LogError("more words than any")
    return content
