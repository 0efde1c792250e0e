"""The commands: what each takes, and what does it."""

from __future__ import annotations

import argparse
import difflib
import json
import math
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, NoReturn

from reisblog import __version__
from reisblog.cli import (
    contents,
    desks,
    mending,
    options,
    photo_paths,
    sharing,
    stopping,
    terminal,
)
from reisblog.cli.file_names import to_make
from reisblog.errors import ChangedElsewhereError, ProjectFileError, UnknownPlaceError
from reisblog.model import edits
from reisblog.model.curtain import seen_by
from reisblog.storage import durable
from reisblog.storage.container import SUFFIX
from reisblog.storage.migrations import newer_format
from reisblog.storage.own_atlas import own_atlas
from reisblog.story.missing import photos_missing
from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _typeshed import SupportsWrite

    from reisblog.model.atlas import Atlas

_SIDE_PX = (16, 8_192)
_MILLION_PIXELS = 45
"""Of a picture; the whole map 8,192 wide still fits, which takes a quarter of a minute."""
_NEAR = 3


def is_one(word: str) -> bool:
    """Whether a word is a command."""
    return word in _commands()


def run(arguments: Sequence[str]) -> int:
    """Do what these arguments say; returns the exit code.

    Raises:
        SystemExit: after help, the version, or wrong usage, as argparse does.
        ReisblogError: it could not be done; says why.
    """
    commands = _commands()
    chosen = _parser(commands).parse_args(arguments)
    return commands[chosen.command].run(chosen) or 0


def refuse(word: str) -> NoReturn:
    """Say that this is no command and leave, as for any wrong usage."""
    _parser(_commands()).error(_("“{name}” is no command").format(name=word))


def neither_file_nor_command(word: str) -> ProjectFileError:
    """What to say of a word that leads nowhere."""
    sentence = _("“{name}” is not there, and it is no command either.").format(name=word)
    near = difflib.get_close_matches(word, _commands(), n=1)
    hint = (
        _("Perhaps you mean: reisblog {command}").format(command=near[0])
        if near
        else _("All commands: reisblog --help")
    )
    return ProjectFileError(f"{sentence} {hint}")


class _Command(NamedTuple):
    """One command: what it says of itself, what it takes, and what does it."""

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int | None]


def _commands() -> dict[str, _Command]:
    return {
        "export": _Command(_("make the travel book (PDF) of a journey"), _takes_export, _export),
        "render": _Command(_("make a picture of a journey's map"), _takes_render, _render),
        "new": _Command(_("make a new journey"), _takes_new, _new),
        "place": _Command(_("add a stop to a journey"), _takes_place, _place),
        "map": _Command(_("make the blank map, for a wall"), _takes_map, _map),
        "info": _Command(_("tell what is in a journey"), _takes_info, _info),
        "check": _Command(
            _("tell what is wrong with a file, if anything"), mending.takes_check, mending.check
        ),
        "repair": _Command(
            _("save what is left of a damaged file as a new one"),
            mending.takes_repair,
            mending.repair,
        ),
        "copy": _Command(
            _("make a copy of a journey to hand over"), sharing.takes_copy, sharing.copy
        ),
        "example": _Command(_("make the example journey"), _takes_example, _example),
    }


