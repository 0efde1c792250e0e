"""What is said of a file that does not open as a journey: one sentence for each reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.errors import (
    DamagedJourneyError,
    NotAJourneyError,
    NothingLeftError,
    ProjectFileError,
    UnreadableDiskError,
)
from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path


def empty(path: Path) -> NothingLeftError:
    """It has no bytes at all."""
    return NothingLeftError(
        _(
            "“{name}” is empty: there is nothing in it to open. The file was left as it is. "
            "Try an earlier copy of it."
        ).format(name=path.name)
    )


def something_else(path: Path) -> NotAJourneyError:
    """It never was a journey."""
    return NotAJourneyError(
        _(
            "“{name}” is not a journey made with Reisblog. The file was left as it is. "
            "Choose another one."
        ).format(name=path.name)
    )


def damaged(path: Path) -> DamagedJourneyError:
    """It was a journey, whole."""
    return DamagedJourneyError(
        _(
            "“{name}” is damaged or not copied completely. The file was left as it is. "
            "Copy it again from where it came from, or try an earlier copy."
        ).format(name=path.name)
    )


def unreadable(path: Path, error: OSError) -> ProjectFileError:
    """The system does not give its bytes."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        text = _("“{name}” is not there. Look whether it was moved, or whether the stick is in.")
    elif isinstance(error, IsADirectoryError):
        text = _("“{name}” is a folder, not a journey. Choose a file that ends in .reisblog.")
    elif isinstance(error, PermissionError):
        text = _("You may not read “{name}”. Ask for a copy in a folder of your own.")
    else:
        text = _("The disk does not give “{name}”. Copy it to another place and open that.")
        return UnreadableDiskError(text.format(name=path.name))
    return ProjectFileError(text.format(name=path.name))


def nothing_left(path: Path) -> NothingLeftError:
    """It was a journey, and none of it can be read."""
    return NothingLeftError(
        _(
            "Nothing in “{name}” can be read any more. The file was left as it is. "
            "Copy it again from where it came from, or try an earlier copy."
        ).format(name=path.name)
    )
