"""What is said when something has been taken away."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from reisblog.model.journey import photos_of
from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from reisblog.model.journey import Journey


def said_removed(journey: Journey, ids: AbstractSet[str]) -> str:
    """The sentence for all of these together.

    Args:
        journey: as it was before.
        ids: of what went from the map.
    """
    stops = ids & journey.stops.keys()
    ready = any(photo.id not in ids for stop in stops for photo in photos_of(journey, stop))
    if stops == ids and ready:
        return ngettext(
            "Stop removed. Its photos are ready again.",
            "Stops removed. Their photos are ready again.",
            len(stops),
        )
    if stops == ids:
        return ngettext("Stop removed.", "Stops removed.", len(stops))
    if ids <= journey.photos.keys():
        text = ngettext("Photo removed.", "{n} photos removed.", len(ids))
    elif ids <= journey.notes.keys():
        text = ngettext("Note removed.", "{n} notes removed.", len(ids))
    elif ids <= journey.trails.keys():
        text = ngettext("Path removed.", "{n} paths removed.", len(ids))
    elif ids <= journey.own_places.keys():
        text = ngettext("Your place is removed.", "{n} of your places removed.", len(ids))
    elif ids <= journey.compass_moments.keys():
        text = ngettext("Compass removed.", "{n} compasses removed.", len(ids))
    else:
        text = _("{n} things removed.")
        if ready:
            text += " " + _("The photos of the stops are ready again.")
    return text.format(n=len(ids))
