"""A pen, an eraser or a mist brush, for whoever has only a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.mist import BRUSH, MistBrush
from reisblog.texts import _
from reisblog.tools.erase import Eraser

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from reisblog.model.geometry import Point
    from reisblog.ui.canvas.input import Hand
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.messages import Messages

_STEP_PX, _FINE_PX = 24.0, 4.0
_SAMPLES, _SAMPLE_MS = 4, 16.0
"""A step is drawn as a hand would draw it: in several samples, at an even pace."""
_EDGE_PX = 12.0
_PAN_PX = 200.0
_MARK_PX = 11.0


class KeyPen(QWidget):
    """The arrows move it, Enter sets it down and lifts it; a mark shows where it is."""

    def __init__(
        self, view: CanvasView, hand: Hand, messages: Messages, eraser_px: Callable[[], float]
    ) -> None:
        """Lie ready over a view.

        Args:
            view: what it draws on.
            hand: does what the pen does.
            messages: the way to speak.
            eraser_px: gives how far an eraser reaches, in logical pixels.
        """
        super().__init__(view.viewport())
        self._eraser_px = eraser_px
        self._view = view
        self._hand = hand
        self._messages = messages
        self._told = False
        self._at = QPointF()
        self._ms = 0.0
        self._draws = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        view.viewport().installEventFilter(self)
        view.tool_changed.connect(self.hide)

    @property
    def is_in_hand(self) -> bool:
        """Whether there is anything to draw with."""
        return self._view.tool == "path"

    @property
    def is_down(self) -> bool:
        """Whether it draws; a gesture may have been given up meanwhile."""
        return self._draws and self._hand.busy

    def step(self, direction: Point, *, fine: bool) -> None:
        """Go a little further; the first step shows where it is."""
        if not self.isVisible():
            self._appear()
            return
        by = QPointF(direction.x, direction.y) * (_FINE_PX if fine else _STEP_PX)
        start, end = self._at, self._inside(self._at + by)
        if not self.is_down and end != self._at + by:
            self._view.sight.pan(direction.scaled(-_PAN_PX))
            end = self._inside(end - QPointF(direction.x, direction.y) * (_PAN_PX - _STEP_PX))
        self._at = end
        if self.is_down:
            for sample in range(1, _SAMPLES + 1):
                self._ms += _SAMPLE_MS
                at = start + (end - start) * (sample / _SAMPLES)
                self._hand.key_moved(at, self._ms)
        self._settle()

    def press(self) -> None:
        """Set it down, or lift it when it is down."""
        if not self.isVisible():
            self._appear()
        elif self.is_down:
            self._draws = False
            self._ms += _SAMPLE_MS
            self._hand.key_lifted(self._at, self._ms)
            self._settle()
        else:
            self._ms = 0.0
            self._hand.key_pressed(self._at, self._ms)
            self._draws = True
            self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pointer that comes, or a keyboard that goes, puts it away."""
        del watched
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring with a cross in it; a dot when it is down. Ink on paper, for every ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        middle = ring.center()
        for colour, width in ((look.PAPER, 5.0), (look.INK, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring)
            if not self.is_down:
                painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
                painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5))
        if self.is_down:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.INK))
            painter.drawEllipse(middle, 4, 4)

    def _appear(self) -> None:
        self._at = QRectF(self._view.viewport().rect()).center()
        self._draws = False
        self._settle()
        self.show()
        if not self._told:
            self._told = True
            self._messages.tell(
                _("The arrows move the pen, Enter sets it down and lifts it. Esc lets it go.")
            )

    def _inside(self, at: QPointF) -> QPointF:
        room = QRectF(self._view.viewport().rect()).adjusted(
            _EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX
        )
        return QPointF(
            min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom())
        )

    def _settle(self) -> None:
        reach = _MARK_PX
        if isinstance(self._view.pen, MistBrush):
            reach = BRUSH * self._view.scale_now()
        elif isinstance(self._view.pen, Eraser):
            reach = self._eraser_px()
        reach += 4.0
        around = QRectF(self._at.x() - reach, self._at.y() - reach, 2 * reach, 2 * reach)
        self.setGeometry(around.toAlignedRect())
        self.update()
