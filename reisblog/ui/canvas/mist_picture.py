"""Mist as it is painted: a small soft picture, drawn larger, and the wisps in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from reisblog import look
from reisblog.model import mist, veil
from reisblog.model.atlas import art_of
from reisblog.model.geometry import Rect
from reisblog.model.wisps import wisps


class MistPicture:
    """Keeps what was painted; only rows in which mist has changed are painted anew.

    Attributes:
        sheet: the whole map, in map units.
        mist: what is shown.
    """

    def __init__(self, sheet: Rect) -> None:
        """Begin without mist on this sheet, over whose printed border none will drift."""
        self.mist: mist.Area = ()
        self.sheet, self._art = sheet, _rect(art_of(sheet))
        self._image = QImage(*veil.size(sheet), QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        self._wisps: list[tuple[QRectF, QPolygonF]] = []
        self._covered = QRectF()

    def show(self, area: mist.Area) -> QRectF:
        """Paint this mist; gives the part of the map, in map units, that looks different now."""
        changed = mist.bounds(mist.difference(self.mist, area))
        self.mist = area
        if changed is None:
            return QRectF()
        top, bottom = (
            min(max(round(y / veil.PIXEL), 0), self._image.height())
            for y in (changed.y - veil.SOFTNESS, changed.bottom + veil.SOFTNESS)
        )
        self._paint(range(top, bottom))
        self._wisps = [
            (_rect(wisp.around), QPolygonF([QPointF(point.x, point.y) for point in wisp.outline]))
            for wisp in wisps(area, self.sheet)
        ]
        around = mist.bounds(area)
        self._covered = _rect(around.grown(veil.SOFTNESS)) if around else QRectF()
        return _rect(changed.grown(veil.SOFTNESS))

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw it; in map units.

        Args:
            painter: in map units.
            exposed: what wisps are drawn for; the veil is left to the painter's own clip, as it
                would not be quite the same if it were drawn in parts.
        """
        target = self._covered.intersected(self._art)
        if not target.intersects(exposed):
            return
        fine = 1 / veil.PIXEL
        source = QRectF(target.topLeft() * fine, target.size() * fine)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._image, source)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.MIST_LINE))
        for around, outline in self._wisps:
            if around.intersects(exposed):
                painter.drawPolygon(outline)
        painter.restore()

    def _paint(self, rows: range) -> None:
        content = b"".join(veil.veil(self.mist, self.sheet, rows))
        width = self._image.width()
        strip = QImage(content, width, len(rows), width, QImage.Format.Format_Indexed8)
        paper = QColor(look.MIST).rgb() & 0xFFFFFF
        strip.setColorTable([cover << 24 | paper for cover in range(256)])
        painter = QPainter(self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, rows.start, strip)
        painter.end()


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
