"""Cropping and straightening: a frame with handles, and the picture that is pushed under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)

from reisblog import look
from reisblog.model.cropping import GRIPS, pulled, pushed, straightened, zoomed
from reisblog.model.framing import WHOLE, fitted
from reisblog.model.records import Crop
from reisblog.texts import _
from reisblog.ui.canvas.large.bar import Bar
from reisblog.ui.canvas.large.grip import GripHandle, paint_grip, point_of, way_of
from reisblog.ui.canvas.large.mode import Mode, paint_ground, veil
from reisblog.ui.canvas.large.tilt_slider import TiltSlider
from reisblog.ui.framed_pixels import hidden

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.model.cropping import Grip
    from reisblog.model.records import Photo

_LARGEST = 6.0
"""No pixel is seen larger than so many of the screen."""
_NOTCH = 1.1
_NOTCH_DEGREES = 120


class _Look(msgspec.Struct, frozen=True):
    """How the turned picture is seen.

    Attributes:
        scale: logical pixels for each of its own.
        x, y: where its middle is.
    """

    scale: float
    x: float
    y: float


class CropMode(Mode):
    """Shows what a crop would leave; between gestures the frame is as large as it can be.

    Attributes:
        crop: what is seen so far.
    """

    def __init__(self, parent: QWidget, photo: Photo, *, motion: bool) -> None:
        super().__init__(parent, photo)
        self._size = (photo.width, photo.height)
        self.crop: Crop = fitted(photo.crop or WHOLE, *self._size)
        self._before = self.crop
        self._look = _Look(1.0, 0.0, 0.0)
        self._held: _Look | None = None
        self._pushed: QPointF | None = None
        self._motion = motion
        self._glide = QVariantAnimation(self, duration=look.ANSWER_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)
        self._from = self._look
        self.slider = TiltSlider()
        self.slider.show_degrees(self.crop.tilt)
        self.slider.valueChanged.connect(lambda _value: self._straighten())
        self.bar = Bar(self, self.slider)
        self.bar.add(_("Whole photo"), self.reset, icon="fit")
        self.add_ends(self.bar)
        self.handles = {grip: self._handle(grip) for grip in GRIPS}
        self.setAccessibleName(_("Crop"))
        self.setAccessibleDescription(
            _("The arrows push the photo under the frame; the Tab key goes to its edges.")
        )
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def result(self) -> Crop | None:
        """What is to be seen; nothing means all."""
        return None if self.crop == WHOLE else self.crop

    def stops(self) -> list[QWidget]:
        """The frame's edges, the ruler, the buttons."""
        return [self, *self.handles.values(), self.slider, *self.bar.stops()]

    def show_image(self, image: QImage) -> None:
        """What is hidden stays so."""
        super().show_image(hidden(image, self.photo.blurs))

    def frame(self) -> QRectF:
        """Where what will be seen is, in logical pixels."""
        return self._frame_in(self._look)

    def state(self) -> Crop:
        """What is seen so far."""
        return self.crop

    def put(self, state: object) -> None:
        """Show this much."""
        if isinstance(state, Crop):
            self.slider.show_degrees(state.tilt)
            self._become(state)

    def reset(self) -> None:
        """Let all of it be seen, as it came."""
        self._before = WHOLE
        self.slider.show_degrees(0.0)
        self._become(WHOLE)

    def settle(self) -> None:
        """Be as large as there is room for."""
        self._glide.stop()
        self._look = self._at_rest()
        self._stand_handles()

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pushed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Push it."""
        if self._pushed is not None:
            self._push(event.position() - self._pushed)
            self._pushed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        del event
        self._pushed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Larger or smaller under the frame."""
        event.accept()
        factor = _NOTCH ** (event.angleDelta().y() / _NOTCH_DEGREES)
        self._become(zoomed(self.crop, factor, self._size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows push the picture; plus and minus make it larger and smaller."""
        way = way_of(event)
        if way is not None:
            self._push(way)
            event.accept()
        elif event.text() in {"+", "=", "-"}:
            factor = 1 / _NOTCH if event.text() == "-" else _NOTCH
            self._become(zoomed(self.crop, factor, self._size))
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, a veil over what will not be seen, the frame."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        paint_ground(painter, self)
        frame = self.frame()
        self._paint_picture(painter)
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        outside.addRect(frame)
        painter.fillPath(outside, veil())
        _paint_thirds(painter, frame)
        painter.setPen(QPen(QColor(look.WHITE), 2))
        painter.drawRect(frame)
        for grip in GRIPS:
            paint_grip(painter, frame, grip)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        seen, (width, height) = self._look, self._size
        painter.save()
        painter.translate(seen.x, seen.y)
        painter.rotate(self.crop.tilt)
        painter.scale(seen.scale, seen.scale)
        whole = QRectF(-width / 2, -height / 2, width, height)
        if self.image is None:
            painter.fillRect(whole, QColor(look.INK_SOFT))
        else:
            painter.drawImage(whole, self.image)
        painter.restore()

    # Changing

    def _handle(self, grip: Grip) -> GripHandle:
        handle = GripHandle(grip, self)
        start = [self.crop]

        def taken() -> None:
            start[0], self._held = self.crop, self._look

        def pull(by: QPointF) -> None:
            self._show(pulled(start[0], grip, self._shares(by), self._size))

        def let_go() -> None:
            self._held = None
            self._become(self.crop)

        handle.taken.connect(taken)
        handle.pulled.connect(pull)
        handle.let_go.connect(let_go)
        handle.nudged.connect(
            lambda by: self._become(pulled(self.crop, grip, self._shares(by), self._size))
        )
        return handle

    def _push(self, by: QPointF) -> None:
        self._glide.stop()
        self._look = self._at_rest()
        self._before = self.crop = pushed(self.crop, self._shares(by), self._size)
        self._look = self._at_rest()
        self._stand_handles()

    def _straighten(self) -> None:
        self._glide.stop()
        self.crop = straightened(self._before, self.slider.degrees, self._size)
        self._look = self._at_rest()
        self._stand_handles()

    def _show(self, crop: Crop) -> None:
        """Show this while an edge is held: the picture stays where it is."""
        self._glide.stop()
        self._before = self.crop = crop
        self._look = self._held or self._look
        self._stand_handles()

    def _become(self, crop: Crop) -> None:
        """Be this, and grow to the room there is."""
        self._glide.stop()
        self._before = self.crop = crop
        if self._motion and self._look != self._at_rest():
            self._from = self._look
            self._glide.start()
        else:
            self.settle()

    def _glided(self, along: float) -> None:
        start, end = self._from, self._at_rest()
        self._look = _Look(
            start.scale + (end.scale - start.scale) * along,
            start.x + (end.x - start.x) * along,
            start.y + (end.y - start.y) * along,
        )
        self._stand_handles()

    def _shares(self, by: QPointF) -> tuple[float, float]:
        """So many logical pixels as shares of the picture."""
        width, height = (side * self._look.scale for side in self._size)
        return by.x() / width, by.y() / height

    def _at_rest(self) -> _Look:
        """The frame in the middle of the room, as large as it can be."""
        room, (width, height) = self.room(), self._size
        wide, high = self.crop.width * width, self.crop.height * height
        scale = max(min(room.width() / wide, room.height() / high, _LARGEST), 1e-6)
        middle = room.center()
        return _Look(
            scale,
            middle.x() - (self.crop.x - 0.5) * width * scale,
            middle.y() - (self.crop.y - 0.5) * height * scale,
        )

    def _frame_in(self, seen: _Look) -> QRectF:
        width, height = (side * seen.scale for side in self._size)
        frame = QRectF(0, 0, self.crop.width * width, self.crop.height * height)
        frame.moveCenter(
            QPointF(seen.x + (self.crop.x - 0.5) * width, seen.y + (self.crop.y - 0.5) * height)
        )
        return frame

    def _stand_handles(self) -> None:
        frame, size = self.frame(), self.target_px
        for grip, handle in self.handles.items():
            handle.stand(point_of(frame, grip), size)
        self.bar.raise_()
        self.update()
        self.note_change()


def _paint_thirds(painter: QPainter, frame: QRectF) -> None:
    line = QColor(look.WHITE)
    line.setAlphaF(0.55)
    painter.setPen(QPen(line, 1))
    for third in (1, 2):
        x = frame.left() + frame.width() * third / 3
        y = frame.top() + frame.height() * third / 3
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
