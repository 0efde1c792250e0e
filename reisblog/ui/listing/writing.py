"""What is written in a row, and what it does to the journey with every letter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from reisblog import look
from reisblog.model import edits, room
from reisblog.model.journey import Journey
from reisblog.model.records import BackpackItem, Companion, Note
from reisblog.texts import _
from reisblog.ui.listing.rows import Kind, Row

if TYPE_CHECKING:
    from reisblog.model.geometry import Point, Rect

Change = Callable[[Journey, str], Journey]


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """Words that can be written in a row.

    Attributes:
        name: of the field, for those who cannot see it.
        label: of the step in "Undo ...".
        key: steps with one key become one.
        change: gives the next journey.
        lines: whether there may be several.
        degrees: whether it is no text but a direction.
    """

    name: str
    label: str
    key: str
    change: Change
    lines: bool = False
    degrees: bool = False


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is there for as long as somebody writes in it, and longer if words come.

    Attributes:
        row: without words.
        under: the key of the row it stands below.
        writing: what its first letter does.
    """

    row: Row
    under: str
    writing: Writing


def writing_in(row: Row) -> Writing | None:
    """What can be written in a row that is there."""
    made = _WRITINGS.get(row.kind)
    return None if made is None else made(row.record)


def said(journey: Journey, row: Row) -> str:
    """What a journey says now that is written in a row which is there only for that."""
    table, field = {
        Kind.WHEN: ("stops", "when"),
        Kind.STORY: ("stops", "text"),
        Kind.ROLE: ("companions", "role"),
        Kind.ASKER: ("compass_moments", "asker"),
        Kind.DIRECTION: ("compass_moments", "direction"),
        Kind.NOTE: ("notes", "text"),
        Kind.THING: ("backpack", "text"),
        Kind.PICKED_UP: ("backpack", "text"),
        Kind.PERSON: ("companions", "name"),
    }[row.kind]
    return str(getattr(getattr(journey, table).get(row.record), field, ""))


# Rows that begin empty


def part(row: Row, kind: Kind, label: str, raw: str = "") -> Draft:
    """Something that a row says among its facts, to be written in a row of its own."""
    fresh = Row(
        key=f"{row.key}/{kind.value}",
        kind=kind,
        record=row.record,
        stop=row.stop,
        label=label,
        raw=raw,
        labelled=True,
    )
    writing = writing_in(fresh)
    if writing is None:
        raise ValueError(kind)
    return Draft(row=fresh, under=row.key, writing=writing)


def new_note(note_id: str, stop_id: str | None, near: Point, sheet: Rect) -> Draft:
    """A note near a point, in a halte or in none."""
    wide = look.NOTE_WIDTH_UNITS

    def change(now: Journey, text: str) -> Journey:
        if not text.strip():
            return edits.remove(now, [note_id])
        if note_id in now.notes:
            return edits.set_note_text(now, note_id, text)
        at = room.spot_for_note(now, sheet, near, text, wide)
        stop = stop_id if stop_id in now.stops else None
        return edits.add_note(now, Note(id=note_id, text=text, at=at, stop=stop, width=wide))

    return Draft(
        row=Row(
            key=f"note:{note_id}",
            kind=Kind.NOTE,
            record=note_id,
            stop=stop_id,
            label=_("Note"),
            labelled=True,
        ),
        under="group:loose" if stop_id is None else f"stop:{stop_id}",
        writing=_lines(_("Note"), _("Write a note"), f"note-{note_id}", change),
    )


def new_thing(item_id: str, stop_id: str | None) -> Draft:
    """A thing for the backpack, picked up at a halte or not said where."""

    def change(now: Journey, text: str) -> Journey:
        if not text.strip():
            return edits.remove(now, [item_id])
        if item_id in now.backpack:
            return edits.rename_item(now, item_id, text)
        stop = stop_id if stop_id in now.stops else None
        return edits.pack(now, BackpackItem(id=item_id, text=text, stop=stop))

    here = stop_id is not None
    kind = Kind.PICKED_UP if here else Kind.THING
    return Draft(
        row=Row(
            key=f"stop:{stop_id}/{kind.value}:{item_id}" if here else f"thing:{item_id}",
            kind=kind,
            record=item_id,
            stop=stop_id,
            label=_("Picked up here") if here else _("Thing"),
            labelled=here,
        ),
        under=f"stop:{stop_id}" if here else "group:backpack",
        writing=_label(item_id, change, _("Put in the backpack")),
    )


def new_person(companion_id: str) -> Draft:
    """Somebody who travels along."""

    def change(now: Journey, text: str) -> Journey:
        if not text.strip():
            return edits.remove(now, [companion_id])
        if companion_id in now.companions:
            return edits.change_companion(now, companion_id, name=text)
        return edits.welcome(now, Companion(id=companion_id, name=text))

    return Draft(
        row=Row(
            key=f"person:{companion_id}",
            kind=Kind.PERSON,
            record=companion_id,
            label=_("Travel companion"),
        ),
        under="group:company",
        writing=_name(companion_id, change, _("Welcome somebody")),
    )


