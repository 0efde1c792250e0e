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

_SHARED = "--shared"
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
    shared = _SHARED in arguments
    if not arguments or arguments == [_SHARED]:
        return _open_window(None, shared=shared)
    from reisblog.cli import commands, desks, file_names, stopping  # noqa: PLC0415 - not for the window

    map_file, others = _map_asked([each for each in arguments if each != _SHARED])
    first, *rest = others or [""]
    if commands.is_one(arguments[0]) or first.startswith("-"):
        with stopping.tidily():
            return commands.run(arguments)
    if commands.is_one(first):
        with stopping.tidily():
            return commands.run(arguments if map_file is None else [*others, f"--map={map_file}"])
    if rest:
        commands.refuse(first)
    path = file_names.of_journey(first) if others else None
    if path is not None and (not first or not os.path.exists(path)):  # noqa: PTH110 - a Path complains of a name that is too long
        raise commands.neither_file_nor_command(first)
    maps = None if map_file is None else desks.known_maps(Path(map_file))
    return _open_window(path, maps, shared=shared)


def _map_asked(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The map that is asked for with the window, and the other arguments."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--map="):
            return argument.removeprefix("--map="), [*arguments[:index], *arguments[index + 1 :]]
        if argument == "--map" and index + 1 < len(arguments):
            return arguments[index + 1], [*arguments[:index], *arguments[index + 2 :]]
    return None, arguments


def _open_window(path: Path | None, maps: KnownMaps | None = None, *, shared: bool) -> int:
    from reisblog.ui.loading import load_swiftly  # noqa: PLC0415 - it loads Qt

    load_swiftly()
    from reisblog.running import open_window  # noqa: PLC0415 - swiftly

    return open_window(path, maps, shared=shared)
