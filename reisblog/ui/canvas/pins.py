"""The pins of haltes on the canvas: one at each place, or where a halte without any lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.ui.canvas.items.pin import PinItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QGraphicsScene

    from reisblog.model.atlas import Atlas
    from reisblog.model.geometry import Point
    from reisblog.model.journey import Journey

_LOWEST = 30_000.0


class Pins:
    """Stands them anew only when one of them has come, gone or moved."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: dict[str, list[PinItem]] = {}
        self._spots: dict[str, list[Point]] = {}

    def __iter__(self) -> Iterator[PinItem]:
        for pins in self._items.values():
            yield from pins

    def of(self, stop_id: str) -> list[PinItem]:
        """Those of a halte, that of its first place first."""
        return self._items.get(stop_id, [])

    def stand(self, journey: Journey, atlas: Atlas) -> None:
        """Stand as the journey has them; those at one spot stand side by side."""
        places = atlas.places
        spots = {
            stop.id: [places[key].pin for key in stop.places if key in places] or [stop.at]
            for stop in journey.stops.values()
        }
        if list(spots.items()) == list(self._spots.items()):
            return
        self.drop()
        self._spots = spots
        standing: dict[tuple[float, float], int] = {}
        for height, (stop_id, feet) in enumerate(spots.items()):
            for index, foot in enumerate(feet):
                nth = standing.get((foot.x, foot.y), 0)
                standing[foot.x, foot.y] = nth + 1
                pin = PinItem(stop_id, hollow=index > 0, nth=nth)
                pin.setPos(foot.x, foot.y)
                pin.setZValue(_LOWEST + height)
                self._scene.addItem(pin)
                self._items.setdefault(stop_id, []).append(pin)

    def drop(self) -> None:
        """Take them all away."""
        for pin in self:
            self._scene.removeItem(pin)
        self._items.clear()
        self._spots = {}
