"""Haltes: their words, their places, their order, who was along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from reisblog.model.edits.common import changed, line, lines, rewritten, said
from reisblog.model.edits.pictures import put_in_stop, take_back
from reisblog.model.journey import Journey, photos_of
from reisblog.model.locks import is_pinned
from reisblog.model.records import Audience, Stop, narrowest
from reisblog.model.references import BELONGS, REFERENCES, forgetting, moved

CONFIDENTIAL: Final = frozenset({"veilige-haven"})
"""Places where a halte begins as one for nobody else; the traveller may let others see it."""


def start_stop(journey: Journey, stop: Stop, photo_ids: Iterable[str] = ()) -> Journey:
    """Add a halte, last in the order, with these photos lying in it."""
    if not CONFIDENTIAL.isdisjoint(stop.places):
        stop = changed(stop, audience=Audience.SELF)
    started = changed(journey, stops=journey.stops.with_(stop), order=(*journey.order, stop.id))
    return put_in_stop(started, photo_ids, stop.id)


def change_stop(
    journey: Journey,
    stop_id: str,
    *,
    title: str | None = None,
    text: str | None = None,
    when: str | None = None,
) -> Journey:
    """Rewrite a halte's title, story or date; what is not named stays, and so does what is gone."""
    fields = said(
        title=None if title is None else line(title),
        text=None if text is None else lines(text),
        when=None if when is None else line(when),
    )
    return rewritten(journey, "stops", stop_id, fields)


def also_at(journey: Journey, stop_id: str, place_id: str) -> Journey:
    """Let a halte be at one more place at the same time, or no longer, if it was."""
    stop = journey.stops[stop_id]
    places = (
        tuple(key for key in stop.places if key != place_id)
        if place_id in stop.places
        else (*stop.places, place_id)
    )
    return changed(journey, stops=journey.stops.with_(changed(stop, places=places)))


def join_stops(journey: Journey, stop_id: str, into: str) -> Journey:
    """Lay everything of one halte with another; the first halte is gone, its words are not."""
    gone, kept = journey.stops[stop_id], journey.stops[into]
    title = kept.title or gone.title
    also = gone.title if gone.title != title else ""
    both = changed(
        kept,
        text=lines("\n\n".join(part for part in (kept.text, also, gone.text) if part)),
        title=title,
        when=line(", ".join(dict.fromkeys(part for part in (kept.when, gone.when) if part))),
        company=tuple(dict.fromkeys((*kept.company, *gone.company))),
        audience=narrowest(kept.audience, gone.audience),
    )
    joined = put_in_stop(journey, [photo.id for photo in photos_of(journey, stop_id)], into)
    tables: dict[str, Any] = {
        name: getattr(joined, name).with_(
            *(
                moved(thing, into, journey.stops)
                for thing in getattr(joined, name).values()
                if thing.stop == stop_id
            )
        )
        for name, fields in REFERENCES.items()
        if BELONGS in fields
    }
    things = tables["backpack"]
    laid = [changed(each, laid=into) for each in things.values() if each.laid == stop_id]
    tables["backpack"] = things.with_(*laid)
    return _without_stop(changed(joined, **tables, stops=joined.stops.with_(both)), stop_id)


def remove_stop(journey: Journey, stop_id: str) -> Journey:
    """Take a halte away; its photos go back to the tray, all else of it stays where it lies.

    So does a photo that is pinned down.
    """
    back = [each for each in photos_of(journey, stop_id) if not is_pinned(each)]
    freed = take_back(journey, [photo.id for photo in back])
    return _without_stop(freed, stop_id)


def place_in_order(journey: Journey, stop_id: str, index: int | None) -> Journey:
    """Give a halte this position among the others (0 is first), or none: it becomes loose."""
    order = [key for key in journey.order if key != stop_id]
    if index is not None:
        order.insert(index, stop_id)
    return changed(journey, order=tuple(order))


def place_before(journey: Journey, stop_id: str, other: str | None) -> Journey:
    """Put a halte before another in the order; last, where that is in none."""
    order = [key for key in journey.order if key != stop_id]
    order.insert(order.index(other) if other in order else len(order), stop_id)
    return changed(journey, order=tuple(order))


def arrange(journey: Journey, stop_ids: Iterable[str]) -> Journey:
    """Put haltes in this order; those that are not named become loose, what is gone stays gone."""
    order = dict.fromkeys(key for key in stop_ids if key in journey.stops)
    return changed(journey, order=tuple(order))


def set_beside(journey: Journey, stop_id: str, *, beside: bool) -> Journey:
    """Put a halte on the second track, or back on the first."""
    return rewritten(journey, "stops", stop_id, {"beside": beside})


def accompany(
    journey: Journey, companion_id: str, stop_ids: Iterable[str], *, along: bool
) -> Journey:
    """Let somebody be along at these haltes, or be along at them no longer."""
    put = []
    for stop in (journey.stops[key] for key in dict.fromkeys(stop_ids) if key in journey.stops):
        others = tuple(key for key in stop.company if key != companion_id)
        was = companion_id in stop.company
        if was != along:
            put.append(changed(stop, company=(*others, companion_id) if along else others))
    return changed(journey, stops=journey.stops.with_(*put)) if put else journey


def _without_stop(journey: Journey, stop_id: str) -> Journey:
    left = forgetting(journey, {stop_id})
    return changed(left, stops=left.stops.without(stop_id))
