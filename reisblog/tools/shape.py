"""Photos are scaled and turned by their handles or by two fingers; a note by its own two handles.

With Ctrl a turn goes in steps, and a photo becomes as large as another one.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec

from reisblog import look
from reisblog.model import edits, limits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.lining_up import near
from reisblog.model.records import Letters, Note
from reisblog.model.shaping import (
    LEAST_NOTE_WIDTH,
    Shape,
    factor_within,
    in_steps,
    letters_near,
    shaped,
)
from reisblog.texts import _
from reisblog.tools.choose import CATCH_PX
from reisblog.tools.gesture import (
    Edit,
    Gesture,
    Outcome,
    Pointer,
    Preview,
    Reshape,
    Rewrite,
    slack_px,
)

_STILL_PX = 6.0
"""So near the middle a hand points nowhere."""
_TWO_SLACK_PX = 8.0
"""Two fingers that stay so near where they came down only tapped."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What a hand has taken hold of, as it is seen.

    Attributes:
        photos: how they lie.
        notes: the middles of notes that go along.
        frame: the corners of what is around all of them, in map units.
        sizes: of photos nearby, whose size one may want.
    """

    photos: dict[str, Shape]
    notes: dict[str, Point]
    frame: tuple[Point, ...]
    sizes: tuple[float, ...] = ()

    def at(self, about: Point, *, factor: float, turn: float, by: Point) -> Reshape:
        """All of it scaled, turned and moved as one."""
        factor = factor_within(self.photos, factor)

        def moved(shapes: dict[str, Shape]) -> dict[str, Shape]:
            return shaped(shapes, about, factor=factor, turn=turn, by=by)

        middles = moved({key: Shape(at) for key, at in self.notes.items()})
        corners = moved({str(index): Shape(at) for index, at in enumerate(self.frame)})
        return Reshape(
            moved(self.photos),
            {key: each.at - self.notes[key] for key, each in middles.items()},
            tuple(each.at for each in corners.values()),
        )


def scale(held: Held, anchor: Point) -> Gesture:
    """Pull a corner; the one across from it stays where it is."""
    size = _only_size(held)

    def shape(press: Pointer, pointer: Pointer) -> Reshape:
        before, now = press.at - anchor, pointer.at - anchor
        square = before.x**2 + before.y**2
        factor = (now.x * before.x + now.y * before.y) / square if square else 1.0
        if pointer.snap and size is not None:
            wanted = near(size * factor, held.sizes, CATCH_PX / pointer.scale)
            factor = factor if wanted is None else wanted / size
        return held.at(anchor, factor=factor, turn=0.0, by=_STAYS)

    return _shaping(_("Larger or smaller"), shape)


def turn(held: Held, about: Point) -> Gesture:
    """Turn about a middle; what is held keeps the angle it had to the hand at the press."""
    leaning = next(iter(held.photos.values())).turn if _only_size(held) is not None else 0.0

    def shape(press: Pointer, pointer: Pointer) -> Reshape:
        if pointer.at.distance(about) * pointer.scale < _STILL_PX:
            return held.at(about, factor=1.0, turn=0.0, by=_STAYS)
        turned = _bearing(about, pointer.at) - _bearing(about, press.at)
        if pointer.snap:
            turned = in_steps(leaning + turned) - leaning
        return held.at(about, factor=1.0, turn=turned, by=_STAYS)

    return _shaping(_("Turn"), shape)


def pinch(held: Held) -> Gesture:
    """Two fingers on a photo move, scale and turn it; it stays under both of them."""
    press = yield None
    pointer = yield None
    while _parted(press, pointer) * pointer.scale <= _TWO_SLACK_PX:
        if pointer.released:
            return Outcome()
        pointer = yield None
    while not pointer.released:
        pointer = yield _between(held, press, pointer)
    return _outcome(_("Move and shape"), _between(held, press, pointer))


def widen(note: Note) -> Gesture:
    """Pull a note's right side; its lines break anew."""

    def size(press: Pointer, pointer: Pointer) -> tuple[float, Letters]:
        return _wide(note.width + pointer.at.x - press.at.x), note.letters

    return _rewriting(note, _("Make the note wider or narrower"), size)


