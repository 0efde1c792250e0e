"""Being told to stop: by Ctrl+C, by closing the terminal, by the system."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    Handler = Callable[[int, FrameType | None], object] | signal.Handlers

_SIGNALLED = 128
"""A shell adds the number of the signal to this."""


@contextlib.contextmanager
def at_once() -> Iterator[None]:
    """While a library loads, Ctrl+C ends the program without more ado, as before all work.

    When an exception passes a library that is half loaded, it may crash.
    """
    with _heeding(["SIGINT"], signal.default_int_handler, signal.SIG_DFL):
        yield


@contextlib.contextmanager
def tidily() -> Iterator[None]:
    """Clear away what is half done at Ctrl+C, when the terminal is closed or the system says so."""
    with (
        _heeding(["SIGTERM", "SIGHUP"], signal.SIG_DFL, _leave),
        _heeding(["SIGINT"], signal.SIG_DFL, signal.default_int_handler),
    ):
        yield


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(_SIGNALLED + number)


@contextlib.contextmanager
def _heeding(names: list[str], usual: Handler, ours: Handler) -> Iterator[None]:
    """Answer these signals another way, as long as nobody else has said how (nohup does)."""
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []  # no other may say it
    changed = [number for number in numbers if signal.getsignal(number) == usual]
    for number in changed:
        signal.signal(number, ours)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, usual)
