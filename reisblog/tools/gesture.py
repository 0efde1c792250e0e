"""The language in which the canvas and the tools talk.

A tool is a generator: it takes pointers in map units, yields what the canvas should show
meanwhile, and returns the outcome. Closing it cancels, and nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from enum import Enum, auto

import msgspec

from reisblog.model.geometry import Point, Rect
from reisblog.model.ink import Curve, Sample
from reisblog.model.journey import Journey
from reisblog.model.lining_up import Guide
from reisblog.model.mist import Area, MistBrush
from reisblog.model.records import Letters, Pen
from reisblog.model.shaping import Shape

MOUSE_SLACK_PX = 4.0
TOUCH_SLACK_PX = 10.0
TOUCH_REST_MS = 200.0


class Device(Enum):
    """What the hand holds."""

    MOUSE = auto()
    TOUCH = auto()
    PEN = auto()


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of a gesture.

    Attributes:
        at: where, in map units.
        screen: where, in logical pixels of the view.
        ms: when, in milliseconds of any one clock.
        pressure: 0 to 1; 0.5 for what knows no pressure.
        target: the id of what lies there, at the press.
        add: whether Shift is held.
        snap: whether Ctrl is held: only then anything is caught by what is near.
        other: where a second finger is, in map units, in a gesture of two.
        released: whether the hand lets go here: the gesture's last pointer.
        scale: logical pixels per map unit.
    """

    at: Point
    screen: Point
    ms: float
    pressure: float = 0.5
    device: Device = Device.MOUSE
    target: str | None = None
    add: bool = False
    snap: bool = False
    other: Point | None = None
    released: bool = False
    scale: float = 1.0


class Pan(msgspec.Struct, frozen=True):
    """Show the map moved by so many logical pixels since the last pointer."""

    by: Point


class Carry(msgspec.Struct, frozen=True):
    """Show these things lifted and moved by so many map units since the press."""

    ids: frozenset[str]
    by: Point
    guides: tuple[Guide, ...] = ()


class Marquee(msgspec.Struct, frozen=True):
    """Show a rectangle that is being drawn around things, in map units."""

    rect: Rect


class Ink(msgspec.Struct, frozen=True):
    """Show one more piece of the line, in the hand's width and as broad as the path will be."""

    pen: Pen
    tint: str
    sample: Sample
    width: float = 1.0
    breadth: float = 1.0


class Erased(msgspec.Struct, frozen=True):
    """Show what an eraser leaves of each of these paths: curves, or nothing."""

    curves: Mapping[str, tuple[Curve, ...]]


class Bent(msgspec.Struct, frozen=True):
    """Show this path along another curve, and the point of it that the hand holds here."""

    trail_id: str
    curve: Curve
    at: Point


class Brushed(msgspec.Struct, frozen=True):
    """Show mist laid over this area, or wiped from it."""

    brush: MistBrush
    area: Area


class Turn(msgspec.Struct, frozen=True):
    """Show this compass with its needle in another direction, in degrees."""

    moment_id: str
    direction: float


class Reshape(msgspec.Struct, frozen=True):
    """Show photos lying like this, and notes moved by so much.

    Attributes:
        frame: the corners of what is around all of them, in map units.
    """

    photos: Mapping[str, Shape]
    notes: Mapping[str, Point]
    frame: tuple[Point, ...]


class Rewrite(msgspec.Struct, frozen=True):
    """Show a note with this width and these letters."""

    note_id: str
    width: float
    letters: Letters


Preview = Pan | Carry | Marquee | Ink | Erased | Bent | Brushed | Turn | Reshape | Rewrite | None


class Edit(msgspec.Struct, frozen=True):
    """One undoable change, with the words that undo shows."""

    label: str
    apply: Callable[[Journey], Journey]


class Opposite(msgspec.Struct, frozen=True):
    """What a gesture was taken for, and what it may have been meant as instead.

    Attributes:
        text: what was done.
        offer: what to do instead.
        edit: does that, in place of what was done.
    """

    text: str
    offer: str
    edit: Edit


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished gesture asks for; all of it optional.

    Attributes:
        edit: the change to the journey.
        chosen: what is chosen from now on; nothing leaves it as it was.
        tapped: what was tapped without being moved; an empty string is the bare map.
        carried: what was moved, so that the canvas can offer more where it now lies.
        pressed: a button on the canvas was.
        opposite: what to offer instead of what was done.
    """

    edit: Edit | None = None
    chosen: frozenset[str] | None = None
    tapped: str | None = None
    carried: frozenset[str] = frozenset()
    pressed: bool = False
    opposite: Opposite | None = None


Gesture = Generator[Preview, Pointer, Outcome]


def slack_px(device: Device) -> float:
    """How far a hand may slip that does not mean to move, in logical pixels."""
    return TOUCH_SLACK_PX if device is Device.TOUCH else MOUSE_SLACK_PX


def begin(gesture: Gesture, press: Pointer) -> Preview:
    """Start a gesture with its press; what it wants shown."""
    next(gesture)
    return gesture.send(press)
