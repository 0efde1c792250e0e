"""The entries that are still whole in a project file that was cut off or altered.

Each entry says of itself where it ends, and the directory says it once more. Whatever either says
is tried out: an entry counts as whole when its content is what its name or its CRC promises. So a
file without its end, or with a hole in it, still gives all that lies before and behind.
"""

from __future__ import annotations

import bisect
import hashlib
import re
from typing import TYPE_CHECKING

import msgspec

from reisblog.storage import archive, container
from reisblog.storage.archive import (
    BLOCK,
    CENTRAL,
    CENTRAL_SIGN,
    DEFLATED,
    FLAGS_ALLOWED,
    LOCAL,
    SIGN,
    STORED,
    ArchiveError,
    Entry,
    Header,
    Local,
)
from reisblog.storage.container import FIRST, MIMETYPE
from reisblog.storage.streams import measured, unpacked_as_far

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reisblog.storage.archive import ReadAt

_MARKS = re.compile(rb"PK(?:\x03\x04|\x01\x02|\x05\x06|\x07\x08)")
_MARK_BYTES = 4
_MOST_MARKS = 8 * container.MOST_ENTRIES
_MOST_ENDS = 16
_MOST_NAME = 512
_MOST_NAMED = 1_000
_FREE_WORK = 64 * 1024 * 1024
_WORK_PER_BYTE = 4
_SIZES_AFTER = 0x0008


class Torn(msgspec.Struct, frozen=True):
    """An entry of ours that is not whole.

    Attributes:
        begin: where its content begins.
        most: how many bytes it has there at most.
        is_cut: whether it goes on beyond the end of the file; else it is altered.
    """

    name: str
    deflated: bool
    begin: int
    most: int
    is_cut: bool


class Found(msgspec.Struct, frozen=True):
    """What is left of an archive.

    Attributes:
        whole: the entries that can be read, each name once.
        torn: those of which a part is missing or altered.
        strange: names of entries that do not belong in a journey, or are kept in another way.
        twice: names that stand in it more than once.
        searched: whether all of it was looked at; a hostile file may ask for too much.
    """

    whole: tuple[Entry, ...]
    torn: tuple[Torn, ...]
    strange: tuple[str, ...]
    twice: tuple[str, ...]
    searched: bool


def search(
    read_at: ReadAt, length: int, listed: Sequence[Entry], *, along: Callable[[float], None]
) -> Found:
    """Find all that is whole.

    Args:
        read_at: reads the archive.
        length: how many bytes it has.
        listed: what its directory says, when that makes sense; when all of it is true, no more
            is looked for.
        along: is told how far it is, from 0 to 1.
    """
    looked_at = min(length, container.MOST_BYTES + container.MOST_BYTES_EACH)
    found = _Search(read_at, looked_at, along)
    try:
        if not listed or not found.confirms(listed):
            found = _Search(read_at, looked_at, along)
            found.run()
    except _EnoughError:
        return found.result(searched=False)
    return found.result(searched=looked_at == length)


class _EnoughError(Exception):
    """A file that asks for more work than any honest one does."""


class _Claim(msgspec.Struct, frozen=True):
    """What somewhere is said of an entry."""

    name: str
    deflated: bool
    crc: int
    packed: int
    size: int


class _Spot(msgspec.Struct):
    """A place where an entry seems to begin.

    Attributes:
        begin: where its content would begin.
        claims: what is said of it, the likeliest first.
        unmeasured: its own header leaves its size to what follows it.
        strange: the name of what is kept in a way that a journey does not use.
    """

    offset: int
    begin: int
    claims: list[_Claim]
    unmeasured: bool = False
    strange: str = ""


