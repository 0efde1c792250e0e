"""Whether things may move on the screen, or the system asks for less motion."""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from configparser import ConfigParser, Error
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reisblog.errors import ReisblogError
    from reisblog.ui.jobs import Jobs

_PATIENCE_SECONDS = 2.0
_CLIENT_AREA_ANIMATION = 0x1042
"""Of Windows' ``SystemParametersInfo``: "Animation effects" in its settings."""
_MACOS = ("/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion")
_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
"""What GNOME and those that come of it keep; GTK itself asks there, too."""

_log = logging.getLogger(__name__)


def is_wanted(
    platform: str = sys.platform,
    surroundings: Mapping[str, str] = os.environ,
    *,
    answer: Callable[[Sequence[str]], str] | None = None,
) -> bool:
    """Ask the system, which may take a moment; whoever cannot be asked wants it.

    Args:
        platform: as Python calls it.
        surroundings: environment variables.
        answer: runs a program and gives what it says, if not really.
    """
    answer = answer or _answer
    if platform == "win32":
        return _windows_wants_it()
    if platform == "darwin":
        return answer(_MACOS) != "1"
    desktop = surroundings.get("XDG_CURRENT_DESKTOP", "")
    if "KDE" in desktop:
        home = Path(surroundings.get("HOME", "~")).expanduser()
        return _kde_wants_it(Path(surroundings.get("XDG_CONFIG_HOME") or home / ".config"))
    return not desktop or answer(_GNOME) != "false"


def ask(jobs: Jobs, unwanted: Callable[[], None]) -> None:
    """Ask the system, beside all else, and tell where it wants no motion."""

    def told(wanted: bool) -> None:  # noqa: FBT001  (a job hands it in)
        if not wanted:
            unwanted()

    jobs.run(lambda _progress: is_wanted(), done=told, failed=_move_as_ever)


def _move_as_ever(_error: ReisblogError) -> None:
    """Who cannot be asked wants it."""


def _windows_wants_it(user: Any = None) -> bool:
    """What it says; `user` stands for the library that is asked."""
    if user is None:
        user = ctypes.WinDLL("user32")  # type: ignore[attr-defined]
    wanted = ctypes.c_int(1)
    user.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(wanted), 0)
    return bool(wanted.value)


def _kde_wants_it(settings: Path) -> bool:
    """Its animations have a speed, and none of it means none of them."""
    kept = ConfigParser(interpolation=None, strict=False)
    try:
        kept.read(settings / "kdeglobals", encoding="utf-8")
        return kept.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) > 0
    except (Error, ValueError):
        return True


def _answer(command: Sequence[str]) -> str:
    try:
        told = subprocess.run(  # noqa: S603 - one of ours, above
            command, capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
        _log.info("nobody says whether motion is wanted: %s", type(error).__name__)
        return ""
    return told.stdout.strip()
