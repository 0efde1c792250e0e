"""Photos on their way to other programs: files of them as they may leave, got ready beforehand.

They lie in a nest, which goes with the journey, with the program, and with whatever is forgotten.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl

from reisblog.errors import ReisblogError
from reisblog.leaving import Leaving
from reisblog.storage.nest import Nest
from reisblog.texts import _
from reisblog.ui.plain_name import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPixmap

    from reisblog.desk import Desk
    from reisblog.model.records import Photo

_MOST = 12
"""So many photos go out together; of more nobody drags files."""
_PATIENCE_MS = 300
_LOOK_MS = 10
_What = tuple[object, ...]


class Outgoing(QObject):
    """Files of photos, made in the background as soon as somebody may want them."""

    def __init__(
        self, desk: Callable[[], Desk], seen: Callable[[Photo], QPixmap | None], parent: QObject
    ) -> None:
        """Nothing is made before somebody asks.

        Args:
            desk: gives the open journey.
            seen: gives a photo's pixels as the window shows them.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._desk = desk
        self._seen = seen
        self._nest: Nest | None = None
        self._files: dict[_What, Path | None] = {}
        self._asked: set[_What] = set()
        self._making: ThreadPoolExecutor | None = None

    def prepare(self, photos: Iterable[Photo]) -> None:
        """Begin to make files of these, unless there are too many."""
        wanted = [photo for photo in photos if _what(photo) not in self._asked]
        if not wanted or len(wanted) > _MOST:
            return
        if self._making is None:
            self._making = ThreadPoolExecutor(max_workers=1, thread_name_prefix="outgoing")
        if self._nest is None:
            self._nest = Nest.new(self._desk().folders.recovery)
        leaving = Leaving(self._desk().media, self._desk().decoder)
        for photo in wanted:
            self._asked.add(_what(photo))
            self._making.submit(self._make, leaving, self._nest, self._files, photo)

    def add_to(self, mime: QMimeData, photos: Sequence[Photo]) -> None:
        """Let other programs have these, too; waits a moment for what is not ready yet.

        Without its file a single photo goes as what the window shows of it.
        """
        self._wait_for(photos)
        files = [file for photo in photos if (file := self._files.get(_what(photo))) is not None]
        if files:
            mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        if len(photos) == 1 and (pixmap := self._seen(photos[0])) is not None:
            mime.setImageData(pixmap.toImage())

    def forget(self) -> None:
        """Remove all that was made; whoever holds it still will not find it."""
        making, self._making = self._making, None
        if making is not None:
            making.shutdown(wait=True, cancel_futures=True)
        if self._nest is not None:
            self._nest.remove()
        self._nest = None
        self._files, self._asked = {}, set()

    def _make(
        self, leaving: Leaving, nest: Nest, files: dict[_What, Path | None], photo: Photo
    ) -> None:
        made = None
        try:
            for file in leaving.as_files([photo], nest.make()):
                made = _named(file, photo, {path.name for path in files.values() if path})
        except (ReisblogError, OSError):
            made = None  # it goes without a file
        files[_what(photo)] = made

    def _wait_for(self, photos: Sequence[Photo]) -> None:
        """Let the program go on for a moment, until these are there."""
        self.prepare(photos)
        waiting = [what for photo in photos if (what := _what(photo)) in self._asked]

        def ready() -> bool:
            return all(what in self._files for what in waiting)

        if ready():
            return
        loop = QEventLoop(self)
        look = QTimer(loop, interval=_LOOK_MS)
        look.timeout.connect(lambda: loop.quit() if ready() else None)
        look.start()
        QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        look.stop()
        loop.deleteLater()


def _what(photo: Photo) -> _What:
    """What decides which file a photo becomes."""
    return photo.media, photo.crop, photo.blurs, photo.caption


def _named(file: Path, photo: Photo, taken: set[str]) -> Path:
    """The file under a name that says something, and that no other one has."""
    words = plain_words(photo.caption, _("Photo"))
    number, name = 1, f"{words}{file.suffix}"
    while name in taken:
        number += 1
        name = f"{words} {number}{file.suffix}"
    return file.rename(file.with_name(name))
