"""A finger that swipes over a list scrolls it; only one that rests first takes something up.

Qt makes mouse events of touches that nobody wants. So a swipe would drag whatever lies under the
finger: a chapter to another place in the story. Here such events are kept back until it is clear
what the finger means.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QPropertyAnimation,
    Qt,
    QTimer,
)
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar, QWidget

REST_MS = 250
"""A finger that stays this long means the thing under it, and no scrolling."""
_SLACK_PX = 10.0
_RECENT = 4
_GLIDE_MS = 500
_GLIDE_SHARE = 180.0
"""For how many milliseconds of its speed a list goes on."""
_FAR = QPointF(-10_000.0, -10_000.0)
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
}


class FingerScrolling(QObject):
    """Watches one window; the canvas, which takes touches itself, never comes here."""

    def __init__(self, window: QWidget) -> None:
        """Watch a window as soon as it is shown."""
        super().__init__(window)
        self._window = window
        self._bar: QScrollBar | None = None
        self._from = QPointF()
        self._swipes = False
        self._trace: deque[tuple[float, float]] = deque(maxlen=_RECENT)
        self._resting = QTimer(self, singleShot=True, interval=REST_MS)
        self._resting.timeout.connect(self._rest)
        self._gliding = QPropertyAnimation(self)
        self._gliding.setDuration(_GLIDE_MS)
        self._gliding.setPropertyName(QByteArray(b"value"))
        self._gliding.setEasingCurve(QEasingCurve.Type.OutCubic)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what is part of a swipe."""
        if watched is self._window:
            if event.type() == QEvent.Type.Show:
                self._window.removeEventFilter(self)
                self._window.windowHandle().installEventFilter(self)
            return False
        if event.type() not in _MOUSE or not isinstance(event, QMouseEvent):
            return False
        by_finger = event.device().type() == QInputDevice.DeviceType.TouchScreen
        if by_finger and event.type() == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif by_finger and self._bar is not None:
            moves = event.type() == QEvent.Type.MouseMove
            return self._move(event, watched) if moves else self._lift()
        return False

    def _press(self, event: QMouseEvent) -> None:
        self._gliding.stop()
        self._bar = self._bar_under(event.position())
        self._from = event.position()
        self._swipes = False
        self._trace.clear()
        self._resting.start()

    def _move(self, event: QMouseEvent, watched: QObject) -> bool:
        at = event.position()
        if not self._swipes:
            away = at - self._from
            if max(abs(away.x()), abs(away.y())) < _SLACK_PX:
                return True
            if abs(away.x()) > abs(away.y()):
                self._rest()  # aside nothing scrolls
                return False
            self._begin_to_swipe(event, watched)
        bar = self._bar
        if bar is not None:
            bar.setValue(bar.value() - round(at.y() - self._from.y()))
        self._from = at
        self._trace.append((at.y(), float(event.timestamp())))
        return True

    def _begin_to_swipe(self, event: QMouseEvent, watched: QObject) -> None:
        """What was pressed is let go of, elsewhere: so it is no click."""
        self._resting.stop()
        bar, self._bar = self._bar, None  # this release is none of ours
        release = QMouseEvent(
            QEvent.Type.MouseButtonRelease,
            _FAR,
            _FAR,
            _FAR,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            event.pointingDevice(),
        )
        QCoreApplication.sendEvent(watched, release)
        self._bar, self._swipes = bar, True

    def _lift(self) -> bool:
        self._resting.stop()
        bar, self._bar = self._bar, None
        if not self._swipes:
            return False
        (first, since), (last, until) = self._trace[0], self._trace[-1]
        if bar is not None and until > since:
            speed = (last - first) / (until - since)
            self._gliding.setTargetObject(bar)
            self._gliding.setStartValue(bar.value())
            self._gliding.setEndValue(bar.value() - round(speed * _GLIDE_SHARE))
            self._gliding.start()
        return True

    def _rest(self) -> None:
        """From now on the finger is a mouse."""
        self._resting.stop()
        self._bar = None

    def _bar_under(self, at: QPointF) -> QScrollBar | None:
        """The bar of the innermost list under a finger that has anything to scroll."""
        part = self._window.childAt(at.toPoint())
        while part is not None and part is not self._window:
            if isinstance(part, QAbstractScrollArea):
                bar = part.verticalScrollBar()
                if bar.maximum() > bar.minimum():
                    return bar
            if part.testAttribute(Qt.WidgetAttribute.WA_NoMousePropagation):
                return None  # what lies over a list is no part of it
            part = part.parentWidget()
        return None
