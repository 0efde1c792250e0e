"""What the traveller tells of themselves, on the back of the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.layout import main
from reisblog.story.map_drawing import View, surroundings
from reisblog.story.marks import MapCrop, Text
from reisblog.story.pages import Flow
from reisblog.story.tags import Role, Tag
from reisblog.story.told import map_told
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from reisblog.model.records import Stop
    from reisblog.story.marks import Page
    from reisblog.story.telling import Telling

_LONG = 1_200
_DRAWN, _DRAWN_LEAST = 150 / 261, 60 / 261
"""Of the height of the page, for the drawing over a few words, as those leave it."""
_DRAWN_UNITS, _BELOW = 620.0, 16.0
_DOWN = 0.24
"""Of the height of the page, above a few words where nothing is drawn."""


def about_pages(telling: Telling) -> list[Page]:
    """One page, or more for many words; none where nothing was written.

    Above a few words, or before them on a wide page, is drawn where the journey begins.
    """
    journey, layout = telling.journey, telling.layout
    if not journey.about.strip():
        return []
    few = len(journey.about) < _LONG
    style = styles.LARGE_TEXT if few else styles.TEXT
    left, column = layout.left, layout.prose
    flow = Flow(layout)
    flow.new_page()
    name = journey.traveller.strip()
    flow.put(Anchor("about", 0.0, name or telling.title, Tag(Role.SECTION)))
    first = next(iter(telling.numbers), None) if few else None
    beside = first is not None and layout.wide
    if beside:
        left = main(layout).words_left
        column = layout.left + layout.full - left
    lines = telling.balanced(name, styles.PART_TITLE, column) if name else []
    words = telling.lines(journey.about, style, column)
    head = len(lines) * styles.PART_TITLE.leading + styles.BASELINE if lines else 0.0
    spare = layout.tall - head - len(words) * style.leading - _BELOW
    drawn = None
    if first is not None and (beside or spare >= _DRAWN_LEAST * layout.tall):
        high = layout.tall if beside else min(_DRAWN * layout.tall, spare)
        drawn = _begin(telling, journey.stops[first], high)
    if drawn is not None and not beside:
        flow.y = drawn.box.bottom + _BELOW
    elif few and not beside and spare > _DOWN * layout.tall:
        flow.y += _DOWN * layout.tall
    if lines:
        flow.put(Text(lines, left, flow.y, column, styles.PART_TITLE))
        flow.y += head
    flow.text(words, style, left, column)
    if drawn is not None:
        flow.pages[0].marks.append(drawn)
    return flow.pages


def _begin(telling: Telling, stop: Stop, high: float) -> MapCrop:
    """The ground on which the first halte is, with the paths on it."""
    layout = telling.layout
    frame = Rect(layout.left, layout.top, layout.photos or layout.full, high)
    shape = frame.width / frame.height
    region = surroundings(telling.atlas, stop, shape=shape, least=_DRAWN_UNITS)
    journey = telling.journey
    return MapCrop(
        View(frame, region),
        tuple(journey.trails.values()),
        mist=journey.mist,
        tag=map_told(telling, whole=False),
    )
