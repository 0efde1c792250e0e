"""The legend: every place of the map and every aid, with what it is about; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reisblog.texts import _
from reisblog.ui.focus_ring import follow_on
from reisblog.ui.icons import label
from reisblog.ui.panels.places import PlaceSearch
from reisblog.ui.plain_text import PlainLabel
from reisblog.ui.sign_picker import SignPicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.workbench import Workbench

_AROUND_UNITS = 90.0


class LegendPanel(QWidget):
    """Search, go and look, and add a place of one's own.

    Signals:
        aid_picked: the id of an aid; it stands nowhere on the map.
    """

    aid_picked = Signal(str)

    def __init__(
        self, workbench: Workbench, vignettes: Vignettes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._shown = workbench.atlas
        self.search = PlaceSearch(workbench.atlas, vignettes, self, sentences=True)
        self.add = QPushButton()
        label(self.add, "flag", _("Place of your own"))
        self.add.setCheckable(True)
        self.hint = PlainLabel(
            _("Pick a sign. It comes onto the map; drag it to where it belongs."),
            look="small",
            wraps=True,
        )
        self.signs = SignPicker(keeps=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 8)
        layout.setSpacing(8)
        for part in (self.search, self.add, self.hint, self.signs):
            layout.addWidget(part)
        follow_on(None, self)
        self._unfold(unfolded=False)
        self.add.toggled.connect(lambda on: self._unfold(unfolded=on))
        self.search.picked.connect(self._go)
        self.search.places.pointed.connect(workbench.place_pointed)
        self.signs.picked.connect(workbench.sign_picked)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._follow)

    def show_aids(self, is_out: Callable[[str], bool]) -> None:
        """Nothing of another aid is here."""

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        self.search.field.setFocus()

    def set_board(self, *, board: bool) -> None:
        """Let the signs be as large as a board asks."""
        self.signs.set_board(board=board)

    def _unfold(self, *, unfolded: bool) -> None:
        self.hint.setVisible(unfolded)
        self.signs.setVisible(unfolded)

    def _follow(self) -> None:
        if self._workbench.atlas is not self._shown:
            self._shown = self._workbench.atlas
            self.search.show_atlas(self._shown)

    def _go(self, picked: str) -> None:
        place = self._workbench.atlas.places.get(picked)
        if place is None:
            self.aid_picked.emit(picked)
        else:
            self._workbench.fly_to(place.area.bounds.grown(_AROUND_UNITS))
            self._workbench.look_at(place.id)
