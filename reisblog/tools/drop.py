"""What a drop of photos means: at a place, with a halte, or exactly here.

A drop is split in two: ``plan`` says what would happen, for the lit label; ``landed`` does it,
photo by photo as they come in.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reisblog.model import edits
from reisblog.model.atlas import Atlas, Place
from reisblog.model.free_spots import free_spots
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.luggage import seen_with
from reisblog.model.records import Audience, Photo, Stop, narrowest
from reisblog.model.references import moved


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a drop would do.

    Attributes:
        at: where it was dropped, in map units.
        place: the innermost place there, or open ground.
        joins: the halte it would join; otherwise, at a place, a new one starts.
    """

    at: Point
    place: Place | None = None
    joins: str | None = None


def plan(
    journey: Journey,
    atlas: Atlas,
    at: Point,
    *,
    chosen_stop: str | None,
    under: str | None = None,
    reach: float = 0.0,
) -> Plan:
    """What a drop at a point would do.

    Args:
        journey: as it is now.
        atlas: the places.
        at: in map units.
        chosen_stop: the halte that is still chosen; a drop on its place joins it.
        under: the halte whose photos or pin lie there; a drop on them joins it too.
        reach: half the least size of a target, in map units.
    """
    place = atlas.place_at(at, reach=reach)
    if under is not None and under in journey.stops:
        return Plan(at=at, place=place, joins=under)
    stop = journey.stops.get(chosen_stop or "")
    joins = stop.id if stop and place and place.id in stop.places else None
    return Plan(at=at, place=place, joins=joins)


def starts_stop(drop: Plan) -> bool:
    """Whether the drop makes a new halte."""
    return drop.joins is None and drop.place is not None


def new_stop(journey: Journey, atlas: Atlas, drop: Plan, stop_id: str) -> Stop:
    """The halte that a drop on a place starts."""
    return stop_at(journey, atlas, (drop.place.id,) if drop.place else (), stop_id)


def stop_at(journey: Journey, atlas: Atlas, places: Sequence[str], stop_id: str) -> Stop:
    """A new halte at these places, at rest where no earlier one lies."""
    taken = [stop.at for stop in journey.stops.values()]
    return Stop(id=stop_id, places=tuple(places), at=atlas.resting_spot(places, taken))


def landed(
    journey: Journey, atlas: Atlas, drop: Plan, photos: Sequence[Photo], *, stop_id: str
) -> Journey:
    """The journey with dropped photos laid where they belong.

    May be called again with more photos of the same drop: they join what the first call made.

    Args:
        journey: as it is now; the photos may be in it already, in the tray.
        atlas: the places.
        drop: what the drop does.
        photos: which to lay down.
        stop_id: for the halte that this drop starts.
    """
    ids = [photo.id for photo in photos]
    joins = drop.joins if drop.joins in journey.stops else None
    if joins is None and not starts_stop(drop):
        return _laid_here(journey, atlas.bounds, drop.at, photos)
    journey = edits.bring_in(journey, [each for each in photos if each.id not in journey.photos])
    if joins is not None:
        return edits.put_in_stop(journey, ids, joins)
    if stop_id in journey.stops:
        return edits.put_in_stop(journey, ids, stop_id)
    return edits.start_stop(journey, new_stop(journey, atlas, drop, stop_id), ids)


def split_off(journey: Journey, atlas: Atlas, photo_ids: Sequence[str], *, stop_id: str) -> Journey:
    """Let photos that just joined a halte start one of their own, at the same places, as closed."""
    here = [key for key in photo_ids if key in journey.photos]
    origin = journey.stops.get(journey.photos[here[0]].stop or "") if here else None
    if origin is None:
        return journey
    journey = edits.start_stop(journey, stop_at(journey, atlas, origin.places, stop_id), here)
    return _as_closed(journey, stop_id, origin.audience)


def stop_of_note(
    journey: Journey, atlas: Atlas, note_id: str, places: Sequence[str], *, stop_id: str
) -> Journey:
    """Let a note become a halte at these places, with its words as the story, as closed."""
    note = journey.notes.get(note_id)
    if note is None:
        return journey
    there = seen_with(journey, note_id)
    journey = edits.remove(journey, [note_id])
    journey = edits.start_stop(journey, stop_at(journey, atlas, places, stop_id))
    journey = edits.change_stop(journey, stop_id, text=note.text)
    return _as_closed(journey, stop_id, there)


def _as_closed(journey: Journey, stop_id: str, audience: Audience) -> Journey:
    """A new halte for no more than this, as far as it is not closer by itself."""
    own = journey.stops[stop_id].audience
    return edits.show_to(journey, [stop_id], narrowest(own, audience))


def _laid_here(journey: Journey, sheet: Rect, at: Point, photos: Sequence[Photo]) -> Journey:
    """Loose and wholly on the sheet, beside one another and what lies there."""
    spots = free_spots(journey, sheet, at, photos)
    laid = [
        msgspec.structs.replace(
            moved(journey.photos.get(photo.id, photo), None, journey.stops), at=spot
        )
        for photo, spot in zip(photos, spots, strict=True)
    ]
    return edits.bring_in(journey, laid)
