"""A text in full over the board: large letters that a finger scrolls."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model import limits
from reisblog.texts import _
from reisblog.ui.show.controls import BoardButton
from reisblog.ui.show.letters import CALLED, UNITS_HIGH, Block, Style

if TYPE_CHECKING:
    from collections.abc import Callable

_DARK = 0.62
_WIDE, _TOP, _PAD, _GAP = 1_240.0, 0.04, 64.0, 28.0
_SAID = Style(48.0)
_BAR, _FADES, _TAP_PX = 10.0, 90.0, 14.0
_FRAME_MS, _SLOWER, _STILL = 16, 0.94, 0.02
"""A list that was thrown loses speed with every frame, until it moves so few pixels each ms."""
_KEY_LINES = 3
_WHEEL_LINES = 3


class Reader(QWidget):
    """Some words, all of them.

    Signals:
        left: somebody has tapped beside it, or on its cross.
    """

    left = Signal()

    def __init__(self, board: QWidget, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(board)
        self._clock = clock
        self._heading, self._text = "", ""
        self._set: tuple[Block | None, Block] | None = None
        self._down = 0.0
        self._finger: object = None
        self._began, self._last, self._moved = QPointF(), QPointF(), False
        self._speed, self._when = 0.0, 0.0
        self._thrown = QTimer(self, interval=_FRAME_MS)
        self._thrown.timeout.connect(self._go_on)
        self.close_button = BoardButton("close", _("Close"), self)
        self.close_button.clicked.connect(self.left)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    @property
    def down(self) -> float:
        """How far it is scrolled, in pixels."""
        return self._down

    @property
    def most(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self._height() - self._window().height())

    def read(self, heading: str, text: str) -> None:
        """Open these words."""
        self._heading, self._text = heading.strip(), text.strip()
        self.setAccessibleName(self._heading or _("Text"))
        self.setAccessibleDescription(self._text)
        self._set, self._down = None, 0.0
        self._settle()
        self.show()

    def close_words(self) -> None:
        """Be gone."""
        self._thrown.stop()
        self._finger = None
        self.hide()

    def scroll_by(self, pixels: float) -> bool:
        """Scroll down by so much; gives whether anything moved."""
        before = self._down
        self._down = min(max(0.0, before + pixels), self.most)
        self.update()
        return self._down != before

    def line(self, *, down: bool) -> bool:
        """A few lines on; gives whether anything moved."""
        step = _KEY_LINES * self._leading()
        return self.scroll_by(step if down else -step)

    def page(self, *, down: bool) -> bool:
        """Nearly as far as is seen; gives whether anything moved."""
        step = self._window().height() - self._leading()
        return self.scroll_by(step if down else -step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet of paper on what is told, which is dark meanwhile."""
        del event
        painter = QPainter(self)
        dark = QColor(look.INK)
        dark.setAlphaF(_DARK)
        painter.fillRect(self.rect(), dark)
        sheet, window = self._sheet(), self._window()
        painter.fillRect(sheet.translated(0, 5 * self._unit), QColor(0, 0, 0, 60))
        painter.fillRect(sheet, QColor(look.SLIP))
        painter.setClipRect(window)
        heading, text = self._blocks()
        at = window.topLeft() - QPointF(0, self._down)
        if heading is not None:
            heading.draw(painter, at, QColor(look.INK), clip=window)
            at.setY(at.y() + heading.size.height() + _GAP * self._unit)
        text.draw(painter, at, QColor(look.INK), clip=window)
        painter.setClipping(False)
        fades = _FADES * self._unit
        if self._down < self.most:
            _fade(painter, QRectF(window.left(), window.bottom(), window.width(), -fades))
        if self._down > 0:
            _fade(painter, QRectF(window.left(), window.top(), window.width(), fades))
        self._draw_bar(painter, sheet, window)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be set for the board that it is now."""
        super().resizeEvent(event)
        self._set = None
        self._settle()

    def event(self, event: QEvent) -> bool:
        """One finger scrolls; others do nothing."""
        if isinstance(event, QTouchEvent):
            for point in event.points():
                self._touch(point)
            if event.type() is QEvent.Type.TouchCancel:
                self._finger = None
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse is like a finger."""
        self._press(_MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It drags."""
        self._move(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It lets go."""
        self._lift(_MOUSE, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel scrolls."""
        self.scroll_by(-event.angleDelta().y() / 120 * _WHEEL_LINES * self._leading())

    def _touch(self, point: QEventPoint) -> None:
        state = point.state()
        if state == QEventPoint.State.Pressed:
            self._press(point.id(), point.position())
        elif state == QEventPoint.State.Released:
            self._lift(point.id(), point.position())
        else:
            self._move(point.id(), point.position())

    def _press(self, finger: object, at: QPointF) -> None:
        if self._finger is None:
            self._thrown.stop()
            self._finger, self._began, self._last, self._moved = finger, at, at, False
            self._speed, self._when = 0.0, self._clock()

    def _move(self, finger: object, at: QPointF) -> None:
        if finger != self._finger:
            return
        self._moved = self._moved or (at - self._began).manhattanLength() > _TAP_PX
        by = self._last.y() - at.y()
        now = self._clock()
        passed = max(1.0, (now - self._when) * 1000)
        self._speed = 0.4 * self._speed + 0.6 * by / passed
        self._last, self._when = at, now
        if self._moved:
            self.scroll_by(by)

    def _lift(self, finger: object, at: QPointF) -> None:
        if finger != self._finger:
            return
        self._finger = None
        if not self._moved:
            if not self._sheet().contains(at):
                self.left.emit()
        elif (self._clock() - self._when) * 1000 < 4 * _FRAME_MS:
            self._thrown.start()

    def _go_on(self) -> None:
        self._speed *= _SLOWER
        if abs(self._speed) < _STILL or not self.scroll_by(self._speed * _FRAME_MS):
            self._thrown.stop()

    @property
    def _unit(self) -> float:
        return self.height() / UNITS_HIGH

    def _sheet(self) -> QRectF:
        """The paper: no higher than its words."""
        wide = min(_WIDE * self._unit, self.width() * 0.7)
        most = self.height() * (1 - 2 * _TOP)
        high = min(most, self._height() + 2 * _PAD * self._unit)
        sheet = QRectF(0, 0, wide, high)
        sheet.moveCenter(QRectF(self.rect()).center())
        return sheet

    def _window(self) -> QRectF:
        """Where words are seen on it."""
        pad = _PAD * self._unit
        return self._sheet().adjusted(pad, pad, -pad, -pad)

    def _blocks(self) -> tuple[Block | None, Block]:
        if self._set is None:
            wide = min(_WIDE * self._unit, self.width() * 0.7) - 2 * _PAD * self._unit
            most = limits.TEXT_CHARACTERS
            heading = Block(self._heading, CALLED, wide, self._unit) if self._heading else None
            self._set = heading, Block(self._text, _SAID, wide, self._unit, most=most)
        return self._set

    def _height(self) -> float:
        heading, text = self._blocks()
        above = 0.0 if heading is None else heading.size.height() + _GAP * self._unit
        return above + text.size.height()

    def _leading(self) -> float:
        return self._blocks()[1].leading

    def _draw_bar(self, painter: QPainter, sheet: QRectF, window: QRectF) -> None:
        """How far one has come; only where there is more than is seen."""
        if not self.most:
            return
        share = window.height() / (window.height() + self.most)
        bar = QRectF(0, 0, _BAR * self._unit, window.height() * share)
        bar.moveTop(window.top() + (window.height() - bar.height()) * self._down / self.most)
        bar.moveRight(sheet.right() - _PAD * self._unit / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK_SOFT))
        painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)

    def _settle(self) -> None:
        side = self.close_button.sizeHint().width()
        sheet = self._sheet()
        x = min(sheet.right() + side * 0.25, self.width() - side * 1.25)
        low = self.height() - side * 2.6
        self.close_button.setGeometry(round(x), round(low), side, side)


def _fade(painter: QPainter, area: QRectF) -> None:
    """Words go on beyond this edge of an area, which comes first in it."""
    paper, clear = QColor(look.SLIP), QColor(look.SLIP)
    clear.setAlphaF(0.0)
    shade = QLinearGradient(area.topLeft(), area.bottomLeft())
    shade.setColorAt(0.0, paper)
    shade.setColorAt(1.0, clear)
    painter.fillRect(area.normalized(), shade)


_MOUSE = "mouse"
