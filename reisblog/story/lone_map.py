"""The map as all there is: one sheet, with what its numbers are called.

They stand below or beside it where it stays large enough; else on its back, with every text
that it shows the first words of alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.colophon import colophon_of_leaf
from reisblog.story.layout import Measure
from reisblog.story.map_key import KEY_BELOW, beside_map
from reisblog.story.map_leaf import map_frame, put_map
from reisblog.story.marks import Mark, Page, Slip, Text
from reisblog.story.pages import Flow
from reisblog.story.parts import begin_part
from reisblog.story.slips import put_notes
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag, item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.records import Note
    from reisblog.story.layout import Layout
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_STYLE = styles.KEY
_NUMBER_STYLE = replace(_STYLE, voice="reading-bold")
_NUMBER, _NARROWEST, _BETWEEN = 7 * MM, 46 * MM, 5 * MM
_LEAST = 0.8
"""Of its width: smaller than this the map is not made for the names of the haltes below it."""
_GAP = 5 * MM
_KEY_HIGHEST = 46 * MM
_TITLE_GAP, _TITLE_LINES, _ON_ITS_LINE = 2.5 * MM, 2, 0.75
_COLUMN, _COLUMN_GAP = 92 * MM, 9 * MM
"""Of notes on its back, at least."""
_HIGHER = 4 * MM
"""By so much the title stands in the margin above a map."""


class _Plan(NamedTuple):
    """Where the map stands, and its title; and what its numbers are called, if on the sheet."""

    frame: Rect
    title: list[Mark]
    names: list[Mark]


def lone_map(telling: Telling) -> list[Page]:
    """The sheet, and its back where something is left."""
    page = telling.layout.leaf()
    whole = map_frame(telling, page)
    aside = beside_map(page, whole)
    plan = _beside(telling, whole, aside) if aside else _below(telling, page)
    cut = put_map(telling, page, plan.frame, plan.title)
    page.marks += plan.names
    page.marks.append(colophon_of_leaf(telling, page, plan.frame.x))
    return [page, *_back(telling, cut, index=not plan.names)]


def _beside(telling: Telling, frame: Rect, aside: Rect) -> _Plan:
    """On a wide page: all of it at the right of the map, from its top."""
    title, height = _title(telling, aside.x, aside.y, aside.width)
    index, top = _Index(telling, aside.width), aside.y + height + 2 * _GAP
    fits = top + index.height < aside.bottom - _KEY_HIGHEST
    return _Plan(frame, title, list(index.marks(aside.x, top)) if fits else [])


def _below(telling: Telling, page: Page) -> _Plan:
    """The title above the map, and below its key what the numbers are called."""
    whole = map_frame(telling, page)
    _marks, head = _title(telling, 0.0, 0.0, _LEAST * whole.width)
    head += _TITLE_GAP - _HIGHER
    whole = map_frame(telling, page, head=head)
    least = _LEAST * whole.width
    colophon = colophon_of_leaf(telling, page, (page.width - least) / 2)
    below = _Index(telling, least).height + _GAP
    below += colophon.height - styles.COLOPHON.leading
    frame = map_frame(telling, page, head=head, below=below)
    fits = frame.width >= least
    if not fits:
        frame = whole
    title, height = _title(telling, frame.x, 0.0, frame.width)
    title, _height = _title(telling, frame.x, frame.y - _TITLE_GAP - height, frame.width)
    index, top = _Index(telling, frame.width), frame.bottom + KEY_BELOW + _GAP
    return _Plan(frame, title, list(index.marks(frame.x, top)) if fits else [])


def _title(telling: Telling, left: float, top: float, width: float) -> tuple[list[Mark], float]:
    """What the journey is called and whose it is, from there on; and how high that is."""
    style, small = styles.SHEET_TITLE, styles.SHEET_NAME
    lines, style = telling.within(telling.title, style, width, _TITLE_LINES * style.leading)
    title = Text(lines, left, top, width, style)
    whose = telling.names(telling.journey.traveller.strip(), small, width)
    if not whose:
        return [title], title.height
    reach = max(line.width for line in lines) * style.size
    if len(lines) == len(whose) == 1 and reach + _GAP + whose[0].width * small.size < width:
        y = top + (style.leading - small.leading) * _ON_ITS_LINE
        return [title, Text(whose, left, y, width, small, align=1.0)], title.height
    name = Text(whose, left, top + title.height, width, small)
    return [title, name], title.height + name.height


class _Entry(NamedTuple):
    number: Line
    name: list[Line]


class _Index:
    """The haltes' numbers with what they are called, in columns of about the same length.

    Attributes:
        height: in points.
    """

    def __init__(self, telling: Telling, width: float) -> None:
        self._most = max(1, int((width + _BETWEEN) / (_NARROWEST + _BETWEEN)))
        self._step = (width + _BETWEEN) / self._most
        self._room = self._step - _BETWEEN - _NUMBER
        self._entries = []
        for chapter in telling.outline.chapters:
            number = telling.numbers[chapter.stop.id]
            name = telling.names(telling.name(chapter, number), _STYLE, self._room)
            self._entries.append(_Entry(telling.line(number, _NUMBER_STYLE), name))
        lines = max((len(entry.name) for entry in self._entries), default=0)
        while len(self._columns(lines)) > self._most:
            lines += 1
        self._lines = lines
        self.height = lines * _STYLE.leading

    def marks(self, left: float, top: float) -> Iterator[Mark]:
        """All of it from there on, column after column."""
        return self._marks(self._columns(self._lines), left, top, Tag(Role.LIST))

    def put(self, flow: Flow) -> None:
        """All of it on the pages it needs, the whole width of each filled before the next."""
        haltes, left = Tag(Role.LIST), flow.layout.left
        columns = self._columns(self._lines)
        if self.height > flow.room:
            columns = self._columns(int(flow.room / _STYLE.leading))
        while columns:
            some, columns = columns[: self._most], columns[self._most :]
            flow.put(*self._marks(some, left, flow.y, haltes))
            flow.y += max(map(_lines_of, some)) * _STYLE.leading
            if columns:
                flow.new_page()

    def _marks(
        self, columns: Sequence[Sequence[_Entry]], left: float, top: float, haltes: Tag
    ) -> Iterator[Mark]:
        for index, column in enumerate(columns):
            x, y = left + index * self._step, top
            for number, name in column:
                halte = item(haltes)
                yield Text([number], x, y, _NUMBER, _NUMBER_STYLE, tag=halte)
                yield Text(name, x + _NUMBER, y, self._room, _STYLE, tag=halte)
                y += len(name) * _STYLE.leading

    def _columns(self, lines: int) -> list[list[_Entry]]:
        """As many columns of at most so many lines as it takes."""
        columns: list[list[_Entry]] = []
        used = lines
        for entry in self._entries:
            if used + len(entry.name) > lines or not columns:
                columns.append([])
                used = 0
            columns[-1].append(entry)
            used += len(entry.name)
        return columns


def _back(telling: Telling, notes: Sequence[Note], *, index: bool) -> list[Page]:
    """What the sheet has no room for; no page where it shows all.

    Args:
        telling: what is told.
        notes: of which it shows the first words alone.
        index: whether what the haltes are called stands here.
    """
    flow = Flow(telling.layout)
    gettext = telling.gettext
    if index and telling.outline.chapters:
        begin_part(telling, flow, "haltes", gettext("Stops"))
        _Index(telling, flow.layout.full).put(flow)
        flow.skip(styles.CHAPTER_GAP)
    if notes:
        begin_part(telling, flow, "notes", gettext("Texts on the map"))
        _put_in_columns(telling, flow, notes)
    return flow.pages


def _put_in_columns(telling: Telling, flow: Flow, notes: Sequence[Note]) -> None:
    """Notes in columns as wide as reading asks, from the left; those of a page before the next."""
    layout, top = flow.layout, flow.y
    across = max(1, int((layout.full + _COLUMN_GAP) / (_COLUMN + _COLUMN_GAP)))
    step = (layout.full + _COLUMN_GAP) / across
    narrow = replace(layout, column=step - _COLUMN_GAP)
    columns = _Columns(narrow, across, top)
    columns.new_page()
    put_notes(telling, columns, Measure(narrow), notes)
    for index, column in enumerate(columns.pages):
        if index and index % across == 0:
            flow.new_page()
        flow.put(*(_moved(mark, index % across * step) for mark in column.marks))
    flow.y = layout.bottom


class _Columns(Flow):
    """Columns, each as a page of its own; so many of them stand below a heading."""

    def __init__(self, layout: Layout, first: int, top: float) -> None:
        super().__init__(layout)
        self._first, self._top = first, top

    def new_page(self) -> None:
        """Go on at the top of the next column."""
        super().new_page()
        if len(self.pages) <= self._first:
            self.y = self._top


def _moved(mark: Mark, right: float) -> Mark:
    """The same, so much farther to the right."""
    if isinstance(mark, Text):
        return replace(mark, x=mark.x + right)
    if isinstance(mark, Slip):
        rect = mark.rect
        return replace(mark, rect=Rect(rect.x + right, rect.y, rect.width, rect.height))
    return mark


def _lines_of(column: Sequence[_Entry]) -> int:
    return sum(len(entry.name) for entry in column)
