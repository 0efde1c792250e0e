"""What both ways of working on a photo that is seen large have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.canvas.large.bar import press_focused

if TYPE_CHECKING:
    from reisblog.model.records import Photo
    from reisblog.ui.canvas.large.bar import Bar

_GROUND = theme.mix(look.INK, look.MAP_LINE, 0.2)
_ROOM_PX = 32
_VEIL_ALPHA = 0.62
_STEP_MS = 300
"""What follows sooner belongs to the same step."""


class Mode(QWidget):
    """Covers the large photo and shows it whole; nothing is done before it ends with "Done".

    Signals:
        kept: what was done is to be so.
        ended: the photo is seen as before.
    """

    kept = Signal()
    ended = Signal()

    bar: Bar

    def __init__(self, parent: QWidget, photo: Photo) -> None:
        super().__init__(parent)
        self.photo = photo
        self.image: QImage | None = None
        self._room: QRectF | None = None
        self._steps: list[object] = []
        self._quiet = QTimer(self, interval=_STEP_MS, singleShot=True)
        self._quiet.timeout.connect(self._note_step)
        # Else the map below would be painted anew at every move.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def target_px(self) -> int:
        """How large what one takes hold of is, in logical pixels."""
        on_board = self.window().isFullScreen()
        return look.TARGET_BOARD_PX if on_board else look.TARGET_PX

    def show_image(self, image: QImage) -> None:
        """Show these pixels of the whole picture."""
        self.image = image
        self.update()

    def room(self) -> QRectF:
        """Where the picture is seen: all but the edges and the bar."""
        if self._room is None:
            below = self.bar.height_in(self.rect()) + _ROOM_PX
            self._room = QRectF(self.rect()).adjusted(_ROOM_PX, _ROOM_PX, -_ROOM_PX, -below)
        return self._room

    def done(self) -> None:
        """Let it be so."""
        self.kept.emit()
        self.ended.emit()

    def leave(self) -> None:
        """Let everything be as it was."""
        self.ended.emit()

    @property
    def steps_done(self) -> int:
        """How many steps undo takes back before it leaves."""
        return max(0, len(self._steps) - 1)

    def take_back(self) -> None:
        """Undo the last thing that was done here; nothing more to undo is the way out."""
        if self._steps[-1] != self.state():
            self._steps.append(self.state())
        if len(self._steps) < 2:
            self.leave()
            return
        self._steps.pop()
        self.put(self._steps[-1])

    def note_change(self) -> None:
        """Something is done; what the hand does in one go is one step."""
        self._quiet.start()

    def state(self) -> object:
        """What has been done, as a value."""
        raise NotImplementedError

    def put(self, state: object) -> None:
        """Show what had been done then."""
        raise NotImplementedError

    def _note_step(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._quiet.start()
        elif self._steps and self._steps[-1] != self.state():
            self._steps.append(self.state())

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        raise NotImplementedError

    def settle(self) -> None:
        """Put everything in its place: the room is another."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keys mean something here; those with Ctrl are the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves; nothing else reaches the map."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not press_focused():
                self.done()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The map under it stays as it is."""
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Know what there was before anything is done."""
        super().showEvent(event)
        self._steps = self._steps or [self.state()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place."""
        super().resizeEvent(event)
        self._room = None
        self.settle()

    def add_ends(self, bar: Bar) -> None:
        """The two ways out."""
        bar.add(_("Rather not"), self.leave)
        bar.add(_("Done"), self.done, icon="check-on-ink", main=True)


def paint_ground(painter: QPainter, mode: QWidget) -> None:
    """The dark room."""
    painter.fillRect(mode.rect(), QColor(_GROUND))


def veil() -> QColor:
    """What lies over what will not be seen."""
    colour = QColor(_GROUND)
    colour.setAlphaF(_VEIL_ALPHA)
    return colour
