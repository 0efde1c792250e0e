"""All paths as one picture of the map: what a frame shows of them while the map moves."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap

from reisblog import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsScene

    from reisblog.model.records import Trail
    from reisblog.ui.canvas.items.stroke import StrokeItem

_MOST_PIXELS = 4_000_000
_BREATH_SECONDS = 0.008
_HALO_OFF = 1.3
"""So many times wider or narrower than it should be the paper around paths may look on the way."""
_GRAIN, _STRIPE, _GAP = 4, 8, 16
"""How finely it is known where ink lies: in pixels, and in grains."""
_HELD = 200_000.0


class InkPicture(QObject):
    """Painted in the moments nothing else is done, kept until a path changes.

    It is a little soft, and what lies still is never painted from it.
    """

    def __init__(self, scene: QGraphicsScene, strokes: Callable[[], Iterable[StrokeItem]]) -> None:
        """Paint nothing yet.

        Args:
            scene: where they lie.
            strokes: gives all paths.
        """
        super().__init__(scene)
        self._scene = scene
        self._strokes = strokes
        self._picture = QPixmap()
        self._fine = 1.0
        self._inked: list[tuple[QRectF, QRectF]] = []
        self._painted: list[Trail] = []
        self._halo = 0.0
        self._shown: set[int] = set()
        self._waiting: list[tuple[StrokeItem, Callable[[QPainter], None]]] = []
        self._next: tuple[QPixmap, QRectF, list[Trail], float] | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._go_on)

    @property
    def is_ready(self) -> bool:
        """Whether it shows every path as it is."""
        return self._next is None and self._painted == _trails(self._resting())

    def prepare(self, scale: float) -> None:
        """Have it ready, a piece at a time, for a map that may move soon.

        Args:
            scale: logical pixels per map unit.
        """
        halo = look.HALO_PX / scale
        strokes = self._resting()
        off = max(halo, self._halo) / max(min(halo, self._halo), 1e-9)
        if self._painted == _trails(strokes) and (off < _HALO_OFF or not strokes):
            self._next = None
            return
        self._begin(strokes, halo)
        self._soon.start()

    def hurry(self, scale: float) -> None:
        """Have it ready now: the map moves.

        Args:
            scale: logical pixels per map unit.
        """
        resting = self._resting()
        if not self.is_ready:
            if self._next is None or self._next[2] != _trails(resting):
                self._begin(resting, look.HALO_PX / scale)
            self._finish()
        self._shown = set(map(id, resting))

    def covers(self, stroke: StrokeItem) -> bool:
        """Whether it shows this path, since ``hurry``."""
        return id(stroke) in self._shown

    def draw(self, painter: QPainter, exposed: QRectF, *, smooth: bool) -> None:
        """Draw the part that is exposed, and nothing where no path is; all in map units."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=smooth)
        for area, source in self._inked:
            if not area.intersects(exposed):
                continue
            if not smooth:
                painter.drawPixmap(area, self._picture, source)
                continue
            part = area & exposed
            corner = (part.topLeft() - area.topLeft()) * self._fine + source.topLeft()
            painter.drawPixmap(part, self._picture, QRectF(corner, part.size() * self._fine))

    def _resting(self) -> list[StrokeItem]:
        """The paths that lie where the journey has them, the lowest first."""
        return [
            stroke
            for stroke in self._strokes()
            if stroke.isVisible() and stroke.zValue() < _HELD and stroke.pos() == stroke.home()
        ]

    def _begin(self, strokes: list[StrokeItem], halo: float) -> None:
        area = QRectF()
        for stroke in strokes:
            area |= stroke.outline()
        area = area.adjusted(-halo, -halo, halo, halo) & self._scene.sceneRect()
        fine = min(1.0, math.sqrt(_MOST_PIXELS / max(area.width() * area.height(), 1.0)))
        picture = QPixmap(math.ceil(area.width() * fine), math.ceil(area.height() * fine))
        picture.fill(Qt.GlobalColor.transparent)
        area.setSize(picture.size().toSizeF() / fine)
        self._next = (picture, area, _trails(strokes), halo)
        papers = [(stroke, partial(stroke.halo.fill, halo=halo)) for stroke in strokes]
        self._waiting = [*papers, *((stroke, stroke.fill) for stroke in strokes)]

    def _go_on(self) -> None:
        ends = time.perf_counter() + _BREATH_SECONDS
        while self._waiting and time.perf_counter() < ends:
            self._paint_one()
        if self._waiting:
            self._soon.start()
        else:
            self._keep()

    def _finish(self) -> None:
        while self._waiting:
            self._paint_one()
        self._keep()

    def _paint_one(self) -> None:
        stroke, paint = self._waiting.pop(0)
        if self._next is None or stroke.scene() is None:
            return
        picture, area, *_of = self._next
        if picture.isNull():
            return
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(picture.width() / area.width(), picture.height() / area.height())
        painter.translate(-area.topLeft())
        paint(painter)
        painter.end()

    def _keep(self) -> None:
        self._soon.stop()
        if self._next is None:
            return
        self._picture, area, self._painted, self._halo = self._next
        self._next = None
        self._fine = self._picture.width() / max(area.width(), 1.0)
        self._inked = []
        for source in inked_parts(self._picture):
            lies = QRectF(
                area.topLeft() + source.topLeft() / self._fine, source.size() / self._fine
            )
            self._inked.append((lies, source))


def inked_parts(picture: QPixmap) -> list[QRectF]:
    """Where a picture that is mostly clear is not: stripes of it, in pixels, none over another.

    Looked at in every few pixels only: ink with the paper around it is wider than that.
    """
    wide, high = picture.width() // _GRAIN, picture.height() // _GRAIN
    if not wide or not high:
        return []
    seen = QRect(0, 0, wide * _GRAIN, high * _GRAIN)
    grains = picture.toImage().copy(seen).scaled(wide, high)
    grains = grains.convertToFormat(QImage.Format.Format_Alpha8)
    covers, line = bytes(grains.constBits()), grains.bytesPerLine()
    bounds = QRectF(picture.rect())
    parts = []
    for top in range(0, high, _STRIPE):
        last = min(top + _STRIPE, high)
        inked = 0
        for row in range(max(0, top - 1), min(last + 1, high)):
            inked |= int.from_bytes(covers[row * line : row * line + wide], "big")
        # The last stripe and the last grains reach to the edge, whatever is left there.
        bottom = picture.height() if last == high else last * _GRAIN
        for first, end in _runs(inked.to_bytes(wide, "big")):
            right = picture.width() if end >= wide else end * _GRAIN
            area = QRectF(QPointF(first, top) * _GRAIN, QPointF(right, bottom))
            parts.append(area & bounds)
    return parts


def _runs(inked: bytes) -> Iterator[tuple[int, int]]:
    """Where ink begins and ends; a short gap is no end, as each piece costs something."""
    first, last = -1, -1
    for index, cover in enumerate(inked):
        if not cover:
            continue
        if first >= 0 and index - last > _GAP:
            yield max(first - 1, 0), last + 2
            first = -1
        first = index if first < 0 else first
        last = index
    if first >= 0:
        yield max(first - 1, 0), last + 2


def _trails(strokes: Iterable[StrokeItem]) -> list[Trail]:
    return [stroke.trail for stroke in strokes]
