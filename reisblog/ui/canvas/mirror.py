"""The records of which each is one thing on the canvas: paths, own places, notes, compasses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QGraphicsItem

from reisblog.ui.canvas.items.compass import CompassItem
from reisblog.ui.canvas.items.halo import Halos
from reisblog.ui.canvas.items.sign import SignItem
from reisblog.ui.canvas.items.slip import SlipItem
from reisblog.ui.canvas.items.stroke import StrokeItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsScene

    from reisblog.model.changes import Changes
    from reisblog.model.ink import Curve
    from reisblog.model.journey import Journey
    from reisblog.ui.canvas.glide import Glides

Mirrored = StrokeItem | SignItem | SlipItem | CompassItem
_I = TypeVar("_I", bound=QGraphicsItem)


class Row(Generic[_I]):
    """The items of one table, by the ids of their records."""

    def __init__(
        self, name: str, base: float, make: Callable[[Any], _I], show: Callable[[_I, Any], None]
    ) -> None:
        """Begin with none.

        Args:
            name: of the table.
            base: how high the lowest of them lies.
            make: an item for a record.
            show: lets an item show its record as it is now.
        """
        self.name = name
        self.base = base
        self.make = make
        self.show = show
        self.items: dict[str, _I] = {}


class Mirror:
    """Follows those tables, record by record, and lets what has moved glide there."""

    def __init__(self, scene: QGraphicsScene, glides: Glides) -> None:
        self._scene = scene
        self._halos: Halos | None = None
        self._glides = glides
        self._signs = Row("own_places", 0.0, SignItem, SignItem.show_place)
        self._strokes = Row("trails", 10_000.0, StrokeItem, StrokeItem.draw)
        self._slips = Row("notes", 60_000.0, SlipItem, SlipItem.write)
        self._compasses = Row("compass_moments", 150_000.0, CompassItem, CompassItem.show_moment)
        self._rows: tuple[Row[Any], ...] = (
            self._signs,
            self._strokes,
            self._slips,
            self._compasses,
        )

    @property
    def signs(self) -> dict[str, SignItem]:
        """Own places."""
        return self._signs.items

    @property
    def strokes(self) -> dict[str, StrokeItem]:
        """Paths and doodles."""
        return self._strokes.items

    @property
    def slips(self) -> dict[str, SlipItem]:
        """Notes."""
        return self._slips.items

    @property
    def compasses(self) -> dict[str, CompassItem]:
        """Compasses."""
        return self._compasses.items

    def __iter__(self) -> Iterator[Mirrored]:
        for row in self._rows:
            yield from row.items.values()

    def item_of(self, record_id: str) -> Mirrored | None:
        """What stands for a record."""
        found = (row.items.get(record_id) for row in self._rows)
        return next((item for item in found if item is not None), None)

    def rebuild(self, journey: Journey) -> None:
        """Show a journey from nothing."""
        if self._halos is not None:
            self._scene.removeItem(self._halos)
        self._halos = Halos(self._scene.sceneRect(), self.strokes.values)
        self._halos.setZValue(self._strokes.base - 1)
        self._scene.addItem(self._halos)
        for row in self._rows:
            for key in list(row.items):
                self._drop(row, key)
            for record in getattr(journey, row.name).values():
                self._put(row, record)
            self._stack(row, journey)

    def follow(self, journey: Journey, changes: Changes) -> None:
        """Show what has changed."""
        for row in self._rows:
            for key in changes.removed(row.name):
                self._drop(row, key)
            for record in changes.put(row.name):
                self._put(row, record)
            if row.name in changes.tables:
                self._stack(row, journey)

    def run(self, curves: Mapping[str, Sequence[Curve]]) -> None:
        """Show paths along other curves for now; those that are not named as they are."""
        for key, item in self.strokes.items():
            if key in curves:
                item.run(curves[key])
            elif item.is_run_otherwise:
                item.draw(item.trail)

    def _put(self, row: Row[Any], record: Any) -> None:
        item = row.items.get(record.id)
        if item is None:
            item = row.items[record.id] = row.make(record)
            self._scene.addItem(item)
        else:
            row.show(item, record)
            self._glides.send(item, item.home())

    def _stack(self, row: Row[Any], journey: Journey) -> None:
        for height, key in enumerate(getattr(journey, row.name)):
            if key in row.items:
                row.items[key].setZValue(row.base + height)

    def _drop(self, row: Row[Any], key: str) -> None:
        item = row.items.pop(key)
        self._glides.drop(item)
        self._scene.removeItem(item)
