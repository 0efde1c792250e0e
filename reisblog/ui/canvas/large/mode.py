"""What both ways of working on a photo that is seen large have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
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
