"""A thing dragged out of the backpack onto the map: it is laid down at a halte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.mimes import THING
from reisblog.ui.stop_names import at_stop

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPointF

    from reisblog.ui.canvas.handling import Handling
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.surface import CanvasSurface
    from reisblog.ui.workbench import Workbench


class ThingDrop:
    """Lights where it would be laid down, and lays it there."""

    def __init__(
        self,
        workbench: Workbench,
        surface: CanvasSurface,
        handling: Handling,
        lights: Lights,
        messages: Messages,
    ) -> None:
        self._workbench = workbench
        self._surface = surface
        self._handling = handling
        self._lights = lights
        self._messages = messages

    def hover(self, at: QPointF) -> None:
        """Say at which halte that would be, at a point of the view."""
        stop_id = self._stop_at(at)
        if stop_id is None:
            self._lights.light(None, _("There is no stop here"), at)
            return
        place = self._handling.plan(self._surface.to_map(at)).place
        here = self._workbench.journey.stops[stop_id]
        said = _("Lay down {where}").format(where=at_stop(here, self._workbench.atlas))
        self._lights.light(place if place and place.id in here.places else None, said, at)

    def drop(self, mime: QMimeData, at: QPointF) -> None:
        """Lay it down; over open ground it stays where it was."""
        item_id = bytes(mime.data(THING).data()).decode(errors="replace")
        item = self._workbench.journey.backpack.get(item_id)
        stop_id = self._stop_at(at)
        if item is None:  # of another journey
            return
        if stop_id is None:
            self._messages.tell(
                _("There is no stop here, so “{thing}” stays where it was.").format(thing=item.text)
            )
            return
        self._workbench.edit(
            _("Lay it down on the way"), lambda now: edits.put_down(now, item_id, stop_id)
        )
        where = at_stop(self._workbench.journey.stops[stop_id], self._workbench.atlas)
        self._messages.tell(
            _("“{thing}” is laid down {where}.").format(thing=item.text, where=where),
            Offer(_("Put back"), self._workbench.undo),
        )

    def _stop_at(self, at: QPointF) -> str | None:
        under = self._surface.target_at(at)
        return self._handling.stop_at(self._surface.to_map(at), under=under)
