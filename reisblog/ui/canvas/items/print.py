"""A photo as a print: white border, soft shadow, painted once into a pixmap and drawn by Qt."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsPixmapItem

from reisblog import look
from reisblog.model.arrangement import Lie
from reisblog.model.framing import seen_size
from reisblog.model.records import Photo
from reisblog.model.shaping import Shape
from reisblog.ui.pictures import SIDES, Pictures

_LIFT = 1.03
_SHADOW_UNITS = 9.0
_LAYERS = 7


class PrintItem(QGraphicsPixmapItem):
    """One photo on the map; its middle is its position."""

    def __init__(self, photo: Photo, lie: Lie, pictures: Pictures) -> None:
        super().__init__()
        self.record_id = photo.id
        self._photo = photo
        self._lie = lie
        self._pictures = pictures
        self._lifted = False
        self._shown: tuple[int, int | None, bool] | None = None
        self._outline: QRectF | None = None
        self.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
        self.setPos(lie.at.x, lie.at.y)
        self.lay(photo, lie)

    @property
    def lie(self) -> Lie:
        """How it lies according to the journey, wherever it is shown meanwhile."""
        return self._lie

    @property
    def photo(self) -> Photo:
        """The record it shows."""
        return self._photo

    def home(self) -> QPointF:
        """Where the journey has it."""
        return QPointF(self._lie.at.x, self._lie.at.y)

    def lay(self, photo: Photo, lie: Lie) -> None:
        """Show this record so; the position is left to whoever glides it there."""
        if framing_of(photo) != framing_of(self._photo):
            self._shown = None
        self._photo, self._lie = photo, lie
        self.setRotation(lie.turn)
        self.setVisible(lie.shown)
        self._fit()

    def show_shape(self, shape: Shape) -> None:
        """Show it lying like this, whatever the journey says, until it is laid again."""
        self.setPos(shape.at.x, shape.at.y)
        self.setRotation(shape.turn)
        self.setScale(shape.size / self._side)

    def lift(self, *, lifted: bool) -> None:
        """Show it taken up, a little larger and over a deeper shadow, or laid down again."""
        if lifted != self._lifted:
            self._lifted = lifted
            self._shown = None
            self.sharpen(self._side)

    def sharpen(self, side: int) -> None:
        """Use the pixels of this size (one of ``SIDES``), as far as they are at hand.

        Of a photo hidden in a pile they are only asked for.
        """
        self._side, self._outline = side, None
        picture = self._pictures.seen(self._photo, side)
        if not self.isVisible():
            return
        broken = self._pictures.is_broken(self._photo.media)
        shown = (side, None if picture is None else picture.cacheKey(), broken)
        if shown != self._shown:
            self._shown = shown
            width, height = proportions(self._photo, side)
            self.setPixmap(print_pixmap(picture, width, height, deep=self._lifted))
            self._fit()

    def outline(self) -> QRectF:
        """The paper's edge in the item's own pixels, the shadow left out.

        Of the record and not of the pixels, whose number is rounded: it stays where it is, and what
        is drawn around it too, when the photo becomes sharp.
        """
        if self._outline is not None:
            return QRectF(self._outline)
        seen = seen_size(self._photo)
        longest = max(*seen, 1)
        borders = 2 * look.PHOTO_BORDER_UNITS / look.PHOTO_SIDE_UNITS
        width, height = (self._side * (max(1, length) / longest + borders) for length in seen)
        self._outline = QRectF(-width / 2, -height / 2, width, height)
        return QRectF(self._outline)

    def resting(self) -> QPolygonF:
        """The paper's corners where the journey has it, in map units, wherever it is seen now."""
        where = QTransform.fromTranslate(self._lie.at.x, self._lie.at.y)
        where.rotate(self._lie.turn)
        where.scale(self._lie.size / self._side, self._lie.size / self._side)
        return where.map(QPolygonF(self.outline()))

    def shape(self) -> QPainterPath:
        """What can be hit: the paper, not its shadow."""
        path = QPainterPath()
        path.addRect(self.outline())
        return path

    _side = SIDES[0]

    def _fit(self) -> None:
        self._outline = None
        bounds = self.pixmap().rect()
        self.setOffset(-bounds.width() / 2, -bounds.height() / 2)
        self.setScale(self._lie.size / self._side * (_LIFT if self._lifted else 1.0))


def framing_of(photo: Photo) -> tuple[object, ...]:
    """What decides which pixels are seen of a photo."""
    return photo.media, photo.crop, photo.blurs


def proportions(photo: Photo, side: int) -> tuple[int, int]:
    """Width and height in pixels of what is seen of a photo, its long side being ``side``."""
    width, height = seen_size(photo)
    longest = max(width, height, 1)
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


def print_pixmap(
    picture: QPixmap | None, width: int, height: int, *, deep: bool = False
) -> QPixmap:
    """A print of this many pixels with border and shadow; plain paper while there is no picture."""
    if picture is None:
        return _without_picture(width, height, deep=deep)
    pixmap = QPixmap(_blank(width, height, deep=deep))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(_inside(width, height), picture)
    painter.end()
    return pixmap


def _inside(width: int, height: int) -> QRect:
    """Where the picture lies on a print of this many pixels: at whole ones, so it stays sharp."""
    units = look.PHOTO_BORDER_UNITS + _SHADOW_UNITS
    margin = round(max(width, height) * units / look.PHOTO_SIDE_UNITS)
    return QRect(margin, margin, width, height)


@lru_cache(maxsize=48)
def _without_picture(width: int, height: int, *, deep: bool) -> QPixmap:
    """What stands for any photo until its picture comes; hundreds of them when a file is opened."""
    pixmap = QPixmap(_blank(width, height, deep=deep))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_stand_in(painter, QRectF(_inside(width, height)))
    painter.end()
    return pixmap


@lru_cache(maxsize=48)
def _blank(width: int, height: int, *, deep: bool) -> QPixmap:
    """The paper of a print of this many pixels, on its shadow; photos share a few shapes."""
    longest = max(width, height)
    border = longest * look.PHOTO_BORDER_UNITS / look.PHOTO_SIDE_UNITS
    shadow = longest * _SHADOW_UNITS / look.PHOTO_SIDE_UNITS
    inside = _inside(width, height)
    margin = inside.x()
    pixmap = QPixmap(width + 2 * margin, height + 2 * margin)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paper = QRectF(inside).adjusted(-border, -border, border, border)
    _paint_shadow(painter, paper, shadow, deep=deep)
    corner = longest * look.RADIUS_PHOTO_PX / look.PHOTO_SIDE_UNITS
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.WHITE))
    painter.drawRoundedRect(paper, corner, corner)
    painter.end()
    return pixmap


def _paint_shadow(painter: QPainter, paper: QRectF, reach: float, *, deep: bool) -> None:
    ink = QColor(look.INK)
    ink.setAlphaF((0.34 if deep else 0.18) / _LAYERS * 1.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    down = QPointF(0, reach * (0.42 if deep else 0.25))
    for layer in range(_LAYERS):
        grow = reach * (0.62 - 0.14 * layer)
        edge = paper.translated(down).adjusted(-grow, -grow, grow, grow)
        painter.drawRoundedRect(edge, reach / 2, reach / 2)


def _paint_stand_in(painter: QPainter, inside: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.PAPER_DEEP))  # not fillRect: see MapLayer
    painter.drawRect(inside)
    painter.setPen(QPen(QColor(look.INK_SOFT), max(1.0, inside.width() / 80)))
    middle, size = inside.center(), min(inside.width(), inside.height()) / 6
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, size, size)
