"""The command that tells a journey on a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.cli import desks, options
from reisblog.texts import _

if TYPE_CHECKING:
    import argparse

PACES = ("slow", "normal", "quick")
"""In which a journey tells itself."""


def takes_show(parser: argparse.ArgumentParser) -> None:
    """Take a journey, to whom it is told and how."""
    options.takes_file(parser)
    options.takes_viewer(parser, default="klas")
    parser.add_argument(
        "--window", action="store_true", help=_("in a window, and not on the whole screen")
    )
    parser.add_argument(
        "--loop",
        choices=PACES,
        metavar=_("PACE"),
        help=_("by itself, over and over, until somebody touches the board: slow, normal or quick"),
    )


def show(chosen: argparse.Namespace) -> int:
    """Tell it until the board is closed; gives the exit code."""
    from reisblog.ui.loading import load_swiftly  # noqa: PLC0415 - it loads Qt

    load_swiftly()
    from reisblog.running import tell  # noqa: PLC0415 - swiftly

    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        return tell(desk, options.viewer(chosen), full_screen=not chosen.window, pace=chosen.loop)
