"""The line under the pen, drawn as the path will be, a few samples at a time.

It goes through the samples as the fitted curve will, in the hand's width, with the pen's dashes,
dots and thin ends. What later samples can no longer change is settled, and painted just once; the
rest, some last pixels, is painted anew with every sample.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from reisblog import look
from reisblog.model.brush import (
    DASH,
    DASH_END,
    GAP,
    PAPER_SHARE,
    SOLID,
    TAPER,
    TAPERED,
    across,
    dot_gap,
    dot_size,
)
from reisblog.model.records import Pen

if TYPE_CHECKING:
    from reisblog.tools.gesture import Ink

_STEP_PX = 3.0
_SAME_UNITS = 0.3
_JITTER_PX = 2.0
"""So little a hand shakes; what it shakes is smoothed, as the fitted curve will be."""
_GRAIN_PX = 0.2
"""As finely as its width changes; what is equally wide is one stroke."""
_SHORT = 3 * TAPER
"""A shorter path is thin over all of both thirds, so nothing of it is settled."""


_PAPER = QColor(look.PAPER)


class _Dot(NamedTuple):
    """A point of the line in pixels, the hand's width there, and how far along it is."""

    x: float
    y: float
    hand: float
    along: float


class _Mark(NamedTuple):
    """A short piece of the pen's stroke, or a dot where both ends are one; in pixels."""

    begin: QPointF
    end: QPointF
    width: float

    def moved(self, by: QTransform) -> _Mark:
        """The same elsewhere."""
        return _Mark(by.map(self.begin), by.map(self.end), self.width * by.m11())