class _Search:
    """One search through one archive."""

    def __init__(self, read_at: ReadAt, length: int, along: Callable[[float], None]) -> None:
        self._read_at = read_at
        self._length = length
        self._along = along
        self._work = _WORK_PER_BYTE * length + _FREE_WORK
        self._bytes = 0
        self._marks: list[int] = []
        self._whole: dict[str, Entry] = {}
        self._torn: dict[str, Torn] = {}
        self._strange: dict[str, None] = {}
        self._twice: dict[str, None] = {}

    def confirms(self, listed: Sequence[Entry]) -> bool:
        """Whether all these are whole; then they are what was found."""
        for entry in listed:
            self._along(entry.offset / self._length)
            if not self._is_whole(entry):
                return False
            self._keep(entry)
        return True

    def run(self) -> None:
        """Look at every spot, from the beginning to the end; none lies within a whole entry."""
        covered = 0
        for spot in self._spots():
            self._along(spot.offset / self._length)
            if spot.offset < covered:
                continue
            entry = self._tried(spot)
            if entry is None:
                self._keep_torn(spot)
            else:
                covered = entry.end
                self._keep(entry)

    def result(self, *, searched: bool) -> Found:
        """What was found so far."""
        torn = [torn for name, torn in self._torn.items() if name not in self._whole]
        return Found(
            whole=tuple(self._whole.values()),
            torn=tuple(torn),
            strange=tuple(self._strange),
            twice=tuple(self._twice),
            searched=searched,
        )

    def _spots(self) -> list[_Spot]:
        """Where entries begin, by their own headers and by the directory's, in order."""
        spots: dict[int, _Spot] = {}
        listed: list[tuple[int, _Claim]] = []
        for at, sign in self._all_marks():
            if sign == SIGN and (spot := self._spot(at)) is not None:
                spots[at] = spot
            elif sign == CENTRAL_SIGN and (header := self._header(at)) is not None:
                listed.append((header.offset, _claim_of(header)))
        by_name: dict[str, list[_Claim]] = {}
        for offset, claim in listed:
            by_name.setdefault(claim.name, []).append(claim)
            begin = offset + LOCAL.size + len(claim.name)
            spot = spots.setdefault(offset, _Spot(offset, begin, []))
            spot.claims.insert(0, claim)
        for spot in spots.values():
            names = dict.fromkeys(claim.name for claim in spot.claims)
            others = [claim for name in names for claim in by_name.get(name, [])[:2]]
            spot.claims = list(dict.fromkeys([*spot.claims, *others]))
        return [spots[offset] for offset in sorted(spots)]

    def _all_marks(self) -> Iterator[tuple[int, bytes]]:
        """Where something begins as headers do; these are kept, as ends of what lies before."""
        overlap = _MARK_BYTES - 1
        for start in range(0, self._length, BLOCK):
            block = self._read_at(start, min(BLOCK + overlap, self._length - start))
            for match in _MARKS.finditer(block):
                if match.start() >= BLOCK:
                    continue
                if len(self._marks) >= _MOST_MARKS:
                    raise _EnoughError
                self._marks.append(start + match.start())
                yield start + match.start(), match.group()

    def _spot(self, at: int) -> _Spot | None:
        header = self._read_at(at, LOCAL.size + _MOST_NAME)
        if len(header) < LOCAL.size:
            return None
        fields = Local._make(LOCAL.unpack_from(header))
        name = _name_in(header, LOCAL.size, fields.name_size)
        begin = at + LOCAL.size + fields.name_size + fields.extra_size
        if name is None or begin > self._length:
            return None
        if fields.flags & ~FLAGS_ALLOWED or fields.method not in {STORED, DEFLATED}:
            return _Spot(at, begin, [], strange=name)
        deflated = fields.method == DEFLATED
        claim = _Claim(name, deflated, fields.crc, fields.packed, fields.size)
        unmeasured = bool(fields.flags & _SIZES_AFTER) and fields.packed == 0
        return _Spot(at, begin, [claim], unmeasured)

    def _header(self, at: int) -> Header | None:
        raw = self._read_at(at, CENTRAL.size + _MOST_NAME)
        if len(raw) < CENTRAL.size:
            return None
        fields = CENTRAL.unpack_from(raw)
        name = _name_in(raw, CENTRAL.size, fields[10])
        header = None if name is None else Header._make((*fields, name))
        return header if header is not None and archive.is_plain_file(header) else None

    def _tried(self, spot: _Spot) -> Entry | None:
        """The entry there, as the first claim says that turns out to be true."""
        for claim in sorted(spot.claims, key=_is_strange):
            if spot.unmeasured and claim.packed == 0:
                entry = self._measured(spot, claim)
            elif spot.begin + claim.packed > self._length or claim.size > _most(claim.name):
                continue
            else:
                entry = _entry(claim, spot)
            if entry is not None and self._is_whole(entry):
                return entry
        return None

    def _measured(self, spot: _Spot, claim: _Claim) -> Entry | None:
        """An entry that a stream was written to: it ends where what follows it says so."""
        sums = measured(
            self._read_at,
            spot.begin,
            self._ends_after(spot.begin),
            deflated=claim.deflated,
            most=_most(claim.name),
            sha256=promised(claim.name),
            spend=self._spend,
        )
        if sums is None:
            return None
        return _entry(_Claim(claim.name, claim.deflated, *sums), spot)

    def _ends_after(self, begin: int) -> list[int]:
        """Where an entry that begins there could end: before other marks, or with the file."""
        first = bisect.bisect_left(self._marks, begin)
        return [*self._marks[first : first + _MOST_ENDS], self._length]

    def _is_whole(self, entry: Entry) -> bool:
        """Whether the content is what the name promises, or else what the CRC does."""
        sha256 = promised(entry.name)
        digest = hashlib.sha256()
        content = b""
        try:
            for block in archive.blocks_of(self._read_at, entry):
                self._spend(len(block))
                if sha256 is not None:
                    digest.update(block)
                if entry.name == FIRST:
                    content += block
        except ArchiveError:
            return False
        finally:
            self._spend(entry.packed if entry.deflated else 0)
        if entry.name == FIRST:
            return content == MIMETYPE
        return sha256 is None or digest.hexdigest() == sha256

    def _spend(self, count: int) -> None:
        self._work -= count
        if self._work < 0:
            raise _EnoughError

    def _keep(self, entry: Entry) -> None:
        if not container.may_be_called(entry.name):
            self._note_strange(entry.name)
        elif entry.name in self._whole:
            self._twice[entry.name] = None
        elif (
            len(self._whole) >= container.MOST_ENTRIES
            or self._bytes + entry.size > container.MOST_BYTES
        ):
            raise _EnoughError
        else:
            self._bytes += entry.size
            self._whole[entry.name] = entry

    def _keep_torn(self, spot: _Spot) -> None:
        if spot.strange:
            self._note_strange(spot.strange)
        for claim in spot.claims:
            if not container.may_be_called(claim.name):
                self._note_strange(claim.name)
                continue
            end = self._ends_after(spot.begin)[0]
            claimed = self._length if claim.packed == 0 else spot.begin + claim.packed
            most = min(max(end, claimed), self._length) - spot.begin
            is_cut = claim.packed == 0 or claimed > self._length
            torn = Torn(claim.name, claim.deflated, spot.begin, most, is_cut)
            self._torn.setdefault(claim.name, torn)

    def _note_strange(self, name: str) -> None:
        if len(self._strange) < _MOST_NAMED:
            self._strange[name] = None


