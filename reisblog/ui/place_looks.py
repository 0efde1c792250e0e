"""Looking at a place: a tap on it opens its card, and what the card offers is done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from reisblog.model import edits
from reisblog.model.own_places import free_foot
from reisblog.model.records import OwnPlace, Sign
from reisblog.texts import _
from reisblog.ui.focus_ring import holds_focus

if TYPE_CHECKING:
    from reisblog.model.atlas import Place
    from reisblog.model.geometry import Point
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.place_card import PlaceCard
    from reisblog.ui.stage import Stage
    from reisblog.ui.workbench import Workbench


class PlaceLooks(QObject):
    """Opens and closes the card of the place somebody looks at."""

    def __init__(self, workbench: Workbench, canvas: CanvasView, stage: Stage) -> None:
        """Listen to the canvas; the card is made when a place is first tapped."""
        super().__init__(stage)
        self._workbench = workbench
        self._canvas = canvas
        self._stage = stage
        canvas.place_asked.connect(self._tapped)
        workbench.look_requested.connect(self.show)
        workbench.changed.connect(self._follow)
        workbench.place_pointed.connect(self._point)
        workbench.sign_picked.connect(self._settle_in_view)
        canvas.tool_changed.connect(self.close)
        canvas.sight.changed.connect(self._rearrange)
        workbench.chosen_changed.connect(self._choice_changed)

    @cached_property
    def card(self) -> PlaceCard:
        """The card; hidden while no place is looked at."""
        from reisblog.ui.place_card import PlaceCard  # noqa: PLC0415 - for the first tap

        card = PlaceCard(self._workbench, self._area, self._stage)
        card.stop_wanted.connect(self._begin_stop)
        card.stop_picked.connect(self._pick_stop)
        card.own_place_wanted.connect(self._settle_in)
        card.removal_wanted.connect(self._remove)
        card.closed.connect(self._closed)
        self._stage.add(card)
        return card

    @property
    def is_open(self) -> bool:
        """Whether a place is looked at."""
        return "card" in vars(self) and self.card.place is not None

    def show(self, place_id: str) -> None:
        """Look at a place."""
        place = self._workbench.atlas.places.get(place_id)
        if place is None:
            return
        self._canvas.lights.looked_at = place
        self._canvas.relight()
        self.card.show_place(place)

    def close(self) -> None:
        """Look no longer."""
        if self.is_open:
            self.card.dismiss()

    def _point(self, place_id: str) -> None:
        self._canvas.lights.pointed_at = self._workbench.atlas.places.get(place_id)
        self._canvas.relight()

    def _tapped(self, place_id: str) -> None:
        """At the place that is looked at already, and at none, one looks no longer."""
        looked_at = self.card.place if self.is_open else None
        if not place_id or (looked_at is not None and looked_at.id == place_id):
            self.close()
        else:
            self.show(place_id)

    def _area(self, place: Place) -> QRect:
        """Where a place and its name are seen, in pixels of the stage."""
        port = self._canvas.viewport()
        seen = self._canvas.area_of(place).toAlignedRect()
        return seen.translated(port.mapTo(self._stage, port.rect().topLeft()))

    def _begin_stop(self, place_id: str) -> None:
        from reisblog.tools.drop import stop_at  # noqa: PLC0415 - not for the start

        workbench = self._workbench
        stop = stop_at(workbench.journey, workbench.atlas, (place_id,), workbench.new_id())
        workbench.edit(_("New stop"), lambda now: edits.start_stop(now, stop, ()))
        self._pick_stop(stop.id)
        if stop.id in workbench.journey.stops:
            workbench.write_requested.emit(stop.id)

    def _settle_in_view(self, sign: Sign) -> None:
        self._settle(sign, self._canvas.sight.seen().centre)

    def _settle_in(self, place_id: str) -> None:
        self._settle(Sign.FLAG, self._workbench.atlas.places[place_id].area.bounds.centre)

    def _settle(self, sign: Sign, near: Point) -> None:
        """Put a place of one's own on the map, to be named and carried where it belongs."""
        workbench = self._workbench
        at = free_foot(workbench.atlas, near)
        own = OwnPlace(id=workbench.new_id(), sign=sign, at=at)
        workbench.edit(_("Add a place"), lambda now: edits.add_place(now, own))
        if own.id in workbench.journey.own_places:
            self._canvas.set_tool("choose")
            workbench.choose([own.id])
            self.show(own.id)
            if self.card.form is not None:
                self.card.form.name.setFocus()

    def _remove(self, place_id: str) -> None:
        self._workbench.choose([place_id])
        self._canvas.work.handling.remove_chosen()

    def _pick_stop(self, stop_id: str) -> None:
        self._workbench.choose([stop_id])
        self._canvas.setFocus()

    def _follow(self) -> None:
        """A place of one's own has moved under the light."""
        lights, places = self._canvas.lights, self._workbench.atlas.places
        if lights.looked_at is not None and lights.looked_at is not places.get(lights.looked_at.id):
            lights.looked_at = places.get(lights.looked_at.id)
            self._canvas.relight()

    def _choice_changed(self, chosen: frozenset[str]) -> None:
        if chosen:
            self.close()

    def _closed(self) -> None:
        if holds_focus(self.card):
            self._canvas.setFocus()
        self._canvas.lights.looked_at = None
        self._canvas.relight()

    def _rearrange(self) -> None:
        if self.is_open:
            self.card.rearrange()
