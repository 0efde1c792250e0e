"""A bound to this process's memory on Windows, where `resource` is not to be had.

Structures and numbers are those of winnt.h; see "Job Objects" in Microsoft's documentation.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import Any, Final

_EXTENDED_LIMIT_INFORMATION: Final = 9
_LIMIT_PROCESS_MEMORY: Final = 0x100


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limit_memory(most: int) -> None:
    """Let this process have so many bytes at most; where that cannot be done, it is not."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError, AttributeError):
            kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
            for function in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
                function.restype = ctypes.c_void_p
            limits = Limits()
            limits.basic.flags = _LIMIT_PROCESS_MEMORY
            limits.process_memory = most
            # The handle is kept until the process ends: with it the bound would go.
            job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
            kernel.SetInformationJobObject(
                job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
