"""What can be added in the list, and where on the map it then lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import in_tray
from reisblog.model.own_places import UNEXPLORED, free_foot, word_for
from reisblog.model.records import Companion, CompassMoment, OwnPlace, Sign
from reisblog.model.room import spot_for_compass
from reisblog.texts import _
from reisblog.tools.drop import stop_at
from reisblog.ui.listing import choices, writing
from reisblog.ui.listing.chooser import Choice, Wanted
from reisblog.ui.listing.deed import Deed
from reisblog.ui.listing.rows import Kind, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.ui.listing.deed import Hands
    from reisblog.ui.workbench import Workbench


class Adding:
    """Makes new things; nothing has to be placed by hand."""

    def __init__(self, workbench: Workbench, hands: Hands) -> None:
        self._workbench = workbench
        self._hands = hands

    def offers(self, row: Row | None) -> list[Deed]:
        """What can be added here, the likeliest first."""
        stop_id = row.stop if row is not None else None
        if row is None or stop_id not in self._workbench.journey.stops:
            stop_id = None
        stop = Deed(words=_("Stop"), icon="pin", act=self.begin_stop)
        thing = Deed(words=_("Thing"), icon="backpack", act=lambda: self._thing(stop_id))
        person = Deed(words=_("Travel companion"), icon="user", act=lambda: self._person(stop_id))
        compass = Deed(words=_("Compass"), icon="compass", act=lambda: self._compass(stop_id))
        note = Deed(words=_("Note"), icon="note", act=lambda: self._note(stop_id))
        photos = Deed(words=_("Photos"), icon="photos", act=lambda: self._photos(stop_id))
        place = Deed(words=_("Place of your own"), icon="flag", among=self._signs(stop_id))
        if stop_id is not None:
            parts = self._parts_of_stop(stop_id)
            return [stop, *parts, photos, note, thing, person, compass, place]
        if row is None:
            return [stop, thing, person, compass, note, photos, place]
        first = {
            "backpack": thing,
            "company": person,
            "places": place,
            "tray": photos,
        }.get(_group_of(row))
        others = [stop, thing, person, compass, note, photos, place]
        if first is not None:
            others.remove(first)
            others.insert(0, first)
        return [*self._parts_of(row), *others]

    # Haltes

    def begin_stop(self, places: Sequence[str] = ()) -> None:
        """Ask at which places a new halte is: none, one or several; then make it."""
        picked: dict[str, None] = dict.fromkeys(places)

        def toggle(place_id: str) -> None:
            if place_id in picked:
                del picked[place_id]
            else:
                picked[place_id] = None

        self._hands.choose(
            Wanted(
                title=_("New stop: at one place, at several, or at none"),
                choices=choices.place_choices(self._workbench),
                picked=toggle,
                ticked=frozenset(places),
                done=(_("Make the stop"), lambda: self.stop(tuple(picked))),
            )
        )

    def stop(self, places: Sequence[str]) -> None:
        """A new halte, last in the order; its name can be written at once."""
        workbench = self._workbench
        stop = stop_at(workbench.journey, workbench.atlas, places, workbench.new_id())
        workbench.edit(_("New stop"), lambda now: edits.start_stop(now, stop))
        if stop.id in workbench.journey.stops:
            self._hands.write(f"stop:{stop.id}")

    def _parts_of_stop(self, stop_id: str) -> list[Deed]:
        """The words that a halte does not have yet."""
        stop = self._workbench.journey.stops[stop_id]
        row = Row(key=f"stop:{stop_id}", kind=Kind.STOP, record=stop_id, stop=stop_id)
        parts = []
        if not stop.text:
            parts.append(self._part(row, Kind.STORY, _("Story"), "text"))
        if not stop.when:
            parts.append(self._part(row, Kind.WHEN, _("When"), "calendar"))
        return parts

    def _parts_of(self, row: Row) -> list[Deed]:
        journey = self._workbench.journey
        known = journey.companions.get(row.record)
        if row.kind is Kind.PERSON and known is not None and not known.role:
            return [self._part(row, Kind.ROLE, _("Role"), "text")]
        return []

    def _part(self, row: Row, kind: Kind, words: str, icon: str) -> Deed:
        return Deed(
            words=words, icon=icon, act=lambda: self._hands.begin(writing.part(row, kind, words))
        )

    # What belongs to a halte, or to none

    def _thing(self, stop_id: str | None) -> None:
        self._hands.begin(writing.new_thing(self._workbench.new_id(), stop_id))

    def _note(self, stop_id: str | None) -> None:
        workbench = self._workbench
        near, sheet = self._near(stop_id), workbench.atlas.bounds
        self._hands.begin(writing.new_note(workbench.new_id(), stop_id, near, sheet))

    def _person(self, stop_id: str | None) -> None:
        if stop_id is None:
            self._hands.begin(writing.new_person(self._workbench.new_id()))
        else:
            self.choose_company(stop_id)

    def choose_company(self, stop_id: str) -> None:
        """Say who was along at a halte; somebody new may be named."""
        workbench = self._workbench
        label = _("Say who was along")

        def toggle(key: str) -> None:
            stop = workbench.journey.stops.get(stop_id)
            here = stop is None or key not in stop.company
            workbench.edit(label, lambda now: edits.accompany(now, key, [stop_id], along=here))

        def welcome(name: str) -> None:
            known = Companion(id=workbench.new_id(), name=name)
            workbench.edit(
                _("Welcome somebody"),
                lambda now: edits.welcome_at(now, known, stop_id),
            )

        self._hands.choose(
            Wanted(
                title=_("Along here"),
                choices=[
                    Choice(id=key, words=person.name, also=person.role)
                    for key, person in workbench.journey.companions.items()
                ],
                picked=toggle,
                ticked=frozenset(workbench.journey.stops[stop_id].company),
                named=welcome,
            )
        )

    def _compass(self, stop_id: str | None) -> None:
        workbench = self._workbench
        key, near, sheet = workbench.new_id(), self._near(stop_id), workbench.atlas.bounds

        def lay(now: Journey) -> Journey:
            at = spot_for_compass(now, sheet, near)
            return edits.lay_compass(now, CompassMoment(id=key, at=at, stop=stop_id))

        workbench.edit(_("Lay the compass down"), lay)
        if key in workbench.journey.compass_moments:
            self._hands.write(f"compass:{key}")

    def _photos(self, stop_id: str | None) -> None:
        journey = self._workbench.journey
        free = [*in_tray(journey), *(p for p in journey.photos.values() if p.stop is None and p.at)]
        if stop_id is None or not free:
            self._hands.pick_photos()
            return
        self.choose_photos(stop_id, free)

    def choose_photos(self, stop_id: str, free: Sequence[Photo]) -> None:
        """Lay photos in a halte, of those that lie in none."""
        workbench = self._workbench

        def toggle(key: str) -> None:
            photo = workbench.journey.photos.get(key)
            if photo is None:
                return
            if photo.stop == stop_id:
                workbench.edit(_("Put back in the tray"), lambda now: edits.take_back(now, [key]))
            else:
                workbench.edit(
                    _("Lay photos in a stop"), lambda now: edits.put_in_stop(now, [key], stop_id)
                )

        self._hands.choose(
            Wanted(
                title=_("Photos of this stop"),
                choices=choices.photo_choices(free),
                picked=toggle,
                ticked=frozenset(),
            )
        )

    # Places of one's own

    def _signs(self, stop_id: str | None) -> tuple[Deed, ...]:
        return tuple(
            Deed(words=word_for(sign), act=partial(self._place, sign, stop_id)) for sign in Sign
        )

    def _place(self, sign: Sign, stop_id: str | None) -> None:
        workbench = self._workbench
        at = free_foot(workbench.atlas, self._near(stop_id))
        own = OwnPlace(id=workbench.new_id(), sign=sign, at=at)
        workbench.edit(_("Add a place"), lambda now: edits.add_place(now, own))
        if own.id in workbench.journey.own_places:
            self._hands.write(f"place:{own.id}")

    def _near(self, stop_id: str | None) -> Point:
        """Where a new thing lies that nobody has laid: at its halte, or on open ground."""
        workbench = self._workbench
        if stop_id is not None and stop_id in workbench.journey.stops:
            return workbench.journey.stops[stop_id].at
        blank = workbench.atlas.places.get(UNEXPLORED)
        return workbench.atlas.bounds.centre if blank is None else blank.area.bounds.centre


_GROUPS = {
    Kind.THING: "backpack",
    Kind.PERSON: "company",
    Kind.ROLE: "company",
    Kind.PLACE: "places",
}


def _group_of(row: Row) -> str:
    if row.kind in {Kind.GROUP, Kind.HINT}:
        return row.record
    return _GROUPS.get(row.kind, "")
