"""Where a few small things stand beside a thing on the canvas, covering as little as they can.

All in logical pixels of the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP_PX = 9.0
_OUTSIDE = 4.0
_RELUCTANCE = 0.03
"""How much of it something must lie free of, before the next choice is better than this one."""


def seats_beside(
    thing: QRectF, many: int, side: float, *, port: QRectF, obstacles: Sequence[QRectF]
) -> list[QRectF]:
    """A square for each, in a row or a column, none of them on the thing itself.

    Above is preferred, flush with its right: below there are words.

    Args:
        thing: what they stand beside.
        many: how many.
        side: of a square.
        port: the view.
        obstacles: what they had better not cover.
    """
    reach = many * side + _GAP_PX
    around = thing.adjusted(-reach, -reach, reach, reach)
    near = [one for one in obstacles if one.intersects(around)]

    def cost(choice: tuple[int, QRectF]) -> float:
        nth, whole = choice
        size = whole.width() * whole.height()
        covered = sum(_size(whole.intersected(one)) for one in near)
        outside = size - _size(whole.intersected(port))
        return (covered + _OUTSIDE * outside) / size + nth * _RELUCTANCE

    _nth, whole = min(enumerate(_choices(thing, many, side)), key=cost)
    step = QPointF(side, 0) if whole.width() > whole.height() else QPointF(0, side)
    square = QRectF(whole.topLeft(), QSizeF(side, side))
    return [square.translated(step * nth) for nth in range(many)]


def _choices(thing: QRectF, many: int, side: float) -> Iterator[QRectF]:
    row, column = QSizeF(many * side, side), QSizeF(side, many * side)
    above, below = thing.top() - _GAP_PX - side, thing.bottom() + _GAP_PX
    left, right = thing.left() - _GAP_PX - side, thing.right() + _GAP_PX
    yield QRectF(QPointF(thing.right() - row.width(), above), row)
    yield QRectF(QPointF(thing.left(), above), row)
    yield QRectF(QPointF(right, thing.top()), column)
    yield QRectF(QPointF(left, thing.top()), column)
    middle = thing.center().y() - side / 2
    yield QRectF(QPointF(right, middle), row)
    yield QRectF(QPointF(left + side - row.width(), middle), row)
    yield QRectF(QPointF(thing.right() - row.width(), below), row)
    yield QRectF(QPointF(thing.left(), below), row)


def _size(rect: QRectF) -> float:
    return max(rect.width(), 0.0) * max(rect.height(), 0.0)
