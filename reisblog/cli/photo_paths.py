"""Photos as they are named on the command line: files, and folders with photos."""

from __future__ import annotations

import os
import textwrap
from typing import TYPE_CHECKING

from reisblog.cli.terminal import say
from reisblog.errors import UnreadablePhotoError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reisblog.desk import Desk
    from reisblog.model.records import Photo


def brought_in(desk: Desk, paths: Sequence[Path]) -> list[Photo]:
    """Photos of files and folders; names what does not come in.

    Raises:
        UnreadablePhotoError: photos were named, and none came in.
    """
    files = [file for path in paths for file in _files_of(path)]
    photos, unreadable = desk.photos_from_files(files)
    for error in unreadable:
        say(str(error))
    if paths and not photos:
        raise UnreadablePhotoError(
            "", "", _("No photo came in, so nothing was made or changed. Choose other photos.")
        )
    return photos


def what_does_not_come_in() -> str:
    """What a command's help says of it."""
    return textwrap.fill(
        _(
            "Photos that cannot be read are named; the others come in. "
            "When none comes in, nothing is made or changed."
        )
    )


def _files_of(path: Path) -> list[Path]:
    """The pictures in a folder, by name, told by their first bytes; a file is itself."""
    if not os.path.isdir(path):  # noqa: PTH112 - a Path complains of a name that is too long
        return [path]
    try:
        pictures = [file for file in sorted(path.iterdir()) if _is_picture(file)]
    except OSError:
        say(_("The folder “{name}” cannot be read.").format(name=path.name))
        return []
    if not pictures:
        say(_("There are no photos in the folder “{name}”.").format(name=path.name))
    return pictures


def _is_picture(file: Path) -> bool:
    from reisblog.photos.formats import HEAD_BYTES, PICTURES, form_of  # noqa: PLC0415 - rarely needed

    if file.name.startswith(".") or not file.is_file():
        return False
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
            return not head or form_of(head) in PICTURES  # an empty one is named, not passed over
    except OSError:
        return True  # bringing it in will tell why not
