"""Looking at a place: a tap on it opens its card, and what the card offers is done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF

from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui.focus_ring import holds_focus

if TYPE_CHECKING:
    from reisblog.model.atlas import Place
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
        card.closed.connect(self._closed)
        self._stage.add(card)
        return card

    @property
    def is_open(self) -> bool:
        """Whether a place is looked at."""
        return "card" in vars(self) and self.card.place is not None

    def show(self, place_id: str) -> None:
        """Look at a place."""
        place = self._workbench.atlas.places[place_id]
        self._canvas.lights.looked_at = place
        self._canvas.relight()
        self.card.show_place(place)

    def close(self) -> None:
        """Look no longer."""
        if self.is_open:
            self.card.dismiss()

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
        bounds = place.area.bounds
        area = QRectF(bounds.x, bounds.y, bounds.width, bounds.height)
        seen = self._canvas.viewportTransform().mapRect(area).toAlignedRect()
        return seen.translated(port.mapTo(self._stage, port.rect().topLeft()))

    def _begin_stop(self, place_id: str) -> None:
        from reisblog.tools.drop import stop_at  # noqa: PLC0415 - not for the start

        workbench = self._workbench
        stop = stop_at(workbench.journey, workbench.atlas, (place_id,), workbench.new_id())
        workbench.edit(_("New stop"), lambda now: edits.start_stop(now, stop, ()))
        self._pick_stop(stop.id)
        if stop.id in workbench.journey.stops:
            workbench.write_requested.emit(stop.id)

    def _pick_stop(self, stop_id: str) -> None:
        self._workbench.choose([stop_id])
        self._canvas.setFocus()

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
