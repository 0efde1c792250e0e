"""Choosing a place from a small sheet that opens beside a button."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reisblog.ui.panels.places import PlaceSearch

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.ui.panels.vignettes import Vignettes

_SIZE_PX = (388, 420)
"""Wide enough for the longest name of ours, ticked."""


class PlacePicker(QFrame):
    """A sheet with the places and a field to search them; Esc or a click elsewhere closes it."""

    def __init__(
        self,
        atlas: Atlas,
        vignettes: Vignettes,
        picked: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = PlaceSearch(atlas, vignettes, self, sentences=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.addWidget(self.search)
        self.search.picked.connect(picked)

    def show_ticks(self, place_ids: Collection[str]) -> None:
        """Tick these places."""
        self.search.places.show_ticks(place_ids)

    def open_at(self, anchor: QWidget) -> None:
        """Open below or above a button, inside the screen."""
        self.resize(*_SIZE_PX)
        room = anchor.screen().availableGeometry()
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        above = anchor.mapToGlobal(QPoint(0, -4)).y() - self.height()
        top = below.y() if below.y() + self.height() <= room.bottom() else above
        left = min(below.x(), room.right() - self.width())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.search.field.setFocus(Qt.FocusReason.PopupFocusReason)
