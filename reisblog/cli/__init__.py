"""The command line: results on stdout, messages on stderr; 0 done, 1 failed, 2 wrong usage.

What each command takes and does stands in ``commands``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.errors import FileExistsAlreadyError, ReisblogError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAILED, _WRONG_USAGE, _INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; returns the exit code."""
    _accept_any_text()
    try:
        code = _run(list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except ReisblogError as error:
        _say(str(error))
        if isinstance(error, FileExistsAlreadyError):
            _say(_("With --force it is replaced."))
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read along has seen enough; nothing may be written there again, at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except SystemExit as leaving:  # argparse, after help, version or wrong usage
        return leaving.code if isinstance(leaving.code, int) else _WRONG_USAGE
    return code


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _open_window(None)
    from reisblog.cli import commands  # noqa: PLC0415 - the plain window starts without them

    first, *rest = arguments
    if first.startswith("-") or commands.is_one(first):
        return commands.run(arguments)
    if rest:
        commands.refuse(first)
    path = Path(first)
    if not path.exists():
        raise commands.neither_file_nor_command(first)
    return _open_window(path)


def _open_window(path: Path | None) -> int:
    from reisblog.app import open_window  # noqa: PLC0415 - it loads Qt

    return open_window(path)


def _accept_any_text() -> None:
    """Let a terminal that lacks a letter show a stand-in for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - to the person
