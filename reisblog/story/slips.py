"""Notes as slips of paper: short ones two by two, long ones over the column and on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.marks import Slip, Text
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
    style: Style | None = None,
) -> None:
    """Set notes down in the column of words, in their order; those without words are left out.

    Args:
        telling: what is told.
        flow: where they go.
        measure: of the column.
        notes: these.
        style: of notes that are all the words there are: each is as wide as the column.
    """
    short: list[Note] = []
    for note in notes:
        if not note.text.strip():
            continue
        if style is None and len(note.text) <= _SHORT and note.text.count("\n") <= _SHORT_LINES:
            short.append(note)
            continue
        _put_short(telling, flow, measure, short)
        short = []
        _put_long(telling, flow, measure, note, style or styles.NOTES[note.letters])
    _put_short(telling, flow, measure, short)


def _put_short(telling: Telling, flow: Flow, measure: Measure, notes: Sequence[Note]) -> None:
    wide = measure.half - 2 * _PAD
    for index in range(0, len(notes), 2):
        pair = notes[index : index + 2]
        two = [telling.lines(note.text, styles.NOTES[note.letters], wide) for note in pair]
        heights = [
            len(lines) * styles.NOTES[note.letters].leading + 2 * _PAD - 3
            for note, lines in zip(pair, two, strict=True)
        ]
        flow.skip(styles.BASELINE)
        flow.need(min(max(heights), flow.layout.tall))
        for place, (note, lines, height) in enumerate(zip(pair, two, heights, strict=True)):
            x = measure.words_left + place * (measure.half + styles.GUTTER)
            style = styles.NOTES[note.letters]
            flow.put(
                Slip(Rect(x, flow.y, measure.half, height), tint=styles.SLIPS[note.tint]),
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


def _put_long(telling: Telling, flow: Flow, measure: Measure, note: Note, style: Style) -> None:
    left, wide = measure.words_left, measure.column
    rest = telling.lines(note.text, style, wide - 2 * _PAD)
    padding, tag = 2 * _PAD - 3, Tag(Role.PARAGRAPH, Tag(Role.NOTE))
    flow.skip(styles.BASELINE)
    while rest:
        fitting = int((flow.room - padding) / style.leading)
        if fitting < min(_FIRST_LINES, len(rest)) and not flow.fresh:
            flow.new_page()
            continue
        now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
        height = len(now) * style.leading + padding
        flow.put(
            Slip(Rect(left, flow.y, wide, height), tint=styles.SLIPS[note.tint]),
            Text(now, left + _PAD, flow.y + _PAD - 2, wide - 2 * _PAD, style, tag=tag),
        )
        flow.y += height + 3
        if rest:
            flow.new_page()
