"""Looking at a compass: the one that is chosen has its card beside it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from reisblog.model.geometry import Point
from reisblog.model.records import Audience
from reisblog.ui.focus_ring import holds_focus

if TYPE_CHECKING:
    from reisblog.model.records import CompassMoment
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.compass_card import CompassCard
    from reisblog.ui.stage import Stage
    from reisblog.ui.workbench import Workbench


class CompassLooks(QObject):
    """Shows and hides the card, and keeps it beside the compass and off it.

    Where others look, on a board or through their eyes, a chosen compass only tells its words; the
    card comes when it is asked for.
    """

    def __init__(
        self, workbench: Workbench, canvas: CanvasView, scene: CanvasScene, stage: Stage
    ) -> None:
        """Follow what is chosen; the card is made for the first compass."""
        super().__init__(stage)
        self._workbench = workbench
        self._canvas = canvas
        self._scene = scene
        self._stage = stage
        self._asked = self._closed = ""
        canvas.compass_asked.connect(self._write)
        workbench.compass_wanted.connect(self._take_out)
        workbench.chosen_changed.connect(self._choice_changed)
        for told in (
            workbench.changed,
            workbench.opened,
            workbench.viewer_changed,
            canvas.tool_changed,
            canvas.quiet_changed,
            scene.calm_changed,
        ):
            told.connect(self.refresh)
        workbench.look_requested.connect(self._look)
        canvas.sight.changed.connect(self._rearrange)

    @cached_property
    def card(self) -> CompassCard:
        """The card; hidden while no compass is chosen."""
        from reisblog.ui.compass_card import CompassCard  # noqa: PLC0415 - for the first one

        card = CompassCard(self._workbench, self._stage)
        card.left.connect(self._canvas.setFocus)
        card.closed.connect(self._close)
        card.removal_wanted.connect(self._remove)
        self._stage.add(card)
        card.setTabOrder(self._canvas, card.close_button)
        return card

    @property
    def is_open(self) -> bool:
        """Whether the card of a compass is there."""
        return "card" in vars(self) and self.card.isVisibleTo(self._stage)

    def refresh(self) -> None:
        """Show the card of the compass that is chosen, or none."""
        moment = self._looked_at()
        if moment is None:
            self._hide()
            return
        card = self.card
        came = not self.is_open
        card.show_moment(moment)
        self._canvas.work.writer.reader.leave_to_card(moment.id)
        if came:
            card.show()
            card.raise_()
        self._rearrange(makes_room=came)

    def _looked_at(self) -> CompassMoment | None:
        canvas, chosen = self._canvas, self._workbench.chosen
        key = next(iter(chosen)) if len(chosen) == 1 else ""
        moment = self._workbench.journey.compass_moments.get(key)
        if moment is None or key == self._closed or not self._scene.is_calm:
            return None
        if canvas.quiet or canvas.tool == "path":
            return None
        others_look = self._stage.on_board or self._workbench.viewer is not Audience.SELF
        return None if others_look and key != self._asked else moment

    def _hide(self) -> None:
        if self.is_open:
            if holds_focus(self.card):
                self._canvas.setFocus()  # or Qt gives it to the next field: the title
            self.card.hide()
            self.card.forget()
            self._canvas.work.writer.reader.leave_to_card("")

    def _write(self, moment_id: str, letters: str) -> None:
        """Open the card and go on with its words there."""
        if self._canvas.tool == "path":
            self._canvas.set_tool("choose")
        self._canvas.set_quiet(quiet=False)
        self._look(moment_id)
        if self.is_open:
            self.card.write(letters)

    def _look(self, record_id: str) -> None:
        """Open the card of a compass that was asked for."""
        if record_id in self._workbench.journey.compass_moments:
            self._workbench.choose([record_id])
            self._asked, self._closed = record_id, ""
            self.refresh()

    def _take_out(self) -> None:
        self._canvas.work.compass.take_out()

    def _choice_changed(self) -> None:
        self._asked = self._closed = ""
        self.refresh()

    def _close(self) -> None:
        self._closed = self.card.moment_id
        self._canvas.setFocus()
        self.refresh()

    def _remove(self, moment_id: str) -> None:
        self._canvas.setFocus()
        self._workbench.choose([moment_id])
        self._canvas.work.handling.remove_chosen()

    def _rearrange(self, *, makes_room: bool = False) -> None:
        """Keep the card beside the compass; where neither side has room, move the map a little."""
        if not self.is_open:
            return
        port, to_view = self._canvas.viewport(), self._canvas.viewportTransform()
        compass = self._canvas.lights.needle.area(to_view).toAlignedRect()
        if compass.isEmpty():
            return
        corner = port.mapTo(self._stage, QPoint(0, 0))
        hidden = self.card.stand_beside(compass.translated(corner), self._stage.rect())
        if hidden and makes_room and port.rect().contains(compass.center()):
            self._canvas.sight.pan(Point(-hidden, 0))
