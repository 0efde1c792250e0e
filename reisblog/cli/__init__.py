"""The command line: results on stdout, messages on stderr; 0 done, 1 failed, 2 wrong usage.

What each command takes and does stands in ``commands``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reisblog.cli import terminal
from reisblog.errors import FileExistsAlreadyError, ReisblogError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FAILED, _WRONG_USAGE, _INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; returns the exit code."""
    terminal.accept_any_text()
    try:
        return _run(list(arguments))
    except ReisblogError as error:
        terminal.say(str(error))
        if isinstance(error, FileExistsAlreadyError) and "--force" not in arguments:
            terminal.say(_("With --force it is replaced."))
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except SystemExit as leaving:  # argparse, after help, version or wrong usage; or a signal
        return leaving.code if isinstance(leaving.code, int) else _WRONG_USAGE


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _open_window(None)
    from reisblog.cli import commands, file_names, stopping  # noqa: PLC0415 - not for the window

    first, *rest = arguments
    if first.startswith("-") or commands.is_one(first):
        with stopping.tidily():
            return commands.run(arguments)
    if rest:
        commands.refuse(first)
    path = file_names.of_journey(first)
    if not first or not os.path.exists(path):  # noqa: PTH110 - a Path complains of a name that is too long
        raise commands.neither_file_nor_command(first)
    return _open_window(path)


def _open_window(path: Path | None) -> int:
    from reisblog.ui.loading import load_swiftly  # noqa: PLC0415 - it loads Qt

    load_swiftly()
    from reisblog.app import open_window  # noqa: PLC0415 - swiftly

    return open_window(path)
