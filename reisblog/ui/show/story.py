"""Where the telling of a journey is, and where it goes next; the board and the teller follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reisblog.model.curtain import seen_by
from reisblog.model.journey import ids_in
from reisblog.model.own_places import OwnPlaces
from reisblog.model.tour import Kind, Moment, Tour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.desk import Desk
    from reisblog.model.atlas import Atlas
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.model.records import Audience


class Story(QObject):
    """The tour of the journey on a desk, for one audience from the first moment on.

    Attributes:
        viewer: to whom it is told.
        tour: its moments.
        at: which of them is shown.
        left: the moment at which the story was left to wander; nothing while it is told.
        hides: whether something that was told before the last change no longer is.

    Signals:
        moved: ``(before, now)``: another moment is shown.
        changed: the journey is another than before; the moment may be, too.
    """

    moved = Signal(int, int)
    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        viewer: Audience,
        *,
        together: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.viewer = viewer
        self._together = together
        self._places = OwnPlaces(desk.blank_atlas)
        self.tour = self._plan()
        self.at = 0
        self.left: int | None = None
        self._aside: list[int] = []
        self.hides = False
        desk.history.listen(self._follow)

    @property
    def moment(self) -> Moment:
        """What is shown now."""
        return self.tour.moments[self.at]

    @property
    def journey(self) -> Journey:
        """All that is told."""
        return self.tour.journey

    @property
    def atlas(self) -> Atlas:
        """The places, the traveller's own among them."""
        return self._places.on_map(self.journey.own_places)

    @property
    def is_over(self) -> bool:
        """Whether all is told."""
        return self.moment.kind is Kind.WHOLE

    @property
    def following(self) -> int | None:
        """The moment that comes next; nothing at the end."""
        if self.left is not None:
            place = self._aside.index(self.at) + 1
            return self._aside[place] if place < len(self._aside) else self.left
        return self.at + 1 if self.at < self.tour.end else None

    @property
    def together(self) -> bool:
        """Whether the photos of a halte come all at once."""
        return self._together

    def show_together(self, *, together: bool) -> None:
        """Let the photos of a halte come all at once, or one by one."""
        if together != self._together:
            self._together = together
            self._plan_anew()

    def look_as(self, viewer: Audience) -> None:
        """Tell it to others from now on; what is closed to them is no longer there."""
        if viewer is not self.viewer:
            self.viewer = viewer
            self._plan_anew()

    def next(self) -> None:
        """One moment on; who wanders comes back to the story after the last one there."""
        self._step(1)

    def back(self) -> None:
        """One moment back; who wanders comes back to the story from the first one there."""
        self._step(-1)

    def home(self) -> None:
        """To the map as it lies there by now; the story goes on where it was."""
        if self.at > 1:
            self.wander([1])
        else:
            self.go(1)

    def go(self, moment: int) -> None:
        """To any moment of the story."""
        self.left = None
        self._show(min(max(0, moment), self.tour.end))

    def wander(self, moments: Sequence[int]) -> None:
        """Leave the story for these moments; it goes on where it was."""
        if moments:
            self.left = self.at if self.left is None else self.left
            self._aside = list(moments)
            self._show(moments[0])

    def come_back(self) -> None:
        """To where the story was left."""
        if self.left is not None:
            self.go(self.left)

    def _step(self, by: int) -> None:
        if self.left is None:
            self.go(self.at + by)
            return
        place = self._aside.index(self.at) + by
        if 0 <= place < len(self._aside):
            self._show(self._aside[place])
        else:
            self.come_back()

    def _show(self, moment: int) -> None:
        if moment != self.at:
            before, self.at = self.at, moment
            self.moved.emit(before, moment)

    def _plan(self) -> Tour:
        journey = seen_by(self._desk.journey, self.viewer)
        atlas = self._places.on_map(journey.own_places)
        return Tour(journey, atlas, together=self._together)

    def _plan_anew(self) -> None:
        """The same halte is shown, or the end of what there is."""
        before, told = self.moment, self.tour.journey
        stop = self.tour.chapter(self.at)
        self.tour = self._plan()
        self.hides = _hides(told, self.tour.journey)
        again = [
            index
            for index, moment in enumerate(self.tour.moments)
            if moment.kind is before.kind and moment.ids == before.ids
        ]
        begins = [
            self.tour.begin_of(number)
            for number, chapter in enumerate(self.tour.chapters)
            if stop is not None and chapter.stop.id == stop.stop.id
        ]
        self.left = None
        self.at = min([*again, *begins, self.at][0], self.tour.end)
        self.changed.emit()

    def _follow(self, journey: Journey, _changes: Changes) -> None:
        if journey is self._desk.journey:
            self._plan_anew()


def _hides(before: Journey, now: Journey) -> bool:
    """Whether less is seen: something is gone, or a photo shows another part of itself."""
    if not ids_in(before) <= ids_in(now):
        return True
    return any(
        (photo.media, photo.crop, photo.blurs)
        != (now.photos[key].media, now.photos[key].crop, now.photos[key].blurs)
        for key, photo in before.photos.items()
        if photo is not now.photos[key]
    )
