"""The places' names: live text in the display face with a paper halo, the same size at any zoom."""

from __future__ import annotations

import cmath
import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTransform

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
_AROUND = 12
_HALO = ((0.32, 0.12), (0.23, 0.4), (0.14, 1.0))
"""How far the letters are shifted all round, in heights of the text, and how much that covers."""
_HALO_SHARE = 0.32


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
    painter: QPainter,
    atlas: Atlas,
    to_view: QTransform,
    exposed: QRectF,
    *,
    scale: float,
    ratio: float,
) -> None:
    """Draw all names.

    Args:
        painter: in logical pixels of the view.
        atlas: the places.
        to_view: from map units to logical pixels.
        exposed: the part to draw, in logical pixels.
        scale: logical pixels per map unit.
        ratio: physical pixels per logical one.
    """
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
    letters = _letters(lines, size, ratio)
    paper = _tinted(letters, look.PAPER)
    lettering = QPixmap(letters.size())
    lettering.setDevicePixelRatio(ratio)
    lettering.fill(Qt.GlobalColor.transparent)
    painter = QPainter(lettering)
    for away, cover in _HALO:  # a stroke along the letters takes ten times as long
        painter.setOpacity(cover)
        for turn in range(_AROUND):
            shift = cmath.rect(size * away * ratio, turn * math.tau / _AROUND)
            painter.drawPixmap(QPointF(round(shift.real) / ratio, round(shift.imag) / ratio), paper)
    painter.setOpacity(1.0)
    painter.drawPixmap(0, 0, letters)
    painter.end()
    return lettering


def _letters(lines: tuple[str, ...], size: int, ratio: float) -> QPixmap:
    """A name in ink, centred line by line, with room around it for its halo."""
    font = QFont(look.FAMILY_TITLE)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    measure = QFontMetricsF(font)
    widths = [measure.horizontalAdvance(line) for line in lines]
    room = size * _HALO_SHARE + 1
    width = max(widths) + 2 * room
    height = measure.ascent() + measure.descent() + (len(lines) - 1) * size * _LINE + 2 * room
    letters = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    letters.setDevicePixelRatio(ratio)
    letters.fill(Qt.GlobalColor.transparent)
    painter = QPainter(letters)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(QColor(look.INK))
    for row, (line, advance) in enumerate(zip(lines, widths, strict=True)):
        baseline = room + measure.ascent() + row * size * _LINE
        painter.drawText(QPointF((width - advance) / 2, baseline), line)
    painter.end()
    return letters


def _tinted(letters: QPixmap, colour: str) -> QPixmap:
    """The same letters in another colour."""
    tinted = QPixmap(letters)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(tinted.rect())
    painter.end()
    return tinted
