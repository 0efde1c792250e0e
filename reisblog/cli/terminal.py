"""How the command line speaks: results to stdout, messages to stderr."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from reisblog.errors import ReisblogError
from reisblog.texts import _

_CLEAR_LINE = "\r\x1b[K"
"""Back to its begin, and nothing on it any more (ECMA-48, EL)."""


def accept_any_text() -> None:
    """Let a terminal that lacks a letter show a stand-in for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(sentence: str) -> None:
    """Tell the person something; what is not heard does not stop the work."""
    plain = "".join(letter for letter in sentence if letter.isprintable() or letter == "\n")
    clear = _CLEAR_LINE if sys.stderr.isatty() else ""
    try:
        print(clear + plain, file=sys.stderr, flush=True)  # noqa: T201 - to the person
    except OSError:
        _hush(sys.stderr)


def show_along(share: float) -> None:
    """Show how far it is, from 0 to 1, on a line that the next words take; to a person alone."""
    if not sys.stderr.isatty():
        return
    try:
        print(f"{_CLEAR_LINE}{share:.0%}", end="", file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        _hush(sys.stderr)


def give(result: object) -> None:
    """Give what the command is for; that nobody reads on is no fault.

    Raises:
        ReisblogError: it could not be written.
    """
    try:
        print(result, flush=True)  # noqa: T201 - what the command is for
    except BrokenPipeError:
        _hush(sys.stdout)
    except OSError as error:
        _hush(sys.stdout)
        raise ReisblogError(
            _("The answer could not be written. Your journey is safe. Is there room on the disk?")
        ) from error


def _hush(stream: TextIO) -> None:
    """Let all that is still to be written there vanish, or Python complains of it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
