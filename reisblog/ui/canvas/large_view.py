"""A photo large in place, over the dimmed map, and back again."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.errors import ReisblogError
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.photos.decoder import Pixels
from reisblog.ui.jobs import Jobs, Progress
from reisblog.ui.pictures import SIDES, Pictures, image_of
from reisblog.ui.workbench import Workbench

_DIM = 0.82
_MARGIN_PX = 40
_CAPTION_LINES = 3.2
_CAPTION_SHARE = 0.025
"""Letters of a caption, of the view's height: read from afar on a board."""
_MOST_SIDE = 3840


class LargeView(QWidget):
    """One photo as large as the canvas allows; arrows go to its neighbours, a tap goes back.

    Signals:
        closed: the map is seen again.
    """

    closed = Signal()

    def __init__(
        self, workbench: Workbench, pictures: Pictures, jobs: Jobs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._host = parent
        self._workbench = workbench
        self._pictures = pictures
        self._jobs = jobs
        self._photos: list[Photo] = []
        self._at = 0
        self._fine: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._opened)
        parent.installEventFilter(self)
        self.hide()

    @property
    def photo(self) -> Photo | None:
        """The photo that is seen large."""
        return self._photos[self._at] if self._photos else None

    def open(self, photos: Sequence[Photo], at: int) -> None:
        """Show one of these photos."""
        self._photos, self._at = list(photos), at
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._load()

    def close_view(self) -> None:
        """Back to the map."""
        self._photos = []
        self._fine = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, anything else that closes things closes."""
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close_view()
        elif event.text().isprintable() and event.text():
            event.accept()  # what is typed here would land on the map, out of sight
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap anywhere goes back."""
        event.accept()
        self.close_view()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The map under it stays as it is."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the canvas, whatever the window does."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo in the middle, its caption below."""
        photo = self.photo
        if photo is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        dim = QColor(look.INK)
        dim.setAlphaF(_DIM)
        painter.fillRect(event.rect(), dim)
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        if photo.caption:
            room.adjust(0, 0, 0, -_CAPTION_LINES * self._letters())
        scale = min(room.width() / photo.width, room.height() / photo.height, 2.0)
        target = QRectF(0, 0, photo.width * scale, photo.height * scale)
        target.moveCenter(room.center())
        painter.fillRect(target.adjusted(-6, -6, 6, 6), QColor(look.WHITE))
        if self._fine is not None:
            painter.drawImage(target, self._fine)
        elif (rough := self._pictures.pixmap(photo.media, SIDES[-1])) is not None:
            painter.drawPixmap(target, rough, QRectF(rough.rect()))
        if photo.caption:
            self._paint_caption(painter, photo.caption, target)
        painter.end()

    def _paint_caption(self, painter: QPainter, caption: str, under: QRectF) -> None:
        font = QFont(look.FAMILY_READING)
        font.setPixelSize(self._letters())
        painter.setFont(font)
        painter.setPen(QColor(look.PAPER))
        high = self.height() - under.bottom() - 16
        room = QRectF(_MARGIN_PX, under.bottom() + 16, self.width() - 2 * _MARGIN_PX, high)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), caption)

    def _letters(self) -> int:
        return max(look.TEXT_LARGE_PX, round(self.height() * _CAPTION_SHARE))

    def _follow(self, journey: Journey) -> None:
        """Keep to the photos that are still there, with what is written under them now."""
        photo = self.photo
        if photo is None:
            return
        if photo.id not in journey.photos:
            self.close_view()
            return
        keys = [known.id for known in self._photos if known.id in journey.photos]
        self._photos, self._at = [journey.photos[key] for key in keys], keys.index(photo.id)
        self.update()

    def _opened(self) -> None:
        if self.photo is not None:
            self.close_view()

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._photos)
        self._workbench.choose({self._photos[self._at].id})
        self._load()

    def _load(self) -> None:
        """Ask for the photo as fine as the screen can show it."""
        self._fine = None
        self.update()
        photo = self.photo
        if photo is None:
            return
        desk = self._workbench.desk
        side = min(_MOST_SIDE, round(max(self.width(), self.height()) * self.devicePixelRatioF()))

        def read(_progress: Progress) -> Future[Pixels]:
            future: Future[Pixels] = desk.decoder.pixels(desk.media.read(photo.media), side=side)
            with suppress(CancelledError):
                future.result()
            return future

        def show(future: Future[Pixels]) -> None:
            if self.photo is not None and self.photo.media == photo.media:
                self._fine = image_of(future.result())
                self.update()

        self._jobs.run(read, done=show, failed=self._stay_rough)

    def _stay_rough(self, _error: ReisblogError) -> None:
        """The small version stays; the canvas already shows what is wrong with a photo."""
