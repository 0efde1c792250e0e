"""A thing on the canvas as one picture of itself, for as long as the map moves."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

_FINEST = 2.0
_MOST_PIXELS = 4_000_000
_Flag = QGraphicsItem.GraphicsItemFlag


class Likeness(NamedTuple):
    """A picture and where it lies.

    In map units; where it stands on a point of the map at a fixed size, in pixels from there, none
    of which is further away than its reach.
    """

    picture: QPixmap
    area: QRectF
    stands_on: QPointF | None
    opacity: float
    reach: float

    def draw(self, painter: QPainter, to_view: QTransform, exposed: QRectF) -> None:
        """Draw it.

        Args:
            painter: in map units.
            to_view: from map units to logical pixels of the view.
            exposed: the part to draw, in map units.
        """
        if self.stands_on is None:
            if exposed.intersects(self.area):
                self._put(painter, self.area)
            return
        reach = self.reach / to_view.m11()
        if exposed.adjusted(-reach, -reach, reach, reach).contains(self.stands_on):
            painter.resetTransform()
            self._put(painter, self.area.translated(to_view.map(self.stands_on).toPoint()))
            painter.setTransform(to_view)

    def _put(self, painter: QPainter, area: QRectF) -> None:
        painter.setOpacity(self.opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(area, self.picture, QRectF(self.picture.rect()))
        painter.setOpacity(1.0)


def likeness_of(item: QGraphicsItem, scale: float, ratio: float) -> Likeness | None:
    """A thing and all that belongs to it; nothing for what is too large, or turned.

    Args:
        item: lies on the map, and on nothing else.
        scale: logical pixels per map unit.
        ratio: physical pixels per logical one.
    """
    fixed = bool(item.flags() & _Flag.ItemIgnoresTransformations)
    fine = ratio if fixed else min(scale * ratio, _FINEST)
    bounds = QRectF((item.boundingRect() | item.childrenBoundingRect()).toAlignedRect())
    bounds.adjust(-1, -1, 1, 1)
    width, height = math.ceil(bounds.width() * fine), math.ceil(bounds.height() * fine)
    turned = not fixed and (item.rotation() != 0.0 or item.scale() != 1.0)
    if turned or width * height > _MOST_PIXELS:
        return None
    bounds.setSize(QSizeF(width / fine, height / fine))
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(fine, fine)
    painter.translate(-bounds.topLeft())
    _paint_tree(painter, item)
    painter.end()
    at = item.scenePos()
    if fixed:
        edges = (bounds.left(), bounds.right(), bounds.top(), bounds.bottom())
        reach = max(abs(edge) for edge in edges)
        return Likeness(picture, bounds, at, item.opacity(), reach)
    return Likeness(picture, bounds.translated(at), None, item.opacity(), 0.0)


def paint_itself(painter: QPainter, item: QGraphicsItem, to_view: QTransform) -> None:
    """Paint a thing as it is, on the view."""
    painter.save()
    painter.setTransform(item.deviceTransform(to_view))
    painter.setOpacity(item.opacity())
    _paint_tree(painter, item)
    painter.restore()


def _paint_tree(painter: QPainter, item: QGraphicsItem) -> None:
    """Paint an item and what belongs to it, in the order in which they lie."""
    children = [child for child in item.childItems() if child.isVisible()]
    behind = [child for child in children if child.flags() & _Flag.ItemStacksBehindParent]
    for child in behind:
        _paint_child(painter, child)
    option = QStyleOptionGraphicsItem()
    option.exposedRect = item.boundingRect()
    item.paint(painter, option, None)
    for child in children:
        if child not in behind:
            _paint_child(painter, child)


def _paint_child(painter: QPainter, child: QGraphicsItem) -> None:
    painter.save()
    painter.translate(child.pos())
    _paint_tree(painter, child)
    painter.restore()
