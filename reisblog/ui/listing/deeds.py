"""What can be done with a row: all that the menus of the list offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reisblog.model import edits
from reisblog.model.journey import ids_in
from reisblog.model.own_places import word_for
from reisblog.model.pennants import word_for as word_for_flag
from reisblog.model.records import Audience, BackpackKind, Flag, Impulse, Sign
from reisblog.model.room import spot_for_compass
from reisblog.texts import _
from reisblog.ui.listing import choices, wording, writing
from reisblog.ui.listing.chooser import Choice, Wanted
from reisblog.ui.listing.deed import Deed
from reisblog.ui.listing.rows import Kind, Row
from reisblog.ui.panels.companion_editor import roles
from reisblog.ui.panels.luggage import kind_name
from reisblog.ui.showing import audience_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.journey import Journey
    from reisblog.ui.listing.adding import Adding
    from reisblog.ui.listing.deed import Hands
    from reisblog.ui.listing.removing import Removing
    from reisblog.ui.workbench import Workbench

_HEAD = {Kind.JOURNEY, Kind.TRAVELLER, Kind.ABOUT, Kind.MIST}
_ON_MAP = {Kind.STOP, Kind.PHOTO, Kind.NOTE, Kind.COMPASS, Kind.TRAIL, Kind.PLACE}


class Deeds:
    """Offers what can be done with a row."""

    def __init__(self, workbench: Workbench, hands: Hands, new: Adding, removing: Removing) -> None:
        self._workbench = workbench
        self._hands = hands
        self._new = new
        self._removing = removing

    def offers(self, row: Row) -> list[Deed]:
        """All that can be done with a row."""
        special: dict[Kind, Callable[[Row], list[Deed]]] = {
            Kind.STOP: self._with_stop,
            Kind.PHOTO: self._with_photo,
            Kind.THING: self._with_thing,
            Kind.PICKED_UP: self._with_thing,
            Kind.LAID: self._with_thing,
            Kind.PERSON: self._with_person,
            Kind.ALONG: self._with_person,
            Kind.COMPASS: self._with_compass,
            Kind.PLACE: self._with_place,
        }
        if not self._is_there(row):
            return []  # it has no words yet
        if row.kind in special:
            deeds = special[row.kind](row)
        else:
            deeds = [self._write(row, _("Write"))] if writing.writing_in(row) else []
        if row.audience is not None:
            deeds.append(self._seen(row, row.audience))
        if row.kind in _ON_MAP and self._lies(row):
            deeds.append(self._deed(_("Show on the map"), "map", self._hands.show_on_map, row))
        if (removal := self._removing.offer(row)) is not None:
            deeds.append(removal)
        return deeds

    def _is_there(self, row: Row) -> bool:
        whole = [Kind.GROUP, Kind.HINT, *_HEAD]
        return row.kind in whole or row.record in ids_in(self._workbench.journey)

    # Haltes and photos

    def _with_stop(self, row: Row) -> list[Deed]:
        key = row.record
        stop = self._workbench.journey.stops[key]
        in_order = key in self._workbench.journey.order
        moves = [
            Deed(words=_("Move up"), icon="arrow-up", act=lambda: self._hands.shift(-1), apart=True)
        ]
        if in_order:
            moves.append(
                Deed(words=_("Move down"), icon="arrow-down", act=lambda: self._hands.shift(1))
            )
            moves.append(
                Deed(
                    words=_("On a second track"),
                    holds=row.beside,
                    act=lambda: self._hands.indent(beside=not row.beside),
                )
            )
            moves.append(self._deed(_("Let it be loose"), "loose", self._loosen, row))
        return [
            self._write(row, _("Name")),
            self._part(row, Kind.STORY, _("Story"), "text", there=bool(stop.text)),
            self._part(row, Kind.WHEN, _("When"), "calendar", there=False, raw=stop.when),
            self._deed(_("Also at another place"), "pin", self._choose_places, row),
            self._deed(_("Who was along"), "users", self._new.choose_company, row),
            *moves,
        ]

    def _loosen(self, key: str) -> None:
        self._workbench.edit(
            _("Change the order"), lambda now: edits.place_in_order(now, key, None)
        )
        self._hands.go_to(f"stop:{key}")

    def _choose_places(self, key: str) -> None:
        self._hands.choose(
            Wanted(
                title=_("At one place, at several, or at none"),
                choices=choices.place_choices(self._workbench),
                picked=lambda place_id: self._workbench.edit(
                    _("Change where the stop is"),
                    lambda now: edits.also_at(now, key, place_id),
                ),
                ticked=frozenset(self._workbench.journey.stops[key].places),
            )
        )

    def _with_photo(self, row: Row) -> list[Deed]:
        key = row.record

        def lay(stop_id: str) -> None:
            self._workbench.edit(
                _("Lay photos in a stop"), lambda now: edits.put_in_stop(now, [key], stop_id)
            )
            self._hands.go_to(row.key)

        deeds = [self._write(row, _("Caption"))]
        if self._workbench.journey.stops:
            words = _("To another stop…") if row.stop else _("To a stop…")
            act = partial(self._choose_stop, _("The stop of this photo"), row.stop, lay)
            deeds.append(Deed(words=words, icon="pin", act=act))
        photo = self._workbench.journey.photos[key]
        if photo.stop is not None or photo.at is not None:
            words = _("Out of its stop") if photo.stop else _("Put back in the tray")
            deeds.append(Deed(words=words, icon="tray", act=partial(self._take_back, row)))
        return deeds

    def _take_back(self, row: Row) -> None:
        self._workbench.edit(
            _("Put back in the tray"), lambda now: edits.take_back(now, [row.record])
        )
        self._hands.go_to(row.key)

    # Things

    def _with_thing(self, row: Row) -> list[Deed]:
        key = row.record
        item = self._workbench.journey.backpack[key]
        kinds = tuple(
            Deed(words=kind_name(kind), holds=kind is item.kind, act=partial(self._sort, key, kind))
            for kind in BackpackKind
        )
        deeds = [
            self._write(row, _("Its word")),
            Deed(words=_("What sort it is"), among=kinds, icon="list"),
        ]
        if not self._workbench.journey.stops:
            return deeds
        for words, stop_id, label, edit in (
            (_("Picked up at…"), item.stop, _("Say where it was picked up"), edits.pick_up),
            (_("Laid down at…"), item.laid, _("Lay it down on the way"), edits.put_down),
        ):
            say = partial(self._say_stop, label, edit, key)
            act = partial(self._choose_stop, words, stop_id, say)
            deeds.append(Deed(words=words, icon="pin", act=act))
        return deeds

    def _sort(self, key: str, kind: BackpackKind) -> None:
        item = self._workbench.journey.backpack[key]
        said = None if item.kind is kind else kind
        self._workbench.edit(_("Say what sort it is"), lambda now: edits.sort_item(now, key, said))

    def _say_stop(
        self,
        label: str,
        edit: Callable[[Journey, str, str | None], Journey],
        key: str,
        stop_id: str,
    ) -> None:
        self._workbench.edit(label, lambda now: edit(now, key, stop_id or None))

    # People

    def _with_person(self, row: Row) -> list[Deed]:
        key = row.record
        person = self._workbench.journey.companions[key]
        known = dict.fromkeys([*roles(), *([person.role] if person.role else [])])
        among = tuple(
            Deed(words=role, holds=role == person.role, act=partial(self._cast, key, role))
            for role in known
        )
        own = row if row.kind is Kind.PERSON else None
        other = (
            (self._part(own, Kind.ROLE, _("In other words"), "", there=False, raw=person.role),)
            if own is not None
            else ()
        )
        deeds = [
            self._write(row, _("Name")),
            Deed(words=_("Role"), among=(*among, *other), icon="text"),
        ]
        for words, holds, act in (
            (_("Helps you"), person.helps, self._toggle_helps),
            (_("Slows you down"), person.hinders, self._toggle_hinders),
        ):
            deeds.append(Deed(words=words, holds=holds, act=partial(act, key)))
        if self._workbench.journey.stops:
            deeds.append(self._deed(_("Along at…"), "pin", self._choose_stretch, row))
        return deeds

    def _cast(self, key: str, role: str) -> None:
        had = self._workbench.journey.companions[key].role
        self._workbench.edit(
            _("Say who somebody is"),
            lambda now: edits.change_companion(now, key, role="" if role == had else role),
        )

    def _toggle_helps(self, key: str) -> None:
        helps = not self._workbench.journey.companions[key].helps
        self._workbench.edit(
            _("Say what their company does"),
            lambda now: edits.change_companion(now, key, helps=helps),
        )

    def _toggle_hinders(self, key: str) -> None:
        hinders = not self._workbench.journey.companions[key].hinders
        self._workbench.edit(
            _("Say what their company does"),
            lambda now: edits.change_companion(now, key, hinders=hinders),
        )

    def _choose_stretch(self, key: str) -> None:
        journey = self._workbench.journey

        def toggle(stop_id: str) -> None:
            stop = self._workbench.journey.stops.get(stop_id)
            here = stop is not None and key not in stop.company
            self._workbench.edit(
                _("Say where somebody was along"),
                lambda now: edits.accompany(now, key, [stop_id], along=here),
            )

        self._hands.choose(
            Wanted(
                title=_("Along at these stops"),
                choices=choices.stop_choices(self._workbench),
                picked=toggle,
                ticked=frozenset(k for k, stop in journey.stops.items() if key in stop.company),
            )
        )

    # The compass

    def _with_compass(self, row: Row) -> list[Deed]:
        key = row.record
        moment = self._workbench.journey.compass_moments[key]
        number = moment.direction * wording.WINDS / 360.0
        winds = tuple(
            Deed(words=wording.wind(nth), holds=number == nth, act=partial(self._turn, key, nth))
            for nth in range(wording.WINDS)
        )
        degrees = self._part(
            row, Kind.DIRECTION, _("In degrees"), "rotate", there=False, raw=str(moment.direction)
        )
        whys = tuple(
            Deed(words=words, holds=moment.impulse is impulse, act=partial(self._why, key, impulse))
            for impulse, words in (
                (Impulse.INTERNAL, _("From yourself")),
                (Impulse.EXTERNAL, _("Somebody asked about it")),
            )
        )
        deeds = [
            self._write(row, _("What you saw")),
            Deed(words=_("Direction"), icon="rotate", among=(*winds, degrees)),
            Deed(words=_("Why it came out"), icon="compass", among=whys),
            self._part(row, Kind.ASKER, _("Who asked"), "user", there=False, raw=moment.asker),
        ]
        if self._workbench.journey.stops:
            act = partial(
                self._choose_stop, _("At the stop"), moment.stop, partial(self._carry, row)
            )
            deeds.append(Deed(words=_("To a stop…"), icon="pin", act=act))
        return deeds

    def _turn(self, key: str, nth: int) -> None:
        degrees = nth * 360.0 / wording.WINDS
        self._workbench.edit(
            _("Turn the compass"), lambda now: edits.change_compass(now, key, direction=degrees)
        )

    def _why(self, key: str, impulse: Impulse) -> None:
        had = self._workbench.journey.compass_moments[key].impulse
        said = None if had is impulse else impulse
        self._workbench.edit(
            _("Say why the compass came out"), lambda now: edits.set_impulse(now, key, said)
        )

    def _carry(self, row: Row, stop_id: str) -> None:
        journey, sheet = self._workbench.journey, self._workbench.atlas.bounds
        moment = journey.compass_moments[row.record]
        near = journey.stops[stop_id].at if stop_id else moment.at
        at = spot_for_compass(journey, sheet, near) if stop_id else moment.at
        self._workbench.edit(
            _("Lay the compass elsewhere"),
            lambda now: edits.move_compass(now, row.record, at, stop_id or None),
        )
        self._hands.go_to(row.key)

    # Places of one's own

    def _with_place(self, row: Row) -> list[Deed]:
        key = row.record
        place = self._workbench.journey.own_places[key]
        signs = tuple(
            Deed(words=word_for(sign), holds=sign is place.sign, act=partial(self._sign, key, sign))
            for sign in Sign
        )
        flags = [
            Deed(
                words=word_for_flag(flag),
                holds=flag is place.flag,
                act=partial(self._flag, key, flag),
            )
            for flag in Flag
        ]
        return [
            self._write(row, _("Name")),
            Deed(words=_("Another sign"), icon="flag", among=signs),
            *flags,
            Deed(words=_("Stop here"), icon="pin", act=lambda: self._new.stop((key,))),
        ]

    def _sign(self, key: str, sign: Sign) -> None:
        self._workbench.edit(_("Another sign"), lambda now: edits.change_place(now, key, sign=sign))

    def _flag(self, key: str, flag: Flag) -> None:
        had = self._workbench.journey.own_places[key].flag
        self._workbench.edit(
            _("Departure or destination"),
            lambda now: edits.set_flag(now, key, None if had is flag else flag),
        )

    # For all

    def _seen(self, row: Row, now: Audience) -> Deed:
        among = tuple(
            Deed(
                words=audience_name(audience),
                holds=audience is now,
                act=partial(self._show_to, row, audience),
            )
            for audience in Audience
        )
        return Deed(words=_("To be seen by"), icon="eye", among=among, apart=True)

    def _show_to(self, row: Row, audience: Audience) -> None:
        label = _("Say who may see it")
        if row.kind in _HEAD:
            part = row.record
            self._workbench.edit(label, lambda now: edits.show_head_to(now, part, audience))
        else:
            ids = [row.record]
            self._workbench.edit(label, lambda now: edits.show_to(now, ids, audience))

    def _lies(self, row: Row) -> bool:
        """Whether it is to be seen on the map."""
        photo = self._workbench.journey.photos.get(row.record)
        return photo is None or photo.at is not None or photo.stop is not None

    def _choose_stop(self, title: str, now: str | None, picked: Callable[[str], None]) -> None:
        none = Choice(id="", words=_("At no stop"))
        stops = choices.stop_choices(self._workbench, now)
        offered = [*stops, *([none] if now is not None else [])]
        self._hands.choose(Wanted(title=title.rstrip("…"), choices=offered, picked=picked))

    def _write(self, row: Row, words: str) -> Deed:
        return Deed(words=words, icon="text", act=lambda: self._hands.write(row.key))

    def _part(
        self, row: Row, kind: Kind, words: str, icon: str, *, there: bool, raw: str = ""
    ) -> Deed:
        """Words of a record that have a row of their own only while they are written."""
        if there:
            key = f"{row.key}/{kind.value}"
            return Deed(words=words, icon=icon, act=lambda: self._hands.write(key))
        draft = writing.part(row, kind, words, raw)
        return Deed(words=words, icon=icon, act=lambda: self._hands.begin(draft))

    @staticmethod
    def _deed(words: str, icon: str, act: Callable[[str], None], row: Row) -> Deed:
        return Deed(words=words, icon=icon, act=lambda: act(row.record))
