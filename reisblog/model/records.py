"""What a journey is made of: frozen records that know each other by id only.

Positions are map units, y down; angles are degrees, clockwise; times are milliseconds of the
hand's own movement. Texts are plain text, exactly as typed.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reisblog import look
from reisblog.model.geometry import Point


class Audience(StrEnum):
    """For which situation something is: the class, a conversation, or nobody but the traveller."""

    CLASS = "class"
    CONVERSATION = "conversation"
    SELF = "self"

    def is_open_to(self, viewer: Audience) -> bool:
        """Whether what is for this situation may be seen in that one."""
        return _OPENNESS.index(self) >= _OPENNESS.index(viewer)


_OPENNESS = (Audience.SELF, Audience.CONVERSATION, Audience.CLASS)
"""From the narrowest."""


def narrowest(*audiences: Audience) -> Audience:
    """What counts for something that belongs, or has belonged, to something else."""
    return min(audiences, key=_OPENNESS.index)


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing in a journey.

    Attributes:
        audience: for whom it is by itself; what belongs to a halte is for no more than that.
    """

    id: str
    audience: Audience = Audience.CLASS


class Laid(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something that lies on the map.

    Attributes:
        locked: whether no hand moves, turns, resizes or erases it until it is let go.
    """

    locked: bool = False


class MediaKind(StrEnum):
    """How a photo's bytes are encoded; nothing else is ever kept."""

    JPEG = "jpg"
    PNG = "png"


class Crop(msgspec.Struct, frozen=True, array_like=True):
    """Which part of a picture is seen, after the picture was turned about its own middle.

    Everything is a share of the whole upright picture, its width and its height being 1, so it is
    the same for each version of its pixels, however small.

    Attributes:
        x, y: the middle of the part that is seen.
        width, height: how much of the picture's width and height it takes.
        tilt: by how many degrees the picture was turned, clockwise, to straighten it.
    """

    x: float = 0.5
    y: float = 0.5
    width: float = 1.0
    height: float = 1.0
    tilt: float = 0.0


class Blur(msgspec.Struct, frozen=True, array_like=True):
    """A part of a picture, a face say, that nobody is to recognise.

    Attributes:
        x, y: its upper left corner, as shares of the whole upright picture, before any crop.
        width, height: likewise.
    """

    x: float
    y: float
    width: float
    height: float


class Photo(Laid, frozen=True, kw_only=True, omit_defaults=True):
    """A picture, in one of three states.

    With ``at`` it lies there by itself. Without ``at`` but with a ``stop`` it lies in that
    halte's fan or pile. With neither it waits in the tray.

    Attributes:
        media: SHA-256 of its bytes, 64 hexadecimal digits.
        width: pixels, as it is seen upright.
        height: pixels, as it is seen upright.
        size: the long side on the map, in map units, without the white border.
        turn: degrees, clockwise.
        taken: when the camera says it was taken, ISO 8601 without zone, or nothing.
        crop: the part of it that is seen, or all of it.
        blurs: what is made unrecognisable wherever it is shown.
    """

    media: str
    kind: MediaKind
    width: int
    height: int
    at: Point | None = None
    stop: str | None = None
    size: float = look.PHOTO_SIDE_UNITS
    turn: float = 0.0
    caption: str = ""
    taken: str = ""
    crop: Crop | None = None
    blurs: tuple[Blur, ...] = ()


class SlipTint(StrEnum):
    """The paper of a note."""

    CREAM = "cream"
    SUN = "sun"
    ROSE = "rose"
    LEAF = "leaf"
    SKY = "sky"


class Letters(StrEnum):
    """How large a note is written."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


class Note(Laid, frozen=True, kw_only=True, omit_defaults=True):
    """A paper slip with a text, on the ground or beside a halte.

    Attributes:
        at: its upper left corner.
        width: in map units, but it widens rather than break a word; its height follows from
            the text. What is left unsaid is that of the format; new notes are wider.
    """

    text: str
    at: Point
    stop: str | None = None
    width: float = 220.0
    tint: SlipTint = SlipTint.CREAM
    letters: Letters = Letters.NORMAL


class Stop(Laid, frozen=True, kw_only=True, omit_defaults=True):
    """A halte: a visit to none, one or several places at once.

    Attributes:
        places: ids of places, in the order they were named.
        at: where its photos come to rest, the middle of fan or pile.
        when: an optional date or period in the traveller's own words.
        beside: whether it stands on the second track, beside the haltes above it.
        company: ids of the companions who were along.
    """

    at: Point
    places: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    when: str = ""
    beside: bool = False
    company: tuple[str, ...] = ()


class Pen(StrEnum):
    """The four pens of a path."""

    MINE = "mine"
    PASSED_BY = "passed-by"
    DREAMT = "dreamt"
    DOODLE = "doodle"


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """One cubic Bezier piece of a path, from the end of the piece before it.

    Attributes:
        c1: control points, then the end of the piece.
        width: the hand's width at the end, 1.0 being the pen's own.
        ms: how long the hand took over the piece.
        rest_ms: how long it then stood still.
    """

    c1: Point
    c2: Point
    end: Point
    width: float = 1.0
    ms: int = 0
    rest_ms: int = 0


class Trail(Laid, frozen=True, kw_only=True, omit_defaults=True):
    """A path: one stroke of one pen, as a fitted curve with the hand's tempo along it.

    Attributes:
        breadth: how wide it is drawn, 1.0 being the pen's own; the hand's width comes on top.
    """

    pen: Pen
    start: Point
    segments: tuple[Segment, ...]
    tint: str = "ember"
    start_width: float = 1.0
    breadth: float = 1.0


class Sign(StrEnum):
    """What a place of one's own is drawn as."""

    HOUSE = "house"
    WORKSHOP = "workshop"
    FLAG = "flag"
    MOUNTAIN = "mountain"
    TREE = "tree"
    TENT = "tent"
    BOAT = "boat"
    CAMPFIRE = "campfire"


class Flag(StrEnum):
    """What a place of one's own is for the whole journey; none needs to be."""

    DEPARTURE = "departure"
    DESTINATION = "destination"


class OwnPlace(Laid, frozen=True, kw_only=True, omit_defaults=True):
    """A place that the traveller added to the map.

    Haltes are at it as at any other, by its id.

    Attributes:
        at: the foot of its sign.
        name: in the traveller's own words, or nothing.
        flag: whether one sets out from it, or is on the way to it.
    """

    sign: Sign
    at: Point
    name: str = ""
    flag: Flag | None = None


class Mist(msgspec.Struct, frozen=True, array_like=True):
    """A row of mist; the map is divided in squares (see ``model/mist.py``).

    Attributes:
        row: which, counted from the map's upper edge.
        runs: the squares in mist, from left to right: the first of them and the first behind them.
    """

    row: int
    runs: tuple[tuple[int, int], ...]


class BackpackKind(StrEnum):
    """What sort of thing is carried; every kind is optional."""

    KNOWLEDGE = "knowledge"
    TALENT = "talent"
    EXPERIENCE = "experience"
    INSIGHT = "insight"
    WORLDVIEW = "worldview"
    WISH = "wish"
    INSTRUMENT = "instrument"


class BackpackItem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something the traveller carries; one word is enough.

    Attributes:
        stop: the halte where it was picked up.
        laid: the halte where it was laid down on the way.
        photo: a photo that shows it.
    """

    text: str
    kind: BackpackKind | None = None
    stop: str | None = None
    laid: str | None = None
    photo: str | None = None


class Token(StrEnum):
    """What a companion is drawn as, instead of by initials."""

    STAR = "star"
    SUN = "sun"
    MOON = "moon"
    HEART = "heart"
    LEAF = "leaf"
    DROP = "drop"
    KEY = "key"
    BIRD = "bird"


class Companion(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who travels part of the way along; a first name or nickname is enough.

    Which part is told by the haltes they were along at (``Stop.company``).

    Attributes:
        helps, hinders: what their company does; one, both or neither.
        token: what they are drawn as.
        portrait: a photo that shows them, before any token.
    """

    name: str
    role: str = ""
    helps: bool = False
    hinders: bool = False
    token: Token | None = None
    portrait: str | None = None


class Impulse(StrEnum):
    """Why a traveller took out the compass: by themselves, or because somebody asked."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class CompassMoment(Laid, frozen=True, kw_only=True, omit_defaults=True):
    """The compass, taken out of the bag and laid on the map.

    Attributes:
        at: its middle.
        direction: where the needle points, 0 being up.
        stop: the halte it was laid on.
        asker: who asked, in the traveller's own words.
    """

    at: Point
    direction: float = 0.0
    stop: str | None = None
    impulse: Impulse | None = None
    asker: str = ""
    text: str = ""
