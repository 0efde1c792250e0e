"""What the window's process and a worker say to each other.

Messages are JSON and raw bytes, never pickles: a worker that a hostile picture has taken over can
only answer, not make the program run something.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import msgspec

from reisblog import look
from reisblog.model.geometry import Point
from reisblog.model.records import Blur, Crop, MediaKind, Mist, Trail


class Trouble(StrEnum):
    """Why a picture does not come in; the sentences for it stand in ``reasons``."""

    EMPTY = "empty"
    VIDEO = "video"
    FILM_OF_A_PHOTO = "film-of-a-photo"
    DOCUMENT = "document"
    OTHER_PICTURE = "other-picture"
    UNKNOWN = "unknown"
    DAMAGED = "damaged"
    CUT_OFF = "cut-off"
    TOO_LARGE = "too-large"
    MISSING = "missing"
    NOT_ALLOWED = "not-allowed"
    FOLDER = "folder"
    UNREADABLE = "unreadable"
    NO_ROOM = "no-room"
    NOT_KEPT = "not-kept"
    SLOW_DISK = "slow-disk"
    TOO_SLOW = "too-slow"
    BROKE_OFF = "broke-off"
    NO_WORKER = "no-worker"


class Refusal(Exception):  # noqa: N818 - it tells an outcome, not a fault of ours
    """A picture that does not come in, with the reason."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class _Message(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A message; the frames of raw bytes that belong to it follow it."""


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """What of a picture is seen.

    Attributes:
        crop: the part; nothing means all.
        blurs: what nobody is to recognise, wherever it is seen.
    """

    crop: Crop | None = None
    blurs: tuple[Blur, ...] = ()


class TakeIn(_Message, frozen=True, kw_only=True, tag=True):
    """Make clean bytes of a picture and put them into the spool.

    Attributes:
        source: the file as the file system spells it; None when its bytes follow.
        spool: the folder, as the file system spells it.
        originals: whether a picture keeps all its pixels, however many.
        fleeting: whether the spool is to be gone when the program is, however that ended.
        frame: what is kept of it, and nothing else; without it, all.
    """

    source: bytes | None
    spool: bytes
    originals: bool = False
    fleeting: bool = False
    frame: Frame | None = None


class ToPixels(_Message, frozen=True, kw_only=True, tag=True):
    """Decode what is seen of the picture that follows; at most `side` pixels long."""

    side: int
    frame: Frame | None = None
    source: None = None


class ToJpeg(_Message, frozen=True, kw_only=True, tag=True):
    """Make an upright JPEG without metadata of what is seen; at most `side` pixels long."""

    source: bytes | None
    side: int
    quality: int
    frame: Frame | None = None


class ToCell(_Message, frozen=True, kw_only=True, tag=True):
    """Make a cell of a contact sheet of the picture that follows."""

    source: None = None


class Laid(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A photo on the map.

    Attributes:
        at: its middle, in map units.
        turn: degrees, clockwise.
        size: its long side in map units, without the white border.
        width: in pixels, as it is seen upright.
        height: in pixels, as it is seen upright.
        cell: which of the contact sheet it is; none where it is not on it.
        frame: what of it is seen.
    """

    at: Point
    turn: float
    size: float
    width: int
    height: int
    cell: int | None
    frame: Frame = Frame()


class Slip(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A note on the map; nobody could read it on a preview.

    Attributes:
        at: its upper left corner, in map units.
        width: in map units.
        lines: how many it has, about.
        paper: its colour.
    """

    at: Point
    width: float
    lines: int
    paper: str = look.SLIP


class DrawPreview(_Message, frozen=True, kw_only=True, tag=True):
    """Draw a small picture of the map and what lies on it; the contact sheet follows, or nothing.

    Attributes:
        map_picture: the file with a picture of the map, as the file system spells it.
        width: of the map, in map units.
        height: of the map, in map units.
        columns: of the contact sheet.
        pins: where haltes are.
        signs: where own places are.
    """

    map_picture: bytes
    width: float
    height: float
    columns: int
    prints: tuple[Laid, ...]
    slips: tuple[Slip, ...]
    pins: tuple[Point, ...]
    signs: tuple[Point, ...]
    trails: tuple[Trail, ...]
    mist: tuple[Mist, ...]
    source: None = None


Job = TakeIn | ToPixels | ToJpeg | ToCell | DrawPreview


class Ready(_Message, frozen=True, kw_only=True, tag=True):
    """The worker listens."""


class HaveRead(_Message, frozen=True, kw_only=True, tag=True):
    """The file has been read; from here on only the decoding takes time."""


class TakenIn(_Message, frozen=True, kw_only=True, tag=True):
    """A picture stands in the spool. Its rendition, the rendition's pixels and its cell follow.

    Attributes:
        width: upright, in pixels.
        height: upright, in pixels.
        shown_width: of the rendition.
        shown_height: of the rendition.
    """

    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    kind: MediaKind
    width: int
    height: int
    taken: str
    shown_width: int
    shown_height: int


class Shown(_Message, frozen=True, kw_only=True, tag=True):
    """Pixels follow: B, G, R and 255, row by row."""

    width: int
    height: int


class Encoded(_Message, frozen=True, kw_only=True, tag=True):
    """A JPEG file follows, or a PNG where a preview was asked for."""


class Refused(_Message, frozen=True, kw_only=True, tag=True):
    """It could not be done; nothing follows."""

    trouble: Trouble


Outcome = TakenIn | Shown | Encoded | Refused
Answer = Ready | HaveRead | Outcome

FRAMES: Final[dict[type[Answer], int]] = {
    Ready: 0,
    HaveRead: 0,
    TakenIn: 3,
    Shown: 1,
    Encoded: 1,
    Refused: 0,
}
"""How many frames of raw bytes follow each answer."""

encode = msgspec.json.Encoder().encode
decode_job = msgspec.json.Decoder(Job).decode
decode_answer = msgspec.json.Decoder(Answer).decode


def part_in(spool: Path, process: int) -> Path:
    """Where in the spool a worker process lets a file grow until it is whole."""
    return spool / f"{process}.part"
