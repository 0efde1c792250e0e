"""The things on the canvas as a frame shows them while the map changes its size.

Photos stand as they are turned, so that Qt only has to scale them, which takes it a tenth of the
time that turning takes; everything else is a picture of itself, made when the movement begins.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.stroke import StrokeItem

if TYPE_CHECKING:
    from reisblog.ui.canvas.ink_picture import InkPicture
    from reisblog.ui.canvas.scene import CanvasScene

_BREATH_SECONDS = 0.006
_SIDE, _SMALL_SIDE = 330, 170
"""How large a turned photo is at most, in pixels; of many they are small."""
_MANY = 200
_FINEST = 2.0
_MOST_PIXELS = 4_000_000
_Flag = QGraphicsItem.GraphicsItemFlag


class _Turned(NamedTuple):
    """A photo as it is turned: of which pixels, and where it lies, from its item's position."""

    of: tuple[int, float, float]
    picture: QPixmap
    area: QRectF


class _Piece(NamedTuple):
    """One thing to draw: a picture and where it lies.

    In map units; where it stands on a point of the map at a fixed size, in pixels from there.
    """

    picture: QPixmap
    area: QRectF
    stands_on: QPointF | None = None
    opacity: float = 1.0


class QuickFrame(QObject):
    """Knows how to draw all things swiftly; what it needs for that is made in quiet moments."""

    def __init__(self, scene: CanvasScene, ink: InkPicture) -> None:
        super().__init__(scene)
        self._scene = scene
        self._ink = ink
        self._turned: dict[PrintItem, _Turned] = {}
        self._pieces: list[_Piece | PrintItem | QGraphicsItem | None] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._turn_some)
        self._waiting: list[PrintItem] = []

    def prepare(self) -> None:
        """Have photos ready as they are turned, a few at a time."""
        prints = set(self._scene.prints())
        for gone in self._turned.keys() - prints:
            del self._turned[gone]
        self._waiting = [item for item in prints if item.isVisible() and not self._is_turned(item)]
        if self._waiting:
            self._soon.start()

    def gather(self, to_view: QTransform, ratio: float) -> None:
        """See what there is to draw, the lowest first.

        Args:
            to_view: from map units to logical pixels of the view, as the movement begins.
            ratio: physical pixels per logical one.
        """
        self._pieces = []
        ink_lies = False
        for item in self._scene.items(Qt.SortOrder.AscendingOrder):
            if item.parentItem() is not None or not item.isVisible():
                continue
            if isinstance(item, PrintItem):
                self._pieces.append(item)
            elif not (isinstance(item, StrokeItem) and item.covered):
                self._pieces.append(_picture_of(item, to_view.m11(), ratio) or item)
            elif not ink_lies:
                ink_lies = True
                self._pieces.append(None)
        self.prepare()

    def draw(self, painter: QPainter, to_view: QTransform, exposed: QRectF) -> None:
        """Draw them.

        Args:
            painter: of the view.
            to_view: from map units to logical pixels of the view.
            exposed: the part to draw, in map units.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setTransform(to_view)
        for piece in self._pieces:
            if isinstance(piece, PrintItem):
                self._draw_print(painter, to_view, exposed, piece)
            elif piece is None:
                self._ink.draw(painter)
            elif isinstance(piece, _Piece):
                _draw_piece(painter, to_view, exposed, piece)
            else:
                _paint_itself(painter, piece, to_view)
                painter.setTransform(to_view)

    def _draw_print(
        self, painter: QPainter, to_view: QTransform, exposed: QRectF, item: PrintItem
    ) -> None:
        turned = self._turned.get(item)
        if turned is None:
            if exposed.intersects(item.sceneBoundingRect()):
                _paint_itself(painter, item, to_view)
                painter.setTransform(to_view)
            return
        area = turned.area.translated(item.pos())
        if exposed.intersects(area):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawPixmap(area, turned.picture, QRectF(turned.picture.rect()))

    def _is_turned(self, item: PrintItem) -> bool:
        turned = self._turned.get(item)
        return turned is not None and turned.of == _key(item)

    def _turn_some(self) -> None:
        ends = time.perf_counter() + _BREATH_SECONDS
        side = _SMALL_SIDE if len(self._turned) > _MANY else _SIDE
        while self._waiting and time.perf_counter() < ends:
            item = self._waiting.pop()
            if item.scene() is not None:
                self._turned[item] = _turn(item, side)
        if self._waiting:
            self._soon.start()


def _key(item: PrintItem) -> tuple[int, float, float]:
    return item.pixmap().cacheKey(), item.rotation(), item.scale()


def _turn(item: PrintItem, side: int) -> _Turned:
    """A photo as it is turned."""
    picture = item.pixmap()
    longest = max(picture.width(), picture.height())
    smaller = min(1.0, side / max(longest, 1))
    smooth = Qt.TransformationMode.SmoothTransformation
    how = QTransform.fromScale(smaller, smaller).rotate(item.rotation())
    turned = picture.transformed(how, smooth)
    middle = item.mapToScene(item.boundingRect().center()) - item.pos()
    grow = item.scale() / smaller
    area = QRectF(0, 0, turned.width() * grow, turned.height() * grow)
    area.moveCenter(middle)
    return _Turned(_key(item), turned, area)


def _picture_of(item: QGraphicsItem, scale: float, ratio: float) -> _Piece | None:
    """A thing and all that belongs to it, as one picture; nothing for what is too large."""
    fixed = bool(item.flags() & _Flag.ItemIgnoresTransformations)
    fine = ratio if fixed else min(scale * ratio, _FINEST)
    bounds = (item.boundingRect() | item.childrenBoundingRect()).adjusted(-1, -1, 1, 1)
    width, height = math.ceil(bounds.width() * fine), math.ceil(bounds.height() * fine)
    if not fixed and item.rotation() or width * height > _MOST_PIXELS:
        return None
    bounds.setSize(QRectF(0, 0, width / fine, height / fine).size())
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
    if fixed:
        return _Piece(picture, bounds, item.scenePos(), item.opacity())
    return _Piece(picture, bounds.translated(item.scenePos()), None, item.opacity())


def _paint_tree(painter: QPainter, item: QGraphicsItem) -> None:
    """Paint an item and what belongs to it, in the order in which they lie."""
    children = [child for child in item.childItems() if child.isVisible()]
    behind = [child for child in children if child.flags() & _Flag.ItemStacksBehindParent]
    for child in behind:
        _paint_child(painter, child)
    item.paint(painter, _option(item), None)
    for child in children:
        if child not in behind:
            _paint_child(painter, child)


def _paint_child(painter: QPainter, child: QGraphicsItem) -> None:
    painter.save()
    painter.translate(child.pos())
    _paint_tree(painter, child)
    painter.restore()


def _paint_itself(painter: QPainter, item: QGraphicsItem, to_view: QTransform) -> None:
    """Paint an item as it is, on the view."""
    painter.save()
    painter.setTransform(item.deviceTransform(to_view))
    painter.setOpacity(item.opacity())
    _paint_tree(painter, item)
    painter.restore()


def _draw_piece(painter: QPainter, to_view: QTransform, exposed: QRectF, piece: _Piece) -> None:
    painter.setOpacity(piece.opacity)
    whole = QRectF(piece.picture.rect())
    if piece.stands_on is None:
        if exposed.intersects(piece.area):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(piece.area, piece.picture, whole)
    else:
        painter.resetTransform()
        at = to_view.map(piece.stands_on).toPoint()
        painter.drawPixmap(piece.area.translated(at), piece.picture, whole)
        painter.setTransform(to_view)
    painter.setOpacity(1.0)


def _option(item: QGraphicsItem) -> QStyleOptionGraphicsItem:
    option = QStyleOptionGraphicsItem()
    option.exposedRect = item.boundingRect()
    return option
