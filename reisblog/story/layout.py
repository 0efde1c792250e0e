"""How a page is divided: margins, columns and how large it is printed, for every paper.

All lengths are in points, of the page as it is laid out; it is printed ``scale`` times as large.
So the type of a small page is a little smaller, and that of a screen larger, by one number.

Left and right pages are alike: on both the words stand at the left, and the white column to write
in at the right. Mirrored, the words would jump by 6 cm at every page on a screen, where most read,
and each field to type in with them. Printed on both sides nothing is lost by it: that column keeps
about as far from the fold as the words do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from reisblog.model.book import Paper
from reisblog.story.marks import Page
from reisblog.story.styles import GUTTER, MM

_BESIDE_PHOTOS, _BETWEEN_HALVES = 7 * MM, 8 * MM
_ASIDE = 9 * MM
_NARROWER, _NARROWEST_BESIDE, _WIDEST_BESIDE = 2 * MM, 36 * MM, 48 * MM
FOOT_BELOW = 7 * MM
"""The page's foot, below its columns."""
_ROW, _FULL_OF_A_ROW = 52 * MM, 172 * MM


@dataclass(frozen=True)
class Layout:
    """The measures of a paper.

    Attributes:
        width: of the page.
        height: of the page.
        left: margin.
        right: margin.
        top: margin.
        foot: margin; page number and haltes stand in it.
        column: how wide words are set.
        outer: how wide the white beside them is; nothing where there is none.
        photos: how wide the column for photos is that a wide page has before its words.
        scale: how much larger a page is printed.
        leaf_scale: how much larger the leaf with the map is printed.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    foot: float
    column: float
    outer: float
    photos: float = 0.0
    scale: float = 1.0
    leaf_scale: float = 1.0

    @property
    def wide(self) -> bool:
        """Whether photos stand in a column of their own, before the words."""
        return self.photos > 0

    @property
    def full(self) -> float:
        """How wide all columns are."""
        return self.width - self.left - self.right

    @property
    def bottom(self) -> float:
        """Where the columns end."""
        return self.height - self.foot

    @property
    def tall(self) -> float:
        """How high the columns are."""
        return self.bottom - self.top

    @property
    def prose(self) -> float:
        """How wide words are set that begin at the left of the page."""
        return self.photos or self.column

    @property
    def beside(self) -> float:
        """How wide things are that stand in the outer column, at its right, or below the words.

        Without an outer column they stand two by two below them, where those are wide enough.
        """
        if self.outer:
            return min(_WIDEST_BESIDE, self.outer - _NARROWER)
        two = (self.column - GUTTER) / 2
        return two if two > _NARROWEST_BESIDE else min(_WIDEST_BESIDE, self.column)

    @property
    def beside_left(self) -> float:
        """Where those things begin."""
        return self.left + self.full - self.beside

    @property
    def row(self) -> float:
        """How high a row of photos is at best."""
        return _ROW * min(1.0, self.full / _FULL_OF_A_ROW)

    def halves(self) -> tuple[Layout, Layout]:
        """The same page for two chapters side by side, without white beside them."""
        half = (self.full - _BETWEEN_HALVES) / 2
        left = replace(
            self, right=self.right + self.full - half, column=half, outer=0.0, photos=0.0
        )
        return left, replace(left, left=self.left + self.full - half, right=self.right)

    def page(self, *, foot: bool = True) -> Page:
        """A new page."""
        return Page(self.width, self.height, foot=foot, scale=self.scale)

    def lying(self) -> Page:
        """A new page without a foot that is wider than high."""
        across, down = max(self.width, self.height), min(self.width, self.height)
        return Page(across, down, foot=False, scale=self.scale)

    def leaf(self) -> Page:
        """A new page for the map: wider than high, and printed at a scale of its own."""
        larger = self.scale / self.leaf_scale
        page = self.lying()
        return Page(page.width * larger, page.height * larger, foot=False, scale=self.leaf_scale)


@dataclass(frozen=True)
class Measure:
    """Where a chapter stands; its right edges are those of all others.

    Attributes:
        layout: of its page.
        aside: by how much it is moved in from the book's left edge.
        apart: whether its photos stand in a column of their own.
    """

    layout: Layout
    aside: float = 0.0
    apart: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.layout.left + self.aside

    @property
    def full(self) -> float:
        """How wide it is with the outer column."""
        return self.layout.full - self.aside

    @property
    def photos(self) -> float:
        """How wide the column for photos is, from its left: that of the words, or its own."""
        return self.layout.prose - self.aside

    @property
    def words_left(self) -> float:
        """Where its words begin."""
        return self.left + self.photos + _BESIDE_PHOTOS if self.apart else self.left

    @property
    def column(self) -> float:
        """How wide its words are set."""
        return self.layout.column if self.apart else self.photos

    @property
    def side_by_side(self) -> tuple[float, float]:
        """Where columns of words begin on a page that they have to themselves."""
        return self.left, self.left + self.column + _BESIDE_PHOTOS

    @property
    def half(self) -> float:
        """Of two slips side by side in the column of words."""
        return (self.column - GUTTER) / 2


@dataclass(frozen=True)
class Lanes:
    """Where columns of words begin, page by page: one beside photos, two where none stand.

    Attributes:
        measure: of the chapter.
        taken: the number of the last page on which something stands before the words.
    """

    measure: Measure
    taken: float = math.inf

    def on(self, page: int) -> tuple[float, ...]:
        """The left edges of the columns on the page of this number."""
        alone = self.measure.apart and page > self.taken
        return self.measure.side_by_side if alone else (self.measure.words_left,)

    def seen_from(self, page: int) -> Lanes:
        """The same where pages are counted from this one, as in a trial."""
        return replace(self, taken=self.taken - page)


def _in_mm(width: float, height: float, scale: float = 1.0, **measures: float) -> Layout:
    """The layout of a page of this size as printed; the measures as laid out; all in mm."""
    leaf_scale = measures.pop("leaf_scale", scale)
    laid_out = {name: length * MM for name, length in measures.items()}
    return Layout(
        width * MM / scale, height * MM / scale, scale=scale, leaf_scale=leaf_scale, **laid_out
    )


_A4 = _in_mm(210, 297, left=20, right=18, top=16, foot=20, column=113, outer=55)
_LAYOUTS = {
    Paper.A4: _A4,
    Paper.A3: replace(_A4, scale=2**0.5, leaf_scale=2**0.5),
    Paper.A2: replace(_A4, scale=2.0, leaf_scale=2.0),
    Paper.A4_LANDSCAPE: _in_mm(
        297, 210, left=20, right=18, top=15, foot=20, photos=118, column=82, outer=48
    ),
    Paper.A5: _in_mm(
        148, 210, 0.9, left=15, right=14, top=13, foot=17, column=91, outer=40, leaf_scale=0.8
    ),
    Paper.SCREEN: _in_mm(
        338.667, 190.5, 1.25, left=15, right=16, top=12, foot=15, photos=112, column=76, outer=41,
        leaf_scale=0.95,
    ),
}  # fmt: skip
_LONE_SHEETS = {Paper.A3: 1.2, Paper.A2: 1.35}
"""How much larger a single large sheet is printed: the rest of its size is room for more."""


def layout_of(paper: Paper) -> Layout:
    """The measures of a paper."""
    return _LAYOUTS[paper]


def lone_sheet(paper: Paper) -> Layout:
    """The measures where the map is all there is: every page lies, and is one column wide."""
    layout = _LAYOUTS[paper]
    scale = _LONE_SHEETS.get(paper, layout.scale)
    page, larger = layout.lying(), layout.scale / scale
    width = page.width * larger
    return replace(
        layout,
        width=width,
        height=page.height * larger,
        column=width - layout.left - layout.right,
        outer=0.0,
        photos=0.0,
        scale=scale,
        leaf_scale=_LONE_SHEETS.get(paper, layout.leaf_scale),
    )


def main(layout: Layout) -> Measure:
    """Of a chapter on the first track."""
    return Measure(layout, apart=layout.wide)


def second(layout: Layout) -> Measure:
    """Of a chapter on the second track."""
    return Measure(layout, _ASIDE, apart=layout.wide)
