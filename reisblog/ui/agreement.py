"""Before the first book, picture or copy of a journey: people in photos should agree.

The book's own dialog says it where the book is looked at; the others have none, and a message does.
"""

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

    def due(self, viewer: Audience) -> list[Photo]:
        """The photos of what is made for these viewers; none where it was said already."""
        journey = self._workbench.desk.journey
        if journey.id in self._preferences.settings.agreed or journey.id in self._said:
            return []
        return [*seen_by(journey, viewer).photos.values()]

    def heard(self) -> None:
        """It was said, and is not said again."""
        journey, known = self._workbench.desk.journey.id, self._preferences.settings.agreed
        if journey not in known:
            self._said.add(journey)  # where nothing is kept, at least for as long as this runs
            self._preferences.change(agreed=(*known, journey)[-MOST_AGREED:])

    def look(self, photos: Sequence[Photo]) -> None:
        """Show photos large, where faces can be hidden."""
        self._look(photos)

    def reminds(self, viewer: Audience, go_on: Callable[[], None]) -> bool:
        """Say it in a message, unless it was said; tells whether it was said now.

        Args:
            viewer: for whom something is to be made.
            go_on: makes it.
        """
        photos = self.due(viewer)
        if not photos:
            return False
        self.heard()
        self._messages.tell(
            people_in_photos(),
            Offer(_("Go on"), go_on),
            Offer(_("Look at the photos"), lambda: self._look(photos)),
            lasting=True,
        )
        return True
