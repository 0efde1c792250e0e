"""What stands in the white beside a chapter: who was along, compass, backpack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reisblog.model.book import Part
from reisblog.model.geometry import Point, Rect
from reisblog.story import styles
from reisblog.story.compass_margin import GAP, Moment
from reisblog.story.labels import MOST_LINES, pieces
from reisblog.story.marks import Mark, Text, beside
from reisblog.story.tags import LATER, Role, Tag, item
from reisblog.story.tokens import face
from reisblog.story.unseen import Jump, Within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.outline import Chapter
    from reisblog.model.records import Companion, CompassMoment
    from reisblog.story.labels import Label
    from reisblog.story.layout import Measure
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_FACE = 7.5
_WITHIN = 4.0
"""Between things of one kind."""


class Block(Protocol):
    """Something that stands in the column in one piece."""

    height: float
    after: float
    """The white below it."""

    def marks(self, x: float, y: float) -> list[Mark]:
        """What stands on the page when its upper left corner is here."""
        ...


def column(telling: Telling, chapter: Chapter, width: float, *, whole: bool = False) -> list[Block]:
    """All that stands beside a chapter, from the top, so wide.

    Args:
        telling: what is told.
        chapter: which.
        width: of the column.
        whole: whether all words of the things stand here; in a book without the backpack they do.
    """
    blocks: list[Block] = []
    people = Tag(Role.LIST)
    company = [person for person in chapter.company if person.name.strip()]
    blocks += [
        Along(telling, person, people, width, GAP if person is company[-1] else _WITHIN)
        for person in company
    ]
    blocks += moments(telling, chapter.compass, width)
    gettext = telling.gettext
    most = None if whole or not telling.tells(Part.BACKPACK) else MOST_LINES
    for said, things in (
        (gettext("Into the backpack"), chapter.things),
        (gettext("Laid down"), chapter.laid),
    ):
        tag = Tag(Role.LIST)
        shown = [thing for thing in things if thing.text.strip()]
        labels = [one for thing in shown for one in pieces(telling, thing, width, most=most)]
        for label in labels:
            first, last = label is labels[0], label is labels[-1]
            after = GAP if last else _WITHIN
            blocks.append(Thing(telling, label, tag, said if first else "", width, after))
    return blocks


def moments(telling: Telling, some: Sequence[CompassMoment], width: float) -> list[Block]:
    """Compass moments, each for the outer column, so wide."""
    return [Moment(telling, moment, width) for moment in some]


def put_below(flow: Flow, blocks: Sequence[Block], measure: Measure) -> None:
    """Blocks that found no room beside the chapter, side by side below it."""
    across = _across(flow, measure.full)
    if blocks:
        flow.clear()
    gap = styles.BASELINE
    for row in _rows(blocks, across):
        flow.skip(gap)
        if across == 1:  # as beside a chapter: what belongs together is close
            gap = row[0].after
        flow.need(max(block.height for block in row))
        _put_row(flow, row, measure.left, measure.photos)


def put_under(
    flow: Flow, blocks: Sequence[Block], x: float, width: float, bottom: float
) -> list[Block]:
    """The same below words or photos in a column of this page; gives what finds no room there."""
    rows = list(_rows(blocks, _across(flow, width)))
    while rows:
        whole = (
            block.whole(width) if isinstance(block, Moment) else block.height for block in rows[0]
        )
        if flow.y + styles.BASELINE + max(whole) > bottom:
            break
        flow.skip(styles.BASELINE)
        _put_row(flow, rows.pop(0), x, width)
    return [block for row in rows for block in row]


def _across(flow: Flow, width: float) -> int:
    """How many stand beside one another."""
    wide = flow.layout.beside
    return max(1, int((width + styles.GUTTER) / (wide + styles.GUTTER) + 0.01))


def _put_row(flow: Flow, row: Sequence[Block], x: float, width: float) -> None:
    """Some beside one another, of which one alone may run on so wide."""
    step = flow.layout.beside + styles.GUTTER
    for index, block in enumerate(row):
        flow.put(*block.marks(x + index * step, flow.y))
    flow.y += max(block.height for block in row)
    for block in row:
        if isinstance(block, Moment):
            block.run_on(flow, x, width)


def _rows(blocks: Sequence[Block], across: int) -> Iterator[list[Block]]:
    """So many beside one another; one whose words run on below it stands alone."""
    row: list[Block] = []
    for block in blocks:
        alone = isinstance(block, Moment) and block.runs_on
        if row and (alone or len(row) == across):
            yield row
            row = []
        row.append(block)
        if alone:
            yield row
            row = []
    if row:
        yield row


class Column:
    """Sets blocks below one another in the outer column of one page, as far as there is room.

    They are read after the words beside them, so they come onto the page by ``settle``.
    """

    def __init__(self, flow: Flow, y: float) -> None:
        self._page, self._layout, self.y = flow.page, flow.layout, y
        self._marks: list[Mark] = []

    def put(self, blocks: Sequence[Block]) -> list[Block]:
        """Set down what fits, in its order; what does not fit is given back."""
        left: list[Block] = []
        if not self._layout.outer:
            return list(blocks)
        for block in blocks:
            runs_on = isinstance(block, Moment) and block.runs_on
            if runs_on or left or self.y + block.height > self._layout.bottom:
                left.append(block)
                continue
            self._marks += block.marks(self._layout.beside_left, self.y)
            self.y += block.height + block.after
        return left

    def settle(self) -> None:
        """Put on the page what was set down."""
        if self._marks:
            beside = Tag(Role.GROUP, order=LATER)
            self._page.marks += [Within(beside), *self._marks, Within()]


class Along:
    """Somebody who was along: on a disc, with the name beside it, on as many lines as it takes."""

    def __init__(
        self, telling: Telling, person: Companion, people: Tag, width: float, after: float
    ) -> None:
        self._telling, self._person, self._people = telling, person, people
        self._beside = 2 * _FACE + 6
        self._measure = width - self._beside
        self._name = telling.names(person.name, styles.MARGIN, self._measure)
        self._words = len(self._name) * styles.MARGIN.leading
        self.height = max(2 * _FACE, self._words)
        self.after = after

    def marks(self, x: float, y: float) -> list[Mark]:
        """The disc and the name; both lead to the company."""
        style, centre = styles.MARGIN, Point(x + _FACE, y + _FACE)
        left, top = x + self._beside, max(y, centre.y - self._words / 2)
        link = Tag(Role.LINK, Tag(Role.PARAGRAPH, item(self._people)))
        return [
            face(self._telling, self._person, centre, _FACE),
            beside(self._name, left, top, style, link),
            Jump(Rect(x, y, self._beside + self._measure, self.height), "company", link),
        ]


class Thing:
    """Something that was picked up or laid down, on a small label; above the first what it was."""

    def __init__(
        self,
        telling: Telling,
        label: Label,
        things: Tag,
        said: str,
        width: float,
        after: float,
    ) -> None:
        self._width = width
        self._things = things
        self._said = telling.lines(said, styles.MARGIN_KICKER, self._width)
        self._above = len(self._said) * styles.MARGIN_KICKER.leading + 3 if self._said else 0.0
        self._label = label
        self.height = self._above + self._label.height
        self.after = after

    def marks(self, x: float, y: float) -> list[Mark]:
        """The label, which leads to the backpack."""
        marks: list[Mark] = []
        if self._said:
            caption = Tag(Role.CAPTION, self._things)
            style = styles.MARGIN_KICKER
            marks.append(Text(self._said, x, y, self._width, style, tag=caption))
        return marks + self._label.marks(x, y + self._above, self._things, "backpack")
