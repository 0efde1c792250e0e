"""What is made of a journey: the travel book, a picture, a copy, the blank map."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reisblog.desk import Desk
from reisblog.errors import ReisblogError
from reisblog.model.curtain import seen_by
from reisblog.model.journey import Journey
from reisblog.model.records import Audience
from reisblog.story.missing import Lacking
from reisblog.texts import _
from reisblog.ui.blank_map import prepare_blank_map
from reisblog.ui.clipboard import copy_file
from reisblog.ui.jobs import Jobs, Progress
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.notices import of_closed
from reisblog.ui.session import Session
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.ui.agreement import Agreement
    from reisblog.ui.book.making import BookMaking
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.pictures import Pictures

Making = Callable[[Progress], Lacking]
"""Makes a file on any thread, and gives what could not be shown in it as it is."""


class Exports(QObject):
    """Asks where to, makes it in the background, and tells when it is there.

    Signals:
        finished: the ``Path`` of what is finished.
    """

    finished = Signal(object)

    def __init__(
        self,
        *,
        workbench: Workbench,
        session: Session,
        jobs: Jobs,
        messages: Messages,
        dialogs: Callable[[], Dialogs],
        prepare_picture: Callable[[Desk, Path, int, int], Making],
        agreement: Callable[[], Agreement],
        pictures: Pictures,
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        """Know everybody who takes part.

        Args:
            workbench: the open journey.
            session: keeps a desk open for as long as something is made at it.
            jobs: background work.
            messages: the way to speak.
            dialogs: gives the platform's file dialogs.
            prepare_picture: gives what puts the map with everything on it into a file of so many
                pixels.
            agreement: says what is to be thought of before something of the journey goes to others.
            pictures: gives photos' pixels.
            window: what dialogs belong to.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._workbench = workbench
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._dialogs = dialogs
        self._prepare_picture = prepare_picture
        self._agreement = agreement
        self._pictures = pictures
        self._window = window

    @cached_property
    def book(self) -> BookMaking:
        """The travel book; seldom wanted in the first minute."""
        from reisblog.ui.book.making import BookMaking  # noqa: PLC0415

        return BookMaking(
            workbench=self._workbench,
            session=self._session,
            pictures=self._pictures,
            jobs=self._jobs,
            messages=self._messages,
            dialogs=self._dialogs,
            agreement=self._agreement,
            tell_made=self.tell_made,
            window=self._window,
            parent=self,
        )

    def warm(self) -> None:
        """Load what a book needs, on another thread, before anybody waits for its first page."""
        desk = self._workbench.desk
        atlas, media, decoder = desk.blank_atlas, desk.media, desk.decoder

        def load(report: Progress) -> None:
            from reisblog.book_pictures import Prepared  # noqa: PLC0415 - not for the start
            from reisblog.travel_book import TravelBook  # noqa: PLC0415

            nothing = Journey(id="warm")
            TravelBook(nothing, atlas, media, decoder, edited="", kept=Prepared()).preview(report)

        self._jobs.run(load, done=lambda _outcome: None, failed=lambda _error: None)

    def make_picture(self, width: int, height: int) -> None:
        """Make a picture of the map with everything on it, of so many pixels."""
        if self._agreement().reminds(Audience.CLASS, partial(self.make_picture, width, height)):
            return
        name = _("{name} for a phone") if height > width else "{name}"
        suggestion = self._session.suggestion("png", name, viewer=Audience.CLASS)
        path = self._dialogs().save_picture(self._window(), suggestion)
        if path is None:
            return
        self._make(
            path,
            _("Making your picture"),
            lambda desk: self._prepare_picture(desk, path, width, height),
            self._closed_to(Audience.CLASS),
        )

    def make_copy(self, viewer: Audience) -> None:
        """Make a journey file to hand over, without anything that is closed to these viewers."""
        if self._agreement().reminds(viewer, partial(self.make_copy, viewer)):
            return
        called = {
            Audience.CLASS: _("{name} for the class"),
            Audience.CONVERSATION: _("{name} for a conversation"),
        }[viewer]
        suggestion = self._session.suggestion("reisblog", called, viewer=viewer)
        path = self._dialogs().save_journey(self._window(), suggestion)
        if path is None:
            return
        from reisblog.handing_over import prepare_copy  # noqa: PLC0415 - seldom wanted

        def prepare(desk: Desk) -> Making:
            write = prepare_copy(desk, path, viewer, replace=True)

            def making(progress: Progress) -> Lacking:
                write(progress)
                return Lacking()

            return making

        self._make(path, _("Making a copy"), prepare, self._closed_to(viewer))

    def make_map(self) -> None:
        """Make the blank map, for a wall."""
        wanted = self._dialogs().save_map(self._window(), self._session.folder() / _("map.pdf"))
        if wanted is None:
            return
        path, paper = wanted
        self._make(path, _("Making the map"), lambda desk: prepare_blank_map(desk, path, paper))

    def _closed_to(self, viewer: Audience) -> str:
        """What to say of what is not in it; nothing of what nobody sees here now."""
        journey = self._workbench.journey
        return of_closed(journey, seen_by(journey, viewer))

    def _make(
        self, path: Path, words: str, prepare: Callable[[Desk], Making], closed: str = ""
    ) -> None:
        """Make something of the journey as it is now, and tell when it is there."""
        desk = self._workbench.desk
        try:
            making = prepare(desk)
        except ReisblogError as error:
            self._messages.tell(str(error), lasting=True)
            return
        self._session.busy.emit(words, 0.0)

        def done(lacking: Lacking) -> None:
            self._session.let_go(desk)
            self.tell_made(path, " ".join(filter(None, (closed, lacking.told()))))

        def failed(error: ReisblogError) -> None:
            self._session.let_go(desk)
            self._messages.tell(str(error), lasting=True)

        self._session.hold(desk)
        progress = partial(self._session.busy.emit, words)
        self._jobs.run(making, done=done, failed=failed, progress=progress)

    def tell_made(self, path: Path, more: str = "") -> None:
        """Tell that something is there, and what else is to be known of it."""
        self.finished.emit(path)
        ready = _("“{name}” is ready.").format(name=path.name)
        self._tell_of(path, " ".join(filter(None, (ready, more))))

    def _tell_of(self, path: Path, words: str) -> None:
        def offer(label: str, act: Callable[[Path], str]) -> Offer:
            """Something that is seen, or told of as here."""

            def take_up() -> None:
                if said := act(path):
                    self._tell_of(path, said)

            return Offer(label, take_up)

        self._messages.tell(
            words,
            offer(_("Open"), lambda path: self._dialogs().show_file(path)),
            offer(_("Show in folder"), lambda path: self._dialogs().show_in_folder(path)),
            offer(_("Copy"), copy_file),
            lasting=True,
        )
