"""Each place as a small picture, cut out of the map; its initial until the map is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from reisblog import look
from reisblog.model.geometry import Rect
from reisblog.ui import theme
from reisblog.ui.paper import draw_shadow
from reisblog.ui.sign_drawing import draw_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.atlas import Place

_LARGEST_UNITS = 300.0
_LEAST_UNITS = 200.0
_STEP_PX, _EDGE_PX, _BORDER_PX = 19.0, 4.0, 2.0


class MapPicture(Protocol):
    """What can draw a part of the map."""

    @property
    def refreshed(self) -> SignalInstance:
        """A better picture than before can be drawn."""

    @property
    def settled(self) -> bool:
        """Whether there is something to draw."""

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        """Draw a part, in map units, at so many physical pixels a unit."""


class Vignettes(QObject):
    """Cuts places out of the map, and keeps the cuttings.

    Signals:
        refreshed: better ones can be had.
    """

    refreshed = Signal()

    def __init__(self, map_picture: MapPicture | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._map = map_picture
        self._cut: dict[tuple[object, ...], QPixmap] = {}
        if map_picture is not None:
            map_picture.refreshed.connect(self._map_refreshed)

    def draw(self, painter: QPainter, rect: QRectF, place: Place | None, initial: str) -> None:
        """Draw a place in a rounded square, or an initial on sand where there is no picture."""
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(rect, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        cutting = self._cutting(painter, place, rect.width()) if place else None
        if cutting is None:
            painter.fillPath(shape, QColor(theme.mix(look.PAPER, look.SEA, 0.35)))
            painter.setPen(QColor(look.INK))
            painter.setFont(theme.font(round(rect.height() * 0.46), title=True))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initial)
        else:
            painter.setClipPath(shape)
            painter.drawPixmap(rect.topLeft(), cutting)
        painter.restore()

    def draw_together(
        self, painter: QPainter, rect: QRectF, places: Sequence[Place], initial: str
    ) -> None:
        """Draw the places of one halte: two lie over one another like prints, as may a third.

        What lies below the second is blank: that there is more, not how much.
        """
        if len(places) < 2:
            place = places[0] if places else None
            self.draw(painter, rect, place, place.short[:1].upper() if place else initial)
            return
        behind = _EDGE_PX if len(places) > 2 else 0.0
        side = rect.width() - _STEP_PX - behind
        first = QRectF(rect.topLeft(), QSizeF(side, side))
        second = first.translated(_STEP_PX, _STEP_PX)
        if behind:
            _draw_card(painter, second.translated(behind, behind))
        for card, place in ((second, places[1]), (first, places[0])):
            _draw_card(painter, card)
            inside = card.adjusted(_BORDER_PX, _BORDER_PX, -_BORDER_PX, -_BORDER_PX)
            self.draw(painter, inside, place, place.short[:1].upper())

    def _cutting(self, painter: QPainter, place: Place, side: float) -> QPixmap | None:
        if self._map is None or not self._map.settled:
            return None
        ratio = painter.device().devicePixelRatioF()
        key = (place.id, place.pin, place.sign, place.flag, side, ratio)
        if key not in self._cut:
            part = around(place)
            pixels = round(side * ratio)
            made = QPixmap(pixels, pixels)
            made.setDevicePixelRatio(ratio)
            scale = pixels / part.width
            cutter = QPainter(made)
            cutter.scale(side / part.width, side / part.height)
            cutter.translate(QPointF(-part.x, -part.y))
            self._map.draw(cutter, QRectF(part.x, part.y, part.width, part.height), scale)
            if place.sign is not None and (frame := place.frame) is not None:
                square = QRectF(frame.x, frame.y, frame.width, frame.height)
                draw_sign(cutter, place.sign, square, flag=place.flag)
            cutter.end()
            self._cut[key] = made
        return self._cut[key]

    def _map_refreshed(self) -> None:
        self._cut.clear()
        self.refreshed.emit()


def _draw_card(painter: QPainter, rect: QRectF) -> None:
    corner = look.RADIUS_CONTROL_PX + _BORDER_PX
    draw_shadow(painter, rect, corner, reach=4.0, drop=1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.WHITE))
    painter.drawRoundedRect(rect, corner, corner)


def around(place: Place) -> Rect:
    """The square of the map that shows a place best; of a wide one its middle."""
    bounds = place.area.bounds
    side = max(bounds.width, bounds.height)
    if side <= _LARGEST_UNITS * 1.1:
        return Rect.centred(bounds.centre, max(side, _LEAST_UNITS), max(side, _LEAST_UNITS))
    side = max(min(bounds.width, bounds.height), _LARGEST_UNITS)
    return Rect.centred(bounds.centre, side, side)
