"""The flows around files: new, open, save, export, close; what takes time holds up nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QStandardPaths, QTime, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reisblog.desk import Desk
from reisblog.errors import (
    ChangedElsewhereError,
    FileExistsAlreadyError,
    PicturesLostError,
    ReisblogError,
    UndoNotKeptError,
)
from reisblog.model.curtain import seen_by
from reisblog.model.records import Audience
from reisblog.storage.settings import remembered, with_recent
from reisblog.texts import _
from reisblog.ui import notices
from reisblog.ui.bring_in import BringIn
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.plain_name import plain_name
from reisblog.ui.preferences import Preferences
from reisblog.ui.rescue import Rescue
from reisblog.ui.save_progress import SaveProgress, SavingStoppedError
from reisblog.ui.stops import Stops
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.own_desks import OwnDesks

_LOOK_MS = 10


class Session(QObject):
    """What the person can do with files.

    Attributes:
        stops: what of all that is under way can be stopped.
        progress: what is seen of a saving.

    Signals:
        busy: words for what is being done, and how far it is from 0 to 1; empty words at the end.
        photos_picked: photos are coming to the tray because somebody chose them.
        saved_at: the ``QTime`` at which the journey was last put into its file.
    """

    busy = Signal(str, float)
    photos_picked = Signal()
    saved_at = Signal(object)

    def __init__(
        self,
        *,
        workbench: Workbench,
        desks: OwnDesks,
        jobs: Jobs,
        messages: Messages,
        dialogs: Callable[[], Dialogs],
        bring_in: BringIn,
        preferences: Preferences,
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        """Know everybody who takes part.

        Args:
            workbench: the open journey.
            desks: makes others.
            jobs: background work.
            messages: the way to speak.
            dialogs: gives the platform's file dialogs.
            bring_in: takes photos in.
            preferences: remembers recent files and the followed folder.
            window: what dialogs belong to.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._workbench = workbench
        self._desks = desks
        self._jobs = jobs
        self._messages = messages
        self._dialogs = dialogs
        self._bring_in = bring_in
        self._preferences = preferences
        self._window = window
        self.stops = Stops(self)
        self.progress = SaveProgress(self.stops, self)
        self.progress.busy.connect(self.busy)
        self._saving = False
        self._kept_on = 0
        self._save_next: tuple[Path, bool] | None = None
        self._held: list[Desk] = []
        self._rescue = Rescue(
            desks=desks,
            jobs=jobs,
            messages=messages,
            busy=self.busy.emit,
            take=self._take_instead,
            shared=lambda: preferences.shared,
            window=window,
        )
        workbench.refused.connect(self._tell_refused)

    def recent(self) -> list[Path]:
        """Files opened or saved lately that are still there, the latest first."""
        return [Path(name) for name in self._preferences.settings.recent if Path(name).exists()]

    def new(self) -> None:
        """Begin another journey."""
        self.lay(self._desks.new)

    def open(self, path: Path | None = None) -> None:
        """Open a journey; without a path the person chooses one."""
        path = path or self._dialogs().open_journey(self._window(), self.folder())
        if path is None:
            return
        desk = self.lay(
            lambda: self._desks.open(path),
            failed=lambda error: self._rescue.tell_not_opened(error, path),
        )
        if desk is not None:
            if desk.path is not None:
                self._remember(path)
            if notice := notices.of_opened(desk, path):
                self._messages.tell(notice, lasting=True)

    def open_example(self, *, teacher: bool = False) -> None:
        """Open an example journey; saving it asks for a name of its own."""
        self.lay(lambda: self._desks.example(teacher=teacher))

    def lay(
        self, make: Callable[[], Desk], *, failed: Callable[[ReisblogError], None] | None = None
    ) -> Desk | None:
        """Put another journey on the desk, where the one that is there may go; gives it.

        Args:
            make: gives that journey.
            failed: told why that could not be done; without it the person is.
        """
        if not self.may_close():
            return None
        try:
            desk = make()
        except ReisblogError as error:
            self._workbench.desk.give_up(given_up=False)
            (failed or self._tell)(error)
            return None
        self._take(desk)
        return desk

    def save(self) -> None:
        """Save in the journey's file, or choose one."""
        path = self._workbench.desk.path
        if path is None:
            self.save_as()
        else:
            self._save_to(path, replace=False)

    def save_as(self) -> None:
        """Save in another file."""
        path = self._dialogs().save_journey(self._window(), self.suggestion("reisblog"))
        if path is not None:
            self._save_to(path, replace=True)

    def pick_photos(self) -> None:
        """Choose photos; they wait in the tray."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        photos = self._dialogs().photos(self._window(), Path(pictures))
        if photos:
            self._bring_in.to_tray(photos)
            self.photos_picked.emit()

    def keep_originals(self, originals: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Let photos brought in from now on keep all their pixels, or not."""
        self._workbench.desk.decoder.originals = originals
        self._preferences.change(originals=originals)

    def pick_folder(self) -> None:
        """Choose a folder to follow: its new pictures come to the tray."""
        folder = self._dialogs().folder(self._window(), self._bring_in.followed or self.folder())
        if folder is not None and self._bring_in.follow(folder):
            kept = remembered(self._bring_in.kept)
            self._preferences.change(followed_folder=str(folder), followed_seen=kept)
            self._messages.tell(
                _("New pictures in “{folder}” will appear here.").format(folder=folder.name),
                Offer(_("Stop following"), self._follow_no_more),
            )

    def may_close(self) -> bool:
        """Whether this journey may leave the desk; asks when its latest work is in no file."""
        self._wait_while(lambda: self._saving or self._kept_on > 0)
        if self._workbench.desk.history.is_saved and not self._bring_in.busy:
            return True
        answer = self._messages.ask(
            _("Your latest work is not in the file yet."),
            [_("Save"), _("Don't save"), _("Back")],
            parent=self._window(),
        )
        if answer == 1:
            self._workbench.desk.give_up()
        if answer != 0:
            return answer == 1
        self._wait_while(lambda: self._bring_in.busy)
        self.save()
        self._wait_while(lambda: self._saving)
        return self._workbench.desk.history.is_saved

    def finish(self) -> None:
        """Wait for the book or the file that is still being made, and say so."""
        if self._held:
            self._messages.tell(_("What is being made is finished first; then Reisblog closes."))
        self._wait_while(lambda: bool(self._held))

    def _wait_while(self, holds: Callable[[], bool]) -> None:
        """Let the program go on until something no longer holds."""
        if holds():
            loop = QEventLoop(self)
            look = QTimer(loop, interval=_LOOK_MS)
            look.timeout.connect(lambda: None if holds() else loop.quit())
            look.start()
            loop.exec()

    def keep_on_desk(self) -> Callable[[], None]:
        """Let no other journey come until what this gives is called; first end what is saved."""
        self._wait_while(lambda: self._saving)
        self._kept_on += 1

        def release() -> None:
            self._kept_on -= 1

        return release

    def save_anew(self, then: Callable[[], None]) -> None:
        """Save in the journey's file without a version of what that was; then do this."""
        self._wait_while(lambda: self._saving)
        if (path := self._workbench.desk.path) is not None:
            self._save_to(path, replace=False, keep_version=False, then=then)

    def _save_to(
        self,
        path: Path,
        *,
        replace: bool,
        keep_version: bool = True,
        keep_undone: bool = True,
        may_lack: bool = False,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Save; while a save is under way, this one comes after it."""
        if self._saving:
            self._save_next = (path, replace)
            return
        desk = self._workbench.desk
        keep_version = keep_version and not self._preferences.shared
        try:
            save = desk.prepare_save(
                path,
                replace=replace,
                keep_version=keep_version,
                keep_undone=keep_undone,
                may_lack=may_lack,
            )
        except ReisblogError as error:
            self._save_failed(error, path, replaces=replace)
            return
        self._saving = True
        self.hold(desk)
        self.progress.begin()
        seen = self._bring_in.seen

        def done(_result: object) -> None:
            desk.finish_save(save)
            self._remember(path)
            self._keep_seen(seen)
            if desk is self._workbench.desk:
                self._workbench.note_saved()
                self.saved_at.emit(QTime.currentTime())
            self._saved(desk)
            then()

        def failed(error: ReisblogError) -> None:
            still = (
                _("The file still has what is to be removed.") if desk.is_to_be_forgotten else ""
            )
            self._save_failed(error, path, still, replaces=replace)
            self._saved(desk)

        work, progress = self.progress.watching(save.run), self.progress.show
        self._jobs.run(work, done=done, failed=failed, progress=progress)

    def _saved(self, desk: Desk) -> None:
        """A save has ended, well or not; do the one that was asked for meanwhile."""
        self._saving = False
        self.progress.end()
        self.let_go(desk)
        following, self._save_next = self._save_next, None
        if following is not None and desk is self._workbench.desk:
            self._save_to(following[0], replace=following[1])

    def hold(self, desk: Desk) -> None:
        """Work on this desk's files is under way."""
        self._held.append(desk)

    def let_go(self, desk: Desk) -> None:
        """Work on this desk's files has ended; close it when it has left the window."""
        self._held.remove(desk)
        if not self._held:
            self.busy.emit("", 1.0)
        if desk is not self._workbench.desk and desk not in self._held:
            desk.close()

    def _save_failed(
        self, error: ReisblogError, path: Path, more: str = "", *, replaces: bool
    ) -> None:
        if isinstance(error, SavingStoppedError):
            self._messages.tell(str(error))
            return
        changed = isinstance(error, ChangedElsewhereError | FileExistsAlreadyError)
        still = "" if changed else _("Your work is still here.")
        said = " ".join(filter(None, (str(error), still, more)))
        copy = Offer(_("Keep as a copy"), self.save_as)
        if changed:
            replace = Offer(_("Replace anyway"), lambda: self._save_to(path, replace=True))
            self._messages.tell(said, copy, replace, lasting=True, until_saved=True)
        elif isinstance(error, UndoNotKeptError | PicturesLostError):
            may_lack = isinstance(error, PicturesLostError)

            def save_without() -> None:
                self._save_to(path, replace=replaces, keep_undone=False, may_lack=may_lack)

            without = Offer(_("Save without"), save_without)
            self._messages.tell(said, without, lasting=True, until_saved=True)
        else:
            self._messages.tell(
                said,
                Offer(_("Choose another place"), self.save_as),
                lasting=True,
                until_saved=True,
            )

    def _take(self, desk: Desk) -> None:
        earlier = self._workbench.desk
        self._workbench.lay(desk)
        if earlier not in self._held:
            earlier.close()
        if desk.path is None:
            self._preferences.change(last="")

    def _take_instead(self, desk: Desk) -> bool:
        may = self.may_close()
        if may:
            self._take(desk)
        return may

    def _remember(self, path: Path) -> None:
        self._preferences.become(with_recent(self._preferences.settings, path.resolve()))

    def _keep_seen(self, seen: frozenset[str]) -> None:
        """Remember what came from the followed folder only now that it is in a file.

        Whatever is lost before that, with a journey or with the power, comes again.
        """
        self._bring_in.keep(seen)
        if kept := self._bring_in.kept:  # none of a folder that was not there at the start
            self._preferences.change(followed_seen=remembered(kept))

    def _tell(self, error: ReisblogError) -> None:
        self._messages.tell(str(error), lasting=True)

    def _tell_refused(self, sentence: str) -> None:
        self._messages.tell(sentence, lasting=True)

    def _follow_no_more(self) -> None:
        self._bring_in.follow(None)
        self._preferences.change(followed_folder="", followed_seen=None)

    def folder(self) -> Path:
        """Where dialogs begin: beside the open journey, or among the person's documents."""
        path = self._workbench.desk.path
        if path is not None:
            return path.parent
        return Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def suggestion(
        self, suffix: str, called: str = "{name}", *, viewer: Audience = Audience.SELF
    ) -> Path:
        """A name for what is made of the open journey; a title closed to its viewers is none."""
        path = self._workbench.desk.path
        name = path.stem if path else plain_name(seen_by(self._workbench.journey, viewer))
        return self.folder() / f"{called.format(name=name)}.{suffix}"
