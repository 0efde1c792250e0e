"""Choosing a place from a small sheet that opens beside a button."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reisblog.texts import _
from reisblog.ui.finger_scrolling import FingerScrolling
from reisblog.ui.focus_ring import follow_on
from reisblog.ui.panels.places import PlaceSearch
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.workbench import Workbench

_SIZE_PX = (388, 420)
"""Wide enough for the longest name of ours, ticked."""


class PlacePicker(QFrame):
    """A sheet with the places and a field to search them; a place on the map can be tapped too.

    Esc or a tap elsewhere closes it.
    """

    def __init__(
        self,
        workbench: Workbench,
        vignettes: Vignettes,
        picked: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._workbench = workbench
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FingerScrolling(self)
        self.search = PlaceSearch(workbench.atlas, vignettes, self, sentences=False)
        hint = PlainLabel(_("Pick a place here, or tap it on the map."), look="small", wraps=True)
        hint.setContentsMargins(4, 0, 4, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.addWidget(hint)
        layout.addWidget(self.search)
        follow_on(None, self)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the map outside the sheet comes here too, and picks the place there."""
        at = event.globalPosition().toPoint()
        inside = self.rect().contains(event.position().toPoint())
        place = None if inside else self._workbench.place_on_screen(at)
        super().mousePressEvent(event)  # outside it closes the sheet
        if place is not None:
            self.search.picked.emit(place.id)
