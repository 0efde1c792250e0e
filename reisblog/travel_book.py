"""Making the travel book: words and photos come from the desk, the PDF from the story."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, cast

from reisblog.book_pictures import FinePictures, SmallPictures
from reisblog.leaving import Leaving
from reisblog.story.missing import Lacking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.book_pictures import Pictures, Prepared
    from reisblog.model.atlas import Atlas
    from reisblog.model.book import Wish
    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.photos.decoder import Decoder
    from reisblog.storage.media import MediaStore
    from reisblog.story.images import AsItIs

    Progress = Callable[[float], None]


class TravelBook:
    """The book of a journey as it was when this was made; on any thread.

    Every way of making it takes a function that is told how far it is, from 0 to 1, or nothing.
    It is told often, also between photos, and what it raises ends the making.
    """

    def __init__(
        self,
        journey: Journey,
        atlas: Atlas,
        media: MediaStore,
        decoder: Decoder,
        *,
        edited: str,
        kept: Prepared,
    ) -> None:
        """Know what it is made of.

        Args:
            journey: as its readers may see it, with the book that is wished for.
            atlas: its map.
            media: its photos.
            decoder: decodes them.
            edited: the day of the journey's last change (ISO 8601), or nothing.
            kept: pictures that were made ready for an earlier book.
        """
        self._journey = journey
        self._atlas = atlas
        self._media = media
        self._edited = edited
        self._kept = kept
        self._leaving = Leaving(media, decoder)

    @property
    def wish(self) -> Wish:
        """What kind of book it is."""
        return self._journey.book

    def write(self, out: Path, progress: Progress | None = None, *, replace: bool) -> Lacking:
        """Make the file, whole or not at all; gives what could not be shown as it is.

        Raises:
            ReisblogError: it could not be made; what stood there still stands there, whole.
        """
        from reisblog.storage import durable  # noqa: PLC0415 - seldom wanted

        along = _Along(progress)
        lacking = Lacking()

        def write(target: BinaryIO) -> None:
            nonlocal lacking
            lacking = self._tell(target, self._fine(along), along)

        durable.check_target(out, replace=replace)
        durable.write_whole(out, write, replace=replace, before_replace=along.again)
        return lacking

    def content(self, progress: Progress | None = None) -> bytes:
        """The same bytes as the file would have."""
        target = io.BytesIO()
        along = _Along(progress)
        self._tell(target, self._fine(along), along)
        return target.getvalue()

    def size(self, progress: Progress | None = None) -> int:
        """How many bytes the file would have."""
        target, along = _Counted(), _Along(progress)
        self._tell(cast("BinaryIO", target), self._fine(along), along)
        return target.size

    def preview(self, progress: Progress | None = None) -> bytes:
        """The very pages, with the small versions of the photos: made in a moment."""
        target = io.BytesIO()
        self._tell(target, SmallPictures(self._media, self._leaving), _Along(progress))
        return target.getvalue()

    def _fine(self, along: _Along) -> FinePictures:
        return FinePictures(self._leaving, self._kept, self._journey.book.quality, along.again)

    def _tell(self, target: BinaryIO, pictures: Pictures, along: _Along) -> Lacking:
        from reisblog.story.pdf import write_story  # noqa: PLC0415 - loads reportlab

        def given(photo: Photo, *, side: int) -> bytes | AsItIs:
            along.again()
            return pictures(photo, side)

        try:
            return write_story(
                self._journey,
                self._atlas,
                given,
                target,
                wish=self._journey.book,
                edited=self._edited,
                expect=pictures.expect,
                progress=along,
            )
        finally:
            pictures.close()


class _Counted:
    """Takes what is written, and keeps only how much it was."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, content: bytes) -> int:
        self.size += len(content)
        return len(content)


class _Along:
    """How far it is; told again where nothing has moved on but somebody may want it to end."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._share = 0.0

    def __call__(self, share: float) -> None:
        self._share = share
        self.again()

    def again(self) -> None:
        if self._progress is not None:
            self._progress(self._share)
