"""Who may see what, and the journey as they see it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.curtain import audience_of
from reisblog.model.journey import tables
from reisblog.model.records import Audience, narrowest
from reisblog.model.references import stop_of
from reisblog.texts import _
from reisblog.ui.messages import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from reisblog.ui.messages import Messages
    from reisblog.ui.workbench import Workbench


def audience_name(audience: Audience) -> str:
    """What an audience is called."""
    return {
        Audience.CLASS: _("Class"),
        Audience.CONVERSATION: _("Conversation"),
        Audience.SELF: _("Only you"),
    }[audience]


def closed_name(audience: Audience) -> str:
    """For whom a thing is, where that is not everybody; else nothing."""
    return {
        Audience.CLASS: "",
        Audience.CONVERSATION: _("For a conversation"),
        Audience.SELF: _("Only for you"),
    }[audience]


def audiences(workbench: Workbench, ids: Iterable[str] | None = None) -> list[Offer]:
    """Each audience, for these or all that is chosen; the one that counts is marked.

    What belongs to a halte is never for more than that, so no more is offered.
    """
    chosen = workbench.chosen if ids is None else frozenset(ids)
    journey = workbench.journey
    records = [table[key] for _name, table in tables(journey) for key in table.keys() & chosen]
    haltes = {journey.stops[stop].audience for each in records if (stop := stop_of(each))}
    most = narrowest(Audience.CLASS, *haltes)
    now = {audience_of(journey, record) for record in records}
    return [
        Offer(
            _("{audience}, like the stop").format(audience=audience_name(audience))
            if audience is most is not Audience.CLASS
            else audience_name(audience),
            partial(_show, workbench, chosen, audience),
            holds=now == {audience},
        )
        for audience in (Audience if now else ())
        if narrowest(audience, most) is audience
    ]


def _show(workbench: Workbench, chosen: frozenset[str], audience: Audience) -> None:
    workbench.edit(_("Say who may see it"), lambda now: edits.show_to(now, chosen, audience))


def head_audiences(workbench: Workbench, part: str) -> list[Offer]:
    """Each audience, for a part of ``HeadAudience``; the one it has already is marked."""
    now = getattr(workbench.journey.audience, part)
    return [
        Offer(
            audience_name(audience),
            partial(_show_head, workbench, part, audience),
            holds=now is audience,
        )
        for audience in Audience
    ]


def _show_head(workbench: Workbench, part: str, audience: Audience) -> None:
    workbench.edit(_("Say who may see it"), lambda now: edits.show_head_to(now, part, audience))


def viewer_names() -> dict[Audience, str]:
    """Each through whose eyes the journey can be seen, and what they are called."""
    return {
        Audience.SELF: _("Yourself"),
        Audience.CONVERSATION: _("Conversation"),
        Audience.CLASS: _("Class"),
    }


def viewers(workbench: Workbench) -> list[Offer]:
    """Looks through the eyes of each; the one that holds is marked."""
    return [
        Offer(name, partial(workbench.view_as, viewer), holds=viewer is workbench.viewer)
        for viewer, name in viewer_names().items()
    ]


class Showing(QObject):
    """Says through whose eyes the journey is seen, as long as those are not the traveller's.

    What is locked for a conversation at a table opens by a second step, of the traveller's.
    """

    def __init__(self, workbench: Workbench, switch: QAction, messages: Messages) -> None:
        """Follow the workbench.

        Args:
            workbench: the journey.
            switch: is on while it is what the class sees.
            messages: the way to speak.
        """
        super().__init__()
        self._workbench = workbench
        self._switch = switch
        self._messages = messages
        self._asked = QElapsedTimer()
        workbench.viewer_changed.connect(self._follow)
        workbench.opening_asked.connect(self._ask)

    def _follow(self, viewer: Audience) -> None:
        self._switch.setChecked(viewer is Audience.CLASS)
        if viewer is Audience.SELF:
            self._messages.tell(_("You see everything again."))
            return
        told = {
            Audience.CLASS: _("This is what the class sees."),
            Audience.CONVERSATION: _("This is what is seen in a conversation."),
        }[viewer]
        everything = Offer(_("Show everything"), partial(self._workbench.view_as, Audience.SELF))
        self._messages.tell(told, everything, lasting=True)

    def _ask(self, viewer: Audience) -> None:
        """Say that it is locked, and offer to unlock it, to whoever takes the time to read that."""
        self._asked.start()
        self._switch.setChecked(self._workbench.viewer is Audience.CLASS)
        told = {
            Audience.CLASS: _("It is locked for the class. What is not for them stays closed."),
            Audience.CONVERSATION: _(
                "It is locked for a conversation. What is for you alone stays closed."
            ),
        }
        self._messages.tell(
            told[self._workbench.locked_at or Audience.CONVERSATION],
            Offer(_("Keep it closed"), partial(self._follow, self._workbench.viewer)),
            Offer(_("Unlock"), partial(self._open, viewer)),
            lasting=True,
        )

    def _open(self, viewer: Audience) -> None:
        if not self._asked.hasExpired(QApplication.doubleClickInterval()):
            self._ask(viewer)  # a finger that tapped twice
            return
        self._workbench.lock(None)
        self._workbench.look_as(viewer)
