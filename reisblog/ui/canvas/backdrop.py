"""What is painted under and over the things on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from reisblog.ui.canvas.mist_layer import MistLayer
from reisblog.ui.canvas.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter, QTransform
    from PySide6.QtWidgets import QGraphicsView

    from reisblog.model.atlas import Place
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.model.records import Stop
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.map_layer import MapLayer
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_REACH_PX = 24.0
_MANY = 40
"""Things, of which the frames with their smooth edges take about as long as all the rest."""
_ROOM_PX = 2.0
"""The edge of a piece of the map lies outside what is painted anew, where it would show."""


class Over(Protocol):
    """Something more that is drawn over everything, in logical pixels of the view."""

    def area(self, to_view: QTransform, port: QRectF, /) -> QRectF:
        """Where it is drawn; empty when it is not."""

    def draw(self, painter: QPainter, to_view: QTransform, port: QRectF, /) -> None:
        """Draw it."""


class Backdrop:
    """The map with its mist and names below, and what is lit above.

    Attributes:
        mist: over the map, and under its names, which can be read everywhere.
        over: what is drawn above what is lit, the lowest first.
    """

    def __init__(
        self,
        view: QGraphicsView,
        workbench: Workbench,
        map_layer: MapLayer,
        lights: Lights,
        pictures: Pictures,
    ) -> None:
        self._view = view
        self._workbench = workbench
        self._named = workbench.atlas
        self.mist = MistLayer(view, workbench)
        self._names = Names(lambda: workbench.atlas)
        self._map = map_layer
        self._lights = lights
        self._lit = QRectF()
        self.over: list[Over] = []
        lights.names = self._name_boxes
        self._journey = workbench.journey
        workbench.changed.connect(self._follow)
        pictures.ready.connect(self._picture_came)
        pictures.rough.connect(self.relight)

    @property
    def has_many_lit(self) -> bool:
        """Whether so much is chosen that its frames alone cannot be drawn well in one go."""
        return len(self._workbench.chosen) > _MANY

    def relight(self) -> None:
        """Have what is lit painted anew, where it was and where it is."""
        before, self._lit = self._lit, self._lights.area(*self._seen())
        for part in self.over:
            self._lit = self._lit.united(part.area(*self._seen()))
        area = before.united(self._lit).toAlignedRect()
        if not area.isEmpty():
            self._view.viewport().update(area)

    def place_at(self, at: QPointF) -> Place | None:
        """The place that is shown at a point of the view, by its name or its area."""
        to_view, port = self._seen()
        if not port.contains(at):
            return None
        ratio = self._view.devicePixelRatioF()
        return self._names.place_at(at, to_view, port, ratio=ratio, reach=_REACH_PX)

    def area_of(self, place: Place) -> QRectF:
        """Where a place and its name are seen, in logical pixels of the view."""
        to_view, port = self._seen()
        bounds = place.area.bounds
        area = to_view.mapRect(QRectF(bounds.x, bounds.y, bounds.width, bounds.height))
        names = self._names.boxes(to_view, port, ratio=self._view.devicePixelRatioF())
        return area.united(names.get(place.id, area))

    def scrolled(self, by: QPoint) -> None:
        """What stands on the screen has been moved by so many pixels, and what is lit with it."""
        self._lit.translate(by)

    def hold_names(self, to_view: QTransform) -> None:
        """Let names go along with the map as they lie on it now; see ``Names.hold``."""
        self._names.hold(to_view, self._seen()[1], ratio=self._view.devicePixelRatioF())

    def let_go_of_names(self) -> None:
        """Let names lie where it is best again; where that is takes some thought at a new scale."""
        self._names.let_go()
        to_view, port = self._seen()
        self._names.boxes(to_view, port, ratio=self._view.devicePixelRatioF())

    def draw_under(
        self, painter: QPainter, rect: QRectF, *, quiet: bool, quick: bool = False
    ) -> None:
        """Draw what lies under everything.

        Args:
            painter: in map units.
            rect: the exposed part, in map units.
            quiet: whether mist and names are hidden.
            quick: as swiftly as it can be done, for a map that moves.
        """
        to_view = self._view.viewportTransform()
        scale = to_view.m11()
        ratio = self._view.devicePixelRatioF()
        room = _ROOM_PX / scale
        around = rect.adjusted(-room, -room, room, room)
        if quick:
            self._map.draw(painter, around, scale * ratio, quick=True)
        else:
            self._map.draw(painter, around, scale * ratio)
        if not quiet:
            self.mist.draw(painter, rect)
        self._lights.draw_under(painter, to_view)
        if not quiet:
            painter.save()
            painter.resetTransform()
            exposed = to_view.mapRect(rect)
            self._names.draw(painter, to_view, exposed, self._seen()[1], ratio=ratio)
            painter.restore()

    def draw_over(self, painter: QPainter, rect: QRectF, *, quick: bool = False) -> None:
        """Draw what is chosen, and what a drop would do.

        Args:
            painter: in map units.
            rect: the exposed part, in map units.
            quick: as swiftly as it can be done.
        """
        to_view, port = self._seen()
        painter.save()
        painter.resetTransform()
        painter.setClipRect(to_view.mapRect(rect).toAlignedRect(), Qt.ClipOperation.IntersectClip)
        self._lights.draw(painter, to_view, port, fine=not quick)
        for part in self.over:
            part.draw(painter, to_view, port)
        painter.restore()

    def _follow(self, journey: Journey, changes: Changes) -> None:
        """Words of a halte are not seen here, nor what book is wished for; all else may be."""
        before, self._journey = self._journey, journey
        if not changes.tables and set(changes.head) == {"book"}:
            return
        self._name_anew()
        stops = changes.put("stops")
        elsewhere = changes.head or changes.removed("stops") or changes.tables.keys() != {"stops"}
        if elsewhere or any(_but_for_words(before, stop) != stop for stop in stops):
            self.relight()

    def _name_anew(self) -> None:
        """Own places have changed, and names may have given way to theirs anywhere."""
        if self._workbench.atlas is not self._named:
            self._named = self._workbench.atlas
            self._view.viewport().update()

    def _name_boxes(self) -> Iterable[QRectF]:
        to_view, port = self._seen()
        return self._names.boxes(to_view, port, ratio=self._view.devicePixelRatioF()).values()

    def _picture_came(self, media: str) -> None:
        """It may be somebody's portrait."""
        if self._lights.company is not None and self._lights.company.shows(media):
            self.relight()

    def _seen(self) -> tuple[QTransform, QRectF]:
        """From map units to logical pixels of the view, and what of these there is."""
        return self._view.viewportTransform(), QRectF(self._view.viewport().rect())


def _but_for_words(before: Journey, stop: Stop) -> Stop | None:
    """A halte as it was, with the words it has now."""
    known = before.stops.get(stop.id)
    if known is None:
        return None
    return msgspec.structs.replace(known, title=stop.title, text=stop.text, when=stop.when)
