"""Pad: freehand drawing. What was drawn stays as drawn.

A stroke from the end of a path of the same pen and tint goes on with it. One from a chosen path
and back to it is a stretch of that path, drawn anew; from one that is not chosen it can become
that. Every other is a path of its own, also one from the middle of another: it begins where the
hand began.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from reisblog.model import edits
from reisblog.model.brush import WIDTHS
from reisblog.model.curves import (
    START,
    Measured,
    Spot,
    along,
    between,
    curve_of,
    drawn_anew,
    drawn_on,
    end_of,
    nearest,
)
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve, InkFitter, Sample
from reisblog.model.journey import Journey
from reisblog.model.records import Pen, Trail
from reisblog.texts import _
from reisblog.tools.gesture import Device, Edit, Gesture, Ink, Opposite, Outcome, Pointer

_SLIP_PX = 3.0
_END_PX, _END_TOUCH_PX = 10.0, 16.0
_ON_PX, _ON_TOUCH_PX = 9.0, 16.0
_TAIL = 1.5
"""Times the reach: how much of a path's end may be drawn over where it goes on."""
_LEAST_STRETCH_PX = 24.0
"""Who ends where they began has drawn something else than a stretch anew."""


class End(NamedTuple):
    """An end of a path that goes on under the pen."""

    trail: Trail
    from_start: bool

    @property
    def at(self) -> Point:
        """Where it is."""
        return self.trail.start if self.from_start else self.trail.segments[-1].end


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What the pen knows of the paths that lie there.

    Attributes:
        trails: those that are seen.
        chosen: the one that is chosen and may be changed, if just one is.
    """

    trails: tuple[Trail, ...] = ()
    chosen: Trail | None = None


def end_near(
    trails: Iterable[Trail], pen: Pen, tint: str, at: Point, *, reach: float
) -> End | None:
    """The nearest end that a stroke of this pen and tint would go on from, if there is one.

    Args:
        trails: those that are seen.
        pen: which of the four.
        tint: a key of ``look.TINTS``.
        at: where the pen is.
        reach: how far from it the end may be, in map units.
    """
    ends = [
        End(trail, from_start)
        for trail in trails
        if trail.pen is pen and trail.tint == tint and not trail.locked
        for from_start in (False, True)
    ]
    near = min(ends, key=lambda end: end.at.distance(at), default=None)
    return near if near is not None and near.at.distance(at) <= reach else None


def reach_of_ends(device: Device, scale: float) -> float:
    """From how near a stroke goes on with a path, in map units."""
    return (_END_TOUCH_PX if device is Device.TOUCH else _END_PX) / scale


def draw(pen: Pen, tint: str, trail_id: str, paper: Paper | None = None) -> Gesture:
    """Draw one path; a mere tap draws a dot with the doodle pen and nothing with the others.

    Args:
        pen: which of the four.
        tint: a key of ``look.TINTS``.
        trail_id: for a path of its own.
        paper: what lies there, which the stroke may go on with.
    """
    press = yield None
    paper = paper or Paper()
    reach = reach_of_ends(press.device, press.scale)
    end = end_near(paper.trails, pen, tint, press.at, reach=reach)
    breadth = end.trail.breadth if end is not None else 1.0
    fitter = InkFitter(press.scale)
    farthest = 0.0
    pointer = press
    while True:
        sample = Sample(pointer.at.x, pointer.at.y, pointer.ms - press.ms, _pressure(pointer))
        fitter.add(sample)
        farthest = max(farthest, press.screen.distance(pointer.screen))
        if pointer.released:
            break
        pointer = yield Ink(pen, tint, sample, fitter.width, breadth)
    curve = fitter.finish()
    if curve is None or (farthest < _SLIP_PX and pen is not Pen.DOODLE):
        return Outcome()
    own = along(Trail(id=trail_id, pen=pen, tint=tint, start=curve.start, segments=()), curve)
    if farthest >= _SLIP_PX and paper.chosen is not None:
        anew = _anew(paper.chosen, curve, press, pointer)
        if anew is not None:
            return _stretch(paper.chosen, anew, own)
    if farthest >= _SLIP_PX and end is not None:
        return Outcome(edit=Edit(_("Draw on"), _going_on(end, curve, own, reach)))
    if farthest >= _SLIP_PX and paper.chosen is None:
        for trail in paper.trails:
            like = trail.pen is pen and trail.tint == tint and not trail.locked
            if like and (anew := _anew(trail, curve, press, pointer)) is not None:
                return _beside(trail, anew, own)
    return Outcome(edit=Edit(_("Draw"), lambda journey: edits.add_trail(journey, own)))


def _going_on(end: End, by: Curve, own: Trail, reach: float) -> Callable[[Journey], Journey]:
    spot = _left_at(end, by.start, reach)
    longer = drawn_on(end.trail, spot, by, from_start=end.from_start)

    def go_on(journey: Journey) -> Journey:
        if end.trail.id not in journey.trails:
            return edits.add_trail(journey, own)
        return edits.reshape(journey, end.trail.id, longer)

    return go_on


def _left_at(end: End, at: Point, reach: float) -> Spot:
    """Up to which spot a path that goes on stays: no farther than where the hand began."""
    measured = Measured(end.trail)
    tail = min(_TAIL * reach, measured.length / 2)
    if end.from_start:
        part = between(end.trail, START, measured.spot(tail))
        return measured.spot(Measured(part).until(nearest(part, at).spot))
    begin = measured.length - tail
    part = between(end.trail, measured.spot(begin), end_of(end.trail))
    return measured.spot(begin + Measured(part).until(nearest(part, at).spot))


def _anew(trail: Trail, by: Curve, press: Pointer, release: Pointer) -> Curve | None:
    """A path with a stretch of it drawn anew, if a stroke begins and ends on it."""
    reach = (_ON_TOUCH_PX if press.device is Device.TOUCH else _ON_PX) / press.scale
    reach += WIDTHS[trail.pen] * trail.breadth / 2
    first, last = nearest(trail, by.start), nearest(trail, by.segments[-1].end)
    if max(first.away, last.away) > reach:
        return None
    measured = Measured(trail)
    stretch = abs(measured.until(first.spot) - measured.until(last.spot))
    if stretch * release.scale < _LEAST_STRETCH_PX:
        return None
    crumb = WIDTHS[trail.pen] * trail.breadth
    return drawn_anew(trail, first.spot, last.spot, by, crumb=crumb)


def _stretch(trail: Trail, anew: Curve, own: Trail) -> Outcome:
    """A path with a stretch drawn anew; what can be had instead is a path of its own."""
    before = curve_of(trail)

    def as_own(journey: Journey) -> Journey:
        now = journey.trails.get(trail.id)
        if now is not None and curve_of(now) == anew:
            journey = edits.reshape(journey, trail.id, before)
        return edits.add_trail(journey, own)

    return Outcome(
        edit=Edit(_("Draw a stretch anew"), lambda journey: edits.reshape(journey, trail.id, anew)),
        opposite=Opposite(
            _("That stretch runs like this now."),
            _("A path of its own after all"),
            Edit(_("A path of its own"), as_own),
        ),
    )


def _beside(trail: Trail, anew: Curve, own: Trail) -> Outcome:
    """A path of its own from another and back to it; that could be a stretch of it, drawn anew."""
    before = curve_of(trail)

    def as_stretch(journey: Journey) -> Journey:
        now = journey.trails.get(trail.id)
        if now is None or curve_of(now) != before:
            return journey
        return edits.reshape(edits.remove(journey, [own.id]), trail.id, anew)

    return Outcome(
        edit=Edit(_("Draw"), lambda journey: edits.add_trail(journey, own)),
        opposite=Opposite(
            _("That is a path beside it."),
            _("Let that stretch run like this"),
            Edit(_("Draw a stretch anew"), as_stretch),
        ),
    )


def _pressure(pointer: Pointer) -> float:
    return min(1.0, max(0.0, pointer.pressure))
