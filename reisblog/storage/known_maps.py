"""The maps on this computer: the one that ships with the program, and those of a school."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from reisblog import resources
from reisblog.model.atlas import Atlas
from reisblog.model.journey import MapReference
from reisblog.storage.own_atlas import own_atlas
from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.storage.maps.reading import MapDrawing

_HASH = re.compile(r"[0-9a-f]{64}")


class KnownMaps:
    """Finds the map that a journey was made on.

    Attributes:
        chosen: the map for new journeys.
    """

    def __init__(self, folder: Path) -> None:
        """Look in a folder, where maps are kept by their hashes."""
        self._folder = folder
        self.chosen = own_atlas()

    def choose(self, file: Path) -> None:
        """Use somebody's own map for new journeys, and keep on this computer what that takes.

        Raises:
            UnusableMapError: with a list of what is to be changed.
            MapError: there is no such file, or it may not be read.
            SaveError: it cannot be kept.
        """
        from reisblog.storage.catalogue import read_catalogue  # noqa: PLC0415 - seldom wanted
        from reisblog.storage.maps.files import write_map  # noqa: PLC0415
        from reisblog.storage.maps.reading import content_of_file, read_map  # noqa: PLC0415

        content = content_of_file(file)
        sha256 = hashlib.sha256(content).hexdigest()
        known = self._kept(sha256)
        if known is None:
            drawing = read_map(content, file.name, read_catalogue(resources.places()))
            write_map(_apart_from_ours(drawing), self._folder / sha256)
            known = self._kept(sha256)
        if known is None:
            raise AssertionError
        self.chosen = known

    def of(self, reference: MapReference) -> Atlas | None:
        """The map that is meant, or nothing where this computer does not have it."""
        for atlas in (self.chosen, own_atlas()):
            if reference.id == atlas.map.id:
                return atlas
        return self._kept(reference.sha256)

    def _kept(self, sha256: str) -> Atlas | None:
        folder = self._folder / sha256
        if not _HASH.fullmatch(sha256):
            return None
        try:
            atlas = msgspec.json.decode((folder / "atlas.json").read_bytes(), type=Atlas)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return replace(atlas, folder=str(folder))


def _apart_from_ours(drawing: MapDrawing) -> MapDrawing:
    """A map that calls itself as ours does, made from it perhaps, goes by a part of its hash."""
    reference, ours = drawing.atlas.map, own_atlas().map
    if reference.id != ours.id:
        return drawing
    named = MapReference(id=f"map-{reference.sha256[:12]}", sha256=reference.sha256)
    return replace(drawing, atlas=replace(drawing.atlas, map=named))


def notice_of(meant: MapReference, shown: Atlas) -> str:
    """What to say where a journey lies on another map than the one it was made on; or nothing."""
    if meant.id == shown.map.id:
        return ""
    return _(
        "This journey was made on another map (“{name}”), which this computer does not have. "
        "Everything lies where it lay, and saving changes nothing about that."
    ).format(name=meant.id)
