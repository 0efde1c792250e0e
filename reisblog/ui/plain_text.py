"""The one door through which typed text reaches a widget: always plain, never markup.

Fields leave undo and redo to the journey, so that Ctrl+Z always takes back the last thing done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy

from reisblog.ui.clipboard import held_by
from reisblog.ui.icons import icon
from reisblog.ui.wrapping import mode_for, shortened

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget


_DOCUMENT_MARGIN_PX = 3
_NARROWEST_PX = 40


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )


def pastes_no_text(event: QKeyEvent) -> bool:
    """Whether a key asks to paste something that a field cannot hold."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    held = held_by(QGuiApplication.clipboard())
    # A file's address counts as text, too.
    return held is None or held.hasUrls() or not held.hasText()


def _lead_back(event: QKeyEvent) -> None:
    """Where nobody took the keyboard from a field, whatever lies around it decides who gets it."""
    if QApplication.focusWidget() is None:
        event.ignore()


class PlainLabel(QLabel):
    """Words on the screen that are shown exactly as they are."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, look: str = "", wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wraps)
        if look:
            self.setProperty("look", look)


class LineField(QLineEdit):
    """One line, edited where it stands.

    Args:
        name: for those who cannot see it.
        look: ``flat`` looks like text until it is used, ``inset`` and ``field`` like a field.
    """

    edited = Signal(str)
    left = Signal()
    finished = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        placeholder: str = "",
        look: str = "flat",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("look", look)
        self.textEdited.connect(self.edited)
        self.returnPressed.connect(self.finished)

    def mark_as_search(self) -> None:
        """Show a magnifying glass before the words; a screen reader takes it for a button."""
        glass = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.accessibleName())

    def show_text(self, text: str) -> None:
        """Show what the journey says, unless that is what somebody is typing here.

        A journey keeps a line without spaces at its ends or double ones, which may be half of
        what is being typed.
        """
        if text == self.text() or (self.hasFocus() and text == " ".join(self.text().split())):
            return
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass on to the window, and what is pasted but is no text."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (is_undo(event) or pastes_no_text(event))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field on Esc; keep Qt's own undo out."""
        if is_undo(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.finished.emit()
            _lead_back(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning again."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)
            self.left.emit()


class TextField(QPlainTextEdit):
    """A text that grows with what is written in it.

    Args:
        lines: the least height, in lines.
        one_thing: Enter ends the writing instead of beginning a new line.
    """

    edited = Signal(str)
    left = Signal()
    finished = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        placeholder: str = "",
        lines: int = 1,
        one_thing: bool = False,
        look: str = "flat",
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._one_thing = one_thing
        self._showing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("look", look)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN_PX)
        viewport_palette = self.viewport().palette()
        viewport_palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.viewport().setPalette(viewport_palette)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show what the journey says, unless that is what somebody is typing here."""
        typed = self.toPlainText()
        if text == typed or (
            self._one_thing and self.hasFocus() and text == " ".join(typed.split())
        ):
            return
        self._showing = True
        self.setWordWrapMode(mode_for(text))
        self.setPlainText(text)
        self._showing = False
        if self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        """As high as the text, at least so many lines."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(60, self._height())

    def height_at(self, width: int, font: QFont | None = None) -> int:
        """How high it would be at a width, in pixels, in this font or another."""
        font = font or self.font()
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right() - 2 * _DOCUMENT_MARGIN_PX
        words = self.toPlainText() or "…"
        lines = max(self._lines, self._lines_at(max(room, _NARROWEST_PX), words, font))
        return lines * QFontMetrics(font).lineSpacing() + self._around()

    def breaks_a_word_at(self, width: int, font: QFont) -> bool:
        """Whether some word would not fit on one line in this font, at a width in pixels."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right() - 2 * _DOCUMENT_MARGIN_PX
        text = shortened(self.toPlainText())
        advance = QFontMetrics(font).horizontalAdvance
        return any(advance(word) > room for word in text.split())

    def _lines_at(self, room: int, words: str, font: QFont) -> int:
        """Into how many lines words break, exactly as they do here; the room is in pixels."""
        option = QTextOption()
        option.setWrapMode(self.wordWrapMode())
        lines = 0
        for paragraph in words.split("\n"):
            layout = QTextLayout(paragraph, font)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(room)
                lines += 1
            layout.endLayout()
        return lines

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  (Qt's)
        """The name of a file is no words."""
        files = source.hasUrls() and not source.hasFormat("text/plain")
        return not files and super().canInsertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass on to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):  # type: ignore[arg-type]
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, and on Enter where this is one thing."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_undo(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape or (enter and self._one_thing):
            self.finished.emit()
            self.clearFocus()
            _lead_back(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writing is over."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _on_text_changed(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())

    def _height(self) -> int:
        lines = max(self._lines, round(self.document().size().height()))
        return round(lines * QFontMetricsF(self.font()).lineSpacing()) + self._around()

    def _around(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom() + 2 * _DOCUMENT_MARGIN_PX

    def _fit(self) -> None:
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)
