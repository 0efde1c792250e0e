"""No screen goes to sleep while somebody tells.

Each system has a way of its own to ask for that. Where none answers, a screen sleeps as ever and
nobody is bothered with it. What was asked for ends with the program, however that ends.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_MS = 1_000
_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
"""Of Windows' ``SetThreadExecutionState``."""
_CAFFEINATE = "/usr/bin/caffeinate"
_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")
"""What GNOME, KDE and others answer to."""
_CONNECTION = "reisblog-awake"

_log = logging.getLogger(__name__)


class Way(Protocol):
    """One system's way."""

    def hold(self) -> None:
        """Ask for it."""

    def let_go(self) -> None:
        """Take it back."""


class Awake:
    """Keeps the screen awake from ``hold`` until ``let_go``, as far as the system lets it."""

    def __init__(self, make: Callable[[], Way] | None = None) -> None:
        """Know how.

        Args:
            make: the way, if not this system's own.
        """
        self._make = make or _WAYS.get(sys.platform, Saver)
        self._way: Way | None = None

    def hold(self) -> None:
        """Keep it awake from now on."""
        if self._way is None:
            way = self._make()
            if _tried(way.hold):
                self._way = way

    def let_go(self) -> None:
        """Let it sleep again."""
        way, self._way = self._way, None
        if way is not None:
            _tried(way.let_go)


class ThreadState:
    """Windows: as long as this thread says so."""

    def __init__(self, say: Callable[[int], Any] | None = None) -> None:
        self._say = say

    def hold(self) -> None:
        """Say it."""
        if self._say is None:
            from ctypes import WinDLL  # type: ignore[attr-defined] # noqa: PLC0415 - only there

            self._say = WinDLL("kernel32").SetThreadExecutionState
        self._say(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)

    def let_go(self) -> None:
        """Say it no longer."""
        if self._say is not None:
            self._say(_CONTINUOUS)


class Caffeinate:
    """macOS: as long as its own program for this runs; that ends with ours.

    Attributes:
        running: that program.
    """

    def __init__(self, start: Callable[[list[str]], subprocess.Popen[bytes]] | None = None) -> None:
        self._start = start or subprocess.Popen
        self.running: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Start it."""
        self.running = self._start([_CAFFEINATE, "-d", "-i", "-w", str(os.getpid())])

    def let_go(self) -> None:
        """End it."""
        if self.running is not None:
            self.running.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.running.wait(_PATIENCE_MS / 1000)


class Saver:
    """Linux: the desktop's screen saver is asked over a connection that nothing else goes over.

    It is asked nothing back: what was asked ends with the connection, as its specification says.
    """

    def hold(self) -> None:
        """Ask, and wait for no answer."""
        if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            return  # the library would start a bus of its own
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - seldom wanted

        call = QDBusMessage.createMethodCall(*_SAVER, _SAVER[0], "Inhibit")
        call.setArguments(["Reisblog", "presenting"])
        kind = QDBusConnection.BusType.SessionBus
        QDBusConnection.connectToBus(kind, _CONNECTION).send(call)

    def let_go(self) -> None:
        """Hang up."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415

        QDBusConnection.disconnectFromBus(_CONNECTION)


_WAYS: dict[str, Callable[[], Way]] = {"win32": ThreadState, "darwin": Caffeinate}


def _tried(step: Callable[[], None]) -> bool:
    """Whether it went well; what a system cannot do is no trouble of who tells."""
    try:
        step()
    except (OSError, AttributeError, ImportError) as error:
        _log.info("the screen may sleep: %s", type(error).__name__)
        return False
    return True
