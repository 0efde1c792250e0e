"""Marks of which nothing is seen: where links lead, what belongs together, room to type in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.story.tags import LAST, Role, Tag

if TYPE_CHECKING:
    from reisblog.model.geometry import Rect
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.sheet import Sheet


@dataclass(frozen=True)
class Anchor:
    """Where links and the outline go.

    Attributes:
        entry: its line in the document's outline; what a reader is told of links to it.
        section: the part of the story that begins here.
    """

    name: str
    y: float
    entry: str
    section: Tag

    @property
    def box(self) -> None:
        """Nothing is seen of it."""

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Note the spot."""
        within = self.section.within is not None
        sheet.anchor(self.name, self.y, self.entry, level=int(within))
        sheet.begin(self.section)


@dataclass(frozen=True)
class Within:
    """What follows is part of this; without a tag, of the section at hand again."""

    tag: Tag | None = None

    @property
    def box(self) -> None:
        """Nothing is seen of it."""

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Note it."""
        sheet.go_into(self.tag)


@dataclass(frozen=True)
class Jump:
    """A spot that goes somewhere when touched.

    Attributes:
        tag: the link in the story that it makes one; what it covers has it, too.
    """

    rect: Rect
    target: str
    tag: Tag

    @property
    def box(self) -> None:
        """Nothing is seen of it."""

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Note the link."""
        sheet.link(self.rect, self.target, self.tag)


@dataclass(frozen=True)
class Field:
    """White to type in; nothing of it is seen until somebody clicks there.

    Attributes:
        name: what programs call it.
        told: what a reader is told it is for.
    """

    rect: Rect
    name: str
    told: str

    @property
    def box(self) -> Rect:
        """Nothing is seen of it, but nothing else may lie there."""
        return self.rect

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Note it."""
        sheet.field(self.rect, self.name, self.told, Tag(Role.FORM, order=LAST))
