"""A damaged file in the window: why it does not open, what is left of it, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reisblog.errors import (
    DamagedJourneyError,
    NothingLeftError,
    ReisblogError,
    UnreadableDiskError,
)
from reisblog.storage.losses import sentences
from reisblog.texts import _
from reisblog.ui import notices
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages, Offer

if TYPE_CHECKING:
    from reisblog.desk import Desk
    from reisblog.storage.versions import Version, Versions
    from reisblog.ui.own_desks import OwnDesks


class Rescue:
    """Offers what is left of a file that does not open."""

    def __init__(
        self,
        *,
        desks: OwnDesks,
        jobs: Jobs,
        messages: Messages,
        busy: Callable[[str, float], None],
        take: Callable[[Desk], bool],
        shared: Callable[[], bool],
        window: Callable[[], QWidget | None],
    ) -> None:
        """Know everybody who takes part.

        Args:
            desks: makes a desk of what is left.
            jobs: background work.
            messages: the way to speak.
            busy: shows what is being done, and how far it is.
            take: lays a journey on the desk, unless the person keeps the one that is there.
            shared: whether nothing of anybody else may be shown.
            window: what the list belongs to.
        """
        self._desks = desks
        self._jobs = jobs
        self._messages = messages
        self._busy = busy
        self._take = take
        self._shared = shared
        self._window = window

    def tell_not_opened(self, error: ReisblogError, path: Path) -> None:
        """Say why; what may be left of a damaged file is to be had, and what it was before."""
        offers = []
        broken = isinstance(error, DamagedJourneyError | UnreadableDiskError)
        if broken and not isinstance(error, NothingLeftError):
            offers.append(Offer(_("Open what is left"), lambda: self._open_what_is_left(path)))
        versions = None if self._shared() else self._desks.versions_of(path)
        if versions is not None:
            latest = versions.listed()[0]
            offers.append(
                Offer(
                    _("Open an earlier version"),
                    lambda: self._open_earlier(path, versions, latest),
                )
            )
        self._messages.tell(str(error), *offers, lasting=True)

    def _open_earlier(self, path: Path, versions: Versions, version: Version) -> None:
        try:
            desk = self._desks.reread(versions, version)
        except ReisblogError as error:
            self._messages.tell(str(error), lasting=True)
            return
        if self._take(desk):
            self._messages.tell(notices.of_reread(desk, path, version.when), lasting=True)
        else:
            desk.give_up()
            desk.close()

    def _open_what_is_left(self, path: Path) -> None:
        words = _("Reading what is left")
        self._busy(words, 0.0)

        def done(desk: Desk) -> None:
            self._busy("", 1.0)
            if self._take(desk):
                self._tell_what_is_missing(path, sentences(desk.losses))
            else:
                desk.close()

        def failed(error: ReisblogError) -> None:
            self._busy("", 1.0)
            self._messages.tell(str(error), lasting=True)

        self._jobs.run(
            lambda along: self._desks.salvage(path, along),
            done=done,
            failed=failed,
            progress=lambda along: self._busy(words, along),
        )

    def _tell_what_is_missing(self, path: Path, missing: list[str]) -> None:
        """Say how much is missing; the list can be read as long as the message stands."""

        def show() -> None:
            from reisblog.ui.missing_list import MissingList  # noqa: PLC0415 - seldom wanted

            sheet = MissingList(missing, self._window())
            sheet.exec()
            sheet.deleteLater()
            tell()

        def tell() -> None:
            offers = [Offer(_("What is missing"), show)] if missing else []
            self._messages.tell(notices.of_salvaged(path, missing), *offers, lasting=True)

        tell()
