"""Thin lines on a page, whole or dotted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.model.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.geometry import Point
    from reisblog.story.map_drawing import MapDrawing
    from reisblog.story.sheet import Sheet


@dataclass(frozen=True)
class Stroke:
    """A line through some points, with round ends.

    Attributes:
        curve: the points are those of one cubic Bezier curve.
        every: from the middle of a dot to the next, for a dotted line.
    """

    points: Sequence[Point]
    tint: str
    width: float
    curve: bool = False
    every: float = 0.0

    @property
    def box(self) -> Rect:
        """Around its points."""
        return Rect.around(self.points)

    def draw(self, sheet: Sheet, map_drawing: MapDrawing) -> None:  # noqa: ARG002
        """Put the line on paper."""
        first, *others = self.points
        way = " ".join(f"{point.x:.2f} {point.y:.2f}" for point in others) + " c"
        if not self.curve:
            way = " ".join(f"{point.x:.2f} {point.y:.2f} l" for point in others)
        with sheet.apart():
            sheet.ink(line=self.tint, width=self.width)
            sheet.put("1 J 1 j", f"[0 {self.every:g}] 0 d" if self.every else "[] 0 d")
            sheet.put(f"{first.x:.2f} {first.y:.2f} m {way} S")
