"""What photos are called, so that each of a row can be told from the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reisblog.texts import _
from reisblog.ui.stop_names import stop_name

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey


def photo_names(journey: Journey, atlas: Atlas) -> dict[str, str]:
    """What every photo is called, by its id: its caption, else where it is and which one there."""
    where = {
        photo.id: stop_name(stop, atlas) if stop is not None else ""
        for photo in journey.photos.values()
        for stop in [journey.stops.get(photo.stop or "")]
        if not photo.caption.strip()
    }
    many, nth = Counter(where.values()), Counter[str]()
    names = {}
    for photo in journey.photos.values():
        if photo.id not in where:
            names[photo.id] = " ".join(photo.caption.split())
            continue
        stop = where[photo.id]
        nth[stop] += 1
        names[photo.id] = _named(stop, nth[stop], alone=many[stop] == 1)
    return names


def _named(stop: str, nth: int, *, alone: bool) -> str:
    if alone:
        return _("Photo at {stop}").format(stop=stop) if stop else _("Loose photo")
    numbered = _("Photo {n} at {stop}") if stop else _("Loose photo {n}")
    return numbered.format(n=nth, stop=stop)
