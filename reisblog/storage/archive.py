"""The bytes of a zip archive: reading one strictly, writing one deterministically.

Only what a project file needs: entries that are stored or deflated, no encryption, no comment, no
second disk, nothing beyond 4 GiB. Source: the zip file format specification (APPNOTE.TXT), 6.3.10.
"""

from __future__ import annotations

import hashlib
import itertools
import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    ReadAt = Callable[[int, int], bytes]
    """Gives so many bytes from an offset, or fewer where the file ends."""

BLOCK = 1024 * 1024
"""How many bytes are read, checked and written at a time."""
SIGN = b"PK\x03\x04"
"""How an archive begins, and each of its entries."""

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
CENTRAL_SIGN, _END_SIGN = b"PK\x01\x02", b"PK\x05\x06"
_CRC_IN_LOCAL = 14
STORED, DEFLATED = 0, 8
FLAGS_ALLOWED = 0x080E  # how hard it was deflated, sizes after the content, a name in UTF-8
_VERSION = 20
_UNIX = 3
_READABLE_FILE = 0o100644 << 16
_KIND_OF_FILE = 0o170000 << 16
_DATE_1980_01_01 = 0x0021
_DIRECTORY_BYTES = 8 * 1024 * 1024


class ArchiveError(Exception):
    """The bytes are not an archive as we write and read them."""


class Entry(msgspec.Struct, frozen=True):
    """One file in an archive, as its directory describes it.

    Attributes:
        deflated: whether its content is compressed.
        crc: CRC-32 of the content.
        packed: bytes it takes in the archive.
        size: bytes of its content.
        offset: where its header begins.
        end: where the next entry or the directory begins.
        begin: where its content begins, where its own header is not to be asked.
    """

    name: str
    deflated: bool
    crc: int
    packed: int
    size: int
    offset: int
    end: int
    begin: int | None = None


class Directory(msgspec.Struct, frozen=True):
    """What is in an archive.

    Attributes:
        entries: in the order in which they lie in the file.
        digest: SHA-256 of the directory; names and CRCs stand in it, so it differs when they do.
    """

    entries: tuple[Entry, ...]
    digest: str


def first_is_plain(read_at: ReadAt, name: str, content: bytes) -> bool:
    """Whether an archive begins with an entry that any program can recognise at a fixed place."""
    header = read_at(0, LOCAL.size + len(name) + len(content))
    if len(header) < LOCAL.size:
        return False
    fields = Local._make(LOCAL.unpack_from(header))
    plain = (fields.sign, fields.method, fields.name_size, fields.extra_size)
    expected = (SIGN, STORED, len(name), 0)
    return plain == expected and header[LOCAL.size :] == name.encode("ascii") + content


def read_directory(read_at: ReadAt, length: int, *, most_entries: int) -> Directory:
    """The directory of an archive of ``length`` bytes; no entry is read.

    Raises:
        ArchiveError: it is cut off, inconsistent, or uses what we do not.
    """
    end = read_at(max(0, length - _END.size), _END.size)
    if len(end) < _END.size or not end.startswith(_END_SIGN):
        raise ArchiveError("no directory at the end")
    disk, first_disk, here, count, size, offset, comment = _END.unpack(end)[1:]
    if disk or first_disk or here != count or comment:
        raise ArchiveError("several disks, or a comment")
    if count > most_entries or size > _DIRECTORY_BYTES:
        raise ArchiveError("too many entries")
    if offset + size != length - _END.size:
        raise ArchiveError("the directory does not lie at the end")
    raw = read_at(offset, size)
    headers = sorted(_headers(raw, count), key=lambda header: header.offset)
    ends = [header.offset for header in headers[1:]] + [offset]
    entries = tuple(itertools.starmap(_entry, zip(headers, ends, strict=True)))
    return Directory(entries, hashlib.sha256(raw + end).hexdigest())


def blocks_of(read_at: ReadAt, entry: Entry, *, altered_too: bool = False) -> Iterator[bytes]:
    """The content of an entry, a block at a time; never more than its directory claims.

    Args:
        read_at: reads the archive.
        entry: which.
        altered_too: give what there is, also when it is not what was once written.

    Raises:
        ArchiveError: it is cut off or altered; the blocks given before it are then worth nothing.
    """
    begin = _begin(read_at, entry) if entry.begin is None else entry.begin
    packed = packed_blocks(read_at, begin, entry.packed)
    crc = size = 0
    for block in inflated(packed, entry.size) if entry.deflated else packed:
        crc = zlib.crc32(block, crc)
        size += len(block)
        yield block
    if not altered_too and (size != entry.size or crc != entry.crc):
        raise ArchiveError("an entry is altered")


def _begin(read_at: ReadAt, entry: Entry) -> int:
    """Where the content of an entry begins, after a header that says what the directory says."""
    header = read_at(entry.offset, LOCAL.size)
    if len(header) < LOCAL.size:
        raise ArchiveError("cut off")
    fields = Local._make(LOCAL.unpack(header))
    name = read_at(entry.offset + LOCAL.size, fields.name_size)
    begin = entry.offset + LOCAL.size + fields.name_size + fields.extra_size
    if (
        fields.sign != SIGN
        or fields.method != (DEFLATED if entry.deflated else STORED)
        or name != entry.name.encode("ascii")
        or begin + entry.packed > entry.end
    ):
        raise ArchiveError("an entry and the directory contradict each other")
    return begin