def letter(note: Note, corner: Point) -> Gesture:
    """Pull a note's corner; its letters grow in steps, and the paper with them."""
    units = look.NOTE_LETTERS[note.letters]

    def size(press: Pointer, pointer: Pointer) -> tuple[float, Letters]:
        before, now = press.at - corner, pointer.at - corner
        square = before.x**2 + before.y**2
        factor = (now.x * before.x + now.y * before.y) / square if square else 1.0
        letters = letters_near(units * factor)
        return _wide(note.width * look.NOTE_LETTERS[letters] / units), letters

    return _rewriting(note, _("Larger or smaller letters"), size)


def press_button(edit: Edit | None = None) -> Gesture:
    """A button on the canvas: it is pressed when a hand lets go where it came down."""
    press = yield None
    pointer = press
    while not pointer.released:
        pointer = yield None
    if press.screen.distance(pointer.screen) > 2 * slack_px(press.device):
        return Outcome()
    return Outcome(edit=edit, pressed=edit is None)


_STAYS = Point(0.0, 0.0)


def _pulling(
    show: Callable[[Pointer, Pointer], Preview], end: Callable[[Pointer, Pointer], Outcome]
) -> Gesture:
    """Pull at a handle, once the hand has left where it pressed."""
    press = yield None
    pointer = yield None
    while press.screen.distance(pointer.screen) < slack_px(press.device):
        if pointer.released:
            return Outcome()
        pointer = yield None
    while not pointer.released:
        pointer = yield show(press, pointer)
    return end(press, pointer)


def _shaping(label: str, shape: Callable[[Pointer, Pointer], Reshape]) -> Gesture:
    return _pulling(shape, lambda press, pointer: _outcome(label, shape(press, pointer)))


def _outcome(label: str, shape: Reshape) -> Outcome:
    def shaped_so(journey: Journey) -> Journey:
        return edits.shape(journey, shape.photos, shape.notes)

    return Outcome(edit=Edit(label, shaped_so))


def _rewriting(
    note: Note, label: str, size: Callable[[Pointer, Pointer], tuple[float, Letters]]
) -> Gesture:
    def ended(press: Pointer, pointer: Pointer) -> Outcome:
        width, letters = size(press, pointer)

        def written(journey: Journey) -> Journey:
            return edits.write_like(journey, [note.id], width=width, letters=letters)

        return Outcome(edit=Edit(label, written))

    return _pulling(lambda press, pointer: Rewrite(note.id, *size(press, pointer)), ended)


def _between(held: Held, press: Pointer, pointer: Pointer) -> Reshape:
    a, b, c, d = press.at, press.other, pointer.at, pointer.other
    if b is None or d is None:
        return held.at(a, factor=1.0, turn=0.0, by=_STAYS)
    before, now = a.distance(b), c.distance(d)
    middle, there = (a + b).scaled(0.5), (c + d).scaled(0.5)
    return held.at(
        middle,
        factor=now / before if before else 1.0,
        turn=_bearing(c, d) - _bearing(a, b),
        by=there - middle,
    )


def _parted(press: Pointer, pointer: Pointer) -> float:
    """How far the farther of two fingers has gone, in map units."""
    gone = press.at.distance(pointer.at)
    if press.other is None or pointer.other is None:
        return gone
    return max(gone, press.other.distance(pointer.other))


def _only_size(held: Held) -> float | None:
    shapes = list(held.photos.values())
    return shapes[0].size if len(shapes) == 1 and not held.notes else None


def _wide(width: float) -> float:
    return min(max(width, LEAST_NOTE_WIDTH), limits.SIDE)


def _bearing(middle: Point, point: Point) -> float:
    """In which direction a point lies, in degrees, clockwise."""
    return math.degrees(math.atan2(point.y - middle.y, point.x - middle.x))
