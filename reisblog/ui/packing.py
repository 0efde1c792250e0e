"""Copying into the backpack, in one gesture: what lies on the map, a photo, words, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from reisblog import texts
from reisblog.model import edits
from reisblog.model.luggage import can_be_packed, copy_of, seen_with
from reisblog.model.records import BackpackItem
from reisblog.texts import _, ngettext
from reisblog.ui.messages import Message, Messages, Offer
from reisblog.ui.panels.prints import PrintList
from reisblog.ui.written import record_written_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.ui.bring_in import BringIn, Source
    from reisblog.ui.workbench import Workbench


class Packing:
    """Puts copies in the backpack, and says so; the originals stay where they are."""

    def __init__(
        self,
        workbench: Workbench,
        bring_in: BringIn,
        messages: Messages,
        *,
        waiting: Callable[[], Iterable[str]],
    ) -> None:
        """Know whom to ask.

        Args:
            workbench: the open journey.
            bring_in: takes files in.
            messages: the way to speak.
            waiting: gives the ids of photos that are chosen among those not yet laid down.
        """
        self._workbench = workbench
        self._bring_in = bring_in
        self._messages = messages
        self._waiting = waiting

    def pack_chosen(self) -> None:
        """Copy the words that are selected, where some are; else what is chosen."""
        focused = QApplication.focusWidget()
        if (words := _selected_in(focused)) and (record := record_written_in(focused)):
            self.pack_words(words, record)
        elif not self.pack(_chosen_in(focused) or self._workbench.chosen or self._waiting()):
            self._messages.tell(
                _("Choose a photo, a note or a stop, and it can go into your backpack.")
            )

    def can_pack(self, ids: Iterable[str]) -> bool:
        """Whether any of these can be copied into the backpack."""
        return any(can_be_packed(self._workbench.journey, key) for key in ids)

    def pack(self, ids: Iterable[str]) -> bool:
        """Copy these, as far as they can be carried; tells whether any can."""
        journey = self._workbench.journey
        wanted = {key: self._workbench.new_id() for key in dict.fromkeys(ids)}
        copies = [
            copy
            for key, item_id in wanted.items()
            if (copy := self._copy_of(journey, key, item_id)) is not None
        ]
        self._put_in(copies)
        return bool(copies)

    def pack_words(self, words: str, record: str | None = None) -> None:
        """Put words in, which somebody wrote on this record or elsewhere."""
        journey = self._workbench.journey
        line = " ".join(words.split())
        copy = copy_of(
            journey, record or "", item_id=self._workbench.new_id(), otherwise="", words=line
        )
        if line and copy is not None:
            self._put_in([msgspec.structs.replace(copy, photo=None)])
        elif line:
            there = seen_with(journey, record or "")
            item_id = self._workbench.new_id()
            self._put_in([BackpackItem(id=item_id, text=line, audience=there)])

    def pack_files(self, sources: Sequence[Source]) -> None:
        """Bring pictures in and put a thing in the backpack for each; they lie ready as well."""

        def landing(journey: Journey, photos: Sequence[Photo]) -> Journey:
            journey = edits.bring_in(journey, photos)
            for photo in photos:
                copy = self._copy_of(journey, photo.id, self._workbench.new_id())
                if copy is not None:
                    journey = edits.pack(journey, copy)
            return journey

        def said(photo_ids: Sequence[str]) -> Message | None:
            return Message(self._said(len(photo_ids)), (self._offer(),)) if photo_ids else None

        self._bring_in.land(sources, landing, finished=said)

    def was_laid_down(self, item_id: str) -> bool:
        """Whether a thing lies somewhere on the way."""
        item = self._workbench.journey.backpack.get(item_id)
        return item is not None and item.laid is not None

    def take_along(self, item_id: str) -> None:
        """What was laid down on the way is carried again."""
        if self.was_laid_down(item_id):
            self._workbench.edit(
                _("Take it along again"), lambda now: edits.put_down(now, item_id, None)
            )

    def _copy_of(self, journey: Journey, record_id: str, item_id: str) -> BackpackItem | None:
        """A copy of it, called what can be said of a photo or halte that nobody wrote on."""
        otherwise = _journey_word(journey)
        if (stop := journey.stops.get(record_id)) is not None:
            places = self._workbench.atlas.places
            named = [
                places[key].name
                for key in stop.places
                if key in places and seen_with(journey, key).is_open_to(stop.audience)
            ]
            otherwise = next(iter(named), "") or _("On the way")
        return copy_of(journey, record_id, item_id=item_id, otherwise=otherwise)

    def _put_in(self, copies: Sequence[BackpackItem]) -> None:
        if not copies:
            return

        def packed(journey: Journey) -> Journey:
            for copy in copies:
                journey = edits.pack(journey, copy)
            return journey

        self._workbench.edit(_("Put in the backpack"), packed)
        if copies[0].id in self._workbench.desk.journey.backpack:  # or the journey is full
            self._messages.tell(self._said(len(copies)), self._offer())

    def _said(self, count: int) -> str:
        return ngettext("It is in your backpack.", "They are in your backpack.", count)

    def _offer(self) -> Offer:
        return Offer(_("Put back"), self._workbench.undo)


def _journey_word(journey: Journey) -> str:
    """What a photo without words is called, in the journey's own language."""
    code = journey.language.replace("_", "-").split("-")[0]
    spoken = texts.catalogue(code if code in texts.LANGUAGES else "nl")
    return spoken.gettext("Photo")


def _chosen_in(widget: object) -> list[str]:
    """The photos that are chosen in a row of prints."""
    return widget.chosen_ids() if isinstance(widget, PrintList) else []


def _selected_in(widget: object) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().selectedText().replace("\u2029", "\n").strip()
    return widget.selectedText().strip() if isinstance(widget, QLineEdit) else ""
