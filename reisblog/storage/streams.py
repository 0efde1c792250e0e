"""Content of which the end is not told in front, or of which the rest is missing."""

from __future__ import annotations

import contextlib
import hashlib
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

from reisblog.storage.archive import BLOCK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reisblog.storage.archive import ReadAt

_AFTER = struct.Struct("<3L")
_AFTER_SIGN = b"PK\x07\x08"
_AFTER_BYTES = len(_AFTER_SIGN) + _AFTER.size
_SIP = 4096


class Sums(NamedTuple):
    """What stands behind content whose size was not known when it was begun."""

    crc: int
    packed: int
    size: int


def measured(
    read_at: ReadAt,
    begin: int,
    ends: Sequence[int],
    *,
    deflated: bool,
    most: int,
    sha256: str | None,
    spend: Callable[[int], None],
) -> Sums | None:
    """How long content is that a stream was written to, or nothing where that cannot be found.

    Args:
        read_at: reads the archive.
        begin: where the content begins.
        ends: where it could end at the latest, the last of them the end of the file.
        deflated: whether it is compressed, and so knows its own end.
        most: how many bytes it may have.
        sha256: of the content where that is known; it then needs no sums behind it.
        spend: is told how many bytes were worked on; may raise.
    """
    if deflated:
        return _unpacked(read_at, begin, ends[-1], most=most, named=sha256 is not None, spend=spend)
    for end in ends:
        behind = read_at(end, _AFTER_BYTES)
        if behind.startswith(_AFTER_SIGN) and len(behind) == _AFTER_BYTES:
            sums = Sums._make(_AFTER.unpack_from(behind, len(_AFTER_SIGN)))
            fits = sums.packed == sums.size == end - begin
        else:
            before = max(begin, end - _AFTER.size)
            last = read_at(before, end - before)
            sums = Sums._make(_AFTER.unpack(last.ljust(_AFTER.size, b"\0")))
            fits = sums.packed == sums.size == before - begin
        if fits:
            return sums
    if sha256 is None or ends[-1] - begin > most + _AFTER_BYTES:
        return None
    return _up_to_the_hash(read_at, begin, ends[-1], sha256, spend)


def _unpacked(
    read_at: ReadAt,
    begin: int,
    length: int,
    *,
    most: int,
    named: bool,
    spend: Callable[[int], None],
) -> Sums | None:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    crc = size = 0
    at = begin
    rest = b""
    while not unpacker.eof and size <= most:
        if not rest:
            rest = read_at(at, min(BLOCK, length - at))
            at += len(rest)
            spend(len(rest))
        if not rest:
            return None
        try:
            content = unpacker.decompress(rest, BLOCK)
        except zlib.error:
            return None
        spend(len(content))
        rest = unpacker.unconsumed_tail
        crc = zlib.crc32(content, crc)
        size += len(content)
    end = at - len(unpacker.unused_data)
    sums = Sums(crc, end - begin, size)
    behind = read_at(end, _AFTER_BYTES).removeprefix(_AFTER_SIGN)
    if not unpacker.eof or not (named or behind.startswith(_AFTER.pack(*sums))):
        return None
    return sums


def _up_to_the_hash(
    read_at: ReadAt, begin: int, length: int, sha256: str, spend: Callable[[int], None]
) -> Sums | None:
    """The last content of a file that ends in it, or within the sums behind it."""
    certain = max(begin, length - _AFTER_BYTES)
    digest = hashlib.sha256()
    crc = 0
    for at in range(begin, certain, BLOCK):
        block = read_at(at, min(BLOCK, certain - at))
        spend(len(block))
        digest.update(block)
        crc = zlib.crc32(block, crc)
    last = read_at(certain, length - certain)
    for count in range(len(last) + 1):
        if count:
            digest.update(last[count - 1 : count])
            crc = zlib.crc32(last[count - 1 : count], crc)
        if digest.hexdigest() == sha256:
            size = certain + count - begin
            return Sums(crc, size, size)
    return None


def unpacked_as_far(packed: Iterable[bytes]) -> Iterator[bytes]:
    """What deflated blocks hold, up to where they break off or no longer make sense."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for block in packed:
        for at in range(0, len(block), _SIP):
            sip, before = block[at : at + _SIP], unpacker.copy()
            try:
                content = unpacker.decompress(sip)
            except zlib.error:
                # A call that fails gives nothing at all, so what comes before is asked in drops.
                with contextlib.suppress(zlib.error):
                    for drop in sip:
                        yield before.decompress(bytes([drop]))
                return
            yield content
            if unpacker.eof:
                return
