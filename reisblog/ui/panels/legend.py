"""The legend: every place of the map and every aid, with what it is about; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reisblog.ui.panels.places import PlaceSearch

if TYPE_CHECKING:
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.workbench import Workbench

_AROUND_UNITS = 90.0


class LegendPanel(QWidget):
    """Search, and go and look.

    Signals:
        aid_picked: the id of an aid; it stands nowhere on the map.
    """

    aid_picked = Signal(str)

    def __init__(
        self, workbench: Workbench, vignettes: Vignettes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.search = PlaceSearch(workbench.atlas, vignettes, self, sentences=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 0)
        layout.addWidget(self.search)
        self.search.picked.connect(self._go)

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        self.search.field.setFocus()

    def _go(self, picked: str) -> None:
        place = self._workbench.atlas.places.get(picked)
        if place is None:
            self.aid_picked.emit(picked)
        else:
            self._workbench.fly_to(place.area.bounds.grown(_AROUND_UNITS))
            self._workbench.look_at(place.id)
