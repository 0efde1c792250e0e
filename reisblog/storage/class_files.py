"""The files of a whole class: which they are, and what a class map shows of each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reisblog.model.atlas import Atlas
from reisblog.model.class_map import SmallMap, holds_more, small_map
from reisblog.model.own_places import told_apart
from reisblog.storage.container import SUFFIX
from reisblog.storage.opening import open_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.storage.known_maps import KnownMaps


class Hung(msgspec.Struct, frozen=True):
    """A journey on a class map; nothing else of it is kept.

    Attributes:
        path: its file.
        small: what is shown of it.
        atlas: the map it lies on.
        holds_more: whether something in the file is not for the class.
    """

    path: Path
    small: SmallMap
    atlas: Atlas
    holds_more: bool


def journeys_among(paths: Iterable[Path]) -> list[Path]:
    """The files in the order in which they are given, each once; a folder's own by their names."""
    found: dict[str, Path] = {}
    for path in paths:
        for file in _in_folder(path) if path.is_dir() else [path]:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def read_for_class(path: Path, maps: KnownMaps) -> Hung:
    """What a class map shows of the journey in a file, which is left as it is.

    Raises:
        ProjectFileError: it cannot be opened; the kind of error says why.
    """
    opened = open_file(path)
    if opened.container is not None:
        opened.container.let_go()
    atlas = maps.of(opened.journey.map) or maps.chosen
    journey = told_apart(opened.journey, atlas)
    return Hung(path, small_map(journey, atlas), atlas, holds_more(journey))


def _in_folder(folder: Path) -> list[Path]:
    try:
        files = [file for file in folder.iterdir() if file.suffix.casefold() == SUFFIX]
    except OSError:
        return []
    return sorted(files, key=lambda file: file.name.casefold())
