"""One open journey without Qt: what is done to it, and what is made of it.

The window and the command line both work at a desk. All calls belong to one thread; only what
``prepare_save`` and ``prepare_export`` give may run on another.
"""

from __future__ import annotations

import contextlib
import os
from collections import deque
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog import texts
from reisblog.errors import (
    LimitError,
    PicturesAwayError,
    ProjectFileError,
    UnreadablePhotoError,
)
from reisblog.keeping import Keeping
from reisblog.model import amount, edits
from reisblog.model.arrangement import turn_of
from reisblog.model.curtain import seen_by
from reisblog.model.journey import RECORD_TYPES, Journey
from reisblog.model.new_stop import with_stop
from reisblog.model.own_places import OwnPlaces, told_apart
from reisblog.model.records import Audience, Photo, Stop
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future

    from reisblog.model.atlas import Atlas
    from reisblog.model.book import Wish
    from reisblog.model.geometry import Point
    from reisblog.photos.decoder import Decoder, Intake
    from reisblog.resources import Folders
    from reisblog.storage.known_maps import KnownMaps
    from reisblog.storage.nest import Nest
    from reisblog.storage.opening import Opened
    from reisblog.storage.versions import Version, Versions
    from reisblog.story.missing import Lacking
    from reisblog.travel_book import TravelBook

    Progress = Callable[[float], None]


