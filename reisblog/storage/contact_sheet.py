"""``contact.jpg``: all photos very small on one sheet, and how cells get on it and off again.

A cell is a JPEG file of ``SIDE`` x ``SIDE`` pixels with a restart marker after each row of blocks.
So whole rows of blocks can be cut out and put together (ITU-T T.81, B.1.1.3 and E.1.4): a sheet is
made of cells, and cells of a sheet, without decoding, and never gets worse by it.
"""

from __future__ import annotations

import hashlib
import math
import re
import struct
from typing import TYPE_CHECKING, Any, Final

import msgspec

from reisblog.model.contact_cells import SIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

MOST_CELLS: Final = 2_500
MOST_BYTES: Final = 32 * 1024 * 1024

_ROWS: Final = 6
"""Of blocks in a cell, each 16 pixels high."""
_HEAD_BYTES: Final = 629
_SIZE: Final = struct.Struct(">HH")
_SIZE_AT: Final = 163
_HEAD_SHA256: Final = "8336113b9dd049107eb71a9b90c86571cc03db494a8501766ceafe37cb4e3b53"
"""Of the head of a sheet of no size: the tables by which all that we write is encoded."""
_RESTART: Final = re.compile(rb"\xff[\xd0-\xd7]")
_OTHER_MARK: Final = re.compile(rb"\xff(?!\0)")
_END: Final = b"\xff\xd9"
_EMPTY: Final = (bytes.fromhex("f7fa" + "28a2800a" * 5 + "28a2803f"),) * _ROWS
"""A cell that is white."""

Pieces = tuple[bytes, ...]


class Contact(msgspec.Struct, frozen=True):
    """Which picture lies where on the sheet.

    Attributes:
        columns: how many cells lie side by side.
        cells: the SHA-256 of the pictures, row by row.
        side: of a cell, in pixels.
    """

    columns: int
    cells: tuple[str, ...]
    side: int = SIDE

    @property
    def rows(self) -> int:
        """How many cells lie below one another."""
        return math.ceil(len(self.cells) / self.columns)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the sheet, in pixels."""
        return self.columns * self.side, self.rows * self.side


def contact_from(raw: Any) -> Contact | None:
    """What a file says of its sheet; nothing where that cannot be."""
    try:
        contact = msgspec.convert(raw, type=Contact)
    except msgspec.ValidationError:
        return None
    possible = contact.side == SIDE and contact.cells and 1 <= contact.columns <= MOST_CELLS
    return contact if possible and contact.columns * contact.rows <= MOST_CELLS else None


def joined(cells: Mapping[str, bytes]) -> tuple[Contact, bytes] | None:
    """A sheet of these cells, by the SHA-256 of their pictures; nothing where there are none.

    What is no cell as we make them is left out.
    """
    sound = {sha256: cell for sha256, cell in cells.items() if is_cell(cell)}
    if not sound:
        return None
    columns = math.ceil(math.sqrt(len(sound)))
    contact = Contact(columns, tuple(sound))
    grid = [pieces for cell in sound.values() for pieces in _pieces(cell, 1, 1) or ()]
    grid += [_EMPTY] * (columns * contact.rows - len(grid))
    pieces = [
        cell[line]
        for first in range(0, len(grid), columns)
        for line in range(_ROWS)
        for cell in grid[first : first + columns]
    ]
    head = next(iter(sound.values()))[:_HEAD_BYTES]
    return contact, _sheet(head, contact.size, pieces)


def is_cell(cell: bytes) -> bool:
    """Whether this is a cell as we make them."""
    return _pieces(cell, 1, 1) is not None


def parted(contact: Contact, sheet: bytes) -> dict[str, bytes]:
    """The cells on a sheet, as far as it is one as we make them."""
    cells = _pieces(sheet, contact.columns, contact.rows) or []
    head = sheet[:_HEAD_BYTES]
    return {
        sha256: _sheet(head, (SIDE, SIDE), pieces)
        for sha256, pieces in zip(contact.cells, cells, strict=False)
    }


def _sheet(head: bytes, size: tuple[int, int], pieces: Sequence[bytes]) -> bytes:
    width, height = size
    parts = [_with_size(head, width, height)]
    for number, piece in enumerate(pieces):
        parts += [piece, bytes((0xFF, 0xD0 + number % 8))]
    parts[-1] = _END
    return b"".join(parts)


def _pieces(sheet: bytes, columns: int, rows: int) -> list[Pieces] | None:
    """The rows of blocks of each cell; nothing when this is no such sheet of ours."""
    head, scan = sheet[:_HEAD_BYTES], sheet[_HEAD_BYTES : -len(_END)]
    expected = _SIZE.pack(rows * SIDE, columns * SIDE)
    if (
        len(head) < _HEAD_BYTES
        or not sheet.endswith(_END)
        or head[_SIZE_AT : _SIZE_AT + _SIZE.size] != expected
        or hashlib.sha256(_with_size(head, 0, 0)).hexdigest() != _HEAD_SHA256
    ):
        return None
    pieces = _RESTART.split(scan)
    if len(pieces) != columns * rows * _ROWS or any(map(_OTHER_MARK.search, pieces)):
        return None
    return [
        tuple(pieces[((row * _ROWS) + line) * columns + column] for line in range(_ROWS))
        for row in range(rows)
        for column in range(columns)
    ]


def _with_size(head: bytes, width: int, height: int) -> bytes:
    return head[:_SIZE_AT] + _SIZE.pack(height, width) + head[_SIZE_AT + _SIZE.size :]


class Cells:
    """The cells of one journey's pictures, as far as they are at hand.

    The owner's thread puts and forgets; another may ask for them.
    """

    def __init__(self, sheet: Callable[[], tuple[Contact, bytes] | None]) -> None:
        """Begin with those on a sheet, which is read when they are first asked for."""
        self._sheet = sheet
        self._known: dict[str, bytes] | None = None
        self._put: dict[str, bytes] = {}

    def put(self, sha256: str, cell: bytes) -> None:
        """Keep the cell of a picture."""
        self._put[sha256] = cell

    def forget(self, pictures: Iterable[str]) -> None:
        """Let go of these."""
        for sha256 in pictures:
            self._put.pop(sha256, None)
            if self._known is not None:
                self._known.pop(sha256, None)

    def of(self, pictures: Iterable[str]) -> dict[str, bytes]:
        """Those that are at hand, in the order in which they are asked for."""
        if self._known is None:
            sheet = self._sheet()
            self._known = {} if sheet is None else parted(*sheet)
        at_hand = self._known | self._put
        return {sha256: at_hand[sha256] for sha256 in pictures if sha256 in at_hand}
