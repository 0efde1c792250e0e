"""Mist: a broad brush lays it, another wipes it away; a mere tap is a dab."""

from __future__ import annotations

from reisblog.model import edits
from reisblog.model.geometry import Rect
from reisblog.model.mist import Area, MistBrush, swept, united
from reisblog.texts import _
from reisblog.tools.gesture import Brushed, Edit, Gesture, Outcome


def brush_mist(brush: MistBrush, sheet: Rect) -> Gesture:
    """Go over the sheet with a brush, for one gesture."""
    pointer = yield None
    at = pointer.at
    whole: Area = ()
    while True:
        area = swept(at, pointer.at, sheet)
        whole = united(whole, area)
        if pointer.released:
            break
        at = pointer.at
        pointer = yield Brushed(brush, area)
    if brush is MistBrush.LAY:
        edit = Edit(_("Lay mist"), lambda journey: edits.paint_mist(journey, whole))
    else:
        edit = Edit(_("Wipe mist away"), lambda journey: edits.wipe_mist(journey, whole))
    return Outcome(edit=edit)
