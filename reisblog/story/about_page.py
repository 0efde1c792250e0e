"""What the traveller tells of themselves, on the back of the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.story import styles
from reisblog.story.marks import Text
from reisblog.story.pages import Flow
from reisblog.story.tags import Role, Tag
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from reisblog.story.marks import Page
    from reisblog.story.telling import Telling

_DOWN = 0.24
"""Of the height of the page, above a few words."""
_LONG = 1_200


def about_pages(telling: Telling) -> list[Page]:
    """One page, or more for many words; none where nothing was written."""
    journey = telling.journey
    if not journey.about.strip():
        return []
    style = styles.LARGE_TEXT if len(journey.about) < _LONG else styles.TEXT
    layout = telling.layout
    left, column = layout.left, layout.prose
    flow = Flow(layout)
    flow.new_page()
    name = journey.traveller.strip()
    if len(journey.about) < _LONG:
        flow.y += _DOWN * layout.tall
    flow.put(Anchor("about", 0.0, name or telling.title, Tag(Role.SECTION)))
    if name:
        lines = telling.balanced(name, styles.PART_TITLE, column)
        flow.put(Text(lines, left, flow.y, column, styles.PART_TITLE))
        flow.y += len(lines) * styles.PART_TITLE.leading + styles.BASELINE
    flow.text(telling.lines(journey.about, style, column), style, left, column)
    return flow.pages
