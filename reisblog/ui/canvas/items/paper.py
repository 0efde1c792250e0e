"""A sheet of paper with words on it, lying on the canvas over a soft shadow."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsTextItem

from reisblog import look
from reisblog.ui.wrapping import mode_for, shortened

_LONG_WORD, _ROOM_FOR_DOTS = 40, 4
_SHADOWS = ((1.0, 14), (0.6, 20), (0.3, 26))
"""How far each layer of the shadow reaches, as a share of the whole, and how dark it is."""
_WHOLE_WORDS = QTextOption.WrapMode.WordWrap


class PaperItem(QGraphicsRectItem):
    """A sheet as wide as it is told and as high as its words; its position is its corner."""

    def __init__(self, padding: tuple[float, float], *, shadow: float) -> None:
        """Make an empty sheet.

        Args:
            padding: the room beside, and above and below its words.
            shadow: how far its shadow reaches.
        """
        super().__init__()
        self._beside, self._above = padding
        self._shadow = shadow
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setBrush(QBrush(QColor(look.SLIP)))
        self._layers = [QGraphicsRectItem(self) for _layer in _SHADOWS]
        for layer, (_share, alpha) in zip(self._layers, _SHADOWS, strict=True):
            ink = QColor(look.INK)
            ink.setAlpha(alpha)
            layer.setPen(QPen(Qt.PenStyle.NoPen))
            layer.setBrush(ink)
            layer.setFlag(QGraphicsRectItem.GraphicsItemFlag.ItemStacksBehindParent)
        self._text = QGraphicsTextItem(self)
        self._text.document().setDocumentMargin(0)
        self._text.setDefaultTextColor(QColor(look.INK))
        self._text.setPos(self._beside, self._above)

    def outline(self) -> QRectF:
        """The paper's edge."""
        return self.rect()

    @property
    def said(self) -> str:
        """The words that stand on it."""
        return self._text.toPlainText()

    @property
    def letters(self) -> int:
        """How large its letters are."""
        return self._text.font().pixelSize()

    def words_at(self) -> QPointF:
        """Where its words begin."""
        return self._text.pos()

    def letter(self, words: str, size: int, *, width: float, widest: float) -> None:
        """Show these words.

        Args:
            words: as they were typed.
            size: of the letters.
            width: of the sheet.
            widest: how far the sheet widens rather than break a word.
        """
        font = QFont(look.FAMILY_READING)
        font.setPixelSize(size)
        self._text.setFont(font)
        document = self._text.document()
        _wrap(document, _WHOLE_WORDS)
        telling = shortened(words)
        self._text.setPlainText(telling)
        document.setTextWidth(width - 2 * self._beside)
        wanted = document.idealWidth() + 2 * self._beside
        _wrap(document, mode_for(words))
        if telling != words:
            self._text.setPlainText(words)
        document.setTextWidth(max(width, min(wanted, widest)) - 2 * self._beside)
        self._fit()

    def shorten(self, highest: float) -> None:
        """Leave off the lines for which there is no room; three dots say that there are more."""
        document = self._text.document()
        room = highest - 2 * self._above
        if document.size().height() <= room:
            return
        cursor = QTextCursor(document)
        cursor.setPosition(_end_of_lines(document, room))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        last = cursor.position()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
        if last - cursor.position() > _LONG_WORD:  # the rest of it is worth reading
            cursor.setPosition(last)
            cursor.setPosition(last - _ROOM_FOR_DOTS, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\u2026")
        self._fit()

    def hug(self) -> None:
        """Be no wider than the longest line."""
        document = self._text.document()
        document.setTextWidth(math.ceil(document.idealWidth()) + 1)
        self._fit()

    def _fit(self) -> None:
        document = self._text.document()
        width = document.textWidth() + 2 * self._beside
        self.setRect(QRectF(0, 0, width, document.size().height() + 2 * self._above))
        down = self.rect().translated(QPointF(0, 0.4 * self._shadow))
        for layer, (share, _alpha) in zip(self._layers, _SHADOWS, strict=True):
            reach = share * self._shadow
            layer.setRect(down.adjusted(-reach, -reach, reach, reach))


def _wrap(document: QTextDocument, mode: QTextOption.WrapMode) -> None:
    option = document.defaultTextOption()
    option.setWrapMode(mode)
    document.setDefaultTextOption(option)


def _end_of_lines(document: QTextDocument, height: float) -> int:
    """Where the last line ends that still lies whole within a height."""
    end = 0
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        top = layout.position().y()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            if top + line.rect().bottom() > height:
                return end
            end = block.position() + line.textStart() + line.textLength()
        block = block.next()
    return end
