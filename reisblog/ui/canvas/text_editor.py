"""Writing on the canvas, in place: a caption, a halte's story, or a note."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Note
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.canvas.beside import PADDING_PX, Spot
from reisblog.ui.plain_text import is_undo, pastes_no_text
from reisblog.ui.workbench import Workbench
from reisblog.ui.wrapping import mode_for
from reisblog.ui.written import note_record

_LEAST_PX = 44
_BORDER_PX = 2
_HIGHER_THAN_READ = 1.8
"""How much higher than where it is read a slip may become while one writes."""
_SLACK_PX = 4
"""Or the last line does not count as wholly in view, and the first one scrolls away."""
_SCROLLED = Qt.ScrollBarPolicy.ScrollBarAlwaysOn


@dataclass(frozen=True)
class Writing:
    """A text that is being written: what a journey says there, and how to change it.

    Attributes:
        read: the words in a journey; nothing when the record is not in it.
        change: the journey with these words.
    """

    record_id: str
    label: str
    hint: str
    read: Callable[[Journey], str | None]
    change: Callable[[Journey, str], Journey]


def writing_on(journey: Journey, record_id: str) -> Writing | None:
    """What is written when one writes on this record."""
    if record_id in journey.photos:
        return Writing(
            record_id,
            _("Write a caption"),
            _("Caption"),
            lambda now: getattr(now.photos.get(record_id), "caption", None),
            lambda now, text: edits.set_caption(now, record_id, text),
        )
    if record_id in journey.stops:
        return Writing(
            record_id,
            _("Write the story"),
            _("What happened here"),
            lambda now: getattr(now.stops.get(record_id), "text", None),
            lambda now, text: edits.change_stop(now, record_id, text=text),
        )
    if (note := journey.notes.get(record_id)) is not None:
        return _note(note)
    return None


def blank_note(workbench: Workbench, at: Point) -> Note:
    """The next note, in the look of the one before it; in the journey once it says something."""
    return Note(
        id=workbench.new_id(),
        text="",
        at=at,
        width=look.NOTE_WIDTH_UNITS,
        tint=workbench.next_tint,
        letters=workbench.next_letters,
    )


def new_note(note: Note) -> Writing:
    """A note that comes into being with its first letter, so that none is ever empty."""
    return _note(note)


def _note(note: Note) -> Writing:
    def change(journey: Journey, text: str) -> Journey:
        if not text.strip():
            return edits.remove(journey, [note.id])
        if note.id in journey.notes:
            return edits.set_note_text(journey, note.id, text)
        return edits.add_note(journey, replace(note, text=text))

    return Writing(
        note.id,
        _("Write a note"),
        _("Note"),
        lambda now: getattr(now.notes.get(note.id), "text", None),
        change,
    )


class TextEditor(QPlainTextEdit):
    """A slip of paper over the canvas; every letter is in the journey at once, as one undo step.

    Its words stand where they will be read, in letters of the same size. It has no undo of its
    own: it follows the journey, and closes when what it writes on is gone.

    Attributes:
        had_keyboard: whether the keyboard was still here when the writing ended.

    Signals:
        closed: writing has ended.
    """

    closed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._workbench = workbench
        self._writing: Writing | None = None
        self._key = ""
        self._said: str | None = None
        self._spot: Spot | None = None
        self._in_step = self._untouched = False
        self.had_keyboard = False
        self.setObjectName("canvasText")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A space at the end of a full line hangs out of it: no reason to move all lines aside.
        self.horizontalScrollBar().rangeChanged.connect(self._stay)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        beside, above = (round(padding) - _BORDER_PX for padding in PADDING_PX)
        self._sheet = (
            f"#canvasText {{ background: %s; color: {look.INK};"
            f" border: {_BORDER_PX}px solid {look.FOCUS}; border-radius: {look.RADIUS_PHOTO_PX}px;"
            f" padding: {above}px {beside}px; }}"
        )
        self.setStyleSheet(self._sheet % look.SLIP)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._write)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self.close_slip)
        self.hide()

    @property
    def record_id(self) -> str | None:
        """What is being written on."""
        return self._writing.record_id if self._writing else None

    def open(self, writing: Writing, spot: Spot, *, begin_with: str = "") -> None:
        """Start writing.

        Args:
            writing: what.
            spot: where.
            begin_with: letters that were typed already.
        """
        self.close_slip()
        self._key = f"write-{self._workbench.new_id()}"
        self._said = writing.read(self._workbench.journey)
        self._show(self._said or "")
        self.setPlaceholderText(writing.hint)
        self.setAccessibleName(writing.hint)
        self._writing = writing
        self._untouched = True
        note_record(self, writing.record_id)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.settle(spot)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if begin_with:
            self.insertPlainText(begin_with)

    def settle(self, spot: Spot) -> None:
        """Lie at a spot, as high as the words; of too many the line with the cursor is in view.

        A scroll bar lies beside the words, so that it breaks no other lines.
        """
        if self._spot is None or spot.paper != self._spot.paper:
            self.setStyleSheet(self._sheet % spot.paper)
        self._spot = spot
        self.setFont(theme.font(spot.letters))
        self.resize(self._width(spot), self.height())  # or the lines are those of another width
        height = max(self._words_height() + 2 * round(PADDING_PX[1]) + _SLACK_PX, _LEAST_PX)
        most = min(round(_HIGHER_THAN_READ * spot.most), self._host.height())
        self.setVerticalScrollBarPolicy(
            _SCROLLED if height > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        size = QSize(self._width(spot), min(height, most))
        area = spot.area(size.width(), size.height()).toRect()
        area.setSize(size)
        room = self._host.rect()
        area.moveTop(max(min(area.top(), room.bottom() - area.height()), room.top()))
        area.moveLeft(max(min(area.left(), room.right() - area.width()), room.left()))
        self.setGeometry(area)
        self.ensureCursorVisible()

    def close_slip(self) -> None:
        """Stop writing; everything is in the journey already."""
        if self._writing is None:
            return
        self._writing = None
        self.had_keyboard = self.hasFocus()
        self._workbench.desk.history.seal()
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass on to the window, and what is pasted but is no text."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (is_undo(event) or pastes_no_text(event))
        ):
            event.setAccepted(self._begun_in_vain(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+Enter end the writing; so does undo while there is none yet."""
        ends = (
            self._begun_in_vain(event)
            or event.key() == Qt.Key.Key_Escape
            or (
                event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
                and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            )
        )
        if ends:
            self.close_slip()
            event.accept()
        elif is_undo(event) or pastes_no_text(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _begun_in_vain(self, event: QKeyEvent) -> bool:
        """Whether undo means the slip itself: nothing was written on it yet."""
        return self._untouched and event.matches(QKeySequence.StandardKey.Undo)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Looking elsewhere ends the writing; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }:
            self.close_slip()

    def _write(self) -> None:
        writing = self._writing
        if writing is None or self._in_step:
            return
        self._untouched = False
        text = self.toPlainText()
        self.setWordWrapMode(mode_for(text))
        self._in_step = True
        try:
            self._workbench.edit(
                writing.label, lambda journey: writing.change(journey, text), key=self._key
            )
        finally:
            self._in_step = False
        self._said = writing.read(self._workbench.journey)
        self._grow()

    def _follow(self, journey: Journey) -> None:
        """Show what the journey says now, when somebody else has changed that.

        What was never there, or was emptied here, may yet be written.
        """
        writing = self._writing
        if writing is None or self._in_step:
            return
        before, self._said = self._said, writing.read(journey)
        if self._said is None and before is not None:
            self.close_slip()
        elif self._said is not None and self._said not in {before, self.toPlainText()}:
            self._in_step = True
            self._show(self._said)
            self._in_step = False
            self.moveCursor(QTextCursor.MoveOperation.End)
            self._grow()

    def _show(self, words: str) -> None:
        self.setWordWrapMode(mode_for(words))
        self.setPlainText(words)

    def _width(self, spot: Spot) -> int:
        scrolled = self.verticalScrollBarPolicy() == _SCROLLED
        return round(spot.width) + scrolled * self.verticalScrollBar().sizeHint().width()

    def _words_height(self) -> int:
        """How high all lines are; asked of each paragraph, as pasted ones are not laid out yet."""
        layout = self.document().documentLayout()
        height = 0.0
        block = self.document().begin()
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return math.ceil(height)

    def _stay(self) -> None:
        self.horizontalScrollBar().setMaximum(0)

    def _grow(self) -> None:
        if self._spot is not None:
            self.settle(self._spot)
