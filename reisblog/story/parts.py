"""The parts of a book: how each begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.story import styles
from reisblog.story.marks import Anchor, Text
from reisblog.story.styles import COLUMN, FULL, LEFT, MM

if TYPE_CHECKING:
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

STILL_ROOM = 95 * MM
"""A part begins on a page that has so much white left."""


def begin_part(
    telling: Telling,
    flow: Flow,
    name: str,
    title: str,
    *,
    below: str = "",
    least: float = STILL_ROOM,
) -> None:
    """Open a part: on a new page, unless so much of the last one is still white."""
    flow.begin("")
    if not flow.pages or flow.room < least:
        flow.new_page()
    lines = telling.lines(title, styles.PART_TITLE, FULL)
    flow.put(
        Anchor(name, max(0.0, flow.y - 12), title),
        Text(lines, LEFT, flow.y, FULL, styles.PART_TITLE),
    )
    flow.y += len(lines) * styles.PART_TITLE.leading + 4
    if below:
        lines = telling.lines(below, styles.PART_TEXT, COLUMN)
        flow.put(Text(lines, LEFT, flow.y, COLUMN, styles.PART_TEXT))
        flow.y += len(lines) * styles.PART_TEXT.leading
    flow.y += styles.BASELINE
