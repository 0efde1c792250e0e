"""Looking at the travel book, making it, and remembering what was chosen for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from reisblog.errors import ReisblogError
from reisblog.model.curtain import seen_by
from reisblog.model.records import Audience, narrowest
from reisblog.texts import _
from reisblog.ui.book.choices import Choices
from reisblog.ui.book.dialog import BookDialog
from reisblog.ui.book.preview import Preview
from reisblog.ui.notices import of_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reisblog.desk import Desk
    from reisblog.model.book import Wish
    from reisblog.pdfium import Pages
    from reisblog.story.missing import Lacking
    from reisblog.ui.agreement import Agreement
    from reisblog.ui.book.printing import Printing
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Job, Jobs
    from reisblog.ui.messages import Messages
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.session import Session
    from reisblog.ui.workbench import Workbench


class BookMaking(QObject):
    """The one dialog of a book at a time, and the making that may outlive it.

    Signals:
        finished: the ``Path`` of a finished book.
    """

    finished = Signal(object)

    def __init__(
        self,
        *,
        workbench: Workbench,
        session: Session,
        pictures: Pictures,
        jobs: Jobs,
        messages: Messages,
        dialogs: Callable[[], Dialogs],
        agreement: Callable[[], Agreement],
        tell_made: Callable[[Path, str], None],
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        """Know everybody who takes part.

        Args:
            workbench: the open journey.
            session: keeps a desk open for as long as something is made at it.
            pictures: gives photos' pixels.
            jobs: background work.
            messages: the way to speak once the dialog is gone.
            dialogs: gives the platform's dialogs.
            agreement: knows whether people in photos were thought of.
            tell_made: tells of a finished book once the dialog is gone.
            window: what dialogs belong to.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._workbench = workbench
        self._session = session
        self._pictures = pictures
        self._jobs = jobs
        self._messages = messages
        self._dialogs = dialogs
        self._agreement = agreement
        self._tell_made = tell_made
        self._window = window
        self._job: Job | None = None
        self._along = ("", 0.0)
        self._prints_next = False
        self.dialog: BookDialog | None = None
        self._preview: Preview | None = None

    @property
    def previews(self) -> bool:
        """Whether pages that were asked for, or their size, are still to come."""
        return self._preview is not None and self._preview.busy

    @property
    def makes(self) -> bool:
        """Whether a file is being made, or something printed."""
        return self._job is not None or ("_printing" in self.__dict__ and self._printing.busy)

    def open(self, *, to_print: bool = False) -> None:
        """Show the book as it will be; the keyboard begins at printing, or at making a file."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        wish = self._remembered()
        workbench = self._workbench
        choices = Choices(wish, self._pictures, self._viewers())
        dialog = BookDialog(choices, self._jobs, self._dialogs, self._window())
        preview = Preview(workbench.desk, self._session, self._jobs, dialog)
        self.dialog, self._preview = dialog, preview
        choices.changed.connect(self._choose)
        preview.arrived.connect(self._show_pages)
        preview.measured.connect(dialog.show_bytes)
        preview.failed.connect(dialog.outcome.show_words)
        workbench.changed.connect(self._follow_journey)
        dialog.make_asked.connect(self._make)
        dialog.print_asked.connect(self._print)
        dialog.outcome.stop_asked.connect(self._stop)
        dialog.finished.connect(self._close)
        dialog.people.answered.connect(self._put_off_people)
        dialog.people.look_asked.connect(self._look_at_people)
        self._tell_notices(wish)
        dialog.begin(to_print=to_print)
        if self.makes:
            self._session.stops.over(self._stop)
            self._tell_progress(*self._along)
        preview.show(wish, at_once=True)

    def print_it(self) -> None:
        """Show the book, with for whom it is, before it goes to a printer."""
        if self.dialog is None:
            self.open(to_print=True)
        else:
            self.dialog.print_it.click()

    def _print(self) -> None:
        """Ask for a printer as soon as it is known how many pages there are."""
        dialog, preview = self.dialog, self._preview
        if dialog is None or preview is None or self.makes:
            return
        self._prints_next = not preview.sizes
        if self._prints_next:
            return
        wish = dialog.choices.wish
        printer = self._printing.asked(wish, preview.sizes)
        if printer is not None:
            self._keep()
            self._put_off_people()
            preview.spare()
            self._printing.begin(wish, printer)

    def _show_pages(self, pages: Pages) -> None:
        if self.dialog is None:
            pages.close()
            return
        self.dialog.show_pages(pages)
        if self._prints_next:
            self._print()

    @cached_property
    def _printing(self) -> Printing:
        from reisblog.ui.book.printing import Printing  # noqa: PLC0415 - seldom wanted

        return Printing(
            workbench=self._workbench,
            session=self._session,
            jobs=self._jobs,
            dialogs=self._dialogs,
            say=self._say,
            tell_progress=self._tell_progress,
            window=lambda: self.dialog or self._window(),
            parent=self,
        )

    # What was chosen

    def _remembered(self) -> Wish:
        """What the journey remembers, but for nobody who may see more than who looks now."""
        wish = self._workbench.desk.chosen_book.wish
        return msgspec.structs.replace(wish, viewer=self._seen_now(wish.viewer))

    def _viewers(self) -> tuple[Audience, ...]:
        return tuple(each for each in Audience if self._seen_now(each) is each)

    def _seen_now(self, viewer: Audience) -> Audience:
        looks = self._workbench.viewer
        return viewer if narrowest(viewer, looks) is looks else looks

    def _remember(self) -> None:
        """What was chosen is still so when one looks again; what nobody touched stays as it was."""
        chosen = self._workbench.desk.chosen_book
        if self.dialog is not None:
            wish, before = self.dialog.choices.wish, chosen.wish
            if wish.viewer is self._seen_now(before.viewer):
                wish = msgspec.structs.replace(wish, viewer=before.viewer)
            chosen.choose(wish)

    def _keep(self) -> None:
        """Something comes of what was chosen: the journey keeps it."""
        self._remember()
        self._workbench.desk.chosen_book.keep()

    def _choose(self, wish: Wish) -> None:
        """What is said of an earlier book is not said of this one."""
        if self.dialog is not None and not self.makes:
            self.dialog.outcome.hide()
        self._follow(wish)

    def _follow(self, wish: Wish) -> None:
        if self._preview is not None:
            self._preview.show(wish)
        self._tell_notices(wish)

    def _follow_journey(self, _journey: object, changes: object) -> None:
        """Something came in meanwhile; what was chosen here changes no page by being kept."""
        if self.dialog is not None and set(getattr(changes, "head", {})) != {"book"}:
            self._follow(self.dialog.choices.wish)

    def _tell_notices(self, wish: Wish) -> None:
        journey = self._workbench.journey
        seen = seen_by(journey, wish.viewer)
        if self.dialog is not None:
            self.dialog.choices.show_journey(journey, self._workbench.atlas)
            self.dialog.show_notices(
                of_book(journey, seen, wish), people=bool(self._agreement().due(wish.viewer))
            )

    def _put_off_people(self) -> None:
        """Who is in the photos was thought of, or at least told."""
        self._agreement().heard()
        if self.dialog is not None:
            self.dialog.hide_people()

    def _look_at_people(self) -> None:
        dialog = self.dialog
        if dialog is not None:
            photos = self._agreement().due(dialog.choices.wish.viewer)
            self._agreement().heard()
            dialog.reject()
            self._agreement().look(photos)

    # Making it

    def _make(self) -> None:
        dialog, preview = self.dialog, self._preview
        if dialog is None or preview is None or self.makes:
            return
        wish = dialog.choices.wish
        suggestion = self._session.suggestion("pdf", viewer=wish.viewer)
        path = self._dialogs().save_book(dialog, suggestion)
        if path is None:
            return
        self._keep()
        desk = self._workbench.desk
        try:
            making = desk.prepare_export(path, replace=True, wish=wish)
        except ReisblogError as error:
            dialog.outcome.show_words(str(error))
            return
        journey = self._workbench.journey
        closed = of_book(journey, seen_by(journey, wish.viewer), wish)
        preview.spare()
        self._put_off_people()
        self._tell_progress(_("Making your travel book"), 0.0)

        def done(lacking: Lacking) -> None:
            self._end(desk)
            self.finished.emit(path)
            if self.dialog is not None:
                self.dialog.outcome.show_made(path, lacking.told())
                self.dialog.outcome.open.setFocus()
                self.dialog.show_bytes(path.stat().st_size)
            else:
                self._tell_made(path, " ".join(filter(None, (closed, lacking.told()))))

        def failed(error: ReisblogError) -> None:
            self._end(desk, early=True)
            self._say(str(error))

        def stopped() -> None:
            self._end(desk, early=True)
            self._say(_("Stopped. No file was made or changed."))

        self._session.hold(desk)
        self._job = self._jobs.run(
            making, done=done, failed=failed, stopped=stopped, progress=self._show_progress
        )

    def _end(self, desk: Desk, *, early: bool = False) -> None:
        """Nothing is made any more; where there is no file, its size is wanted again.

        Args:
            desk: at which it was made.
            early: whether there is no file.
        """
        self._job = None
        self._session.stops.over(self._stop)
        self._session.let_go(desk)
        if self.dialog is not None:
            self.dialog.set_making(making=False)
            if early and self._preview is not None:
                self._preview.show(self.dialog.choices.wish)

    def _go_on_alone(self) -> None:
        """Nobody looks at the dialog any more: the window shows how far it is, and stops it."""
        words, share = self._along
        self._session.busy.emit(words, share)
        self._session.stops.offer(
            _("Stop the travel book") if self._job is not None else _("Stop printing"), self._stop
        )

    def _show_progress(self, share: float) -> None:
        if self._job is not None and not self._job.cancelled:
            self._tell_progress(_("Making your travel book"), share)

    def _tell_progress(self, words: str, share: float) -> None:
        self._along = (words, share)
        if self.dialog is not None:
            self.dialog.set_making(making=True)
            self.dialog.outcome.show_progress(words, share)
        else:
            self._session.busy.emit("" if share >= 1 else words, share)

    def _say(self, words: str) -> None:
        """Say what has come of it; nothing is under way any more."""
        self._session.stops.over(self._stop)
        if self.dialog is not None:
            self.dialog.set_making(making=False)
            self.dialog.outcome.show_words(words)
        else:
            self._messages.tell(words, lasting=True)

    def _stop(self) -> None:
        if self.dialog is not None:
            self.dialog.outcome.show_stopping()
        else:
            self._session.busy.emit(_("Stopping…"), self._along[1])
            self._session.stops.over(self._stop)
        if self._job is not None:
            self._job.cancel()
        if "_printing" in self.__dict__:
            self._printing.stop()

    def _close(self, _result: int) -> None:
        """Remember, and let go; a file that is being made goes on."""
        self._remember()
        self._workbench.changed.disconnect(self._follow_journey)
        dialog, preview = self.dialog, self._preview
        self.dialog = self._preview = None
        self._prints_next = False
        if preview is not None:
            preview.stop()
        if dialog is not None:
            dialog.pages.let_go()
            dialog.deleteLater()
        if self.makes:
            self._go_on_alone()
