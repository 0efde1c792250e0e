"""What is written, drawn, painted and laid on the map."""

from __future__ import annotations

from reisblog.model import mist
from reisblog.model.edits.common import bounded, changed, line, lines, rewritten, said
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.locks import is_locked
from reisblog.model.records import CompassMoment, Flag, Impulse, Note, OwnPlace, Sign, Trail
from reisblog.model.references import moved


def add_note(journey: Journey, note: Note) -> Journey:
    """Lay down a note."""
    written = changed(note, text=lines(note.text), at=bounded(note.at))
    return changed(journey, notes=journey.notes.with_(written))


def set_note_text(journey: Journey, note_id: str, text: str) -> Journey:
    """Rewrite a note, if it is still there."""
    return rewritten(journey, "notes", note_id, {"text": lines(text)})


def add_trail(journey: Journey, trail: Trail) -> Journey:
    """Keep a path as it was drawn."""
    return changed(journey, trails=journey.trails.with_(trail))


def add_place(journey: Journey, place: OwnPlace) -> Journey:
    """Put a place of the traveller's own on the map."""
    put = changed(place, name=line(place.name), at=bounded(place.at))
    return changed(journey, own_places=journey.own_places.with_(put))


def change_place(
    journey: Journey, place_id: str, *, name: str | None = None, sign: Sign | None = None
) -> Journey:
    """Rename an own place or draw it anew; what is not named stays, and so does what is gone."""
    named = None if name is None else line(name)
    return rewritten(journey, "own_places", place_id, said(name=named, sign=sign))


def set_flag(journey: Journey, place_id: str, flag: Flag | None) -> Journey:
    """Let an own place be where one sets out or where one is going, or neither."""
    return rewritten(journey, "own_places", place_id, {"flag": flag})


def lay_compass(journey: Journey, moment: CompassMoment) -> Journey:
    """Lay the compass on the map."""
    laid = changed(
        moment,
        at=bounded(moment.at),
        direction=_around(moment.direction),
        asker=line(moment.asker),
        text=lines(moment.text),
    )
    return changed(journey, compass_moments=journey.compass_moments.with_(laid))


def change_compass(
    journey: Journey,
    moment_id: str,
    *,
    direction: float | None = None,
    asker: str | None = None,
    text: str | None = None,
) -> Journey:
    """Turn a compass, or rewrite it; what is not named stays, and so does what is gone.

    One that is pinned down is not turned.
    """
    if is_locked(journey, moment_id):
        direction = None
    fields = said(
        direction=None if direction is None else _around(direction),
        asker=None if asker is None else line(asker),
        text=None if text is None else lines(text),
    )
    return rewritten(journey, "compass_moments", moment_id, fields)


def set_impulse(journey: Journey, moment_id: str, impulse: Impulse | None) -> Journey:
    """Say why the compass was taken out, or leave it open."""
    return rewritten(journey, "compass_moments", moment_id, {"impulse": impulse})


def move_compass(journey: Journey, moment_id: str, at: Point, stop_id: str | None) -> Journey:
    """Lay a compass elsewhere: on a halte, or on none."""
    moment = journey.compass_moments.get(moment_id)
    if moment is None:
        return journey
    at = moment.at if moment.locked else at
    laid = changed(moved(moment, stop_id, journey.stops), at=bounded(at))
    return changed(journey, compass_moments=journey.compass_moments.with_(laid))


def paint_mist(journey: Journey, area: mist.Area) -> Journey:
    """Lay mist over an area, also where it lies already."""
    return changed(journey, mist=mist.united(journey.mist, area))


def wipe_mist(journey: Journey, area: mist.Area) -> Journey:
    """Wipe away what mist there is in an area."""
    return changed(journey, mist=mist.without(journey.mist, area))


def _around(degrees: float) -> float:
    """The same direction, from 0 up to 360."""
    return round(degrees % 360.0, 1) % 360.0
