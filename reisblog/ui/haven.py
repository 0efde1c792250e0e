"""Says that what is laid in the Veilige Haven is for the traveller alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reisblog.model.edits import CONFIDENTIAL
from reisblog.model.records import Audience
from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.ui.messages import Messages
    from reisblog.ui.preferences import Preferences
    from reisblog.ui.workbench import Workbench


class Haven(QObject):
    """Notices haltes that begin as ones for nobody else."""

    def __init__(self, workbench: Workbench, preferences: Preferences, messages: Messages) -> None:
        super().__init__()
        self._workbench = workbench
        self._preferences = preferences
        self._messages = messages
        self._known: set[str] = set()
        self._learn()
        workbench.opened.connect(self._learn)
        workbench.changed.connect(self._follow)

    def _learn(self) -> None:
        self._known = set(self._workbench.desk.journey.stops)

    def _follow(self) -> None:
        stops = self._workbench.desk.journey.stops
        begun = any(
            stops[key].audience is Audience.SELF and not CONFIDENTIAL.isdisjoint(stops[key].places)
            for key in stops.keys() - self._known
        )
        self._learn()
        hidden = self._workbench.viewer is not Audience.SELF
        if begun and (hidden or not self._preferences.settings.haven_told):
            self._preferences.change(haven_told=True)
            QTimer.singleShot(0, self._tell)  # after what is said of the drop

    def _tell(self) -> None:
        self._messages.tell(
            _("Only you see what you lay in the Veilige Haven. You can change that for each stop."),
            patient=self._workbench.viewer is Audience.SELF,
        )
