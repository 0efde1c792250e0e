"""What an example journey is told with, before it becomes records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reisblog import look
from reisblog.model.records import BackpackKind, Pen, Sign, Token

if TYPE_CHECKING:
    from reisblog.model.geometry import Point


Thing = tuple[BackpackKind | None, str]


@dataclass(frozen=True)
class Picture:
    """A picture in ``assets/examples``.

    Attributes:
        name: its file's name without the ending.
        at: where it lies loose; without it in its halte, or in the tray.
        size: its long side in map units.
    """

    name: str
    caption: str = ""
    at: Point | None = None
    size: float = look.PHOTO_SIDE_UNITS


@dataclass(frozen=True, kw_only=True)
class Halte:
    """A halte with its words and pictures.

    Attributes:
        company: names of those who are along.
        things: what is picked up here, each with its kind or nothing.
        laid: what is laid down here, of what was picked up before.
    """

    places: tuple[str, ...]
    title: str
    text: str = ""
    when: str = ""
    pictures: tuple[Picture, ...] = ()
    beside: bool = False
    company: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()
    laid: tuple[str, ...] = ()
    compass: Needle | None = None


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A note; ``at`` is its upper left corner."""

    text: str
    at: Point
    width: float


class Needle(NamedTuple):
    """The compass, taken out at a halte; it points so many degrees from up, clockwise."""

    direction: float
    text: str
    asker: str = ""


class Person(NamedTuple):
    """Somebody who travels along for a while."""

    name: str
    role: str = ""
    helps: bool = False
    hinders: bool = False
    token: Token | None = None


class Mark(NamedTuple):
    """A place of the traveller's own; ``at`` is the foot of its sign."""

    name: str
    sign: Sign
    at: Point


class Via(NamedTuple):
    """A spot that a hand passes: so far from a place's pin, and how long it stands still there.

    Units are map units and milliseconds.
    """

    place: str
    right: float = 0.0
    down: float = 0.0
    rest_ms: int = 0


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """A path to be drawn by hand.

    Attributes:
        pace: map units a millisecond, on the straight.
        wander: how far, in map units, the hand sways from a smooth line.
    """

    pen: Pen
    tint: str
    through: tuple[Via, ...]
    pace: float = 0.7
    wander: float = 7.0


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A whole example journey, in the traveller's own words.

    Attributes:
        mist: ways that a mist brush goes, in map units.
        loose: pictures that belong to no halte: on open ground, or in the tray.
        backpack: what is in it at departure, each with its kind or nothing.
    """

    title: str
    traveller: str
    haltes: tuple[Halte, ...]
    loose: tuple[Picture, ...]
    slips: tuple[Slip, ...]
    strokes: tuple[Stroke, ...]
    backpack: tuple[Thing, ...]
    companions: tuple[Person, ...]
    about: str = ""
    marks: tuple[Mark, ...] = ()
    mist: tuple[tuple[Point, ...], ...] = ()

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture, in the order of the haltes, the loose ones last."""
        laid = [picture for halte in self.haltes for picture in halte.pictures]
        return (*laid, *self.loose)
