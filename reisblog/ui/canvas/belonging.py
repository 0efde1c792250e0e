"""To which halte a compass belongs that lies somewhere on the canvas."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from reisblog import look
from reisblog.model.geometry import Point
from reisblog.ui.canvas.items.pin import PinItem
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.slip import SlipItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.workbench import Workbench

_BESIDE_UNITS = 1.6 * look.COMPASS_UNITS
"""So near what stands for its halte a compass still lies beside it."""
_NOBODY: AbstractSet[str] = frozenset()


class Belonging:
    """Laid on a halte's photos or its pin, it is that halte's; on open ground or a path, nobody's.

    Moved about beside its own halte it stays with it.
    """

    def __init__(self, workbench: Workbench, scene: CanvasScene) -> None:
        self._workbench = workbench
        self._scene = scene

    def at(
        self, at: Point, *, moment_id: str = "", without: AbstractSet[str] = _NOBODY
    ) -> str | None:
        """The halte of a compass with its middle here, or none.

        Args:
            at: in map units.
            moment_id: the compass, if it lies on the map already.
            without: what is being carried, and so lies nowhere.
        """
        under = self._under(at, without)
        moment = self._workbench.journey.compass_moments.get(moment_id)
        if under is not None or moment is None or moment.stop is None:
            return under
        here = QPointF(at.x, at.y)
        near = QRectF(here, here).adjusted(
            -_BESIDE_UNITS, -_BESIDE_UNITS, _BESIDE_UNITS, _BESIDE_UNITS
        )
        beside = any(near.intersects(box) for box in self.boxes_of(moment.stop))
        return moment.stop if beside else None

    def homes(self, ids: frozenset[str], by: Point) -> dict[str, str | None]:
        """Each compass among these that changes its halte when they are moved so far.

        One that is carried together with its halte keeps it.
        """
        moments = self._workbench.journey.compass_moments
        carried = [moments[key] for key in ids & moments.keys() if moments[key].stop not in ids]
        found = {
            moment.id: self.at(moment.at + by, moment_id=moment.id, without=ids)
            for moment in carried
        }
        return {key: stop for key, stop in found.items() if stop != moments[key].stop}

    def boxes_of(self, stop_id: str) -> Iterator[QRectF]:
        """What stands for a halte on the map, in map units: photos, or else its pins."""
        prints = [
            item for item in self._scene.prints() if item.photo.stop == stop_id and item.isVisible()
        ]
        for item in prints:
            yield item.resting().boundingRect()
        for pin in self._scene.pins_of(stop_id):
            yield QRectF(pin.pos() - QPointF(1, 1), pin.pos() + QPointF(1, 1))

    def _under(self, at: Point, without: AbstractSet[str]) -> str | None:
        views = self._scene.views()
        to_view = views[0].viewportTransform() if views else QTransform()
        for item in self._scene.items(QPointF(at.x, at.y), deviceTransform=to_view):
            if not isinstance(item, PinItem | PrintItem | SlipItem) or item.record_id in without:
                continue
            if isinstance(item, PinItem):
                return item.record_id
            stop_id = item.photo.stop if isinstance(item, PrintItem) else item.note.stop
            if stop_id not in without:
                return stop_id
        return None
