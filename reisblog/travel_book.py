"""Making the travel book: words and photos come from the desk, the PDF from the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from reisblog.leaving import RENDITION_SIDE, Leaving
from reisblog.model.book import Quality
from reisblog.model.framing import is_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.model.atlas import Atlas
    from reisblog.model.book import Wish
    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.photos.decoder import Decoder
    from reisblog.storage.media import MediaStore

    Progress = Callable[[float], None]

_PRINT_QUALITY = 90
_SCREEN_QUALITY = 85


class TravelBook:
    """The book of a journey as it was when this was made; on any thread.

    Every way of making it takes a function that is told how far it is, from 0 to 1, or nothing.
    It is told often, also between photos, and what it raises ends the making.
    """

    def __init__(
        self, journey: Journey, atlas: Atlas, media: MediaStore, decoder: Decoder, edited: str
    ) -> None:
        """Know what it is made of.

        Args:
            journey: as its readers may see it, with the book that is wished for.
            atlas: its map.
            media: its photos.
            decoder: decodes them.
            edited: the day of the journey's last change (ISO 8601), or nothing.
        """
        self._journey = journey
        self._atlas = atlas
        self._media = media
        self._edited = edited
        self._leaving = Leaving(media, decoder)

    @property
    def wish(self) -> Wish:
        """What kind of book it is."""
        return self._journey.book

    def write(self, out: Path, progress: Progress | None = None, *, replace: bool) -> int:
        """Make the file, whole or not at all; gives how many photos could not be read.

        Raises:
            ReisblogError: it could not be made; what stood there still stands there, whole.
        """
        from reisblog.storage import durable  # noqa: PLC0415 - seldom wanted

        along = _Along(progress)
        missing = 0

        def write(target: BinaryIO) -> None:
            nonlocal missing
            missing = self._tell(target, self._picture, along)

        durable.check_target(out, replace=replace)
        durable.write_whole(out, write, replace=replace, before_replace=along.again)
        return missing

    def content(self, progress: Progress | None = None) -> bytes:
        """The same bytes as the file would have."""
        return self._told(self._picture, progress)

    def size(self, progress: Progress | None = None) -> int:
        """How many bytes the file would have."""
        return len(self._told(self._picture, progress))

    def preview(self, progress: Progress | None = None) -> bytes:
        """The very pages, with the small versions of the photos: made in a moment."""
        return self._told(self._small_picture, progress)

    def _told(self, picture: Callable[[Photo, int], bytes], progress: Progress | None) -> bytes:
        target = _Kept()
        self._tell(cast("BinaryIO", target), picture, _Along(progress))
        return target.content

    def _tell(self, target: BinaryIO, picture: Callable[[Photo, int], bytes], along: _Along) -> int:
        from reisblog.story.pdf import write_story  # noqa: PLC0415 - loads reportlab

        def given(photo: Photo, *, side: int) -> bytes:
            along.again()
            return picture(photo, side)

        return write_story(
            self._journey,
            self._atlas,
            given,
            target,
            wish=self._journey.book,
            edited=self._edited,
            progress=along,
        )

    def _picture(self, photo: Photo, side: int) -> bytes:
        fine = self._journey.book.quality is not Quality.SCREEN
        quality = _PRINT_QUALITY if fine else _SCREEN_QUALITY
        return self._leaving.jpeg(photo, side=side, quality=quality).result()

    def _small_picture(self, photo: Photo, side: int) -> bytes:
        if is_whole(photo):
            return self._media.rendition(photo.media)
        return self._leaving.jpeg(photo, side=min(side, RENDITION_SIDE)).result()


class _Kept:
    """Takes a PDF that is written all at once, and copies nothing.

    A hundred megabytes copied would hold up every other thread for a tenth of a second.
    """

    def __init__(self) -> None:
        self.content = b""

    def write(self, content: bytes) -> int:
        self.content = content
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