def _head(name: str, label: str, field: str) -> Writing:
    def change(now: Journey, text: str) -> Journey:
        return edits.entitle(now, **{field: text})

    return Writing(name=name, label=label, key=field, change=change, lines=field == "about")


def _of_stop(stop_id: str, name: str, label: str, field: str) -> Writing:
    def change(now: Journey, text: str) -> Journey:
        return edits.change_stop(now, stop_id, **{field: text})

    key = f"stop-{field}-{stop_id}"
    return Writing(name=name, label=label, key=key, change=change, lines=field == "text")


def _label(item_id: str, change: Change, label: str = "") -> Writing:
    return Writing(
        name=_("In your backpack"),
        label=label or _("Rewrite a label"),
        key=f"backpack-{item_id}",
        change=change,
    )


def _name(companion_id: str, change: Change, label: str = "") -> Writing:
    return Writing(
        name=_("Name"),
        label=label or _("Rename somebody"),
        key=f"companion-name-{companion_id}",
        change=change,
    )


def _lines(name: str, label: str, key: str, change: Change) -> Writing:
    return Writing(name=name, label=label, key=key, change=change, lines=True)


def _rename(companion_id: str, now: Journey, text: str) -> Journey:
    return edits.change_companion(now, companion_id, name=text)


def _on(edit: Callable[[Journey, str, str], Journey], record_id: str) -> Change:
    return lambda now, text: edit(now, record_id, text)


def _unless_empty(change: Change) -> Change:
    """What is emptied shows again what it said: taking it away is something else."""
    return lambda now, text: change(now, text) if text.strip() else now


def _direction(moment_id: str) -> Writing:
    return Writing(
        name=_("Direction in degrees"),
        label=_("Turn the compass"),
        key=f"compass-turn-{moment_id}",
        change=lambda now, text: edits.change_compass(now, moment_id, direction=float(text)),
        degrees=True,
    )


def _asker(moment_id: str) -> Writing:
    return Writing(
        name=_("Who asked"),
        label=_("Say who asked"),
        key=f"compass-asker-{moment_id}",
        change=lambda now, text: edits.change_compass(now, moment_id, asker=text),
    )


def _at_compass(moment_id: str) -> Writing:
    return _lines(
        _("What you saw"),
        _("Write at the compass"),
        f"compass-text-{moment_id}",
        lambda now, text: edits.change_compass(now, moment_id, text=text),
    )


def _role(companion_id: str) -> Writing:
    return Writing(
        name=_("Role"),
        label=_("Say who somebody is"),
        key=f"companion-role-{companion_id}",
        change=lambda now, text: edits.change_companion(now, companion_id, role=text),
    )


def _name_of_place(place_id: str) -> Writing:
    return Writing(
        name=_("Name of your place"),
        label=_("Name a place"),
        key=f"place-name-{place_id}",
        change=lambda now, text: edits.change_place(now, place_id, name=text),
    )


def _caption(photo_id: str) -> Writing:
    change = _on(edits.set_caption, photo_id)
    return _lines(_("Caption"), _("Write a caption"), f"caption-{photo_id}", change)


def _note(note_id: str) -> Writing:
    change = _unless_empty(_on(edits.set_note_text, note_id))
    return _lines(_("Note"), _("Write a note"), f"note-{note_id}", change)


def _known_thing(item_id: str) -> Writing:
    return _label(item_id, _unless_empty(_on(edits.rename_item, item_id)))


def _known_person(companion_id: str) -> Writing:
    return _name(companion_id, _unless_empty(partial(_rename, companion_id)))


_WRITINGS: dict[Kind, Callable[[str], Writing]] = {
    Kind.JOURNEY: lambda _id: _head(_("Name of the journey"), _("Name the journey"), "title"),
    Kind.TRAVELLER: lambda _id: _head(_("Traveller"), _("Name the traveller"), "traveller"),
    Kind.ABOUT: lambda _id: _head(_("About you"), _("Tell about yourself"), "about"),
    Kind.STOP: lambda key: _of_stop(key, _("Name of this stop"), _("Name the stop"), "title"),
    Kind.WHEN: lambda key: _of_stop(key, _("When"), _("Say when it was"), "when"),
    Kind.STORY: lambda key: _of_stop(key, _("Your story here"), _("Write the story"), "text"),
    Kind.PHOTO: _caption,
    Kind.NOTE: _note,
    Kind.THING: _known_thing,
    Kind.PICKED_UP: _known_thing,
    Kind.LAID: _known_thing,
    Kind.PERSON: _known_person,
    Kind.ALONG: _known_person,
    Kind.ROLE: _role,
    Kind.PLACE: _name_of_place,
    Kind.COMPASS: _at_compass,
    Kind.ASKER: _asker,
    Kind.DIRECTION: _direction,
}
WRITTEN = frozenset(_WRITINGS)
"""The kinds of rows in which one can write."""
