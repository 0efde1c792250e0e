"""What one can say of a place of one's own: its name and its sign."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reisblog.model import edits
from reisblog.model.own_places import word_for
from reisblog.texts import _
from reisblog.ui.plain_text import LineField
from reisblog.ui.sign_picker import SignPicker

if TYPE_CHECKING:
    from reisblog.model.records import OwnPlace, Sign
    from reisblog.ui.workbench import Workbench


class OwnPlaceForm(QWidget):
    """Edits one own place where it is read: in its card.

    Signals:
        finished: the name is as it should be: Enter, or Esc.
    """

    finished = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._place_id = ""
        self.name = LineField(name=_("Name of your place"), look="inset")
        self.signs = SignPicker(keeps=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 12)
        rows.setSpacing(8)
        rows.addWidget(self.name)
        rows.addWidget(self.signs)
        self.name.edited.connect(self._rename)
        self.name.finished.connect(self.finished)
        self.signs.picked.connect(self._draw_as)

    def show_place(self, place: OwnPlace) -> None:
        """Show this one."""
        self._place_id = place.id
        self.name.setPlaceholderText(word_for(place.sign))
        self.name.show_text(place.name)
        self.signs.show_sign(place.sign)

    def _rename(self, name: str) -> None:
        place_id = self._place_id
        self._workbench.edit(
            _("Name a place"),
            partial(edits.change_place, place_id=place_id, name=name),
            key=f"place-name-{place_id}",
        )

    def _draw_as(self, sign: Sign) -> None:
        self._workbench.edit(
            _("Another sign"), partial(edits.change_place, place_id=self._place_id, sign=sign)
        )
