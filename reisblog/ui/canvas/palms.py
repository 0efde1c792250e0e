"""Which touches are a hand that rests on the glass, and no finger that means something."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEventPoint, QPointingDevice

if TYPE_CHECKING:
    from PySide6.QtGui import QTabletEvent, QTouchEvent

_NEAR_MS = 500.0
"""A pen that was over the glass so lately is near still."""
_FINGERTIP_MM = 25.0
"""No fingertip is as large; the ball of a hand is."""
_ENDS = {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


def is_eraser(event: QTabletEvent) -> bool:
    """Whether a pen is held the other way round."""
    return event.pointerType() == QPointingDevice.PointerType.Eraser


def is_palm(width_px: float, height_px: float, px_per_mm: float) -> bool:
    """Whether a contact is larger than a fingertip; one of no known size is none."""
    return max(width_px, height_px) > _FINGERTIP_MM * px_per_mm


class Palms:
    """Sorts them out: all touches beside a pen, and large ones always, until they lift."""

    def __init__(self) -> None:
        """Nothing is on the glass."""
        self._pen_ms: float | None = None
        self._pen_down = False
        self._palms: set[int] = set()

    @property
    def pen_is_near(self) -> bool:
        """Whether a pen hovers or draws, or did so a moment ago."""
        if self._pen_ms is None:
            return False
        return self._pen_down or monotonic() * 1000 - self._pen_ms < _NEAR_MS

    def pen_came(self, *, down: bool) -> None:
        """A pen is over the glass, or on it."""
        self._pen_ms, self._pen_down = monotonic() * 1000, down

    def fingers(self, event: QTouchEvent, px_per_mm: float) -> tuple[list[QEventPoint], bool]:
        """The points of a touch that are fingers, and whether one of them turned out a palm."""
        points, came = event.points(), False
        for point in points:
            size = point.ellipseDiameters()
            large = is_palm(size.width(), size.height(), px_per_mm)
            if (large or self.pen_is_near) and point.id() not in self._palms:
                came = came or point.state() != QEventPoint.State.Pressed
                self._palms.add(point.id())
        fingers = [point for point in points if point.id() not in self._palms]
        if event.type() in _ENDS:
            self._palms.clear()
        else:
            lifted = QEventPoint.State.Released
            self._palms -= {point.id() for point in points if point.state() == lifted}
        return fingers, came
