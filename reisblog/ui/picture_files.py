"""Which files are pictures, in what is given and in folders."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reisblog.errors import UnreadablePhotoError
from reisblog.texts import _

PICTURE_NAMES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif"})
"""What counts as a picture in a folder; a file dropped by itself is judged by its content."""

_DIGEST_BYTES = 6


def expanded(
    sources: Sequence[Path | bytes],
) -> tuple[list[Path | bytes], list[UnreadablePhotoError]]:
    """The files themselves, folders opened; and the folders that do not open."""
    files: list[Path | bytes] = []
    closed: list[UnreadablePhotoError] = []
    for source in sources:
        if isinstance(source, Path) and _is_folder(source):
            try:
                files += pictures_in(source)
            except UnreadablePhotoError as error:
                closed.append(error)
        else:
            files.append(source)
    return files, closed


def pictures_in(folder: Path) -> list[Path]:
    """The pictures in a folder, by name.

    Raises:
        UnreadablePhotoError: the folder does not open.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.casefold() in PICTURE_NAMES)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            reason = _("it is no longer there")
        elif isinstance(error, PermissionError):
            reason = _("this computer does not let you look in it")
        else:
            reason = _("its disk does not answer; copy the folder to this computer first")
        name = folder.name or str(folder)
        sentence = _("The folder “{name}” does not open: {reason}.").format(
            name=name, reason=reason
        )
        raise UnreadablePhotoError(name, reason, sentence) from error


def size_of(path: Path) -> int:
    """The bytes of a file, or less than nothing when it cannot be asked."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def digest_of(path: Path) -> str:
    """A file's name, only good for meeting it again: a name itself can tell who is in a picture."""
    from hashlib import blake2b  # noqa: PLC0415 - most people follow no folder

    return blake2b(os.fsencode(path.name), digest_size=_DIGEST_BYTES).hexdigest()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it may not even be asked: taking it in as a file tells why
        return False
