"""The book's own small drawings, as vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.story.map_drawing import small_art

if TYPE_CHECKING:
    from reisblog.model.geometry import Rect
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.sheet import Sheet

_SIDE = 128.0


@dataclass(frozen=True)
class Drawing:
    """One of the drawings in ``assets/book``, in a square.

    Attributes:
        name: of its file.
    """

    name: str
    rect: Rect

    @property
    def box(self) -> Rect:
        """The square."""
        return self.rect

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put it on paper."""
        form = f"book-{self.name}"
        if not sheet.knows(form):
            sheet.define(form, small_art("book.json", self.name, _SIDE))
        scale = self.rect.width / _SIDE
        with sheet.apart():
            # Its operators have y up.
            sheet.put(f"{scale:.5f} 0 0 {-scale:.5f} {self.rect.x:.3f} {self.rect.bottom:.3f} cm")
            sheet.form(form)
