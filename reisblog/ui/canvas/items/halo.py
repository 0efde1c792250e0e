"""Paper around paths, under the ink of them all: where two meet, neither cuts the other.

A path that is lifted takes its own paper with it, over what lies below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from reisblog import look
from reisblog.model.brush import SOLID, paper_under
from reisblog.model.geometry import Point
from reisblog.model.records import Trail
from reisblog.ui.canvas.items.wider import Wider

HALO_ALPHA = 0.85
_ROOM_PX = 8 * look.HALO_PX


class Halo:
    """Paper around one path.

    Around a solid line it is one wide stroke along the middle, around dashes and dots the same
    shapes a little wider: stroking the brush's outline, with its many corners, costs far more.
    """

    def __init__(self) -> None:
        self._parts: Sequence[QPainterPath] = []
        self._wider: Wider | None = None
        self._under = 0.0
        paper = QColor(look.PAPER)
        paper.setAlphaF(HALO_ALPHA)
        self._pen = QPen(paper, 1.0)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)

    def lie_under(
        self,
        trails: Sequence[Trail],
        shapes: Sequence[Sequence[Point]] | None,
        middle: Sequence[QPainterPath],
    ) -> float:
        """Follow a path, or what is shown of it; tells how far it reaches, in map units.

        Args:
            trails: what is shown.
            shapes: its outlines, unless it is shown plainly.
            middle: its curves, as paths to stroke.
        """
        widest = max(map(paper_under, trails), default=0.0)
        self._wider, self._under = None, 0.0
        if trails and trails[0].pen in SOLID:
            self._parts, self._under = middle, widest
        elif shapes is None:
            self._parts = middle
        else:
            self._parts, self._wider = [], Wider(shapes)
        return widest + _ROOM_PX

    def fill(self, painter: QPainter, halo: float) -> None:
        """Fill it, wider than the line by so many map units on both sides."""
        if self._wider is not None:
            for path in self._wider.by(halo):
                painter.fillPath(path, self._pen.brush())
            return
        self._pen.setWidthF(self._under + 2 * halo)
        for part in self._parts:
            painter.strokePath(part, self._pen)


class Haloed(Protocol):
    """A path on the map that has paper around it."""

    halo: Halo
    is_lifted: bool

    def isVisible(self) -> bool:  # noqa: N802 - Qt's name
        """Whether it is shown at all."""

    def sceneBoundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """All it covers, in map units."""

    def pos(self) -> QPointF:
        """How far it is from where the journey has it."""


class Halos(QGraphicsItem):
    """The paper around all paths that lie on the map; as wide on the screen at any zoom."""

    def __init__(self, bounds: QRectF, strokes: Callable[[], Iterable[Haloed]]) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._bounds = bounds
        self._strokes = strokes

    def boundingRect(self) -> QRectF:
        """The whole map: what changes of a path says itself where that is."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Nothing: a path is hit on its line."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint what is exposed of it."""
        del widget
        halo = halo_units(option, painter)
        exposed = option.exposedRect
        for stroke in self._strokes():
            if stroke.is_lifted or not stroke.isVisible():
                continue
            if exposed.intersects(stroke.sceneBoundingRect()):
                at = stroke.pos()
                painter.translate(at)
                stroke.halo.fill(painter, halo)
                painter.translate(-at)


def halo_units(option: QStyleOptionGraphicsItem, painter: QPainter) -> float:
    """How far paper shows beside a path, in map units."""
    scale = option.levelOfDetailFromTransform(painter.worldTransform())
    return look.HALO_PX / max(scale, 0.01)