class Desk(Keeping):
    """A journey being worked at."""

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

        It lies on its own map, or on the one that was chosen where its own is not to be had. One
        of a newer format is a copy without a file: saving that over its own could lose something.

        Raises:
            ProjectFileError: it cannot be opened; the kind of error says why.
        """
        from reisblog.storage.opening import open_file  # noqa: PLC0415 - as for media

        return cls._with(open_file(Path(path)), folders=folders, maps=maps, decoder=decoder)

    @classmethod
    def salvage(
        cls,
        path: Path,
        *,
        folders: Folders,
        maps: KnownMaps,
        decoder: Decoder,
        along: Progress = lambda _share: None,
    ) -> Desk:
        """What can still be read of a damaged file, as a journey without a file; see ``losses``.

        Raises:
            ProjectFileError: nothing can be read, or it is something else.
        """
        from reisblog.photos.upright_size import upright_size  # noqa: PLC0415 - seldom wanted
        from reisblog.storage.salvage import salvage  # noqa: PLC0415

        salvaged = salvage(Path(path), upright_size, along=along)
        desk = cls._with(salvaged, folders=folders, maps=maps, decoder=decoder)
        desk.history.mark_saved(None)
        return desk

    @classmethod
    def reread(
        cls,
        versions: Versions,
        version: Version,
        *,
        folders: Folders,
        maps: KnownMaps,
        decoder: Decoder,
    ) -> Desk:
        """A journey as it was in an earlier version, without a file: its own opens no more.

        Only the pictures that were kept with its versions are there; see ``missing``.

        Raises:
            ReisblogError: it cannot be read.
        """
        from reisblog.storage.opening import Opened  # noqa: PLC0415 - as for media

        read = versions.read(version)
        opened = Opened(journey=read.journey, leftovers=read.leftovers, container=None)
        desk = cls._with(opened, folders=folders, maps=maps, decoder=decoder)
        desk.history.mark_saved(None)
        with contextlib.suppress(OSError):
            versions.lend(desk.missing, desk.nest.make())
        desk.media.look_again()
        return desk

    @classmethod
    def _with(cls, opened: Opened, *, folders: Folders, maps: KnownMaps, decoder: Decoder) -> Desk:
        atlas = maps.of(opened.journey.map) or maps.chosen
        journey = told_apart(opened.journey, atlas)
        return cls(journey, folders=folders, atlas=atlas, decoder=decoder, opened=opened)

    @classmethod
    def recover(
        cls,
        nest: Nest,
        *,
        folders: Folders,
        maps: KnownMaps,
        decoder: Decoder,
        without_file: bool = False,
    ) -> tuple[Desk, bool]:
        """The work that a program which ended left in a nest, undo and all; in its file it is not.

        Its pictures come from the nest and from its file.

        Args:
            nest: where it lies.
            folders: where the program may write.
            maps: those that are known.
            decoder: decodes pictures.
            without_file: be content with less where that file does not open; the work is then one
                without a file, as saving it there would be the end of those pictures.

        Returns:
            The desk, and whether every step could be read.

        Raises:
            PicturesAwayError: the file with pictures of it does not open now.
            ReisblogError: nothing of it can be read.
        """
        from reisblog.storage import recovery  # noqa: PLC0415 - as for media
        from reisblog.storage.container import Container  # noqa: PLC0415
        from reisblog.storage.opening import Opened  # noqa: PLC0415

        told = recovery.restored(nest)
        journey, container = told.history.present, None
        if pictures := told.file.path or told.file.source:
            with contextlib.suppress(ProjectFileError, ValueError):
                container = Container(Path(pictures))
        desk = cls(
            told.history,
            folders=folders,
            atlas=maps.of(journey.map) or maps.chosen,
            decoder=decoder,
            opened=Opened(journey=journey, leftovers=told.leftovers, container=container),
            nest=nest,
        )
        if pictures and container is None and desk.missing:
            if not without_file:
                raise _away(Path(pictures))
            return desk, told.is_whole
        desk.path = Path(told.file.path) if told.file.path else None
        desk._known = [told.file.fingerprint] if told.file.fingerprint else []
        if desk.path is not None and container is not None:
            desk._recognise(container)
        return desk, told.is_whole

    @cached_property
    def _places(self) -> OwnPlaces:
        return OwnPlaces(self.blank_atlas)

    @property
    def atlas(self) -> Atlas:
        """The map with the traveller's own places; the same one until those change."""
        return self._places.on_map(self.journey.own_places)

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
        self.media.add(intake.sha256, intake.kind, intake.rendition, intake.cell)
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
        audience: Audience | None = None,
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
            audience: for whom it is; without it the class, or what suits its places.
            at: where its photos come to rest; without it beside the first place.
        """
        stop_id = self.new_id()
        slips = [(self.new_id(), note) for note in notes]
        laid = list(photos)
        spot = at or self.atlas.resting_spot(
            places, [stop.at for stop in self.journey.stops.values()]
        )
        stop = Stop(
            id=stop_id,
            at=spot,
            places=tuple(dict.fromkeys(places)),
            title=title,
            text=text,
            when=when,
        )

        def edit(journey: Journey) -> Journey:
            begun = with_stop(journey, self.atlas.bounds, stop, photos=laid, slips=slips)
            return begun if audience is None else edits.show_to(begun, [stop_id], audience)

        self.commit(_("New stop"), edit)
        return stop_id

    def look_back(self, journey: Journey) -> None:
        """Let the journey be as it was in an earlier version, as one step that can be undone."""
        self.media.look_again()
        self.commit(_("Earlier version"), lambda _now: journey)

    def export_pdf(self, out: Path, *, replace: bool = False, wish: Wish | None = None) -> Lacking:
        """Make the travel book, and wait until it is done; gives what lacks in it.

        Raises:
            ReisblogError: it could not be made; what stood there still stands there, whole.
        """
        return self.prepare_export(out, replace=replace, wish=wish)(None)

    def prepare_export(
        self, out: Path, *, replace: bool = False, wish: Wish | None = None
    ) -> Callable[[Progress | None], Lacking]:
        """The travel book of the journey as it is now, ready to be made on any thread.

        Args:
            out: the PDF.
            replace: whether a file that stands there may be replaced.
            wish: what kind of book, and for whom; without it what the journey remembers.

        Returns:
            What makes it. It takes a function that is told how far it is, from 0 to 1, or nothing;
            what that raises ends the making. It gives what could not be shown as it is, and
            raises ``ReisblogError`` when the book cannot be made.
        """
        self.refuse_own_file(out)
        return partial(self.book(wish).write, out, replace=replace)

    def book(self, wish: Wish | None = None) -> TravelBook:
        """The travel book of the journey as it is now; see ``prepare_export``."""
        from reisblog.travel_book import TravelBook  # noqa: PLC0415 - seldom wanted

        wish = wish or self.journey.book
        seen = seen_by(edits.wish_for(self.journey, wish), wish.viewer)
        atlas = OwnPlaces(self.blank_atlas).on_map(seen.own_places)
        return TravelBook(
            seen, atlas, self.media, self.decoder, edited=self.edited, kept=self.prepared
        )


def _away(file: Path) -> PicturesAwayError:
    return PicturesAwayError(
        _(
            "Photos of this work are in “{name}”, which is not there or does not open. The work is "
            "kept. Put the stick in, or look whether the file was moved, and try again."
        ).format(name=file.name)
    )


def _random_id() -> str:
    return os.urandom(6).hex()
