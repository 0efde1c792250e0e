"""Which part of the map is seen, and how large: zooming, panning, gliding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QInputDevice, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from reisblog import look
from reisblog.model.geometry import Point, Rect

_LARGEST = 4.0
_SMALLEST_OF_FIT = 0.7
_FLY_SHARE = 0.45
_WHEEL_STEP = 1.0018
"""By so much for each eighth of a degree; a notch has 120 of them, a finer wheel tells fewer."""
_WHEEL_PAN_PX = 0.8
_KEEP_PX = 120.0
_EDGE_PX = 28.0
_SAME_SPOT_PX = 0.75


class Sight(QObject):
    """Moves a view over the map; the map never leaves it altogether.

    Signals:
        changed: another part is seen, or at another scale.
    """

    changed = Signal()

    def __init__(self, view: QGraphicsView, sheet: Callable[[], Rect]) -> None:
        """Look through a view without scroll bars.

        Args:
            view: what is looked through.
            sheet: gives the whole map, in map units; another journey may lie on another one.
        """
        super().__init__(view)
        self._view = view
        self._sheet_now = sheet
        self.motion = True
        self._fitted = True
        self._left_at: tuple[Point, float] | None = None
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(look.MOVE_MS)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.valueChanged.connect(self._fly_on)
        self._from = self._to = QRectF()
        self._held: tuple[QPointF, QPointF, QTransform] | None = None
        self._owed = QPointF()

    @property
    def _sheet(self) -> QRectF:
        sheet = self._sheet_now()
        return QRectF(sheet.x, sheet.y, sheet.width, sheet.height)

    @property
    def scale(self) -> float:
        """Logical pixels per map unit."""
        return self._view.transform().m11()

    @property
    def is_fitted(self) -> bool:
        """Whether the whole map is seen, and stays so when the window changes."""
        return self._fitted

    def look(self, centre: Point, scale: float) -> None:
        """See the map as it was left: a point in the middle, at a scale."""
        self._fitted = False
        self._left_at = (centre, scale)
        middle = QPointF(self._view.viewport().rect().center())
        self._set(min(max(scale, self._least()), _LARGEST), QPointF(centre.x, centre.y), middle)

    def seen(self) -> Rect:
        """The part of the map that is seen, in map units."""
        area = (
            self._view.viewportTransform()
            .inverted()[0]
            .mapRect(QRectF(self._view.viewport().rect()))
        )
        return Rect(area.x(), area.y(), area.width(), area.height())

    def fit(self) -> None:
        """The whole map, in the middle."""
        self._fitted = True
        self._look_at(self._sheet, exactly=True)

    def zoom(self, factor: float, *, around: QPointF | None = None) -> None:
        """Larger or smaller; the point of the view ``around`` (or its middle) stays put."""
        self._flight.stop()
        spot = around or QPointF(self._view.viewport().rect().center())
        factor = min(max(self.scale * factor, self._least()), _LARGEST) / self.scale
        if abs(factor - 1.0) < 1e-6:
            return
        self._fitted = False
        under = self._under(spot)
        self._set(self.scale * factor, under, spot)
        self._held = spot, under, self._view.viewportTransform()

    def pan(self, by: Point) -> None:
        """Move the map by so many logical pixels."""
        self._flight.stop()
        middle = QPointF(self._view.viewport().rect().center())
        under = self._view.viewportTransform().inverted()[0].map(middle)
        self._fitted = False
        self._set(self.scale, under, middle + QPointF(by.x, by.y))

    def reveal(self, part: Rect) -> None:
        """Glide no further than it takes to see a part of the map; it may be seen already."""
        port = QRectF(self._view.viewport().rect())
        area = QRectF(part.x, part.y, part.width, part.height)
        seen = self._view.viewportTransform().mapRect(area)
        if port.contains(seen):
            return
        room = port.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        by_x = _into(seen.left(), seen.right(), room.left(), room.right())
        by_y = _into(seen.top(), seen.bottom(), room.top(), room.bottom())
        if by_x or by_y:
            self._fitted = False
            now = self.seen()
            here = QRectF(now.x, now.y, now.width, now.height)
            self._go_to(here.translated(-by_x / self.scale, -by_y / self.scale))

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms where the pointer is; a trackpad pans, with Ctrl it zooms.

        With Shift, or turned sideways, a wheel pans sideways. What a fine wheel or a trackpad
        tells in fractions is not lost.
        """
        held, turned = event.modifiers(), event.angleDelta()
        trackpad = (
            event.device().type() == QInputDevice.DeviceType.TouchPad
            or event.phase() != Qt.ScrollPhase.NoScrollPhase
        )
        if held & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by_wheel(event)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._pan_by_wheel(QPointF(turned.y() or turned.x(), 0.0) * _WHEEL_PAN_PX)
        elif trackpad:
            moved = QPointF(event.pixelDelta())
            self._pan_by_wheel(moved if not moved.isNull() else QPointF(turned) * _WHEEL_PAN_PX)
        elif turned.y() == 0:
            self._pan_by_wheel(QPointF(turned.x(), 0.0) * _WHEEL_PAN_PX)
        else:
            self._zoom_by_wheel(event)
        event.accept()

    def _zoom_by_wheel(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.pixelDelta().y() / _WHEEL_PAN_PX
        if turned:
            self.zoom(_WHEEL_STEP**turned, around=event.position())

    def _pan_by_wheel(self, by: QPointF) -> None:
        """Whole pixels now, and what is left of them with the next turn."""
        by += self._owed
        whole = QPointF(round(by.x()), round(by.y()))
        self._owed = by - whole
        if not whole.isNull():
            self.pan(Point(whole.x(), whole.y()))

    def _under(self, spot: QPointF) -> QPointF:
        """The point of the map under a point of the view.

        While one zooms on and on at one spot it is the same one: the map lies on whole pixels, so
        found anew at every turn of the wheel it would wander off.
        """
        to_view = self._view.viewportTransform()
        if self._held is not None:
            held, under, left = self._held
            moved = held - spot
            near = max(abs(moved.x()), abs(moved.y())) < _SAME_SPOT_PX
            if near and left == to_view:
                return under
        return to_view.inverted()[0].map(spot)

    def fly_to(self, rect: Rect) -> None:
        """Glide until this part of the map fills a good part of the view."""
        room = QRectF(rect.x, rect.y, max(rect.width, 1.0), max(rect.height, 1.0))
        grow_x, grow_y = (side * (1 / _FLY_SHARE - 1) / 2 for side in (room.width(), room.height()))
        self._fitted = False
        self._look_at(room.adjusted(-grow_x, -grow_y, grow_x, grow_y))

    def resized(self, before: QSize) -> None:
        """The view has another size: keep the whole map in it, or the same middle."""
        if not before.isValid() and self._left_at is not None:
            self.look(*self._left_at)  # only now is it known where the middle is
            return
        if self._fitted or not before.isValid():
            self._show(self._sheet)
            return
        middle = QPointF(before.width() / 2, before.height() / 2)
        under = self._view.viewportTransform().inverted()[0].map(middle)
        self._set(self.scale, under, QPointF(self._view.viewport().rect().center()))

    def _least(self) -> float:
        return self._scale_for(self._sheet) * _SMALLEST_OF_FIT

    def _scale_for(self, rect: QRectF) -> float:
        port = self._view.viewport().rect()
        return min(port.width() / rect.width(), port.height() / rect.height())

    def _look_at(self, rect: QRectF, *, exactly: bool = False) -> None:
        if not exactly:
            scale = min(max(self._scale_for(rect), self._least()), _LARGEST)
            port = self._view.viewport().rect()
            size = QRectF(0, 0, port.width() / scale, port.height() / scale)
            size.moveCenter(rect.center())
            rect = _kept_within(size, self._sheet)
        self._go_to(rect)

    def _go_to(self, rect: QRectF) -> None:
        self._flight.stop()
        if not self.motion or not self._view.isVisible():
            self._show(rect)
            return
        seen = self.seen()
        self._from, self._to = QRectF(seen.x, seen.y, seen.width, seen.height), rect
        self._flight.start()

    def _fly_on(self, along: float) -> None:
        a, b = self._from, self._to
        self._show(
            QRectF(
                a.x() + (b.x() - a.x()) * along,
                a.y() + (b.y() - a.y()) * along,
                a.width() + (b.width() - a.width()) * along,
                a.height() + (b.height() - a.height()) * along,
            )
        )

    def _show(self, rect: QRectF) -> None:
        middle = QPointF(self._view.viewport().rect().center())
        self._set(self._scale_for(rect), rect.center(), middle)

    def _set(self, scale: float, under: QPointF, spot: QPointF) -> None:
        """Show the map so that the map's point ``under`` lies at the view's point ``spot``."""
        sheet = self._sheet
        port = QRectF(self._view.viewport().rect())
        corner = spot - under * scale
        left = min(max(corner.x(), _KEEP_PX - sheet.right() * scale), port.width() - _KEEP_PX)
        top = min(max(corner.y(), _KEEP_PX - sheet.bottom() * scale), port.height() - _KEEP_PX)
        usual = self._view.viewportUpdateMode()
        # Else Qt would move all pixels for each of these, and perhaps in vain.
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self._view.setTransform(QTransform.fromScale(scale, scale))
        self._view.horizontalScrollBar().setValue(round(-left))
        self._view.verticalScrollBar().setValue(round(-top))
        self._view.setViewportUpdateMode(usual)
        self.changed.emit()


def _kept_within(part: QRectF, sheet: QRectF) -> QRectF:
    """The same part of the map, moved so that no more paper beside it is seen than must be."""
    left = _kept(part.left(), part.width(), sheet.left(), sheet.width())
    top = _kept(part.top(), part.height(), sheet.top(), sheet.height())
    return QRectF(left, top, part.width(), part.height())


def _kept(start: float, length: float, first: float, whole: float) -> float:
    spare = whole - length
    return first + spare / 2 if spare < 0 else min(max(start, first), first + spare)


def _into(first: float, last: float, least: float, most: float) -> float:
    """How far something has to move to lie within bounds; of what is longer a part is enough."""
    if last - first > most - least:
        return max(least - last, 0.0) + min(most - first, 0.0)
    return max(least - first, 0.0) + min(most - last, 0.0)
