"""Which spot the words of each record have on the canvas, and what they had better not cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from reisblog import look
from reisblog.model.atlas import Place
from reisblog.model.journey import bundle_of
from reisblog.model.records import Note
from reisblog.ui import theme
from reisblog.ui.canvas.beside import Obstacle, Spot, spot_beside, spot_on
from reisblog.ui.canvas.items.compass import CompassItem
from reisblog.ui.canvas.items.pin import PinItem
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.slip import SlipItem
from reisblog.ui.canvas.lights import Lights
from reisblog.ui.canvas.needle import Needle
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.workbench import Workbench

_MOST_SHARE, _MOST_SHARE_ON_BOARD = 0.2, 0.26
"""How much of the view's height words may take: six lines in a small window, and on a board."""
_NAME_PX = (110.0, 34.0)
_COMPASS_WEIGHT, _HANDLE_WEIGHT = 2.0, 3.0
_PIN_WEIGHT, _OWN_NAME_WEIGHT, _NAME_WEIGHT = 3.0, 2.0, 0.4
"""What a halte's own pin and the names of places matter, beside any photo or note; tokens of who
was along matter as much as its pin."""


class Spots:
    """Finds them where things come to rest, wherever those are seen just now."""

    def __init__(
        self, workbench: Workbench, scene: CanvasScene, view: QGraphicsView, lights: Lights
    ) -> None:
        self._workbench = workbench
        self._scene = scene
        self._view = view
        self._needle = Needle(workbench, scene)
        self._lights = lights

    def of(self, record_id: str, also: Sequence[Obstacle] = ()) -> Spot:
        """The spot of a photo's caption, of a halte's story, a note or a compass that lies there.

        Args:
            record_id: whose words.
            also: what else they had better not cover.
        """
        item = self._scene.item_of(record_id)
        if isinstance(item, SlipItem):
            return self._on_slip(item.rect().translated(item.note.at.x, item.note.at.y), item.note)
        prints = self._prints_of(record_id)
        return spot_beside(
            self._around(record_id, prints),
            self._port(),
            [*self._obstacles(record_id, prints), *also],
            scale=self._view.transform().m11(),
            most=self._most(),
            least=theme.board_text(self._view.width()) if self._on_board() else look.TEXT_PX,
        )

    def of_new_note(self, note: Note) -> Spot:
        """The spot of a note that is not there yet."""
        return self._on_slip(QRectF(note.at.x, note.at.y, note.width, 0.0), note)

    def is_seen(self, record_id: str) -> bool:
        """Whether any of a record is in view."""
        return self._port().intersects(self._around(record_id, self._prints_of(record_id)))

    def _on_slip(self, slip: QRectF, note: Note) -> Spot:
        port = self._port()
        return spot_on(
            self._view.viewportTransform().mapRect(slip),
            port,
            note,
            scale=self._view.transform().m11(),
            most=self._most(),
        )

    def _on_board(self) -> bool:
        """Whether the map has the whole screen, and is read from far away."""
        return self._view.window().isFullScreen()

    def _most(self) -> float:
        share = _MOST_SHARE_ON_BOARD if self._on_board() else _MOST_SHARE
        return share * self._port().height()

    def _port(self) -> QRectF:
        return QRectF(self._view.viewport().rect())

    def _prints_of(self, record_id: str) -> list[PrintItem]:
        """What stands for a record: a photo itself, or what lies in a halte's fan or pile."""
        keys = [record_id, *(photo.id for photo in bundle_of(self._workbench.journey, record_id))]
        found = (self._scene.item_of(key) for key in keys)
        return [item for item in found if isinstance(item, PrintItem) and item.isVisible()]

    def _around(self, record_id: str, prints: list[PrintItem]) -> QRectF:
        """The box around a record; without photos around its pin and the name of its place."""
        box = QRectF()
        compass = self._scene.item_of(record_id)
        if isinstance(compass, CompassItem):
            return self._seen_compass(compass)
        for item in prints:
            box = box.united(self._seen(item))
        pins = self._scene.pins_of(record_id)
        if not box.isEmpty() or not pins:
            return box
        stop = self._workbench.journey.stops[record_id]
        places = self._workbench.atlas.places
        known = [places[key] for key in stop.places if key in places]
        return self._pin(pins[0]).united(self._name(known[0]) if known else QRectF())

    def _obstacles(self, record_id: str, own: list[PrintItem]) -> Iterator[Obstacle]:
        bundles: dict[str, QRectF] = {}
        for item in self._scene.prints():
            if item.isVisible() and item not in own:
                photo = item.photo
                key = photo.stop if photo.at is None and photo.stop else photo.id
                bundles[key] = bundles.get(key, QRectF()).united(self._seen(item))
        yield from map(Obstacle, bundles.values())
        for slip in self._scene.slips():
            lies = slip.rect().translated(slip.note.at.x, slip.note.at.y)
            yield Obstacle(self._view.viewportTransform().mapRect(lies))
        for compass in self._scene.compasses():
            if compass.record_id != record_id and compass.isVisible():
                yield Obstacle(self._seen_compass(compass), _COMPASS_WEIGHT)
        for pin in self._scene.pins_of(record_id):
            yield Obstacle(self._pin(pin), _PIN_WEIGHT)
        yield from self._handles_of(record_id)
        for seat in self._lights.seats(self._view.viewportTransform(), self._port()):
            yield Obstacle(seat.area, _PIN_WEIGHT)
        stop = self._workbench.journey.stops.get(record_id)
        for place in self._workbench.atlas.places.values():
            is_own = stop is not None and place.id in stop.places
            yield Obstacle(self._name(place), _OWN_NAME_WEIGHT if is_own else _NAME_WEIGHT)

    def _handles_of(self, record_id: str) -> Iterator[Obstacle]:
        if record_id in self._workbench.chosen:
            to_view = self._view.viewportTransform()
            for room in self._lights.handles.rooms(to_view, self._port()):
                yield Obstacle(room, _HANDLE_WEIGHT)

    def _seen(self, item: PrintItem) -> QRectF:
        return self._view.viewportTransform().map(item.resting()).boundingRect()

    def _seen_compass(self, compass: CompassItem) -> QRectF:
        lies = compass.outline().translated(compass.home())
        seen = self._view.viewportTransform().mapRect(lies)
        if self._workbench.chosen != {compass.record_id}:
            return seen
        reach = self._needle.reach(compass, self._view.transform().m11())
        box = QRectF(0, 0, 2 * reach, 2 * reach)
        box.moveCenter(seen.center())
        return box

    def _pin(self, pin: PinItem) -> QRectF:
        at = self._view.viewportTransform().map(pin.pos())
        return pin.shape().boundingRect().translated(at)

    def _name(self, place: Place) -> QRectF:
        """About where the name of a place is written."""
        name = QRectF(QPointF(0, 0), QPointF(*_NAME_PX))
        label = QPointF(place.label.x, place.label.y)
        name.moveCenter(self._view.viewportTransform().map(label))
        return name
