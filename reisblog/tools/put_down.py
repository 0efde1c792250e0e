"""At which halte something from the backpack is laid down, where it is let go on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.geometry import Point
    from reisblog.model.journey import Journey


def stop_at(
    journey: Journey,
    atlas: Atlas,
    at: Point,
    *,
    chosen_stop: str | None,
    under: str | None = None,
    reach: float = 0.0,
) -> str | None:
    """The id of the halte there; nothing on open ground.

    Args:
        journey: as it is now.
        atlas: the places.
        at: in map units.
        chosen_stop: the halte that is chosen; of several at a place it is meant.
        under: the id of what lies at the point: a halte, or a photo or note of one.
        reach: half the least size of a target, in map units.
    """
    thing = journey.photos.get(under or "") or journey.notes.get(under or "")
    halte = thing.stop if thing is not None else under
    if halte is not None and halte in journey.stops:
        return halte
    place = atlas.place_at(at, reach=reach)
    if place is None:
        return None
    here = [stop.id for stop in journey.stops.values() if place.id in stop.places]
    told = [key for key in journey.order if key in here]
    return chosen_stop if chosen_stop in here else next(reversed(told or here), None)