def as_far_as_it_goes(read_at: ReadAt, torn: Torn) -> bytes:
    """What can be read of the beginning of an entry that is not whole."""
    packed = _as_they_come(read_at, torn.begin, torn.most)
    most = container.most_bytes(torn.name)
    content = unpacked_as_far(packed) if torn.deflated else packed
    kept = bytearray()
    for block in content:
        kept += block
        if len(kept) > most:
            break
    return bytes(kept[:most])


def _as_they_come(read_at: ReadAt, begin: int, most: int) -> Iterable[bytes]:
    for at in range(begin, begin + most, BLOCK):
        yield read_at(at, min(BLOCK, begin + most - at))


def _entry(claim: _Claim, spot: _Spot) -> Entry:
    end = spot.begin + claim.packed
    return Entry(
        claim.name,
        claim.deflated,
        claim.crc,
        claim.packed,
        claim.size,
        spot.offset,
        end,
        spot.begin,
    )


def _claim_of(header: Header) -> _Claim:
    deflated = header.method == DEFLATED
    return _Claim(header.name, deflated, header.crc, header.packed, header.size)


def _name_in(raw: bytes, at: int, size: int) -> str | None:
    """A name in a header, or nothing where it is no text that anybody would write."""
    name = raw[at : at + size]
    if not name or len(name) < size:
        return None
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_strange(claim: _Claim) -> bool:
    """Whether nothing can be called so: what another claim says of the same is likelier."""
    return not container.may_be_called(claim.name)


def _most(name: str) -> int:
    return container.most_bytes(name)


def promised(name: str) -> str | None:
    """The SHA-256 that a picture's name promises."""
    folder, _slash, rest = name.partition("/")
    return rest[:64] if folder == "media" and container.may_be_called(name) else None
