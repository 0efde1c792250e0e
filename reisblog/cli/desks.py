"""The desk that a command works at, and the map that lies on it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.cli import terminal
from reisblog.desk import Desk
from reisblog.resources import Folders
from reisblog.storage.known_maps import KnownMaps, notice_of
from reisblog.storage.settings import read_settings
from reisblog.texts import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def takes_map(parser: argparse.ArgumentParser) -> None:
    """Let a command work with a map of one's own."""
    parser.add_argument(
        "--map",
        metavar=_("MAP.svg"),
        dest="map_file",
        type=Path,
        help=_("use a map of your own instead of the one that comes with Reisblog"),
    )


def known_maps(map_file: Path | None) -> KnownMaps:
    """The maps on this computer, and this one with them as the map to use.

    Raises:
        MapError: it cannot be used; says all that is missing.
    """
    maps = KnownMaps(Folders.of_this_user().maps)
    if map_file is not None:
        maps.choose(map_file)
    return maps


@contextlib.contextmanager
def desk_with(
    path: Path | None,
    *,
    map_file: Path | None = None,
    title: str = "",
    traveller: str = "",
    damaged_too: bool = False,
    decoders: int = 2,
) -> Iterator[Desk]:
    """A desk with the journey in a file, or with a new one.

    Args:
        path: of the file.
        map_file: the map for new journeys, if not the usual one.
        title: of a new journey.
        traveller: of a new journey.
        damaged_too: take what is left of a damaged file, as a journey without a file.
        decoders: how many processes decode its photos.
    """
    from reisblog.photos.decoder import Decoder  # noqa: PLC0415 - a window makes its own

    decoder = Decoder(workers=decoders)
    folders, maps = Folders.of_this_user(), known_maps(map_file)
    if path is None:
        desk = Desk.new(
            folders=folders, atlas=maps.chosen, decoder=decoder, title=title, traveller=traveller
        )
    elif damaged_too:
        desk = Desk.salvage(path, folders=folders, maps=maps, decoder=decoder)
    else:
        desk = Desk.open(path, folders=folders, maps=maps, decoder=decoder)
        if notice := notice_of(desk.journey.map, desk.blank_atlas):
            terminal.say(notice)
    desk.keeps_versions = not read_settings(folders).shared
    # The decoder first: a photo that still comes in would stay behind in the desk's folder.
    with desk, decoder:
        yield desk
