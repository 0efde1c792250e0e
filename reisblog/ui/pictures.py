"""Pixels of photos for the window: decoded in the worker processes, kept here by size.

Of a file that was opened the contact sheet comes first: all photos at once, very small.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from reisblog.desk import Desk
from reisblog.errors import ReisblogError
from reisblog.model.framing import finer, is_whole
from reisblog.model.records import Photo
from reisblog.photos.decoder import Pixels
from reisblog.ui.contact_cells import ContactCells, read_sheet

if TYPE_CHECKING:
    from reisblog.ui.outgoing import Outgoing

_What = tuple[object, ...]
SIDES = (128, 256, 512)
"""The sizes kept, in pixels on the long side: each half the next, so a photo is never drawn at
less than half its pixels."""
_FINE = 300
"""So many pictures are kept at the largest size, once somebody looks at them so closely, and the
others at half of it; all of them would be more than a computer's memory should hold."""

_GATHER_MS = 150
"""So long pictures are gathered that come one after the other, or each would cost a frame."""
_BREATH_SECONDS = 0.03


def image_of(pixels: Pixels) -> QImage:
    """An image that owns its memory."""
    image = QImage(
        pixels.bgrx, pixels.width, pixels.height, pixels.width * 4, QImage.Format.Format_RGB32
    )
    return image.copy()


