"""What is said of a travel book that lacks what its readers may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.curtain import seen_by
from reisblog.model.records import Audience
from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from reisblog.model.book import Wish
    from reisblog.model.journey import Journey


def told(journey: Journey, wish: Wish) -> str:
    """How many haltes are not in it, and for whom it is; mostly nothing."""
    seen = seen_by(journey, wish.viewer)
    if stops := len(journey.stops) - len(seen.stops):
        whom = {
            Audience.CLASS: _("for the class"),
            Audience.CONVERSATION: _("for the conversation"),
            Audience.SELF: _("for yourself"),
        }[wish.viewer]
        return ngettext(
            "One stop is not in it: this book is {whom}.",
            "{n} stops are not in it: this book is {whom}.",
            stops,
        ).format(n=stops, whom=whom)
    return "" if seen is journey else _("What not everybody may see is not in it.")
