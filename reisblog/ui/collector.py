"""Python's cycle collector, on the window's thread only.

Left to itself it runs on whichever thread happens to allocate. On a worker's thread it would
destroy windows and timers that belong to this one, and Qt aborts the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 400


class Collector(QObject):
    """Collects a little whenever enough has gathered, while the window's thread is idle."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self._collect)
        self._clock.start()
        # What the program is made of stays; to look through it would take longer than all the rest.
        QTimer.singleShot(0, self, gc.freeze)

    def close(self) -> None:
        """Collect everything, here, and leave the collector to itself again."""
        self._clock.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
