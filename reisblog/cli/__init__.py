"""The command line: results on stdout, messages on stderr; 0 done, 1 failed, 2 wrong usage.

What each command takes and does stands in ``commands``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.cli import terminal
from reisblog.errors import FileExistsAlreadyError, ReisblogError, UnusableMapError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.storage.known_maps import KnownMaps

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
        if isinstance(error, UnusableMapError) and len(error.problems) > 1:
            terminal.say("\n".join(f"- {problem}" for problem in error.problems))
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except SystemExit as leaving:  # argparse, after help, version or wrong usage; or a signal
        return leaving.code if isinstance(leaving.code, int) else _WRONG_USAGE


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _open_window(None)
    from reisblog.cli import commands, desks, file_names, stopping  # noqa: PLC0415 - not for the window

    map_option: list[str] = []
    if arguments[0] == "--map":
        map_option, arguments = arguments[:2], arguments[2:]
    if not arguments and len(map_option) > 1:
        return _open_window(None, desks.known_maps(Path(map_option[1])))
    first, *rest = arguments or map_option
    if first.startswith("-") or commands.is_one(first):
        with stopping.tidily():
            return commands.run([*arguments, *map_option])
    maps = desks.known_maps(Path(map_option[1])) if map_option else None
    if rest:
        commands.refuse(first)
    path = file_names.of_journey(first)
    if not first or not os.path.exists(path):  # noqa: PTH110 - a Path complains of a name that is too long
        raise commands.neither_file_nor_command(first)
    return _open_window(path, maps)


def _open_window(path: Path | None, maps: KnownMaps | None = None) -> int:
    from reisblog.ui.loading import load_swiftly  # noqa: PLC0415 - it loads Qt

    load_swiftly()
    from reisblog.app import open_window  # noqa: PLC0415 - swiftly

    return open_window(path, maps)
