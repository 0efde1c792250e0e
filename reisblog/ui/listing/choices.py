"""What there is to choose from: places, photos, haltes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.journey import every_stop
from reisblog.texts import _
from reisblog.ui.listing import wording
from reisblog.ui.listing.chooser import Choice
from reisblog.ui.stop_names import place_names, stop_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.records import Photo
    from reisblog.ui.workbench import Workbench


def place_choices(workbench: Workbench) -> list[Choice]:
    """All places, the traveller's own first; they are found by what they are about, too."""
    places = sorted(workbench.atlas.places.values(), key=lambda place: place.sign is None)
    return [
        Choice(
            id=place.id,
            words=place.name,
            also=" ".join([place.short, *place.carries.values(), *place.words.values()]),
        )
        for place in places
    ]


def photo_choices(photos: Sequence[Photo]) -> list[Choice]:
    """Photos by their caption and their day."""
    return [
        Choice(
            id=photo.id,
            words=", ".join(filter(None, (photo.caption or _("Photo"), wording.day_of(photo)))),
            photo=photo,
        )
        for photo in photos
    ]


def stop_choices(workbench: Workbench, without: str | None = None) -> list[Choice]:
    """All haltes in their order, found by their places, too; but the one that is left out."""
    journey, atlas = workbench.journey, workbench.atlas
    return [
        Choice(
            id=stop.id,
            words=stop_name(stop, atlas),
            also=" ".join(place_names(stop, atlas)),
        )
        for stop in every_stop(journey)
        if stop.id != without
    ]
