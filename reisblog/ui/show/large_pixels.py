"""Pixels of photos as fine as the board: those of the next moments are ready before they come."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap
from shiboken6 import isValid

from reisblog.leaving import frame_of
from reisblog.ui.pictures import SIDES, Pictures, image_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reisblog.desk import Desk
    from reisblog.errors import ReisblogError
    from reisblog.model.records import Photo
    from reisblog.photos.decoder import Pixels
    from reisblog.ui.jobs import Jobs, Progress

_KEPT = 6
_MOST_SIDE = 3_840


class LargePixels(QObject):
    """Gives a photo's pixels, the finest there are.

    Signals:
        came: finer pixels of a photo are there.
    """

    came = Signal()

    def __init__(
        self, desk: Desk, pictures: Pictures, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._pictures, self._jobs = desk, pictures, jobs
        self._fine: OrderedDict[object, QImage | None] = OrderedDict()
        self._side = 0
        self._closest: tuple[object, QImage | None] | None = None
        pictures.ready.connect(self.came)

    def fit(self, side: float) -> None:
        """Be as fine as a board that is so many pixels long."""
        if min(_MOST_SIDE, round(side)) != self._side:
            self._side = min(_MOST_SIDE, round(side))
            self._fine.clear()

    def __call__(self, photo: Photo, side: float) -> QImage | QPixmap | None:
        """The finest there are now, for a long side of so many logical pixels."""
        if self._closest is not None and side > self._side:
            key, closest = self._closest
            if closest is not None and key == _framing(photo):
                return closest
        fine = self._fine.get(_framing(photo))
        if fine is not None and side > SIDES[0]:
            return fine
        return self._pictures.seen(photo, next((s for s in SIDES if s >= side), SIDES[-1]))

    def prepare(self, photos: Iterable[Photo]) -> None:
        """Have these ready; others may be let go of."""
        for photo in photos:
            key = _framing(photo)
            if key in self._fine:
                self._fine.move_to_end(key)
            elif not self._pictures.is_broken(photo.media):
                self._fine[key] = None
                self._read(photo, self._side, partial(self._keep, key))
        while len(self._fine) > _KEPT:
            self._fine.popitem(last=False)

    def look_closer(self, photo: Photo | None) -> None:
        """Have all pixels of one photo that a board can use; of no other any more."""
        self._closest = None
        if photo is not None and self._side < _MOST_SIDE:
            self._closest = (_framing(photo), None)
            self._read(photo, _MOST_SIDE, partial(self._keep_closest, _framing(photo)))

    def close(self) -> None:
        """Wait for no more of them: what is still read comes to nobody."""
        self._fine.clear()
        self._closest = None

    def _keep(self, key: object, image: QImage) -> None:
        if key in self._fine:
            self._fine[key] = image

    def _keep_closest(self, key: object, image: QImage) -> None:
        if self._closest is not None and self._closest[0] == key:
            self._closest = (key, image)

    def _read(self, photo: Photo, side: int, keep: Callable[[QImage], None]) -> None:
        def read(_progress: Progress) -> Future[Pixels]:
            content = self._desk.media.read(photo.media)
            future = self._desk.decoder.pixels(content, side=side, frame=frame_of(photo))
            with suppress(CancelledError):
                future.result()
            return future

        def done(future: Future[Pixels]) -> None:
            if isValid(self):  # the board may be closed by now
                keep(image_of(future.result()))
                self.came.emit()

        self._jobs.run(read, done=done, failed=self._stay_rough)

    def _stay_rough(self, _error: ReisblogError) -> None:
        """The small version stays, or plain paper."""


def _framing(photo: Photo) -> object:
    return (photo.media, photo.crop, photo.blurs)
