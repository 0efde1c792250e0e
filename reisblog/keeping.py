"""Where the work at one journey is kept: its file, its pictures, its log, its earlier versions."""

from __future__ import annotations

import contextlib
import errno
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from reisblog.errors import FileExistsAlreadyError, ProjectFileError, SaveError
from reisblog.model import edits
from reisblog.model.chosen_book import ChosenBook
from reisblog.model.history import History
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet
    from types import TracebackType

    from reisblog.book_pictures import Prepared
    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.photos.decoder import Decoder
    from reisblog.resources import Folders
    from reisblog.storage.change_log import File
    from reisblog.storage.codec import Leftovers
    from reisblog.storage.container import Container, Fingerprint
    from reisblog.storage.media import MediaStore
    from reisblog.storage.nest import Nest
    from reisblog.storage.opening import Opened
    from reisblog.storage.recovery import Recorder
    from reisblog.storage.saving import Save
    from reisblog.storage.versions import Version, Versions


class Keeping:
    """A journey with its history, and whatever keeps it.

    Attributes:
        history: present, undo and redo.
        chosen_book: what kind of travel book was chosen.
        path: its file, or nothing when it was never saved.
        blank_atlas: its map, without the traveller's own places.
        decoder: decodes pictures.
        losses: what a damaged file no longer had when this was read from it.
        was_migrated: whether its file still has an older format, which saving will replace.
        keeps_versions: whether what a save replaces can be looked at for a while.
    """

    def __init__(
        self,
        journey: Journey | History,
        *,
        folders: Folders,
        atlas: Atlas,
        decoder: Decoder,
        opened: Opened | None = None,
        nest: Nest | None = None,
    ) -> None:
        """Begin with a journey, or with one that has a history already.

        Args:
            journey: it.
            folders: where the program may write.
            atlas: its map.
            decoder: decodes pictures.
            opened: what it was read from.
            nest: where work at it was kept before.
        """
        self.folders = folders
        self.blank_atlas = atlas
        self.decoder = decoder
        self.history = journey if isinstance(journey, History) else History(journey)
        self.chosen_book = ChosenBook(self.history, self._retell)
        self._opened = opened
        own = opened.container if opened is not None and opened.is_own else None
        self.path = None if own is None else own.path
        self._known = [] if own is None else [own.fingerprint]
        self.losses = () if opened is None else opened.losses
        self.was_migrated = opened is not None and opened.was_migrated
        self._nest = nest
        self._recorder: Recorder | None = None
        self._given_up = self._to_be_forgotten = False
        self._known_missing = set() if opened is None else _missing_in(opened)
        self._edited = "" if opened is None else opened.leftovers.edited
        self.keeps_versions = True

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
    def missing(self) -> list[str]:
        """The SHA-256 of photos whose picture is nowhere; they keep their place."""
        wanted = dict.fromkeys(photo.media for photo in self.journey.photos.values())
        return [sha256 for sha256 in wanted if sha256 not in self.media]

    @property
    def known_missing(self) -> AbstractSet[str]:
        """The SHA-256 of pictures that its own file lacks; a save may lack them as well."""
        return frozenset(self._known_missing)

    @property
    def format(self) -> int:
        """The version of the format that it is saved in: ours, or the newer one it came in."""
        return self._leftovers.format

    @property
    def edited(self) -> str:
        """The day of the journey's last change (ISO 8601); nothing where there was none."""
        return self._edited if self.history.is_saved else time.strftime("%Y-%m-%d")

    @property
    def source(self) -> Path | None:
        """Of a copy, the file that has its pictures."""
        if self.path is not None or self._opened is None or self._opened.container is None:
            return None
        return self._opened.container.path

    @property
    def is_to_be_forgotten(self) -> bool:
        """Whether its file still has pictures that are forgotten."""
        return self._to_be_forgotten and self.path is not None

    @property
    def _leftovers(self) -> Leftovers:
        from reisblog.storage.codec import NOTHING_LEFT  # noqa: PLC0415 - as for media

        return NOTHING_LEFT if self._opened is None else self._opened.leftovers

    @cached_property
    def prepared(self) -> Prepared:
        """Pictures made ready for the travel book, for the next one."""
        from reisblog.book_pictures import Prepared  # noqa: PLC0415 - seldom wanted

        return Prepared()

    @cached_property
    def media(self) -> MediaStore:
        """The pictures' bytes; an empty journey does without, and starts the quicker."""
        from reisblog.storage.media import MediaStore  # noqa: PLC0415

        if self._opened is None:
            return MediaStore(self.nest)
        return MediaStore(self.nest, self._opened.container, self._opened.contact)

    def stop_recording(self) -> None:
        """Keep no steps any more, and remove those that were kept."""
        if self._recorder is not None:
            self._recorder.end()
            self._recorder.remove()
            self._recorder = None

    @property
    def nest(self) -> Nest:
        """Where what is in no file yet is kept."""
        if self._nest is None:
            from reisblog.storage.nest import Nest  # noqa: PLC0415 - as for media

            self._nest = Nest.new(self.folders.recovery)
        return self._nest

    def save(
        self, path: Path | None = None, *, replace: bool = False, may_lack: bool = False
    ) -> None:
        """Save, and wait until it is done.

        Args:
            path: where to; without it the journey's own file.
            replace: whether another file may be replaced, or one that was changed elsewhere.
            may_lack: whether the file may lack pictures; see ``prepare_save``.

        Raises:
            SaveError: it could not be done; what stood there still stands there, whole.
        """
        target = path or self.path
        if target is None:
            raise SaveError(
                _("This journey has no file yet. Nothing was changed. Choose a name for it.")
            )
        save = self.prepare_save(target, replace=replace, may_lack=may_lack)
        save.run()
        self.finish_save(save)

    def prepare_save(
        self,
        path: Path,
        *,
        replace: bool = False,
        keep_version: bool = True,
        keep_undone: bool = True,
        may_lack: bool = False,
    ) -> Save:
        """The journey as it is now, ready to be written by ``run`` on any thread.

        Afterwards ``finish_save`` must be called on the desk's own thread. One at a time.

        Args:
            path: where to.
            replace: whether another file may be replaced.
            keep_version: whether what is replaced can be looked at for a while.
            keep_undone: whether undo can still bring back pictures that the new file lacks.
            may_lack: whether the file may lack pictures that the journey had when it was opened.
        """
        from reisblog import sheets  # noqa: PLC0415 - as for media
        from reisblog.storage.saving import Save, same_file  # noqa: PLC0415

        self.chosen_book.keep()
        keep_version = keep_version and self.keeps_versions and not self._to_be_forgotten
        target = Path(path).absolute()
        own = self.path is not None and same_file(self.path, target)
        wanted = dict.fromkeys(photo.media for photo in self.journey.photos.values())
        return Save(
            path=target,
            journey=self.journey,
            leftovers=msgspec.structs.replace(self._leftovers, edited=self.edited),
            media=self.media,
            pictures=self.media.pictures(wanted),
            extras=self.media.extras(),
            make_sheets=sheets.prepared(self.journey, self.blank_atlas, self.media, self.decoder),
            versions=self.folders.versions if keep_version else None,
            may_lack=None if may_lack else self.known_missing,
            still_wanted=[
                sha256
                for sha256 in (self.history.kept_media() if keep_undone else ())
                if sha256 not in wanted
            ],
            replace=replace,
            known=self._known if own else [],
        )

    def finish_save(self, save: Save) -> None:
        """Take note that a saving has run without an error."""
        if save.saved is None:
            raise ValueError("it has not run")
        self.media.adopt(save.saved, save.sheets.contact)
        self.history.mark_saved(save.journey)
        self._edited = save.leftovers.edited
        self._to_be_forgotten = False
        self.path = save.path
        self.was_migrated = False
        self._known = [save.saved.fingerprint]
        if self._recorder is not None:
            self._recorder.saved(save.journey, self._file())
        self._known_missing = set(self.missing)

    def refuse_own_file(self, out: Path) -> None:
        """Never let a book or a picture take the place of the journey itself.

        Raises:
            FileExistsAlreadyError: this is the file the journey is kept in.
        """
        if self.path is not None and out.exists() and out.samefile(self.path):
            raise FileExistsAlreadyError(
                _("“{name}” is your journey itself. Choose another name.").format(name=out.name)
            )

    def record(self, trouble: Callable[[str], None]) -> None:
        """Keep every step from now on where a next start finds it, until the desk is closed.

        Args:
            trouble: is told, on another thread, when that cannot be done for now, and why.
        """
        from reisblog.storage.recovery import Recorder  # noqa: PLC0415

        self._recorder = Recorder(
            self.nest,
            self.history,
            self._leftovers,
            self._settle,
            file=self._file(),
            trouble=trouble,
        )

    @property
    def versions(self) -> Versions:
        """Earlier saved versions of this journey."""
        from reisblog.storage.versions import Versions  # noqa: PLC0415 - seldom wanted

        return Versions(self.folders.versions, self.journey.id)

    def prepare_version(self, version: Version) -> Callable[[object], Journey]:
        """The journey as it was then, ready to be read on any thread; for `look_back`."""
        versions, media, nest = self.versions, self.media, self.nest

        def run(_progress: object = None) -> Journey:
            journey = versions.read(version).journey
            pictures = dict.fromkeys(photo.media for photo in journey.photos.values())
            versions.lend([sha256 for sha256 in pictures if sha256 not in media], nest.make())
            return journey

        return run

    def close(self) -> None:
        """Let go of the file and of what waited to be saved; the decoder stays open.

        Recorded work that is in no file stays where a next start finds it, unless it was given up.
        """
        if self._recorder is not None:
            self._recorder.end()
        recorded = self._recorder is not None and not self.history.is_saved
        self.media.close(keep=recorded and not self._given_up)

    def forget(
        self, pictures: AbstractSet[str], instead: Mapping[str, edits.Instead] | None = None
    ) -> Callable[[object], None]:
        """Remove pictures, known by their SHA-256, from the journey and from all that undo keeps.

        The file has them until it is saved, without a version of what it was.

        Args:
            pictures: what must be gone.
            instead: what photos show in the place of some of them, kept here already; those that
                show one of the others go.

        Returns:
            What removes them from earlier versions, on any thread, and waits until they are gone.

        Raises:
            OSError: a picture could not be removed; from what is returned, too.
        """
        self._to_be_forgotten = True
        self.history.rewrite(lambda journey: edits.forget(journey, pictures, instead))
        self.media.forget(pictures)
        self.prepared.forget(pictures)
        versions, wait = self.versions, self._retell()

        def run(_progress: object = None) -> None:
            versions.forget(pictures, instead)
            if wait is not None and not wait():
                raise OSError(errno.EIO, "the log still has them")

        return run

    def _retell(self) -> Callable[[], bool] | None:
        """Have what was recorded written anew, as all values have changed; gives what waits."""
        return None if self._recorder is None else self._recorder.begin_anew(self.history)

    def become_copy(self) -> Callable[[], None]:
        """Be a journey without a file, as a save would ask for one; gives what undoes that."""
        path, known = self.path, self._known
        self._belong_to(None, [])
        return lambda: self._belong_to(path, known)

    def _belong_to(self, path: Path | None, known: list[Fingerprint]) -> None:
        self.path, self._known = path, known
        if self._recorder is not None:
            self._recorder.refile(self._file())

    def _recognise(self, container: Container) -> None:
        """Know what a program saved that ended before it could note so."""
        from reisblog.storage import codec  # noqa: PLC0415 - as for media
        from reisblog.storage.container import JOURNEY  # noqa: PLC0415

        with contextlib.suppress(ProjectFileError):
            there = codec.decode(container.read(JOURNEY)).journey
            for journey in self.history.backwards():
                if journey == there:
                    self.history.mark_saved(journey)
                    self._known.append(container.fingerprint)
                    return

    def give_up(self, *, given_up: bool = True) -> None:
        """Know that the person does not want to keep what is in no file, or wants to after all."""
        self._given_up = given_up

    def _settle(self) -> None:
        if "media" in self.__dict__:  # made by the desk's own thread alone
            self.media.settle()

    def _file(self) -> File:
        from reisblog.storage.change_log import File  # noqa: PLC0415 - as for media

        if self.path is not None:
            return File(str(self.path), self._known[-1] if self._known else None)
        return File(source="" if self.source is None else str(self.source))


def _missing_in(opened: Opened) -> set[str]:
    """The SHA-256 of pictures that a journey's own file lacks."""
    kinds = {} if opened.container is None else opened.container.kinds
    wanted = {photo.media for photo in opened.journey.photos.values()}
    return wanted - kinds.keys()
