"""Aids that can be put away, for who needs less: what has been made with them stays on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reisblog.ui.preferences import Preferences

BACKPACK: Final = "backpack"
COMPANY: Final = "company"
COMPASS: Final = "compass"
MIST: Final = "mist"
PLACES: Final = "places"
AIDS: Final = (BACKPACK, COMPANY, COMPASS, MIST, PLACES)


class Aids(QObject):
    """Which of them lie ready, as this person prefers.

    Signals:
        changed: one was put away or taken out.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences

    def is_out(self, aid: str) -> bool:
        """Whether an aid lies ready."""
        return aid not in self._preferences.settings.aids_away

    def put(self, aid: str, out: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Take an aid out, or put it away."""
        if out != self.is_out(aid):
            away = {*self._preferences.settings.aids_away} ^ {aid}
            self._preferences.change(aids_away=tuple(each for each in AIDS if each in away))
            self.changed.emit()


def tab_of(aid: str) -> str:
    """The tab of the side panel that an aid has to itself; nothing when it has none."""
    return {BACKPACK: "backpack", COMPANY: "company", PLACES: "legend"}.get(aid, "")
