"""Hiding faces: one draws a box over each, and sees at once what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolButton

from reisblog import look
from reisblog.model import framing, limits
from reisblog.model.cropping import GRIPS
from reisblog.model.framing import onto_whole
from reisblog.model.records import Blur
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.canvas.large.bar import Bar
from reisblog.ui.canvas.large.box import Box
from reisblog.ui.canvas.large.grip import GripHandle, paint_grip, point_of
from reisblog.ui.canvas.large.mode import Mode, paint_ground, veil
from reisblog.ui.framed_pixels import pixels_of, softened
from reisblog.ui.icons import icon
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.model.cropping import Grip
    from reisblog.model.records import Photo

_LEAST_PX = 12.0
"""A smaller box is a slip of the hand."""
_LEAST_SHARE = 0.01
_FRESH_SHARE = 0.2
"""Of the picture's short side: a box that nobody drew."""
_LARGEST = 3.0


class HideMode(Mode):
    """Shows the picture whole, with what is hidden in it as others will see it."""

    def __init__(self, parent: QWidget, photo: Photo, *, motion: bool = False) -> None:
        super().__init__(parent, photo)
        del motion
        self._boxes: list[Box] = []
        self._chosen: Box | None = None
        self._drawing: Box | None = None
        self._start = QPointF()
        self._soft: dict[Blur, QImage] = {}
        words = PlainLabel(
            _(
                "Drag a box over a face. Whoever gets your book, a picture or a copy does not see "
                "what lies under it."
            )
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.bar = Bar(self, words)
        self.bar.add(_("Add a box"), self.add_box, icon="add")
        self.add_ends(self.bar)
        self.handles = {grip: self._handle(grip) for grip in GRIPS}
        self.trash = QToolButton(self)
        self.trash.setIcon(icon("trash"))
        self.trash.setAccessibleName(_("Take away this box"))
        self.trash.setToolTip(_("Take away this box"))
        self.trash.setStyleSheet(
            f"QToolButton {{ background: {theme.LIFTED}; border-radius: 22px; }}"
            f"QToolButton:focus {{ border: {look.FOCUS_PX}px solid {look.FOCUS}; }}"
        )
        self.trash.clicked.connect(self._drop_chosen)
        for blur in photo.blurs:
            self._add(blur)
        self._choose(None)
        self.setAccessibleName(_("Hide faces"))
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def result(self) -> tuple[Blur, ...]:
        """What is to be hidden."""
        return tuple(box.blur for box in self._boxes)

    def stops(self) -> list[QWidget]:
        """The boxes, then what the chosen one is held by, then the buttons."""
        return [self, *self._boxes, *self.handles.values(), self.trash, *self.bar.stops()]

    @property
    def boxes(self) -> list[Box]:
        """One for each."""
        return list(self._boxes)

    def show_image(self, image: QImage) -> None:
        """Other pixels."""
        self._soft.clear()
        super().show_image(image)

    def picture(self) -> QRectF:
        """Where the picture is seen, in logical pixels."""
        room, photo = self.room(), self.photo
        scale = min(room.width() / photo.width, room.height() / photo.height, _LARGEST)
        seen = QRectF(0, 0, photo.width * scale, photo.height * scale)
        seen.moveCenter(room.center())
        return seen

    def state(self) -> tuple[Blur, ...]:
        """What is to be hidden."""
        return self.result

    def put(self, state: object) -> None:
        """Hide these parts, and no others."""
        if isinstance(state, tuple):
            for box in self.boxes:
                self._drop(box)
            for blur in state:
                self._add(blur)

    def add_box(self) -> None:
        """One in the middle, for whoever draws none."""
        seen = self.picture()
        side = _FRESH_SHARE * min(seen.width(), seen.height())
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(seen.center() + QPointF(1, 1) * (len(self._boxes) % 5 * side / 4))
        box = self._add(self._blur_of(rect))
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put every box where it belongs."""
        for box in self._boxes:
            self._stand(box)
        self._stand_handles()

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box, on the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(None)
            self._start = event.position()
            if self.picture().contains(self._start):
                self._drawing = self._add(self._blur_of(QRectF(self._start, self._start)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it."""
        if self._drawing is not None:
            drawn = QRectF(self._start, event.position()).normalized()
            self._change(self._drawing, self._blur_of(drawn))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is there, unless the hand only slipped."""
        box, self._drawing = self._drawing, None
        if box is None:
            return
        drawn = QRectF(self._start, event.position()).normalized()
        if min(drawn.width(), drawn.height()) < _LEAST_PX:
            self._drop(box)
        else:
            box.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, what is hidden in it, a veil over what was cropped away."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        paint_ground(painter, self)
        seen = self.picture()
        if self.image is None:
            painter.fillRect(seen, QColor(look.INK_SOFT))
        else:
            painter.drawImage(seen, self.image)
            for box in self._boxes:
                self._paint_hidden(painter, box.blur)
        self._paint_cropped_away(painter, seen)
        for box in self._boxes:
            self._paint_box(painter, box)
        painter.end()

    def _paint_hidden(self, painter: QPainter, blur: Blur) -> None:
        image = self.image
        if image is None:
            return
        part = pixels_of(blur, image.size())
        if part.isEmpty():
            return
        if blur not in self._soft:
            if len(self._soft) > limits.BLURS:
                self._soft.clear()
            self._soft[blur] = softened(image.copy(part))
        painter.save()
        painter.setClipPath(_shape(self._rect_of(blur)))
        painter.drawImage(self._rect_of(blur), self._soft[blur])
        painter.restore()

    def _paint_cropped_away(self, painter: QPainter, seen: QRectF) -> None:
        crop, photo = self.photo.crop, self.photo
        if crop is None:
            return
        scale = seen.width() / photo.width
        back = onto_whole(crop, (photo.width, photo.height), (1.0, 1.0))
        corners = [back.at(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        outside = QPainterPath()
        outside.addRect(seen)
        points = [seen.topLeft() + QPointF(x, y) * scale for x, y in corners]
        inside = QPolygonF([*points, points[0]])
        outside.addPolygon(inside)
        painter.fillPath(outside, veil())

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        rect = self._rect_of(box.blur)
        chosen = box is self._chosen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lines = [(look.INK, 3.0), (look.WHITE, 1.5)]
        if box.hasFocus():
            lines = [(look.WHITE, look.FOCUS_PX + 3.0), (look.FOCUS, float(look.FOCUS_PX))]
        for colour, width in lines:
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(_shape(rect))
        if chosen and self._drawing is None:
            around = self._around(rect)
            if around != rect:
                painter.setPen(QPen(QColor(look.WHITE), 1, Qt.PenStyle.DashLine))
                painter.drawRect(around)
            for grip in GRIPS:
                paint_grip(painter, around, grip)

    # Changing

    def _add(self, blur: Blur) -> Box | None:
        if len(self._boxes) >= limits.BLURS:
            return None
        box = Box(blur, self)
        box.picked.connect(lambda: self._choose(box))
        box.moved.connect(lambda by: self._move(box, by))
        box.nudged.connect(lambda by: self._move(box, by))
        box.unwanted.connect(lambda: self._drop(box))
        self._boxes.append(box)
        box.show()
        self._stand(box)
        return box

    def _drop_chosen(self) -> None:
        if self._chosen is not None:
            self._drop(self._chosen)

    def _drop(self, box: Box) -> None:
        if box not in self._boxes:
            return
        self._boxes.remove(box)
        if box is self._chosen:
            self._choose(None)
        box.hide()
        box.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()
        self.note_change()

    def _choose(self, box: Box | None) -> None:
        self._chosen = box
        if box is not None:
            box.raise_()
        self._stand_handles()

    def _move(self, box: Box, by: QPointF) -> None:
        rect, seen = self._rect_of(box.blur).translated(by), self.picture()
        rect.moveLeft(min(max(rect.left(), seen.left()), seen.right() - rect.width()))
        rect.moveTop(min(max(rect.top(), seen.top()), seen.bottom() - rect.height()))
        self._change(box, self._blur_of(rect))

    def _handle(self, grip: Grip) -> GripHandle:
        handle = GripHandle(grip, self)
        start = [QRectF()]

        def taken() -> None:
            start[0] = self._rect_of(self._chosen.blur) if self._chosen else QRectF()

        def pull(by: QPointF) -> None:
            if self._chosen is not None:
                self._change(self._chosen, self._blur_of(_pulled(start[0], grip, by)))

        def nudge(by: QPointF) -> None:
            taken()
            pull(by)

        handle.taken.connect(taken)
        handle.pulled.connect(pull)
        handle.nudged.connect(nudge)
        return handle

    def _change(self, box: Box, blur: Blur) -> None:
        box.blur = blur
        self._stand(box)
        self._stand_handles()

    # Where things are

    def _rect_of(self, blur: Blur) -> QRectF:
        seen = self.picture()
        return QRectF(
            seen.left() + blur.x * seen.width(),
            seen.top() + blur.y * seen.height(),
            blur.width * seen.width(),
            blur.height * seen.height(),
        )

    def _around(self, rect: QRectF) -> QRectF:
        """What a box is held by; where it is small that stands around it, not upon it."""
        apart = [max(0.0, 2.0 * self.target_px - side) / 2 for side in rect.size().toTuple()]
        return rect.adjusted(-apart[0], -apart[1], apart[0], apart[1])

    def _blur_of(self, rect: QRectF) -> Blur:
        """A part of the picture; what lies off it is left out."""
        seen = self.picture()
        left = min(max((rect.left() - seen.left()) / seen.width(), 0.0), 1.0 - _LEAST_SHARE)
        top = min(max((rect.top() - seen.top()) / seen.height(), 0.0), 1.0 - _LEAST_SHARE)
        right = min(max((rect.right() - seen.left()) / seen.width(), left + _LEAST_SHARE), 1.0)
        bottom = min(max((rect.bottom() - seen.top()) / seen.height(), top + _LEAST_SHARE), 1.0)
        return Blur(left, top, right - left, bottom - top)

    def _stand(self, box: Box) -> None:
        rect = self._rect_of(box.blur)
        size = QSize(
            max(round(rect.width()), self.target_px), max(round(rect.height()), self.target_px)
        )
        corner = rect.center() - QPointF(size.width() / 2, size.height() / 2)
        box.setGeometry(QRect(corner.toPoint(), size))
        self.update()
        self.note_change()

    def _stand_handles(self) -> None:
        box, size = self._chosen, self.target_px
        held = box is not None and self._drawing is None
        rect = QRectF() if box is None else self._rect_of(box.blur)
        around = self._around(rect)
        for grip, handle in self.handles.items():
            handle.setVisible(held)
            handle.stand(point_of(around, grip), size)
            handle.raise_()
        self.trash.setVisible(held)
        self.trash.resize(size, size)
        at = around.topRight() + QPointF(size * 0.75, -size * 0.75)
        room = QRectF(self.rect()).adjusted(size / 2, size / 2, -size / 2, -size / 2)
        at.setX(min(max(at.x(), room.left()), room.right()))
        at.setY(min(max(at.y(), room.top()), room.bottom()))
        self.trash.move((at - QPointF(size / 2, size / 2)).toPoint())
        self.trash.raise_()
        self.bar.raise_()
        self.update()


def _pulled(rect: QRectF, grip: Grip, by: QPointF) -> QRectF:
    """A rectangle with the held edges moved, but never through the others."""
    across, down = grip
    pulled = QRectF(rect)
    if across < 0:
        pulled.setLeft(min(rect.left() + by.x(), rect.right() - _LEAST_PX))
    elif across > 0:
        pulled.setRight(max(rect.right() + by.x(), rect.left() + _LEAST_PX))
    if down < 0:
        pulled.setTop(min(rect.top() + by.y(), rect.bottom() - _LEAST_PX))
    elif down > 0:
        pulled.setBottom(max(rect.bottom() + by.y(), rect.top() + _LEAST_PX))
    return pulled


def _shape(rect: QRectF) -> QPainterPath:
    corner = framing.ROUND * min(rect.width(), rect.height())
    path = QPainterPath()
    path.addRoundedRect(rect, corner, corner)
    return path
