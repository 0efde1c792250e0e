"""Pages for who reads from right to left: laid out as all others, then mirrored thing by thing.

So a page begins at its right, photos follow one another to the left, and the white to write in
stands at the left. Nothing is turned over but what is an outline: photos, maps and words stay.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reisblog.model.geometry import Point, Rect
from reisblog.story.map_drawing import View
from reisblog.story.marks import Text

if TYPE_CHECKING:
    from reisblog.story.marks import Mark, Page

_WHERE = ("rect", "centre", "points", "shapes", "view")
"""What marks call the place where they stand."""


def mirror(page: Page) -> None:
    """Let everything stand as far from the right edge as it stood from the left."""
    page.marks = [_mirrored(mark, page.width) for mark in page.marks]


def _mirrored(mark: Mark, width: float) -> Mark:
    if isinstance(mark, Text):
        box = mark.box  # of words from left to right no more than they take
        return mark if box is None else replace(mark, x=mark.x + width - box.x - box.right)
    one: Any = mark
    places = {name: _flipped(getattr(one, name), width) for name in _WHERE if hasattr(one, name)}
    changed: Mark = replace(one, **places) if places else one
    return changed


def _flipped(place: Any, width: float) -> Any:
    if isinstance(place, View):
        return View(_flipped(place.frame, width), place.region)
    if isinstance(place, Rect):
        return Rect(width - place.right, place.y, place.width, place.height)
    if isinstance(place, Point):
        return Point(width - place.x, place.y)
    return [_flipped(part, width) for part in place]
