"""One open journey without Qt: its history, its pictures and its file.

The window and the command line both work at a desk. All calls belong to one thread; only what
``prepare_save`` and ``prepare_export`` give may run on another.
"""

from __future__ import annotations

import os
from collections import deque
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

import msgspec

from reisblog import look, texts
from reisblog.errors import FileExistsAlreadyError, LimitError, SaveError, UnreadablePhotoError
from reisblog.model import amount, edits, room
from reisblog.model.arrangement import turn_of
from reisblog.model.history import History
from reisblog.model.journey import RECORD_TYPES, Journey
from reisblog.model.own_places import OwnPlaces, told_apart
from reisblog.model.records import Note, Photo, Stop
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future
    from types import TracebackType

    from reisblog.model.atlas import Atlas
    from reisblog.model.geometry import Point
    from reisblog.photos.decoder import Decoder, Intake
    from reisblog.resources import Folders
    from reisblog.storage.codec import Leftovers
    from reisblog.storage.container import Container
    from reisblog.storage.known_maps import KnownMaps
    from reisblog.storage.media import MediaStore
    from reisblog.storage.saving import Save

    Progress = Callable[[float], None]

_RENDITION_PX = 512
_PRINT_QUALITY = 90
_SCREEN_QUALITY = 85


class Desk:
    """A journey being worked at.

    Attributes:
        blank_atlas: the map without the traveller's own places.
        history: present, undo and redo.
        path: its file, or nothing when it was never saved.
    """

    def __init__(
        self,
        journey: Journey,
        *,
        folders: Folders,
        atlas: Atlas,
        decoder: Decoder,
        opened: Container | None = None,
        leftovers: Leftovers | None = None,
    ) -> None:
        self.folders, self.decoder = folders, decoder
        self.blank_atlas = atlas
        self._places = OwnPlaces(atlas)
        self.history = History(journey)
        self._opened = opened
        self.path = None if opened is None else opened.path
        self._known = [] if opened is None else [opened.fingerprint]
        self._leftovers = leftovers

    @classmethod
    def new(
        cls,
        *,
        folders: Folders,
        atlas: Atlas,
        decoder: Decoder,
        title: str = "",
        traveller: str = "",
        language: str | None = None,
    ) -> Desk:
        """An empty journey, in the language of the interface unless another is named."""
        journey = edits.entitle(
            Journey(id=_random_id(), language=language or texts.language(), map=atlas.map),
            title=title,
            traveller=traveller,
        )
        return cls(journey, folders=folders, atlas=atlas, decoder=decoder)

    @classmethod
    def open(cls, path: Path, *, folders: Folders, maps: KnownMaps, decoder: Decoder) -> Desk:
        """The journey in a file; the file itself is left as it is.

        It lies on its own map, or on the one that was chosen where its own is not to be had.

        Raises:
            ProjectFileError: it cannot be opened; the kind of error says why.
        """
        from reisblog.storage import codec  # noqa: PLC0415 - as for media
        from reisblog.storage.container import JOURNEY, Container  # noqa: PLC0415

        opened = Container(Path(path).absolute())
        decoded = codec.decode(opened.read(JOURNEY))
        atlas = maps.of(decoded.journey.map) or maps.chosen
        return cls(
            told_apart(decoded.journey, atlas),
            folders=folders,
            atlas=atlas,
            decoder=decoder,
            opened=opened,
            leftovers=decoded.leftovers,
        )

    @cached_property
    def media(self) -> MediaStore:
        """The pictures' bytes; an empty journey does without, and starts the quicker."""
        from reisblog.storage.media import MediaStore  # noqa: PLC0415

        return MediaStore(self.folders.recovery, self._opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def journey(self) -> Journey:
        """The journey as it is now."""
        return self.history.present

    @property
    def atlas(self) -> Atlas:
        """The map with the traveller's own places; the same one until those change."""
        return self._places.on_map(self.journey.own_places)

    @property
    def missing(self) -> list[str]:
        """The SHA-256 of photos whose picture is nowhere; they keep their place."""
        wanted = dict.fromkeys(photo.media for photo in self.journey.photos.values())
        return [sha256 for sha256 in wanted if sha256 not in self.media]

    def commit(
        self, label: str, edit: Callable[[Journey], Journey], *, key: str | None = None
    ) -> None:
        """Change the journey, as one step that can be undone.

        Args:
            label: what the step is called in "Undo ...".
            edit: gives the next journey.
            key: steps with the same key, one right after another, become one.

        Raises:
            LimitError: the journey would hold more than it can; it stays as it was.
        """
        after = edit(self.journey)
        if amount.outgrows(after, self.journey):
            raise LimitError(
                _(
                    "This journey is full: nothing more fits in it. What you have is safe. "
                    "Save it, and go on in a second journey."
                )
            )
        self.history.commit(label, after, key=key)

    def new_id(self) -> str:
        """An id that nothing in this journey has."""
        while True:
            fresh = _random_id()
            if not any(fresh in getattr(self.journey, name) for name in RECORD_TYPES):
                return fresh

    def take_in(self, source: Path | bytes, *, name: str) -> Future[Intake]:
        """Begin to bring in a picture; ``photo_from`` makes a photo of what comes out."""
        return self.decoder.take_in(source, name=name, spool=self.media.spool)

    def photo_from(self, intake: Intake, *, photo_id: str | None = None) -> Photo:
        """A photo for the tray, not yet in the journey; its picture is kept from now on.

        Raises:
            LimitError: the journey's file would become too large.
        """
        self.media.add(intake.sha256, intake.kind, intake.rendition)
        return Photo(
            id=photo_id or self.new_id(),
            media=intake.sha256,
            kind=intake.kind,
            width=intake.width,
            height=intake.height,
            taken=intake.taken,
            turn=turn_of(intake.sha256),
        )

    def photos_from_files(
        self, paths: Sequence[Path]
    ) -> tuple[list[Photo], list[UnreadablePhotoError]]:
        """Photos of these files, in their order, and why the others did not come in.

        Waits until all are done; a window uses ``take_in`` instead.

        Raises:
            LimitError: the journey's file would become too large.
        """
        waiting = deque(self.take_in(path, name=path.name) for path in paths)
        photos, unreadable = [], []
        while waiting:
            try:
                photos.append(self.photo_from(waiting.popleft().result()))
            except UnreadablePhotoError as error:
                unreadable.append(error)
        return photos, unreadable

    def add_stop(
        self,
        places: Sequence[str],
        *,
        photos: Iterable[Photo] = (),
        notes: Iterable[str] = (),
        title: str = "",
        text: str = "",
        when: str = "",
        at: Point | None = None,
    ) -> str:
        """Add a halte, last in the order, as one step; gives its id.

        Args:
            places: ids; none, one, or several at once.
            photos: new ones, or ones that are in the journey already.
            notes: texts of notes, laid near it where they cover nothing.
            title: of the halte.
            text: its story.
            when: an optional date or period, in any words.
            at: where its photos come to rest; without it beside the first place.
        """
        stop_id = self.new_id()
        slips = [(self.new_id(), note) for note in notes]
        laid = list(photos)
        spot = at or self.atlas.resting_spot(
            places, [stop.at for stop in self.journey.stops.values()]
        )

        def edit(journey: Journey) -> Journey:
            fresh = [photo for photo in laid if photo.id not in journey.photos]
            journey = edits.bring_in(journey, fresh)
            stop = Stop(id=stop_id, at=spot, places=tuple(dict.fromkeys(places)))
            journey = edits.start_stop(journey, stop, [photo.id for photo in laid])
            journey = edits.change_stop(journey, stop_id, title=title, text=text, when=when)
            for note_id, words in slips:
                note = Note(
                    id=note_id, text=words, at=spot, stop=stop_id, width=look.NOTE_WIDTH_UNITS
                )
                corner = room.spot_for_note(
                    journey, self.atlas.bounds, spot, words, width=note.width
                )
                journey = edits.add_note(journey, msgspec.structs.replace(note, at=corner))
            return journey

        self.commit(_("New stop"), edit)
        return stop_id

    def save(self, path: Path | None = None, *, replace: bool = False) -> None:
        """Save, and wait until it is done.

        Args:
            path: where to; without it the journey's own file.
            replace: whether another file may be replaced, or the own one after it was changed
                elsewhere.

        Raises:
            SaveError: it could not be done; what stood there still stands there, whole.
        """
        target = path or self.path
        if target is None:
            raise SaveError(
                _("This journey has no file yet. Nothing was changed. Choose a name for it.")
            )
        save = self.prepare_save(target, replace=replace)
        save.run()
        self.finish_save(save)

    def prepare_save(self, path: Path, *, replace: bool = False) -> Save:
        """The journey as it is now, ready to be written by ``run`` on any thread.

        Afterwards ``finish_save`` must be called on the desk's own thread. One at a time.
        """
        from reisblog.storage.codec import NOTHING_LEFT  # noqa: PLC0415 - as for media
        from reisblog.storage.saving import Save, same_file  # noqa: PLC0415

        target = Path(path).absolute()
        own = self.path is not None and same_file(self.path, target)
        wanted = dict.fromkeys(photo.media for photo in self.journey.photos.values())
        return Save(
            path=target,
            journey=self.journey,
            leftovers=self._leftovers or NOTHING_LEFT,
            media=self.media,
            pictures=self.media.pictures(wanted),
            still_wanted=[sha256 for sha256 in self._kept_media() if sha256 not in wanted],
            replace=replace,
            known=self._known if own else [],
        )

    def finish_save(self, save: Save) -> None:
        """Take note that a saving has run without an error."""
        if save.saved is None:
            raise ValueError("it has not run")
        self.media.adopt(save.saved)
        self.history.mark_saved(save.journey)
        self.path = save.path
        self._known = [save.saved.fingerprint]

    def export_pdf(self, out: Path, *, quality: str = "screen", replace: bool = False) -> int:
        """Make the travel book, and wait until it is done; gives how many photos lack in it.

        Raises:
            ReisblogError: it could not be made; what stood there still stands there, whole.
        """
        return self.prepare_export(out, quality=quality, replace=replace)(None)

    def prepare_export(
        self, out: Path, *, quality: str = "screen", replace: bool = False
    ) -> Callable[[Progress | None], int]:
        """The travel book of the journey as it is now, ready to be made on any thread.

        Args:
            out: the PDF.
            quality: of the pictures: ``"screen"``, ``"print"`` or ``"original"``.
            replace: whether a file that stands there may be replaced.

        Returns:
            What makes it. It takes a function that is told how far it is, from 0 to 1, or nothing;
            what that raises ends the making. It gives how many photos could not be read, and
            raises ``ReisblogError`` when the book cannot be made.
        """
        journey, atlas, media, decoder = self.journey, self.atlas, self.media, self.decoder

        def run(progress: Progress | None = None) -> int:
            from reisblog.storage import durable  # noqa: PLC0415
            from reisblog.story.pdf import Quality, write_story  # noqa: PLC0415 - loads reportlab

            wish = Quality(quality)
            jpeg_quality = _SCREEN_QUALITY if wish is Quality.SCREEN else _PRINT_QUALITY

            def picture(photo: Photo, *, side: int) -> bytes:
                small = side <= _RENDITION_PX
                source = media.rendition(photo.media) if small else media.read(photo.media)
                return decoder.jpeg(source, side=side, quality=jpeg_quality).result()

            missing = 0

            def write(target: BinaryIO) -> None:
                nonlocal missing
                missing = write_story(
                    journey, atlas, picture, target, quality=wish, progress=progress
                )

            durable.check_target(out, replace=replace)
            durable.write_whole(out, write, replace=replace)
            return missing

        self.refuse_own_file(out)
        return run

    def refuse_own_file(self, out: Path) -> None:
        """Never let a book or a picture take the place of the journey itself.

        Raises:
            FileExistsAlreadyError: this is the file the journey is kept in.
        """
        if self.path is not None and out.exists() and out.samefile(self.path):
            raise FileExistsAlreadyError(
                _("“{name}” is your journey itself. Choose another name.").format(name=out.name)
            )

    def close(self) -> None:
        """Let go of the file and remove what waited to be saved; the decoder stays open."""
        self.media.close()

    def _kept_media(self) -> list[str]:
        """The SHA-256 of every picture that the present, undo or redo refers to."""
        tables = {id(journey.photos): journey.photos for journey in self.history.kept()}
        return list(
            dict.fromkeys(photo.media for table in tables.values() for photo in table.values())
        )


def _random_id() -> str:
    return os.urandom(6).hex()
