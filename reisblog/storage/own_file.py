"""Files of the program's own, beside those of a person: each whole, or not there at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reisblog.storage import durable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


_PART = ".part"


def put(path: Path, blocks: Iterable[bytes]) -> int:
    """Write a file, or replace it, and have its content on the disk; gives how many bytes it has.

    Raises:
        OSError: it could not be written; what stood there still does.
    """
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_PART}")
    try:
        with part.open("xb") as file:
            file.writelines(blocks)
            size = file.tell()
            file.flush()
            os.fsync(file.fileno())
        durable.rename(part, path)
    finally:
        part.unlink(missing_ok=True)
    return size


def remove_parts(folder: Path, *, of_before: float | None = None) -> None:
    """Remove what programs that were killed while they wrote have left half done.

    Args:
        folder: where.
        of_before: leave what is newer than this (seconds since 1970): it may still be written.

    Raises:
        OSError: it could not be done.
    """
    for path in folder.glob(f"*{_PART}"):
        if of_before is None or path.lstat().st_mtime < of_before:
            path.unlink(missing_ok=True)
