"""What a halte is called, and how one says that one is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.texts import _, language

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.records import Stop

_BETWEEN = " · "


def stop_name(stop: Stop, atlas: Atlas) -> str:
    """Something to call it by, even when nobody gave it a name.

    Its title, or else its places, or the beginning of its story.
    """
    first_line = next((line.strip() for line in stop.text.splitlines() if line.strip()), "")
    return stop.title or _BETWEEN.join(place_names(stop, atlas)) or first_line or _("On the way")


def place_names(stop: Stop, atlas: Atlas) -> list[str]:
    """The names of all its places."""
    return [atlas.places[key].name for key in stop.places if key in atlas.places]


def at_stop(stop: Stop, atlas: Atlas) -> str:
    """How one is at a halte: "bij “Mijn eerste dag”", "in de Herberg", "onderweg"."""
    if stop.title:
        return _("at “{title}”").format(title=stop.title)
    place = next((atlas.places[key] for key in stop.places if key in atlas.places), None)
    return place.where.get(language(), place.where["nl"]) if place else _("on the way")


def sentence(words: str) -> str:
    """The words with a capital letter in front."""
    return words[:1].upper() + words[1:]
