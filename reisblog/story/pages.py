"""The flow of a book: things placed below one another, on as many pages as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.story.marks import Mark, Page, Text
from reisblog.story.styles import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, TOP, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.story.typesetting import Line

_TOGETHER = 2
"""So many lines of a text at least stand together at the foot and at the head of a page."""


class Flow:
    """Pages being filled from top to bottom.

    Attributes:
        pages: so far.
        y: where the next thing goes on the last page.
    """

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        self.y = BOTTOM
        self._reserved = TOP
        self._halte = ""

    @property
    def room(self) -> float:
        """What is left of the last page."""
        return BOTTOM - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the last page yet."""
        return self.y <= TOP

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(Page(PAGE_WIDTH, PAGE_HEIGHT))
        self.y = TOP
        self._reserved = TOP
        self._name_halte()

    def trial(self) -> Flow:
        """A flow of its own that goes on where this one is, to see how something would fall."""
        trial = Flow([])
        trial.new_page()
        if self.pages:
            trial.y, trial._reserved = self.y, self._reserved
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
            self.y = min(BOTTOM, self.y + height)

    def reserve(self, until: float) -> None:
        """What comes after this chapter begins no higher than here on this page."""
        self._reserved = max(self._reserved, until)

    @property
    def beside(self) -> float:
        """How far what stands in the outer column still reaches down."""
        return max(0.0, min(BOTTOM, self._reserved) - self.y)

    def clear(self) -> None:
        """Go below what stands in the outer column."""
        self.y = max(self.y, min(BOTTOM, self._reserved))

    def put(self, *marks: Mark) -> None:
        """Add marks to the page; they know where they stand."""
        self._name_halte()
        self.page.marks += marks

    def text(self, lines: Sequence[Line], style: Style, x: float, width: float) -> None:
        """Let a text run on, over pages if it must; never a single line of it alone."""
        rest = list(lines)
        while rest:
            fitting = int((self.room + 0.01) / style.leading)
            left = len(rest) - fitting
            if left > 0:
                if left < _TOGETHER:
                    fitting -= _TOGETHER - left
                if fitting < min(_TOGETHER, len(rest)) and not self.fresh:
                    self.new_page()
                    continue
            now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
            self.put(Text(now, x, self.y, width, style))
            self.y += len(now) * style.leading
            if rest:
                self.new_page()

    def _name_halte(self) -> None:
        if self._halte and self.pages and self._halte not in self.page.haltes:
            self.page.haltes.append(self._halte)
