"""The photos of the travel book: made ready a few ahead, and kept for the next book."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from reisblog.errors import ReisblogError, UnreadablePhotoError
from reisblog.leaving import RENDITION_SIDE, Leaving
from reisblog.model.book import Quality
from reisblog.model.framing import is_whole
from reisblog.model.records import MediaKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from reisblog.model.records import Photo
    from reisblog.storage.media import MediaStore
    from reisblog.story.images import AsItIs

    Key = tuple[Hashable, ...]

MOST_BYTES: Final = 64 << 20
_PRINT_QUALITY = 90
_SCREEN_QUALITY = 85
_AHEAD = 4
"""So many photos are under way at once: enough for two that decode, and little to keep."""
_LISTENING_SECONDS = 0.05
"""How long it takes at most until somebody who wants it to end is heard."""

_Picture = TypeVar("_Picture")


class Pictures(Protocol):
    """Gives the photos of one book."""

    def expect(self, wanted: Iterable[tuple[Photo, int]]) -> None:
        """Know which will be asked for, in this order."""

    def __call__(self, photo: Photo, side: int) -> bytes | AsItIs:
        """One of them, so many pixels long."""

    def close(self) -> None:
        """Want no more of them."""


class SmallPictures:
    """The small versions of the photos."""

    def __init__(self, media: MediaStore, leaving: Leaving) -> None:
        self._media, self._leaving = media, leaving

    def expect(self, wanted: Iterable[tuple[Photo, int]]) -> None:
        """They are there already."""

    def __call__(self, photo: Photo, side: int) -> bytes:
        """Its small version, or one as small where not all of it is seen."""
        if is_whole(photo):
            return self._media.rendition(photo.media)
        return self._leaving.jpeg(photo, side=min(side, RENDITION_SIDE)).result()

    def close(self) -> None:
        """Nothing is under way."""


class FinePictures:
    """The photos as finely as they are wanted, a few made ready before they are asked for."""

    def __init__(
        self, leaving: Leaving, kept: Prepared, quality: Quality, listen: Callable[[], None]
    ) -> None:
        """Know who gives them.

        Args:
            leaving: the door through which photos leave.
            kept: what was made ready before.
            quality: how fine they are to be.
            listen: is called often while they are waited for; what it raises ends that.
        """
        self._leaving, self._kept, self._listen = leaving, kept, listen
        self._untouched = quality is not Quality.SCREEN
        self._jpeg_quality = _PRINT_QUALITY if self._untouched else _SCREEN_QUALITY
        self._expected: deque[tuple[Photo, int]] = deque()
        self._coming: dict[Key, Future[bytes]] = {}
        self._reading: dict[str, Future[AsItIs | None]] = {}
        self._tried: set[str] = set()
        # Reading, checking and writing take about as long, and most of it without Python's lock.
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="book-photos")

    def expect(self, wanted: Iterable[tuple[Photo, int]]) -> None:
        """Begin with the first of them."""
        each_once = {self._key(photo, side): (photo, side) for photo, side in wanted}
        self._expected.extend(each_once.values())
        self._look_ahead()

    def __call__(self, photo: Photo, side: int) -> bytes | AsItIs:
        """One of them, ready by now or waited for; coarse where the photo itself is lost."""
        try:
            return self._fine(photo, side)
        except UnreadablePhotoError as error:
            if error.may_pass and photo.media not in self._tried:
                self._tried.add(photo.media)
                raise
            return self._leaving.coarse(photo)
        except (ReisblogError, OSError):
            return self._leaving.coarse(photo)

    def close(self) -> None:
        """Let what has not begun be."""
        self._expected.clear()
        for coming in self._coming.values():
            coming.cancel()
        self._reader.shutdown(cancel_futures=True)

    def _fine(self, photo: Photo, side: int) -> bytes | AsItIs:
        try:
            if self._takes_as_it_is(photo):
                reading = self._reading.pop(photo.media, None) or self._begun_to_read(photo)
                if (as_it_is := self._waited_for(reading)) is not None:
                    return as_it_is
            key = self._key(photo, side)
            content = self._kept.get(key)
            if content is None:
                coming = self._coming.pop(key, None) or self._begun(photo, side)
                self._look_ahead()
                content = self._waited_for(coming)
                self._kept.put(key, content)
            return content
        finally:
            self._look_ahead()

    def _look_ahead(self) -> None:
        while self._expected and len(self._coming) + len(self._reading) < _AHEAD:
            photo, side = self._expected.popleft()
            key = self._key(photo, side)
            if self._takes_as_it_is(photo):
                self._reading[photo.media] = self._begun_to_read(photo)
            elif key not in self._coming and self._kept.get(key) is None:
                with suppress(ReisblogError, OSError):  # who asks for it will be told
                    self._coming[key] = self._begun(photo, side)

    def _takes_as_it_is(self, photo: Photo) -> bool:
        return self._untouched and is_whole(photo) and photo.kind is MediaKind.JPEG

    def _begun_to_read(self, photo: Photo) -> Future[AsItIs | None]:
        return self._reader.submit(self._as_it_is, photo)

    def _as_it_is(self, photo: Photo) -> AsItIs | None:
        from reisblog.story.images import AsItIs  # noqa: PLC0415 - loads reportlab

        stripped = self._leaving.untouched(photo)
        if stripped is None:
            return None
        return AsItIs(
            content=stripped.content,
            width=stripped.width,
            height=stripped.height,
            grey=stripped.channels == 1,
            orientation=stripped.exif.orientation,
            profile=stripped.profile,
        )

    def _begun(self, photo: Photo, side: int) -> Future[bytes]:
        return self._leaving.jpeg(photo, side=side, quality=self._jpeg_quality)

    def _waited_for(self, coming: Future[_Picture]) -> _Picture:
        while True:
            try:
                return coming.result(timeout=_LISTENING_SECONDS)
            except TimeoutError:
                self._listen()

    def _key(self, photo: Photo, side: int) -> Key:
        return photo.media, photo.crop, photo.blurs, side, self._jpeg_quality


class Prepared:
    """Encoded pictures by what they were made of, their SHA-256 first, in memory alone.

    Those used least recently go first.

    May be used from any thread.

    Attributes:
        size: of all, in bytes.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Begin empty.

        Args:
            most_bytes: that are kept.
        """
        self._most = most_bytes
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._forgotten: set[Hashable] = set()
        self.size = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> bytes | None:
        """What was put in, if it is still there."""
        with self._lock:
            content = self._kept.get(key)
            if content is not None:
                self._kept.move_to_end(key)
            return content

    def put(self, key: Key, content: bytes) -> None:
        """Keep a picture, unless what it was made of was forgotten meanwhile."""
        with self._lock:
            if key[0] in self._forgotten:
                return
            self.size += len(content) - len(self._kept.pop(key, b""))
            self._kept[key] = content
            while self.size > self._most:
                _oldest, gone = self._kept.popitem(last=False)
                self.size -= len(gone)

    def forget(self, media: AbstractSet[str]) -> None:
        """Let go of all that was made of these, for good: a book may be under way."""
        with self._lock:
            self._forgotten |= media
            for key in [key for key in self._kept if key[0] in media]:
                self.size -= len(self._kept.pop(key))
