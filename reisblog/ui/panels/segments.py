"""A few choices side by side, of which one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SegmentRow(QWidget):
    """Buttons below a heading; one is down.

    To a screen reader and to the keyboard they are radio buttons: the Tab key comes to the one
    that holds, and the arrows choose another.

    Signals:
        picked: the value of the button that the person pressed.
    """

    picked = Signal(object)

    def __init__(
        self, heading: str, words: Mapping[Any, str], *, look: str = "segment", columns: int = 0
    ) -> None:
        """Offer these values.

        Args:
            heading: what the choice is about.
            words: what each value is called, in order.
            look: of the buttons, in the theme.
            columns: how many stand side by side; without it all.
        """
        super().__init__()
        self.buttons = {value: _button(called, look) for value, called in words.items()}
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        above = PlainLabel(heading, look="small")
        above.setContentsMargins(8, 4, 0, 2)
        columns = columns or len(self.buttons)
        grid.addWidget(above, 0, 0, 1, columns)
        for index, (value, button) in enumerate(self.buttons.items()):
            group.addButton(button)
            button.setAccessibleDescription(heading)
            grid.addWidget(button, 1 + index // columns, index % columns)
            button.clicked.connect(lambda _down, it=value: self.picked.emit(it))
        group.buttonToggled.connect(self._let_tab_stop)
        self.setAccessibleName(heading)
        self._let_tab_stop()

    def show_value(self, value: object) -> None:
        """Show which holds."""
        self.buttons[value].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go round, and what they come to holds."""
        step, buttons = _STEPS.get(Qt.Key(event.key())), list(self.buttons.values())
        at = next((nth for nth, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        following = buttons[(at + step) % len(buttons)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _let_tab_stop(self) -> None:
        """Stop at the one that holds, or at the first while none does."""
        buttons = list(self.buttons.values())
        stop = next((button for button in buttons if button.isChecked()), buttons[0])
        for button in buttons:
            here = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus)


class _Segment(QPushButton):
    """Leaves the arrows to its row, where Qt would go by how the buttons lie."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any other key is a button's."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _button(words: str, look: str) -> QPushButton:
    button = _Segment(words)
    button.setProperty("look", look)
    button.setCheckable(True)
    button.setAutoExclusive(True)  # the group sees to that; it makes a radio button of it
    return button
