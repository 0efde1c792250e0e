"""Kies: a tap chooses, a drag carries what is held, bare map pans and Shift-drag selects.

Mouse and pen carry after a few pixels. A finger carries what is chosen, or what it has rested on;
a quick swipe pans, so that panning never moves a photo. A path crosses half the map and is easily
touched: until it is chosen, a drag from it is one from bare map. So is one from what is pinned
down. With Ctrl what is carried is caught by the edges and middles of what lies near.
"""

from __future__ import annotations

from collections.abc import Callable, Container

import msgspec

from reisblog.model import edits
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.lining_up import Guide, caught
from reisblog.texts import _
from reisblog.tools.gesture import (
    TOUCH_REST_MS,
    Carry,
    Device,
    Edit,
    Gesture,
    Marquee,
    Outcome,
    Pointer,
    slack_px,
)
from reisblog.tools.pan import panning


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What the tool knows of the canvas at the press.

    Attributes:
        chosen: what is chosen.
        paths: which things are paths.
        within: which things lie in a rectangle of map units.
        lies: where a photo in a fan is seen, so that it can be taken out of it; nothing for what
            moves by its own record.
        homes: to which halte each compass among these things belongs when they are moved so far.
        sheet: the whole map, which own places stay on.
        free: those of these things that a hand may move.
        boxes: around these things where they lie together, and around each other one that is seen.
    """

    chosen: frozenset[str]
    paths: Container[str]
    within: Callable[[Rect], frozenset[str]]
    lies: Callable[[str], Point | None]
    homes: Callable[[frozenset[str], Point], dict[str, str | None]]
    sheet: Rect
    free: Callable[[frozenset[str]], frozenset[str]]
    boxes: Callable[[frozenset[str]], tuple[Rect | None, list[Rect]]]


CATCH_PX = 8.0
"""So near a line catches, in logical pixels."""


def choose(ground: Ground) -> Gesture:
    """The tool, for one gesture."""
    press = yield None
    pointer = yield None
    slack = slack_px(press.device)
    while press.screen.distance(pointer.screen) < slack:
        if pointer.released:
            return _tapped(press, ground.chosen)
        pointer = yield None
    on_path = press.target in ground.paths
    held = press.target is not None and not ground.free(frozenset({press.target}))
    if press.add and (press.target is None or on_path or held):
        return (yield from _select(press, pointer, ground))
    bare = press.target is None or held or (on_path and press.target not in ground.chosen)
    if bare or _is_swipe(press, pointer, ground.chosen):
        return (yield from panning(press, pointer))
    return (yield from _carry(press, pointer, ground))


def _is_swipe(press: Pointer, pointer: Pointer, chosen: frozenset[str]) -> bool:
    """Whether a finger means to pan although it began on a thing."""
    return (
        press.device is Device.TOUCH
        and press.target not in chosen
        and pointer.ms - press.ms < TOUCH_REST_MS
    )


def _tapped(press: Pointer, chosen: frozenset[str]) -> Outcome:
    target = press.target
    if target is None:
        return Outcome(chosen=chosen if press.add else frozenset(), tapped="")
    if press.add:
        return Outcome(chosen=chosen ^ {target}, tapped=None)
    return Outcome(chosen=frozenset({target}), tapped=target)


def _select(press: Pointer, pointer: Pointer, ground: Ground) -> Gesture:
    while True:
        rect = Rect.around((press.at, pointer.at))
        if pointer.released:
            return Outcome(chosen=ground.chosen | ground.free(ground.within(rect)))
        pointer = yield Marquee(rect)


def _carry(press: Pointer, pointer: Pointer, ground: Ground) -> Gesture:
    target = press.target
    if target is None:
        raise AssertionError
    chosen = ground.chosen if target in ground.chosen else frozenset({target})
    ids = ground.free(chosen)
    seen = {key: lie for key in ids if (lie := ground.lies(key)) is not None}
    catch = _Catch(ids, ground)
    while not pointer.released:
        by, guides = catch.at(pointer.at - press.at, pointer)
        pointer = yield Carry(ids, by, guides)
    by, _guides = catch.at(pointer.at - press.at, pointer)
    homes = ground.homes(ids, by)

    def moved(journey: Journey) -> Journey:
        journey = edits.move(journey, ids - seen.keys(), by, sheet=ground.sheet)
        out = {
            key: at + by
            for key, at in seen.items()
            if (photo := journey.photos.get(key)) is not None and photo.stop not in ids
        }
        journey = edits.lay_down(journey, out) if out else journey
        return rehomed(journey, homes)

    return Outcome(edit=Edit(_("Move"), moved), chosen=chosen, carried=ids)


class _Catch:
    """Says where what is carried goes, when a hand wants it in line with others."""

    def __init__(self, ids: frozenset[str], ground: Ground) -> None:
        self._ids = ids
        self._ground = ground
        self._boxes: tuple[Rect | None, list[Rect]] | None = None

    def at(self, by: Point, pointer: Pointer) -> tuple[Point, tuple[Guide, ...]]:
        """How far it has moved, and the lines that show what it is in line with."""
        if not pointer.snap:
            return by, ()
        if self._boxes is None:
            self._boxes = self._ground.boxes(self._ids)
        moving, others = self._boxes
        if moving is None:
            return by, ()
        there = Rect(moving.x + by.x, moving.y + by.y, moving.width, moving.height)
        shift, guides = caught(there, others, CATCH_PX / pointer.scale)
        return by + shift, guides


def rehomed(journey: Journey, homes: dict[str, str | None]) -> Journey:
    """The journey in which each of these compasses, where it lies, belongs to a halte or to none.

    What is gone stays gone, and so does a halte.
    """
    for key, stop_id in homes.items():
        moment = journey.compass_moments.get(key)
        if moment is not None and (stop_id is None or stop_id in journey.stops):
            journey = edits.move_compass(journey, key, moment.at, stop_id)
    return journey
