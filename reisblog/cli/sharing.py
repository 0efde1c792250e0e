"""The command that makes a copy of a journey to hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.cli import desks, options, terminal
from reisblog.storage import durable
from reisblog.storage.container import SUFFIX

if TYPE_CHECKING:
    import argparse


def takes_copy(parser: argparse.ArgumentParser) -> None:
    """Take a journey, what to make of it, and for whom."""
    options.takes_file(parser)
    options.takes_output(parser, "-o", "--output", ending=SUFFIX)
    options.takes_others(parser)


def copy(chosen: argparse.Namespace) -> None:
    """Write a journey without anything that is closed to these viewers."""
    durable.check_target(chosen.output, replace=chosen.force)
    from reisblog.handing_over import prepare_copy  # noqa: PLC0415 - no other command needs it

    with desks.desk_with(chosen.file, map_file=chosen.map_file) as desk:
        prepare_copy(desk, chosen.output, options.viewer(chosen), replace=chosen.force)(None)
    terminal.give(chosen.output)
