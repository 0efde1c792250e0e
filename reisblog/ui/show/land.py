"""The land as one large picture: the map with what the story has told so far.

It is painted tile by tile, a few at a time, so that no frame waits for it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from reisblog import look
from reisblog.ui.canvas.mist_picture import MistPicture
from reisblog.ui.canvas.scene import CanvasScene

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reisblog.model.geometry import Point
    from reisblog.ui.canvas.map_layer import MapLayer
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_TILE = 240
_MOST_ACROSS = 4_800
"""Pixels; finer than this the map itself is not drawn."""
_DARK, _LIGHT = 70, 150
"""Grey levels: darker than the first is a line of the map, lighter than the other is none."""


class Land(QObject):
    """Follows the journey on a workbench.

    Signals:
        painted: a part of it looks different now.
    """

    painted = Signal()

    def __init__(
        self,
        bench: Workbench,
        pictures: Pictures,
        map_layer: MapLayer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._map = map_layer
        self._scene = CanvasScene(bench, pictures, self)
        self._scene.glides.motion = False
        self._mist = MistPicture(bench.atlas.bounds)
        self._image = QImage()
        self._scale = 0.0
        self._dirty: set[tuple[int, int]] = set()
        self._expecting = False
        self._lines: QImage | None = None
        self._items: list[tuple[QRectF, QGraphicsItem]] | None = None
        self._scene.changed.connect(self._note_changed)
        map_layer.refreshed.connect(self._note_all)
        bench.changed.connect(self._follow)
        bench.opened.connect(self._note_all)

    @property
    def image(self) -> QImage:
        """The whole map."""
        return self._image

    @property
    def scale(self) -> float:
        """Pixels of it for each map unit."""
        return self._scale

    @property
    def is_painted(self) -> bool:
        """Whether all of it is as the journey is now."""
        return not self._dirty and not self._expecting

    def fit(self, pixels_across: float, units_across: float) -> None:
        """Be as fine as a screen that shows so many map units on so many pixels."""
        sheet = self._bench.atlas.bounds
        scale = min(pixels_across / units_across, _MOST_ACROSS / sheet.width)
        if scale == self._scale:
            return
        self._scale = scale
        size = QSize(round(sheet.width * scale), round(sheet.height * scale))
        before, self._image = self._image, QImage(size, QImage.Format.Format_RGB32)
        if before.isNull():
            self._image.fill(QColor(look.PAPER))
        else:
            painter = QPainter(self._image)
            painter.drawImage(QRectF(self._image.rect()), before)
            painter.end()
        self._scene.sharpen(scale)
        self._note_all()

    def thing_at(self, at: Point) -> str | None:
        """The id of what lies at a point of the map, the topmost first."""
        return self._scene.target_at(at, reach=0.0)

    def work(self, seconds: float) -> bool:
        """Paint for so long at most; gives whether all is painted."""
        ends = time.perf_counter() + seconds
        painted = False
        while self._dirty and time.perf_counter() < ends:
            self._paint(self._dirty.pop())
            painted = True
        if painted:
            self._lines = None
            self.painted.emit()
        return self.is_painted

    def lines(self) -> QImage:
        """Only its lines, on paper."""
        if self._lines is None:
            grey = self._image.convertToFormat(QImage.Format.Format_Grayscale8)
            bare = QImage(
                grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(),
                QImage.Format.Format_Indexed8,
            )  # fmt: skip
            bare.setColorTable([_line_tint(level).rgb() for level in range(256)])
            self._lines = bare.convertToFormat(QImage.Format.Format_RGB32)
        return self._lines

    def _paint(self, tile: tuple[int, int]) -> None:
        column, row = tile
        area = QRect(column * _TILE, row * _TILE, _TILE, _TILE).intersected(self._image.rect())
        scale = self._scale
        part = QRectF(
            area.x() / scale, area.y() / scale, area.width() / scale, area.height() / scale
        )
        painter = QPainter(self._image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setClipRect(area)
        painter.setTransform(QTransform.fromScale(scale, scale))
        self._map.draw(painter, part, scale)
        self._mist.draw(painter, part)
        to_image = painter.worldTransform()
        option = QStyleOptionGraphicsItem()
        for around, item in self._laid():
            if around.intersects(part):
                painter.setWorldTransform(item.sceneTransform() * to_image)
                painter.setOpacity(item.effectiveOpacity())
                option.exposedRect = item.mapRectFromScene(part)
                item.paint(painter, option, None)
        painter.end()

    def _laid(self) -> list[tuple[QRectF, QGraphicsItem]]:
        """What lies on the map, the lowest first, and where.

        The scene itself would ask all of them for every tile where they are.
        """
        if self._items is None:
            whole = [item for item in self._scene.items() if item.parentItem() is None]
            self._items = [
                (item.sceneBoundingRect(), item)
                for top in sorted(whole, key=QGraphicsItem.zValue)
                for item in _in_order(top)
            ]
        return self._items

    def _follow(self) -> None:
        changed = self._mist.show(self._bench.journey.mist)
        self._items = None
        self._note([changed])
        # What has changed in the scene is told by it, before this: both go by one queue.
        self._expecting = True
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        self._expecting = False

    def _note_changed(self, areas: Iterable[QRectF]) -> None:
        self._items = None
        self._note(areas)

    def _note_all(self) -> None:
        bounds = self._bench.atlas.bounds
        self._items = None
        self._mist.show(self._bench.journey.mist)
        self._note([QRectF(bounds.x, bounds.y, bounds.width, bounds.height)])

    def _note(self, areas: Iterable[QRectF]) -> None:
        if not self._scale:
            return
        whole = QRectF(self._image.rect())
        for area in areas:
            here = QTransform.fromScale(self._scale, self._scale).mapRect(area)
            here = here.adjusted(-2, -2, 2, 2).intersected(whole)
            if here.isEmpty():
                continue
            self._dirty.update(
                (column, row)
                for column in range(int(here.left()) // _TILE, int(here.right() - 1) // _TILE + 1)
                for row in range(int(here.top()) // _TILE, int(here.bottom() - 1) // _TILE + 1)
            )


def _in_order(item: QGraphicsItem) -> Iterator[QGraphicsItem]:
    """It and what is part of it, as far as they are seen: what lies lower comes first."""
    if not item.isVisible():
        return
    parts = sorted(item.childItems(), key=QGraphicsItem.zValue)
    below = QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent
    for part in parts:
        if part.flags() & below:
            yield from _in_order(part)
    yield item
    for part in parts:
        if not part.flags() & below:
            yield from _in_order(part)


def _line_tint(level: int) -> QColor:
    """A grey level of the map as a line on paper, or as none."""
    share = min(1.0, max(0.0, (level - _DARK) / (_LIGHT - _DARK)))
    paper, line = QColor(look.PAPER), QColor(look.MAP_LINE)
    return QColor.fromRgbF(
        line.redF() + (paper.redF() - line.redF()) * share,
        line.greenF() + (paper.greenF() - line.greenF()) * share,
        line.blueF() + (paper.blueF() - line.blueF()) * share,
    )
