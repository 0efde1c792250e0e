"""The place under a pointer that holds nothing lights up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from reisblog.ui.canvas.surface import PATH_REACH_PX

if TYPE_CHECKING:
    from reisblog.model.atlas import Place
    from reisblog.ui.canvas.input import Hand
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.path_ends import PathEnds
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench


class Pointing:
    """Follows the pointer from place to place."""

    def __init__(
        self,
        view: CanvasView,
        *,
        workbench: Workbench,
        scene: CanvasScene,
        lights: Lights,
        hand: Hand,
        ends: PathEnds,
    ) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        self._lights = lights
        self._hand = hand
        self._ends = ends

    def person_at(self, at: QPointF) -> str | None:
        """The id of whoever's token stands at a point of the view."""
        port = QRectF(self._view.viewport().rect())
        return self._lights.person_at(at, self._view.viewportTransform(), port)

    def bare_place_at(self, at: QPointF) -> Place | None:
        """The place at a point of the view, where nothing of the journey lies over it."""
        if self.person_at(at) is not None:
            return None
        reach = PATH_REACH_PX / self._view.scale_now()
        target = self._scene.target_at(self._view.to_map(at), reach=reach)
        if target is not None:
            return self._workbench.own_place(target)
        return self._view.place_at(at)

    def moved(self, at: QPointF) -> None:
        """The pointer is here now, in pixels of the view."""
        if self._hand.busy:
            self._ends.drawing()
        else:
            self._ends.hover(None if self._hand.space_held else at)
        free = self._view.tool == "choose" and not self._hand.busy and self._scene.is_calm
        self._light(self.bare_place_at(at) if free else None)

    def left(self) -> None:
        """The pointer is elsewhere, or means something else."""
        self._ends.hover(None)
        self._light(None)

    def _light(self, place: Place | None) -> None:
        if place != self._lights.pointed_at:
            self._lights.pointed_at = place
            self._view.relight()
