"""What several commands take: the file of a journey, the name of what is made."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import Any

from reisblog.cli import file_names
from reisblog.model.records import Audience
from reisblog.texts import _

_SIDE_PX = (16, 8_192)
_MILLION_PIXELS = 45
"""Of a picture; the whole map 8,192 wide still fits, which takes a quarter of a minute."""


def takes_file(parser: argparse.ArgumentParser) -> None:
    """Take the file of a journey."""
    parser.add_argument(
        "file", metavar=_("FILE"), type=file_names.of_journey, help=_("a journey (.reisblog)")
    )


def takes_files(parser: argparse.ArgumentParser) -> None:
    """Take the files of one or more journeys."""
    parser.add_argument(
        "files",
        metavar=_("FILE"),
        nargs="+",
        type=file_names.of_journey,
        help=_("a journey (.reisblog), or more with -d"),
    )


def takes_output_or_folder(parser: argparse.ArgumentParser, *, ending: str) -> None:
    """Take the name of what is made of one file, or the folder for what is made of many."""
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument(
        "-o",
        "--output",
        metavar=f"OUT{ending}",
        type=file_names.to_make(ending),
        help=_("what to make; {ending} is added where it is left out").format(ending=ending),
    )
    either.add_argument(
        "-d",
        "--directory",
        metavar=_("DIR"),
        type=Path,
        help=_("make one of each FILE in this folder, several at a time"),
    )
    takes_force(parser)


def takes_output(parser: argparse.ArgumentParser, *names: str, ending: str) -> None:
    """Take the name of what is made: after these options, or without any in its own place."""
    options: dict[str, Any] = {"required": True} if names else {}
    parser.add_argument(
        *(names or ["output"]),
        metavar=f"OUT{ending}",
        type=file_names.to_make(ending),
        help=_("what to make; {ending} is added where it is left out").format(ending=ending),
        **options,
    )
    takes_force(parser)


def takes_force(parser: argparse.ArgumentParser) -> None:
    """Let a file that is there be replaced."""
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def takes_size(parser: argparse.ArgumentParser, *, default: tuple[int, int]) -> None:
    """Take how large a picture is to be."""
    width, height = default
    parser.add_argument(
        "--size",
        type=_size,
        default=default,
        metavar=_("WxH"),
        help=_("width and height in pixels; without this: {size}").format(size=f"{width}x{height}"),
    )


def _size(text: str) -> tuple[int, int]:
    width, by, height = text.partition("x")
    least, most = _SIDE_PX
    if by and width.isdecimal() and height.isdecimal():
        size = int(width), int(height)
        fits = all(least <= side <= most for side in size)
        if fits and math.prod(size) <= _MILLION_PIXELS * 1_000_000:
            return size
    raise argparse.ArgumentTypeError(
        _(
            "{text} is no size that can be made: each side from {least} to {most} pixels, "
            "and {millions} million pixels at most"
        ).format(text=repr(text), least=least, most=most, millions=_MILLION_PIXELS)
    )


def takes_json(parser: argparse.ArgumentParser) -> None:
    """Let the answer be one for programs."""
    parser.add_argument("--json", action="store_true", help=_("as JSON, for programs"))


_VIEWERS = {
    "klas": Audience.CLASS,
    "gesprek": Audience.CONVERSATION,
    "mij": Audience.SELF,
}
"""The same words in every language of the command line, as the names of places are."""


def takes_viewer(
    parser: argparse.ArgumentParser, *, default: str, remembered: bool = False
) -> None:
    """Take for whom something is made: what is closed to them is not in it.

    Args:
        parser: what takes it.
        default: for whom, where nothing is said.
        remembered: whether the journey may remember another.
    """
    told = _("for the class, a conversation, or you alone; without this: {word}")
    parser.add_argument(
        "--for",
        dest="viewer",
        choices=tuple(_VIEWERS),
        default=None if remembered else default,
        help=told.format(word=default),
    )


def takes_others(parser: argparse.ArgumentParser) -> None:
    """Take which others something is made for."""
    others = tuple(word for word, viewer in _VIEWERS.items() if viewer is not Audience.SELF)
    parser.add_argument(
        "--for",
        dest="viewer",
        choices=others,
        required=True,
        help=_("for the class, or a conversation; what is closed to them is not in it"),
    )


def takes_audience(parser: argparse.ArgumentParser) -> None:
    """Take for whom a new thing is."""
    parser.add_argument(
        "--for",
        dest="viewer",
        choices=tuple(_VIEWERS),
        help=_("who may see it: the class, a conversation, or you alone"),
    )


def viewer(chosen: argparse.Namespace) -> Audience:
    """For whom it is to be."""
    return _VIEWERS[chosen.viewer]
