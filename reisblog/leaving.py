"""What of a photo leaves the program: nothing that was cropped away, nothing that is hidden.

The travel book, a picture of the map, a copy to share, the clipboard and what is dragged out all
get a photo's bytes here. A photo that is seen whole leaves as it was brought in, byte for byte.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from reisblog.errors import ReisblogError
from reisblog.model import limits
from reisblog.model.framing import finer, is_whole
from reisblog.model.journey import Journey
from reisblog.model.records import MediaKind
from reisblog.photos import jpeg
from reisblog.photos.exchange import Frame, Refusal
from reisblog.photos.upright_size import upright_size

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from pathlib import Path

    from reisblog.model.records import Photo
    from reisblog.photos.decoder import Decoder, Intake
    from reisblog.photos.jpeg import Stripped
    from reisblog.storage.media import MediaStore

RENDITION_SIDE: Final = 512
_QUALITY: Final = 85


class Leaving:
    """The pictures of one journey, as they may leave; on any thread."""

    def __init__(self, media: MediaStore, decoder: Decoder) -> None:
        """Know where the pictures are, and who decodes them."""
        self._media = media
        self._decoder = decoder

    def jpeg(self, photo: Photo, *, side: int, quality: int = _QUALITY) -> Future[bytes]:
        """What is seen of a photo, at most so many pixels long; of one seen whole, its own bytes.

        Raises:
            ReisblogError: its picture cannot be had; from what is returned, too.
        """
        small = finer(photo.crop, photo.width, photo.height, side) <= RENDITION_SIDE
        source = self._media.rendition(photo.media) if small else self._media.read(photo.media)
        return self._decoder.jpeg(source, side=side, quality=quality, frame=frame_of(photo))

    def coarse(self, photo: Photo) -> bytes:
        """The same from its small version, which is there where the photo itself may be lost.

        Raises:
            ReisblogError: it cannot be had either.
        """
        small = self._media.rendition(photo.media)
        if is_whole(photo):
            return small
        frame = frame_of(photo)
        return self._decoder.jpeg(
            small, side=RENDITION_SIDE, quality=_QUALITY, frame=frame
        ).result()

    def untouched(self, photo: Photo) -> Stripped | None:
        """A JPEG that is seen whole: its own compressed picture, with what turns and colours it.

        Nothing else rides along, whoever put it into the journey. Of any other photo nothing.

        Raises:
            ReisblogError: its picture cannot be had.
        """
        if photo.kind is not MediaKind.JPEG or not is_whole(photo):
            return None
        content = self._media.read(photo.media)
        with suppress(Refusal):
            stripped = jpeg.strip(content)
            fits = 0 < stripped.width * stripped.height <= limits.PHOTO_PIXELS
            if fits and stripped.is_plain and stripped.is_closed:
                return stripped
        return None

    def burnt(self, photo: Photo, folder: Path) -> Future[Intake]:
        """What is seen of a photo as a picture of its own, put into a folder.

        Raises:
            ReisblogError: its picture cannot be had; from what is returned, too.
        """
        source, frame = self._media.read(photo.media), frame_of(photo) or Frame()
        return self._decoder.take_in(source, name="", spool=folder, frame=frame)

    def as_files(self, photos: Iterable[Photo], folder: Path) -> list[Path]:
        """A file for each of these, each once; those that cannot be had are left out.

        Raises:
            ProjectFileError: the folder cannot be written.
        """
        files: dict[Path, None] = {}
        for photo in photos:
            if is_whole(photo):
                files.update(dict.fromkeys(self._media.as_files([photo.media], folder)))
                continue
            with suppress(ReisblogError):
                files[self.burnt(photo, folder).result().path] = None
        return list(files)

    def small(self, journey: Journey) -> tuple[Journey, dict[str, bytes]]:
        """The journey in which no photo shows more than is seen, and its pictures made small.

        Those that cannot be had are left out.
        """
        pictures: dict[str, bytes] = {}
        framed = []
        for photo in journey.photos.values():
            with suppress(ReisblogError):
                if is_whole(photo):
                    if photo.media not in pictures:
                        pictures[photo.media] = self._media.rendition(photo.media)
                    continue
                content = self.jpeg(photo, side=RENDITION_SIDE).result()
                size = upright_size(content) or (photo.width, photo.height)
                media = hashlib.sha256(content).hexdigest()
                pictures[media] = content
                framed.append(_as_seen(photo, media, MediaKind.JPEG, *size))
        return _with(journey, framed), pictures


def frame_of(photo: Photo) -> Frame | None:
    """What of it is seen, as the decoder takes it; nothing where that is all."""
    return None if is_whole(photo) else Frame(photo.crop, photo.blurs)


def as_burnt(journey: Journey, burnt: dict[str, Intake]) -> Journey:
    """The journey with these pictures in the place of what they were made of, by photo."""
    return _with(
        journey,
        [
            _as_seen(journey.photos[key], new.sha256, new.kind, new.width, new.height)
            for key, new in burnt.items()
        ],
    )


def _as_seen(photo: Photo, media: str, kind: MediaKind, width: int, height: int) -> Photo:
    return msgspec.structs.replace(
        photo, media=media, kind=kind, width=width, height=height, crop=None, blurs=()
    )


def _with(journey: Journey, photos: list[Photo]) -> Journey:
    if not photos:
        return journey
    return msgspec.structs.replace(journey, photos=journey.photos.with_(*photos))
