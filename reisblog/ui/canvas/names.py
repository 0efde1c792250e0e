"""The places' names: live text in the display face with a paper halo, the same size at any zoom."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap, QTransform

from reisblog import look
from reisblog.model.atlas import Atlas, Place
from reisblog.model.geometry import Point

EXACT_FROM = 0.5
"""The view scale from which names are written out; below it they are short."""

_SMALLEST_PX = 14
_LARGEST_PX = 24
_PX_PER_SCALE = 20.0
_LINE = 1.12
_LETTERS = 19
_AROUND = 8
_HALO = ((0.45, 1.0), (0.72, 0.59), (1.0, 0.35))
"""How far each ring of the halo reaches, as a share of the whole, and how much it covers."""


def name_at(place: Place, scale: float) -> str:
    """The name as the map shows it at a scale (logical pixels per map unit)."""
    return place.short if scale < EXACT_FROM else place.name


def text_size(scale: float) -> int:
    """The height of names in logical pixels at a scale."""
    return int(min(max(_PX_PER_SCALE * scale, _SMALLEST_PX), _LARGEST_PX))


def place_named_at(
    atlas: Atlas, to_view: QTransform, scale: float, ratio: float, point: QPointF, *, reach: float
) -> Place | None:
    """The place whose written name is at a point, or else in whose area the point lies.

    Args:
        atlas: the places.
        to_view: from map units to logical pixels.
        scale: logical pixels per map unit.
        ratio: physical pixels per logical one.
        point: in logical pixels.
        reach: how far a small place may be missed, in logical pixels.
    """
    for place in atlas.places.values():
        picture = _lettering(in_lines(name_at(place, scale)), text_size(scale), ratio)
        if _box(place, to_view, picture, ratio).contains(point):
            return place
    at = to_view.inverted()[0].map(point)
    return atlas.place_at(Point(at.x(), at.y()), reach=reach / scale)


def in_lines(name: str) -> tuple[str, ...]:
    """A name in lines of about equal length, broken between words."""
    count = max(1, -(-len(name) // _LETTERS))
    aim = len(name) / count
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) > aim + len(word) / 2 and len(lines) <= count:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def draw_names(
    painter: QPainter, atlas: Atlas, to_view: QTransform, scale: float, exposed: QRectF
) -> None:
    """Draw all names.

    Args:
        painter: in logical pixels of the view.
        atlas: the places.
        to_view: from map units to logical pixels.
        scale: logical pixels per map unit.
        exposed: the part to draw, in logical pixels.
    """
    ratio = painter.device().devicePixelRatioF()
    for place in atlas.places.values():
        picture = _lettering(in_lines(name_at(place, scale)), text_size(scale), ratio)
        box = _box(place, to_view, picture, ratio)
        if exposed.intersects(box):
            painter.drawPixmap(box.topLeft(), picture)


def _box(place: Place, to_view: QTransform, picture: QPixmap, ratio: float) -> QRectF:
    """Where a name is written, in logical pixels."""
    at = to_view.map(QPointF(place.label.x, place.label.y))
    width, height = picture.width() / ratio, picture.height() / ratio
    return QRectF(round(at.x() - width / 2), round(at.y() - height / 2), width, height)


@lru_cache(maxsize=512)
def _lettering(lines: tuple[str, ...], size: int, ratio: float) -> QPixmap:
    font = QFont(look.FAMILY_TITLE)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold)
    path = QPainterPath()
    for row, line in enumerate(lines):
        piece = QPainterPath()
        piece.addText(0, 0, font, line)
        path.addPath(piece.translated(-piece.boundingRect().center().x(), row * size * _LINE))
    halo = size * 0.32
    bounds = path.boundingRect().adjusted(-halo, -halo, halo, halo)
    letters = _blank(bounds, ratio)
    _fill(letters, path, bounds, look.PAPER)
    grown, reached = letters, 0.0
    rings = []
    for reach, cover in _HALO:
        grown = _grown(grown, halo * (reach - reached), bounds, ratio)
        reached = reach
        rings.append((cover, grown))
    lettering = _blank(bounds, ratio)
    painter = QPainter(lettering)
    for cover, ring in reversed(rings):
        painter.setOpacity(cover)
        painter.drawPixmap(QPointF(0, 0), ring)
    painter.end()
    _fill(lettering, path, bounds, look.INK)
    return lettering


def _grown(before: QPixmap, step: float, bounds: QRectF, ratio: float) -> QPixmap:
    """The same shape, fatter all round; a stroke along the letters takes ten times as long."""
    grown = _blank(bounds, ratio)
    painter = QPainter(grown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for turn in range(_AROUND):
        angle = turn * math.tau / _AROUND
        painter.drawPixmap(QPointF(step * math.cos(angle), step * math.sin(angle)), before)
    painter.end()
    return grown


def _blank(bounds: QRectF, ratio: float) -> QPixmap:
    pixmap = QPixmap(int(bounds.width() * ratio) + 2, int(bounds.height() * ratio) + 2)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _fill(pixmap: QPixmap, path: QPainterPath, bounds: QRectF, colour: str) -> None:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-bounds.topLeft())
    painter.fillPath(path, QColor(colour))
    painter.end()
