"""What lies loose: in no order, still the traveller's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reisblog.model.geometry import Point, Rect
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.panels.prints import PrintList
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from reisblog.model.records import Note, Photo
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_AROUND_UNITS = (700.0, 500.0)
_WORDS = 120


class LooseHeading(QWidget):
    """The line below which nothing stands in an order."""

    def __init__(self) -> None:
        super().__init__()
        words = PlainLabel(_("Loose: in no order, still yours"), look="small", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 22, 8, 6)
        layout.addWidget(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above the words."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(theme.FAINT))
        painter.drawLine(4, 12, self.width() - 8, 12)


class LooseThings(QWidget):
    """Photos and notes that belong to no halte."""

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self._workbench = workbench
        self.photos = PrintList(pictures, self, name=_("Loose photos"), cell=70, rows=3)
        self.notes: list[NoteButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 0, 4, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.photos)
        self.photos.chosen.connect(self._choose_photos)
        self.photos.asked.connect(self._visit_photo)

    def show_things(self, photos: Sequence[Photo], notes: Sequence[Note]) -> None:
        """Show these."""
        self.photos.setVisible(bool(photos))
        self.photos.show_photos(photos)
        for button in self.notes[len(notes) :]:
            self._layout.removeWidget(button)
            button.deleteLater()
        del self.notes[len(notes) :]
        for button, note in zip(self.notes, notes, strict=False):
            button.show_note(note)
        for note in notes[len(self.notes) :]:
            button = NoteButton(note)
            button.visited.connect(self._visit)
            self.notes.append(button)
            self._layout.addWidget(button)

    def _choose_photos(self, ids: list[str]) -> None:
        if ids:
            self._workbench.choose(ids)

    def _visit_photo(self, ids: list[str]) -> None:
        at = self._workbench.journey.photos[ids[0]].at
        if at is not None:
            self._visit(ids[0], at)

    def _visit(self, record_id: str, at: Point) -> None:
        self._workbench.choose([record_id])
        self._workbench.fly_to(Rect.centred(at, *_AROUND_UNITS))


class NoteButton(QPushButton):
    """A note's first words, cut where the room ends.

    Signals:
        visited: the note's id, and where it lies.
    """

    visited = Signal(str, object)

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.setIcon(icon("note"))
        self.setMinimumWidth(80)
        self.clicked.connect(lambda: self.visited.emit(self._note.id, self._note.at))
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """Be for this note."""
        self._note = note
        words = " ".join(note.text.split())[:_WORDS]
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        words, room = self.accessibleName(), self.width() - 52
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
