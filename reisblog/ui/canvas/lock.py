"""A small lock beside what is chosen, when not everybody may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from reisblog import look
from reisblog.model.curtain import audience_of
from reisblog.model.journey import tables
from reisblog.model.records import Audience
from reisblog.ui import theme
from reisblog.ui.showing import audience_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont

    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.workbench import Workbench

_GAP_PX = 6.0
_EDGE_PX = 8.0
_LINES = 1.75
"""How high the chip is, its letters being 1."""


class Lock:
    """Says in a word for whom the chosen thing is; nothing of what the class may see.

    Nothing either while others look: what they see is open to them.
    """

    def __init__(self, workbench: Workbench, scene: CanvasScene) -> None:
        self._workbench = workbench
        self._scene = scene

    @property
    def audience(self) -> Audience | None:
        """For whom the one thing that is chosen is, if that is not the class."""
        workbench, chosen = self._workbench, self._workbench.chosen
        if len(chosen) != 1 or workbench.viewer is not Audience.SELF or self._scene.is_quiet:
            return None
        key = next(iter(chosen))
        for _name, table in tables(workbench.journey):
            if (record := table.get(key)) is not None:
                audience = audience_of(workbench.journey, record)
                return None if audience is Audience.CLASS else audience
        return None

    @property
    def words(self) -> str:
        """What it says; empty when there is none."""
        return audience_name(self.audience) if self.audience is not None else ""

    def chip(self, beside: QRectF, port: QRectF, taken: Sequence[QRectF]) -> QRectF:
        """Where it lies, in logical pixels of the view; empty when there is none.

        Args:
            beside: around the chosen thing.
            port: the view.
            taken: what it should not cover.
        """
        words = self.words
        if not words or beside.isNull() or not port.intersects(beside):
            return QRectF()
        font = self._font(port)
        letters = font.pixelSize()
        width = QFontMetricsF(font).horizontalAdvance(words) + 2.9 * letters
        chip = QRectF(0, 0, round(width), round(_LINES * letters))
        inside = port.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        spots = list(_spots(chip, beside))
        free = (
            spot
            for spot in spots
            if inside.contains(spot) and not any(spot.intersects(other) for other in taken)
        )
        spot = next(free, spots[0])
        spot.moveLeft(min(max(spot.left(), inside.left()), inside.right() - spot.width()))
        spot.moveTop(min(max(spot.top(), inside.top()), inside.bottom() - spot.height()))
        return spot

    def draw(self, painter: QPainter, chip: QRectF, port: QRectF) -> None:
        """Draw it, in logical pixels of the view."""
        font = self._font(port)
        letters = font.pixelSize()
        painter.setPen(QPen(QColor(look.INK), 1.5))
        painter.setBrush(QColor(look.SLIP))
        painter.drawRoundedRect(chip, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        middle = QPointF(chip.left() + 1.15 * letters, chip.center().y())
        _draw_lock(painter, middle, letters)
        painter.setFont(font)
        painter.setPen(QColor(look.INK))
        room = chip.adjusted(2.1 * letters, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), self.words)

    def _font(self, port: QRectF) -> QFont:
        views = self._scene.views()
        on_board = bool(views) and views[0].window().isFullScreen()
        size = theme.board_text(round(port.width())) if on_board else look.TEXT_PX
        return theme.font(size, bold=True)


def _spots(chip: QRectF, beside: QRectF) -> Iterator[QRectF]:
    """Where the chip may lie, the best first: on the upper edge, then below, then aside."""
    right, left = beside.right() - chip.width(), beside.left()
    above, below = beside.top() - _GAP_PX - chip.height(), beside.bottom() + _GAP_PX
    yield chip.translated(right, above)
    yield chip.translated(left, above)
    yield chip.translated(beside.right() + _GAP_PX, beside.top())
    yield chip.translated(beside.left() - _GAP_PX - chip.width(), beside.top())
    yield chip.translated(right, below)
    yield chip.translated(left, below)


def _draw_lock(painter: QPainter, middle: QPointF, size: float) -> None:
    """A closed lock, about as high as letters of a size."""
    unit = size / 15
    painter.save()
    painter.translate(middle)
    painter.scale(unit, unit)
    shackle = QPainterPath(QPointF(-3.4, -0.5))
    shackle.lineTo(-3.4, -3.0)
    shackle.arcTo(QRectF(-3.4, -6.4, 6.8, 6.8), 180, -180)
    shackle.lineTo(3.4, -0.5)
    pen = QPen(QColor(look.INK), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.strokePath(shackle, pen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.INK))
    painter.drawRoundedRect(QRectF(-5.5, -1.0, 11, 8), 1.6, 1.6)
    painter.restore()
