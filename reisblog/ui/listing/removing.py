"""Taking a row away; at a halte, what is only named there stays where else it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui.listing import writing
from reisblog.ui.listing.deed import Deed
from reisblog.ui.listing.rows import Kind, Row
from reisblog.ui.messages import Offer
from reisblog.ui.removed_words import said_removed

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.journey import Journey
    from reisblog.ui.messages import Messages
    from reisblog.ui.workbench import Workbench


class Removing:
    """Takes rows away, and offers to put them back."""

    def __init__(self, workbench: Workbench, messages: Messages) -> None:
        self._workbench = workbench
        self._messages = messages

    def offer(self, row: Row) -> Deed | None:
        """What taking it away is called there; nothing where that means nothing."""
        if not self.can_remove(row):
            return None
        words = _REMOVES.get(row.kind, lambda: _("Take away"))()
        return Deed(words=words, icon="trash", act=partial(self.remove, row), apart=True)

    def can_remove(self, row: Row) -> bool:
        """Whether Delete means something there."""
        empty = row.kind in {Kind.TRAVELLER, Kind.ABOUT} and not row.raw
        return row.kind not in {Kind.JOURNEY, Kind.GROUP, Kind.HINT, Kind.MIST} and not empty

    def remove(self, row: Row) -> None:
        """Take a row away; at a halte, what is only named there stays elsewhere."""
        key, stop_id = row.record, row.stop or ""
        name = row.text
        match row.kind:
            case Kind.STOP:
                said = said_removed(self._workbench.journey, {key})
                self._took(said, _("Take the stop away"), lambda now: edits.remove_stop(now, key))
            case Kind.STORY | Kind.WHEN | Kind.ROLE | Kind.ASKER | Kind.TRAVELLER | Kind.ABOUT:
                self._empty(row)
            case Kind.ALONG:
                self._took(
                    _("{name} is no longer along here.").format(name=name),
                    _("Say who was along"),
                    lambda now: edits.accompany(now, key, [stop_id], along=False),
                )
            case Kind.PICKED_UP:
                self._took(
                    _("No longer picked up here. It is still in your backpack."),
                    _("Say where it was picked up"),
                    lambda now: edits.pick_up(now, key, None),
                )
            case Kind.LAID:
                self._took(
                    _("You carry it again."),
                    _("Take it along again"),
                    lambda now: edits.put_down(now, key, None),
                )
            case Kind.THING:
                label, said = _("Take out of the backpack"), _("Taken out of your backpack.")
                self._took(said, label, lambda now: edits.remove(now, [key]))
            case Kind.PERSON:
                said = _("{name} no longer travels along.").format(name=name)
                label = _("Take leave of somebody")
                self._took(said, label, lambda now: edits.remove(now, [key]))
            case Kind.PHOTO | Kind.NOTE | Kind.TRAIL | Kind.PLACE | Kind.COMPASS:
                said = said_removed(self._workbench.journey, {key})
                self._took(said, _("Take away"), lambda now: edits.remove(now, [key]))

    def _empty(self, row: Row) -> None:
        written = writing.writing_in(row)
        if written is not None:
            self._took(_("The words are gone."), written.label, lambda now: written.change(now, ""))

    def _took(self, said: str, label: str, edit: Callable[[Journey], Journey]) -> None:
        self._workbench.desk.history.seal()
        self._workbench.edit(label, edit)
        self._messages.tell(said, Offer(_("Put back"), self._workbench.undo))


_REMOVES: dict[Kind, Callable[[], str]] = {
    Kind.ALONG: lambda: _("Not along here"),
    Kind.PICKED_UP: lambda: _("Not picked up here"),
    Kind.LAID: lambda: _("Take it along again"),
    Kind.THING: lambda: _("Take it out"),
}
