"""How things lie, one over another, in line, large or small; and what no hand moves any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from reisblog.model import limits
from reisblog.model.edits.common import bounded, changed, rewritten
from reisblog.model.edits.pictures import lay_down
from reisblog.model.edits.whole import move
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey, bundle_of, tables
from reisblog.model.locks import free, is_held
from reisblog.model.records import Laid, Letters, SlipTint
from reisblog.model.shaping import LEAST_NOTE_WIDTH, LEAST_SIDE, Shape, level

_STACKED = ("photos", "notes", "trails", "compass_moments", "own_places")


def shape(
    journey: Journey, shapes: Mapping[str, Shape], shifts: Mapping[str, Point] | None = None
) -> Journey:
    """Let photos lie like this, by themselves, and stay in their halte; move notes along.

    What lay in a fan comes to lie on top, as when it is carried out of it.

    Args:
        journey: it.
        shapes: how each photo lies.
        shifts: by how much each note moves.
    """
    loose = free(journey, shapes.keys() & journey.photos.keys())
    out = [key for key in shapes if key in loose and journey.photos[key].at is None]
    photos = [
        changed(
            journey.photos[key],
            at=bounded(lies.at),
            size=round(min(max(lies.size, LEAST_SIDE), limits.SIDE), 2),
            turn=round(level(lies.turn), 2),
        )
        for key, lies in shapes.items()
        if key in loose
    ]
    notes = [
        changed(journey.notes[key], at=bounded(journey.notes[key].at + by))
        for key, by in (shifts or {}).items()
        if key in journey.notes and not journey.notes[key].locked
    ]
    return changed(
        journey,
        photos=journey.photos.with_(*photos).on_top(*out),
        notes=journey.notes.with_(*notes),
    )


def write_like(
    journey: Journey,
    note_ids: Iterable[str],
    *,
    width: float | None = None,
    tint: SlipTint | None = None,
    letters: Letters | None = None,
) -> Journey:
    """Let notes have this width, paper or size of letters; what is not named stays."""
    fields: dict[str, Any] = {}
    if width is not None:
        fields["width"] = round(min(max(width, LEAST_NOTE_WIDTH), limits.SIDE), 2)
    if tint is not None:
        fields["tint"] = tint
    if letters is not None:
        fields["letters"] = letters
    resizes = width is not None or letters is not None
    for key in note_ids:
        if not (resizes and is_held(journey, key)):
            journey = rewritten(journey, "notes", key, fields)
    return journey


def to_front(journey: Journey, ids: Iterable[str]) -> Journey:
    """Lay things over all others of their kind, in the order they have among themselves."""
    return _restacked(journey, ids, front=True)


def to_back(journey: Journey, ids: Iterable[str]) -> Journey:
    """Lay things under all others of their kind, in the order they have among themselves."""
    return _restacked(journey, ids, front=False)


def pin_down(journey: Journey, ids: Iterable[str], lies: Mapping[str, Shape]) -> Journey:
    """Let no hand move these any more.

    A photo in a fan is laid there by itself, or it would move whenever others come or go; with its
    halte pinned down it stays in it.

    Args:
        journey: it.
        ids: what is pinned down.
        lies: how the photos among them are seen that lie in a fan.
    """
    wanted = set(ids)
    out = {
        key: lies[key]
        for key in lies
        if key in wanted and key in journey.photos and journey.photos[key].stop not in wanted
    }
    return _locked(shape(journey, out) if out else journey, wanted, locked=True)


def let_go(journey: Journey, ids: Iterable[str]) -> Journey:
    """Let hands move these again."""
    return _locked(journey, set(ids), locked=False)


def shift(
    journey: Journey,
    shifts: Mapping[str, Point],
    seen: Mapping[str, Point],
    *,
    sheet: Rect | None = None,
) -> Journey:
    """Move things, each by its own; a photo in a fan is taken out of it, where it is seen.

    Args:
        journey: it.
        shifts: by how much each moves.
        seen: where the photos among them are seen that lie in a fan.
        sheet: the whole map, which own places stay on.
    """
    for key, by in shifts.items():
        if by != Point(0.0, 0.0) and not is_held(journey, key):
            if key in seen and key in journey.photos:
                journey = lay_down(journey, {key: seen[key] + by})
            else:
                journey = move(journey, [key], by, sheet=sheet)
    return journey


def _restacked(journey: Journey, ids: Iterable[str], *, front: bool) -> Journey:
    wanted = set(ids)
    wanted.update(
        photo.id for key in journey.stops.keys() & wanted for photo in bundle_of(journey, key)
    )
    put: dict[str, Any] = {}
    for name in _STACKED:
        table = getattr(journey, name)
        moved = [key for key in table if key in wanted]
        if moved:
            put[name] = table.on_top(*moved) if front else table.below(*moved)
    return changed(journey, **put) if put else journey


def _locked(journey: Journey, ids: AbstractSet[str], *, locked: bool) -> Journey:
    """Of photos only those that lie by themselves: in a fan their halte is what holds them."""
    put: dict[str, Any] = {}
    for name, table in tables(journey):
        records = [table[key] for key in table if key in ids]
        turned = [
            changed(each, locked=locked)
            for each in records
            if isinstance(each, Laid) and getattr(each, "at", True) is not None
        ]
        if turned:
            put[name] = table.with_(*turned)
    return changed(journey, **put) if put else journey
