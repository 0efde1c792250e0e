"""The one modal question of the program, on a sheet in its own style."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reisblog import look
from reisblog.ui import theme
from reisblog.ui.focus_ring import FocusRing
from reisblog.ui.plain_text import PlainLabel

_WIDTH_PX = 460


class Question(QDialog):
    """Words and a few answers.

    Attributes:
        buttons: one for each answer, in order.
    """

    def __init__(
        self, text: str, choices: Sequence[str], parent: QWidget | None = None, *, escape: int = -1
    ) -> None:
        super().__init__(parent)
        self._answer = range(len(choices))[escape]
        self.setWindowTitle("Reisblog")
        self.setModal(True)
        words = PlainLabel(text, wraps=True)
        words.setFont(theme.font(look.TEXT_LARGE_PX))
        words.setMinimumWidth(_WIDTH_PX)
        row = QHBoxLayout()
        row.setSpacing(look.GAPS_PX[0])
        self.buttons = [self._button(index, choice) for index, choice in enumerate(choices)]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(look.GAPS_PX[-1])
        layout.addWidget(words)
        layout.addLayout(row)
        self._ring = FocusRing(self)
        self.buttons[0].setFocus()

    def answer(self) -> int:
        """Show it, wait, and give the index of the answer."""
        self.exec()
        self.deleteLater()
        return self._answer

    def _button(self, index: int, choice: str) -> QPushButton:
        button = QPushButton(choice.replace("&", "&&"))
        button.setProperty("look", "plain" if index else "main")
        button.setAutoDefault(True)
        button.setDefault(index == 0)
        button.clicked.connect(lambda: self._choose(index))
        return button

    def _choose(self, index: int) -> None:
        self._answer = index
        self.accept()
