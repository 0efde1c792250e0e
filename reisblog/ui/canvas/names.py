"""The places' names: live text in the display face with a paper halo, the same size at any zoom."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QTransform

from reisblog import look
from reisblog.model.atlas import Atlas, Place

EXACT_FROM = 0.5
"""The view scale from which names are written out; below it they are short."""

_SMALLEST_PX = 14
_LARGEST_PX = 24
_PX_PER_SCALE = 20.0
_LINE = 1.12
_LETTERS = 19


def name_at(place: Place, scale: float) -> str:
    """The name as the map shows it at a scale (logical pixels per map unit)."""
    return place.short if scale < EXACT_FROM else place.name


def text_size(scale: float) -> int:
    """The height of names in logical pixels at a scale."""
    return int(min(max(_PX_PER_SCALE * scale, _SMALLEST_PX), _LARGEST_PX))


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
        at = to_view.map(QPointF(place.label.x, place.label.y))
        picture = _lettering(in_lines(name_at(place, scale)), text_size(scale), ratio)
        width, height = picture.width() / ratio, picture.height() / ratio
        corner = QPointF(round(at.x() - width / 2), round(at.y() - height / 2))
        if exposed.intersects(QRectF(corner.x(), corner.y(), width, height)):
            painter.drawPixmap(corner, picture)


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
    pixmap = QPixmap(
        int(bounds.width() * ratio) + 2,
        int(bounds.height() * ratio) + 2,
    )
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-bounds.topLeft())
    paper = QColor(look.PAPER)
    for width, alpha in ((1.0, 90), (0.72, 150), (0.45, 255)):
        paper.setAlpha(alpha)
        pen = QPen(paper, 2 * halo * width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.fillPath(path, QColor(look.INK))
    painter.end()
    return pixmap
