"""The photos of the travel book: made ready a few ahead, and kept for the next book."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Hashable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

from reisblog.errors import ReisblogError
from reisblog.leaving import RENDITION_SIDE, Leaving
from reisblog.model.book import Quality
from reisblog.model.framing import is_whole
from reisblog.model.records import MediaKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from reisblog.model.records import Photo
    from reisblog.storage.media import MediaStore

    Key = tuple[Hashable, ...]

MOST_BYTES: Final = 64 << 20
_PRINT_QUALITY = 90
_SCREEN_QUALITY = 85
_AHEAD = 4
"""So many photos are under way at once: enough for two that decode, and little to keep."""


class Pictures(Protocol):
    """Gives the photos of one book."""

    def expect(self, wanted: Iterable[tuple[Photo, int]]) -> None:
        """Know which will be asked for, in this order."""

    def __call__(self, photo: Photo, side: int) -> bytes:
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

    def __init__(self, leaving: Leaving, kept: Prepared, quality: Quality) -> None:
        self._leaving, self._kept = leaving, kept
        self._untouched = quality is not Quality.SCREEN
        self._jpeg_quality = _PRINT_QUALITY if self._untouched else _SCREEN_QUALITY
        self._expected: deque[tuple[Photo, int]] = deque()
        self._coming: dict[Key, Future[bytes]] = {}

    def expect(self, wanted: Iterable[tuple[Photo, int]]) -> None:
        """Begin with the first of them."""
        self._expected.extend(wanted)
        self._look_ahead()

    def __call__(self, photo: Photo, side: int) -> bytes:
        """One of them, ready by now or waited for."""
        if self._untouched and (content := self._leaving.untouched(photo)) is not None:
            return content
        key = self._key(photo, side)
        content = self._kept.get(key)
        if content is None:
            coming = self._coming.pop(key, None) or self._begun(photo, side)
            self._look_ahead()
            content = coming.result()
            self._kept.put(key, content)
        return content

    def close(self) -> None:
        """Let what has not begun be."""
        self._expected.clear()
        for coming in self._coming.values():
            coming.cancel()

    def _look_ahead(self) -> None:
        while self._expected and len(self._coming) < _AHEAD:
            photo, side = self._expected.popleft()
            key = self._key(photo, side)
            untouched = self._untouched and is_whole(photo) and photo.kind is MediaKind.JPEG
            if untouched or key in self._coming or self._kept.get(key) is not None:
                continue
            with suppress(ReisblogError, OSError):  # who asks for it will be told
                self._coming[key] = self._begun(photo, side)

    def _begun(self, photo: Photo, side: int) -> Future[bytes]:
        return self._leaving.jpeg(photo, side=side, quality=self._jpeg_quality)

    def _key(self, photo: Photo, side: int) -> Key:
        return photo.media, photo.crop, photo.blurs, side, self._jpeg_quality


class Prepared:
    """Encoded pictures by what they were made of; those used least recently go first.

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
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self.size = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> bytes | None:
        """What was put in, if it is still there."""
        with self._lock:
            content = self._kept.get(key)
            if content is not None:
                self._kept.move_to_end(key)
            return content

    def put(self, key: Hashable, content: bytes) -> None:
        """Keep a picture."""
        with self._lock:
            self.size += len(content) - len(self._kept.pop(key, b""))
            self._kept[key] = content
            while self.size > self._most:
                _oldest, gone = self._kept.popitem(last=False)
                self.size -= len(gone)

    def clear(self) -> None:
        """Forget all: pictures are to be gone for good."""
        with self._lock:
            self._kept.clear()
            self.size = 0
