"""What is dragged over the canvas, from the tray or from another program, until it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.ui.canvas.compass_laying import holds_compass
from reisblog.ui.canvas.drops import holds_address, holds_photos, photo_ids_in, sources_in
from reisblog.ui.mimes import THING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPointF
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

    from reisblog.tools.drop import Plan
    from reisblog.ui.canvas.compass_laying import CompassLaying
    from reisblog.ui.canvas.drops import Drops
    from reisblog.ui.canvas.handling import Handling
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.surface import CanvasSurface
    from reisblog.ui.canvas.thing_drop import ThingDrop


class Drags:
    """Lights what a drop would mean, and hands the drop on."""

    def __init__(
        self,
        *,
        scene: CanvasScene,
        surface: CanvasSurface,
        handling: Handling,
        drops: Drops,
        compass: CompassLaying,
        lights: Lights,
        things: ThingDrop,
    ) -> None:
        self._scene = scene
        self._surface = surface
        self._handling = handling
        self._drops = drops
        self._compass = compass
        self._lights = lights
        self._things = things

    def enter(self, event: QDragEnterEvent) -> None:
        """Say whether this can be laid down."""
        mime = event.mimeData()
        ours = holds_compass(mime) or mime.hasFormat(THING)
        if ours or holds_photos(mime) or holds_address(mime):
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Light the place, and what would be done there."""
        if holds_compass(event.mimeData()):
            self._compass.light(self._surface.to_map(event.position()), event.position())
        elif event.mimeData().hasFormat(THING):
            self._things.hover(event.position())
        else:
            planned = self._plan_at(event.position())
            self._lights.light(planned.place, self._drops.label(planned), event.position())
        event.acceptProposedAction()

    def leave(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped here after all."""
        self._lights.light(None)
        event.accept()

    def drop(self, event: QDropEvent) -> None:
        """Lay it down."""
        self._lights.light(None)
        mime = event.mimeData()
        event.acceptProposedAction()
        if holds_compass(mime):
            self._compass.drop(self._surface.to_map(event.position()))
        elif mime.hasFormat(THING):
            self._things.drop(mime, event.position())
        elif holds_photos(mime):
            self._lay_photos(mime, self._plan_at(event.position()))
        else:
            self._drops.tell_address()

    def _lay_photos(self, mime: QMimeData, planned: Plan) -> None:
        self._scene.enter_from(planned.at)
        if ids := photo_ids_in(mime):
            self._drops.lay_from_tray(ids, planned)
        else:
            self._drops.lay_files(sources_in(mime), planned)

    def _plan_at(self, at: QPointF) -> Plan:
        return self._handling.plan(self._surface.to_map(at), under=self._surface.target_at(at))
