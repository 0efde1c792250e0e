"""A note as a paper slip."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor

from reisblog import look
from reisblog.model.records import Note
from reisblog.ui.canvas.items.paper import PaperItem

_SHADOW_UNITS = 5.0


class SlipItem(PaperItem):
    """One note; its upper left corner is its position, its height follows from its text."""

    def __init__(self, note: Note) -> None:
        super().__init__(look.NOTE_PADDING_UNITS, shadow=_SHADOW_UNITS)
        self.record_id = note.id
        self.write(note)
        self.setPos(note.at.x, note.at.y)

    def home(self) -> QPointF:
        """Where the journey has it."""
        return QPointF(self.note.at.x, self.note.at.y)

    def write(self, note: Note) -> None:
        """Show this text; the position is left to whoever glides it there."""
        self.note = note
        self.setBrush(QBrush(QColor(look.SLIPS[note.tint])))
        self.letter(
            note.text,
            look.NOTE_LETTERS[note.letters],
            width=note.width,
            widest=look.NOTE_WIDEST_UNITS,
        )
        self.shorten(look.NOTE_HIGHEST_UNITS)
