"""What stands in the white beside a chapter: who was along, compass, backpack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reisblog.model.geometry import Point, Rect
from reisblog.story import styles
from reisblog.story.compass_margin import Moment
from reisblog.story.labels import Label
from reisblog.story.marks import Mark, Text, beside
from reisblog.story.tags import LATER, Role, Tag, item
from reisblog.story.tokens import face
from reisblog.story.unseen import Jump, Within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.outline import Chapter
    from reisblog.model.records import BackpackItem, Companion, CompassMoment
    from reisblog.story.layout import Measure
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_GAP = 12.0
_FACE = 7.5
_LABEL_GAP = 4.0


class Block(Protocol):
    """Something that stands in the column in one piece."""

    height: float

    def marks(self, x: float, y: float) -> list[Mark]:
        """What stands on the page when its upper left corner is here."""
        ...


def column(telling: Telling, chapter: Chapter) -> list[Block]:
    """All that stands beside a chapter, from the top."""
    blocks: list[Block] = []
    if company := [person for person in chapter.company if person.name.strip()]:
        blocks.append(Along(telling, company))
    blocks += moments(telling, chapter.compass)
    gettext = telling.gettext
    for said, things in (
        (gettext("Into the backpack"), chapter.things),
        (gettext("Laid down"), chapter.laid),
    ):
        if shown := [item for item in things if item.text.strip()]:
            blocks.append(Things(telling, said, shown))
    return blocks


def moments(telling: Telling, some: Sequence[CompassMoment]) -> list[Block]:
    """Compass moments, each for the outer column."""
    return [Moment(telling, moment, telling.layout.beside) for moment in some]


def put_below(flow: Flow, blocks: Sequence[Block], measure: Measure) -> None:
    """Blocks that found no room beside the chapter, side by side below it."""
    x, wide = measure.left, flow.layout.beside
    across = max(1, int((measure.full + styles.GUTTER) / (wide + styles.GUTTER)))
    if blocks:
        flow.clear()
    for row in _rows(blocks, across):
        flow.skip(styles.BASELINE)
        flow.need(max(block.height for block in row))
        for index, block in enumerate(row):
            flow.put(*block.marks(x + index * (wide + styles.GUTTER), flow.y))
        flow.y += max(block.height for block in row)
        for block in row:
            if isinstance(block, Moment):
                block.run_on(flow, x, measure.photos)


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
            self.y += block.height + _GAP
        return left

    def settle(self) -> None:
        """Put on the page what was set down."""
        if self._marks:
            beside = Tag(Role.GROUP, order=LATER)
            self._page.marks += [Within(beside), *self._marks, Within()]


class Along:
    """Who was along: each on a disc, with the name beside it."""

    def __init__(self, telling: Telling, people: Sequence[Companion]) -> None:
        self._telling, self._people = telling, people
        self._step = 2 * _FACE + 4.0
        self.height = len(people) * self._step - 4.0

    def marks(self, x: float, y: float) -> list[Mark]:
        """Discs and names below one another; each leads to the company."""
        marks: list[Mark] = []
        people = Tag(Role.LIST)
        style = styles.MARGIN
        for person in self._people:
            centre = Point(x + _FACE, y + _FACE)
            measure = self._telling.layout.beside - 2 * _FACE - 6
            name = self._telling.line(person.name, style, measure)
            left = x + 2 * _FACE + 6
            link = Tag(Role.LINK, Tag(Role.PARAGRAPH, item(people)))
            marks += [
                face(self._telling, person, centre, _FACE),
                beside([name], left, centre.y - style.leading / 2, style, link),
                Jump(Rect(x, y, measure + 2 * _FACE + 6, 2 * _FACE), "company", link),
            ]
            y += self._step
        return marks


class Things:
    """What was picked up or laid down here, each on a small label."""

    def __init__(self, telling: Telling, said: str, items: Sequence[BackpackItem]) -> None:
        self._width = telling.layout.beside
        self._said = telling.lines(said, styles.MARGIN_KICKER, self._width)
        self._labels = [Label(telling, item, self._width) for item in items]
        self.height = (
            len(self._said) * styles.MARGIN_KICKER.leading
            + 3
            + sum(label.height + _LABEL_GAP for label in self._labels)
            - _LABEL_GAP
        )

    def marks(self, x: float, y: float) -> list[Mark]:
        """A line that says what became of them, and the labels; they lead to the backpack."""
        things, style = Tag(Role.LIST), styles.MARGIN_KICKER
        caption = Tag(Role.CAPTION, things)
        marks: list[Mark] = [Text(self._said, x, y, self._width, style, tag=caption)]
        y += len(self._said) * styles.MARGIN_KICKER.leading + 3
        for label in self._labels:
            marks += label.marks(x, y, things, "backpack")
            y += label.height + _LABEL_GAP
        return marks
