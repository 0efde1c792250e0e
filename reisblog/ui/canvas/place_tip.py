"""Names beside a resting pointer: of a place that the map shows short, or of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from reisblog.model.atlas import Atlas, Place
from reisblog.model.pennants import word_for
from reisblog.ui.canvas.drops import where
from reisblog.ui.canvas.names import EXACT_FROM

if TYPE_CHECKING:
    from reisblog.model.records import Companion
    from reisblog.ui.canvas.view import CanvasView

_STILL_PX = 8


def exact_name(atlas: Atlas, place: Place) -> str:
    """A place's name in full, what it is to the traveller, and what it lies in."""
    flag = [] if place.flag is None else [word_for(place.flag)]
    return ", ".join([place.name, *flag, *(where(outer) for outer in atlas.chain(place.id)[1:2])])


def show_place_tip(event: QHelpEvent, view: CanvasView, atlas: Atlas) -> None:
    """Show the name of the place under the pointer, or nothing where names are written out."""
    place = view.place_at(QPointF(event.pos()))
    written_out = view.transform().m11() >= EXACT_FROM
    if place is None or (written_out and place.flag is None):
        QToolTip.hideText()
        event.ignore()
        return
    _show(event, view, exact_name(atlas, place))


def show_person_tip(event: QHelpEvent, view: CanvasView, person: Companion) -> None:
    """Show who it is whose token is under the pointer."""
    _show(event, view, ", ".join(filter(None, (person.name, person.role))))


def _show(event: QHelpEvent, view: CanvasView, words: str) -> None:
    from html import escape  # noqa: PLC0415 - it knows thousands of signs by name

    around = QPoint(_STILL_PX, _STILL_PX)
    # An element around it lets Qt read the rest as escaped text, whatever is in the name.
    plain = f"<span>{escape(words)}</span>"
    still = QRect(event.pos() - around, event.pos() + around)
    QToolTip.showText(event.globalPos(), plain, view.viewport(), still)
    event.accept()
