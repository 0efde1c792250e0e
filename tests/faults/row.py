"""What one part of the harness found, as a line of its table."""

from __future__ import annotations

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


def counted(faults: list[str]) -> tuple[str, ...]:
    """Equal faults as one, with how often they came, the most frequent first."""
    often = sorted(set(faults), key=lambda fault: (-faults.count(fault), fault))
    return tuple(f"{faults.count(fault)} x {fault}" for fault in often)
