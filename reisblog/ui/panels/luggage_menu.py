"""What can be done with a thing in the backpack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from reisblog.model import edits
from reisblog.model.records import BackpackKind
from reisblog.texts import _
from reisblog.ui import showing
from reisblog.ui.icons import icon
from reisblog.ui.menus import list_offers
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.panels.luggage import kind_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.model.records import BackpackItem
    from reisblog.ui.workbench import Workbench


class LuggageMenu(QMenu):
    """What sort it is, where it was picked up and laid down, for whom it is; taking it out.

    Attributes:
        kinds: the sorts, with the present one ticked.
        audiences: for whom it may be.
    """

    def __init__(
        self, item: BackpackItem, workbench: Workbench, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._id = item.id
        self._workbench = workbench
        self._messages = messages
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kinds = self.addMenu(icon("list"), _("What sort it is"))
        for kind in BackpackKind:
            action = self.kinds.addAction(kind_name(kind))
            action.setCheckable(True)
            action.setChecked(kind is item.kind)
            action.triggered.connect(
                lambda checked, kind=kind: self._sort(kind if checked else None)
            )
        self._offer_origins(item)
        self._offer_ways(item)
        self.audiences = self.addMenu(icon("eye"), _("To be seen by"))
        list_offers(self.audiences, lambda: showing.audiences(workbench, [item.id]))
        # From then on the menu bar means the thing, too.
        self.audiences.aboutToShow.connect(lambda: workbench.choose([item.id]))
        self.addSeparator()
        self.addAction(icon("trash"), _("Take it out")).triggered.connect(self._take_out)

    def _offer_origins(self, item: BackpackItem) -> None:
        """It was picked up at the halte that is chosen, or at none."""
        here = self._workbench.chosen_stop
        if here is not None and here != item.stop:
            pick = self.addAction(icon("pin"), _("Picked up at the chosen stop"))
            pick.triggered.connect(lambda: self._pick_up(here))
        if item.stop is not None:
            nowhere = self.addAction(icon("loose"), _("Picked up nowhere in particular"))
            nowhere.triggered.connect(lambda: self._pick_up(None))

    def _offer_ways(self, item: BackpackItem) -> None:
        """Laying it down at the halte that is chosen, or taking it along again."""
        here = self._workbench.chosen_stop
        if item.laid is not None:
            again = self.addAction(icon("backpack"), _("Take it along again"))
            again.triggered.connect(lambda: self._put_down(None))
        if item.laid != here or here is None:
            lay = self.addAction(icon("tray"), _("Lay it down at the chosen stop"))
            lay.setEnabled(here is not None)
            lay.triggered.connect(lambda: self._put_down(here))

    def _sort(self, kind: BackpackKind | None) -> None:
        key = self._id
        self._workbench.edit(_("Say what sort it is"), lambda now: edits.sort_item(now, key, kind))

    def _pick_up(self, stop_id: str | None) -> None:
        key, label = self._id, _("Say where it was picked up")
        self._workbench.edit(label, lambda now: edits.pick_up(now, key, stop_id))

    def _put_down(self, stop_id: str | None) -> None:
        key, label = self._id, _("Lay it down on the way")
        if stop_id is None:
            label = _("Take it along again")
        self._workbench.edit(label, lambda now: edits.put_down(now, key, stop_id))

    def _take_out(self) -> None:
        key = self._id
        self._workbench.edit(_("Take out of the backpack"), lambda now: edits.remove(now, [key]))
        self._messages.tell(
            _("Taken out of your backpack."), Offer(_("Put back"), self._workbench.undo)
        )
