"""Which place the pointer means, and its exact name beside it while the map shows it short."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip

from reisblog.model.atlas import Atlas, Place
from reisblog.ui.canvas.drops import where
from reisblog.ui.canvas.names import EXACT_FROM, place_named_at

_REACH_PX = 24.0
_STILL_PX = 8


def exact_name(atlas: Atlas, place: Place) -> str:
    """A place's name in full, and what it lies in."""
    return ", ".join([place.name, *(where(outer) for outer in atlas.chain(place.id)[1:2])])


def place_under(at: QPointF, view: QGraphicsView, atlas: Atlas) -> Place | None:
    """The place that a view of the map shows at one of its points, by its name or its area."""
    if not QRectF(view.viewport().rect()).contains(at):
        return None
    ratio = view.viewport().devicePixelRatioF()
    to_view, scale = view.viewportTransform(), view.transform().m11()
    return place_named_at(atlas, to_view, scale, ratio, at, reach=_REACH_PX)


def show_place_tip(event: QHelpEvent, view: QGraphicsView, atlas: Atlas) -> None:
    """Show the name of the place under the pointer, or nothing where names are written out."""
    place = None
    if view.transform().m11() < EXACT_FROM:
        place = place_under(QPointF(event.pos()), view, atlas)
    if place is None:
        QToolTip.hideText()
        event.ignore()
        return
    from html import escape  # noqa: PLC0415 - it knows thousands of signs by name

    around = QPoint(_STILL_PX, _STILL_PX)
    # An element around it lets Qt read the rest as escaped text, whatever is in the name.
    words = f"<span>{escape(exact_name(atlas, place))}</span>"
    still = QRect(event.pos() - around, event.pos() + around)
    QToolTip.showText(event.globalPos(), words, view.viewport(), still)
    event.accept()
