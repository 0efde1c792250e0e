"""What is drawn over the board: lines as hands draw them, and the pixels they become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from reisblog import look

if TYPE_CHECKING:
    from collections.abc import Iterable

CHALK, RUBBER = 12.0, 80.0
"""How wide they are, in units of the board."""
_EDGE = 3.5
"""How far the dark edge of chalk reaches beyond it."""
_SAME_PX = 1.5
"""A hand that moved less has not moved."""


class Line:
    """What one finger, pen or mouse draws in one go; without a colour it is a rubber's.

    Its points are in units of what it is drawn on, so it can be drawn again at any size. A piece
    that later points can no longer change is settled: it bends from the middle between two points
    to the middle between the next two. The last half of a piece goes straight, until then.
    """

    def __init__(self, colour: QColor | None, width: float) -> None:
        self.colour, self.width = colour, width
        self._points: list[QPointF] = []

    @property
    def has_begun(self) -> bool:
        """Whether it has a point already."""
        return bool(self._points)

    @property
    def newest(self) -> QPointF:
        """Where it has come."""
        return self._points[-1]

    def add(self, point: QPointF) -> QPainterPath:
        """Go on; gives the piece that is settled by that."""
        self._points.append(point)
        return self._piece(len(self._points) - 1)

    def tail(self) -> QPainterPath:
        """What is not settled yet."""
        path = QPainterPath(_middle(self._points[-2:]))
        path.lineTo(self._points[-1])
        return path

    def whole(self) -> QPainterPath:
        """All of it."""
        path = QPainterPath()
        for number in range(len(self._points)):
            path.addPath(self._piece(number))
        path.addPath(self.tail())
        return path

    def _piece(self, number: int) -> QPainterPath:
        """What the point of a number settles."""
        before = self._points[max(0, number - 2) : number]
        path = QPainterPath()
        if before:
            path.moveTo(_middle(before))
            path.quadTo(before[-1], _middle([before[-1], self._points[number]]))
        return path


def _middle(points: list[QPointF]) -> QPointF:
    return (points[0] + points[-1]) / 2


class Slate:
    """The pixels of a drawing: the dark edges of all its lines lie under the chalk of all.

    Attributes:
        is_blank: whether there is nothing on it.
    """

    def __init__(self, size: QSize, ratio: float) -> None:
        """Be empty.

        Args:
            size: in logical pixels.
            ratio: device pixels for each of them.
        """
        self._edges, self._chalk = (_sheet(size, ratio) for _ in range(2))
        self._live: dict[object, tuple[Line, QTransform]] = {}
        self.is_blank = True

    @property
    def who(self) -> set[object]:
        """Who draws right now."""
        return set(self._live)

    def wipe(self) -> None:
        """Be empty again."""
        self._live.clear()
        self.is_blank = True
        for sheet in (self._edges, self._chalk):
            sheet.fill(Qt.GlobalColor.transparent)

    def show(self, lines: Iterable[Line], to_board: QTransform) -> None:
        """Show these and no others."""
        self.wipe()
        for line in lines:
            self._settle(line, line.whole(), to_board)

    def begin(self, who: object, line: Line, at: QPointF, to_board: QTransform) -> QRectF:
        """Somebody begins a line; gives what is to be painted anew."""
        self._live[who] = line, to_board
        return self._add(line, at, to_board)

    def go_on(self, who: object, at: QPointF) -> QRectF:
        """They have come here."""
        known = self._live.get(who)
        if known is None:
            return QRectF()
        line, to_board = known
        away = at - to_board.map(line.newest)
        if abs(away.x()) + abs(away.y()) < _SAME_PX:
            return QRectF()
        return self._add(line, at, to_board)

    def end(self, who: object) -> QRectF:
        """They are done."""
        if who not in self._live:
            return QRectF()
        line, to_board = self._live.pop(who)
        self._settle(line, line.tail(), to_board)
        return _around(line, line.tail(), to_board)

    def paint(self, painter: QPainter) -> None:
        """Paint it all, ends that are not settled as well."""
        live = [known for known in self._live.values() if known[0].colour is not None]
        painter.drawImage(0, 0, self._edges)
        for line, to_board in live:
            _stroke(painter, line.tail(), _edge_of(line), to_board)
        painter.drawImage(0, 0, self._chalk)
        for line, to_board in live:
            _stroke(painter, line.tail(), _pen_of(line), to_board)

    def _add(self, line: Line, at: QPointF, to_board: QTransform) -> QRectF:
        point = to_board.inverted()[0].map(at)
        before = _around(line, line.tail(), to_board) if line.has_begun else QRectF()
        piece = line.add(point)
        self._settle(line, piece, to_board)
        if line.colour is None:  # a rubber is where the finger is
            self._settle(line, line.tail(), to_board)
        touched = _around(line, piece, to_board).united(_around(line, line.tail(), to_board))
        return before.united(touched)

    def _settle(self, line: Line, path: QPainterPath, to_board: QTransform) -> None:
        self.is_blank = False
        for sheet, pen in ((self._edges, _edge_of(line)), (self._chalk, _pen_of(line))):
            painter = QPainter(sheet)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if line.colour is None:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            _stroke(painter, path, pen, to_board)
            painter.end()


def _sheet(size: QSize, ratio: float) -> QImage:
    sheet = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    return sheet


def _pen_of(line: Line) -> QPen:
    return _pen(line.colour or QColor(look.INK), line.width)


def _edge_of(line: Line) -> QPen:
    wider = 2 * _EDGE * line.width / CHALK if line.colour is not None else 0.0
    return _pen(QColor(look.INK), line.width + wider)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _stroke(painter: QPainter, path: QPainterPath, pen: QPen, to_board: QTransform) -> None:
    painter.save()
    painter.setTransform(to_board, combine=True)
    if path.elementCount() == 1:
        painter.setPen(pen)
        painter.drawPoint(path.currentPosition())
    else:
        painter.strokePath(path, pen)
    painter.restore()


def _around(line: Line, path: QPainterPath, to_board: QTransform) -> QRectF:
    """What a piece of a line touches, in logical pixels."""
    if not path.elementCount():
        return QRectF()
    room = (line.width / 2 + _EDGE) * to_board.m11() + 2
    return to_board.mapRect(path.controlPointRect()).adjusted(-room, -room, room, room)
