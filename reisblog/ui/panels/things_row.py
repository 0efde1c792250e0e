"""What was picked up and laid down at a halte, and a field that picks up one thing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reisblog.model import edits
from reisblog.model.records import BackpackItem
from reisblog.texts import _
from reisblog.ui.plain_text import LineField, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.ui.workbench import Workbench

_BETWEEN = " · "


class ThingsRow(QWidget):
    """Words of the things, which themselves lie in the bag.

    Attributes:
        picked_up, laid: what is read.
        field: Enter puts what is written here in the backpack, as picked up at this halte.
    """

    def __init__(self, stop_id: str, workbench: Workbench) -> None:
        super().__init__()
        self._stop_id = stop_id
        self._workbench = workbench
        self.picked_up = PlainLabel(look="small", wraps=True)
        self.laid = PlainLabel(look="small", wraps=True)
        self.field = LineField(
            name=_("Something for your backpack"),
            placeholder=_("Something for your backpack"),
            look="inset",
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for told in (self.picked_up, self.laid):
            told.setContentsMargins(8, 4, 4, 2)
            rows.addWidget(told)
        rows.addWidget(self.field)
        self.field.returnPressed.connect(self._pack)

    def show_chapter(self, chapter: Chapter) -> None:
        """Show what the journey says."""
        _tell(self.picked_up, _("Picked up here: {things}"), chapter.things)
        _tell(self.laid, _("Laid down here: {things}"), chapter.laid)

    def _pack(self) -> None:
        words = self.field.text().strip()
        if words:
            item = BackpackItem(id=self._workbench.new_id(), text=words, stop=self._stop_id)
            self._workbench.edit(_("Put in the backpack"), lambda now: edits.pack(now, item))
            if item.id in self._workbench.desk.journey.backpack:  # or the journey is full
                self.field.clear()


def _tell(label: PlainLabel, told: str, things: Sequence[BackpackItem]) -> None:
    label.setVisible(bool(things))
    label.setText(told.format(things=_BETWEEN.join(item.text for item in things)))
