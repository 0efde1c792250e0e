"""Files of the program's own, beside those of a person: each whole, or not there at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reisblog.storage import durable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def put(path: Path, blocks: Iterable[bytes]) -> int:
    """Write a file, or replace it, and have its content on the disk; gives how many bytes it has.

    Raises:
        OSError: it could not be written; what stood there still does.
    """
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
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
