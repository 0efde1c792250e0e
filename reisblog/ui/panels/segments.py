"""A few choices side by side, of which one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class SegmentRow(QWidget):
    """Buttons below a heading; one is down.

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
            grid.addWidget(button, 1 + index // columns, index % columns)
            button.clicked.connect(lambda _down, it=value: self.picked.emit(it))
        self.setAccessibleName(heading)

    def show_value(self, value: object) -> None:
        """Show which holds."""
        self.buttons[value].setChecked(True)


def _button(words: str, look: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", look)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
