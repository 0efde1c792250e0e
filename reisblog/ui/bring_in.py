"""Bringing pictures in: from drops, the clipboard, dialogs and a followed folder."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from reisblog.errors import UnreadablePhotoError
from reisblog.model import edits
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.photos.decoder import Intake
from reisblog.texts import _, ngettext
from reisblog.ui.messages import Messages
from reisblog.ui.pictures import Pictures
from reisblog.ui.workbench import Workbench

PICTURE_NAMES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif"})
"""What counts as a picture in a folder; a file dropped by itself is judged by its content."""

Landing = Callable[[Journey, Sequence[Photo]], Journey]
Source = Path | bytes
_SETTLE_MS = 1_000
_BREATH_MS = 60
_AT_ONCE = 4
_NAMED = 3


@dataclass
class _Batch:
    """Pictures that were brought in by one gesture."""

    key: str
    landing: Landing
    many: int
    waiting: deque[Future[Intake]]
    finished: Callable[[Sequence[str]], None] | None
    brought: list[str] = field(default_factory=list)
    refused: list[UnreadablePhotoError] = field(default_factory=list)

    @property
    def done(self) -> int:
        return self.many - len(self.waiting)


class BringIn(QObject):
    """Takes pictures in, one undo step a gesture, in the order they were given.

    Signals:
        progressed: how many are done, of how many; equal at the end.
    """

    progressed = Signal(int, int)
    _settled = Signal(object)

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._pictures = pictures
        self._messages = messages
        self._batches: list[_Batch] = []
        self._settled.connect(self._flush_soon, Qt.ConnectionType.QueuedConnection)
        self._breath = QTimer(self, interval=_BREATH_MS, singleShot=True)
        self._breath.timeout.connect(self._flush_all)
        self._followed: Path | None = None
        self._seen: set[str] = set()
        self._growing: dict[Path, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_again)
        self._later = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self._look)
        workbench.opened.connect(self._abandon)

    @property
    def followed(self) -> Path | None:
        """The folder whose new pictures come to the tray."""
        return self._followed

    @property
    def busy(self) -> bool:
        """Whether pictures are still coming in."""
        return bool(self._batches)

    def to_tray(self, sources: Sequence[Source]) -> None:
        """Bring pictures in; they wait to be laid down."""
        self.land(sources, edits.bring_in)

    def land(
        self,
        sources: Sequence[Source],
        landing: Landing,
        *,
        finished: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        """Bring pictures in and lay each down as it comes.

        Args:
            sources: files, folders (their pictures) or encoded bytes.
            landing: lays photos down; called once or more.
            finished: gets the ids of all that came in, at the end.
        """
        files = list(_expanded(sources))
        if not files:
            self._messages.tell(_("There is no photo in that. Nothing has changed."))
            return
        desk = self._workbench.desk
        key = f"bring-in-{desk.new_id()}"
        batch = _Batch(key, landing, len(files), deque(), finished)
        self._batches.append(batch)
        for source in files:
            name = source.name if isinstance(source, Path) else _("the pasted picture")
            batch.waiting.append(desk.take_in(source, name=name))
        for future in batch.waiting:
            future.add_done_callback(lambda _future: self._settled.emit(batch))
        self.progressed.emit(0, batch.many)

    def follow(self, folder: Path | None) -> None:
        """Let new pictures in this folder come to the tray; nothing stops following."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._growing.clear()
        self._followed = folder
        if folder is not None:
            self._seen = {path.name for path in _pictures_in(folder)}
            self._watcher.addPath(str(folder))

    def _flush_soon(self, batch: _Batch) -> None:
        """Lay down the first at once; after that a few together, for each lets all be drawn."""
        if not batch.done:
            self._flush(batch)
        elif not self._breath.isActive():
            self._breath.start()

    def _flush_all(self) -> None:
        for batch in list(self._batches):
            self._flush(batch)

    def _flush(self, batch: _Batch) -> None:
        if batch not in self._batches:
            return
        arrived: list[Photo] = []
        desk = self._workbench.desk
        for _turn in range(_AT_ONCE):
            if not (batch.waiting and batch.waiting[0].done()):
                break
            try:
                intake = batch.waiting.popleft().result()
            except UnreadablePhotoError as error:
                batch.refused.append(error)
            except CancelledError:
                continue
            else:
                self._pictures.offer(intake.sha256, intake.pixels)
                arrived.append(desk.photo_from(intake))
        if arrived:
            batch.brought += [photo.id for photo in arrived]
            label = ngettext("Bring in a photo", "Bring in photos", batch.many)
            self._workbench.edit(
                label, lambda journey: batch.landing(journey, arrived), key=batch.key
            )
        self.progressed.emit(batch.done, batch.many)
        if not batch.waiting:
            self._finish(batch)
        elif batch.waiting[0].done():
            self._breath.start()

    def _finish(self, batch: _Batch) -> None:
        self._batches.remove(batch)
        if batch.finished is not None and batch.brought:
            batch.finished(batch.brought)
        if batch.refused:
            self._messages.tell(_refusal(batch.refused, len(batch.brought)), lasting=True)

    def _abandon(self) -> None:
        """Another journey was opened: what was still coming in does not belong to it."""
        for batch in self._batches:
            for future in batch.waiting:
                future.cancel()
        self._batches.clear()

    def _look_again(self) -> None:
        self._later.start()

    def _look(self) -> None:
        """Take in what is new in the followed folder and no longer growing."""
        if self._followed is None:
            return
        fresh = [path for path in _pictures_in(self._followed) if path.name not in self._seen]
        ready = [path for path in fresh if self._growing.get(path) == _size(path) > 0]
        self._growing = {path: _size(path) for path in fresh if path not in ready}
        self._seen |= {path.name for path in ready}
        if ready:
            self.to_tray(ready)
        if self._growing:
            self._later.start()


def _expanded(sources: Sequence[Source]) -> Sequence[Source]:
    files: list[Source] = []
    for source in sources:
        if isinstance(source, Path) and source.is_dir():
            files += _pictures_in(source)
        else:
            files.append(source)
    return files


def _pictures_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.casefold() in PICTURE_NAMES)
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _refusal(refused: Sequence[UnreadablePhotoError], brought: int) -> str:
    """One message for all that did not come in."""
    first = refused[0]
    sentences = [str(first)]
    if len(refused) > 1:
        names = ", ".join(f'"{error.name}"' for error in refused[1 : 1 + _NAMED])
        more = len(refused) - 1 - _NAMED
        if more > 0:
            names = _("{names} and {count} more").format(names=names, count=more)
        sentences.append(
            ngettext(
                "{names} does not open either.", "{names} do not open either.", len(refused) - 1
            ).format(names=names)
        )
    if brought:
        sentences.append(
            ngettext(
                "The other photo has come in.", "The other {count} photos have come in.", brought
            ).format(count=brought)
        )
    return " ".join(sentences)
