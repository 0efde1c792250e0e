"""The names of a journey on the bar and on the window itself, written where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.top_bar import TopBar
    from reisblog.ui.workbench import Workbench


class Heading(QObject):
    """Keeps title and traveller in step with the journey."""

    def __init__(self, workbench: Workbench, top: TopBar, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._top = top
        self._window = window
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._show)
        workbench.viewer_changed.connect(self._show)
        for field, part in ((top.title, "title"), (top.traveller, "traveller")):
            note_record(field, part)
        top.titled.connect(self._entitle)
        top.named.connect(self._name_traveller)
        top.left.connect(workbench.seal)
        self._show()

    def _follow(self, _journey: Journey, changes: Changes) -> None:
        if changes.head:
            self._show()

    def _show(self) -> None:
        """What is closed to who looks now can't be overwritten by them either."""
        journey = self._workbench.journey
        for field, part in ((self._top.title, "title"), (self._top.traveller, "traveller")):
            field.show_text(getattr(journey, part))
            field.setReadOnly(not self._workbench.may_see(part))
        title = journey.title or _("Untitled journey")
        self._window.setWindowTitle(f"{title}[*] - Reisblog")

    def _entitle(self, title: str) -> None:
        self._workbench.edit(
            _("Name the journey"), lambda now: edits.entitle(now, title=title), key="title"
        )

    def _name_traveller(self, name: str) -> None:
        self._workbench.edit(
            _("Name the traveller"),
            lambda now: edits.entitle(now, traveller=name),
            key="traveller",
        )
