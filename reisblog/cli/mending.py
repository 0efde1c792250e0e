"""The commands for damaged files: telling what is wrong, and saving what is left."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reisblog.cli import desks, options, terminal
from reisblog.errors import DamagedJourneyError, SaveError
from reisblog.storage import durable
from reisblog.storage.container import SUFFIX
from reisblog.storage.losses import LossKind, as_data, sentences
from reisblog.storage.saving import same_file
from reisblog.texts import _

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_WRONG = 1
_BEYOND_REPAIR = {LossKind.PICTURE, LossKind.ONLY_SMALL}
"""A picture that was never in the file, or is no longer, is in no repaired one either."""


def takes_check(parser: argparse.ArgumentParser) -> None:
    """Take a file, and how to tell about it."""
    options.takes_file(parser)
    options.takes_json(parser)


def check(chosen: argparse.Namespace) -> int:
    """Tell all that is wrong with a file; 0 when nothing is."""
    data, words, can_be_mended = _wrong_with(chosen.file)
    if chosen.json:
        # Escaped, so that it arrives whole whatever the terminal's encoding.
        told = {"file": chosen.file.name, "sound": not words, "wrong": data}
        terminal.give(json.dumps(told, indent=1))
    elif words:
        terminal.give("\n".join(f"- {each}" for each in words))
        if can_be_mended:
            terminal.say(_("Save what is left: reisblog repair FILE -o OUT.reisblog"))
    else:
        terminal.give(_("“{name}” is sound.").format(name=chosen.file.name))
    return _WRONG if words else 0


def takes_repair(parser: argparse.ArgumentParser) -> None:
    """Take a damaged file, and where to put what is left of it."""
    options.takes_file(parser)
    options.takes_output(parser, "-o", "--output", ending=SUFFIX)


def repair(chosen: argparse.Namespace) -> None:
    """Save what is left of a file as another, and tell what is not in it."""
    durable.check_target(chosen.output, replace=chosen.force)
    if same_file(chosen.file, chosen.output):
        raise SaveError(
            _(
                "“{name}” is the damaged file itself. It was left exactly as it is. Choose "
                "another name."
            ).format(name=chosen.file.name)
        )
    with desks.desk_with(chosen.file, map_file=chosen.map_file, damaged_too=True) as desk:
        desk.save(chosen.output, replace=chosen.force)
    for sentence in sentences(desk.losses):
        terminal.say(f"- {sentence}")
    terminal.give(chosen.output)


def _wrong_with(path: Path) -> tuple[list[dict[str, object]], list[str], bool]:
    """What is wrong with a file, for programs and for people, and whether a repair would help."""
    from reisblog.photos.upright_size import upright_size  # noqa: PLC0415 - seldom wanted
    from reisblog.storage.salvage import salvage  # noqa: PLC0415

    try:
        found = salvage(path, upright_size)
    except DamagedJourneyError as error:
        whole: dict[str, object] = {
            "kind": "everything",
            "name": "",
            "table": "",
            "words": str(error),
        }
        return [whole], [str(error)], False
    if found.container is not None:
        found.container.let_go()
    helps = any(loss.kind not in _BEYOND_REPAIR for loss in found.losses)
    return as_data(found.losses), sentences(found.losses), helps
