"""The maps on this computer: the one that ships with the program, and those of a school."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from msgspec.structs import asdict, replace

from reisblog import resources
from reisblog.errors import MapError
from reisblog.model.atlas import Atlas
from reisblog.model.journey import MapReference
from reisblog.storage.own_atlas import own_atlas
from reisblog.texts import _

_HASH = re.compile(r"[0-9a-f]{64}")
_CORNERS = 3


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
        import hashlib  # noqa: PLC0415 - seldom wanted, and slow to load

        from reisblog.storage.catalogue import read_catalogue  # noqa: PLC0415
        from reisblog.storage.maps.files import write_map  # noqa: PLC0415
        from reisblog.storage.maps.reading import content_of_file, read_map  # noqa: PLC0415

        content = content_of_file(file)
        sha256 = hashlib.sha256(content).hexdigest()
        known = self._with_hash(sha256)
        if known is None:
            folder = self._folder / sha256
            if folder.is_symlink():
                folder.unlink()  # what lies elsewhere is not ours to write in
            drawing = read_map(content, file.name, read_catalogue(resources.places()))
            write_map(replace(drawing, atlas=_apart_from_ours(drawing.atlas)), folder)
            known = self._kept(sha256)
        if known is None:
            raise MapError(
                _(
                    "The map “{name}” cannot be kept on this computer. Your journeys are "
                    "untouched. Is there room on the disk, and may you write there?"
                ).format(name=file.name)
            )
        self.chosen = known

    def of(self, reference: MapReference) -> Atlas | None:
        """The map that is meant, or nothing where this computer does not have it.

        The very same one if it is here, else a later or earlier one of the same name.
        """
        named = (atlas for atlas in (self.chosen, own_atlas()) if atlas.map.id == reference.id)
        return self._with_hash(reference.sha256) or next(named, None)

    def _with_hash(self, sha256: str) -> Atlas | None:
        if sha256 == own_atlas().map.sha256:
            return own_atlas()
        return self._kept(sha256)

    def _kept(self, sha256: str) -> Atlas | None:
        """A map that is kept here, whole, with the words that the program has now."""
        folder = self._folder / sha256
        files = resources.map_files(str(folder))
        if not _HASH.fullmatch(sha256) or folder.is_symlink():
            return None
        try:
            atlas = msgspec.json.decode((folder / "atlas.json").read_bytes(), type=Atlas)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        ours = own_atlas()
        sound = (
            all(file.is_file() for file in asdict(files).values())
            and atlas.map.sha256 == sha256
            and min(atlas.width, atlas.height) > 0
            and atlas.places.keys() == ours.places.keys()
            and all(len(place.area.points) >= _CORNERS for place in atlas.places.values())
        )
        if not sound:
            return None
        told = {
            key: replace(
                ours.places[key], area=place.area, label=place.label, pin=place.pin, rest=place.rest
            )
            for key, place in atlas.places.items()
        }
        return replace(atlas, places=told, aids=ours.aids, folder=str(folder))


def _apart_from_ours(atlas: Atlas) -> Atlas:
    """A map that calls itself as ours does, made from it perhaps, goes by a part of its hash."""
    if atlas.map.id != own_atlas().map.id:
        return atlas
    return replace(atlas, map=replace(atlas.map, id=f"map-{atlas.map.sha256[:12]}"))


def notice_of(meant: MapReference, shown: Atlas) -> str:
    """What to say where a journey lies on another map than the one it was made on; or nothing."""
    ours = own_atlas().map.id
    if meant == shown.map or not meant.id or meant.id == shown.map.id == ours:
        return ""  # a newer program has a newer map of ours, and nobody need know
    if meant.id == shown.map.id:
        told = _(
            "This journey was made on another version of this map (“{name}”). Everything lies "
            "where it lay, and saving changes nothing about that."
        )
    else:
        told = _(
            "This journey was made on another map (“{name}”), which this computer does not have. "
            "Everything lies where it lay, and saving changes nothing about that."
        )
    return told.format(name=meant.id)
