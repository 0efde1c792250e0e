"""Tekst: a tap says where to write; a drag pans, as everywhere on bare map."""

from __future__ import annotations

from reisblog.tools.gesture import (
    MOUSE_SLACK_PX,
    TOUCH_SLACK_PX,
    Device,
    Gesture,
    Outcome,
)
from reisblog.tools.pan import panning


def write() -> Gesture:
    """The tool, for one gesture."""
    press = yield None
    pointer = yield None
    slack = TOUCH_SLACK_PX if press.device is Device.TOUCH else MOUSE_SLACK_PX
    while press.screen.distance(pointer.screen) < slack:
        if pointer.released:
            return Outcome(tapped=press.target or "")
        pointer = yield None
    return (yield from panning(press, pointer))
