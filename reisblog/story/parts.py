"""The parts of a book: how each begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.story import styles
from reisblog.story.marks import Text
from reisblog.story.tags import Role, Tag
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

STILL_ROOM = 95 / 261
"""A part begins on a page of which so much is still white."""

PART_HEAD = styles.PART_TITLE.leading + 4 + styles.BASELINE
"""How high a heading of one line is, with the white below it."""


def begin_part(
    telling: Telling,
    flow: Flow,
    name: str,
    title: str,
    *,
    below: str = "",
    least: float | None = None,
) -> Tag:
    """Open a part, and give it: on a new page, unless so much of the last one is still white."""
    part = Tag(Role.SECTION)
    layout = flow.layout
    least = STILL_ROOM * layout.tall if least is None else least
    flow.begin(title)
    if not flow.pages or flow.room < least:
        flow.new_page()
    lines = telling.lines(title, styles.PART_TITLE, layout.full)
    flow.put(
        Anchor(name, max(0.0, flow.y - 12), title, part),
        Text(lines, layout.left, flow.y, layout.full, styles.PART_TITLE),
    )
    flow.y += len(lines) * styles.PART_TITLE.leading + 4
    if below:
        lines = telling.lines(below, styles.PART_TEXT, layout.prose)
        flow.put(Text(lines, layout.left, flow.y, layout.prose, styles.PART_TEXT))
        flow.y += len(lines) * styles.PART_TEXT.leading
    flow.y += styles.BASELINE
    return part
