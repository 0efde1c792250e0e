"""Paths on paper: each pen's shape in its tint, on a halo of paper so that it stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.brush import brush_outline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.model.geometry import Point, Rect
    from reisblog.model.records import Trail
    from reisblog.story.map_drawing import View
    from reisblog.story.sheet import Sheet

_HALO = 1.3


def draw_trails(
    sheet: Sheet, view: View, trails: Iterable[Trail], *, frame: Rect | None = None
) -> None:
    """Draw paths over a view of the map.

    Args:
        sheet: what is drawn on.
        view: which part of the map lies where.
        trails: the paths, the lowest first.
        frame: where they may show, when that is not just the view's own frame.
    """
    with sheet.apart():
        sheet.clip(frame or view.frame)
        scale = view.scale
        left = view.frame.x - view.region.x * scale
        top = view.frame.y - view.region.y * scale
        sheet.put(f"{scale:.6f} 0 0 {scale:.6f} {left:.3f} {top:.3f} cm 1 j")
        for trail in trails:
            _draw(sheet, brush_outline(trail), look.TINTS.get(trail.tint, look.EMBER), scale)


def _draw(sheet: Sheet, shapes: tuple[tuple[Point, ...], ...], tint: str, scale: float) -> None:
    sheet.ink(fill=tint, line=look.PAPER, width=round(2 * _HALO / scale, 3))
    sheet.polygons(shapes, paint="S")
    sheet.polygons(shapes)
