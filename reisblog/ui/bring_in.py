"""Bringing pictures in: from drops, the clipboard, dialogs and a followed folder."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from reisblog.errors import ReisblogError, UnreadablePhotoError
from reisblog.model import edits
from reisblog.model.changes import Changes
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.photos.decoder import Intake
from reisblog.texts import _, ngettext
from reisblog.ui.messages import Message, Messages
from reisblog.ui.pictures import Pictures
from reisblog.ui.workbench import Workbench

PICTURE_NAMES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif"})
"""What counts as a picture in a folder; a file dropped by itself is judged by its content."""

Landing = Callable[[Journey, Sequence[Photo]], Journey]
Finished = Callable[[Sequence[str]], Message | None]
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
    finished: Finished | None
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
        workbench.changed.connect(self._give_up_undone)

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
        finished: Finished | None = None,
    ) -> None:
        """Bring pictures in and lay each down as it comes.

        Args:
            sources: files, folders (their pictures) or encoded bytes.
            landing: lays photos down; called once or more.
            finished: always called once, at the end, with the ids of all that came in, or with
                none when it was broken off; gives what is to be said about it.
        """
        files, refused = _expanded(sources)
        desk = self._workbench.desk
        key = f"bring-in-{desk.new_id()}"
        batch = _Batch(key, landing, len(files), deque(), finished, refused=refused)
        if not files:
            self._finish(batch)
            if not refused:
                self._messages.tell(_("There is no photo in that. Nothing has changed."))
            return
        try:
            for source in files:
                name = source.name if isinstance(source, Path) else _("the pasted picture")
                batch.waiting.append(desk.take_in(source, name=name))
        except ReisblogError as error:
            self._finish(batch, str(error))
            return
        self._batches.append(batch)
        for future in batch.waiting:
            future.add_done_callback(lambda _future: self._settled.emit(batch))
        self.progressed.emit(0, batch.many)

    def follow(self, folder: Path | None) -> bool:
        """Let new pictures in this folder come to the tray; nothing stops following.

        Returns:
            Whether it is done; a folder that does not open is named, and not followed.
        """
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._growing.clear()
        self._followed = None
        if folder is not None:
            try:
                self._seen = {path.name for path in _pictures_in(folder)}
            except UnreadablePhotoError as error:
                self._messages.tell(str(error), lasting=True)
                return False
            self._watcher.addPath(str(folder))
            self._followed = folder
        return True

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
        arrived, trouble = self._arrived(batch)
        try:
            self._lay(batch, arrived)
        except ReisblogError as error:
            trouble = str(error)
        if trouble or not batch.waiting:
            self._finish(batch, trouble)
            return
        self.progressed.emit(batch.done, batch.many)
        if batch.waiting[0].done():
            self._breath.start()

    def _arrived(self, batch: _Batch) -> tuple[list[Photo], str]:
        """The next few photos, and why no more of them can come; mostly nothing."""
        arrived: list[Photo] = []
        for _turn in range(_AT_ONCE):
            if not (batch.waiting and batch.waiting[0].done()):
                break
            try:
                intake = batch.waiting.popleft().result()
                photo = self._workbench.desk.photo_from(intake)
            except UnreadablePhotoError as error:
                batch.refused.append(error)
            except CancelledError:
                continue
            except ReisblogError as error:
                return arrived, str(error)
            else:
                self._pictures.offer(intake.sha256, intake.pixels)
                arrived.append(photo)
        return arrived, ""

    def _lay(self, batch: _Batch, arrived: Sequence[Photo]) -> None:
        if arrived:
            label = ngettext("Bring in a photo", "Bring in photos", batch.many)
            self._workbench.edit(
                label, lambda journey: batch.landing(journey, arrived), key=batch.key
            )
            batch.brought += [photo.id for photo in arrived]

    def _finish(self, batch: _Batch, trouble: str = "") -> None:
        """End a batch, and say everything about it at once: one message hides another."""
        self._let_go(batch)
        said = batch.finished(batch.brought) if batch.finished is not None else None
        refusal = _refusal(batch.refused, len(batch.brought)) if batch.refused else ""
        words = [text for text in (said.text if said else "", refusal, trouble) if text]
        if words:
            offers = said.offers if said else ()
            self._messages.tell(" ".join(words), *offers, lasting=bool(refusal or trouble))

    def _break_off(self, batch: _Batch) -> None:
        """End a batch without a word: nobody waits for it any more."""
        self._let_go(batch)
        if batch.finished is not None:
            batch.finished(())

    def _let_go(self, batch: _Batch) -> None:
        if batch in self._batches:
            self._batches.remove(batch)
        for future in batch.waiting:
            future.cancel()
        batch.waiting.clear()
        self.progressed.emit(batch.many, batch.many)

    def _abandon(self) -> None:
        """Another journey was opened: what was still coming in does not belong to it."""
        for batch in list(self._batches):
            self._break_off(batch)

    def _give_up_undone(self, journey: Journey, _changes: Changes) -> None:
        """Whoever undoes what has landed means the whole gesture; the rest would end redo."""
        if not self._batches:
            return
        ahead = self._workbench.desk.history.ahead()
        undone = {key for later in ahead for key in later.photos if key not in journey.photos}
        for batch in list(self._batches):
            if not undone.isdisjoint(batch.brought):
                self._break_off(batch)

    def _look_again(self) -> None:
        self._later.start()

    def _look(self) -> None:
        """Take in what is new in the followed folder and no longer growing."""
        if self._followed is None:
            return
        try:
            here = _pictures_in(self._followed)
        except UnreadablePhotoError as error:
            self.follow(None)
            stays = _("What came from it stays. When it opens again, you can follow it again.")
            self._messages.tell(f"{error} {stays}", lasting=True)
            return
        fresh = [path for path in here if path.name not in self._seen]
        ready = [path for path in fresh if self._growing.get(path) == _size(path) > 0]
        self._growing = {path: _size(path) for path in fresh if path not in ready}
        self._seen |= {path.name for path in ready}
        if ready:
            self.to_tray(ready)
        if self._growing:
            self._later.start()


def _expanded(sources: Sequence[Source]) -> tuple[list[Source], list[UnreadablePhotoError]]:
    """The files themselves, folders opened; and the folders that do not open."""
    files: list[Source] = []
    closed: list[UnreadablePhotoError] = []
    for source in sources:
        if isinstance(source, Path) and _is_folder(source):
            try:
                files += _pictures_in(source)
            except UnreadablePhotoError as error:
                closed.append(error)
        else:
            files.append(source)
    return files, closed


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it may not even be asked: taking it in as a file tells why
        return False


def _pictures_in(folder: Path) -> list[Path]:
    """The pictures in a folder, by name.

    Raises:
        UnreadablePhotoError: the folder does not open.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.casefold() in PICTURE_NAMES)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            reason = _("it is no longer there")
        elif isinstance(error, PermissionError):
            reason = _("this computer does not let you look in it")
        else:
            reason = _("its disk does not answer; copy the folder to this computer first")
        name = folder.name or str(folder)
        sentence = _('The folder "{name}" does not open: {reason}.').format(
            name=name, reason=reason
        )
        raise UnreadablePhotoError(name, reason, sentence) from error


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
