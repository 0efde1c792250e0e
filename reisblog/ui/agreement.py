"""Before the first book, picture or copy of a journey: people in photos should agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.curtain import seen_by
from reisblog.storage.settings import MOST_AGREED
from reisblog.texts import _
from reisblog.ui.messages import Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reisblog.model.records import Audience, Photo
    from reisblog.ui.messages import Messages
    from reisblog.ui.preferences import Preferences
    from reisblog.ui.workbench import Workbench


def people_in_photos() -> str:
    """What is to be thought of where people are in photos."""
    return _(
        "If someone is in your photo, ask whether that is all right. You can also hide a "
        "face: look at the photo large and choose “Hide a face”."
    )


class Agreement:
    """Says so once for each journey on this computer; whoever asks again simply goes on."""

    def __init__(
        self,
        workbench: Workbench,
        preferences: Preferences,
        messages: Messages,
        look: Callable[[Sequence[Photo]], None],
    ) -> None:
        """Know whom to ask.

        Args:
            workbench: the open journey.
            preferences: remembers for which journeys it was said.
            messages: the way to speak.
            look: shows photos large, where faces can be hidden.
        """
        self._workbench = workbench
        self._preferences = preferences
        self._messages = messages
        self._look = look
        self._said: set[str] = set()

    def reminds(self, viewer: Audience, go_on: Callable[[], None]) -> bool:
        """Say it, unless it was said or there are no photos; tells whether it was said now.

        Args:
            viewer: for whom something is to be made.
            go_on: makes it.
        """
        journey = self._workbench.desk.journey
        photos = [*seen_by(journey, viewer).photos.values()]
        known = self._preferences.settings.agreed
        if not photos or journey.id in known or journey.id in self._said:
            return False
        self._said.add(journey.id)  # where nothing is kept, at least for as long as this runs
        self._preferences.change(agreed=(*known, journey.id)[-MOST_AGREED:])
        self._messages.tell(
            people_in_photos(),
            Offer(_("Go on"), go_on),
            Offer(_("Look at the photos"), lambda: self._look(photos)),
            lasting=True,
        )
        return True
