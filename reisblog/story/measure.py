"""How far from the left and how wide a chapter stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.story.photo_layout import Size
from reisblog.story.styles import COLUMN, FULL, GUTTER, LEFT, MM

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASIDE = 9 * MM


@dataclass(frozen=True)
class Measure:
    """A chapter's own left edge; its right edges are those of all others.

    Attributes:
        aside: by how much it is moved in from the book's left edge.
    """

    aside: float = 0.0

    @property
    def left(self) -> float:
        """Where its text begins."""
        return LEFT + self.aside

    @property
    def column(self) -> float:
        """How wide its text is."""
        return COLUMN - self.aside

    @property
    def full(self) -> float:
        """How wide it is with the outer column."""
        return FULL - self.aside

    @property
    def half(self) -> float:
        """Of two things side by side in the text column."""
        return (self.column - GUTTER) / 2

    def fitted(self, sizes: Sequence[Size]) -> list[Size]:
        """Photos that were measured for the whole width, as large as they are here."""
        part = self.column / COLUMN
        return [Size(size.width * part, size.height * part) for size in sizes]


MAIN = Measure()
BESIDE = Measure(_ASIDE)
"""For the second track."""
