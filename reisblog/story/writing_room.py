"""The white beside the story as fields: who reads the book with the traveller can type there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.styles import MM
from reisblog.story.unseen import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.story.marks import Page
    from reisblog.story.telling import Telling

_LOWEST = 28 * MM
"""Less white than this is no room to write in."""
_AWAY = styles.BASELINE / 2


def add_writing_room(telling: Telling, page: Page, number: int) -> None:
    """Make fields of the white of a page's outer column, from the top, unless it has a field."""
    if not telling.layout.outer or any(isinstance(mark, Field) for mark in page.marks):
        return
    told = telling.gettext("For the conversation, page {number}").format(number=number)
    for index, white in enumerate(list(_white(telling, page)), start=1):
        name = f"page-{number}" if index == 1 else f"page-{number}-{index}"
        page.marks.append(Field(white, name, told))


def _white(telling: Telling, page: Page) -> Iterator[Rect]:
    """Where nothing stands in the outer column, as wide as that."""
    layout = telling.layout
    left = layout.left + layout.full - layout.outer
    column = Rect(left, layout.top, layout.outer, layout.tall)
    boxes = [box for mark in page.marks if (box := mark.box) is not None]
    taken = sorted(
        (box.y - _AWAY, box.bottom + _AWAY) for box in boxes if box.intersects(column.grown(-1.0))
    )
    reached = column.y
    for top, bottom in [*taken, (column.bottom, column.bottom)]:
        if top - reached >= _LOWEST:
            yield Rect(left, reached, layout.outer, top - reached)
        reached = max(reached, bottom)
