"""What lies on the map, in the order in which the story tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reisblog.model.journey import Journey
    from reisblog.model.outline import Chapter


def in_story_order(journey: Journey) -> tuple[str, ...]:
    """The ids of all that lies on the map, each once.

    The haltes in the traveller's order, each followed by its photos, notes and compasses; then
    what is loose, places of one's own, and paths. Who goes through the map with keys, and who has
    it read aloud, meets things so.
    """
    story = outline(journey)
    return (
        *_told(story.chapters),
        *_told(story.loose),
        *(record.id for each in (story.photos, story.notes, story.compass) for record in each),
        *journey.own_places,
        *journey.trails,
    )


def _told(chapters: Iterable[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield chapter.stop.id
        for things in (chapter.photos, chapter.notes, chapter.compass):
            yield from (record.id for record in things)
