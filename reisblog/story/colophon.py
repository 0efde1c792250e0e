"""Where the map comes from, what the book was made with, and the day of the last change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect
from reisblog.story import styles
from reisblog.story.layout import FOOT_BELOW, main
from reisblog.story.marks import Page, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.story.layout import Layout
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_STYLE = styles.COLOPHON
_AWAY = 3.0
"""From everything else."""
_ABOVE = 20.0
"""White below it on a leaf."""


def add_colophon(telling: Telling, flow: Flow) -> None:
    """Set it at the foot of the last page, or of a new one where that is full.

    Where there is nothing to read but a cover or a map, no page is made for it.
    """
    if not flow.pages:
        return
    free = _free(telling, flow)
    flow.begin("")
    if free is None:
        flow.new_page()
        free = next(_places(telling))[0]
    flow.put(free)


def has_room(telling: Telling, flow: Flow) -> bool:
    """Whether it finds room on the last page."""
    return not flow.pages or _free(telling, flow) is not None


def leaving_room(telling: Telling) -> Layout:
    """The book's pages a little lower, so that it finds room below whatever stands on the last."""
    layout, (_text, box) = telling.layout, list(_places(telling))[-1]
    return replace(layout, foot=layout.foot + max(0.0, layout.bottom - box.y + _AWAY))


def _free(telling: Telling, flow: Flow) -> Text | None:
    """It where it meets nothing else, if it can stand on this page."""
    taken = [mark.box.grown(_AWAY) for mark in flow.page.marks if mark.box is not None]
    for text, box in _places(telling):
        if not any(box.intersects(other) for other in taken):
            return text
    return None


def _places(telling: Telling) -> Iterator[tuple[Text, Rect]]:
    """Where it may stand, the best first: at the foot of each column, or over the page's foot."""
    layout = telling.layout
    words, outer = main(layout), (layout.beside_left, layout.beside)
    columns = [(layout.left, layout.prose), (words.words_left, words.column)]
    for left, width in [*columns, outer] if layout.outer else columns:
        lines = _lines(telling, width)
        top = layout.bottom - len(lines) * _STYLE.leading
        yield Text(lines, left, top, width, _STYLE), Rect(left, top, width, layout.bottom - top)
    lines = _lines(telling, layout.full)
    height = len(lines) * _STYLE.leading
    top = layout.bottom + FOOT_BELOW - _AWAY - height
    yield (
        Text(lines, layout.left, top, layout.full, _STYLE),
        Rect(layout.left, top, layout.full, height),
    )


def colophon_height(telling: Telling) -> float:
    """How much of the foot of a page it takes."""
    return len(_lines(telling, telling.layout.prose)) * _STYLE.leading


def colophon_of_leaf(telling: Telling, page: Page, left: float) -> Text:
    """The same on one line, at the foot of a leaf that is all there is."""
    lines = _lines(telling, page.width - 2 * left)
    top = page.height - _ABOVE - len(lines) * _STYLE.leading
    return Text(lines, left, top, page.width - 2 * left, _STYLE)


def _lines(telling: Telling, width: float) -> list[Line]:
    gettext = telling.gettext
    said = [
        gettext(
            "The map follows the idea of the Kaart van de Loopbaanrealisatie (MBO Diensten, OCW)."
        ),
        gettext("This book was made with reisblog."),
    ]
    if telling.edited:
        said.append(gettext("Last changed on {date}.").format(date=_day(telling)))
    return telling.lines(" ".join(said), _STYLE, width)


def _day(telling: Telling) -> str:
    """A day as the journey's language writes it."""
    gettext = telling.gettext
    months = (
        gettext("January"), gettext("February"), gettext("March"), gettext("April"),
        gettext("May"), gettext("June"), gettext("July"), gettext("August"),
        gettext("September"), gettext("October"), gettext("November"), gettext("December"),
    )  # fmt: skip
    day = date.fromisoformat(telling.edited)
    return gettext("{day} {month} {year}").format(
        day=day.day, month=months[day.month - 1], year=day.year
    )
