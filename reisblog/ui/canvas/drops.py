"""Photos dropped or pasted onto the canvas: what lights up, what is done, what is offered after."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from reisblog.model import edits
from reisblog.model.arrangement import LARGEST_FAN
from reisblog.model.atlas import Place
from reisblog.model.journey import Journey
from reisblog.model.records import Photo
from reisblog.texts import _, language
from reisblog.tools import drop
from reisblog.ui.bring_in import BringIn, Source
from reisblog.ui.messages import Message, Messages, Offer
from reisblog.ui.workbench import Workbench

PHOTO_IDS = "application/x-reisblog-photos"
_ENCODED = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/avif")


def photo_ids_in(mime: QMimeData) -> list[str]:
    """The ids of photos dragged from the tray; none when another program wrote something else."""
    if not mime.hasFormat(PHOTO_IDS):
        return []
    try:
        ids = json.loads(bytes(mime.data(PHOTO_IDS).data()))
    except (ValueError, RecursionError):
        return []
    return ids if isinstance(ids, list) and all(isinstance(key, str) for key in ids) else []


def sources_in(mime: QMimeData) -> list[Source]:
    """The files or encoded pictures in a drop or on the clipboard; never an address on the net."""
    files: list[Source] = [
        Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and not url.host()
    ]
    if files:
        return files
    for name in _ENCODED:
        if mime.hasFormat(name):
            return [bytes(mime.data(name).data())]
    if _holds_pixels(mime) and isinstance(image := mime.imageData(), QImage) and not image.isNull():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return [bytes(buffer.data().data())]
    return []


def holds_photos(mime: QMimeData) -> bool:
    """Whether a drop may hold photos; said without reading any of them."""
    return (
        mime.hasFormat(PHOTO_IDS)
        or any(url.isLocalFile() and not url.host() for url in mime.urls())
        or _holds_pixels(mime)
        or any(mime.hasFormat(name) for name in _ENCODED)
    )


def holds_address(mime: QMimeData) -> bool:
    """Whether a drop points to something on the net, or on another computer; never followed."""
    linked = any(not url.isLocalFile() or url.host() for url in mime.urls())
    return linked or "<img" in mime.html().casefold()


def text_in(mime: QMimeData) -> str | None:
    """The words in it, also when they are an address on the net; the name of a file is none."""
    text = "" if any(url.isLocalFile() for url in mime.urls()) else mime.text().strip()
    return text or None


def _holds_pixels(mime: QMimeData) -> bool:
    """Whether it holds a picture that is decoded already.

    Where programs hand over files of any kind, Qt would decode those here, in this process.
    """
    encoded = any(name.startswith("image/") for name in mime.formats())
    return mime.hasImage() and not (encoded and sys.platform == "linux")


def where(place: Place) -> str:
    """How one is at a place: "in de Herberg"."""
    return place.where.get(language(), place.where["nl"])


class Drops:
    """Carries out what ``tools.drop`` has planned, and offers its opposite."""

    def __init__(
        self,
        workbench: Workbench,
        bring_in: BringIn,
        messages: Messages,
        settled: Callable[[], None],
    ) -> None:
        """Know whom to tell.

        Args:
            workbench: the journey.
            bring_in: takes files in.
            messages: the way to speak.
            settled: called when all photos of a drop lie, or none will.
        """
        self._workbench = workbench
        self._bring_in = bring_in
        self._messages = messages
        self._settled = settled

    def label(self, planned: drop.Plan) -> str:
        """What the lit label says while something hovers here; empty over open ground."""
        place = planned.place
        if planned.joins is not None:
            stop = self._workbench.journey.stops[planned.joins]
            at = self._workbench.atlas.places.get(stop.places[0]) if stop.places else None
            return _("At your stop {where}").format(where=where(at)) if at else _("At your stop")
        if place is None:
            return ""
        chain = self._workbench.atlas.chain(place.id)
        return ", ".join([place.short, *(where(outer) for outer in chain[1:2])])

    def lay_files(self, sources: Sequence[Source], planned: drop.Plan) -> None:
        """Bring files in and lay them where they were dropped."""
        stop_id = self._workbench.new_id()

        def landing(journey: Journey, photos: Sequence[Photo]) -> Journey:
            atlas = self._workbench.atlas
            return drop.landed(journey, atlas, planned, photos, stop_id=stop_id)

        self._bring_in.land(
            sources, landing, finished=lambda ids: self._laid(planned, ids, stop_id)
        )

    def lay_from_tray(self, photo_ids: Sequence[str], planned: drop.Plan) -> None:
        """Lay down photos that were waiting; those of another journey are no part of this one."""
        stop_id = self._workbench.new_id()
        known = self._workbench.journey.photos
        here = [key for key in dict.fromkeys(photo_ids) if key in known]

        def lay(journey: Journey) -> Journey:
            photos = [journey.photos[key] for key in here]
            atlas = self._workbench.atlas
            return drop.landed(journey, atlas, planned, photos, stop_id=stop_id)

        if here:
            self._workbench.edit(_("Lay down photos"), lay)
        said = self._laid(planned, here, stop_id)
        if said is not None:
            self._messages.tell(said.text, *said.offers)

    def tell_address(self) -> None:
        """A picture on the net was dropped: it comes in once it is a file."""
        self._messages.tell(
            _(
                "That picture is on the internet or on another computer, and Reisblog fetches "
                "nothing from there. Save it on this computer first, then drag the file."
            )
        )

    def offer_stop_of_note(self, note_id: str, place: Place | None) -> None:
        """A note was written on a place: it may become a halte there, which needs no photo."""
        if place is not None:
            text = _("Note {where}.").format(where=where(place))
            offer = Offer(_("Make it a stop"), lambda: self._make_stop_of(note_id, place))
            self._messages.tell(text, offer)

    def offer_stop(self, photo_ids: Sequence[str], planned: drop.Plan) -> None:
        """Photos were moved onto a place: they lie exactly there, and may become a halte."""
        place = planned.place
        if place is None or not photo_ids:
            return
        text = _("Laid exactly here, {where}.").format(where=where(place))
        self._messages.tell(
            text,
            Offer(
                _("Make it a stop"),
                lambda: self.lay_from_tray(photo_ids, drop.Plan(at=planned.at, place=place)),
            ),
        )

    def _laid(self, planned: drop.Plan, photo_ids: Sequence[str], stop_id: str) -> Message | None:
        """Choose what was laid down; gives what is to be said about it."""
        workbench = self._workbench
        self._settled()
        if not photo_ids:
            return None
        if planned.joins is not None and planned.joins in workbench.journey.stops:
            workbench.choose({planned.joins})
            return self._said_joined(planned.joins, photo_ids)
        if stop_id in workbench.journey.stops:
            workbench.choose({stop_id})
            return self._said_started(stop_id, photo_ids)
        here = [key for key in photo_ids if key in workbench.journey.photos]
        workbench.choose(here)
        return self._said_loose(here)

    def _said_joined(self, stop_id: str, photo_ids: Sequence[str]) -> Message:
        place = self._place_of(stop_id)
        text = (
            _("Added to your stop {where}.").format(where=where(place))
            if place
            else _("Added to your stop.")
        )
        return Message(text, (Offer(_("Make it a new stop"), lambda: self._split(photo_ids)),))

    def _said_started(self, stop_id: str, photo_ids: Sequence[str]) -> Message | None:
        """Say what was made; offer to join the latest earlier halte at the same place, or none."""
        place = self._place_of(stop_id)
        if place is None:
            return None
        journey = self._workbench.journey
        earlier = [
            key for key in journey.order if key != stop_id and place.id in journey.stops[key].places
        ]
        text = _("New stop {where}.").format(where=where(place))
        if earlier:
            offer = Offer(_("Add to your earlier stop"), lambda: self._join(stop_id, earlier[-1]))
        else:
            offer = Offer(_("Lay down loose"), lambda: self._loosen(stop_id, photo_ids))
        return Message(text, (offer,))

    def _said_loose(self, photo_ids: Sequence[str]) -> Message | None:
        """Say that many lie loose, as many as would be a pile; fewer speak for themselves."""
        if len(photo_ids) <= LARGEST_FAN:
            return None
        text = _("{n} photos laid loose on the map.").format(n=len(photo_ids))
        return Message(text, (Offer(_("Lay them ready"), lambda: self._lay_ready(photo_ids)),))

    def _lay_ready(self, photo_ids: Sequence[str]) -> None:
        self._workbench.edit(
            _("Lay them ready"),
            lambda journey: edits.take_back(
                journey, [key for key in photo_ids if key in journey.photos]
            ),
        )
        self._workbench.choose()

    def _make_stop_of(self, note_id: str, place: Place) -> None:
        stop_id = self._workbench.new_id()
        atlas = self._workbench.atlas
        self._workbench.edit(
            _("Make it a stop"),
            lambda journey: drop.stop_of_note(
                journey, atlas, note_id, (place.id,), stop_id=stop_id
            ),
        )
        if stop_id in self._workbench.journey.stops:
            self._workbench.choose({stop_id})

    def _split(self, photo_ids: Sequence[str]) -> None:
        stop_id = self._workbench.new_id()
        atlas = self._workbench.atlas
        self._workbench.edit(
            _("Make it a new stop"),
            lambda journey: drop.split_off(journey, atlas, photo_ids, stop_id=stop_id),
        )
        if stop_id in self._workbench.journey.stops:
            self._workbench.choose({stop_id})

    def _join(self, stop_id: str, into: str) -> None:
        if {stop_id, into} <= self._workbench.journey.stops.keys():
            self._workbench.edit(
                _("Add to your earlier stop"),
                lambda journey: edits.join_stops(journey, stop_id, into),
            )
            self._workbench.choose({into})

    def _loosen(self, stop_id: str, photo_ids: Sequence[str]) -> None:
        def loosen(journey: Journey) -> Journey:
            stop = journey.stops.get(stop_id)
            here = [key for key in photo_ids if key in journey.photos]
            if stop is None:
                return journey
            photos = [journey.photos[key] for key in here]
            journey = edits.remove_stop(edits.take_back(journey, here), stop_id)
            return drop.landed(
                journey, self._workbench.atlas, drop.Plan(at=stop.at), photos, stop_id=""
            )

        self._workbench.edit(_("Lay down loose"), loosen)
        here = [key for key in photo_ids if key in self._workbench.journey.photos]
        self._workbench.choose(here)
        if (said := self._said_loose(here)) is not None:
            self._messages.tell(said.text, *said.offers)

    def _place_of(self, stop_id: str) -> Place | None:
        stop = self._workbench.journey.stops[stop_id]
        return self._workbench.atlas.places.get(stop.places[0]) if stop.places else None