class ArchiveWriter:
    """Writes entries one after another; the same content always gives the same bytes."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin at the start of an empty file that can seek."""
        self._file = file
        self._offset = 0
        self._ends_at = 0
        self._directory: list[bytes] = []

    def add(self, name: str, blocks: Iterable[bytes], *, deflate: bool = False) -> None:
        """Add an entry with this content; when reading that raises, nothing is added."""
        try:
            self._add(name, blocks, deflate=deflate)
        except BaseException:
            self._offset = self._ends_at
            self._file.seek(self._offset)
            self._file.truncate()
            raise
        self._ends_at = self._offset

    def _add(self, name: str, blocks: Iterable[bytes], *, deflate: bool) -> None:
        method = DEFLATED if deflate else STORED
        begin = self._offset
        date, filled_in_later = _DATE_1980_01_01, (0, 0, 0)
        self._put(LOCAL.pack(SIGN, _VERSION, 0, method, 0, date, *filled_in_later, len(name), 0))
        self._put(name.encode("ascii"))
        content_begin = self._offset
        crc = size = 0
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS) if deflate else None
        for block in blocks:
            crc = zlib.crc32(block, crc)
            size += len(block)
            self._put(packer.compress(block) if packer else block)
        if packer:
            self._put(packer.flush())
        packed = self._offset - content_begin
        self._file.seek(begin + _CRC_IN_LOCAL)
        self._file.write(struct.pack("<3L", crc, packed, size))
        self._file.seek(self._offset)
        self._directory.append(
            CENTRAL.pack(
                CENTRAL_SIGN, _UNIX << 8 | _VERSION, _VERSION, 0, method, 0, date,
                crc, packed, size, len(name), 0, 0, 0, 0, _READABLE_FILE, begin,
            ) + name.encode("ascii")
        )  # fmt: skip

    def finish(self) -> None:
        """Write the directory; after this nothing can be added."""
        begin = self._offset
        for header in self._directory:
            self._put(header)
        count, size = len(self._directory), self._offset - begin
        self._put(_END.pack(_END_SIGN, 0, 0, count, count, size, begin, 0))

    def _put(self, content: bytes) -> None:
        self._file.write(content)
        self._offset += len(content)


class Local(NamedTuple):
    """A header before the content of an entry."""

    sign: bytes
    version: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_size: int
    extra_size: int


class Header(NamedTuple):
    """A header in the directory, with the name that follows it."""

    sign: bytes
    made_by: int
    version: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_size: int
    extra_size: int
    comment_size: int
    disk: int
    internal: int
    attributes: int
    offset: int
    name: str


def _headers(raw: bytes, count: int) -> Iterator[Header]:
    at = 0
    for _ in range(count):
        if at + CENTRAL.size > len(raw):
            raise ArchiveError("the directory is too short")
        fields = CENTRAL.unpack_from(raw, at)
        name_size, extra_size, comment_size = fields[10:13]
        name_end = at + CENTRAL.size + name_size
        try:
            name = raw[at + CENTRAL.size : name_end].decode("ascii")
        except UnicodeDecodeError as error:
            raise ArchiveError("a name that is not ours") from error
        yield Header._make((*fields, name))
        at = name_end + extra_size + comment_size
    if at != len(raw):
        raise ArchiveError("the directory is too long")


def is_plain_file(header: Header) -> bool:
    """Whether an entry is a file and no link, kept in a way that we read."""
    file_kind = header.attributes & _KIND_OF_FILE
    return (
        header.sign == CENTRAL_SIGN
        and not header.flags & ~FLAGS_ALLOWED
        and header.method in {STORED, DEFLATED}
        and not header.disk
        and (header.made_by >> 8 != _UNIX or file_kind in {0, _READABLE_FILE & _KIND_OF_FILE})
    )


def _entry(header: Header, end: int) -> Entry:
    if not is_plain_file(header):
        raise ArchiveError("an entry that is no plain file")
    if header.method == STORED and header.packed != header.size:
        raise ArchiveError("an entry lies about its size")
    if header.offset + LOCAL.size + header.name_size + header.packed > end:
        raise ArchiveError("entries overlap")
    deflated = header.method == DEFLATED
    return Entry(header.name, deflated, header.crc, header.packed, header.size, header.offset, end)


def packed_blocks(read_at: ReadAt, begin: int, size: int) -> Iterator[bytes]:
    """So many bytes as they lie in the archive, a block at a time."""
    end = begin + size
    for at in range(begin, end, BLOCK):
        block = read_at(at, min(BLOCK, end - at))
        if len(block) < min(BLOCK, end - at):
            raise ArchiveError("cut off")
        yield block


def inflated(packed: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The content of deflated blocks; stops one byte past ``most``, however much is claimed."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    left = most + 1
    try:
        for block in packed:
            rest = block
            while left > 0 and not unpacker.eof:
                content = unpacker.decompress(rest, min(BLOCK, left))
                if not content:
                    break
                yield content
                left -= len(content)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise ArchiveError("an entry does not unpack") from error
    if not unpacker.eof:
        raise ArchiveError("an entry is cut off or too long")
