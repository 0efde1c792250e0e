"""The commands: what each takes, and what does it."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from reisblog import __version__
from reisblog.cli import (
    belongings,
    class_map,
    contents,
    desks,
    making,
    mending,
    options,
    ordering,
    photo_paths,
    sharing,
    telling,
    terminal,
)
from reisblog.errors import ChangedElsewhereError, ProjectFileError, UnknownPlaceError
from reisblog.model import edits, limits
from reisblog.model.records import Audience
from reisblog.storage import durable
from reisblog.storage.container import SUFFIX
from reisblog.storage.migrations import newer_format
from reisblog.storage.own_atlas import own_atlas
from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _typeshed import SupportsWrite

    from reisblog.model.atlas import Atlas

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
        "export": _Command(
            _("make the travel book (PDF) of a journey"), making.takes_export, making.export
        ),
        "render": _Command(
            _("make a picture of a journey's map"), making.takes_render, making.render
        ),
        "show": _Command(_("tell a journey on a board"), telling.takes_show, telling.show),
        "class": _Command(
            _("hang the maps of many journeys side by side"),
            class_map.takes_class,
            class_map.show_class,
        ),
        "new": _Command(_("make a new journey"), _takes_new, _new),
        "place": _Command(_("add a stop to a journey"), _takes_place, _place),
        "order": _Command(
            _("put the stops of a journey in another order"), ordering.takes_order, ordering.order
        ),
        "map": _Command(_("make the blank map, for a wall"), making.takes_map, making.draw_map),
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
        type=_whole_text,
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
    belongings.takes_belongings(parser)
    names = ", ".join(place.short for place in own_atlas().places.values())
    parser.epilog = "\n\n".join(
        [
            photo_paths.what_does_not_come_in(),
            textwrap.fill(_("Places: {names}.").format(names=names)),
        ]
    )


def _whole_text(words: str) -> str:
    """A text that stays whole; one that would be cut short is refused."""
    if len(words) > limits.TEXT_CHARACTERS:
        raise argparse.ArgumentTypeError(
            _("a text has at most {n} characters, and this one {count}").format(
                n=limits.TEXT_CHARACTERS, count=len(words)
            )
        )
    return words


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
        desk.commit(
            _("New stop"),
            lambda now: belongings.with_belongings(
                now, desk.atlas.bounds, stop_id, chosen, desk.new_id
            ),
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
        stop = desk.journey.stops[stop_id]
    if chosen.viewer is None and stop.audience is Audience.SELF:
        terminal.say(
            _("This stop is for you alone, because of its place. With --for it is for others, too.")
        )
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
