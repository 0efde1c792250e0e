"""What is said of pictures to who does not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.story.tags import LATE, Role, Tag

if TYPE_CHECKING:
    from reisblog.model.outline import Chapter
    from reisblog.model.records import Photo
    from reisblog.story.telling import Telling


def photo_told(telling: Telling, photo: Photo) -> Tag:
    """A photo: by its caption, else by the halte it belongs to."""
    gettext = telling.gettext
    said = " ".join(photo.caption.split())
    if not said and photo.stop is not None and telling.tells_of(photo.stop):
        said = gettext("Photo at {stop}").format(stop=telling.said_of(photo.stop))
    return Tag(Role.FIGURE, alt=said or gettext("Photo"))


def place_told(telling: Telling, chapter: Chapter, within: Tag | None = None) -> Tag:
    """The drawing of a halte's place."""
    names = telling.place_names(chapter)
    gettext = telling.gettext
    said = gettext("Drawing of {place}").format(place=names[0]) if names else gettext("The map")
    return Tag(Role.FIGURE, within, said, 0 if within else LATE)


def locator_told(telling: Telling, chapter: Chapter, within: Tag) -> Tag:
    """The small map that shows where a halte is."""
    stop = telling.said_of(chapter.stop.id)
    said = telling.gettext("Where {stop} lies on the map").format(stop=stop)
    return Tag(Role.FIGURE, within, said)


def map_told(telling: Telling, *, whole: bool) -> Tag:
    """The map, or a part of it, with the paths on it."""
    gettext = telling.gettext
    drawn = bool(telling.journey.trails)
    if whole:
        said = gettext("The map with the paths drawn on it") if drawn else gettext("The map")
    else:
        said = (
            gettext("A part of the map with the paths drawn on it")
            if drawn
            else gettext("A part of the map")
        )
    return Tag(Role.FIGURE, alt=said, order=0 if whole else LATE)
