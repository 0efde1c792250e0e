"""What can be opened on the board: signs that say so, and places where the keyboard can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LETTERS_SHARE = 0.44
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Opening(NamedTuple):
    """Words on the board that are longer than what is seen of them.

    Attributes:
        box: where they are.
        sign: where the sign stands that says so.
        heading: what the words belong to.
        text: all of them.
        on_paper: whether they stand on paper, and not on dim land.
    """

    box: QRectF
    sign: QRectF
    heading: str
    text: str
    on_paper: bool


class Spot(QAbstractButton):
    """Something on the board that can be opened; its ring is seen while the keyboard is there.

    Taps and swipes go through it: what they mean the board knows.
    """

    def __init__(self, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(told)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as the space bar does."""
        if Qt.Key(event.key()) in _ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring."""
        del event
        if not self.hasFocus():
            return
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        for colour, width in ((look.WHITE, 2.5 * look.FOCUS_PX), (look.FOCUS, look.FOCUS_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(box)
        painter.end()


class ReadOn(Spot):
    """The sign that there is more to read."""

    def __init__(self, opening: Opening, parent: QWidget) -> None:
        super().__init__(_("Read on"), parent)
        self.setAccessibleDescription(opening.heading)
        self._on_paper = opening.on_paper
        self.setText(_("Read on"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink on paper, or paper on ink: always the other way round than what it stands on."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = (look.INK, look.PAPER) if self._on_paper else (look.PAPER, look.INK)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(round(self.height() * _LETTERS_SHARE), bold=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
