"""What can be done with what is chosen, and with what a finished gesture asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from reisblog.model import edits
from reisblog.model.arrangement import arrangement
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey, photos_of
from reisblog.model.locks import free
from reisblog.model.room import on_sheet
from reisblog.texts import _
from reisblog.tools import drop, put_down
from reisblog.tools.choose import rehomed
from reisblog.ui.canvas.belonging import Belonging
from reisblog.ui.canvas.drops import Drops, holds_address, holds_photos, sources_in, text_in
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.text_editor import blank_note, new_note
from reisblog.ui.canvas.writing import Writer
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.removed_words import said_removed
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from reisblog.tools.gesture import Opposite
    from reisblog.ui.canvas.large_view import LargeView

_LEAST_TARGET_PX = 48.0


class Handling:
    """The verbs of the canvas: remove, move a little, paste, open, write, lay down."""

    def __init__(
        self,
        *,
        workbench: Workbench,
        scene: CanvasScene,
        drops: Drops,
        writer: Writer,
        large: Callable[[], LargeView],
        messages: Messages,
        belonging: Belonging,
        scale: Callable[[], float],
    ) -> None:
        """Know whom to ask.

        Args:
            workbench: the open journey.
            scene: what lies where.
            drops: lays things down.
            writer: writes on things.
            large: gives the place where a photo is seen large.
            messages: the way to speak.
            belonging: tells whose a compass is.
            scale: gives the logical pixels per map unit.
        """
        self._workbench = workbench
        self._scene = scene
        self._drops = drops
        self._writer = writer
        self._large = large
        self._messages = messages
        self._belonging = belonging
        self._scale = scale

    def plan(self, at: Point, *, under: str | None = None) -> drop.Plan:
        """What laying photos down at a point of the map would mean."""
        return drop.plan(
            self._workbench.journey,
            self._workbench.atlas,
            at,
            chosen_stop=self._workbench.chosen_stop,
            under=self._stop_of(under),
            reach=_LEAST_TARGET_PX / 2 / self._scale(),
        )

    def stop_at(self, at: Point, *, under: str | None = None) -> str | None:
        """The halte that is meant at a point of the map, with what lies there; or none."""
        return put_down.stop_at(
            self._workbench.journey,
            self._workbench.atlas,
            at,
            chosen_stop=self._workbench.chosen_stop,
            under=under,
            reach=_LEAST_TARGET_PX / 2 / self._scale(),
        )

    def remove_chosen(self) -> None:
        """Take away what is chosen; the photos of a halte go back to the tray.

        A person whose stretches are lit stays: one takes leave of them at their own card.
        """
        chosen = self._workbench.chosen_things
        ids = free(self._workbench.journey, chosen)
        if not ids:
            if chosen:
                self._messages.tell(_("That is pinned down. Let it go first."))
            return
        text = said_removed(self._workbench.journey, ids)
        if ids != chosen:
            text += " " + _("What is pinned down stays.")
        self._workbench.edit(_("Take away"), lambda journey: edits.remove(journey, ids))
        self._messages.tell(text, Offer(_("Put back"), self._workbench.undo))

    def choose_all(self) -> None:
        """Choose everything on the map, also what lies hidden deeper in a pile."""
        journey = self._workbench.journey
        photos = [lie.photo for lie in arrangement(journey)]
        self._workbench.choose(
            [
                *photos,
                *journey.notes,
                *journey.trails,
                *journey.stops,
                *journey.own_places,
                *journey.compass_moments,
            ]
        )

    def nudge(self, by: Point) -> bool:
        """Move what is chosen and not pinned so far, in map units; tells whether anything is."""
        ids = free(self._workbench.journey, self._workbench.chosen_things)
        if not ids:
            return False
        photos = self._workbench.journey.photos
        out = {
            key: at + by
            for key in ids
            if (at := self.taken_out_from(key)) is not None and photos[key].stop not in ids
        }
        sheet = self._workbench.atlas.bounds
        homes = self._belonging.homes(ids, by)

        def moved(journey: Journey) -> Journey:
            journey = edits.lay_down(edits.move(journey, ids - out.keys(), by, sheet=sheet), out)
            return rehomed(journey, homes)

        self._workbench.edit(
            _("Move"),
            moved,
            key=f"nudge-{'-'.join(sorted(ids))}",
        )
        return True

    def paste(self, mime: QMimeData, at: Point) -> None:
        """Lay down what the clipboard holds: photos, or a text as a note."""
        if holds_photos(mime) and (sources := sources_in(mime)):
            self._scene.enter_from(at)
            self._drops.lay_files(sources, self.plan(at))
        elif (text := text_in(mime)) is not None:
            spot = on_sheet(at, self._workbench.atlas.bounds)
            note = new_note(blank_note(self._workbench, spot))
            self._workbench.edit(note.label, lambda journey: note.change(journey, text))
            self._workbench.choose({note.record_id})
        elif holds_address(mime):
            self._drops.tell_address()

    def tapped_with_text(self, target: str, at: Point) -> None:
        """The text tool touched a thing, or the ground (an empty target).

        The thing is chosen, so that what is written stays in sight beside it.
        """
        if target and self._workbench.own_place(target) is None:
            self._workbench.choose({target})
            self._writer.on(target)
        else:
            self._writer.note(at)

    def double_tapped(self, target: str | None, at: Point) -> None:
        """A thing was tapped twice, or bare map (no target)."""
        if target is None:
            self._scene.gather()
            self._writer.note(at)
        elif target in self._workbench.journey.photos:
            self.open_large(target)
        elif target in self._workbench.journey.own_places:
            self._workbench.look_at(target)
        else:
            self._writer.on(target)

    def open_chosen(self) -> bool:
        """Show a chosen photo large, or write on what is no photo; tells whether it could."""
        if len(self._workbench.chosen) != 1:
            return False
        record_id = next(iter(self._workbench.chosen))
        journey = self._workbench.journey
        if record_id in journey.photos:
            self.open_large(record_id)
        elif record_id in journey.stops and (photos := photos_of(journey, record_id)):
            self.open_large(photos[0].id)
        elif record_id in journey.own_places:
            self._workbench.look_at(record_id)
        else:
            self._writer.on(record_id)
        return True

    def open_large(self, photo_id: str) -> None:
        """Show a photo large, with the others of its halte beside it."""
        journey = self._workbench.journey
        photo = journey.photos[photo_id]
        together = photos_of(journey, photo.stop) if photo.stop else [photo]
        self._large().open(together, together.index(photo))

    def carried(self, ids: frozenset[str]) -> None:
        """Things were moved; a loose photo that now lies on a place may become a halte there."""
        photos = self._workbench.journey.photos
        photo = photos.get(next(iter(ids))) if len(ids) == 1 else None
        if photo is not None and photo.at is not None and photo.stop is None:
            self._drops.offer_stop([photo.id], self.plan(photo.at))

    def offer_opposite(self, opposite: Opposite) -> None:
        """Say what a gesture was taken for, and offer what it may have been meant as."""
        edit = opposite.edit
        self._messages.tell(
            opposite.text,
            Offer(opposite.offer, lambda: self._workbench.edit(edit.label, edit.apply)),
        )

    def written(self, note_id: str) -> None:
        """A new note was written; where it lies on a place, it may become a halte there."""
        note = self._workbench.journey.notes.get(note_id)
        if note is not None:
            self._drops.offer_stop_of_note(note_id, self.plan(note.at).place)

    def taken_out_from(self, record_id: str) -> Point | None:
        """Where a photo of a fan or a spread pile is seen; nothing for what lies by itself."""
        photo = self._workbench.journey.photos.get(record_id)
        lie = self._scene.lie_of(record_id)
        return lie.at if photo is not None and photo.at is None and lie is not None else None

    def _stop_of(self, record_id: str | None) -> str | None:
        """The halte whose fan or pile a photo lies in, or the halte itself."""
        photo = self._workbench.journey.photos.get(record_id or "")
        return photo.stop if photo is not None and photo.at is None else record_id
