"""The stamp in the environment: what it was made for, and whether it still is as it was made.

A cleaner, a scanner, a cable or a full disk may have taken a file or the rest of one. Looking after
every file would hold up each start; so the stamp tells of every package and of all that is large.
"""

from __future__ import annotations

import os
from pathlib import Path

_NAME = "reisblog-stamp"
_LARGE_BYTES = 50_000
"""Libraries are larger than this."""


def made_for(folder: Path) -> str:
    """What the environment was made for; nothing where none was finished."""
    return _lines(folder)[-1]


def is_whole(folder: Path) -> bool:
    """Whether all that the stamp tells of is still there, and as large as it was."""
    return all(_is_as(folder, line) for line in _lines(folder)[:-1])


def put(folder: Path, wanted: str) -> None:
    """Note what lies there now; last, as a stamp counts only when it is whole, what for."""
    text = "\n".join([*_telling(folder), wanted])
    (folder / _NAME).write_text(text, encoding="utf-8")


def take_away(folder: Path) -> None:
    """Until the next one, the environment counts as unfinished."""
    (folder / _NAME).unlink(missing_ok=True)


def _lines(folder: Path) -> list[str]:
    try:
        return (folder / _NAME).read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, ValueError):
        return [""]


def _telling(folder: Path) -> list[str]:
    lines = []
    for inner, _folders, names in os.walk(folder):
        for path in (Path(inner, name) for name in names):
            size = path.lstat().st_size
            telling = path.name == "__init__.py" or size > _LARGE_BYTES
            # Python may write those with .pyc anew; a link leads to what others look after.
            if telling and path.suffix != ".pyc" and not path.is_symlink():
                lines.append(f"{size} {path.relative_to(folder).as_posix()}")
    return lines


def _is_as(folder: Path, line: str) -> bool:
    size, _space, name = line.partition(" ")
    try:
        return os.stat(f"{folder}/{name}").st_size == int(size)  # noqa: PTH116 - a Path takes long
    except (OSError, ValueError):
        return False
