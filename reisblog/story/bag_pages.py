"""The backpack in the book: all that is carried and where it came from; what it began with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.model.records import BackpackKind
from reisblog.story import styles
from reisblog.story.drawing import Drawing
from reisblog.story.labels import Label, pieces
from reisblog.story.marks import Text
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reisblog.model.records import BackpackItem
    from reisblog.story.marks import Page
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_GAP, _GAP_LOW = 9.0, 5.5
"""White between labels; between rows of them less where a page is low."""
_WIDEST = 92 * MM
_MANY_ROWS = 2
"""A page with more of them gives one to a last page that would have a single one."""
_BAG = 72 * MM
DEPARTURE = "departure"
"""The name of the page with what was in the backpack from the beginning."""


def add_carried(telling: Telling, flow: Flow) -> None:
    """Everything carried, each thing on a label of its own, in rows from left to right.

    On a last page more than one row stands, where there are enough.
    """
    items = [item for item in telling.journey.backpack.values() if item.text.strip()]
    layout, carried = flow.layout, Tag(Role.LIST)
    rows = list(_rows(list(_labels(telling, items, layout.full)), layout.full))
    heights = [max(label.height for label in row) for row in rows]
    gap = _GAP_LOW if layout.wide else _GAP
    begins = _page_begins(heights, gap, flow.room, layout.tall)
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        if index in begins:
            flow.new_page()
        elif index:
            flow.y += gap
        x = layout.left
        for label in row:
            flow.put(*label.marks(x, flow.y, carried))
            x += label.width + _GAP
        flow.y = min(layout.bottom, flow.y + height)


def _page_begins(heights: Sequence[float], gap: float, room: float, tall: float) -> list[int]:
    """The rows that begin a page."""
    begins: list[int] = []
    left = room
    for index, height in enumerate(heights):
        needed = height + (gap if index else 0.0)
        if needed > left + 0.01 and (index or left < tall):
            begins.append(index)
            needed, left = height, tall
        left -= needed
    last = begins[-1] if begins else 0
    before = begins[-2] if len(begins) > 1 else 0
    if last and last == len(heights) - 1 and last - before > _MANY_ROWS:
        begins[-1] -= 1
    return begins


def _rows(labels: Sequence[Label], full: float) -> Iterator[list[Label]]:
    """So many beside one another as there is room for."""
    row: list[Label] = []
    for label in labels:
        if row and sum(one.width + _GAP for one in row) + label.width > full:
            yield row
            row = []
        row.append(label)
    if row:
        yield row


def _labels(telling: Telling, items: Iterable[BackpackItem], full: float) -> Iterator[Label]:
    """A label for each, two of which find room side by side; more for one that is too high."""
    widest = min(_WIDEST, (full - _GAP) / 2)
    for item in items:
        below = list(_below(telling, item))
        yield from pieces(telling, item, widest, style=styles.THING, below=below)


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
