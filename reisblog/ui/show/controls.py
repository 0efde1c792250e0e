"""What is pressed on the board: two arrows in its lower corners, and a tray with all else.

Large, low, and gone again soon: a hand or a mouse that moves brings them back.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.show.letters import UNITS_HIGH
from reisblog.ui.show.words import LOW

if TYPE_CHECKING:
    from collections.abc import Callable

_CORNER, _MARGIN, _BETWEEN, _AROUND = 96.0, 28.0, 20.0, 12.0
"""In units of the board."""
_TRAY_BUTTON, _TRAY_LETTERS, _LEAST_LETTERS_PX = 150.0, 26.0, 13
_TICK = 22.0
_WIDE = 1.6
"""So many times as wide as high, and a button has its name beside its icon."""
_SEEN_MS = 4_000
_FADE_STEP, _FADE_MS = 0.08, 20


class BoardButton(QAbstractButton):
    """A button as large as a hand, with an icon on paper, and its name below where there is room.

    Attributes:
        clarity: how clearly it is seen.
    """

    def __init__(self, name: str, words: str, parent: QWidget, *, named: bool = False) -> None:
        super().__init__(parent)
        self._icon, self._named = name, named
        self.clarity = 1.0
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_as(self, name: str, words: str) -> None:
        """Mean something else from now on."""
        self._icon = name
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the board allows."""
        side = max(look.TARGET_BOARD_PX, round(_CORNER * self.window().height() / UNITS_HIGH))
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A disc of paper, or a card with a name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self.clarity)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        down = self.isDown() or self.isChecked()
        painter.setBrush(QColor(look.PAPER_DEEP if down else look.PAPER))
        edge = QColor(look.FOCUS if self.hasFocus() else look.MAP_LINE)
        painter.setPen(QPen(edge, look.FOCUS_PX if self.hasFocus() else 2.0))
        if self._named:
            painter.drawRoundedRect(box, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
            self._draw_named(painter, box)
            if self.isChecked():
                self._draw_icon(painter, box.topRight() + QPointF(-1, 1) * _TICK, _TICK, "check")
        else:
            painter.drawEllipse(box)
            self._draw_icon(painter, box.center(), box.width() * 0.46)
        painter.end()

    def _draw_named(self, painter: QPainter, box: QRectF) -> None:
        letters = max(_LEAST_LETTERS_PX, round(_TRAY_LETTERS * self.window().height() / UNITS_HIGH))
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(letters))
        if box.width() > _WIDE * box.height():
            self._draw_in_a_row(painter, box, letters)
            return
        words = QRectF(box)
        words.setTop(box.bottom() - 3.0 * letters)
        above = QRectF(box.topLeft(), words.topRight())
        self._draw_icon(painter, above.center(), above.height() * 0.6)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words.adjusted(4, 0, -4, 0), int(flags), self.text())

    def _draw_in_a_row(self, painter: QPainter, box: QRectF, letters: float) -> None:
        """The icon, and the name beside it."""
        side = 1.5 * letters
        wide = painter.fontMetrics().horizontalAdvance(self.text())
        left = max(box.left() + letters / 2, box.center().x() - (side + letters / 2 + wide) / 2)
        self._draw_icon(painter, QPointF(left + side / 2, box.center().y()), side)
        words = QRectF(box)
        words.setLeft(left + side + letters / 2)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _draw_icon(self, painter: QPainter, middle: QPointF, side: float, name: str = "") -> None:
        square = QRectF(0, 0, side, side)
        square.moveCenter(middle)
        icon(name or self._icon).paint(painter, square.toAlignedRect())


class Choice(NamedTuple):
    """A button of the tray.

    Attributes:
        name: of its icon.
        words: what it is called.
        run: what it does.
        holds: whether it is on; nothing for what is neither on nor off.
        there: whether it can be had now; always, without this.
        last: whether it stands behind all others.
        within: what takes the tray's place when it is pressed, the first of it where it stood.
        state: its icon and what it is called as things are; instead of those above.
    """

    name: str
    words: str
    run: Callable[[], object]
    holds: Callable[[], bool] | None = None
    there: Callable[[], bool] | None = None
    last: bool = False
    within: tuple[Choice, ...] = ()
    state: Callable[[], tuple[str, str]] | None = None


