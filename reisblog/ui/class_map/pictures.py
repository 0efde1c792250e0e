"""Small maps as pictures: painted one by one in the moments nothing else is done, and kept."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from reisblog import look
from reisblog.model.atlas import art_of
from reisblog.model.class_map import LIGHT
from reisblog.model.ink import Curve
from reisblog.ui.canvas.items.stroke import StrokeItem
from reisblog.ui.canvas.mist_picture import MistPicture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reisblog.model.atlas import Atlas
    from reisblog.model.geometry import Rect
    from reisblog.model.records import Trail
    from reisblog.storage.class_files import Hung
    from reisblog.ui.canvas.map_layer import MapLayer

_BREATH_SECONDS = 0.008
_FINE_PX = 1_200
_MOST_PIECES = 600
"""Of a path that is drawn as its pen leaves it; its outline takes a tenth of a second."""
_MOST_PIXELS = 32_000_000
"""Of all that are kept: 128 MB."""
_HALO, _MOST_HALO = 0.006, 3.0
"""How far paper shows beside a path, by a map's width, and in pixels."""


class SmallPictures(QObject):
    """Paints what is wanted of some journeys, the first wanted first.

    Signals:
        made: the file of a journey of which there is a picture now, or a better one.
    """

    made = Signal(object)

    def __init__(
        self, map_layer: Callable[[Atlas], MapLayer], parent: QObject | None = None
    ) -> None:
        """Paint nothing yet.

        Args:
            map_layer: draws the land of a map.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._map_layer = map_layer
        self._kept: dict[object, QPixmap] = {}
        self._lands: dict[tuple[str, int], QImage] = {}
        self._wanted: dict[object, tuple[Hung, QSize]] = {}
        self._painting: tuple[object, QImage, Iterator[bool]] | None = None
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._go_on)

    def of(self, journey: Hung) -> QPixmap | None:
        """The picture there is of a journey, of whatever size."""
        return self._kept.get(journey.path)

    def land(self, atlas: Atlas, size: QSize) -> QImage:
        """A map without anything on it."""
        key = (atlas.folder, size.width())
        if key not in self._lands:
            while len(self._lands) > 3:
                del self._lands[next(iter(self._lands))]
            self._lands[key] = _land(self._map_layer(atlas), atlas, size)
        return self._lands[key]

    def want(self, journeys: Iterable[Hung], size: QSize) -> None:
        """Have a picture of each, of so many pixels; of those wanted before no more."""
        self._wanted = {
            journey.path: (journey, size)
            for journey in journeys
            if (kept := self._kept.get(journey.path)) is None or kept.size() != size
        }
        if self._wanted:
            self._soon.start()

    @property
    def is_painted(self) -> bool:
        """Whether there is a picture of all that are wanted."""
        return not self._wanted and self._painting is None

    def note_land(self) -> None:
        """The land can be drawn better than before: all is painted anew when it is wanted."""
        self._lands.clear()
        self._kept.clear()
        self._painting = None

    def _go_on(self) -> None:
        ends = time.perf_counter() + _BREATH_SECONDS
        while (self._wanted or self._painting is not None) and time.perf_counter() < ends:
            if self._painting is None:
                journey, size = self._wanted.pop(next(iter(self._wanted)))
                land = QImage(self.land(journey.atlas, size))
                self._painting = journey.path, land, _painted(journey, land)
            key, image, steps = self._painting
            if next(steps, None) is None:
                self._painting = None
                self._kept.pop(key, None)
                self._kept[key] = QPixmap.fromImage(image)
                self._make_room()
                self.made.emit(key)
        if self.is_painted:
            self._soon.stop()

    def _make_room(self) -> None:
        held = sum(kept.width() * kept.height() for kept in self._kept.values())
        while held > _MOST_PIXELS and len(self._kept) > 1:
            oldest = self._kept.pop(next(iter(self._kept)))
            held -= oldest.width() * oldest.height()


def _land(layer: MapLayer, atlas: Atlas, size: QSize) -> QImage:
    """A map, lightened; made smaller from a finer one, as its lines are thinner than a pixel."""
    art, finer = art_of(atlas.bounds), max(1, round(_FINE_PX / size.width()))
    image = QImage(size * finer, QImage.Format.Format_RGB32)
    light = QColor(look.WHITE)
    light.setAlphaF(LIGHT)
    with _painter(image, art) as painter:
        whole = QRectF(art.x, art.y, art.width, art.height)
        layer.draw(painter, whole, image.width() / art.width)
        painter.fillRect(whole, light)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _painted(journey: Hung, image: QImage) -> Iterator[bool]:
    """Paint a journey's own paths and mist over the land, a little at every step."""
    small, atlas = journey.small, journey.atlas
    if small.mist:
        art, mist = art_of(atlas.bounds), MistPicture(atlas.bounds)
        mist.show(small.mist)
        with _painter(image, art) as painter:
            mist.draw(painter, QRectF(art.x, art.y, art.width, art.height))
        yield True
    strokes = []
    for trail in small.trails:
        strokes.append(_stroke(trail))
        yield True
    art = art_of(small.sheet)
    halo = min(_MOST_HALO, _HALO * image.width()) * art.width / image.width()
    fills: list[Callable[[QPainter], None]] = [
        partial(stroke.halo.fill, halo=halo) for stroke in strokes
    ]
    fills += [stroke.fill for stroke in strokes]  # no path's paper lies on another's ink
    for fill in fills:
        with _painter(image, art) as painter:
            fill(painter)
        yield True


def _stroke(trail: Trail) -> StrokeItem:
    """A path; a scribble beyond all measure in one even width, which takes no time."""
    if len(trail.segments) <= _MOST_PIECES:
        return StrokeItem(trail)
    stroke = StrokeItem(replace(trail, segments=()))
    stroke.run([Curve(trail.start, trail.start_width, trail.segments)])
    return stroke


@contextmanager
def _painter(image: QImage, art: Rect) -> Iterator[QPainter]:
    """Paints in the units of a map that fills the picture."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = image.width() / art.width
    painter.setTransform(QTransform.fromScale(scale, scale).translate(-art.x, -art.y))
    yield painter
    painter.end()
