"""All paths as one picture of the map: what a frame shows of them while the map moves."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap

from reisblog import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsScene

    from reisblog.model.records import Trail
    from reisblog.ui.canvas.items.stroke import StrokeItem

_MOST_PIXELS = 4_000_000
_BREATH_SECONDS = 0.008
_HALO_OFF = 1.3
"""So many times wider or narrower than it should be the paper around paths may look on the way."""
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
        self._area = QRectF()
        self._painted: list[Trail] = []
        self._halo = 0.0
        self._shown: set[int] = set()
        self._waiting: list[StrokeItem] = []
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

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the part that is exposed; all in map units."""
        part = self._area & exposed
        if self._picture.isNull() or part.isEmpty():
            return
        fine = self._picture.width() / self._area.width()
        corner = (part.topLeft() - self._area.topLeft()) * fine
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(part, self._picture, QRectF(corner, part.size() * fine))

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
            area |= stroke.boundingRect()
        area = area.adjusted(-halo, -halo, halo, halo) & self._scene.sceneRect()
        fine = min(1.0, math.sqrt(_MOST_PIXELS / max(area.width() * area.height(), 1.0)))
        picture = QPixmap(math.ceil(area.width() * fine), math.ceil(area.height() * fine))
        picture.fill(Qt.GlobalColor.transparent)
        area.setSize(picture.size().toSizeF() / fine)
        self._next = (picture, area, _trails(strokes), halo)
        self._waiting = strokes

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
        stroke = self._waiting.pop(0)
        if self._next is None or stroke.scene() is None:
            return
        picture, area, _of, halo = self._next
        if picture.isNull():
            return
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(picture.width() / area.width(), picture.height() / area.height())
        painter.translate(-area.topLeft())
        stroke.ink(painter, halo)
        painter.end()

    def _keep(self) -> None:
        self._soon.stop()
        if self._next is not None:
            self._picture, self._area, self._painted, self._halo = self._next
            self._next = None


def _trails(strokes: Iterable[StrokeItem]) -> list[Trail]:
    return [stroke.trail for stroke in strokes]
