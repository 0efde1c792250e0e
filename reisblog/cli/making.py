"""The commands that make something of a journey, or of the map: book, picture, blank map."""

from __future__ import annotations

import contextlib
import textwrap
from typing import TYPE_CHECKING, Any

import msgspec

from reisblog.cli import closed, desks, options, stopping, terminal
from reisblog.cli.file_names import to_make
from reisblog.errors import SaveError
from reisblog.model.book import PLAIN, Form, Paper, Part, Quality
from reisblog.model.curtain import seen_by
from reisblog.storage import durable
from reisblog.story.missing import photos_missing
from reisblog.texts import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_FORMS = {"verhaal": Form.STORY, "atlas": Form.ATLAS, "kaart": Form.MAP}
_PARTS = {
    "omslag": Part.COVER,
    "kaart": Part.MAP,
    "los": Part.LOOSE,
    "rugzak": Part.BACKPACK,
    "gezelschap": Part.COMPANY,
    "gesprek": Part.TALK,
}
"""The same words in every language of the command line, as the names of places are."""


def takes_export(parser: argparse.ArgumentParser) -> None:
    """Take a journey, and what book is to be made of it."""
    options.takes_files(parser)
    options.takes_output_or_folder(parser, ending=".pdf")
    parser.set_defaults(refuse=parser.error)
    parser.add_argument(
        "--quality",
        choices=tuple(map(str, Quality)),
        help=_("of the photos; without this: screen"),
    )
    parser.add_argument(
        "--form",
        choices=tuple(_FORMS),
        help=_(
            "in the traveller's order, by place, or one sheet with the map; without this: {form}"
        ).format(form=next(word for word, form in _FORMS.items() if form is PLAIN.form)),
    )
    parser.add_argument(
        "--paper",
        choices=tuple(map(str, Paper)),
        help=_("for what paper; without this: {paper}").format(paper=PLAIN.paper),
    )
    parser.add_argument(
        "--without",
        nargs="*",
        choices=tuple(_PARTS),
        metavar=_("PART"),
        help=_("leave out: {parts}").format(parts=", ".join(_PARTS)),
    )
    options.takes_viewer(parser, default="gesprek", remembered=True)
    parser.epilog = textwrap.fill(
        _("What you do not say is as you chose it last in the window, for this journey.")
    )


def export(chosen: argparse.Namespace) -> int:
    """Make the travel book, or one of each journey; gives the exit code."""
    if _FORMS.get(chosen.form) is Form.MAP and chosen.without:
        chosen.refuse(_("one sheet with the map has no parts to leave out"))
    if chosen.directory is not None:
        return _export_all(chosen)
    if len(chosen.files) > 1:
        chosen.refuse(_("of more than one FILE books are made with -d DIR"))
    [file] = chosen.files
    durable.check_target(chosen.output, replace=chosen.force)
    with desks.desk_with(file, map_file=chosen.map_file) as desk:
        wish = msgspec.structs.replace(desk.journey.book, **_said(chosen))
        lacking = desk.export_pdf(chosen.output, replace=chosen.force, wish=wish)
        left_out = closed.told(desk.journey, wish)
    for said in filter(None, (left_out, lacking.told())):
        terminal.say(said)
    terminal.give(chosen.output)
    return 0


def _export_all(chosen: argparse.Namespace) -> int:
    """One that fails does not keep the others from being made."""
    from reisblog.cli import many_books  # noqa: PLC0415 - for this alone

    if chosen.map_file is not None:
        desks.known_maps(chosen.map_file)  # that it cannot be used is said once
    orders = [
        many_books.Order(
            journey=journey,
            out=out,
            said=_said(chosen),
            map_file=chosen.map_file,
            replace=chosen.force,
        )
        for journey, out in many_books.names_for(chosen.files, chosen.directory).items()
    ]
    failed = in_the_way = False
    with _folder(chosen.directory):
        for number, (order, outcome) in enumerate(many_books.made(orders), start=1):
            said = [f"{number}/{len(orders)}  {order.journey}"]
            if isinstance(outcome, many_books.Failed):
                failed = True
                in_the_way = in_the_way or outcome.stands_there
                said.append(outcome.sentence)
            elif outcome.lacking:
                said.append(outcome.lacking)
            terminal.say("\n".join(said))
            if isinstance(outcome, many_books.Made):
                terminal.give(order.out)
    if in_the_way:
        terminal.say(_("With --force it is replaced."))
    return 1 if failed else 0


@contextlib.contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """A folder for what is made, which goes again where nothing came into it.

    Raises:
        SaveError: it is not there and cannot be made.
    """
    try:
        folder.mkdir()
    except FileExistsError:
        new = False
    except OSError as error:
        raise SaveError(
            _("The folder “{folder}” cannot be made. Nothing was changed. Choose another.").format(
                folder=folder
            )
        ) from error
    else:
        new = True
    try:
        yield
    finally:
        if new:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _said(chosen: argparse.Namespace) -> dict[str, Any]:
    """What takes the place of the wish that a journey remembers."""
    said: dict[str, Any] = {}
    if chosen.form is not None:
        said["form"] = _FORMS[chosen.form]
    if chosen.paper is not None:
        said["paper"] = Paper(chosen.paper)
    if chosen.quality is not None:
        said["quality"] = Quality(chosen.quality)
    if chosen.without is not None:
        said["without"] = frozenset(_PARTS[word] for word in chosen.without)
    if chosen.viewer is not None:
        said["viewer"] = options.viewer(chosen)
    return said


def takes_render(parser: argparse.ArgumentParser) -> None:
    """Take a journey, and how large its picture is to be."""
    options.takes_file(parser)
    options.takes_output(parser, "-o", "--output", ending=".png")
    options.takes_size(parser, default=(1920, 1080))
    options.takes_viewer(parser, default="klas")


def render(chosen: argparse.Namespace) -> None:
    """Make the picture."""
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


def takes_map(parser: argparse.ArgumentParser) -> None:
    """Take what blank map is to be made."""
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


def draw_map(chosen: argparse.Namespace) -> None:
    """Make the blank map."""
    durable.check_target(chosen.output, replace=chosen.force)
    atlas = desks.known_maps(chosen.map_file).chosen
    from reisblog.story import wall_map  # noqa: PLC0415 - loads reportlab

    def write(target: BinaryIO) -> None:
        suffix, paper = chosen.output.suffix, wall_map.Paper(chosen.paper)
        wall_map.write_blank_map(atlas, target, suffix=suffix, paper=paper)

    durable.write_whole(chosen.output, write, replace=chosen.force)
    terminal.give(chosen.output)
