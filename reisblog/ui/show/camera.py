"""Which part of the map the board shows, and how one part becomes another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from reisblog.model.geometry import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAREST = 1_300.0
"""No closer than this many map units across the screen the story goes."""
_AROUND = 190.0


class Camera(NamedTuple):
    """A part of the map.

    Attributes:
        centre: in map units.
        width: map units across the screen.
    """

    centre: Point
    width: float

    def on(self, screen: QSizeF) -> QTransform:
        """From map units to logical pixels of a screen of this size."""
        scale = screen.width() / self.width
        moved = QTransform.fromTranslate(screen.width() / 2, screen.height() / 2)
        return moved.scale(scale, scale).translate(-self.centre.x, -self.centre.y)

    def towards(self, other: Camera, share: float) -> Camera:
        """A part of the way to another; its width changes by equal steps of scale."""
        return Camera(
            self.centre + (other.centre - self.centre).scaled(share),
            self.width * (other.width / self.width) ** share,
        )


def whole(sheet: Rect, screen: QSizeF) -> Camera:
    """All of the map."""
    return Camera(sheet.centre, max(sheet.width, sheet.height * screen.width() / screen.height()))


def around(points: Iterable[Point], sheet: Rect, screen: QSizeF) -> Camera:
    """What holds these points with some land around them; never beyond the map's edge."""
    area = Rect.around(list(points)).grown(_AROUND)
    shape = screen.width() / screen.height()
    most = whole(sheet, screen)
    width = max(NEAREST, area.width, area.height * shape)
    if width >= most.width:
        return most
    height = width / shape
    return Camera(
        Point(
            _within(area.centre.x, sheet.x, sheet.right, width),
            _within(area.centre.y, sheet.y, sheet.bottom, height),
        ),
        width,
    )


def rect_on(camera: Camera, screen: QSizeF, area: Rect) -> QRectF:
    """Where a part of the map is seen."""
    to_screen = camera.on(screen)
    return QRectF(
        to_screen.map(QPointF(area.x, area.y)), to_screen.map(QPointF(area.right, area.bottom))
    )


def _within(middle: float, low: float, high: float, size: float) -> float:
    """A middle from which so much stays between both ends; their middle, where it cannot."""
    if size >= high - low:
        return (low + high) / 2
    return min(max(middle, low + size / 2), high - size / 2)
