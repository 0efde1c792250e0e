"""The journey's mist over the map, and what a hand is doing to it at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reisblog.model.mist import Area, MistBrush, united, without

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QGraphicsView

    from reisblog.ui.canvas.mist_picture import MistPicture
    from reisblog.ui.workbench import Workbench


class MistLayer(QObject):
    """Follows the journey, and the hand before its work is in the journey."""

    def __init__(self, view: QGraphicsView, workbench: Workbench) -> None:
        super().__init__(view)
        self._view = view
        self._workbench = workbench
        self._picture: MistPicture | None = None
        workbench.changed.connect(self.follow)
        workbench.opened.connect(self.follow)

    def follow(self) -> None:
        """Show the mist that the journey has."""
        self._show(self._workbench.journey.mist)

    def brush(self, brush: MistBrush, area: Area) -> None:
        """Show what the hand does, though it is not yet done."""
        shown = self._picture.mist if self._picture is not None else ()
        self._show(united(shown, area) if brush is MistBrush.LAY else without(shown, area))

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw it; painter and the exposed part in map units."""
        if self._picture is not None:
            self._picture.draw(painter, exposed)

    def _show(self, mist: Area) -> None:
        sheet = self._workbench.atlas.bounds
        if self._picture is not None and self._picture.sheet != sheet:
            self._picture = None  # another map lies here now
        if self._picture is None:
            if not mist:
                return
            from reisblog.ui.canvas.mist_picture import MistPicture  # noqa: PLC0415 - not at once

            self._picture = MistPicture(sheet)
        changed = self._picture.show(mist)
        if not changed.isEmpty():
            seen = self._view.viewportTransform().mapRect(changed).toAlignedRect()
            self._view.viewport().update(seen)
