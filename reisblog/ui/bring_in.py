"""Bringing pictures in: from drops, the clipboard, dialogs and a followed folder."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from reisblog.errors import ReisblogError, UnreadablePhotoError
from reisblog.model import edits
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.photos.decoder import Intake
from reisblog.texts import _, ngettext
from reisblog.ui.messages import Message, Messages
from reisblog.ui.picture_files import digest_of, expanded, pictures_in, size_of
from reisblog.ui.pictures import Pictures
from reisblog.ui.workbench import Workbench

Landing = Callable[[Journey, Sequence[Photo]], Journey]
Finished = Callable[[Sequence[str]], Message | None]
Source = Path | bytes
_SETTLE_MS = 1_000
_BREATH_MS = 60
_AT_ONCE = 4
_NAMED = 3


@dataclass
class _Batch:
    """Pictures that were brought in by one gesture.

    Attributes:
        latest_in: the journeys in which nothing was done after this gesture.
        called: what undo calls it, where it is no plain bringing in.
    """

    key: str
    landing: Landing
    many: int
    waiting: deque[Future[Intake]]
    finished: Finished | None
    latest_in: list[Journey]
    brought: list[str] = field(default_factory=list)
    refused: list[UnreadablePhotoError] = field(default_factory=list)
    called: str = ""

    @property
    def done(self) -> int:
        return self.many - len(self.waiting)

    @property
    def label(self) -> str:
        return self.called or ngettext("Bring in a photo", "Bring in photos", self.many)

    def is_latest_in(self, journey: Journey) -> bool:
        """Whether this very value is one of those; undo brings back the same ones."""
        return any(journey is one for one in self.latest_in)


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
        self._seen: frozenset[str] = frozenset()
        self._kept: frozenset[str] = frozenset()
        self._growing: dict[Path, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_again)
        self._later = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._later.timeout.connect(self._look)
        workbench.opened.connect(self._abandon)
        workbench.undo_also(self)

    @property
    def followed(self) -> Path | None:
        """The folder whose new pictures come to the tray."""
        return self._followed

    @property
    def seen(self) -> frozenset[str]:
        """What of the followed folder need not come to this journey, by `digest_of`.

        Nothing while pictures are still coming in: some may not be in the journey yet.
        """
        return frozenset() if self.busy else self._seen

    @property
    def kept(self) -> frozenset[str]:
        """What of the followed folder need not come to any journey."""
        return self._kept

    @property
    def busy(self) -> bool:
        """Whether pictures are still coming in."""
        return bool(self._batches)

    @property
    def undo_label(self) -> str | None:
        """What undo takes back when a gesture under way is the latest thing done."""
        latest = self._latest()
        return latest.label if latest is not None else None

    def take_back(self) -> None:
        """Take back all of the latest gesture that is under way.

        Redo brings back what had landed and no more: the rest has never been in the journey.
        """
        workbench, batch = self._workbench, self._latest()
        if batch is None:
            return
        self._break_off(batch)
        # Choosing something meanwhile cuts a gesture into several steps.
        while batch.is_latest_in(workbench.desk.journey) and not (
            workbench.journey.photos.keys().isdisjoint(batch.brought)
        ):
            workbench.desk.history.undo()

    def to_tray(self, sources: Sequence[Source]) -> None:
        """Bring pictures in; they wait to be laid down."""
        self.land(sources, edits.bring_in)

    def land(
        self,
        sources: Sequence[Source],
        landing: Landing,
        *,
        finished: Finished | None = None,
        unasked: bool = False,
        label: str = "",
    ) -> None:
        """Bring pictures in and lay each down as it comes.

        Args:
            sources: files, folders (their pictures) or encoded bytes.
            landing: lays photos down; called once or more.
            finished: always called once, at the end, with the ids of all that came in, or with
                none when it was broken off; gives what is to be said about it.
            unasked: nobody made a gesture for it, so no undo means it before it is seen.
            label: what undo calls it, where it is no plain bringing in.
        """
        files, refused = expanded(sources)
        desk = self._workbench.desk
        key = f"bring-in-{desk.new_id()}"
        latest_in = [] if unasked else [self._workbench.desk.journey]
        batch = _Batch(key, landing, len(files), deque(), finished, latest_in, refused=refused)
        batch.called = label
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

    def follow(self, folder: Path | None, *, seen: Iterable[str] | None = None) -> bool:
        """Let new pictures in this folder come to the tray; nothing stops following.

        Args:
            folder: where they appear.
            seen: what need not come, as `kept` once said it; what else lies there appeared while
                nobody looked. Without it, nothing that lies there now need come.

        Returns:
            Whether it is done; a folder that does not open is named, and not followed.
        """
        self._look_away()
        self._seen = self._kept = frozenset()
        if folder is None:
            return True
        try:
            here = pictures_in(folder)
        except UnreadablePhotoError as error:
            self._messages.tell(str(error), lasting=True)
            return False
        self._seen = frozenset(map(digest_of, here) if seen is None else seen)
        self._kept = self._seen
        self._watcher.addPath(str(folder))
        self._followed = folder
        self._look_again()
        return True

    def keep(self, seen: frozenset[str]) -> None:
        """A journey is in a file: what was `seen` then need not come to another one."""
        self._kept |= seen & self._seen  # meanwhile another folder may be followed

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
        if not arrived:
            return
        workbench = self._workbench
        before = workbench.desk.journey
        # Not by `Workbench.edit`: that the journey is full is said together with all the rest.
        workbench.desk.commit(batch.label, lambda now: batch.landing(now, arrived), key=batch.key)
        batch.brought += [photo.id for photo in arrived]
        if workbench.desk.journey is before:
            return
        batch.latest_in.append(workbench.desk.journey)
        for later in self._batches[self._batches.index(batch) + 1 :]:
            if later.is_latest_in(before):
                later.latest_in.append(workbench.desk.journey)

    def _finish(self, batch: _Batch, trouble: str = "") -> None:
        """End a batch, and say everything about it at once: one message hides another."""
        self._let_go(batch)
        said = batch.finished(batch.brought) if batch.finished is not None else None
        refusal = _refusal(batch.refused, len(batch.brought)) if batch.refused else ""
        words = [text for text in (said.text if said else "", refusal, trouble) if text]
        if words:
            offers = said.offers if said else ()
            lasting = bool(refusal or trouble)
            self._messages.tell(" ".join(words), *offers, lasting=lasting, offers_pass=True)

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
        """Another journey was opened: what was still coming in does not belong to it.

        But what came from the followed folder, and went with the other journey before it was in
        any file, comes to this one.
        """
        for batch in list(self._batches):
            self._break_off(batch)
        self._seen = self._kept
        self._look_again()

    def _latest(self) -> _Batch | None:
        """The gesture under way after which nothing was done."""
        now = self._workbench.desk.journey
        return next((batch for batch in reversed(self._batches) if batch.is_latest_in(now)), None)

    def _look_away(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._growing.clear()
        self._followed = None

    def _look_again(self) -> None:
        self._later.start()

    def _look(self) -> None:
        """Take in what is new in the followed folder and no longer growing."""
        if self._followed is None:
            return
        try:
            here = pictures_in(self._followed)
        except UnreadablePhotoError as error:
            self._look_away()  # what was seen stays so: the folder may be back at the next start
            stays = _("What came from it stays. When it opens again, you can follow it again.")
            self._messages.tell(f"{error} {stays}", lasting=True)
            return
        fresh = [path for path in here if digest_of(path) not in self._seen]
        ready = [path for path in fresh if self._growing.get(path) == size_of(path) > 0]
        self._growing = {path: size_of(path) for path in fresh if path not in ready}
        self._seen |= set(map(digest_of, ready))
        if ready:
            self.land(ready, _bring_in_unknown, unasked=True)
        if self._growing:
            self._later.start()


def _bring_in_unknown(journey: Journey, photos: Sequence[Photo]) -> Journey:
    """Add photos but those that are there already: laid by hand, or under an earlier name."""
    known = {photo.media for photo in journey.photos.values()}
    return edits.bring_in(journey, [photo for photo in photos if photo.media not in known])


def _refusal(refused: Sequence[UnreadablePhotoError], brought: int) -> str:
    """One message for all that did not come in."""
    first = refused[0]
    sentences = [str(first)]
    if len(refused) > 1:
        names = ", ".join(f"“{error.name}”" for error in refused[1 : 1 + _NAMED])
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
