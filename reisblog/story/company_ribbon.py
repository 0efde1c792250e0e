"""Beside the chapters, at the page's edges: who walks along, and what is a second track."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.company import stretches
from reisblog.model.geometry import Point
from reisblog.story.layout import second
from reisblog.story.strokes import Stroke
from reisblog.story.styles import MM
from reisblog.story.tokens import face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.story.layout import Layout
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_FIRST_LANE, _LANE = 10.0, 10.8
_EDGE = 6 * MM
"""What no printer of a school reaches; so many lanes as there is room for before it.

The names of all stand beside the chapter.
"""
_FACE = 4.9
_APART, _DOT, _EVERY = 1.35, 1.25, 3.2
_SHORTEST = 12.0
_TRACK_LINE = 1.3
_FORK = 16.0


@dataclass(frozen=True)
class Span:
    """Where a chapter stands: from a height on one page to a height on the same or a later one."""

    stop: str
    beside: bool
    first_page: int
    top: float
    last_page: int
    bottom: float


@dataclass(frozen=True)
class _Piece:
    """A part of one page, from top to bottom."""

    page: int
    top: float
    bottom: float
    begins: bool


def add_ribbons(telling: Telling, flow: Flow, spans: Sequence[Span]) -> None:
    """Draw a ribbon for everybody, as far as they walk along, with them at its head.

    Like on the map it is two rows of dots and never one line: that is the traveller's own.
    """
    layout = flow.layout
    edge = layout.left + layout.full
    free = [-1] * max(1, int((layout.right - _FIRST_LANE - _EDGE / layout.scale) / _LANE) + 1)
    for begin, end, person_id in sorted(_walks(telling, spans)):
        lane = next((lane for lane, until in enumerate(free) if until < begin), None)
        if lane is None:
            continue
        free[lane] = end
        x, person = edge + _FIRST_LANE + lane * _LANE, telling.journey.companions[person_id]
        for piece in _pieces(spans[begin : end + 1], layout):
            if piece.bottom - piece.top < _SHORTEST:
                continue
            top = piece.top + 2 * _FACE + 3
            marks = flow.pages[piece.page].marks
            marks += [
                Stroke([Point(x + side, top), Point(x + side, piece.bottom)],
                       look.MAP_LINE, _DOT, every=_EVERY)
                for side in (-_APART, _APART)
                if piece.bottom > top + _EVERY
            ]  # fmt: skip
            marks.append(face(telling, person, Point(x, piece.top + _FACE), _FACE))


def add_tracks(flow: Flow, spans: Sequence[Span]) -> None:
    """A thin line along chapters of the second track, branching off where that begins."""
    left = flow.layout.left
    x = left + 0.4 * second(flow.layout).aside
    run: list[Span] = []
    for span, following in zip_longest(spans, spans[1:]):
        if not span.beside:
            continue
        run.append(span)
        if following is not None and following.beside:
            continue
        for piece in _pieces(run, flow.layout):
            top = piece.top
            marks = flow.pages[piece.page].marks
            if piece.begins:
                bend = [
                    Point(left, top - _FORK / 2), Point(left, top + _FORK / 2),
                    Point(x, top), Point(x, top + _FORK),
                ]  # fmt: skip
                marks.append(Stroke(bend, look.MAP_LINE, _TRACK_LINE, curve=True))
                top += _FORK
            marks.append(
                Stroke([Point(x, top), Point(x, piece.bottom)], look.MAP_LINE, _TRACK_LINE)
            )
        run = []


def _walks(telling: Telling, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Who walks along from which chapter to which, as far as those follow one another here."""
    at = {span.stop: index for index, span in enumerate(spans)}
    for person in telling.journey.companions.values():
        if not person.name.strip():
            continue
        for stretch in stretches(telling.journey, person.id):
            here = sorted(at[key] for key in stretch if key in at)
            if not here:
                continue
            begin = here[0]
            for one, other in pairwise(here):
                if other != one + 1:
                    yield begin, one, person.id
                    begin = other
            yield begin, here[-1], person.id


def _pieces(spans: Sequence[Span], layout: Layout) -> Iterator[_Piece]:
    """Chapters that follow one another, as one piece on each page."""
    first, last = spans[0], spans[-1]
    for page in range(first.first_page, last.last_page + 1):
        top = first.top if page == first.first_page else layout.top
        # Where the next of them begins on a new page, this one's end is the end of the page's.
        ends = [span.bottom for span in spans if span.last_page == page]
        goes_on = any(span.first_page <= page < span.last_page for span in spans)
        bottom = layout.bottom if goes_on else max(ends, default=layout.bottom)
        yield _Piece(page, top, bottom, begins=page == first.first_page)