class LiveLine:
    """Takes samples in logical pixels of the view and paints what becomes of them."""

    def __init__(self, ink: Ink, scale: float) -> None:
        """Begin a line.

        Args:
            ink: with which pen, in which tint and breadth.
            scale: logical pixels per map unit.
        """
        self._pen, self._breadth, self._scale = ink.pen, ink.breadth, scale
        self._tint = QColor(look.TINTS.get(ink.tint, look.EMBER))
        self._samples: list[tuple[float, float, float]] = []
        self._smooth: list[tuple[float, float, float]] = []
        self._ready: list[_Dot] = []
        self._widest = 0.0
        self._dots, self._next_dot = 0, 0.0
        self._settled: list[_Mark] = []
        self._tail: list[_Mark] = []

    def add(self, x: float, y: float, hand: float) -> QRectF:
        """Go on to a point, in the hand's width there; gives what is to be painted anew."""
        if self._samples:
            away = math.hypot(x - self._samples[-1][0], y - self._samples[-1][1])
            if away < _SAME_UNITS * self._scale:
                return QRectF()
        before = self._bounds(self._tail)
        self._samples = [*self._samples[-2:], (x, y, hand)]
        self._widest = max(self._widest, hand)
        self._settle_sample()
        tail = self._tail_dots()
        length = tail[-1].along
        thin = TAPER * self._scale if self._pen is Pen.MINE else 0.0
        if length >= (_SHORT * self._scale if thin else 0.0):
            done = [dot for dot in self._ready if dot.along <= length - thin]
            if len(done) > 1:
                self._settled += self._marks(done, length, keep=True)
                self._ready = self._ready[len(done) - 1 :]
        kept = self._dots, self._next_dot
        self._tail = list(self._marks(self._tail_dots(), length, keep=False))
        self._dots, self._next_dot = kept
        return before.united(self._bounds(self._tail)).united(self._bounds(self._settled))

    def follow(self, by: QTransform) -> None:
        """What is under the line has moved, or has changed its size: go along."""
        grown = by.m11()
        self._scale *= grown
        self._samples = [(*_moved(by, x, y), hand) for x, y, hand in self._samples]
        self._smooth = [(*_moved(by, x, y), hand) for x, y, hand in self._smooth]
        self._ready = [
            _Dot(*_moved(by, dot.x, dot.y), dot.hand, dot.along * grown) for dot in self._ready
        ]
        self._next_dot *= grown
        self._settled = [mark.moved(by) for mark in self._settled]
        self._tail = [mark.moved(by) for mark in self._tail]

    def settle(self, halo: QPainter, ink: QPainter) -> None:
        """Paint what is settled since the last time, its paper on one sheet and ink on another."""
        self._paint_halo(halo, self._settled)
        self._paint_ink(ink, self._settled)
        self._settled = []

    def paint_tail_halo(self, painter: QPainter) -> None:
        """Paint the paper under what is not settled yet."""
        self._paint_halo(painter, self._tail)

    def paint_tail(self, painter: QPainter) -> None:
        """Paint what is not settled yet."""
        self._paint_ink(painter, self._tail)

    def _settle_sample(self) -> None:
        """The sample before the newest lies where it will; so does the way to the one before it."""
        if len(self._samples) == 1:
            self._smooth.append(self._samples[0])
            x, y, hand = self._samples[0]
            self._ready.append(_Dot(x, y, hand, 0.0))
            return
        if len(self._samples) < 3:
            return
        a, b, c = self._samples
        bend_x, bend_y = a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]
        x, y = b[0], b[1]
        if math.hypot(bend_x, bend_y) <= _JITTER_PX:
            x, y = x + bend_x / 4, y + bend_y / 4
        self._smooth = [*self._smooth[-3:], (x, y, b[2])]
        if len(self._smooth) >= 3:
            known = self._smooth if len(self._smooth) == 4 else [self._smooth[0], *self._smooth]
            self._ready += _way(known[0], known[1], known[2], known[3], self._ready[-1].along)

    def _tail_dots(self) -> list[_Dot]:
        """What is not painted for good, up to the newest sample."""
        dots = list(self._ready)
        newest = self._samples[-1]
        if len(self._smooth) >= 2:
            before = self._smooth[-3] if len(self._smooth) >= 3 else self._smooth[-2]
            dots += _way(before, self._smooth[-2], self._smooth[-1], newest, dots[-1].along)
        if len(self._samples) > 1:
            before = self._smooth[-2] if len(self._smooth) >= 2 else self._smooth[-1]
            dots += _way(before, self._smooth[-1], newest, newest, dots[-1].along)
        return dots

    def _marks(self, dots: Sequence[_Dot], length: float, *, keep: bool) -> list[_Mark]:
        if len(dots) < 2:
            lone = self._pen is Pen.DOODLE and not keep
            return [self._mark(dots[0], dots[0], 1.0)] if lone else []
        if self._pen is Pen.DREAMT:
            return list(self._dotted(dots))
        if self._pen is Pen.PASSED_BY:
            return list(self._dashed(dots))
        taper = min(TAPER * self._scale, length / 3)
        thin = self._pen is Pen.MINE and taper > 0
        return [
            self._mark(a, b, _thinned(b.along, length, taper) if thin else 1.0)
            for a, b in pairwise(dots)
        ]

    def _mark(self, a: _Dot, b: _Dot, share: float) -> _Mark:
        width = across(self._pen, (a.hand + b.hand) / 2, self._breadth) * self._scale * share
        return _Mark(QPointF(a.x, a.y), QPointF(b.x, b.y), max(1.0, width))

    def _dashed(self, dots: Sequence[_Dot]) -> Iterator[_Mark]:
        """Long dashes that thin out, as far as they lie on this part of the line."""
        dash, period = DASH * self._scale, (DASH + GAP) * self._scale
        for a, b in pairwise(dots):
            at = b.along % period
            if at <= dash and a.along % period <= at:
                yield self._mark(a, b, 1 - (1 - DASH_END) * at / dash)

    def _dotted(self, dots: Sequence[_Dot]) -> Iterator[_Mark]:
        """Dots that grow and shrink; they are counted from the first of the line."""
        for a, b in pairwise(dots):
            while a.along <= self._next_dot <= b.along:
                share = (self._next_dot - a.along) / (b.along - a.along or 1.0)
                x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
                size = dot_size(self._dots, a.hand) * self._breadth
                spot = QPointF(x, y)
                yield _Mark(spot, spot, size * self._scale)
                after = dot_size(self._dots + 1, b.hand) * self._breadth
                gap = dot_gap(self._breadth)
                self._next_dot += ((size + after) / 2 + gap) * self._scale
                self._dots += 1

    def _paint_ink(self, painter: QPainter, marks: Sequence[_Mark]) -> None:
        _paint(painter, ((mark, mark.width) for mark in marks), self._tint)

    def _paint_halo(self, painter: QPainter, marks: Sequence[_Mark]) -> None:
        _paint(painter, zip(marks, self._halo_widths(marks), strict=True), _PAPER)

    def _halo_widths(self, marks: Sequence[_Mark]) -> list[float]:
        """As wide as that of the path: around a whole line it is the same everywhere."""
        if self._pen in SOLID:
            width = across(self._pen, self._widest, self._breadth) * self._scale * PAPER_SHARE
            return [width + 2 * look.HALO_PX] * len(marks)
        return [mark.width + 2 * look.HALO_PX for mark in marks]

    def _bounds(self, marks: Sequence[_Mark]) -> QRectF:
        if not marks:
            return QRectF()
        xs = [x for mark in marks for x in (mark.begin.x(), mark.end.x())]
        ys = [y for mark in marks for y in (mark.begin.y(), mark.end.y())]
        room = max(self._halo_widths(marks)) / 2 + 2.0
        left, top = min(xs) - room, min(ys) - room
        return QRectF(left, top, max(xs) + room - left, max(ys) + room - top)


