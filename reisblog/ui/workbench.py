"""The desk as the window sees it: history changes as signals, and what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal

from reisblog.desk import Desk
from reisblog.errors import LimitError
from reisblog.model.atlas import Atlas, Place
from reisblog.model.changes import Changes, difference
from reisblog.model.curtain import closed_head, seen_by
from reisblog.model.geometry import Rect
from reisblog.model.journey import Journey, ids_in, tables
from reisblog.model.own_places import OwnPlaces
from reisblog.model.records import Audience, Letters, SlipTint, narrowest
from reisblog.texts import _


class UnderWay(Protocol):
    """Something a person has begun that is not in the history yet."""

    @property
    def undo_label(self) -> str | None:
        """What it is called in "Undo ...", or nothing when undo does not mean it now."""

    def take_back(self) -> None:
        """Undo it."""


class Workbench(QObject):
    """One open journey for the whole window; canvas and panels follow it and never one another.

    Attributes:
        next_tint, next_letters: how the next note looks, like the one before it.

    Signals:
        changed: ``(Journey, Changes)`` after every edit, undo and redo.
        opened: another journey lies on the desk; rebuild everything.
        chosen_changed: the frozenset of ids that are chosen now.
        saved_changed: whether the present is in the file; which file that is may have changed.
        fly_requested: a ``Rect`` in map units that the canvas should glide to.
        look_requested: the id of a place or a compass whose card should open.
        place_pointed: the id of a place that lights up for as long as somebody points at its name
            elsewhere; nothing when nobody does.
        sign_picked: the ``Sign`` of an own place that should come into view.
        write_requested: the id of a record whose text should be edited on the canvas.
        menu_requested: the menu of what is chosen should open, at a ``QPoint`` of the screen.
        compass_wanted: the compass should come out of the bag, onto the map in view.
        refused: the sentence of why an edit was not done; the journey is as it was.
        viewer_changed: the ``Audience`` through whose eyes the journey is seen now.
        opening_asked: the ``Audience`` as whom somebody wants to look, which is locked: that takes
            another step.
    """

    changed = Signal(object, object)
    opened = Signal()
    chosen_changed = Signal(object)
    saved_changed = Signal(bool)
    fly_requested = Signal(object)
    look_requested = Signal(str)
    place_pointed = Signal(str)
    sign_picked = Signal(object)
    write_requested = Signal(str)
    menu_requested = Signal(object)
    compass_wanted = Signal()
    refused = Signal(str)
    viewer_changed = Signal(object)
    opening_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[str] = frozenset()
        self._desk = desk
        self._viewer = Audience.SELF
        self._locked_at: Audience | None = None
        self._lens: Callable[[Journey], Journey] | None = None
        self._seen = desk.journey
        self._seen_places = OwnPlaces(desk.blank_atlas)
        self._was_saved = True
        self.next_tint, self.next_letters = SlipTint.CREAM, Letters.NORMAL
        self._under_way: list[UnderWay] = []
        self._place_on_screen: Callable[[QPoint], Place | None] = lambda _at: None
        desk.history.listen(self._follow)

    @property
    def desk(self) -> Desk:
        """The open journey with its history, media and file."""
        return self._desk

    @property
    def viewer(self) -> Audience:
        """Through whose eyes the journey is seen."""
        return self._viewer

    @property
    def journey(self) -> Journey:
        """The journey as it is now, as far as it is seen; edits are of all of it."""
        return self._seen

    @property
    def atlas(self) -> Atlas:
        """The places, as far as they are seen."""
        return self._seen_places.on_map(self._seen.own_places)

    def look_as(self, viewer: Audience) -> None:
        """See the journey as others may; what is closed to them is not there."""
        if viewer is not self._viewer:
            self._viewer = viewer
            self._show(self._seen_now())
            self.viewer_changed.emit(viewer)

    def look_through(self, lens: Callable[[Journey], Journey]) -> None:
        """See of what others may see only what this leaves of it."""
        self._lens = lens
        self._show(self._seen_now())

    def look_as_class(self, on: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """See what the class may see, or as much as before."""
        self.view_as(Audience.CLASS if on else self._locked_at or Audience.SELF)

    @property
    def locked_at(self) -> Audience | None:
        """As whom one looks at most without another step; nothing while nothing is locked."""
        return self._locked_at

    def lock(self, viewer: Audience | None) -> None:
        """Let nobody look as more than this without another step, or unlock it."""
        self._locked_at = viewer

    def view_as(self, viewer: Audience) -> None:
        """Look as somebody at the screen chose; for a conversation it is locked from then on."""
        locked = self._locked_at
        if locked is not None and narrowest(viewer, locked) is not locked:
            self.opening_asked.emit(viewer)
            return
        if viewer is Audience.CONVERSATION:
            self._locked_at = viewer
        self.look_as(viewer)

    def may_see(self, part: str) -> bool:
        """Whether a part of ``HeadAudience`` is open to who looks now."""
        return part not in closed_head(self._desk.journey, self._viewer)

    def own_place(self, record_id: str) -> Place | None:
        """The place that a record stands for, if it is one of the traveller's own."""
        return self.atlas.places.get(record_id) if record_id in self.journey.own_places else None

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of what is chosen."""
        return self._chosen

    @property
    def chosen_things(self) -> frozenset[str]:
        """The ids of what is chosen, without people: they lie nowhere, so no hand moves them."""
        return self._chosen - self.journey.companions.keys()

    @property
    def chosen_stop(self) -> str | None:
        """The halte that is chosen, or that the chosen photo, note or compass belongs to."""
        journey = self.journey
        stops = {
            key
            if key in journey.stops
            else getattr(
                journey.photos.get(key)
                or journey.notes.get(key)
                or journey.compass_moments.get(key),
                "stop",
                None,
            )
            for key in self._chosen
        } - {None}
        return stops.pop() if len(stops) == 1 else None

    def lay(self, desk: Desk) -> None:
        """Put another journey on the desk; the caller closes the earlier one."""
        self._desk = desk
        self._seen = self._seen_now()
        self._seen_places = OwnPlaces(desk.blank_atlas)
        self._chosen = frozenset()
        desk.history.listen(self._follow)
        self.opened.emit()
        self.chosen_changed.emit(self._chosen)
        self.note_saved()

    def edit(
        self, label: str, edit: Callable[[Journey], Journey], *, key: str | None = None
    ) -> None:
        """Change the journey in one undoable step; steps with one key become one.

        A journey in which nothing more fits stays as it is, and `refused` says so: whoever edits
        in a slot of Qt has nobody to raise to.
        """
        try:
            self._desk.commit(label, edit, key=key)
        except LimitError as error:
            self.refused.emit(str(error))

    def seal(self) -> None:
        """Let the next edit be a step of its own: what was being written is written."""
        self._desk.history.seal()

    def undo_also(self, under_way: UnderWay) -> None:
        """Let undo take this back, too, as long as it is the latest."""
        self._under_way.append(under_way)

    def find_places_by(self, place_on_screen: Callable[[QPoint], Place | None]) -> None:
        """Know who tells which place the map shows at a point of the screen."""
        self._place_on_screen = place_on_screen

    def place_on_screen(self, at: QPoint) -> Place | None:
        """The place that the map shows at a point of the screen, in logical pixels."""
        return self._place_on_screen(at)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or nothing when there is nothing."""
        latest = self._latest_under_way()
        return latest.undo_label if latest is not None else self._desk.history.undo_label

    def undo(self) -> None:
        """Take back the last thing done, be it under way or a step of the history."""
        latest = self._latest_under_way()
        if latest is not None:
            latest.take_back()
        elif self.may_become(self._desk.history.undone):
            self._desk.history.undo()

    def redo(self) -> None:
        """One step forward again."""
        if self.may_become(self._desk.history.redone):
            self._desk.history.redo()

    def may_become(self, journey: Journey | None) -> bool:
        """Whether a step opens nothing that is closed to who looks now; else `refused` tells."""
        if journey is None or self._viewer is Audience.SELF:
            return True
        now = self._desk.journey
        closed = ids_in(now) - ids_in(self._seen)
        opens = not closed.isdisjoint(ids_in(seen_by(journey, self._viewer)))
        still = closed_head(journey, self._viewer)
        if opens or not set(closed_head(now, self._viewer)) <= set(still):
            self.refused.emit(_("That would show what is closed now. Show everything first."))
            return False
        return True

    def choose(self, ids: Iterable[str] = ()) -> None:
        """Let these be what is chosen, as far as they are in the journey."""
        every = [table for _name, table in tables(self.journey)]
        chosen = frozenset(key for key in ids if any(key in table for table in every))
        if chosen != self._chosen:
            self._chosen = chosen
            self._desk.history.seal()
            self.chosen_changed.emit(chosen)

    def fly_to(self, rect: Rect) -> None:
        """Ask the canvas to show this part of the map."""
        self.fly_requested.emit(rect)

    def look_at(self, record_id: str) -> None:
        """Ask for the card of a place or a compass."""
        self.look_requested.emit(record_id)

    def take_out_compass(self) -> None:
        """Ask for a compass on the map, without dragging it there."""
        self.compass_wanted.emit()

    def new_id(self) -> str:
        """An id for a new record."""
        return self._desk.new_id()

    def note_saved(self) -> None:
        """Tell whether the present is in the file, when that has changed."""
        saved = self._desk.history.is_saved
        if saved != self._was_saved:
            self._was_saved = saved
            self.saved_changed.emit(saved)

    def note_file(self) -> None:
        """Tell that the journey has another file, or none any more."""
        self.saved_changed.emit(self._desk.history.is_saved)

    def _latest_under_way(self) -> UnderWay | None:
        return next((one for one in self._under_way if one.undo_label is not None), None)

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if journey is not self._desk.journey:
            return
        if self._viewer is Audience.SELF and self._lens is None:
            self._show(journey, changes)
        else:
            self._show(self._seen_now())
        self.note_saved()

    def _seen_now(self) -> Journey:
        seen = seen_by(self._desk.journey, self._viewer)
        return seen if self._lens is None else self._lens(seen)

    def _show(self, seen: Journey, changes: Changes | None = None) -> None:
        if changes is None:
            changes = difference(self._seen, seen)
        self._seen = seen
        self.changed.emit(seen, changes)
        gone = {key for name in changes.tables for key in changes.removed(name)} & self._chosen
        if gone:
            self.choose(self._chosen)
