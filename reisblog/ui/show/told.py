"""What a moment of the story is in words, for those who cannot see the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.tour import Kind
from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.model.journey import Journey
    from reisblog.model.tour import Moment
    from reisblog.ui.show.story import Story
    from reisblog.ui.show.words import Words


def told(story: Story, words: Words) -> str:
    """The moment that is shown now, in the order in which it is seen."""
    journey, moment = story.journey, story.moment
    if moment.kind is Kind.PAPER:
        return _sentences([journey.title or _("Travel book"), journey.traveller])
    if moment.kind is Kind.LAND:
        return _("The map")
    if moment.kind is Kind.WHOLE:
        return _("The whole journey on the map")
    low = [text for text, _style, _high in words.low_of(story.at)]
    shown = _shown(journey, moment)
    said = words.of(story.at)
    if moment.begins:
        return _sentences([*low, *shown, said])
    return _sentences([*shown, said] if moment.kind is not Kind.ARRIVAL else low)


def _shown(journey: Journey, moment: Moment) -> list[str]:
    """What is large."""
    if moment.kind is Kind.NOTE:
        return [journey.notes[key].text for key in moment.ids]
    if moment.kind is Kind.COMPASS:
        return [_("Compass")]
    if moment.kind is Kind.WORDS:
        return []
    return [
        ": ".join(word for word in (_("Photo"), journey.photos[key].caption.strip()) if word)
        for key in moment.ids
    ]


def _sentences(parts: list[str]) -> str:
    """One after another, each with an end."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…:" else f"{part}." for part in said)
