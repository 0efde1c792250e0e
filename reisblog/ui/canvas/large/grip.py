"""What a frame is held by: a corner or an edge, for mouse, finger, pen and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.model.cropping import Grip

STEP_PX, FINE_PX = 8.0, 1.0
"""How far an arrow key moves something, and with Shift."""
_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
}
_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ARM_PX, _BAR_PX, _THICK_PX = 18.0, 26.0, 4.0


def name_of(grip: Grip) -> str:
    """What a corner or an edge is called."""
    return {
        (-1, -1): _("Upper left corner"),
        (0, -1): _("Upper edge"),
        (1, -1): _("Upper right corner"),
        (1, 0): _("Right edge"),
        (1, 1): _("Lower right corner"),
        (0, 1): _("Lower edge"),
        (-1, 1): _("Lower left corner"),
        (-1, 0): _("Left edge"),
    }[grip]


def way_of(event: QKeyEvent) -> QPointF | None:
    """How far an arrow key moves something, in logical pixels; nothing for another key."""
    way = _WAYS.get(Qt.Key(event.key()))
    if way is None:
        return None
    fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return way * (FINE_PX if fine else STEP_PX)


def point_of(frame: QRectF, grip: Grip) -> QPointF:
    """Where a corner is, or the middle of an edge."""
    return frame.center() + QPointF(grip[0] * frame.width() / 2, grip[1] * frame.height() / 2)


class GripHandle(QWidget):
    """One of them; whoever has the frame paints it.

    Signals:
        taken: it is held from now on.
        pulled: how far from where it was taken, in logical pixels.
        let_go: it is held no longer.
        nudged: a key moves it by so much.
    """

    taken = Signal()
    pulled = Signal(QPointF)
    let_go = Signal()
    nudged = Signal(QPointF)

    def __init__(self, grip: Grip, parent: QWidget) -> None:
        super().__init__(parent)
        self.grip = grip
        self._held: QPointF | None = None
        self.setCursor(_CURSORS[grip])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name_of(grip))

    def stand(self, at: QPointF, size: int) -> None:
        """Have the middle here, and be so large, in logical pixels."""
        self.setGeometry(QRect(round(at.x() - size / 2), round(at.y() - size / 2), size, size))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It is taken."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.globalPosition()
            self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes along."""
        if self._held is not None:
            self.pulled.emit(event.globalPosition() - self._held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it is."""
        del event
        if self._held is not None:
            self._held = None
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it."""
        way = way_of(event)
        if way is None:
            super().keyPressEvent(event)
        else:
            self.nudged.emit(way)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while the keyboard is here."""
        del event
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        for colour, width in ((look.PAPER, look.FOCUS_PX + 3), (look.FOCUS, look.FOCUS_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring)
        painter.end()


def paint_grip(painter: QPainter, frame: QRectF, grip: Grip) -> None:
    """A corner as an angle, an edge as a bar: paper with a rim of ink, outside the frame."""
    across, down = grip
    corner = point_of(frame, grip) + QPointF(across, down) * (_THICK_PX / 2)
    if across and down:
        arms = (QPointF(-across * _ARM_PX, 0), QPointF(0, -down * _ARM_PX))
    else:
        half = QPointF(_BAR_PX / 2, 0) if down else QPointF(0, _BAR_PX / 2)
        arms = (half, -half)
    for colour, width in ((look.INK, _THICK_PX + 2), (look.WHITE, _THICK_PX)):
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPolyline([corner + arms[0], corner, corner + arms[1]])
