"""Pixels of photos for the window: decoded in the worker processes, kept here by size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from reisblog.desk import Desk
from reisblog.errors import ReisblogError
from reisblog.photos.decoder import Pixels

SIDES = (128, 256, 512)
"""The sizes kept, in pixels on the long side: each half the next, so a photo is never drawn at
less than half its pixels."""
_FINE = 300
"""So many pictures are kept at the largest size, and the others at half of it; all of them would
be more than a computer's memory should hold."""


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
    """

    ready = Signal(str)
    failed = Signal(str)
    _arrived = Signal(object, str, object)

    def __init__(self, desk: Callable[[], Desk], parent: QObject | None = None) -> None:
        """Follow whatever journey lies on the desk."""
        super().__init__(parent)
        self._desk = desk
        self._of = desk()
        self._images: dict[str, QImage] = {}
        self._pixmaps: dict[tuple[str, int], QPixmap] = {}
        self._asked: set[str] = set()
        self._broken: set[str] = set()
        self._closed = False
        self._reading = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._arrived.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, media: str, side: int) -> QPixmap | None:
        """A picture at one of ``SIDES``, upright and without border.

        Nothing when it is not there yet: then it has been asked for, and ``ready`` will tell.
        """
        self._keep_to_desk()
        found = self._pixmaps.get((media, side))
        if found is None and (image := self._images.get(media)) is not None:
            found = self._pixmaps[media, side] = QPixmap.fromImage(_fitted(image, side))
        if found is None:
            self._ask(media)
        return found

    def is_broken(self, media: str) -> bool:
        """Whether a picture can't be read."""
        self._keep_to_desk()
        return media in self._broken

    def offer(self, media: str, pixels: Pixels | None) -> None:
        """Keep pixels that somebody has decoded already, or that there are none."""
        self._keep_to_desk()
        self._asked.add(media)
        self._keep(self._of, media, pixels)

    def forget(self, pictures: Iterable[str]) -> None:
        """Let go of these, known by their SHA-256."""
        for media in pictures:
            self._images.pop(media, None)
            self._asked.discard(media)
            for side in SIDES:
                self._pixmaps.pop((media, side), None)

    def close(self) -> None:
        """Ask for nothing more."""
        self._closed = True
        self._reading.shutdown(wait=True, cancel_futures=True)

    def _keep_to_desk(self) -> None:
        """Let go of everything when another journey lies on the desk.

        Looked at whenever somebody asks, so that it does not matter who hears first of another.
        """
        desk = self._desk()
        if desk is self._of:
            return
        self._of = desk
        self._images.clear()
        self._pixmaps.clear()
        self._asked.clear()
        self._broken.clear()

    def _ask(self, media: str) -> None:
        if media in self._asked or self._closed:
            return
        self._asked.add(media)
        desk = self._of

        def read() -> None:
            try:
                pixels = desk.decoder.pixels(desk.media.rendition(media), side=SIDES[-1])
            except ReisblogError:
                self._arrived.emit(desk, media, None)
            else:
                pixels.add_done_callback(
                    lambda future: self._arrived.emit(desk, media, _result(future))
                )

        self._reading.submit(read)

    def _keep(self, desk: Desk, media: str, pixels: Pixels | None) -> None:
        self._keep_to_desk()
        if desk is not self._of:  # it comes late: asked for by a journey that is closed
            return
        if pixels is None:
            self._broken.add(media)
            self.failed.emit(media)
            return
        side = SIDES[-1] if len(self._images) < _FINE else SIDES[-2]
        self._images[media] = _fitted(image_of(pixels), side)
        self.ready.emit(media)


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
