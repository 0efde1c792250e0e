"""Where the map comes from, what the book was made with, and the day of the last change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reisblog.story import styles
from reisblog.story.marks import Page, Text

if TYPE_CHECKING:
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_STYLE = styles.COLOPHON
_ABOVE = 20.0
"""White below it on a leaf."""


def add_colophon(telling: Telling, flow: Flow) -> None:
    """Set it at the foot of the last page, or of a new one where that is full.

    Where there is nothing to read but a cover or a map, no page is made for it.
    """
    if not flow.pages:
        return
    layout = flow.layout
    lines = _lines(telling, layout.prose)
    height = len(lines) * _STYLE.leading
    flow.begin("")
    flow.clear()
    flow.need(height)
    flow.put(Text(lines, layout.left, layout.bottom - height, layout.prose, _STYLE))


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
