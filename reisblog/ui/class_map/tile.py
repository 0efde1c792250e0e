"""One small map on the wall, to be chosen, and the name below it where there may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.storage.class_files import Hung
    from reisblog.ui.class_map.pictures import SmallPictures


class Tile(QAbstractButton):
    """A journey, or where one will hang as soon as it is read.

    Attributes:
        journey: what hangs here, if it is known.
    """

    def __init__(self, pictures: SmallPictures, blank: Atlas, parent: QWidget) -> None:
        super().__init__(parent)
        self.journey: Hung | None = None
        self._pictures, self._blank = pictures, blank
        self._map_size = QSize(1, 1)
        self._letters = 1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("A journey"))

    def hang(self, journey: Hung) -> None:
        """Show this one."""
        self.journey = journey
        if name := journey.small.name:
            self.setAccessibleName(_("The journey of {name}").format(name=name))
        self.update()

    def lay(self, frame: QRectF, map_height: float, letters: int) -> None:
        """Stand here.

        Args:
            frame: with the room for the name.
            map_height: the upper part of it, in pixels.
            letters: how high those of the name are, in pixels; nothing without a name.
        """
        box = frame.toAlignedRect()
        self._map_size = QSize(box.width(), round(map_height))
        self._letters = letters
        self.setGeometry(box)

    @property
    def wanted_size(self) -> QSize:
        """Of its picture, in the pixels of the screen."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self._map_size.width() * ratio), round(self._map_size.height() * ratio))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; the arrows are the wall's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture there is, or the blank land until then."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inside = QRectF(0, 0, self._map_size.width(), self._map_size.height())
        picture = None if self.journey is None else self._pictures.of(self.journey)
        if picture is not None:
            painter.drawPixmap(inside, picture, QRectF(picture.rect()))
        else:
            land = self._pictures.land(
                self._blank if self.journey is None else self.journey.atlas, self.wanted_size
            )
            painter.drawImage(inside, land, QRectF(land.rect()))
        self._draw_frame(painter, inside)
        if self._letters and self.journey is not None and self.journey.small.name:
            self._draw_name(painter, inside, self.journey.small.name)
        painter.end()

    def _draw_frame(self, painter: QPainter, inside: QRectF) -> None:
        wide = 1.0
        tint = QColor(look.MAP_LINE)
        if self.isDown():
            wide, tint = look.FOCUS_PX, QColor(look.INK)
        elif self.hasFocus():
            wide, tint = 2.0 * look.FOCUS_PX, QColor(look.FOCUS)
        half = wide / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tint, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap,
                            Qt.PenJoinStyle.MiterJoin))  # fmt: skip
        painter.drawRect(inside.adjusted(half, half, -half, -half))

    def _draw_name(self, painter: QPainter, inside: QRectF, name: str) -> None:
        font = theme.font(self._letters)
        words = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, inside.width())
        below = QRectF(0, inside.bottom(), inside.width(), self.height() - inside.bottom())
        painter.setFont(font)
        painter.setPen(QColor(look.INK))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, int(flags) | Qt.TextFlag.TextSingleLine, words)
