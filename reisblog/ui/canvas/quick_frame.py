"""The things on the canvas as a frame shows them while the map moves.

Photos stand as they are turned, so that Qt only has to scale them, which takes it a tenth of the
time that turning takes, and of each only what can be seen is drawn. Paths come from one picture of
them all, everything else is a picture of itself, made when the movement begins.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem

from reisblog.model.geometry import Rect
from reisblog.ui.canvas.hidden_parts import Sheet, covered_by, seen_parts
from reisblog.ui.canvas.items.halo import Halos
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.stroke import StrokeItem
from reisblog.ui.canvas.likeness import Likeness, likeness_of, paint_itself

if TYPE_CHECKING:
    from reisblog.ui.canvas.ink_picture import InkPicture
    from reisblog.ui.canvas.scene import CanvasScene

_BREATH_SECONDS = 0.006
_SIDE, _SMALL_SIDE = 330, 170
"""How large a turned photo is at most, in pixels; of many they are small."""
_MANY = 200
_CORNERS = 4.0
"""In map units: the corners of a print are round."""
_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform


class _Turned(NamedTuple):
    """A photo as it is turned: of which pixels, and where it lies, from its item's position."""

    of: tuple[int, float, float]
    picture: QPixmap
    area: QRectF


_Part = tuple[QRectF, QPixmap, QRectF]
"""What is drawn of a photo: where, in map units, and of its picture what."""
_Run = list[list[_Part] | PrintItem]
"""What is drawn of photos that lie over one another, with nothing else between them."""


