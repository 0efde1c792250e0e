"""Ready to lay down: the photos that were brought in and lie nowhere yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reisblog import look
from reisblog.model import edits
from reisblog.model.journey import in_tray
from reisblog.texts import _
from reisblog.tools.drop import stop_at
from reisblog.ui.icons import icon
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.panels.place_picker import PlacePicker
from reisblog.ui.panels.prints import PrintList
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench


class TrayPanel(QWidget):
    """Prints to drag to the map, or to lay at a place without dragging.

    Signals:
        filled: photos have come into a tray that was empty.
    """

    filled = Signal()

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        vignettes: Vignettes,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._vignettes = vignettes
        self._messages = messages
        self.setAccessibleName(_("Ready to lay down"))
        heading = PlainLabel(_("Ready to lay down"), look="heading")
        self.lay = QToolButton()
        self.lay.setIcon(icon("place"))
        self.lay.setIconSize(QSize(20, 20))
        self.lay.setAccessibleName(_("Lay the chosen photos at a place"))
        self.lay.setToolTip(_("Lay the chosen photos at a place  (Enter)"))
        self.prints = PrintList(pictures, self, name=_("Ready to lay down"))
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 0, 0)
        top.addWidget(heading, 1)
        top.addWidget(self.lay)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.prints)
        self.lay.setEnabled(False)
        self.prints.chosen.connect(lambda ids: self.lay.setEnabled(bool(ids)))
        self.prints.taken_away.connect(self._remove)
        self.prints.asked.connect(lambda _ids: self._open_places())
        self.lay.clicked.connect(self._open_places)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._show)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A shallow tray."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.PAPER_DEEP))
        ground = QRectF(self.rect()).adjusted(8, 8, -8, -4)
        painter.drawRoundedRect(ground, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)

    def _follow(self, _journey: Journey, changes: Changes) -> None:
        if "photos" in changes.tables:
            self._show()

    def _show(self) -> None:
        photos = in_tray(self._workbench.journey)
        was_empty = not self.prints.row.photos
        self.prints.show_photos(photos)
        self.setVisible(bool(photos))
        if photos and was_empty:
            self.filled.emit()

    def _remove(self, ids: list[str]) -> None:
        self._workbench.edit(_("Take photos away"), lambda now: edits.remove_photos(now, ids))
        self._messages.tell(
            _("Taken out of what lies ready."), Offer(_("Put back"), self._workbench.undo)
        )

    def _open_places(self) -> None:
        ids = self.prints.chosen_ids()
        picker = PlacePicker(
            self._workbench,
            self._vignettes,
            lambda place_id: self._lay_at(place_id, ids),
            self,
        )
        picker.search.picked.connect(picker.close)
        picker.open_at(self.lay)

    def _lay_at(self, place_id: str, ids: list[str]) -> None:
        """A new halte at a place, with these photos: a drop without the dragging."""
        workbench = self._workbench
        here = [key for key in ids if key in workbench.journey.photos]
        stop = stop_at(workbench.journey, workbench.atlas, (place_id,), workbench.new_id())
        workbench.edit(_("Lay photos at a place"), lambda now: edits.start_stop(now, stop, here))
        workbench.choose([stop.id])
