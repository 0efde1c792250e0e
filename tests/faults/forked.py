"""What a process asks of Linux right after it was forked."""

from __future__ import annotations

import ctypes
import signal

_DEATH_SIGNAL = 1
_TRACER = 0x59616D61
_ANYBODY = ctypes.c_ulong(-1)


def end_with_parent():
    """End when the harness ends, however that comes about."""
    ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def let_anybody_trace():
    """Some systems let nobody trace a process that is not a child, unless it says so."""
    ctypes.CDLL(None).prctl(_TRACER, _ANYBODY, 0, 0, 0)
