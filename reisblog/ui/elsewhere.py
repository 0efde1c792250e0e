"""The same journey open in two windows, or on two computers: the second works at a copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from reisblog.desk import Desk
from reisblog.storage.presence import Presence
from reisblog.texts import _
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.moments import spoken
from reisblog.ui.workbench import Workbench


class Elsewhere(QObject):
    """Tells others that the journey on the desk is open here, and hears when it is elsewhere."""

    def __init__(
        self,
        workbench: Workbench,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        """Follow whatever journey lies on the desk."""
        super().__init__(parent)
        self._workbench = workbench
        self._jobs = jobs
        self._messages = messages
        self._presence: Presence | None = None
        self._ignored: Path | None = None
        workbench.opened.connect(self.follow)
        workbench.saved_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Be where the journey is kept now; it may have been saved under another name."""
        path = self._workbench.desk.path
        presence = None if path is None else Presence(path)
        here = self._presence
        if here is not None and presence is not None and here.file == presence.file:
            return
        self.leave()
        if presence is not None and presence.file != self._ignored:
            self._claim(presence)

    def leave(self) -> None:
        """Tell that the journey is no longer open here."""
        if self._presence is not None:
            self._presence.leave()
            self._presence = None

    def _claim(self, presence: Presence) -> None:
        desk = self._workbench.desk
        self._presence = presence

        def done(since: datetime | None) -> None:
            if presence is not self._presence:
                presence.leave()
            elif since is not None:
                self._presence = None
                self._tell(desk, since, presence.file)

        self._jobs.run(lambda _progress: presence.claim(), done=done, failed=lambda _error: None)

    def _tell(self, desk: Desk, since: datetime, file: Path) -> None:
        go_back = desk.become_copy()
        self._workbench.note_file()

        def return_to_file() -> None:
            if desk is self._workbench.desk and desk.path is None:
                self._ignored = file
                go_back()
                self._workbench.note_file()

        self._messages.tell(
            _(
                "Since {when} this journey is open elsewhere too. What you have here is a copy."
            ).format(when=spoken(since)),
            Offer(_("Work in the file itself"), return_to_file),
            lasting=True,
        )