class QuickFrame(QObject):
    """Knows how to draw all things swiftly; what it needs for that is made in quiet moments.

    Signals:
        prepared: every photo is at hand as it is turned.
    """

    prepared = Signal()

    def __init__(self, scene: CanvasScene, ink: InkPicture) -> None:
        super().__init__(scene)
        self._scene = scene
        self._ink = ink
        self._turned: dict[PrintItem, _Turned] = {}
        self._layers: list[list[_Part] | Likeness | QGraphicsItem | None] = []
        self._runs: list[tuple[list[tuple[object, ...]], _Run]] = []
        self._sheets: dict[PrintItem, tuple[tuple[object, ...], Sheet]] = {}
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._turn_some)
        self._waiting: list[PrintItem] = []

    def prepare(self) -> None:
        """Have photos ready as they are turned, a few at a time."""
        prints = set(self._scene.prints())
        for gone in self._turned.keys() - prints:
            del self._turned[gone]
        for gone in self._sheets.keys() - prints:
            del self._sheets[gone]
        self._waiting = [item for item in prints if item.isVisible() and not self._is_turned(item)]
        self._soon.start()

    def gather(self, to_view: QTransform, ratio: float) -> None:
        """See what there is to draw, the lowest first.

        Args:
            to_view: from map units to logical pixels of the view, as the movement begins.
            ratio: physical pixels per logical one.
        """
        self._layers = []
        before, self._runs = self._runs, []
        run: list[PrintItem] = []
        inked = False
        # A scene without an index gives its items in no order.
        lying = [item for item in self._scene.items() if item.parentItem() is None]
        paths = [item for item in lying if isinstance(item, StrokeItem)]
        for item in sorted(filter(QGraphicsItem.isVisible, lying), key=QGraphicsItem.zValue):
            if isinstance(item, Halos):
                # They are in the picture of all paths, unless a path is not.
                self._layers += [] if all(map(self._ink.covers, paths)) else [item]
            elif isinstance(item, PrintItem):
                run.append(item)
            else:
                self._layers += self._parts(run, before)
                run = []
                if not isinstance(item, StrokeItem) or not self._ink.covers(item):
                    self._layers.append(likeness_of(item, to_view.m11(), ratio) or item)
                elif not inked:
                    self._layers.append(None)
                    inked = True
        self._layers += self._parts(run, before)

    def draw(
        self, painter: QPainter, to_view: QTransform, exposed: QRectF, *, smooth: bool
    ) -> None:
        """Draw them.

        Args:
            painter: of the view.
            to_view: from map units to logical pixels of the view.
            exposed: the part to draw, in map units.
            smooth: whether there is time to scale photos well.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setTransform(to_view)
        for layer in self._layers:
            if isinstance(layer, list):
                painter.setRenderHint(_SMOOTH, on=smooth)
                for area, picture, source in layer:
                    if exposed.intersects(area):
                        painter.drawPixmap(area, picture, source)
            elif layer is None:
                self._ink.draw(painter, exposed, smooth=smooth)
            elif isinstance(layer, Likeness):
                layer.draw(painter, to_view, exposed)
            elif not exposed.intersects(layer.sceneBoundingRect()):
                continue
            elif isinstance(layer, PrintItem):
                painter.setRenderHint(_SMOOTH, on=False)
                painter.setTransform(layer.deviceTransform(to_view))
                painter.drawPixmap(layer.offset(), layer.pixmap())
                painter.setTransform(to_view)
            else:
                paint_itself(painter, layer, to_view)

    def _parts(
        self, run: list[PrintItem], before: list[tuple[list[tuple[object, ...]], _Run]]
    ) -> _Run:
        """What can be seen of photos that lie over one another; mostly they lie as before."""
        if not run:
            return []
        lying = [self._lying(item) for item in run]
        parts = next((parts for known, parts in before if known == lying), None)
        if parts is None:
            parts = self._parts_anew(run)
        self._runs.append((lying, parts))
        return parts

    def _lying(self, item: PrintItem) -> tuple[object, ...]:
        """All that decides what is seen of a photo, and covered by it."""
        at = item.pos()
        how = at.x(), at.y(), item.rotation(), item.scale(), item.opacity()
        return item, item.photo, self._turned.get(item), *how

    def _parts_anew(self, run: list[PrintItem]) -> _Run:
        bounds = self._scene.sceneRect()
        within = Rect(bounds.x(), bounds.y(), bounds.width(), bounds.height())
        seen = seen_parts([self._sheet(item) for item in run], within)
        layers: _Run = []
        shown: list[_Part] = []
        for item, part in zip(run, seen, strict=True):
            turned = self._turned.get(item)
            if part is None:
                continue
            if turned is not None:
                shown.append(_part_of(turned, turned.area.translated(item.pos()), part))
            else:
                layers += [shown, item]
                shown = []
        return [*layers, shown]

    def _sheet(self, item: PrintItem) -> Sheet:
        """What it touches and covers; worked out once for as long as only its place changes."""
        turned = self._turned.get(item)
        how = item.photo, turned, item.rotation(), item.scale(), item.opacity()
        known = self._sheets.get(item)
        if known is None or known[0] != how:
            known = self._sheets[item] = (how, self._sheet_in_place(item, turned))
        at = item.pos()
        return known[1].moved(at.x(), at.y())

    def _sheet_in_place(self, item: PrintItem, turned: _Turned | None) -> Sheet:
        """What it touches and covers, from its position."""
        here = item.pos()
        area = turned.area if turned else item.sceneBoundingRect().translated(-here)
        touches = Rect(area.x(), area.y(), area.width(), area.height())
        paper, grown = item.outline(), item.scale()
        inner = covered_by(
            paper.width() * grown - _CORNERS, paper.height() * grown - _CORNERS, item.rotation()
        )
        if inner is None or item.opacity() < 1.0:
            return Sheet(touches, None)
        middle = item.mapToScene(paper.center()) - here
        wide, high = inner
        return Sheet(touches, Rect(middle.x() - wide / 2, middle.y() - high / 2, wide, high))

    def _is_turned(self, item: PrintItem) -> bool:
        turned = self._turned.get(item)
        return turned is not None and turned.of == _key(item)

    def _turn_some(self) -> None:
        ends = time.perf_counter() + _BREATH_SECONDS
        side = _SMALL_SIDE if len(self._turned) + len(self._waiting) > _MANY else _SIDE
        while self._waiting and time.perf_counter() < ends:
            item = self._waiting.pop()
            if item.scene() is not None:
                self._turned[item] = _turn(item, side)
        if self._waiting:
            self._soon.start()
        else:
            self.prepared.emit()


def _key(item: PrintItem) -> tuple[int, float, float]:
    return item.pixmap().cacheKey(), item.rotation(), item.scale()


def _turn(item: PrintItem, side: int) -> _Turned:
    """A photo as it is turned."""
    picture = item.pixmap()
    smaller = min(1.0, side / max(picture.width(), picture.height(), 1))
    how = QTransform.fromScale(smaller, smaller).rotate(item.rotation())
    turned = picture.transformed(how, Qt.TransformationMode.SmoothTransformation)
    middle = item.mapToScene(item.boundingRect().center()) - item.pos()
    grow = item.scale() / smaller
    area = QRectF(0, 0, turned.width() * grow, turned.height() * grow)
    area.moveCenter(middle)
    return _Turned(_key(item), turned, area)


def _part_of(turned: _Turned, area: QRectF, part: Rect) -> _Part:
    """A part of a photo that lies in an area, all in map units."""
    fine = turned.picture.width() / area.width()
    seen = QRectF(part.x, part.y, part.width, part.height) & area
    corner: QPointF = (seen.topLeft() - area.topLeft()) * fine
    return seen, turned.picture, QRectF(corner, seen.size() * fine)