class Pictures(QObject):
    """All pictures the window shows; those of one journey, and no longer than it lies on the desk.

    Signals:
        ready: the SHA-256 of a picture of which a pixmap can now be had.
        failed: the SHA-256 of a picture that can't be read.
        rough: small pixmaps of many pictures can now be had, until finer ones are ready.
    """

    ready = Signal(str)
    failed = Signal(str)
    rough = Signal()
    _arrived = Signal(object, str, object)
    _sheet_arrived = Signal(object, object)
    _part_arrived = Signal(object, object, object)

    def __init__(self, desk: Callable[[], Desk], parent: QObject | None = None) -> None:
        """Follow whatever journey lies on the desk."""
        super().__init__(parent)
        self._desk = desk
        self._of = desk()
        self._images: dict[str, QImage] = {}
        self._pixmaps: dict[tuple[str, int], QPixmap] = {}
        self._asked: dict[str, int] = {}
        self._fine: set[str] = set()
        self._wanted: list[tuple[str, int]] = []
        self._broken: set[str] = set()
        self._framed: dict[tuple[str, int], tuple[tuple[object, ...], QPixmap]] = {}
        self._parts: dict[str, tuple[_What, QImage | None]] = {}
        self._cells: ContactCells | None = None
        self._sheet_asked = False
        self._closed = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._read_wanted)
        self._reading = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._arrivals: deque[tuple[Desk, str, Pixels | None]] = deque()
        self._gathering = QTimer(self, singleShot=True)
        self._gathering.timeout.connect(self._keep_arrivals)
        self._arrived.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._part_arrived.connect(self._keep_part, Qt.ConnectionType.QueuedConnection)
        self._sheet_arrived.connect(self._keep_sheet, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, media: str, side: int) -> QPixmap | None:
        """A picture at one of ``SIDES``, upright and without border.

        Nothing when it is not there yet, or a coarser one: then it has been asked for, and
        ``ready`` will tell.
        """
        self._keep_to_desk()
        found = self._pixmaps.get((media, side))
        if found is None and (image := self._images.get(media)) is not None:
            found = self._pixmaps[media, side] = QPixmap.fromImage(_fitted(image, side))
        self._ask(media, side)
        if found is None and self._cells is not None:
            return self._cells.pixmap(media)
        return found

    def seen(self, photo: Photo, side: int) -> QPixmap | None:
        """What is seen of a photo at one of ``SIDES``; like ``pixmap`` otherwise.

        Of a small part of a picture its small version has few pixels; then that part is asked for.
        """
        if is_whole(photo):
            return self.pixmap(photo.media, side)
        from reisblog.ui.framed_pixels import framed  # noqa: PLC0415 - not needed at the start

        wanted = finer(photo.crop, photo.width, photo.height, side)
        enough = next((each for each in SIDES if each >= wanted), SIDES[-1])
        whole = self.pixmap(photo.media, enough)
        what = (photo.media, photo.crop, photo.blurs)
        part = self._parts.get(photo.id)
        sharp = part[1] if part is not None and part[0] == what else None
        if wanted > enough and whole is not None:
            self._ask_part(photo, what)
        source = whole if sharp is None else sharp
        if source is None:
            return None
        known = self._framed.get((photo.id, side))
        if known is None or known[0] != (*what, source.cacheKey()):
            if isinstance(source, QImage):
                image = _fitted(source, side)
            else:
                image = framed(source.toImage(), photo.crop, photo.blurs, side)
            known = ((*what, source.cacheKey()), QPixmap.fromImage(image))
            self._framed[photo.id, side] = known
        return known[1]

    @cached_property
    def outgoing(self) -> Outgoing:
        """Photos on their way to other programs."""
        from reisblog.ui.outgoing import Outgoing  # noqa: PLC0415 - seldom wanted

        return Outgoing(self._desk, lambda photo: self.seen(photo, SIDES[-1]), self)

    def is_broken(self, media: str) -> bool:
        """Whether a picture can't be read."""
        self._keep_to_desk()
        return media in self._broken

    def offer(self, media: str, pixels: Pixels | None) -> None:
        """Keep pixels that somebody has decoded already, or that there are none."""
        self._keep_to_desk()
        self._asked[media] = SIDES[-1]
        if len(self._fine) < _FINE:
            self._fine.add(media)
        self._keep(self._of, media, pixels)

    def forget(self, pictures: Iterable[str]) -> None:
        """Let go of these, known by their SHA-256."""
        for media in pictures:
            self._images.pop(media, None)
            if self._cells is not None:
                self._cells.forget(media)
            self._asked.pop(media, None)
            self._fine.discard(media)
            self._drop_pixmaps(media)
        self._framed.clear()
        self._parts.clear()
        self._forget_outgoing()

    def close(self) -> None:
        """Ask for nothing more."""
        self._closed = True
        self._forget_outgoing()
        self._soon.stop()
        self._gathering.stop()
        self._reading.shutdown(wait=True, cancel_futures=True)

    def _keep_to_desk(self) -> None:
        """Let go of everything when another journey lies on the desk.

        Looked at whenever somebody asks, so that it does not matter who hears first of another.
        """
        desk = self._desk()
        if desk is self._of:
            return
        self._of = desk
        self._cells, self._sheet_asked = None, False
        self._images.clear()
        self._pixmaps.clear()
        self._asked.clear()
        self._fine.clear()
        self._wanted.clear()
        self._broken.clear()
        self._framed.clear()
        self._parts.clear()
        self._forget_outgoing()

    def _forget_outgoing(self) -> None:
        if "outgoing" in self.__dict__:
            self.outgoing.forget()

    def _ask(self, media: str, side: int) -> None:
        """See that a picture comes as fine as it is to be shown, or as there is room for."""
        fine = side > SIDES[-2] and (media in self._fine or len(self._fine) < _FINE)
        wanted = side if fine else min(side, SIDES[-2])
        if self._asked.get(media, 0) >= wanted or self._closed:
            return
        if fine:
            self._fine.add(media)
        self._asked[media] = wanted
        self._wanted.append((media, wanted))
        self._soon.start()

    def _ask_part(self, photo: Photo, what: _What) -> None:
        """Have what is seen of a photo made of all its pixels; for so many as there is room."""
        known = self._parts.get(photo.id)
        if self._closed or (known is not None and known[0] == what):
            return
        if known is None and len(self._parts) >= _FINE:
            return
        self._parts[photo.id] = (what, None)
        desk = self._of

        def came(future: Future[Pixels]) -> None:
            self._part_arrived.emit(desk, photo, _result(future))

        def read() -> None:
            from reisblog.leaving import frame_of  # noqa: PLC0415 - not needed at the start

            if self._closed or desk is not self._of:
                return
            with suppress(ReisblogError):  # then the small version has to do
                content = desk.media.read(photo.media)
                pixels = desk.decoder.pixels(content, side=SIDES[-1], frame=frame_of(photo))
                pixels.add_done_callback(came)

        self._reading.submit(read)

    def _keep_part(self, desk: Desk, photo: Photo, pixels: Pixels | None) -> None:
        self._keep_to_desk()
        what = (photo.media, photo.crop, photo.blurs)
        wanted = self._parts.get(photo.id)
        if desk is self._of and pixels is not None and wanted == (what, None):
            self._parts[photo.id] = (what, image_of(pixels))
            self.ready.emit(photo.media)

    def _read_wanted(self) -> None:
        """Ask for what is wanted: the contact sheet before any picture.

        After the first frame of a journey, which need not wait for processes to start.
        """
        wanted, self._wanted = self._wanted, []
        desk, sheet_asked = self._of, self._sheet_asked
        self._sheet_asked = True

        def read() -> None:
            if not sheet_asked:
                read_sheet(desk, lambda cells: self._sheet_arrived.emit(desk, cells))
            for media, side in wanted:
                if self._closed or desk is not self._of:
                    return
                self._read(desk, media, side)

        self._reading.submit(read)

    def _read(self, desk: Desk, media: str, side: int) -> None:
        try:
            pixels = desk.decoder.pixels(desk.media.rendition(media), side=side)
        except ReisblogError:
            self._arrived.emit(desk, media, None)
        else:
            pixels.add_done_callback(
                lambda future: self._arrived.emit(desk, media, _result(future))
            )

    def _keep_sheet(self, desk: Desk, cells: ContactCells) -> None:
        self._keep_to_desk()
        if desk is not self._of:
            return
        for media in (*self._images, *self._broken):
            cells.forget(media)
        if cells:
            self._cells = cells
            self.rough.emit()

    def _gather(self, desk: Desk, media: str, pixels: Pixels | None) -> None:
        self._arrivals.append((desk, media, pixels))
        if not self._gathering.isActive():
            self._gathering.start(_GATHER_MS)

    def _keep_arrivals(self) -> None:
        ends = time.perf_counter() + _BREATH_SECONDS
        while self._arrivals and time.perf_counter() < ends:
            self._keep(*self._arrivals.popleft())
        if self._arrivals:
            self._gathering.start(0)

    def _keep(self, desk: Desk, media: str, pixels: Pixels | None) -> None:
        self._keep_to_desk()
        if desk is not self._of:  # it comes late: asked for by a journey that is closed
            return
        if self._cells is not None:
            self._cells.forget(media)
            if not self._cells:
                self._cells = None
        earlier = self._images.get(media)
        if earlier is not None and (pixels is None or pixels.width < earlier.width()):
            return  # a coarser one that was overtaken
        if pixels is None:
            self._broken.add(media)
            self.failed.emit(media)
            return
        side = SIDES[-1] if media in self._fine else SIDES[-2]
        self._images[media] = _fitted(image_of(pixels), side)
        self._drop_pixmaps(media)
        self.ready.emit(media)

    def _drop_pixmaps(self, media: str) -> None:
        for side in SIDES:
            self._pixmaps.pop((media, side), None)


def _fitted(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _result(future: Future[Pixels]) -> Pixels | None:
    try:
        return future.result()
    except (ReisblogError, CancelledError):
        return None
