"""How finely photos are shown: as finely as the view asks, where one looks, a few at a time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from reisblog.model.arrangement import Lie
from reisblog.model.geometry import Rect
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.pictures import SIDES

_FINE_ENOUGH = 0.9
_BREATH_SECONDS = 0.008
_DEEP_BREATH_SECONDS = 0.03
_PRINT_BYTES_A_PIXEL = 4.6
"""Of a print with its border, against the square around its picture."""
_PRINTS_BYTES = 500_000_000
"""All prints together stay about within this; more of them are less fine."""


def side_for(lie: Lie, pixels_per_unit: float) -> int:
    """Which of ``SIDES`` shows a photo that lies so at this scale."""
    wanted = lie.size * pixels_per_unit * _FINE_ENOUGH
    return next((side for side in SIDES if side >= wanted), SIDES[-1])


def finest_of(count: int) -> int:
    """Which of ``SIDES`` so many prints may have, that memory holds them all."""
    most = _PRINTS_BYTES / (_PRINT_BYTES_A_PIXEL * max(1, count))
    return next((side for side in reversed(SIDES) if side * side <= most), SIDES[0])


class Sharpness(QObject):
    """Gives every print the pixels it needs; what nobody sees makes do with the fewest."""

    def __init__(
        self, prints: Callable[[], Iterable[PrintItem]], parent: QObject | None = None
    ) -> None:
        """Begin with the fewest pixels, until somebody looks at the map.

        Args:
            prints: gives those on the map, the uppermost last.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._prints = prints
        self._pixels_per_unit = 0.0
        self._seen: Rect | None = None
        self._finest = SIDES[-1]
        self._breath = _BREATH_SECONDS
        self._waiting: deque[PrintItem] = deque()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether prints still get other pixels."""
        return bool(self._waiting)

    def look(self, pixels_per_unit: float, seen: Rect | None) -> None:
        """Look at a part of the map.

        Args:
            pixels_per_unit: physical pixels for each map unit.
            seen: in map units; everything, when nothing is given.
        """
        self._pixels_per_unit, self._seen = pixels_per_unit, seen
        self.begin()

    def begin(self) -> None:
        """Give prints other pixels wherever they need them, in the moments nothing else does."""
        self._breath = _BREATH_SECONDS
        self._begin()

    def begin_all(self) -> None:
        """The same when every print needs others: in larger steps, as a frame follows each."""
        self._breath = _DEEP_BREATH_SECONDS
        self._begin()

    def _begin(self) -> None:
        self._waiting = deque(item for item in self._prints() if item.isVisible())
        self._finest = finest_of(sum(self._is_seen(item.lie) for item in self._waiting))
        self._soon.start()

    def finish(self) -> None:
        """Do the rest at once."""
        while self._waiting:
            self._next()

    def side_for(self, lie: Lie) -> int:
        """How many pixels the long side of a photo needs, one of ``SIDES``."""
        if not self._is_seen(lie):
            return SIDES[0]
        return min(side_for(lie, self._pixels_per_unit), self._finest)

    def _is_seen(self, lie: Lie) -> bool:
        return self._seen is None or self._seen.grown(lie.size).contains(lie.at)

    def _go_on(self) -> None:
        ends = time.perf_counter() + self._breath
        while self._waiting and time.perf_counter() < ends:
            self._next()
        if self._waiting:
            self._soon.start()

    def _next(self) -> None:
        item = self._waiting.pop()
        if item.scene() is not None:
            item.sharpen(self.side_for(item.lie))
