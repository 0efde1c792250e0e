"""Notes on the map's leaf: small slips with their first words, where nothing lies over those."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import overlap
from reisblog.story import styles
from reisblog.story.marks import Slip, Text
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.records import Note
    from reisblog.story.map_drawing import View
    from reisblog.story.marks import Mark
    from reisblog.story.styles import Style
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

BORDER = 5 * MM
"""The map's printed border."""
_LINES, _NARROWEST, _PAD = 4, 26 * MM, 3.6
_LETTERS = 400
_WIDER = (1.0, 1.3, 1.7)
"""Than a note is; tried one after the other until it finds room."""
_AWAY = (9, 18, 28, 40, 54, 70, 90)
_WAYS = 12
_NUDGES = [
    Point(0.0, 0.0),
    *(
        Point(away * math.sin(math.tau * way / _WAYS), away * math.cos(math.tau * way / _WAYS))
        for away in _AWAY
        for way in range(_WAYS)
    ),
]
"""The nearest first: below, beside and above where a note lies on the map itself."""
_FARTHER = 4.0
"""So many square points of a photo are covered rather than a slip moved a point farther."""
_TOUCHING = 1.0


@dataclass(frozen=True)
class _Slip:
    """A note on its paper.

    Attributes:
        whole: whether it shows all that the note says.
        covered: whether something lies over it, or it over something that is read.
    """

    note: Note
    rect: Rect
    lines: Sequence[Line]
    style: Style
    whole: bool
    covered: bool = False

    def marks(self) -> Iterator[Mark]:
        rect, tag = self.rect, Tag(Role.PARAGRAPH, Tag(Role.NOTE))
        yield Slip(rect, tint=styles.SLIPS[self.note.tint], shade=0.7)
        inner = rect.width - 2 * _PAD
        yield Text(self.lines, rect.x + _PAD, rect.y + 2.5, inner, self.style, tag=tag)


def wished_slips(telling: Telling, view: View) -> list[Rect]:
    """Where the slips would lie if nothing else were there."""
    return [
        within_border(view, next(_sayings(telling, view, note)).rect) for note in _said(telling)
    ]


def lay_notes(
    telling: Telling, view: View, read: Sequence[Rect], photos: Sequence[Rect]
) -> tuple[list[Mark], list[Note]]:
    """Each note as a small slip with its first words; all of it stands elsewhere in the book.

    Its type is as large as reading asks, so the slip may be larger than on the map itself. It is
    moved until nothing lies over its words; where there is no room near, it says less.

    Args:
        telling: what is told.
        view: the map.
        read: what lies over all slips: names and numbers.
        photos: what lies under them.

    Returns:
        The slips, those that others lie over first; and the notes that are not shown whole.
    """
    laid: list[_Slip] = []
    taken = list(read)
    for note in _said(telling):
        whole, *less = _sayings(telling, view, note)
        slip = _laid(view, whole, taken, photos)
        for saying in less:
            if not slip.covered:
                break
            shorter = _laid(view, saying, taken, photos)
            slip = slip if shorter.covered else shorter
        laid.append(slip)
        if not slip.covered:
            taken.append(slip.rect)
    laid.sort(key=lambda slip: not slip.covered)
    cut = {slip.note.id for slip in laid if slip.covered or not slip.whole}
    marks = [mark for slip in laid for mark in slip.marks()]
    return marks, [note for note in _said(telling) if note.id in cut]


def within_border(view: View, rect: Rect) -> Rect:
    """The same inside the map's printed border."""
    room = view.frame.grown(-BORDER)
    return Rect(
        max(room.x, min(rect.x, room.right - rect.width)),
        max(room.y, min(rect.y, room.bottom - rect.height)),
        rect.width,
        rect.height,
    )


def _said(telling: Telling) -> list[Note]:
    return [note for note in telling.journey.notes.values() if note.text.strip()]


def _sayings(telling: Telling, view: View, note: Note) -> Iterator[_Slip]:
    """A note with as many of its words as a slip has room for; lower ones; one line of them."""
    style, text = styles.MAP_NOTES[note.letters], note.text.strip()
    width = max(note.width * view.scale, _NARROWEST) - 2 * _PAD
    height = math.inf
    for wider in _WIDER:
        lines = telling.lines(text[:_LETTERS], style, wider * width)
        whole = len(lines) <= _LINES and len(text) <= _LETTERS
        if not whole:
            lines = [*lines[: _LINES - 1], telling.line("\u2026", style)]
        if len(lines) < height:
            height = len(lines)
            yield _saying(view, note, lines, whole=whole)
    if height > 1:
        begin = telling.line(text[:_LETTERS].splitlines()[0] + "\u2026", style, width)
        yield _saying(view, note, [begin], whole=False)


def _saying(view: View, note: Note, lines: Sequence[Line], *, whole: bool) -> _Slip:
    corner, style = view.on_paper(note.at), styles.MAP_NOTES[note.letters]
    wide = max(line.width * style.size for line in lines) + 2 * _PAD
    rect = Rect(corner.x, corner.y, wide, len(lines) * style.leading + 5)
    return _Slip(note, rect, lines, style, whole)


def _laid(view: View, slip: _Slip, read: Sequence[Rect], photos: Sequence[Rect]) -> _Slip:
    """The same where nothing that is read is covered, near where it lies on the map."""
    rect = slip.rect
    reach = within_border(view, rect).grown(_AWAY[-1])
    over = [other for other in read if other.intersects(reach)]
    under = [other for other in photos if other.intersects(reach)]

    best, least = rect, (math.inf, math.inf)
    for nudge in _NUDGES:
        moved = Rect(rect.x + nudge.x, rect.y + nudge.y, rect.width, rect.height)
        away = math.hypot(nudge.x, nudge.y)
        if least[0] == 0.0 and _FARTHER * away >= least[1]:
            break
        place = within_border(view, moved)
        clear, hidden = place.grown(-_TOUCHING), 0.0
        for other in over:
            hidden += overlap(clear, other)
            if hidden > least[0]:
                break
        else:
            cost = hidden, sum(overlap(place, other) for other in under) + _FARTHER * away
            if cost < least:
                best, least = place, cost
    return _Slip(slip.note, best, slip.lines, slip.style, slip.whole, covered=least[0] > 0.0)
