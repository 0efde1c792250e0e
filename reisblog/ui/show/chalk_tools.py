"""What one draws with on the board: a row of chalks, a rubber, and what is done with a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QAbstractButton

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.show.chalk import RUBBING
from reisblog.ui.show.letters import UNITS_HIGH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.show.chalk import Chalk
    from reisblog.ui.show.controls import Controls

_WIDE, _HIGH, _LETTERS, _BETWEEN, _GAP = 108.0, 88.0, 26.0, 8.0, 20.0
"""In units of the board."""
_LEAST_LETTERS_PX = 13
_SPOT = 0.4
"""Of a button's height: a spot of chalk, or an icon."""


class Tool(QAbstractButton):
    """Something to draw with, or to do with what is drawn.

    A finger presses it by itself, so one can change chalks while another draws.
    """

    def __init__(self, word: str, told: str, parent: QWidget, *, shows: str | QColor) -> None:
        """Make the button.

        Args:
            word: what stands on it.
            told: what it is for those who cannot see it.
            parent: the board.
            shows: the name of an icon, or the colour of a chalk.
        """
        super().__init__(parent)
        self._shows = shows
        self.setText(word)
        self.setAccessibleName(told)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.hide()

    def sizeHint(self) -> QSize:
        """As large as a hand wants it, and as the word on it."""
        unit = self.window().height() / UNITS_HIGH
        wide, high = (max(look.TARGET_BOARD_PX, round(side * unit)) for side in (_WIDE, _HIGH))
        return QSize(wide, high)

    def event(self, event: QEvent) -> bool:
        """A finger that lifts over it has pressed it."""
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchBegin:
                self.setDown(True)
            elif event.type() == QEvent.Type.TouchEnd:
                self.setDown(False)
                if self.rect().contains(event.points()[0].position().toPoint()):
                    self.click()
            elif event.type() == QEvent.Type.TouchCancel:
                self.setDown(False)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card of paper; what is in hand has a thick edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 5.0 if self.isChecked() else 2.0
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setBrush(QColor(look.PAPER_DEEP if self.isDown() else look.PAPER))
        focused = self.hasFocus()
        colour = look.FOCUS if focused else look.INK if self.isChecked() else look.MAP_LINE
        painter.setPen(QPen(QColor(colour), max(edge, look.FOCUS_PX if focused else 0.0)))
        painter.drawRoundedRect(box, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        letters = max(_LEAST_LETTERS_PX, round(_LETTERS * self.window().height() / UNITS_HIGH))
        words = QRectF(box)
        words.setTop(box.bottom() - 1.45 * letters)
        above = QRectF(box.topLeft(), words.topRight()).adjusted(0, 4, 0, 0)
        self._draw_sign(painter, above.center(), self.height() * _SPOT)
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(letters, bold=self.isChecked()))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())
        painter.end()

    def _draw_sign(self, painter: QPainter, middle: QPointF, side: float) -> None:
        if isinstance(self._shows, QColor):
            painter.setBrush(self._shows)
            painter.setPen(QPen(QColor(look.INK), 4.0))
            painter.drawEllipse(middle, side / 2, side / 2)
            return
        square = QRectF(0, 0, side * 1.15, side * 1.15)
        square.moveCenter(middle)
        icon(self._shows).paint(painter, square.toAlignedRect())


class ChalkTools(QObject):
    """The row of one board: what draws on the side of the arrow back, the rest beside the other.

    Signals:
        keep: the drawing is to become a picture.
        done: nobody draws any more.
    """

    keep = Signal()
    done = Signal()

    def __init__(self, board: QWidget, chalk: Chalk) -> None:
        super().__init__(board)
        self._board, self._chalk = board, chalk
        names = {"white": _("White"), "yellow": _("Yellow"), "pink": _("Pink")}
        self._drawing = {
            name: Tool(names[name], _("Chalk: {colour}").format(colour=names[name]), board,
                       shows=QColor(colour))
            for name, colour in look.CHALKS.items()
        }  # fmt: skip
        self._drawing[RUBBING] = Tool(_("Eraser"), _("Eraser"), board, shows="erase")
        self.wipe_button = Tool(_("Wipe"), _("Wipe all that is drawn here"), board, shows="trash")
        self.keep_button = Tool(_("Picture"), _("Keep as a picture"), board, shows="save")
        self.done_button = Tool(_("Done"), _("Stop drawing"), board, shows="check")
        for name, tool in self._drawing.items():
            tool.setCheckable(True)
            tool.clicked.connect(lambda _on=False, name=name: self.take(name))
        self.wipe_button.clicked.connect(chalk.wipe)
        self.keep_button.clicked.connect(self.keep)
        self.done_button.clicked.connect(self.done)

    @property
    def tools(self) -> list[Tool]:
        """All of them, from left to right."""
        return [*self._drawing.values(), self.wipe_button, self.keep_button, self.done_button]

    def tool(self, name: str) -> Tool:
        """One that draws, by its name."""
        return self._drawing[name]

    def take(self, name: str) -> None:
        """Draw with this from now on."""
        self._chalk.tool = name
        for other, tool in self._drawing.items():
            tool.setChecked(other == name)

    def show(self, *, shown: bool) -> None:
        """Be there while one draws."""
        self.take(self._chalk.tool)
        for tool in self.tools:
            tool.setVisible(shown)

    def settle(self, controls: Controls) -> QRect:
        """Stand between the arrows; gives what is free between them and below, in pixels."""
        unit = self._board.height() / UNITS_HIGH
        size = self.done_button.sizeHint()
        step = size.width() + max(2, round(_BETWEEN * unit))
        gap = round(_GAP * unit)
        middle = self._board.width() / 2
        corners = [
            button.geometry()
            for button in (controls.back_button, controls.more_button, controls.on_button)
        ]
        low = corners[0].center().y() - size.height() // 2
        left = max(box.right() for box in corners if box.center().x() < middle) + 1 + gap
        right = min(box.left() for box in corners if box.center().x() >= middle) - gap
        rest = [self.wipe_button, self.keep_button, self.done_button]
        for number, tool in enumerate(self._drawing.values()):
            tool.setGeometry(QRect(QPoint(left + number * step, low), size))
        ends, begins = left + len(self._drawing) * step, right - len(rest) * step
        higher = low if begins >= ends else low - size.height() - gap  # in a small window
        for number, tool in enumerate(reversed(rest)):
            x = right - number * step - size.width()
            tool.setGeometry(QRect(QPoint(x, higher), size))
        free = max(begins, ends) - gap
        return QRect(QPoint(ends + gap, higher), QPoint(free, self._board.height()))
