"""How the list puts into words what the map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt

from reisblog.model.company import stretches
from reisblog.model.records import Audience, Impulse
from reisblog.texts import _, language
from reisblog.ui.showing import closed_name
from reisblog.ui.stop_names import stop_name

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import Companion, CompassMoment, Photo

_MOST_STRETCHES = 3
WINDS = 8
"""So many directions have a name."""


def closed(audience: Audience) -> tuple[str, ...]:
    """For whom something is, where that is not everybody."""
    return tuple(filter(None, (closed_name(audience),)))


def day_of(photo: Photo) -> str:
    """The day a photo was taken, or nothing."""
    day = QDate.fromString(photo.taken[:10], Qt.DateFormat.ISODate)
    return QLocale(language()).toString(day, "d MMMM yyyy") if day.isValid() else ""


def wind(number: int) -> str:
    """One of the eight winds, clockwise from the north; where the needle of a compass points."""
    return (
        _("to the north"),
        _("to the north-east"),
        _("to the east"),
        _("to the south-east"),
        _("to the south"),
        _("to the south-west"),
        _("to the west"),
        _("to the north-west"),
    )[number % WINDS]


def pointed(degrees: float) -> str:
    """Where a compass points: a wind, and the degrees when it lies between two."""
    degrees %= 360.0
    share = degrees * WINDS / 360.0
    name = wind(round(share))
    if share == round(share):
        return name
    return _("{wind}, {degrees} degrees").format(wind=name, degrees=round(degrees))


def why(moment: CompassMoment) -> tuple[str, ...]:
    """Why a compass was taken out, as far as that is said."""
    told = []
    if moment.impulse is Impulse.INTERNAL:
        told.append(_("From yourself"))
    if moment.asker:
        told.append(_("Asked by {name}").format(name=moment.asker))
    elif moment.impulse is Impulse.EXTERNAL:
        told.append(_("Somebody asked about it"))
    return tuple(told)


def deeds_of(companion: Companion) -> tuple[str, ...]:
    """What somebody's company does."""
    told = [(companion.helps, _("Helps you")), (companion.hinders, _("Slows you down"))]
    return tuple(words for holds, words in told if holds)


def along(journey: Journey, companion_id: str, atlas: Atlas) -> tuple[str, ...]:
    """From where to where somebody travels along, a few stretches of it."""
    told = []
    for stretch in stretches(journey, companion_id):
        first, last = (stop_name(journey.stops[key], atlas) for key in (stretch[0], stretch[-1]))
        words = _("at “{first}”") if len(stretch) == 1 else _("from “{first}” to “{last}”")
        told.append(words.format(first=first, last=last))
    if len(told) > _MOST_STRETCHES:
        told[_MOST_STRETCHES:] = ["\u2026"]
    return tuple(told)
