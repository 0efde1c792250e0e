"""Photos: coming in, lying in a halte, lying by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from reisblog.model import limits
from reisblog.model.edits.common import bounded, changed, lines
from reisblog.model.framing import WHOLE, fitted, is_inside
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.locks import is_pinned
from reisblog.model.records import Blur, Crop, MediaKind, Photo
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


class Instead(msgspec.Struct, frozen=True):
    """What comes in the place of a picture that must be gone.

    Attributes:
        media: SHA-256 of its bytes.
        width: pixels, as it is seen upright.
        height: likewise.
        blurs: what is unrecognisable in it by itself, so that nothing need hide it any more.
    """

    media: str
    kind: MediaKind
    width: int
    height: int
    blurs: tuple[Blur, ...] = ()


def forget(
    journey: Journey, pictures: AbstractSet[str], instead: Mapping[str, Instead] | None = None
) -> Journey:
    """Let no photo show one of these pictures any more, known by their SHA-256.

    Args:
        journey: it.
        pictures: what must be gone.
        instead: what photos show in the place of some of them; the others are removed.
    """
    known = instead or {}
    shown = [photo for photo in journey.photos.values() if photo.media in pictures]
    kept = [
        changed(
            photo,
            media=new.media,
            kind=new.kind,
            width=new.width,
            height=new.height,
            blurs=tuple(blur for blur in photo.blurs if blur not in new.blurs),
        )
        for photo in shown
        if (new := known.get(photo.media)) is not None
    ]
    if kept:
        journey = changed(journey, photos=journey.photos.with_(*kept))
    return remove_photos(journey, [photo.id for photo in shown if photo.media not in known])


def set_crop(journey: Journey, photo_id: str, crop: Crop | None) -> Journey:
    """Let only a part of a photo be seen, or all of it, if it is still there.

    What would lie off the picture comes back onto it.
    """
    photo = journey.photos.get(photo_id)
    if photo is None:
        return journey
    if crop is not None:
        least, most = limits.LEAST_SHARE, limits.TILT
        crop = changed(
            crop,
            width=min(max(crop.width, least), 1.0),
            height=min(max(crop.height, least), 1.0),
            tilt=min(max(crop.tilt, -most), most),
        )
        crop = fitted(crop, photo.width, photo.height)
    return _with_photos(journey, [photo_id], crop=None if crop == WHOLE else crop)


def set_blurs(journey: Journey, photo_id: str, blurs: Iterable[Blur]) -> Journey:
    """Let these parts of a photo be unrecognisable, and no others, if it is still there."""
    if photo_id not in journey.photos:
        return journey
    kept = [blur for blur in map(_on_picture, dict.fromkeys(blurs)) if is_inside(blur)]
    return _with_photos(journey, [photo_id], blurs=tuple(kept[: limits.BLURS]))


def replace_picture(journey: Journey, photo_id: str, seen: Photo) -> Journey:
    """Let a photo show another picture, whole, where it lies, if it is still there."""
    if photo_id not in journey.photos:
        return journey
    return _with_photos(
        journey,
        [photo_id],
        media=seen.media,
        kind=seen.kind,
        width=seen.width,
        height=seen.height,
        taken=seen.taken,
        crop=None,
        blurs=(),
    )


def set_caption(journey: Journey, photo_id: str, caption: str) -> Journey:
    """Write under a photo, if it is still there."""
    if photo_id not in journey.photos:
        return journey
    return _with_photos(journey, [photo_id], caption=lines(caption))


def _on_picture(blur: Blur) -> Blur:
    """A blur without what of it lies off the picture."""
    left, top = max(blur.x, 0.0), max(blur.y, 0.0)
    right, bottom = min(blur.x + blur.width, 1.0), min(blur.y + blur.height, 1.0)
    return Blur(
        *(round(share, 5) for share in (left, top, right - left, bottom - top)),
    )


def _with_photos(journey: Journey, photo_ids: Iterable[str], **fields: Any) -> Journey:
    photos = [journey.photos[key] for key in photo_ids]
    if "stop" in fields:
        photos = [moved(photo, fields["stop"], journey.stops) for photo in photos]
    photos = [changed(photo, **fields) for photo in photos]
    return changed(journey, photos=journey.photos.with_(*photos)) if photos else journey
