"""Moves what stands on the screen along with the map, but for what lies over it and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_PARTS = 16


def scroll(port: QWidget, by: QPoint) -> bool:
    """Move the pixels of a view; what comes into view is painted, and what lay under others.

    Qt would paint everything anew as soon as anything lies over the view.

    Args:
        port: what is looked at, all of which it paints itself.
        by: logical pixels.

    Returns:
        Whether it was worth it; else nothing has been moved.
    """
    whole = port.rect()
    if abs(by.x()) >= whole.width() or abs(by.y()) >= whole.height():
        return False
    over = [area & whole for area in _lie_over(port) if area.intersects(whole)]
    free = QRegion(whole)
    for area in over:
        free -= QRegion(area)
    parts = rects_of(free)
    if len(parts) > _MOST_PARTS:
        return False
    for part in parts:
        port.scroll(by.x(), by.y(), part)
    for area in over:
        port.update(area)
    return True


def rects_of(region: QRegion) -> list[QRect]:
    """The rectangles of which a region is made."""
    return list(cast("Iterable[QRect]", region))


def _lie_over(port: QWidget) -> Iterator[QRect]:
    """Where something lies over a part of the window, seen from there."""
    yield from (child.geometry() for child in _shown(port.children()))
    part: QWidget = port
    while not part.isWindow() and (around := part.parentWidget()) is not None:
        beside = around.children()
        origin = port.mapTo(around, QPoint(0, 0))
        for other in _shown(beside[beside.index(part) + 1 :]):
            yield other.geometry().translated(-origin)
        part = around


def _shown(children: Sequence[object]) -> Iterator[QWidget]:
    for child in children:
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield child
