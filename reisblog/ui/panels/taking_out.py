"""Taking something out of the bag: a drag with the mouse or with one finger, or just a tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from reisblog.tools.gesture import TOUCH_REST_MS, TOUCH_SLACK_PX
from reisblog.ui.finger_drag import FingerDrag

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QScrollBar, QWidget

_LONG_MS = 600.0
"""A finger that rests so long without moving asks for the menu."""


class TakingOut(QObject):
    """Watches one widget.

    A finger that moves at once scrolls what the widget lies in; one that rested first takes out.
    """

    def __init__(
        self,
        widget: QWidget,
        *,
        mime: Callable[[], QMimeData],
        picture: Callable[[], QPixmap],
        tapped: Callable[[QPoint], None],
        held: Callable[[QPoint], None] | None = None,
        scrolls: Callable[[], QScrollBar | None] = lambda: None,
    ) -> None:
        """Watch from now on.

        Args:
            widget: what can be taken out.
            mime: gives what a drag carries.
            picture: gives what is seen of it meanwhile.
            tapped: it was tapped, here in the widget; a button says so itself to the mouse.
            held: a finger rested on it, here.
            scrolls: gives what a finger moves that does not rest first.
        """
        super().__init__(widget)
        self._widget = widget
        self._mime = mime
        self._picture = picture
        self._tapped = tapped
        self._held = held
        self._scrolls = scrolls
        self._pressed: QPoint | None = None
        self._touched: tuple[QPoint, float] | None = None
        self._scrolled: tuple[QScrollBar, int] | None = None
        self._finger: FingerDrag | None = None
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow mouse and fingers."""
        del watched
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            away = (event.position().toPoint() - self._pressed).manhattanLength()
            if away >= QApplication.startDragDistance():
                self._drag()
            return True
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            at, self._pressed = self._pressed, None
            if not isinstance(self._widget, QAbstractButton):
                self._tapped(at)
                return True
        return False

    def _drag(self) -> None:
        self._pressed = None
        if isinstance(self._widget, QAbstractButton):
            self._widget.setDown(False)
        drag = QDrag(self._widget)
        drag.setMimeData(self._mime())
        picture = self._picture()
        drag.setPixmap(picture)
        drag.setHotSpot(_held_at(picture))
        drag.exec(Qt.DropAction.CopyAction)

    def _touch(self, event: QTouchEvent) -> None:
        kind, now = event.type(), float(event.timestamp())
        points = event.points()
        at = points[0].globalPosition().toPoint() if points else QPoint()
        if kind == QEvent.Type.TouchBegin:
            self._touched, self._scrolled = (at, now), None
        elif kind == QEvent.Type.TouchCancel or len(points) > 1:
            self._give_up()
        elif self._touched is None:
            return
        elif kind == QEvent.Type.TouchUpdate:
            self._move_finger(at, now)
        elif kind == QEvent.Type.TouchEnd:
            self._lift_finger(at, now)

    def _move_finger(self, at: QPoint, now: float) -> None:
        start, since = self._touched or (at, now)
        bar = self._scrolls()
        if self._finger is not None:
            self._finger.move_to(at)
        elif self._scrolled is not None:
            bar, value = self._scrolled
            bar.setValue(value + start.y() - at.y())
        elif (at - start).manhattanLength() < TOUCH_SLACK_PX:
            return
        elif bar is not None and now - since < TOUCH_REST_MS:
            self._scrolled = (bar, bar.value())
        else:
            picture = self._picture()
            window = self._widget.window()
            self._finger = FingerDrag(window, self._mime(), picture, _held_at(picture))
            self._finger.move_to(at)

    def _lift_finger(self, at: QPoint, now: float) -> None:
        start, since = self._touched or (at, now)
        finger, scrolled = self._finger, self._scrolled
        self._touched = self._finger = self._scrolled = None
        if finger is not None:
            finger.let_go(at)
        elif scrolled is not None:
            return
        elif self._held is not None and now - since >= _LONG_MS:
            self._held(self._widget.mapFromGlobal(start))
        else:
            self._tapped(self._widget.mapFromGlobal(start))

    def _give_up(self) -> None:
        if self._finger is not None:
            self._finger.give_up()
        self._touched = self._finger = self._scrolled = None


def _held_at(picture: QPixmap) -> QPoint:
    """In the middle, near the upper edge: the map says above it what a drop means."""
    size = picture.deviceIndependentSize()
    return QPoint(round(size.width() / 2), round(min(size.height() / 2, 20.0)))
