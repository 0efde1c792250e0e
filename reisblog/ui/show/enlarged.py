"""A photo that fills the board: looked at more closely with fingers, a wheel or keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.framing import seen_size
from reisblog.texts import _
from reisblog.ui.show.letters import UNITS_HIGH
from reisblog.ui.show.things import BORDER

if TYPE_CHECKING:
    from reisblog.model.records import Photo
    from reisblog.ui.show.large_pixels import LargePixels

_NEAREST, _FURTHEST, _GOES = 8.0, 0.6, 0.85
"""So many times the board; smaller than the last on lifting, it goes back."""
_LARGEST = 4.0
"""Before somebody zooms, no photo is drawn larger than so many times its own pixels."""
_TAP_PX, _SWIPE = 14.0, 0.06
_WHEEL_STEP, _KEY_STEP = 1.2, 1.5
_PAN = 0.2


class Enlarged(QWidget):
    """One photo over the story.

    Signals:
        arrived: it fills the board.
        looked: another part of it is seen.
        went: it is back where it was.
        swiped: -1 for a finger that goes to the left, 1 for one that goes to the right.
    """

    arrived = Signal()
    looked = Signal()
    went = Signal()
    swiped = Signal(int)

    def __init__(self, board: QWidget, pixels: LargePixels) -> None:
        super().__init__(board)
        self._pixels = pixels
        self.motion = True
        self.photo: Photo | None = None
        self._home = QRectF()
        self._share, self._leaves = 0.0, False
        self._zoom, self._middle = 1.0, QPointF()
        self._fingers: dict[int, QPointF] = {}
        self._began, self._moved, self._many = QPointF(), False, False
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(look.MOVE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._go_along)
        self._glide.finished.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        pixels.came.connect(self.update)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a photo is shown, and not on its way back."""
        return self.photo is not None and not self._leaves

    @property
    def zoom(self) -> float:
        """How many times larger than the board it is."""
        return self._zoom

    @property
    def box(self) -> QRectF:
        """Where the photo is now."""
        fit = self._fit()
        large = QRectF(QPointF(0, 0), fit * self._zoom)
        large.moveCenter(QPointF(self.width() / 2, self.height() / 2) + self._middle)
        return _between(self._home, large, self._share)

    def enlarge(self, photo: Photo, home: QRectF) -> None:
        """Come from where it is on the board."""
        self.photo, self._home = photo, home
        self._zoom, self._middle = 1.0, QPointF()
        self._share, self._leaves = 0.0, False
        words = (_("Photo"), photo.caption.strip())
        self.setAccessibleName(": ".join(word for word in words if word))
        self._pixels.look_closer(photo)
        self.show()
        self._run(1.0)

    def leave(self, home: QRectF | None = None) -> None:
        """Go back to where it came from, or to where that is by now."""
        if not self.is_open:
            return
        self._leaves = True
        self._home = home or self._home
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self._run(0.0)

    def dismiss(self) -> None:
        """Be gone at once."""
        self._glide.stop()
        self.photo = None
        self._pixels.look_closer(None)
        self._fingers.clear()
        self.hide()

    def hurry(self) -> None:
        """Be at the end of a glide."""
        if self._glide.state() is QVariantAnimation.State.Running:
            self._glide.setCurrentTime(self._glide.duration())

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Look closer at a point, by default the middle of the board; or from further away."""
        self.hurry()
        middle = QPointF(self.width() / 2, self.height() / 2)
        about = (about or middle) - middle
        zoom = min(max(self._zoom * factor, _FURTHEST), _NEAREST)
        self._middle = about + (self._middle - about) * (zoom / self._zoom)
        self._zoom = zoom
        self._look()

    def step(self, *, nearer: bool) -> None:
        """One key's step nearer, or back."""
        self.zoom_by(_KEY_STEP if nearer else 1 / _KEY_STEP)
        self._settle()

    def pan(self, across: float, down: float) -> bool:
        """Look further aside, by parts of the board; gives whether there is anything."""
        if self._zoom <= 1.0:
            return False
        self._middle -= QPointF(across * self.width(), down * self.height()) * _PAN
        self._look()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, on dark."""
        if self.photo is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = QColor(look.INK)
        ground.setAlphaF(self._share)
        painter.fillRect(event.rect(), ground)
        box = self.box
        edge = BORDER * self.height() / UNITS_HIGH * (1 - self._share)
        painter.fillRect(box.adjusted(-edge, -edge, edge, edge), QColor(look.WHITE))
        pixels = self._pixels(self.photo, max(box.width(), box.height()))
        if isinstance(pixels, QImage):
            painter.drawImage(box, pixels)
        elif pixels is not None:
            painter.drawPixmap(box, pixels, QRectF(pixels.rect()))
        else:
            painter.fillRect(box, QColor(look.PAPER_DEEP))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the board that it is now."""
        super().resizeEvent(event)
        self._zoom, self._middle = 1.0, QPointF()

    def event(self, event: QEvent) -> bool:
        """Fingers."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse is like one finger."""
        self._press(0, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It drags."""
        self._move({0: event.position()})

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It lets go."""
        self._lift(0, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms where the mouse is."""
        turns = event.angleDelta().y() / 120
        self.zoom_by(_WHEEL_STEP**turns, event.position())
        self._settle()

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() is QEvent.Type.TouchCancel:
            self._fingers.clear()
            self._settle()
            return
        moved = {}
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed:
                self._press(point.id(), point.position())
            elif point.state() == QEventPoint.State.Updated:
                moved[point.id()] = point.position()
        self._move(moved)
        for point in event.points():
            if point.state() == QEventPoint.State.Released:
                self._lift(point.id(), point.position())

    def _press(self, finger: int, at: QPointF) -> None:
        if not self._fingers:
            self._began, self._moved, self._many = at, False, False
        self._fingers[finger] = at
        self._many = self._many or len(self._fingers) > 1

    def _move(self, to: dict[int, QPointF]) -> None:
        before = list(self._fingers.values())[:2]
        self._fingers.update({key: at for key, at in to.items() if key in self._fingers})
        after = list(self._fingers.values())[:2]
        if not before or before == after or not self.is_open:
            return
        self._moved = self._moved or _far(after[0], self._began) > _TAP_PX
        if len(after) > 1:
            spread = _far(*after) / max(1.0, _far(*before))
            self._middle += _centre(after) - _centre(before)
            self.zoom_by(spread, _centre(after))
        elif self._zoom > 1.0 and self._moved:
            self._middle += after[0] - before[0]
            self._look()

    def _lift(self, finger: int, at: QPointF) -> None:
        if finger not in self._fingers:
            return
        del self._fingers[finger]
        if self._fingers:
            return
        aside = at.x() - self._began.x()
        if not self.is_open:
            return
        if not self._moved and not self._many:
            self.leave()
        elif not self._many and self._zoom <= 1.0 and abs(aside) > _SWIPE * self.width():
            self.swiped.emit(1 if aside > 0 else -1)
        elif self._zoom < _GOES:
            self.leave()
        else:
            self._settle()

    def _settle(self) -> None:
        """Fill the board again, where fingers have left it smaller."""
        if self._zoom < 1.0:
            self._zoom, self._middle = 1.0, QPointF()
        self._look()

    def _look(self) -> None:
        """No edge of the photo comes further in than it has to."""
        fit = self._fit() * max(1.0, self._zoom)
        for free, get, put in (
            (fit.width() - self.width(), self._middle.x, self._middle.setX),
            (fit.height() - self.height(), self._middle.y, self._middle.setY),
        ):
            most = max(0.0, free / 2)
            put(min(max(get(), -most), most))
        self.update()
        self.looked.emit()

    def _fit(self) -> QSizeF:
        """How large it is before somebody zooms."""
        if self.photo is None:
            return QSizeF()
        shape = QSizeF(*seen_size(self.photo))
        size = shape.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        return size if size.width() <= shape.width() * _LARGEST else shape * _LARGEST

    def _run(self, share: float) -> None:
        self._glide.stop()
        self._glide.setStartValue(self._share)
        self._glide.setEndValue(share)
        self._glide.start()
        if not self.motion:
            self.hurry()

    def _go_along(self, share: float) -> None:
        self._share = share
        self.update()

    def _end(self) -> None:
        if self._leaves:
            self.dismiss()
            self.went.emit()
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            self.arrived.emit()


def _between(one: QRectF, two: QRectF, share: float) -> QRectF:
    return QRectF(
        one.topLeft() + (two.topLeft() - one.topLeft()) * share,
        one.bottomRight() + (two.bottomRight() - one.bottomRight()) * share,
    )


def _far(one: QPointF, two: QPointF) -> float:
    return math.hypot(one.x() - two.x(), one.y() - two.y())


def _centre(points: list[QPointF]) -> QPointF:
    return (points[0] + points[-1]) / 2
