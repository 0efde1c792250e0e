"""The map under everything, drawn from prepared pictures and never through SVG per frame."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from reisblog.model.atlas import Atlas
from reisblog.ui.canvas.map_pictures import MapPictures


class MapLayer(QObject):
    """Whichever map the journey on the desk is made on.

    Signals:
        refreshed: a better picture than before can be drawn.
        unpaintable: there is no place to keep pictures.
    """

    refreshed = Signal()
    unpaintable = Signal()

    def __init__(self, atlas: Atlas, cache: Path, parent: QObject | None = None) -> None:
        """Begin with the map of an atlas.

        Args:
            atlas: its size, its hash, and where its drawing is.
            cache: a folder of our own, in which pictures are kept by the map's hash.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._cache = cache
        self._map = atlas.map
        self._pictures = self._pictures_of(atlas)

    @property
    def settled(self) -> bool:
        """Whether every picture asked for can be drawn."""
        return self._pictures.settled

    @property
    def is_painted(self) -> bool:
        """Whether a picture of every size is there, but for the finest perhaps."""
        return self._pictures.is_painted

    @property
    def is_finished(self) -> bool:
        """Whether the finest is there, too."""
        return self._pictures.is_finished

    def show(self, atlas: Atlas) -> None:
        """Draw the map of this atlas from now on."""
        if atlas.map == self._map:
            return
        self._map = atlas.map
        self._pictures.close()
        self._pictures.deleteLater()
        self._pictures = self._pictures_of(atlas)
        self.prepare()
        self.refreshed.emit()

    def prepare(self) -> None:
        """Have the pictures painted that are not there yet, in a process of its own."""
        self._pictures.prepare()

    def draw(
        self, painter: QPainter, exposed: QRectF, scale: float, *, quick: bool = False
    ) -> None:
        """Draw the part of the map that is exposed.

        Args:
            painter: in map units.
            exposed: in map units.
            scale: physical pixels per map unit.
            quick: as swiftly as it can be done, for a map that moves.
        """
        self._pictures.draw(painter, exposed, scale, quick=quick)

    def close(self) -> None:
        """End what is still being painted or read."""
        self._pictures.close()

    def _pictures_of(self, atlas: Atlas) -> MapPictures:
        pictures = MapPictures(atlas, self._cache, self)
        pictures.refreshed.connect(self.refreshed)
        pictures.unpaintable.connect(self.unpaintable)
        return pictures
