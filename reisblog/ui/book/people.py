"""Whether people in the photos agree: said on the dialog itself until somebody answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui.agreement import people_in_photos
from reisblog.ui.plain_text import PlainLabel


class PeopleInPhotos(QFrame):
    """A card that waits for nothing: who goes on without an answer has read it as well.

    Attributes:
        words: what is to be thought of.
        understood, look: the two answers.

    Signals:
        answered: it was read.
        look_asked: the photos should be seen large.
    """

    answered = Signal()
    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.words = PlainLabel(people_in_photos(), look="small", wraps=True)
        self.words.setContentsMargins(8, 0, 8, 0)
        self.understood = QPushButton(_("Understood"))
        self.look = QPushButton(_("Look at the photos"))
        for button in (self.understood, self.look):
            button.setProperty("look", "quiet")
            button.setAutoDefault(False)
            button.setAccessibleDescription(people_in_photos())
        self.understood.setAutoDefault(True)  # Enter, where the keyboard begins
        self.understood.clicked.connect(self.answered)
        self.look.clicked.connect(self.look_asked)
        deeds = QHBoxLayout()
        deeds.setSpacing(0)
        deeds.addWidget(self.understood)
        deeds.addWidget(self.look)
        deeds.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 10, 4, 4)
        rows.setSpacing(look.GAPS_PX[0])
        rows.addWidget(self.words)
        rows.addLayout(deeds)
