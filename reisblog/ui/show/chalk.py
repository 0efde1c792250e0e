"""Drawing over the board: with fingers, two hands at once, a pen and its eraser's end, or a mouse.

A drawing stays with what it was drawn on, until it is wiped or the telling ends; no file keeps it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.ui.canvas.palms import Palms, is_eraser
from reisblog.ui.show.chalk_lines import CHALK, RUBBER, Line, Slate
from reisblog.ui.show.letters import UNITS_HIGH

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

RUBBING = "rubber"
_MOUSE, _PEN = "mouse", "pen"
_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd})


class Ground(NamedTuple):
    """What one draws on.

    Attributes:
        key: what it is; another ground has another drawing.
        to_board: from its units to logical pixels of the board.
    """

    key: Hashable
    to_board: QTransform


class Chalk(QWidget):
    """A layer over what is told; where nobody draws, taps go through it.

    Attributes:
        tool: the name of a chalk, or the rubber.

    Signals:
        touched: somebody begins to draw.
        drawn: a line was drawn or rubbed out.
    """

    touched = Signal()
    drawn = Signal()

    def __init__(self, board: QWidget, ground: Callable[[], Ground]) -> None:
        """Lie over a board.

        Args:
            board: what it lies on.
            ground: gives what is seen on it now.
        """
        super().__init__(board)
        self._ground = ground
        self.tool = next(iter(look.CHALKS))
        self._lines: dict[Hashable, list[Line]] = {}
        self._shown: Hashable = None
        self._slate: Slate | None = None
        self._palms = Palms()
        self._rubbing: dict[object, QPointF] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    @property
    def is_drawing(self) -> bool:
        """Whether taps draw."""
        return not self.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def has_lines(self) -> bool:
        """Whether there is anything on what is seen now."""
        return bool(self._lines.get(self._ground().key))

    def take_up(self, *, drawing: bool) -> None:
        """Let taps draw, or go through."""
        self._let_go()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not drawing)
        self.setVisible(drawing or self.has_lines)
        if drawing:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def wipe(self) -> None:
        """Take away all that is drawn on what is seen now."""
        self._lines.pop(self._ground().key, None)
        self.show_drawing()
        self.drawn.emit()

    def hide_drawing(self) -> None:
        """Show none while one thing becomes another."""
        self._let_go()
        self._shown = None
        if self._slate is not None and not self._slate.is_blank:
            self._slate.wipe()
            self.update()
        self.setVisible(self.is_drawing)

    def show_drawing(self) -> None:
        """Show what was drawn on what is seen now, as large as that is."""
        self._let_go()
        ground = self._ground()
        self._shown = ground.key
        lines = self._lines.get(ground.key, [])
        if lines or (self._slate is not None and not self._slate.is_blank):
            self._sheet().show(lines, ground.to_board)
        self.setVisible(self.is_drawing or bool(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and a ring around each rubber."""
        del event
        if self._slate is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._slate.paint(painter)
        for spot in self._rubbing.values():
            for colour, width in ((look.INK, 5.0), (look.WHITE, 2.0)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawEllipse(spot, self._ring, self._ring)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was drawn is as large as what it is drawn on."""
        super().resizeEvent(event)
        self._slate = None
        self.show_drawing()

    def event(self, event: QEvent) -> bool:
        """Fingers come here, each by itself."""
        if isinstance(event, QTouchEvent) and self.is_drawing:
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse draws, too."""
        self._begin(_MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on."""
        self._go_on(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is done."""
        self._go_on(_MOUSE, event.position())
        self._end(_MOUSE)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen; held the other way round it rubs out."""
        kind = event.type()
        self._palms.pen_came(down=kind != QEvent.Type.TabletRelease and bool(event.buttons()))
        if kind == QEvent.Type.TabletPress:
            self._begin(_PEN, event.position(), rubs=is_eraser(event))
        else:
            self._go_on(_PEN, event.position())
            if kind == QEvent.Type.TabletRelease:
                self._end(_PEN)
        event.accept()

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() not in _TOUCHES:  # the system took them away
            for who in [key for key in self._live if isinstance(key, int)]:
                self._end(who)
            return
        fingers, _palm = self._palms.fingers(event, self.screen().physicalDotsPerInch() / 25.4)
        for finger in fingers:
            state = finger.state()
            if state == QEventPoint.State.Pressed:
                self._begin(finger.id(), finger.position())
            else:
                self._go_on(finger.id(), finger.position())
            if state == QEventPoint.State.Released:
                self._end(finger.id())
        for palm in {point.id() for point in event.points()} - {each.id() for each in fingers}:
            self._end(palm)

    @property
    def _live(self) -> set[object]:
        return set() if self._slate is None else self._slate.who

    @property
    def _ring(self) -> float:
        return RUBBER * self.height() / UNITS_HIGH / 2

    def _begin(self, who: object, at: QPointF, *, rubs: bool = False) -> None:
        self.touched.emit()
        ground = self._ground()
        if ground.key != self._shown:
            self.show_drawing()
        rubs = rubs or self.tool == RUBBING
        units = self.height() / UNITS_HIGH / ground.to_board.m11()
        colour = None if rubs else QColor(look.CHALKS[self.tool])
        line = Line(colour, (RUBBER if rubs else CHALK) * units)
        self._lines.setdefault(ground.key, []).append(line)
        if rubs:
            self._rubbing[who] = at
        self._repaint(self._sheet().begin(who, line, at, ground.to_board))

    def _go_on(self, who: object, at: QPointF) -> None:
        if who not in self._live:
            return
        if who in self._rubbing:
            self._repaint_ring(who)
            self._rubbing[who] = at
            self._repaint_ring(who)
        self._repaint(self._sheet().go_on(who, at))

    def _end(self, who: object) -> None:
        if who not in self._live:
            return
        self._repaint(self._sheet().end(who))
        if who in self._rubbing:
            self._repaint_ring(who)
            del self._rubbing[who]
        self.drawn.emit()

    def _let_go(self) -> None:
        for who in self._live:
            self._end(who)

    def _sheet(self) -> Slate:
        if self._slate is None:
            self._slate = Slate(self.size(), self.devicePixelRatioF())
        return self._slate

    def _repaint_ring(self, who: object) -> None:
        room = self._ring + 4
        middle = self._rubbing[who]
        self._repaint(QRectF(middle.x() - room, middle.y() - room, 2 * room, 2 * room))

    def _repaint(self, area: QRectF) -> None:
        if not area.isEmpty():
            self.update(area.toAlignedRect())
