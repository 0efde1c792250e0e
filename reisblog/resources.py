"""Where things are: assets that ship with the program, and the folders it may write in.

The same calls work in a wheel, in a bundle and in a checkout.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import msgspec
import platformdirs

_PACKAGE = Path(__file__).resolve().parent


@cache
def assets() -> Path:
    """The map, fonts and icons: beside the package in a checkout, inside it in a wheel."""
    inside = _PACKAGE / "assets"
    return inside if inside.is_dir() else _PACKAGE.parent / "assets"


def prepared() -> Path:
    """The folder with what is built from sources: catalogues, atlas, the map's PDF operators."""
    return _PACKAGE / "_prepared"


def own_map() -> Path:
    """The drawing of the map that ships with the program."""
    return assets() / "map.svg"


class MapFiles(msgspec.Struct, frozen=True):
    """What belongs to one map.

    Attributes:
        drawing: the SVG.
        operators: the same for a PDF, deflated.
        facts: what the operators need, as JSON.
        coarse: a small picture of it, until larger ones are painted.
    """

    drawing: Path
    operators: Path
    facts: Path
    coarse: Path


def map_files(folder: str) -> MapFiles:
    """Those of the map in a folder, or of the one that ships with the program (no folder)."""
    kept = Path(folder) if folder else prepared()
    drawing = kept / "map.svg" if folder else own_map()
    return MapFiles(drawing, kept / "map.ops", kept / "map.ops.json", kept / "map.png")


def places() -> Path:
    """The catalogue of places: their names and texts."""
    return assets() / "places.json"


def prepared_atlas() -> Path:
    """What the two together say, as an Atlas in JSON."""
    return prepared() / "atlas.json"


def font(file_name: str) -> Path:
    """A bundled font file."""
    return assets() / "fonts" / file_name


def icon(name: str) -> Path:
    """A bundled interface icon (24 x 24, SVG)."""
    return assets() / "icons" / f"{name}.svg"


def sign(name: str) -> Path:
    """The drawing of a sign for a place of one's own (128 x 128 map units, SVG)."""
    return assets() / "signs" / f"{name}.svg"


class Folders(msgspec.Struct, frozen=True, kw_only=True):
    """The folders of one user that the program writes in; handed in, so tests use their own."""

    settings: Path
    recovery: Path
    versions: Path
    maps: Path
    cache: Path
    log: Path

    @classmethod
    def of_this_user(cls) -> Folders:
        """The platform's own folders, or all below ``REISBLOG_HOME`` when that is set."""
        if home := os.environ.get("REISBLOG_HOME"):
            return cls.below(Path(home))
        dirs = platformdirs.PlatformDirs("reisblog", appauthor=False)
        return cls(
            settings=Path(dirs.user_config_dir),
            recovery=Path(dirs.user_data_dir) / "recovery",
            versions=Path(dirs.user_data_dir) / "versions",
            maps=Path(dirs.user_data_dir) / "maps",
            cache=Path(dirs.user_cache_dir),
            log=Path(dirs.user_log_dir),
        )

    @classmethod
    def below(cls, home: Path) -> Folders:
        """All folders inside one."""
        return cls(
            settings=home / "settings",
            recovery=home / "recovery",
            versions=home / "versions",
            maps=home / "maps",
            cache=home / "cache",
            log=home / "log",
        )
