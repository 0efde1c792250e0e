"""Work beside the window takes the time that the window leaves: that must answer the hand."""

from __future__ import annotations

import os
import sys
from typing import Final

_NICENESS: Final = 5
"""A third of the time that others get while they want it, all of it while they don't."""
_BELOW_NORMAL: Final = 0x4000


def give_way() -> None:
    """Let this process come after others."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - not for the start

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), _BELOW_NORMAL)
    else:
        os.nice(_NICENESS)
