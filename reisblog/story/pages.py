"""The flow of a book: things placed below one another, on as many pages as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reisblog.story.marks import Mark, Page, Text
from reisblog.story.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.story.layout import Lanes, Layout
    from reisblog.story.styles import Style
    from reisblog.story.typesetting import Line

_TOGETHER = 2
"""So many lines of a text at least stand together at the foot and at the head of a page."""


class Spot(NamedTuple):
    """A height on one of the pages."""

    page: int
    y: float


class Flow:
    """Pages being filled from top to bottom, and on a wide page column after column.

    Attributes:
        layout: of every page.
        pages: so far.
        y: where the next thing goes.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.pages: list[Page] = []
        self.y = layout.bottom
        self._at = -1
        self._reserved: dict[int, float] = {}
        self._halte = ""

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.layout.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y <= self.layout.top

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[self._at]

    @property
    def here(self) -> Spot:
        """Where the next thing goes: the number of a page, from 0, and a height."""
        return Spot(self._at, self.y)

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._at += 1
        if self._at == len(self.pages):
            self.pages.append(self.layout.page())
        self.y = self.layout.top
        self._name_halte()

    def back_to(self, spot: Spot) -> None:
        """Go on in another column that begins there."""
        self._at, self.y = spot

    def below(self, *columns: Spot) -> None:
        """Go on below the columns that end there, and below this one."""
        self._at, self.y = max(self.here, *columns)

    def trial(self) -> Flow:
        """A flow of its own that goes on where this one is, to see how something would fall."""
        trial = Flow(self.layout)
        trial.new_page()
        if self.pages:
            trial.y = self.y
            trial.reserve(self._taken)
        return trial

    def begin(self, halte: str) -> None:
        """From here on the foot names this halte, too."""
        self._halte = halte

    def need(self, height: float) -> None:
        """See to it that so much fits below one another, on a new page if it must be."""
        if height > self.room + 0.01 and not self.fresh:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leave white, but not at the top of a page."""
        if not self.fresh:
            self.y = min(self.layout.bottom, self.y + height)

    def reserve(self, until: float) -> None:
        """What comes after this chapter begins no higher than here on this page."""
        self._reserved[self._at] = max(self._taken, until)

    @property
    def beside(self) -> float:
        """How far what stands in the outer column still reaches down."""
        return max(0.0, self._taken - self.y)

    def clear(self) -> None:
        """Go below what stands in the outer column."""
        self.y = max(self.y, self._taken)

    def put(self, *marks: Mark) -> None:
        """Add marks to the page; they know where they stand."""
        self._name_halte()
        self.page.marks += marks

    def text(
        self,
        lines: Sequence[Line],
        style: Style,
        x: float,
        width: float,
        lanes: Lanes | None = None,
    ) -> None:
        """Let a text run on, over columns and pages if it must; never a single line of it alone.

        Args:
            lines: the text.
            style: in which it is set.
            x: where its column begins.
            width: of its column.
            lanes: where columns of that width begin, if there may be more than one on a page.
        """
        rest, tag = list(lines), Tag(style.role)
        while rest:
            lefts = lanes.on(self._at) if lanes else (x,)
            each = lines_each(len(rest), int((self.room + 0.01) / style.leading), len(lefts))
            top = foot = self.y
            for left in lefts:
                while len(lefts) > 1 and rest and not rest[0].runs:
                    del rest[0]  # columns begin at one height
                fitting = together(len(rest), each)
                if not rest or (fitting < min(_TOGETHER, len(rest)) and not self.fresh):
                    break
                now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
                self.put(Text(now, left, top, width, style, tag=tag))
                foot = max(foot, top + len(now) * style.leading)
            self.y = foot
            if rest:
                self.new_page()

    @property
    def _taken(self) -> float:
        """How far down what stands in the outer column of this page reaches."""
        return min(self.layout.bottom, self._reserved.get(self._at, 0.0))

    def _name_halte(self) -> None:
        if self._halte and self.pages and self._halte not in self.page.haltes:
            self.page.haltes.append(self._halte)


def lines_each(count: int, room: int, columns: int) -> int:
    """How many lines of a text each column takes, where there is room for so many in one.

    The last ones share what is left evenly.
    """
    if columns == 1 or count > columns * room:
        return room
    return count if count < 2 * _TOGETHER <= room else -(-count // columns)


def together(count: int, room: int) -> int:
    """How many of so many lines stand where there is room for this many, so that none is alone."""
    left = count - room
    return room - (_TOGETHER - left) if 0 < left < _TOGETHER else room
