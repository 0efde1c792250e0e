"""Things on the canvas glide to where they belong, and none of them bounces."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal
from PySide6.QtWidgets import QGraphicsItem

from reisblog import look


class Glides(QObject):
    """Moves items to their places in one shared animation, or at once.

    Signals:
        moved: things have come a step nearer to their places.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.motion = True
        self._ways: dict[QGraphicsItem, tuple[QPointF, QPointF]] = {}
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(look.MOVE_MS)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._show)
        self._clock.finished.connect(self._ways.clear)

    @property
    def under_way(self) -> bool:
        """Whether anything glides now."""
        return bool(self._ways)

    def send(self, item: QGraphicsItem, to: QPointF) -> None:
        """Let an item glide from where it is seen now."""
        if not self.motion or item.scene() is None or not item.isVisible():
            self._ways.pop(item, None)
            item.setPos(to)
            return
        if item.pos() == to:
            self._ways.pop(item, None)
            return
        running = self._clock.state() == QVariantAnimation.State.Running
        if running and self._clock.currentTime():
            self._ways = {moving: (moving.pos(), end) for moving, (_at, end) in self._ways.items()}
            self._clock.stop()
            running = False
        self._ways[item] = (item.pos(), to)
        if not running:  # of many that are sent at once only the first begins it
            self._clock.start()

    def drop(self, item: QGraphicsItem) -> None:
        """Forget an item that is leaving the canvas."""
        self._ways.pop(item, None)

    def arrive(self) -> None:
        """Let everything be where it is going."""
        self._clock.stop()
        for item, (_start, end) in self._ways.items():
            item.setPos(end)
        self._ways.clear()

    def _show(self, along: float) -> None:
        for item, (start, end) in self._ways.items():
            item.setPos(start + (end - start) * along)
        self.moved.emit()