class _Parser(argparse.ArgumentParser):
    """Speaks as all of the command line does, also when nobody reads on."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        speak = terminal.give if file is sys.stdout else terminal.say
        speak(message.removesuffix("\n"))


def _parser(commands: dict[str, _Command]) -> _Parser:
    # argparse speaks through these two names; with ours it speaks the person's language.
    vars(argparse).update(_=_, ngettext=ngettext)
    parser = _Parser(
        prog="reisblog",
        usage=_("reisblog [--map MAP.svg] [FILE]\n       reisblog COMMAND ..."),
        description=_("Without a command: open the window, with the journey in FILE."),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"reisblog {__version__}", help=_("show the version")
    )
    parser.add_argument(
        "--shared",
        action="store_true",
        help=_("open the window, and keep nothing of you on this computer"),
    )
    desks.takes_map(parser)
    within = parser.add_subparsers(
        dest="command", metavar=_("COMMAND"), required=True, title=_("commands"), prog="reisblog"
    )
    for name, command in commands.items():
        added = within.add_parser(
            name,
            help=command.help,
            description=command.help[:1].upper() + command.help[1:] + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.add_arguments(added)
        desks.takes_map(added)
    return parser


def _takes_export(parser: argparse.ArgumentParser) -> None:
    options.takes_file(parser)
    options.takes_output(parser, "-o", "--output", ending=".pdf")
    parser.add_argument(
        "--quality",
        choices=("screen", "print", "original"),
        default="screen",
        help=_("of the photos; without this: screen"),
    )
    options.takes_viewer(parser, default="gesprek")


def _export(chosen: argparse.Namespace) -> None:
    durable.check_target(chosen.output, replace=chosen.force)
    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        missing = desk.export_pdf(
            chosen.output,
            quality=chosen.quality,
            replace=chosen.force,
            viewer=options.viewer(chosen),
        )
    if missing:
        terminal.say(photos_missing(missing))
    terminal.give(chosen.output)


def _takes_render(parser: argparse.ArgumentParser) -> None:
    options.takes_file(parser)
    options.takes_output(parser, "-o", "--output", ending=".png")
    parser.add_argument(
        "--size",
        type=_size,
        default=(1920, 1080),
        metavar=_("WxH"),
        help=_("width and height in pixels; without this: 1920x1080"),
    )
    options.takes_viewer(parser, default="klas")


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


def _render(chosen: argparse.Namespace) -> None:
    durable.check_target(chosen.output, replace=chosen.force)
    with stopping.at_once():  # while Qt loads, Ctrl+C would be lost
        from reisblog.running import render_picture  # noqa: PLC0415 - no other command needs it

    width, height = chosen.size
    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        seen = seen_by(desk.journey, options.viewer(chosen))
        desk.commit("", lambda _now: seen)  # this desk only draws
        missing = render_picture(desk, chosen.output, width, height, replace=chosen.force)
    if missing:
        terminal.say(photos_missing(missing))
    terminal.give(chosen.output)


def _takes_new(parser: argparse.ArgumentParser) -> None:
    options.takes_output(parser, ending=SUFFIX)
    parser.add_argument("--title", default="", metavar=_("TEXT"), help=_("of the journey"))
    parser.add_argument(
        "--traveller", default="", metavar=_("NAME"), help=_("who makes the journey")
    )
    parser.add_argument(
        "--photos",
        metavar=_("PATH"),
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        help=_("photos, or folders with photos (not the folders inside those)"),
    )
    parser.epilog = photo_paths.what_does_not_come_in()


def _new(chosen: argparse.Namespace) -> None:
    durable.check_target(chosen.output, replace=chosen.force)
    with desks.desk_with(
        None, map_file=chosen.map_file, title=chosen.title, traveller=chosen.traveller
    ) as desk:
        photos = photo_paths.brought_in(desk, chosen.photos)
        desk.commit(_("Photos brought in"), lambda journey: edits.bring_in(journey, photos))
        desk.save(chosen.output, replace=chosen.force)
    terminal.give(chosen.output)


def _takes_place(parser: argparse.ArgumentParser) -> None:
    options.takes_file(parser)
    parser.add_argument(
        "place",
        metavar=_("PLACE"),
        help=_('an id or a name; "a, b" for both at once; "-" for none'),
    )
    parser.add_argument(
        "--photo",
        metavar=_("PATH"),
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        help=_("photos, or folders with photos"),
    )
    parser.add_argument(
        "--note",
        metavar=_("TEXT"),
        nargs="+",
        action="extend",
        default=[],
        help=_("texts beside it"),
    )
    parser.add_argument("--title", default="", metavar=_("TEXT"), help=_("of the stop"))
    parser.add_argument(
        "--date", default="", metavar=_("TEXT"), help=_("a day or a period, in any words")
    )
    options.takes_audience(parser)
    names = ", ".join(place.short for place in own_atlas().places.values())
    parser.epilog = "\n\n".join(
        [
            photo_paths.what_does_not_come_in(),
            textwrap.fill(_("Places: {names}.").format(names=names)),
        ]
    )


def _place(chosen: argparse.Namespace) -> None:
    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        if desk.path is None:
            raise newer_format()  # a copy of it is none of this command's business
        places = _places_named(desk.atlas, chosen.place)
        stop_id = desk.add_stop(
            places,
            photos=photo_paths.brought_in(desk, chosen.photo),
            notes=chosen.note,
            title=chosen.title,
            when=chosen.date,
            audience=None if chosen.viewer is None else options.viewer(chosen),
        )
        try:
            desk.save()
        except ChangedElsewhereError as error:
            raise ChangedElsewhereError(
                _(
                    "“{name}” was changed elsewhere meanwhile. Nothing was overwritten, and this "
                    "stop was not added. Give the command again."
                ).format(name=chosen.file.name)
            ) from error
    terminal.give(stop_id)


def _places_named(atlas: Atlas, words: str) -> list[str]:
    """The ids of the places in a list with commas; a hyphen means none."""
    if words.strip() == "-":
        return []
    return [_place_named(atlas, word.strip()) for word in words.split(",")]


def _place_named(atlas: Atlas, words: str) -> str:
    place = atlas.named(words)
    if place is not None:
        return place.id
    called = {
        name.casefold(): place.short
        for place in atlas.places.values()
        for name in (place.name, place.short, place.id)
    }
    near = difflib.get_close_matches(words.casefold(), called, n=2 * _NEAR, cutoff=0.5)
    names = list(dict.fromkeys(called[name] for name in near))[:_NEAR]
    sentence = _("There is no place “{name}” on the map. Nothing was changed.").format(name=words)
    hint = (
        _("Near it: {names}.").format(names=", ".join(names))
        if names
        else _("All places: reisblog place --help")
    )
    raise UnknownPlaceError(f"{sentence} {hint}")


def _takes_map(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT.pdf|.png|.svg",
        type=to_make(".pdf", ".png", ".svg"),
        required=True,
        help=_("what to make; {ending} is added where it is left out").format(ending=".pdf"),
    )
    parser.add_argument(
        "--paper",
        choices=("a4", "a3", "a2"),
        default="a3",
        help=_("how large a PDF is, lying; without this: a3"),
    )
    options.takes_force(parser)


def _map(chosen: argparse.Namespace) -> None:
    durable.check_target(chosen.output, replace=chosen.force)
    atlas = desks.known_maps(chosen.map_file).chosen
    from reisblog.story import wall_map  # noqa: PLC0415 - loads reportlab

    def write(target: BinaryIO) -> None:
        suffix, paper = chosen.output.suffix, wall_map.Paper(chosen.paper)
        wall_map.write_blank_map(atlas, target, suffix=suffix, paper=paper)

    durable.write_whole(chosen.output, write, replace=chosen.force)
    terminal.give(chosen.output)


def _takes_info(parser: argparse.ArgumentParser) -> None:
    options.takes_file(parser)
    options.takes_json(parser)


def _info(chosen: argparse.Namespace) -> None:
    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        told = contents.told(desk)
    # Escaped, so that it arrives whole whatever the terminal's encoding.
    terminal.give(json.dumps(told, indent=1) if chosen.json else "\n".join(contents.in_words(told)))


def _takes_example(parser: argparse.ArgumentParser) -> None:
    options.takes_output(parser, ending=SUFFIX)
    parser.add_argument("--teacher", action="store_true", help=_("the one of a teacher"))


def _example(chosen: argparse.Namespace) -> None:
    durable.check_target(chosen.output, replace=chosen.force)
    from reisblog.examples import make_example  # noqa: PLC0415 - no other command needs it

    with desks.desk_with(None, map_file=chosen.map_file) as desk:
        make_example(desk, teacher=chosen.teacher)
        desk.save(chosen.output, replace=chosen.force)
    terminal.give(chosen.output)
