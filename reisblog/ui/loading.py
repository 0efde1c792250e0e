"""Loading the window without what Python and PySide do meanwhile that this program never needs."""

from __future__ import annotations

import builtins
import gc


def load_swiftly() -> None:
    """Spare two things from now on; together they took a quarter of the start.

    While modules load, much is made and nothing is garbage: the collector rests until the
    window's own takes over. And PySide reads the source of every module that is imported after
    it, in case it says ``from __feature__ import``; none of ours does, so Python's plain import
    is put back, which PySide keeps for that.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401, PLC0415 - only now, with the collector at rest

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
