"""Notes as slips of paper: short ones two by two, long ones over the column and on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.layout import Lanes
from reisblog.story.marks import Slip, Text
from reisblog.story.pages import lines_each
from reisblog.story.tags import Role, Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.records import Note
    from reisblog.story.layout import Measure
    from reisblog.story.pages import Flow
    from reisblog.story.styles import Style
    from reisblog.story.telling import Telling

_PAD = 10.0
_SHORT, _SHORT_LINES = 230, 8
_FIRST_LINES = 3


def put_notes(
    telling: Telling,
    flow: Flow,
    measure: Measure,
    notes: Sequence[Note],
    lanes: Lanes | None = None,
    style: Style | None = None,
) -> None:
    """Set notes down in the column of words, in their order; those without words are left out.

    Args:
        telling: the book.
        flow: the pages.
        measure: of the column of words.
        notes: all of them.
        lanes: where such columns begin, if there may be more than one on a page.
        style: of notes that are all the words there are: each is as wide as the column.
    """
    lanes = lanes or Lanes(measure)
    short: list[Note] = []
    for note in notes:
        if not note.text.strip():
            continue
        if style is None and len(note.text) <= _SHORT and note.text.count("\n") <= _SHORT_LINES:
            short.append(note)
            continue
        _put_short(telling, flow, lanes, short)
        short = []
        _put_long(telling, flow, lanes, note, style or styles.NOTES[note.letters])
    _put_short(telling, flow, lanes, short)


def _put_short(telling: Telling, flow: Flow, lanes: Lanes, notes: Sequence[Note]) -> None:
    half = lanes.measure.half
    wide, rest = half - 2 * _PAD, list(notes)
    while rest:
        lefts = [left + place for left in lanes.on(flow.here.page) for place in _places(half)]
        row = rest[: len(lefts)]
        some = [telling.lines(note.text, styles.NOTES[note.letters], wide) for note in row]
        heights = [
            len(lines) * styles.NOTES[note.letters].leading + 2 * _PAD - 3
            for note, lines in zip(row, some, strict=True)
        ]
        flow.skip(styles.BASELINE)
        page = flow.page
        flow.need(min(max(heights), flow.layout.tall))
        if flow.page is not page:
            continue
        for x, note, lines, height in zip(lefts, row, some, heights, strict=False):
            style = styles.NOTES[note.letters]
            flow.put(
                Slip(Rect(x, flow.y, half, height), tint=styles.SLIPS[note.tint]),
                Text(
                    lines,
                    x + _PAD,
                    flow.y + _PAD - 2,
                    wide,
                    style,
                    tag=Tag(Role.PARAGRAPH, Tag(Role.NOTE)),
                ),
            )
        flow.y += max(heights) + 3
        del rest[: len(row)]


def _places(half: float) -> tuple[float, float]:
    """Where two slips begin in a column."""
    return 0.0, half + styles.GUTTER


def _put_long(telling: Telling, flow: Flow, lanes: Lanes, note: Note, style: Style) -> None:
    wide = lanes.measure.column
    rest = telling.lines(note.text, style, wide - 2 * _PAD)
    padding, tag = 2 * _PAD - 3, Tag(Role.PARAGRAPH, Tag(Role.NOTE))
    flow.skip(styles.BASELINE)
    while rest:
        fitting = int((flow.room - padding) / style.leading)
        if fitting < min(_FIRST_LINES, len(rest)) and not flow.fresh:
            flow.new_page()
            continue
        lefts, foot = lanes.on(flow.here.page), flow.y
        each = max(1, lines_each(len(rest), fitting, len(lefts)))
        for left in lefts:
            now, rest = rest[:each], rest[each:]
            if not now:
                break
            height = len(now) * style.leading + padding
            flow.put(
                Slip(Rect(left, flow.y, wide, height), tint=styles.SLIPS[note.tint]),
                Text(now, left + _PAD, flow.y + _PAD - 2, wide - 2 * _PAD, style, tag=tag),
            )
            foot = max(foot, flow.y + height + 3)
        flow.y = foot
        if rest:
            flow.new_page()
