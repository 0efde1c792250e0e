"""Desks in the folders of one user; the window knows nothing of folders, maps and decoder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.desk import Desk
from reisblog.model.class_map import told_from_wall
from reisblog.photos.decoder import Decoder
from reisblog.resources import Folders
from reisblog.storage.known_maps import KnownMaps
from reisblog.storage.nest import Nest
from reisblog.ui.jobs import Progress

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.storage.class_files import Hung
    from reisblog.storage.versions import Version, Versions


class OwnDesks:
    """Makes desks in one user's folders, on the maps that are known there."""

    def __init__(self, folders: Folders, maps: KnownMaps, decoder: Decoder) -> None:
        self._folders = folders
        self._maps = maps
        self._decoder = decoder

    def new(self) -> Desk:
        """An empty journey."""
        return Desk.new(folders=self._folders, atlas=self._maps.chosen, decoder=self._decoder)

    def open(self, path: Path) -> Desk:
        """The journey in a file.

        Raises:
            ProjectFileError: it can't be opened as it is.
        """
        return Desk.open(path, folders=self._folders, maps=self._maps, decoder=self._decoder)

    def read_for_class(self, path: Path) -> Hung:
        """What a class map shows of the journey in a file; on any thread.

        Raises:
            ProjectFileError: it can't be opened as it is.
        """
        from reisblog.storage.class_files import read_for_class  # noqa: PLC0415 - seldom wanted

        return read_for_class(path, self._maps)

    def open_for_class(self, path: Path) -> Desk:
        """The journey in a file as a class that chose it on the wall may see it, and no more.

        Raises:
            ProjectFileError: it can't be opened as it is.
        """
        desk = self.open(path)
        desk.commit("", told_from_wall)  # this desk only tells
        desk.history.begin_here()
        return desk

    @property
    def chosen_map(self) -> Atlas:
        """The map for new journeys."""
        return self._maps.chosen

    @property
    def cache(self) -> Path:
        """Where pictures of maps are kept."""
        return self._folders.cache

    def recover(self, nest: Nest, *, without_file: bool) -> tuple[Desk, bool]:
        """Work that was left behind, and whether every step could be read; see `Desk.recover`.

        Raises:
            PicturesAwayError: its file does not open now.
            ReisblogError: nothing could be read.
        """
        return Desk.recover(
            nest,
            folders=self._folders,
            maps=self._maps,
            decoder=self._decoder,
            without_file=without_file,
        )

    def salvage(self, path: Path, along: Progress) -> Desk:
        """What is left of the journey in a damaged file; may be called on any thread.

        Raises:
            ProjectFileError: nothing is.
        """
        return Desk.salvage(
            path, folders=self._folders, maps=self._maps, decoder=self._decoder, along=along
        )

    def versions_of(self, path: Path) -> Versions | None:
        """Earlier versions of the journey that was saved there last, if there are any."""
        from reisblog.storage.versions import of_file  # noqa: PLC0415 - seldom wanted

        return of_file(self._folders.versions, path)

    def reread(self, versions: Versions, version: Version) -> Desk:
        """An earlier version of a journey whose file does not open."""
        return Desk.reread(
            versions, version, folders=self._folders, maps=self._maps, decoder=self._decoder
        )

    def example(self, *, teacher: bool) -> Desk:
        """An example journey, untitled as far as files go."""
        from reisblog.examples import make_example  # noqa: PLC0415  (seldom wanted, and large)

        desk = self.new()
        make_example(desk, teacher=teacher)
        desk.history.begin_here()
        return desk
