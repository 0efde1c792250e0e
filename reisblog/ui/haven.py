"""Says, the first time, that what is laid in the Veilige Haven is for the traveller alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reisblog.model.edits import CONFIDENTIAL
from reisblog.model.records import Audience
from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.messages import Messages
    from reisblog.ui.preferences import Preferences
    from reisblog.ui.workbench import Workbench


class Haven(QObject):
    """Notices the first halte that begins as one for nobody else."""

    def __init__(self, workbench: Workbench, preferences: Preferences, messages: Messages) -> None:
        super().__init__()
        self._preferences = preferences
        self._messages = messages
        workbench.changed.connect(self._follow)

    def _follow(self, _journey: Journey, changes: Changes) -> None:
        if self._preferences.settings.haven_told or "stops" not in changes.tables:
            return
        if any(
            stop.audience is Audience.SELF and not CONFIDENTIAL.isdisjoint(stop.places)
            for stop in changes.put("stops")
        ):
            self._preferences.change(haven_told=True)
            QTimer.singleShot(0, self._tell)  # after what is said of the drop

    def _tell(self) -> None:
        self._messages.tell(
            _("Only you see what you lay in the Veilige Haven. You can change that for each stop."),
            patient=True,
        )
