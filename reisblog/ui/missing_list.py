"""The whole list of what a damaged file no longer had, to be read at one's ease."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import FocusRing
from reisblog.ui.plain_text import PlainLabel

_WIDTH_PX = 560
_HIGHEST_PX = 420
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class MissingList(QDialog):
    """A sheet with a line for each thing; they can be copied.

    Attributes:
        words: the list.
        back: closes it.
    """

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What is missing"))
        title = PlainLabel(_("What is missing"))
        title.setFont(theme.font(look.TITLE_PX, title=True))
        self.words = PlainLabel("\n".join(f"• {line}" for line in lines), wraps=True)
        self.words.setTextInteractionFlags(_READABLE)
        self.words.setAccessibleName(_("What is missing"))
        self.words.setFixedWidth(_WIDTH_PX)
        self.words.setFixedHeight(self.words.heightForWidth(_WIDTH_PX))
        room = QScrollArea()
        room.setWidget(self.words)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFixedWidth(_WIDTH_PX + room.verticalScrollBar().sizeHint().width())
        room.setFixedHeight(min(self.words.height(), _HIGHEST_PX))
        self.back = QPushButton(_("Back"))
        self.back.setProperty("look", "main")
        self.back.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 24)
        layout.setSpacing(look.GAPS_PX[1])
        layout.addWidget(title)
        layout.addWidget(room)
        layout.addSpacing(8)
        layout.addLayout(row)
        self._ring = FocusRing(self)
        self.back.setFocus()
