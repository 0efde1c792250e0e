"""The small pictures on a file's contact sheet, shown until finer ones are there.

Whatever is on that sheet is only shown: it may be another picture than it should be.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPixmap

from reisblog.desk import Desk
from reisblog.errors import ReisblogError
from reisblog.model.contact_cells import box_of
from reisblog.photos.decoder import Pixels


class ContactCells:
    """Those of one journey of which no finer picture has come yet."""

    def __init__(self, pixels: Pixels, places: dict[str, QRect]) -> None:
        """Keep the pixels of a sheet.

        Args:
            pixels: of the whole sheet.
            places: where on it each picture lies, by its SHA-256.
        """
        self._bgrx = pixels.bgrx  # the image only looks at it
        self._sheet = QImage(
            self._bgrx,
            pixels.width,
            pixels.height,
            pixels.width * 4,
            QImage.Format.Format_RGB32,
        )
        self._places = places
        self._pixmaps: dict[str, QPixmap] = {}

    def __bool__(self) -> bool:
        return bool(self._places)

    def pixmap(self, media: str) -> QPixmap | None:
        """A picture, if it is on the sheet and was not forgotten."""
        place = self._places.get(media)
        if place is None:
            return None
        if media not in self._pixmaps:
            self._pixmaps[media] = QPixmap.fromImage(self._sheet.copy(place))
        return self._pixmaps[media]

    def forget(self, media: str) -> None:
        """Let go of a picture."""
        self._places.pop(media, None)
        self._pixmaps.pop(media, None)


def read_sheet(desk: Desk, take: Callable[[ContactCells], None]) -> None:
    """Have the contact sheet of a desk's file decoded, if it has one that is as it should be.

    Args:
        desk: the journey.
        take: called on another thread when it is there.
    """
    found = desk.media.sheet()
    if found is None:
        return
    from reisblog.photos.formats import Form, form_of  # noqa: PLC0415 - not needed at the start
    from reisblog.photos.upright_size import upright_size  # noqa: PLC0415

    contact, sheet = found
    if form_of(sheet) is not Form.JPEG or upright_size(sheet) != contact.size:
        return
    sizes = {photo.media: (photo.width, photo.height) for photo in desk.journey.photos.values()}
    places = {
        media: QRect(*box_of(number, contact.columns, *sizes[media]))
        for number, media in enumerate(contact.cells)
        if media in sizes
    }

    def decoded(future: Future[Pixels]) -> None:
        with suppress(ReisblogError, CancelledError):
            pixels = future.result()
            if (pixels.width, pixels.height) == contact.size:
                take(ContactCells(pixels, places))

    with suppress(RuntimeError):  # the window is being closed
        desk.decoder.pixels(sheet, side=max(contact.size)).add_done_callback(decoded)
