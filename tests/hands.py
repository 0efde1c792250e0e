"""Two hands that make the same journey: one with a mouse, one with a finger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QPointingDevice, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
_MOST_SCROLLS = 80
_EDGE_PX = 8


class Hand:
    """What both can do; scrolling is theirs as well."""

    def tap(self, part: QWidget, at: QPoint | None = None) -> None:
        """Press and let go; of what has to be scrolled into view first, its middle."""
        if at is None:
            self.reach(part)
        self.stroke(part, [part.rect().center() if at is None else at])
        QApplication.processEvents()

    def reach(self, part: QWidget) -> None:
        """Scroll whatever a part lies in until its middle is seen."""
        area = _area_around(part)
        for _turn in range(_MOST_SCROLLS):
            if area is None:
                return
            at = part.mapTo(area.viewport(), part.rect().center()).y()
            if _EDGE_PX <= at <= area.viewport().height() - _EDGE_PX:
                return
            self.scroll(area, up=at < _EDGE_PX)
            QApplication.processEvents()
        raise AssertionError(f"{part} cannot be reached")

    def type(self, words: str) -> None:
        """Write where the keyboard is, and end with Enter."""
        raise NotImplementedError

    def stroke(self, part: QWidget, spots: Sequence[QPoint]) -> None:
        """Press at the first spot, go along the others and let go at the last."""
        raise NotImplementedError

    def scroll(self, area: QAbstractScrollArea, *, up: bool) -> None:
        """A little."""
        raise NotImplementedError


class Mouse(Hand):
    """A mouse; words come from a keyboard, but not one key of a shortcut."""

    def stroke(self, part, spots):
        window, shift = _in_window(part)
        QTest.mousePress(window, LEFT, PLAIN, spots[0] + shift)
        for spot in spots[1:]:
            QTest.mouseMove(window, spot + shift)
        QTest.mouseRelease(window, LEFT, PLAIN, spots[-1] + shift)

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def scroll(self, area, *, up):
        port = area.viewport()
        spot = QPointF(port.rect().center())
        QCoreApplication.sendEvent(
            port,
            QWheelEvent(
                spot, QPointF(port.mapToGlobal(spot.toPoint())), QPoint(),
                QPoint(0, 120 if up else -120), Qt.MouseButton.NoButton, PLAIN,
                Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  (Qt's own signature)
                device=QPointingDevice.primaryPointingDevice(),
            ),
        )  # fmt: skip


class Finger(Hand):
    """A finger on the screen; words come from a keyboard on the screen."""

    def __init__(self, device):
        self._device = device

    def stroke(self, part, spots):
        window, shift = _in_window(part)
        sequence = QTest.touchEvent(window, self._device, autoCommit=False)
        sequence.press(0, spots[0] + shift, window)
        sequence.commit()
        for spot in spots[1:]:
            sequence.move(0, spot + shift, window)
            sequence.commit()
        sequence.release(0, spots[-1] + shift, window)
        sequence.commit()

    def type(self, words):
        for letter in words:
            committed = QInputMethodEvent()
            committed.setCommitString(letter)
            QCoreApplication.sendEvent(QApplication.focusWidget(), committed)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def scroll(self, area, *, up):
        port, bar = area.viewport(), area.verticalScrollBar()
        middle, by = port.rect().center(), QPoint(0, 60 if up else -60)
        self.stroke(port, [middle + by * step / 4 for step in range(5)])
        before = None
        while bar.value() != before:  # it goes on a little
            before = bar.value()
            QTest.qWait(40)


def _in_window(part: QWidget) -> tuple[QWindow, QPoint]:
    """The window a part is in, and where in it: events go to whatever lies there."""
    return part.window().windowHandle(), part.mapTo(part.window(), QPoint(0, 0))


def _area_around(part: QWidget) -> QAbstractScrollArea | None:
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea):
            return around
        around = around.parentWidget()
    return None
