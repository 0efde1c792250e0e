"""A bar of buttons at the foot of a photo that is seen large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.ui import theme
from reisblog.ui.icons import label
from reisblog.ui.paper import SHADOW_PX, Slip

if TYPE_CHECKING:
    from collections.abc import Callable

_INSIDE_PX = 6
_UP_PX = 12
_ABOVE_PX = 520
_FOCUSED = (
    f"QPushButton:focus {{ border: {look.FOCUS_PX}px solid {look.FOCUS}; }}"
    f"QPushButton {{ padding: 0 {look.GAPS_PX[1]}px; }}"
)


class Bar(Slip):
    """One row of buttons, or two where there is little room, and perhaps something above them.

    Attributes:
        buttons: by the words they were made with.
    """

    def __init__(self, parent: QWidget, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(look.GAPS_PX[0] // 2)
        layout = QVBoxLayout(self)
        edge = SHADOW_PX + _INSIDE_PX
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(_INSIDE_PX)
        self._above = above
        if above is not None:
            layout.addWidget(above, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._grid)
        self.setStyleSheet(_FOCUSED)

    def add(
        self, words: str, act: Callable[[], None], *, icon: str = "", main: bool = False
    ) -> QPushButton:
        """Add a button at the end.

        Args:
            words: what it says.
            act: what it does.
            icon: the name of a bundled one.
            main: whether it is what one most probably wants.
        """
        button = QPushButton(words, self)
        if icon:
            label(button, icon, words)
        button.setProperty("look", "main" if main else "bare")
        # A click leaves the keyboard where it is; whoever works with keys comes here by Tab.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: act())
        self.buttons[words] = button
        return button

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops."""
        return [*self.buttons.values()]

    def height_in(self, room: QRect) -> int:
        """How much of the foot of a room it takes, in logical pixels."""
        self.fit(room)
        return room.bottom() + 1 - self.geometry().top() - SHADOW_PX

    def fit(self, room: QRect) -> None:
        """Stand at the foot of a room, in its middle."""
        shown = [*self.buttons.values()]
        for button in shown:
            button.ensurePolished()
        wide = sum(button.sizeHint().width() + self._grid.spacing() for button in shown)
        fits = wide + 2 * (SHADOW_PX + _INSIDE_PX) <= room.width()
        columns = len(shown) if fits else -(-len(shown) // 2)
        while self._grid.takeAt(0) is not None:
            pass
        self._grid.setColumnStretch(0, int(fits and self._above is not None))
        for place, button in enumerate(shown):
            self._grid.addWidget(button, place // max(columns, 1), place % max(columns, 1))
        if self._above is not None:
            inside = room.width() - 2 * (SHADOW_PX + _INSIDE_PX)
            self._above.setFixedWidth(min(_ABOVE_PX, inside))
        self.layout().activate()  # type: ignore[union-attr]  # it has one
        size = self.sizeHint().boundedTo(QSize(room.width(), room.height()))
        left = room.left() + (room.width() - size.width()) // 2
        top = room.bottom() + 1 - size.height() - _UP_PX + SHADOW_PX
        self.setGeometry(QRect(left, top, size.width(), size.height()))
        self.raise_()

    def dress(self, *, board: bool, width: int) -> None:
        """Be as large as a board of this width asks, or a window."""
        self.setStyleSheet((theme.board_sheet(width) if board else "") + _FOCUSED)


def press_focused() -> bool:
    """Press the button that has the keyboard; tells whether one has."""
    button = QApplication.focusWidget()
    if not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True
