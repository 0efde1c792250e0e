"""Dragging a card to another place in the story: its picture follows, a line shows where to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from reisblog import look
from reisblog.ui.panels.stop_card import BESIDE_PX, MARGIN_PX

if TYPE_CHECKING:
    from reisblog.ui.panels.stop_card import StopCard

_LINE_PX = 4
_ASIDE_PX = 22
"""How far the picture hangs to the right, so that the line stays in sight beside it."""
_KNOB_PX = 10
_SIDEWAYS_PX = 36
"""How far aside a card is drawn to change tracks."""
_EDGE_PX = 44
_SCROLL_PX = 12
_FRAME_MS = 16


class _DropLine(QWidget):
    """Where the card would come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line of ink that begins with a knob."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        middle = self.height() / 2
        line = QRectF(_KNOB_PX, middle - _LINE_PX / 2, self.width() - 2 * _KNOB_PX, _LINE_PX)
        painter.drawRoundedRect(line, _LINE_PX / 2, _LINE_PX / 2)
        painter.drawEllipse(QRectF(_KNOB_PX / 2, middle - _KNOB_PX / 2, _KNOB_PX, _KNOB_PX))


class Reordering(QObject):
    """One drag of a card; nothing changes before it ends.

    Signals:
        moved: the id of a halte; its new index in the order, where nothing means loose; whether
            it then stands on the second track.
    """

    moved = Signal(str, object, bool)

    def __init__(self, area: QScrollArea, column: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._column = column
        self._card: StopCard | None = None
        self._others: list[StopCard] = []
        self._order: list[StopCard] = []
        self._heading: QWidget | None = None
        self._grip = QPoint()
        self._beside = False
        self._ghost = QLabel(column)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self._line = _DropLine(column)
        self._scrolling = QTimer(self, interval=_FRAME_MS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def running(self) -> bool:
        """Whether a card is being dragged."""
        return self._card is not None

    def begin(
        self, card: StopCard, at: QPoint, order: Sequence[StopCard], heading: QWidget
    ) -> None:
        """Take up a card.

        Args:
            card: which.
            at: the pointer, globally.
            order: the cards of the story in order.
            heading: the line below which things are loose.
        """
        self._card = card
        self._order = list(order)
        self._others = [other for other in order if other is not card]
        self._heading = heading
        self._grip = card.mapFromGlobal(at)
        self._ghost.setPixmap(card.ghost())
        self._ghost.adjustSize()
        self._ghost.show()
        self._line.resize(QSize(self._column.width(), _KNOB_PX + 2))
        self._line.show()
        self._scrolling.start()
        self.carry(at)

    def carry(self, at: QPoint) -> None:
        """Follow the pointer (globally)."""
        if self._card is None:
            return
        here = self._column.mapFromGlobal(at)
        index = self._index_at(here.y())
        self._beside = self._goes_beside(here.x() - self._grip.x() - self._card.x(), index)
        aside = BESIDE_PX if self._beside else 0
        was = round(self._card.face().left() - MARGIN_PX)
        self._ghost.move(self._card.x() + _ASIDE_PX + aside - was, here.y() - self._grip.y())
        self._line.setGeometry(
            aside,
            self._line_at(index) - self._line.height() // 2,
            self._column.width() - aside,
            self._line.height(),
        )
        self._line.raise_()
        self._ghost.raise_()
        self._show_numbers(index)

    def end(self, *, counts: bool) -> None:
        """Lay the card down, where that counts."""
        card = self._card
        if card is None:
            return
        index = self._index_at(self._ghost.y() + self._grip.y())
        self._scrolling.stop()
        self._ghost.hide()
        self._line.hide()
        self._card = None
        for each in (card, *self._others):
            each.show_number(0)
        if counts:
            self.moved.emit(card.chapter.stop.id, index, self._beside)

    def _goes_beside(self, aside: int, index: int | None) -> bool:
        """Whether a card that was drawn so far to the right goes on the second track."""
        if not index or self._card is None:
            return False
        was = self._card.chapter.beside
        return aside > -_SIDEWAYS_PX if was else aside > _SIDEWAYS_PX

    def _index_at(self, y: int) -> int | None:
        """The index among the other cards at a height of the column; nothing below the line."""
        heading = self._heading
        if heading is not None and heading.isVisible() and y > heading.geometry().center().y():
            return None
        return sum(y > card.y() + card.face().center().y() for card in self._others)

    def _line_at(self, index: int | None) -> int:
        if index is None and self._heading is not None:
            return self._heading.geometry().bottom() + 1
        if index is None or not self._others:
            return 8
        if index < len(self._others):
            return self._others[index].geometry().top() - 1
        return self._others[-1].geometry().bottom() + 1

    def _show_numbers(self, index: int | None) -> None:
        """Numbers show only now: which each card would be."""
        shown = list(self._others)
        if self._card is not None and index is not None:
            shown.insert(index, self._card)
        if self._card is not None and index is None:
            self._card.show_number(0)
        for number, card in enumerate(shown, 1):
            card.show_number(number)

    def _scroll(self) -> None:
        """Near the upper or lower edge the column scrolls along."""
        at = self._area.viewport().mapFromGlobal(QCursor.pos())
        bar = self._area.verticalScrollBar()
        before = bar.value()
        if at.y() < _EDGE_PX:
            bar.setValue(before - _SCROLL_PX)
        elif at.y() > self._area.viewport().height() - _EDGE_PX:
            bar.setValue(before + _SCROLL_PX)
        if bar.value() != before:
            self.carry(QCursor.pos())
