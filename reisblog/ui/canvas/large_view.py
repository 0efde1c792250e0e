"""A photo large in place, over the dimmed map, and back again; there it can be worked on, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from reisblog import look
from reisblog.errors import ReisblogError
from reisblog.leaving import frame_of
from reisblog.model import edits
from reisblog.model.framing import finer, seen_size
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.photos.decoder import Pixels
from reisblog.photos.exchange import Frame
from reisblog.texts import _
from reisblog.ui.canvas.items.print import framing_of
from reisblog.ui.canvas.large.bar import Bar, press_focused
from reisblog.ui.framed_pixels import framed
from reisblog.ui.jobs import Jobs, Progress
from reisblog.ui.pictures import SIDES, Pictures, image_of
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.ui.canvas.large.mode import Mode

_DIM = 0.82
_MARGIN_PX = 40
_CAPTION_LINES = 3.2
_CAPTION_SHARE = 0.025
"""Letters of a caption, of the view's height: read from afar on a board."""
_MOST_SIDE = 3840
_MOST_WORKED_SIDE = 2560
"""Of what one works on: it is drawn anew at every move."""


class LargeView(QWidget):
    """One photo as large as the canvas allows; arrows go to its neighbours, a tap goes back.

    Attributes:
        bar: what can be done with it.
        mode: what is being done, or nothing.
        motion: whether things glide.

    Signals:
        closed: the map is seen again.
        undo_changed: undo means something else now.
        replace_asked: the id of a photo in whose place another should come.
    """

    closed = Signal()
    undo_changed = Signal()
    replace_asked = Signal(str)

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
        self.mode: Mode | None = None
        self.motion = True
        self.bar = Bar(self)
        self.bar.add(_("Crop"), self.crop, icon="crop")
        self.bar.add(_("Hide a face"), self.hide_faces, icon="face")
        self.bar.add(_("Another photo…"), self._ask_for_another, icon="photos")
        self.bar.add(_("Back"), self.close_view, icon="chevron-left")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # What is not meant for it is not meant for the map below either.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        workbench.undo_also(self)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._opened)
        parent.installEventFilter(self)
        self.hide()

    @property
    def photo(self) -> Photo | None:
        """The photo that is seen large."""
        return self._photos[self._at] if self._photos else None

    @property
    def undo_label(self) -> str | None:
        """What is being done, which undo takes back step by step."""
        return None if self.mode is None else self.mode.accessibleName()

    def take_back(self) -> None:
        """Undo the last step of it."""
        if self.mode is not None:
            self.mode.take_back()

    def open(self, photos: Sequence[Photo], at: int) -> None:
        """Show one of these photos."""
        self._leave_mode()
        self._photos, self._at = list(photos), at
        self.setGeometry(self._host.rect())
        self._settle()
        self.show()
        self.raise_()
        self.setFocus()
        self._load()

    def close_view(self) -> None:
        """Back to the map."""
        self._leave_mode()
        self._photos = []
        self._fine = None
        self.hide()
        self.closed.emit()

    def crop(self) -> None:
        """Crop and straighten what is seen."""
        from reisblog.ui.canvas.large.crop_mode import CropMode  # noqa: PLC0415 - seldom wanted

        if (photo := self._workable) is not None:
            mode = CropMode(self, photo, motion=self.motion)
            self._begin(mode, _("Crop"), lambda now: edits.set_crop(now, photo.id, mode.result))

    def hide_faces(self) -> None:
        """Make faces unrecognisable."""
        from reisblog.ui.canvas.large.hide_mode import HideMode  # noqa: PLC0415 - seldom wanted

        if (photo := self._workable) is not None:
            mode = HideMode(self, photo)
            self._begin(
                mode, _("Hide a face"), lambda now: edits.set_blurs(now, photo.id, mode.result)
            )

    def lies(self) -> QRectF:
        """Where the photo is seen, in logical pixels, without its paper."""
        photo = self.photo
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        if photo is None:
            return room
        room.setBottom(self.rect().bottom() - self.bar.height_in(self.rect()) - _MARGIN_PX / 2)
        if photo.caption:
            room.adjust(0, 0, 0, -_CAPTION_LINES * self._letters())
        width, height = seen_size(photo)
        scale = min(room.width() / width, room.height() / height, 2.0)
        target = QRectF(0, 0, width * scale, height * scale)
        target.moveCenter(room.center())
        return target

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802  (Qt's)
        """The Tab key goes round here: the map below is not to be worked on now."""
        stops = self.mode.stops() if self.mode is not None else [self, *self.bar.stops()]
        open_now = [each for each in stops if each.isVisible() and each.isEnabled()]
        if not open_now:  # it is being closed
            return False
        here = QApplication.focusWidget()
        place = open_now.index(here) if here in open_now else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        open_now[(place + (1 if forward else -1)) % len(open_now)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, anything else that closes things closes."""
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.key() == Qt.Key.Key_Escape or not press_focused():
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep bar and mode in their places."""
        super().resizeEvent(event)
        self._settle()

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
        if self.mode is not None:
            return
        target = self.lies()
        painter.fillRect(target.adjusted(-6, -6, 6, 6), QColor(look.WHITE))
        if self._fine is not None:
            painter.drawImage(target, self._fine)
        elif (rough := self._pictures.seen(photo, SIDES[-1])) is not None:
            painter.drawPixmap(target, rough, QRectF(rough.rect()))
        if photo.caption:
            self._paint_caption(painter, photo.caption, target)
        painter.end()

    def _paint_caption(self, painter: QPainter, caption: str, under: QRectF) -> None:
        font = QFont(look.FAMILY_READING)
        font.setPixelSize(self._letters())
        painter.setFont(font)
        painter.setPen(QColor(look.PAPER))
        high = self.bar.geometry().top() - under.bottom() - 16
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
        if framing_of(journey.photos[photo.id]) != framing_of(photo):
            self._leave_mode()  # what was being done is about another picture
            self._load()
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
        side = min(_MOST_SIDE, self._pixels_across())

        def show(image: QImage) -> None:
            if self.photo is not None and framing_of(self.photo) == framing_of(photo):
                self._fine = image
                self.update()

        self._read(photo, frame_of(photo), side, show)

    def _load_whole(self, photo: Photo, mode: Mode) -> None:
        """Ask for all of a photo, as fine as one can work on it."""
        wanted = finer(photo.crop, photo.width, photo.height, self._pixels_across())

        def show(image: QImage) -> None:
            if self.mode is mode:
                mode.show_image(image)

        self._read(photo, None, min(_MOST_WORKED_SIDE, wanted), show)

    def _read(
        self, photo: Photo, frame: Frame | None, side: int, show: Callable[[QImage], None]
    ) -> None:
        desk = self._workbench.desk

        def read(_progress: Progress) -> Future[Pixels]:
            future: Future[Pixels] = desk.decoder.pixels(
                desk.media.read(photo.media), side=side, frame=frame
            )
            with suppress(CancelledError):
                future.result()
            return future

        def done(future: Future[Pixels]) -> None:
            if desk is self._workbench.desk:
                show(image_of(future.result()))

        self._jobs.run(read, done=done, failed=self._stay_rough)

    def _pixels_across(self) -> int:
        return round(max(self.width(), self.height()) * self.devicePixelRatioF())

    @property
    def _workable(self) -> Photo | None:
        """The photo, if something can be done with it now."""
        photo = self.photo
        if photo is None or self.mode is not None or self._pictures.is_broken(photo.media):
            return None
        return photo

    def _begin(self, mode: Mode, label: str, change: Callable[[Journey], Journey]) -> None:
        photo = mode.photo

        def keep() -> None:
            image = mode.image
            self._leave_mode()
            self._workbench.edit(label, change)
            self._show_at_once(image)

        self.mode = mode
        mode.kept.connect(keep)
        mode.ended.connect(self._leave_mode)
        mode.bar.dress(board=self.window().isFullScreen(), width=self.width())
        rough = self._pictures.pixmap(photo.media, SIDES[-1])
        if rough is not None:
            mode.show_image(rough.toImage())
        self.bar.hide()
        mode.setGeometry(self.rect())
        mode.settle()
        mode.show()
        mode.raise_()
        mode.setFocus(Qt.FocusReason.OtherFocusReason)
        self.undo_changed.emit()
        self._load_whole(photo, mode)

    def _show_at_once(self, image: QImage | None) -> None:
        """Until finer pixels come, show what was worked on."""
        photo = self.photo
        if photo is not None and image is not None and self._fine is None:
            self._fine = framed(image, photo.crop, photo.blurs, self._pixels_across())
            self.update()

    def _leave_mode(self) -> None:
        mode, self.mode = self.mode, None
        if mode is not None:
            mode.hide()
            mode.deleteLater()
            self.undo_changed.emit()
            self.bar.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.update()

    def _ask_for_another(self) -> None:
        if self.photo is not None:
            self.replace_asked.emit(self.photo.id)

    def _settle(self) -> None:
        """Put bar and mode in their places."""
        self.bar.dress(board=self.window().isFullScreen(), width=self.width())
        self.bar.fit(self.rect())
        if self.mode is not None:
            self.mode.setGeometry(self.rect())

    def _stay_rough(self, _error: ReisblogError) -> None:
        """The small version stays; the canvas already shows what is wrong with a photo."""
