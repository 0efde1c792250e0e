"""The backpack and the travel company."""

from __future__ import annotations

from reisblog.model.edits.common import changed, line, rewritten, said
from reisblog.model.edits.stops import accompany
from reisblog.model.journey import Journey
from reisblog.model.records import BackpackItem, BackpackKind, Companion, Token, narrowest
from reisblog.model.references import moved


def pack(journey: Journey, item: BackpackItem) -> Journey:
    """Put something in the backpack."""
    return changed(journey, backpack=journey.backpack.with_(changed(item, text=line(item.text))))


def rename_item(journey: Journey, item_id: str, text: str) -> Journey:
    """Write something else on a thing's label."""
    return rewritten(journey, "backpack", item_id, {"text": line(text)})


def sort_item(journey: Journey, item_id: str, kind: BackpackKind | None) -> Journey:
    """Say what sort of thing it is, or leave it open."""
    return rewritten(journey, "backpack", item_id, {"kind": kind})


def pick_up(journey: Journey, item_id: str, stop_id: str | None) -> Journey:
    """Say at which halte a thing was picked up, or leave it open."""
    item = journey.backpack.get(item_id)
    if item is None:
        return journey
    here = moved(item, stop_id, journey.stops)
    return changed(journey, backpack=journey.backpack.with_(here))


def put_down(journey: Journey, item_id: str, stop_id: str | None) -> Journey:
    """Lay a thing down at a halte on the way, or take it along again."""
    return rewritten(journey, "backpack", item_id, {"laid": stop_id})


def illustrate(journey: Journey, item_id: str, photo_id: str | None) -> Journey:
    """Let a photo show a thing, or none."""
    return rewritten(journey, "backpack", item_id, {"photo": photo_id})


def welcome(journey: Journey, companion: Companion) -> Journey:
    """Let somebody travel along."""
    known = changed(companion, name=line(companion.name), role=line(companion.role))
    return changed(journey, companions=journey.companions.with_(known))


def welcome_at(journey: Journey, companion: Companion, stop_id: str) -> Journey:
    """Let somebody new travel along at a halte, no more open than that is."""
    stop = journey.stops.get(stop_id)
    if stop is not None:
        here = narrowest(companion.audience, stop.audience)
        companion = changed(companion, audience=here)
    return accompany(welcome(journey, companion), companion.id, [stop_id], along=True)


def change_companion(
    journey: Journey,
    companion_id: str,
    *,
    name: str | None = None,
    role: str | None = None,
    helps: bool | None = None,
    hinders: bool | None = None,
) -> Journey:
    """Say something else of somebody; what is not named stays, and so does who is gone."""
    fields = said(
        name=None if name is None else line(name),
        role=None if role is None else line(role),
        helps=helps,
        hinders=hinders,
    )
    return rewritten(journey, "companions", companion_id, fields)


def portray(
    journey: Journey,
    companion_id: str,
    *,
    portrait: str | None = None,
    token: Token | None = None,
) -> Journey:
    """Show somebody by a photo, by a token, or else by their initials."""
    fields = {"portrait": portrait, "token": token}
    return rewritten(journey, "companions", companion_id, fields)
