"""The backpack in the book: all that is carried and where it came from; what it began with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.model.records import BackpackKind
from reisblog.story import styles
from reisblog.story.drawing import Drawing
from reisblog.story.labels import Label
from reisblog.story.marks import Text
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reisblog.model.records import BackpackItem
    from reisblog.story.marks import Page
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_GAP = 9.0
_WIDEST = 92 * MM
_BAG = 72 * MM
_HIGHEST = 0.8
"""Of the height of a page, for one label: its part's heading stands above the first."""
DEPARTURE = "departure"
"""The name of the page with what was in the backpack from the beginning."""


def add_carried(telling: Telling, flow: Flow) -> None:
    """Everything carried, each thing on a label of its own, in rows from left to right."""
    items = [item for item in telling.journey.backpack.values() if item.text.strip()]
    layout = flow.layout
    left, right = layout.left, layout.left + layout.full
    x, y = left, flow.y
    row, carried = 0.0, Tag(Role.LIST)
    for label in _labels(telling, items):
        if x > left and x + label.width > right:
            x, y = left, y + row + _GAP
            row = 0.0
        if y + label.height > layout.bottom:
            flow.new_page()
            x, y = left, flow.y
        flow.put(*label.marks(x, y, carried))
        flow.y = y
        x += label.width + _GAP
        row = max(row, label.height)
    flow.y = min(layout.bottom, y + row)


def _labels(telling: Telling, items: Iterable[BackpackItem]) -> Iterator[Label]:
    """A label for each; more for one that would be too high."""
    tall, style = _HIGHEST * telling.layout.tall, styles.THING
    for item in items:
        below = list(_below(telling, item))
        label = Label(telling, item, _WIDEST, style=style, below=below, most=None)
        if label.height <= tall:
            yield label
            continue
        each = max(1, int((tall - (label.height - label.words)) / style.leading))
        lines = label.lines
        for begin in range(0, len(lines), each):
            some, last = lines[begin : begin + each], begin + each >= len(lines)
            yield Label(
                telling,
                item,
                _WIDEST,
                style=style,
                below=below if last else (),
                most=None,
                lines=some,
            )


def at_departure(telling: Telling) -> list[Page]:
    """What was in the backpack before the first halte, on the back of the map's leaf.

    Nothing where all was picked up on the way, and a second page only where one is too small.
    """
    items = [item for item in telling.outline.things if item.text.strip()]
    if not items:
        return []
    layout = telling.layout
    page = layout.lying()
    left, full = layout.left, page.width - layout.left - layout.right
    top, bottom = layout.top, page.height - layout.foot
    title = telling.gettext("In the backpack at departure")
    lines = telling.lines(title, styles.PART_TITLE, full)
    begin = top + len(lines) * styles.PART_TITLE.leading + styles.BASELINE
    bag = Rect(left, begin, _BAG, _BAG)
    page.marks = [
        Anchor(DEPARTURE, 0.0, title, Tag(Role.SECTION)),
        Text(lines, left, top, full, styles.PART_TITLE),
        Drawing("backpack", bag),
    ]
    beside, room = bag.right + 10 * MM, full - _BAG - 10 * MM
    placed = list(_fallen(telling, items, styles.THING, beside, room, begin + 9 * MM, below=True))
    if placed[-1][2] + placed[-1][0].height > bottom:
        small = styles.MARGIN_THING
        placed = list(_fallen(telling, items, small, beside, room, begin, below=False))
    pages, up, carried = [page], 0.0, Tag(Role.LIST)
    for label, x, y in placed:
        if y - up + label.height > bottom:
            pages.append(layout.lying())
            up = y - top
        pages[-1].marks += label.marks(x, y - up, carried)
    for leaf in pages:
        leaf.marks.append(_whose(telling, left, full, bottom + 7 * MM))
    return pages


def _whose(telling: Telling, left: float, full: float, y: float) -> Text:
    """Whose it is, small at the foot: the leaf may lie apart from the book."""
    said = " · ".join(part for part in (telling.title, telling.journey.traveller.strip()) if part)
    line = telling.line(said, styles.FOOT_TEXT, full)
    return Text([line], left, y, full, styles.FOOT_TEXT)


def _fallen(
    telling: Telling,
    items: list[BackpackItem],
    style: styles.Style,
    left: float,
    full: float,
    y: float,
    *,
    below: bool,
) -> Iterator[tuple[Label, float, float]]:
    """Labels in rows, each with its upper left corner."""
    x, row = left, 0.0
    for item in items:
        kind = kind_words(telling).get(item.kind) if item.kind and below else None
        label = Label(telling, item, _WIDEST, style=style, below=[(kind, "")] if kind else [])
        if x > left and x + label.width > left + full:
            x, y, row = left, y + row + _GAP, 0.0
        yield label, x, y
        x += label.width + _GAP
        row = max(row, label.height)


def _below(telling: Telling, item: BackpackItem) -> Iterator[tuple[str, str]]:
    """What kind of thing it is, where it came from and where it was laid down."""
    gettext = telling.gettext
    if item.kind and (kind := kind_words(telling).get(item.kind)):
        yield kind, ""
    stops = telling.journey.stops
    if item.stop is not None and item.stop in stops:
        said = gettext("from {stop}").format(stop=telling.said_of(item.stop))
        yield said, f"halte-{item.stop}"
    elif item.stop is None:
        yield gettext("at departure"), DEPARTURE
    if item.laid is not None and item.laid in stops:
        said = gettext("laid down at {stop}").format(stop=telling.said_of(item.laid))
        yield said, f"halte-{item.laid}"


def kind_words(telling: Telling) -> dict[BackpackKind, str]:
    """What the kinds of things are called."""
    gettext = telling.gettext
    return {
        BackpackKind.KNOWLEDGE: gettext("knowledge"),
        BackpackKind.TALENT: gettext("talent"),
        BackpackKind.EXPERIENCE: gettext("experience"),
        BackpackKind.INSIGHT: gettext("insight"),
        BackpackKind.WORLDVIEW: gettext("worldview"),
        BackpackKind.WISH: gettext("wish"),
        BackpackKind.INSTRUMENT: gettext("instrument"),
    }
