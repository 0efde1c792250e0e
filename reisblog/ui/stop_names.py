"""How one says where a halte is, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.texts import _, language

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.records import Stop


def at_stop(stop: Stop, atlas: Atlas) -> str:
    """How one is at a halte: "bij “Mijn eerste dag”", "in de Herberg", "onderweg"."""
    if stop.title:
        return _("at “{title}”").format(title=stop.title)
    place = next((atlas.places[key] for key in stop.places if key in atlas.places), None)
    return place.where.get(language(), place.where["nl"]) if place else _("on the way")


def sentence(words: str) -> str:
    """The words with a capital letter in front."""
    return words[:1].upper() + words[1:]
