"""The compass comes out of the bag: dropped on the map, or laid there; and it is turned by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from reisblog.model import edits
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import CompassMoment
from reisblog.texts import _
from reisblog.tools import lay
from reisblog.tools.drop import Plan
from reisblog.ui.mimes import COMPASS

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from reisblog.model.journey import Journey
    from reisblog.ui.canvas.belonging import Belonging
    from reisblog.ui.canvas.drops import Drops
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.scene import CanvasScene, Movable
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench

_PIN = 44.0
"""About how large a pin is with the whole map in a small window, in map units."""
_FLIGHT_UNITS = 140.0
_TOOLS_FOR_OTHERS = {"path", "text"}


def holds_compass(mime: QMimeData) -> bool:
    """Whether the compass is being dragged."""
    return mime.hasFormat(COMPASS)


class CompassLaying:
    """Lays compasses down, lights where they would belong, and turns them a little."""

    def __init__(
        self,
        view: CanvasView,
        *,
        workbench: Workbench,
        scene: CanvasScene,
        belonging: Belonging,
        drops: Drops,
        lights: Lights,
    ) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        self._belonging = belonging
        self._drops = drops
        self._lights = lights

    def light(self, at: Point, seen: QPointF) -> None:
        """Light the halte to which a compass dropped here would belong.

        Args:
            at: in map units.
            seen: the same in logical pixels of the view.
        """
        self._light(self._belonging.at(at), at, seen)

    def light_carried(self, ids: frozenset[str], by: Point) -> None:
        """Light the halte to which the one compass among these would belong, moved so far."""
        moments = self._workbench.journey.compass_moments
        carried = [moments[key] for key in ids if key in moments]
        if len(carried) != 1 or carried[0].stop in ids:
            return
        at = carried[0].at + by
        stop_id = self._belonging.at(at, moment_id=carried[0].id, without=ids)
        seen = self._view.viewportTransform().map(QPointF(at.x, at.y))
        self._light(stop_id, at, seen)

    def drop(self, at: Point) -> None:
        """Lay one exactly here."""
        self._lay(at, self._belonging.at(at))

    def take_out(self) -> None:
        """Lay one beside the chosen halte, or else in the middle of what is seen."""
        stop_id = self._workbench.chosen_stop
        sheet = self._workbench.atlas.bounds
        room = self._seen_of(sheet)
        if stop_id is None:
            self._lay(lay.near(room.centre, self._taken(), room), None)
            return
        around = self._around(stop_id)
        if not room.contains(around.centre):
            room = sheet
            self._workbench.fly_to(around.grown(_FLIGHT_UNITS))
        self._lay(lay.beside(around, self._taken(), room), stop_id)

    def turn_chosen(self, degrees: float) -> bool:
        """Turn the chosen compasses; tells whether there are any."""
        moments = self._workbench.journey.compass_moments
        ids = sorted(self._workbench.chosen & moments.keys())
        if not ids or self._scene.is_quiet:
            return False

        def turned(journey: Journey) -> Journey:
            for key in ids:
                if (moment := journey.compass_moments.get(key)) is not None:
                    there = moment.direction + degrees
                    journey = edits.change_compass(journey, key, direction=there)
            return journey

        self._workbench.edit(_("Turn the compass"), turned, key=f"turn-{'-'.join(ids)}")
        return True

    def _light(self, stop_id: str | None, at: Point, seen: QPointF) -> None:
        label = self._drops.label(Plan(at=at, joins=stop_id))
        self._lights.light(None, label, seen, stop_id=stop_id)

    def _lay(self, at: Point, stop_id: str | None) -> None:
        workbench = self._workbench
        moment = CompassMoment(
            id=workbench.new_id(), at=lay.on_sheet(at, workbench.atlas.bounds), stop=stop_id
        )
        self._view.set_quiet(quiet=False)  # nobody lays a compass without seeing it
        if self._view.tool in _TOOLS_FOR_OTHERS:
            self._view.set_tool("choose")
        workbench.edit(_("Lay the compass down"), lambda now: edits.lay_compass(now, moment))
        workbench.choose([moment.id])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seen_of(self, sheet: Rect) -> Rect:
        """The part of the sheet that is in view."""
        seen = self._view.sight.seen()
        left, top = max(seen.x, sheet.x), max(seen.y, sheet.y)
        right, bottom = min(seen.right, sheet.right), min(seen.bottom, sheet.bottom)
        if right <= left or bottom <= top:
            return sheet
        return Rect(left, top, right - left, bottom - top)

    def _around(self, stop_id: str) -> Rect:
        """The box around a halte's photos that lie together; without any its first pin."""
        box = QRectF()
        for item in self._scene.prints():
            if item.photo.stop == stop_id and item.photo.at is None and item.isVisible():
                box = box.united(item.resting().boundingRect())
        if box.isEmpty():
            box = next(iter(self._belonging.boxes_of(stop_id)))
        return _rect(box)

    def _taken(self) -> list[Rect]:
        things: list[Movable] = [
            *(item for item in self._scene.prints() if item.isVisible()),
            *self._scene.slips(),
            *self._scene.compasses(),
            *self._scene.signs(),
        ]
        feet = [
            pin.pos()
            for stop_id in self._workbench.journey.stops
            for pin in self._scene.pins_of(stop_id)
        ]
        pins = [Rect(at.x() - _PIN / 2, at.y() - _PIN, _PIN, _PIN) for at in feet]
        return [*pins, *(_rect(item.mapRectToScene(item.outline())) for item in things)]


def _rect(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())