def _moved(by: QTransform, x: float, y: float) -> tuple[float, float]:
    spot = by.map(QPointF(x, y))
    return spot.x(), spot.y()


def _paint(painter: QPainter, marks: Iterable[tuple[_Mark, float]], colour: QColor) -> None:
    """Paint marks, each in a width; those that go on from each other in one stroke."""
    pen = QPen(colour)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    run: list[QPointF] = []
    thick = 0.0
    for mark, width in marks:
        rounded = max(1, round(width / _GRAIN_PX)) * _GRAIN_PX
        if run and rounded == thick and mark.begin == run[-1]:
            run.append(mark.end)
            continue
        _stroke(painter, pen, thick, run)
        run, thick = [mark.begin, mark.end], rounded
    _stroke(painter, pen, thick, run)


def _stroke(painter: QPainter, pen: QPen, thick: float, run: Sequence[QPointF]) -> None:
    if not run:
        return
    pen.setWidthF(thick)
    painter.setPen(pen)
    if len(run) == 2 and run[0] == run[1]:
        painter.drawPoint(run[0])
    else:
        painter.drawPolyline(run)


def _thinned(along: float, length: float, taper: float) -> float:
    """How much of its width is left near either end of a line."""
    near = min(1.0, max(0.0, min(along, length - along)) / taper)
    return TAPERED + (1 - TAPERED) * near * (2 - near)


def _way(
    before: tuple[float, float, float],
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    after: tuple[float, float, float],
    along: float,
) -> Iterator[_Dot]:
    """Points from one sample to the next, without the first: a centripetal Catmull-Rom spline."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    steps = max(1, math.ceil(length / _STEP_PX))
    c1, c2 = _handle(before, start, end), _handle(after, end, start)
    x, y = start[0], start[1]
    for step in range(1, steps + 1):
        t = step / steps
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        to_x = a * start[0] + b * c1[0] + c * c2[0] + d * end[0]
        to_y = a * start[1] + b * c1[1] + c * c2[1] + d * end[1]
        along += math.hypot(to_x - x, to_y - y)
        x, y = to_x, to_y
        yield _Dot(x, y, start[2] * s + end[2] * t, along)


def _handle(
    beside: tuple[float, float, float],
    at: tuple[float, float, float],
    toward: tuple[float, float, float],
) -> tuple[float, float]:
    """The handle with which the spline leaves a sample towards another."""
    near = math.sqrt(math.hypot(at[0] - beside[0], at[1] - beside[1]))
    far = math.sqrt(math.hypot(toward[0] - at[0], toward[1] - at[1]))
    if near < 1e-3:
        return at[0] + (toward[0] - at[0]) / 3, at[1] + (toward[1] - at[1]) / 3
    whole = 3 * near * (near + far)
    own = 2 * near * near + 3 * near * far + far * far
    return (
        (near * near * toward[0] - far * far * beside[0] + own * at[0]) / whole,
        (near * near * toward[1] - far * far * beside[1] + own * at[1]) / whole,
    )
