"""Pad: freehand drawing. What was drawn stays as drawn."""

from __future__ import annotations

from reisblog.model import edits
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.records import Pen, Trail
from reisblog.texts import _
from reisblog.tools.gesture import Edit, Gesture, Ink, Outcome, Pointer

_SLIP_PX = 3.0


def draw(pen: Pen, tint: str, trail_id: str) -> Gesture:
    """Draw one path; a mere tap draws a dot with the doodle pen and nothing with the others."""
    press = yield None
    fitter = InkFitter()
    farthest = 0.0
    pointer = press
    while True:
        sample = Sample(pointer.at.x, pointer.at.y, pointer.ms - press.ms, _pressure(pointer))
        fitter.add(sample)
        farthest = max(farthest, press.screen.distance(pointer.screen))
        if pointer.released:
            break
        pointer = yield Ink(pen, tint, sample)
    curve = fitter.finish()
    if curve is None or (farthest < _SLIP_PX and pen is not Pen.DOODLE):
        return Outcome()
    trail = Trail(
        id=trail_id,
        pen=pen,
        tint=tint,
        start=curve.start,
        start_width=curve.start_width,
        segments=curve.segments,
    )
    return Outcome(edit=Edit(_("Draw"), lambda journey: edits.add_trail(journey, trail)))


def _pressure(pointer: Pointer) -> float:
    return min(1.0, max(0.0, pointer.pressure))