class Controls(QObject):
    """The arrows and the tray of one board.

    Signals:
        back, on: an arrow was pressed.
    """

    back = Signal()
    on = Signal()

    def __init__(self, board: QWidget, *, left_handed: bool = False) -> None:
        super().__init__(board)
        self._board = board
        self._left_handed = left_handed
        self.back_button = BoardButton("chevron-left", _("Back"), board)
        self.on_button = BoardButton("chevron-right", _("On"), board)
        self.more_button = BoardButton("more", _("More"), board)
        self.more_button.setCheckable(True)
        self.bag_button = BoardButton("backpack", _("Backpack"), board)
        self._bag_there = self._crowded = False
        self._choices: list[tuple[BoardButton, Choice]] = []
        self._ground = _Ground(board)
        self._within: dict[BoardButton, list[tuple[BoardButton, Choice]]] = {}
        self._page: BoardButton | None = None
        self.back_button.clicked.connect(self.back)
        self.on_button.clicked.connect(self.on)
        self.more_button.toggled.connect(self._open)
        self._gone = False
        self._hide_soon = QTimer(self, interval=_SEEN_MS, singleShot=True)
        self._hide_soon.timeout.connect(self._fade)
        self._fading = QTimer(self, interval=_FADE_MS)
        self._fading.timeout.connect(self._fade_more)
        board.installEventFilter(self)
        self.settle()
        self.wake()

    @property
    def is_open(self) -> bool:
        """Whether the tray is seen."""
        return self.more_button.isChecked()

    def offer(self, *choices: Choice) -> None:
        """Put these into the tray, in this order, behind those that are there."""
        for choice in choices:
            button = self._made(choice)
            self._choices.append((button, choice))
            self._within[button] = [(self._made(each), each) for each in choice.within]
        self._choices.sort(key=lambda offered: offered[1].last)
        self.settle()

    def open_within(self, choice: Choice) -> None:
        """Open the tray, and in it what is within one of its choices."""
        self._page = self.button_of(choice)
        if self.is_open:
            self._show_tray()
        self.more_button.setChecked(True)

    def button_of(self, choice: Choice) -> BoardButton:
        """The button of a choice that is offered."""
        return next(button for button, each in self._all if each is choice)

    @property
    def buttons(self) -> list[BoardButton]:
        """Those of the tray that are seen now."""
        return [button for button, _choice in self._all if button.isVisible()]

    def close(self) -> None:
        """Close the tray."""
        self.more_button.setChecked(False)

    def vanish(self, *, gone: bool) -> None:
        """Be away until the story goes on, however much hands move."""
        self._gone = gone
        if gone:
            self.close()
            self._show_at(0.0)
        else:
            self.wake()

    def show_bag(self, *, there: bool) -> None:
        """Have the backpack at hand, where something is in it."""
        self._bag_there = there
        self._show_bag()

    def crowd(self, *, crowded: bool) -> None:
        """Leave the room beside the arrow back to other buttons for a while, or no longer."""
        self._crowded = crowded
        self._show_bag()

    def _show_bag(self) -> None:
        there = self._bag_there and not self._crowded
        self.bag_button.setVisible(there and self.back_button.isVisibleTo(self._board))

    def wake(self) -> None:
        """Be seen for a while."""
        if self._gone:
            return
        self._fading.stop()
        self._show_at(1.0)
        if not self.is_open:
            self._hide_soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever hands do on the board brings the controls back."""
        kind = event.type()
        if kind is QEvent.Type.Resize:
            self.settle()
        elif kind in _HANDS:
            self.wake()
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Put everything in its place."""
        board = self._board
        unit = board.height() / UNITS_HIGH
        side = max(look.TARGET_BOARD_PX, round(_CORNER * unit))
        margin = round(_MARGIN * unit)
        low = board.height() - margin - side
        right = board.width() - margin - side
        self.back_button.setGeometry(margin, low, side, side)
        self.on_button.setGeometry(right, low, side, side)
        aside = side + round(_BETWEEN * unit)
        x = margin + aside if self._left_handed else right - aside
        self.more_button.setGeometry(x, low, side, side)
        x = right if self._left_handed else margin
        self.bag_button.setGeometry(x, low - aside, side, side)
        above_words = round(board.height() * LOW) - round((_AROUND + 2) * unit)
        self._settle_tray(unit, min(low - margin, above_words))

    def _settle_tray(self, unit: float, low: int) -> None:
        """In rows from the middle, above the arrows and above low words."""
        side = max(look.TARGET_BOARD_PX, round(_TRAY_BUTTON * unit))
        gap = round(_BETWEEN * unit)
        board = self._board
        most = max(1, (board.width() - gap) // (side + gap))
        there = [each for each in self._choices if each[1].there is None or each[1].there()]
        rows = [there[first : first + most] for first in range(0, len(there), most)]
        for number, row in enumerate(reversed(rows)):
            x = (board.width() - len(row) * (side + gap) + gap) // 2
            y = low - (number + 1) * (side + gap) + gap
            for button, _choice in row:
                button.setGeometry(QRect(x, y, side, side))
                x += side + gap
        if self._page is None:
            for button, _choice in there:
                step = side + gap
                inner = self._within[button]
                if button.x() + len(inner) * step > board.width():
                    step = -step
                for number, (each, _inner) in enumerate(inner):
                    each.setGeometry(button.geometry().translated(number * step, 0))
        shown = there if self._page is None else self._within[self._page]
        if shown:
            around = reduce(QRect.united, [button.geometry() for button, _choice in shown])
            pad = round(_AROUND * unit)
            self._ground.setGeometry(around.adjusted(-pad, -pad, pad, pad))

    def _made(self, choice: Choice) -> BoardButton:
        button = BoardButton(choice.name, choice.words, self._board, named=True)
        button.setCheckable(choice.holds is not None)
        button.clicked.connect(self._pressed(choice))
        button.hide()
        return button

    def _pressed(self, choice: Choice) -> Callable[[], None]:
        def press() -> None:
            if choice.within:
                choice.run()
                self.open_within(choice)
            else:
                self.close()
                choice.run()

        return press

    def _open(self, is_open: bool) -> None:  # noqa: FBT001  (a button hands it in)
        if not is_open:
            self._page = None
        self._show_tray()
        self.wake()

    def _show_tray(self) -> None:
        self.settle()
        self._ground.setVisible(self.is_open)
        self._ground.raise_()
        page = self._choices if self._page is None else self._within[self._page]
        shown = {id(button) for button, _choice in (page if self.is_open else [])}
        for button, choice in self._all:
            there = choice.there is None or choice.there()
            button.setVisible(there and id(button) in shown)
            if choice.holds is not None:
                button.setChecked(choice.holds())
            if choice.state is not None:
                button.show_as(*choice.state())
            button.raise_()

    def _fade(self) -> None:
        if not any(button.hasFocus() for button in self._corners):
            self._fading.start()

    def _fade_more(self) -> None:
        clarity = self.on_button.clarity - _FADE_STEP
        self._show_at(max(0.0, clarity))
        if clarity <= 0:
            self._fading.stop()

    @property
    def _all(self) -> list[tuple[BoardButton, Choice]]:
        return [*self._choices, *(each for inner in self._within.values() for each in inner)]

    @property
    def _corners(self) -> tuple[BoardButton, ...]:
        return self.back_button, self.bag_button, self.more_button, self.on_button

    def _show_at(self, clarity: float) -> None:
        for button in self._corners:
            if button is not self.bag_button:
                button.setVisible(clarity > 0)
            if button.clarity != clarity:
                button.clarity = clarity
                button.update()
        self._show_bag()


class _Ground(QWidget):
    """What the tray lies on, so that nothing of the story shows between its buttons."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        round_ = 2 * look.RADIUS_CARD_PX
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        painter.end()


_HANDS = frozenset(
    {
        QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.KeyPress,
    }
)  # fmt: skip
