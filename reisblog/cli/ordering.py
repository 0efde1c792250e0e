"""The command that puts the haltes of a journey in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.cli import desks, options
from reisblog.errors import UnknownStopError
from reisblog.model import edits
from reisblog.storage.migrations import newer_format
from reisblog.texts import _

if TYPE_CHECKING:
    import argparse


def takes_order(parser: argparse.ArgumentParser) -> None:
    """Take a journey and the ids of haltes, as ``info`` tells them."""
    options.takes_file(parser)
    parser.add_argument(
        "visits",
        metavar=_("STOP"),
        nargs="*",
        help=_("ids of stops, as info --json tells them; those not named become loose"),
    )


def order(chosen: argparse.Namespace) -> None:
    """Give the haltes that order, and save.

    Raises:
        UnknownStopError: an id is none of a halte, or stands there twice; nothing has changed.
    """
    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        if desk.path is None:
            raise newer_format()  # a copy of it is none of this command's business
        named = list(chosen.visits)
        strange = next(
            (key for key in named if key not in desk.journey.stops or named.count(key) > 1), None
        )
        if strange is not None:
            raise UnknownStopError(
                _(
                    "“{name}” is no stop of this journey, or stands there twice. Nothing was "
                    "changed. All stops: reisblog info FILE --json"
                ).format(name=strange)
            )
        desk.commit(_("Order the stops"), lambda journey: edits.arrange(journey, named))
        desk.save()
