"""Names of files as a person types them, with or without their ending."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.storage.container import SUFFIX
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable


def to_make(ending: str, *others: str) -> Callable[[str], Path]:
    """For argparse: the file to make, which may have other endings as well.

    A name without an ending gets the first, as in the window: without it a double click does not
    open the file. Another ending is refused, for the name would promise what is not in the file.
    """

    def path_of(text: str) -> Path:
        path = Path(text)
        if path.suffix.casefold() in {ending, *others} or _is_no_file(text):
            return path
        other = path.suffix.removeprefix(".")
        if other.isalnum() and not other.isdecimal():  # "stage 1.2" and "bij J. Smit" have none
            raise argparse.ArgumentTypeError(
                _("what is made here ends in {ending}, and “{name}” does not").format(
                    ending=", ".join((ending, *others)), name=path.name
                )
            )
        return path.with_name(path.name + ending)

    return path_of


def _is_no_file(text: str) -> bool:
    """Whether a folder or a device stands there, which nothing may replace or stand beside."""
    return os.path.exists(text) and not os.path.isfile(text)  # noqa: PTH110, PTH113 - see below


def of_journey(text: str) -> Path:
    """For argparse: the file of a journey, also when its ending was left out."""
    longer = f"{text}{SUFFIX}"
    # A Path would complain of a name that is too long.
    meant = os.path.isfile(longer) and not os.path.exists(text)  # noqa: PTH110, PTH113
    return Path(longer if meant else text)
