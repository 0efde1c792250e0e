"""Who may see what is chosen: the menu asks it of anything that lies on the map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reisblog.model import edits
from reisblog.model.journey import tables
from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui.messages import Offer

if TYPE_CHECKING:
    from reisblog.ui.workbench import Workbench


def audience_name(audience: Audience) -> str:
    """What an audience is called."""
    return {
        Audience.CLASS: _("Class"),
        Audience.CONVERSATION: _("Conversation"),
        Audience.SELF: _("Only you"),
    }[audience]


def offers(workbench: Workbench) -> list[Offer]:
    """Each audience, for all that is chosen; the one it has already is marked."""
    chosen = workbench.chosen
    now = {
        table[key].audience
        for _name, table in tables(workbench.journey)
        for key in table.keys() & chosen
    }
    return [
        Offer(audience_name(audience), partial(_show, workbench, audience), holds=now == {audience})
        for audience in (Audience if now else ())
    ]


def _show(workbench: Workbench, audience: Audience) -> None:
    chosen = workbench.chosen
    workbench.edit(_("Say who may see it"), lambda now: edits.show_to(now, chosen, audience))
