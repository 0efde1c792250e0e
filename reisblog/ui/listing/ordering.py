"""Haltes moved in their order, past the line and back, and beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui.listing.rows import Kind, Row
from reisblog.ui.stop_names import stop_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.journey import Journey
    from reisblog.ui.listing.deed import Hands
    from reisblog.ui.workbench import Workbench


class Ordering:
    """Moves a halte, and says where it stands then."""

    def __init__(self, workbench: Workbench, hands: Hands) -> None:
        self._workbench = workbench
        self._hands = hands

    def shift(self, row: Row | None, by: int) -> None:
        """The halte one up or down; beyond the last lies the line, and below it it is loose."""
        if row is None or row.kind is not Kind.STOP:
            return
        key, order = row.record, self._workbench.journey.order
        if key not in order and by > 0:
            return
        place = max(order.index(key) + by, 0) if key in order else len(order)
        if key in order and place >= len(order):
            self._change(key, lambda now: edits.place_in_order(now, key, None))
            return
        # Of the haltes that are seen now; others may stand between them.
        others = [other for other in order if other != key]
        behind = others[place] if place < len(others) else None
        self._change(key, lambda now: edits.place_before(now, key, behind))

    def indent(self, row: Row | None, *, beside: bool) -> None:
        """Put the halte that is current on the second track, or back on the first."""
        if row is None or row.kind is not Kind.STOP:
            return
        key, journey = row.record, self._workbench.journey
        if key not in journey.order or journey.stops[key].beside == beside:
            return
        above = journey.order[: journey.order.index(key)]
        if beside and all(journey.stops[stop].beside for stop in above):
            return  # there is nothing yet that it could stand beside
        label = _("Put on a second track") if beside else _("Put on the first track")
        self._workbench.edit(label, lambda now: edits.set_beside(now, key, beside=beside))
        self._hands.say(_("On a second track") if beside else _("On the first track"))

    def _change(self, key: str, edit: Callable[[Journey], Journey]) -> None:
        self._workbench.edit(_("Change the order"), edit)
        self._hands.go_to(f"stop:{key}")
        order = self._workbench.journey.order
        if key not in order:
            self._hands.say(_("Loose"))
        elif order.index(key) == 0:
            self._hands.say(_("At the beginning"))
        else:
            above = self._workbench.journey.stops[order[order.index(key) - 1]]
            name = stop_name(above, self._workbench.atlas)
            self._hands.say(_("After “{stop}”").format(stop=name))
