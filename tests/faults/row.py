"""What one part of the harness found, as a line of its table."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import msgspec


class Row(msgspec.Struct, frozen=True):
    """A line of the table.

    Attributes:
        name: what was done.
        figures: what was counted, in words.
        faults: what should not have happened; none means that the promise holds.
        skipped: why it could not be tried on this computer, or nothing when it was.
    """

    name: str
    figures: str
    faults: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing was found that should not be."""
        return not self.faults


def rows_from(command: list[str], part: str) -> Iterator[Row]:
    """The rows that a part tells as JSON, in a program of its own; and whether that broke down."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as child:
        for line in child.stdout or ():
            yield msgspec.json.decode(line, type=Row)
    if child.returncode != 0:
        yield Row(part, "", (f"this part of the harness ended with {child.returncode}",))


def counted(faults: list[str]) -> tuple[str, ...]:
    """Equal faults as one, with how often they came, the most frequent first."""
    often = sorted(set(faults), key=lambda fault: (-faults.count(fault), fault))
    return tuple(f"{faults.count(fault)} x {fault}" for fault in often)
