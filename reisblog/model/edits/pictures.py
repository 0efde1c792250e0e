"""Photos: coming in, lying in a halte, lying by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from reisblog.model.edits.common import bounded, changed, lines
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.locks import is_pinned
from reisblog.model.records import Photo
from reisblog.model.references import forgetting, moved


def bring_in(journey: Journey, photos: Iterable[Photo]) -> Journey:
    """Add photos; where they lie stands in the records."""
    return changed(journey, photos=journey.photos.with_(*photos))


def put_in_stop(journey: Journey, photo_ids: Iterable[str], stop_id: str) -> Journey:
    """Lay photos with the others of a halte; what is pinned down stays, but is of that halte."""
    ids = list(photo_ids)
    pinned = {key for key in ids if is_pinned(journey.photos[key])}
    journey = _with_photos(journey, [key for key in ids if key in pinned], stop=stop_id)
    loose = [key for key in ids if key not in pinned]
    return _with_photos(journey, loose, stop=stop_id, at=None)


def lay_down(journey: Journey, spots: dict[str, Point]) -> Journey:
    """Lay photos exactly there, on top of what lies there; they stay in their halte.

    What is pinned down stays where it is.
    """
    spots = {key: spot for key, spot in spots.items() if not is_pinned(journey.photos[key])}
    laid = [changed(journey.photos[key], at=bounded(spot)) for key, spot in spots.items()]
    return changed(journey, photos=journey.photos.with_(*laid).on_top(*spots))


def take_back(journey: Journey, photo_ids: Iterable[str]) -> Journey:
    """Put photos back in the tray, where nothing is pinned down."""
    return _with_photos(journey, photo_ids, stop=None, at=None, locked=False)


def set_loose(journey: Journey, photo_ids: Iterable[str]) -> Journey:
    """Let photos that lie by themselves belong to no halte any more."""
    return _with_photos(journey, photo_ids, stop=None)


def remove_photos(journey: Journey, photo_ids: Iterable[str]) -> Journey:
    """Take photos out of the journey."""
    gone = set(photo_ids)
    left = forgetting(journey, gone & journey.photos.keys())
    return changed(left, photos=left.photos.without(*gone))


def forget(journey: Journey, pictures: AbstractSet[str]) -> Journey:
    """Remove every photo that shows one of these pictures, known by their SHA-256."""
    return remove_photos(
        journey, [photo.id for photo in journey.photos.values() if photo.media in pictures]
    )


def set_caption(journey: Journey, photo_id: str, caption: str) -> Journey:
    """Write under a photo, if it is still there."""
    if photo_id not in journey.photos:
        return journey
    return _with_photos(journey, [photo_id], caption=lines(caption))


def _with_photos(journey: Journey, photo_ids: Iterable[str], **fields: Any) -> Journey:
    photos = [journey.photos[key] for key in photo_ids]
    if "stop" in fields:
        photos = [moved(photo, fields["stop"], journey.stops) for photo in photos]
    photos = [changed(photo, **fields) for photo in photos]
    return changed(journey, photos=journey.photos.with_(*photos)) if photos else journey
