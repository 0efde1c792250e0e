"""Sees to it that work outlives a crash, and offers what an earlier one left behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reisblog.desk import Desk
from reisblog.errors import PicturesAwayError, ReisblogError
from reisblog.model.journey import Journey
from reisblog.resources import Folders
from reisblog.storage.recovery import Left, left_behind
from reisblog.storage.versions import Version, prune_all
from reisblog.texts import _
from reisblog.ui import notices
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.moments import spoken
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.ui.own_desks import OwnDesks


class Safekeeping(QObject):
    """Has every journey on the desk recorded, from the moment it is made.

    Attributes:
        left: work that was left behind and that nobody has taken up or thrown away yet.
    """

    _troubled = Signal(str)

    def __init__(
        self,
        folders: Folders,
        *,
        workbench: Workbench,
        desks: OwnDesks,
        lay: Callable[..., Desk | None],
        shared: Callable[[], bool],
        save: Callable[[], None],
        jobs: Jobs,
        messages: Messages,
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        """Begin to record.

        Args:
            folders: where work and versions are kept.
            workbench: the open journey.
            desks: makes desks of what was left.
            lay: puts one on the desk, where the one that is there may go.
            shared: whether nothing is to be kept on this computer.
            save: puts the journey on the desk into a file.
            jobs: background work.
            messages: the way to speak.
            window: what questions belong to.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.left: list[Left] = []
        self._folders = folders
        self._workbench = workbench
        self._desks = desks
        self._lay = lay
        self._shared = shared
        self._save = save
        self._jobs = jobs
        self._messages = messages
        self._window = window
        self._troubled.connect(self._tell_trouble, Qt.ConnectionType.QueuedConnection)
        workbench.opened.connect(self._record)
        self._record()

    def look_for_left(self) -> None:
        """Find what earlier programs that ended left behind, and offer it."""
        self._jobs.run(
            lambda _progress: self._swept(),
            done=self._found,
            failed=self._tell,
        )

    def earlier(self) -> list[Offer]:
        """Takes back each of what is kept: what was left behind, then versions of this journey."""
        return [
            Offer(
                _("Unsaved work of {when}").format(when=spoken(left.when)),
                partial(self.take_up, left),
            )
            for left in self.left
        ] + [
            Offer(spoken(version.when), partial(self.look_back, version))
            for version in ([] if self._shared() else self._workbench.desk.versions.listed())
        ]

    def look_back(self, version: Version) -> None:
        """Let the journey be as it was when this version was saved, until that is undone."""
        desk, when = self._workbench.desk, spoken(version.when)

        def done(journey: Journey) -> None:
            if desk is self._workbench.desk:
                self._show_version(journey, when)

        self._jobs.run(desk.prepare_version(version), done=done, failed=self._tell)

    def _show_version(self, journey: Journey, when: str) -> None:
        desk = self._workbench.desk
        before = desk.journey
        if not self._workbench.may_become(journey):
            return
        try:
            desk.look_back(journey)
        except ReisblogError as error:
            self._tell(error)
            return
        if desk.journey is before:
            self._messages.tell(_("The journey is just as it was {when}.").format(when=when))
            return
        self._messages.tell(
            _("This is the version of {when}. The file has not changed.").format(when=when),
            Offer(_("Back to now"), self._workbench.undo),
            until_saved=True,
        )

    def take_up(self, left: Left, *, without_file: bool = False) -> None:
        """Go on with work that was left behind, where the journey on the desk may go.

        Args:
            left: that work.
            without_file: also where the file with its photos is away.
        """
        whole = True

        def recovered() -> Desk:
            nonlocal whole
            desk, whole = self._desks.recover(left.nest, without_file=without_file)
            return desk

        def failed(error: ReisblogError) -> None:
            again = Offer(_("Try again"), partial(self.take_up, left))
            without = Offer(_("Go on without them"), partial(self.take_up, left, without_file=True))
            offers = [again, without] if isinstance(error, PicturesAwayError) else []
            self._messages.tell(str(error), *offers, lasting=True)

        if self._lay(recovered, failed=failed) is None:
            return
        self.left.remove(left)
        words = _("This is the work of {when}. It is not in a file yet.")
        if not whole:
            words = _(
                "This is the work of {when}, without its very last steps: those could not be "
                "read. It is not in a file yet."
            )
        offers = [Offer(_("Save"), self._save)]
        if self._workbench.desk.history.is_saved:
            words, offers = _("This is the work of {when}. It is in its file already."), []
        told = words.format(when=spoken(left.when))
        if missing := notices.of_missing(len(self._workbench.desk.missing)):
            told = f"{told} {missing}"
        self._messages.tell(told, *offers, lasting=True, until_saved=True)

    def throw_away(self, left: Left) -> None:
        """Remove it for good, if the person is sure."""
        answer = self._messages.ask(
            _("The work of {when} will be gone for good. It is in no file.").format(
                when=spoken(left.when)
            ),
            [_("Keep it"), _("Throw away")],
            parent=self._window(),
            escape=0,
        )
        if answer == 1:
            self.left.remove(left)
            left.nest.remove()
            self._offer()

    def close(self) -> None:
        """Leave for a next start what nobody wanted to decide about."""
        self.drop_left()

    def _swept(self) -> list[Left]:
        left = left_behind(self._folders.recovery)
        prune_all(self._folders.versions)
        if not self._shared():
            return left
        for one in left:
            one.nest.let_go()
        return []

    def stop(self) -> None:
        """Keep nothing of the open journey, and let go of what was left behind."""
        self._workbench.desk.stop_recording()
        self.drop_left()

    def go_on(self) -> None:
        """Keep what is done again."""
        self._record()

    def drop_left(self) -> None:
        """Offer nothing of what was left behind any more; it may be removed."""
        for left in self.left:
            left.nest.let_go()
        self.left = []

    def _record(self) -> None:
        if not self._shared():
            self._workbench.desk.record(self._troubled.emit)

    def _found(self, left: list[Left]) -> None:
        self.left = left
        self._offer()

    def _offer(self) -> None:
        """Offer the latest work that was left behind."""
        if not self.left:
            return
        latest = self.left[0]
        self._messages.tell(
            _("The program stopped before the work of {when} was saved. It is still here.").format(
                when=spoken(latest.when)
            ),
            Offer(_("Go on with it"), lambda: self.take_up(latest)),
            Offer(_("Throw away"), lambda: self.throw_away(latest)),
            lasting=True,
            patient=True,
        )

    def _tell(self, error: ReisblogError) -> None:
        self._messages.tell(str(error), lasting=True)

    def _tell_trouble(self, sentence: str) -> None:
        self._messages.tell(sentence, lasting=True, until_saved=True)
