"""Where words lie on the canvas: the same spot for the hand that writes and the eye that reads.

All in logical pixels of the view.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF

from reisblog import look

if TYPE_CHECKING:
    from reisblog.model.records import Note

PADDING_PX = (14.0, 10.0)
"""Beside, and above and below the words on a slip."""
_LARGEST_PX, _LARGEST_NOTE_PX = 28, 56
_WIDTH_EMS, _NARROWEST_EMS = 19, 9
_LINES, _LINE = 6, 1.31
"""So many lines there should be room for, each so many times as high as its letters."""
_GAP_PX = 16.0
_EDGE_PX = 8.0


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a slip of words may lie.

    Attributes:
        corner: the one that stays where it is, whatever the words: the upper left one, or the
            lower or right one of a slip that grows upward or leftward.
        upward: whether it does.
        leftward: whether it does.
        width: of the slip, at most.
        most: how high it may be where it is read.
        letters: how large its letters are.
        paper: its colour.
    """

    corner: QPointF
    upward: bool = False
    leftward: bool = False
    width: float
    most: float
    letters: int
    paper: str = look.SLIP

    def area(self, width: float, height: float) -> QRectF:
        """The slip when it is so wide and so high."""
        left = self.corner.x() - (width if self.leftward else 0.0)
        top = self.corner.y() - (height if self.upward else 0.0)
        return QRectF(left, top, width, height)

    def whole(self) -> QRectF:
        """All the room there is."""
        return self.area(self.width, self.most)


class Obstacle(msgspec.Struct, frozen=True):
    """Something that words had better not cover, and how much that matters."""

    area: QRectF
    weight: float = 1.0


def spot_beside(
    thing: QRectF,
    port: QRectF,
    obstacles: Sequence[Obstacle],
    *,
    scale: float,
    most: float,
    least: int = look.TEXT_PX,
) -> Spot:
    """The spot for words beside what they belong to, where they cover the least.

    Only the room there is decides, never the words: so they stay put while they are written, and
    are read where they were written. Below is preferred, then above, flush with the thing's left.

    Args:
        thing: what they belong to.
        port: the view.
        obstacles: what they had better not cover.
        scale: logical pixels per map unit; the letters grow with the map, while enough fit.
        most: how high the slip may be where it is read.
        least: how large its letters are at least.
    """
    fitting = (most - 2 * PADDING_PX[1]) / _LINES / _LINE
    asked = min(look.NOTE_TEXT_UNITS * scale, fitting, _LARGEST_PX)
    letters = round(max(asked, least))
    width = min(letters * _WIDTH_EMS, port.width() - 2 * _EDGE_PX)
    inside = port.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
    plain = Spot(corner=QPointF(), width=width, most=most, letters=letters)
    best, cheapest = None, math.inf
    for corner, upward, leftward, reluctance in _choices(thing):
        spot = msgspec.structs.replace(plain, corner=corner, upward=upward, leftward=leftward)
        spot = _kept_in(inside, spot)
        cost = _covered(spot.whole(), obstacles) + reluctance
        if cost < cheapest and not spot.whole().intersects(thing):
            best, cheapest = spot, cost
    if best is not None:
        return best
    foot = QPointF(thing.left(), inside.bottom())
    return _kept_in(inside, msgspec.structs.replace(plain, corner=foot, upward=True))


def _choices(thing: QRectF) -> Iterator[tuple[QPointF, bool, bool, float]]:
    """Corners beside a thing, how a slip grows from there, and how little it is liked there."""
    around = thing.adjusted(-_GAP_PX, -_GAP_PX, _GAP_PX, _GAP_PX)
    yield QPointF(thing.left(), around.bottom()), False, False, 0.0
    yield QPointF(thing.right(), around.bottom()), False, True, 0.2
    yield QPointF(thing.left(), around.top()), True, False, 0.3
    yield QPointF(thing.right(), around.top()), True, True, 0.5
    yield QPointF(around.right(), thing.top()), False, False, 0.8
    yield QPointF(around.left(), thing.top()), False, True, 1.0


def spot_on(slip: QRectF, port: QRectF, note: Note, *, scale: float, most: float) -> Spot:
    """The spot for the words of a note: on its own slip, letter upon letter.

    Its lines break as on the slip, also where its letters are larger than those: a word that
    fits there fits here. It may become as high as the view, for a note is always read whole.

    Args:
        slip: where it lies.
        port: the view.
        note: whose paper and letters they have.
        scale: logical pixels per map unit.
        most: how much height there should be below its corner.
    """
    seen = look.NOTE_LETTERS[note.letters] * scale
    letters = min(max(round(seen), look.TEXT_SMALL_PX), _LARGEST_NOTE_PX)
    padding = QPointF(*PADDING_PX)
    words = slip.topLeft() + QPointF(*look.NOTE_PADDING_UNITS) * scale
    line = (slip.width() - 2 * look.NOTE_PADDING_UNITS[0] * scale) * max(letters / seen, 1.0)
    width = math.ceil(line) + 1 + 2 * padding.x()
    if letters > math.ceil(seen):  # far away a slip would be a strip
        width = max(width, letters * _NARROWEST_EMS)
    width = min(width, port.width() - 2 * _EDGE_PX)
    spot = Spot(corner=words - padding, width=width, most=most, letters=letters)
    spot = msgspec.structs.replace(spot, paper=look.SLIPS[note.tint])
    return msgspec.structs.replace(_kept_in(port, spot), most=port.height())


def _kept_in(inside: QRectF, spot: Spot) -> Spot:
    """The same spot, moved so that the slip stays in view however high it becomes."""
    area = spot.whole()
    right = min(0.0, inside.right() - area.right()) + max(0.0, inside.left() - area.left())
    down = min(0.0, inside.bottom() - area.bottom()) + max(0.0, inside.top() - area.top())
    return msgspec.structs.replace(spot, corner=spot.corner + QPointF(right, down))


def _covered(area: QRectF, obstacles: Sequence[Obstacle]) -> float:
    """How much of the obstacles lies under a slip, each by its weight."""
    covered = 0.0
    for obstacle in obstacles:
        both = area.intersected(obstacle.area)
        whole = obstacle.area.width() * obstacle.area.height()
        if not both.isEmpty() and whole > 0:
            covered += obstacle.weight * both.width() * both.height() / whole
    return round(covered, 2)
