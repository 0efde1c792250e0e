"""The places' names: live text in the display face with a paper halo, the same size at any zoom."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTransform

from reisblog import look
from reisblog.model.atlas import Atlas, Place
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import apart, in_lines, inside, overlap

EXACT_FROM = 0.5
"""The view scale from which names are written out; below it they are short."""

_SMALLEST_PX = 14
_LARGEST_PX = 24
_PX_PER_SCALE = 20.0
_LINE = 1.12
_AROUND = 12
_HALO = ((0.32, 0.12), (0.23, 0.4), (0.14, 1.0))
"""How far the letters are shifted all round, in heights of the text, and how much that covers."""
_HALO_SHARE = 0.32
_LAYOUTS = 64
_DRAWN = (96.0, 84.0)
"""About how much of its square the sign of an own place fills, in map units."""


def name_at(place: Place, scale: float) -> str:
    """The name as the map shows it at a scale (logical pixels per map unit)."""
    return place.short if scale < EXACT_FROM else place.name


def text_size(scale: float) -> int:
    """The height of names in logical pixels at a scale."""
    return int(min(max(_PX_PER_SCALE * scale, _SMALLEST_PX), _LARGEST_PX))


class Names:
    """Where the names of a map are written, so that none lies over another."""

    def __init__(self, atlas: Callable[[], Atlas]) -> None:
        """Write the names of whatever places there are just now."""
        self._atlas = atlas
        self._laid_of: Atlas | None = None
        self._laid: dict[tuple[float, float], list[_Written]] = {}
        self._held: list[tuple[QPixmap, QPointF, QRectF]] | None = None

    def hold(self, to_view: QTransform, port: QRectF, *, ratio: float) -> None:
        """Go along with the map as they lie now, in letters of this size, until ``let_go``.

        Where each best lies, and how large its letters are, takes too much thought for a frame.
        """
        held = []
        for written, box in self._boxes(to_view, port, ratio):
            anchor = QPointF(written.place.label.x, written.place.label.y)
            held.append((written.picture, anchor, box.translated(-_rounded(to_view, anchor))))
        self._held = held

    def let_go(self) -> None:
        """Lie where it is best again."""
        self._held = None

    def draw(
        self,
        painter: QPainter,
        to_view: QTransform,
        exposed: QRectF,
        port: QRectF,
        *,
        ratio: float,
    ) -> None:
        """Draw all names.

        Args:
            painter: in logical pixels of the view.
            to_view: from map units to logical pixels.
            exposed: the part to draw, in logical pixels.
            port: the view, which no name of a place that is seen leaves.
            ratio: physical pixels per logical one.
        """
        if self._held is not None:
            for picture, anchor, beside in self._held:
                box = beside.translated(_rounded(to_view, anchor))
                if exposed.intersects(box):
                    painter.drawPixmap(box.topLeft(), picture)
            return
        for written, box in self._boxes(to_view, port, ratio):
            if exposed.intersects(box):
                painter.drawPixmap(box.topLeft(), written.picture)

    def place_at(
        self, point: QPointF, to_view: QTransform, port: QRectF, *, ratio: float, reach: float
    ) -> Place | None:
        """The place whose written name is at a point, or else in whose area the point lies.

        Args:
            point: in logical pixels.
            to_view: from map units to logical pixels.
            port: the view.
            ratio: physical pixels per logical one.
            reach: how far a small place may be missed, in logical pixels.
        """
        for written, box in self._boxes(to_view, port, ratio):
            if box.contains(point):
                return written.place
        at = to_view.inverted()[0].map(point)
        return self._atlas().place_at(Point(at.x(), at.y()), reach=reach / to_view.m11())

    def boxes(self, to_view: QTransform, port: QRectF, *, ratio: float) -> dict[str, QRectF]:
        """Where each name is written, by the place's id, in logical pixels."""
        return {written.place.id: box for written, box in self._boxes(to_view, port, ratio)}

    def _boxes(
        self, to_view: QTransform, port: QRectF, ratio: float
    ) -> list[tuple[_Written, QRectF]]:
        left, top = round(to_view.dx()), round(to_view.dy())
        view = Rect(port.x(), port.y(), port.width(), port.height())
        laid = self._layout(to_view.m11(), ratio)
        boxes = [
            Rect(box.x + left, box.y + top, box.width, box.height)
            for box in (written.box for written in laid)
        ]
        for index, written in enumerate(laid):
            middle = written.place.area.bounds.centre
            seen = to_view.map(QPointF(middle.x, middle.y))
            moved = inside(boxes[index], view)
            if port.contains(seen) and moved != boxes[index]:
                others = (box for at, box in enumerate(boxes) if at != index)
                if not any(overlap(moved, other) for other in others):
                    boxes[index] = moved
        return [
            (written, QRectF(box.x, box.y, box.width, box.height))
            for written, box in zip(laid, boxes, strict=True)
        ]

    def _layout(self, scale: float, ratio: float) -> list[_Written]:
        """All names at a scale, seen from the map's corner; kept, for it takes some thought."""
        atlas, key = self._atlas(), (scale, ratio)
        if atlas is not self._laid_of:
            self._laid_of = atlas
            self._laid.clear()
        if key not in self._laid:
            while len(self._laid) >= _LAYOUTS:
                self._laid.pop(next(iter(self._laid)))
            self._laid[key] = _laid_out(atlas, scale, ratio)
        return self._laid[key]


def _rounded(to_view: QTransform, anchor: QPointF) -> QPointF:
    """Where a point of the map is seen, at whole pixels: letters keep their sharpness."""
    return QPointF(to_view.map(anchor).toPoint())


class _Written(NamedTuple):
    """A name and where it stands, in logical pixels from the map's corner."""

    place: Place
    picture: QPixmap
    box: Rect


def _laid_out(atlas: Atlas, scale: float, ratio: float) -> list[_Written]:
    """Each name where the map has it; where two would meet, one gives way a little."""
    size = text_size(scale)
    pictures, wanted = [], []
    for place in atlas.places.values():
        picture = _lettering(in_lines(name_at(place, scale)), size, ratio)
        wide, high = picture.width() / ratio, picture.height() / ratio
        left, top = place.label.x * scale - wide / 2, place.label.y * scale - high / 2
        pictures.append(picture)
        wanted.append(Rect(round(left), round(top), wide, high))
    sheet = Rect(0, 0, atlas.width * scale, atlas.height * scale)
    boxes = apart(wanted, sheet, size, fixed=list(_signs(atlas, scale)))
    return list(map(_Written, atlas.places.values(), pictures, boxes))


def _signs(atlas: Atlas, scale: float) -> Iterator[Rect]:
    """What is drawn of own places, in logical pixels from the map's corner."""
    for place in atlas.places.values():
        if place.frame is not None:
            drawn = Rect.centred(place.frame.centre, *_DRAWN)
            yield Rect(*(side * scale for side in (drawn.x, drawn.y, drawn.width, drawn.height)))


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
