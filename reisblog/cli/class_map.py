"""The command that hangs the maps of many journeys side by side."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reisblog import class_map
from reisblog.cli import desks, file_names, options, terminal
from reisblog.errors import ProjectFileError
from reisblog.storage import durable
from reisblog.storage.class_files import journeys_among, read_for_class
from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.storage.class_files import Hung
    from reisblog.storage.known_maps import KnownMaps


def takes_class(parser: argparse.ArgumentParser) -> None:
    """Take the journeys, and what is to be made of them."""
    parser.add_argument(
        "files",
        metavar=_("FILE"),
        nargs="+",
        type=file_names.of_journey,
        help=_("journeys (.reisblog), or folders with journeys"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT.pdf|.png",
        type=file_names.to_make(class_map.SHEET, class_map.PICTURE),
        help=_("what to make; without this a window opens"),
    )
    options.takes_size(parser, default=(3840, 2160))
    parser.add_argument(
        "--paper",
        choices=("a4", "a3", "a2"),
        default="a2",
        help=_("how large a PDF is, lying; without this: {paper}").format(paper="a2"),
    )
    parser.add_argument(
        "--window", action="store_true", help=_("in a window, and not on the whole screen")
    )
    options.takes_force(parser)


def show_class(chosen: argparse.Namespace) -> int:
    """Make the picture or the sheets, or show the wall; gives the exit code."""
    maps = desks.known_maps(chosen.map_file)
    files = journeys_among(chosen.files)
    if not files:
        raise ProjectFileError(_("There is no journey (.reisblog) in that folder."))
    if chosen.output is None:
        return _open_wall(files, maps, full_screen=not chosen.window)
    durable.check_target(chosen.output, replace=chosen.force)
    journeys, failed = _read(files, maps)
    if journeys:
        class_map.write_class_map(
            journeys, chosen.output, size=chosen.size, paper=chosen.paper, replace=chosen.force
        )
        if said := class_map.recommended(journeys):
            terminal.say(said)
        terminal.give(chosen.output)
    return 1 if failed else 0


def _open_wall(files: list[Path], maps: KnownMaps, *, full_screen: bool) -> int:
    from reisblog.ui.loading import load_swiftly  # noqa: PLC0415 - it loads Qt

    load_swiftly()
    from reisblog.running import show_class as show  # noqa: PLC0415 - swiftly

    return show(files, maps, full_screen=full_screen)


def _read(files: list[Path], maps: KnownMaps) -> tuple[list[Hung], bool]:
    """What is shown of each; one that does not open does not keep the others from being shown."""
    journeys: list[Hung] = []
    failed = False
    for number, file in enumerate(files, start=1):
        try:
            journeys.append(read_for_class(file, maps))
        except ProjectFileError as error:
            failed = True
            terminal.say(f"{file}\n{error}")
        terminal.show_along(number / len(files))
    return journeys, failed
