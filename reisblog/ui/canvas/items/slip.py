"""A note as a paper slip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen, QTextOption
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsTextItem

from reisblog import look
from reisblog.model.records import Note

NOTE_TEXT_UNITS = 24
NOTE_MARGIN_UNITS = 12.0
_SHADOWS = ((5.0, 14), (3.0, 20), (1.5, 26))
_SLIP = "#FFFBEF"


class SlipItem(QGraphicsRectItem):
    """One note; its upper left corner is its position, its height follows from its text."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.record_id = note.id
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setBrush(QBrush(QColor(_SLIP)))
        self._shadows = [QGraphicsRectItem(self) for _shadow in _SHADOWS]
        for shadow, (_reach, alpha) in zip(self._shadows, _SHADOWS, strict=True):
            ink = QColor(look.INK)
            ink.setAlpha(alpha)
            shadow.setPen(QPen(Qt.PenStyle.NoPen))
            shadow.setBrush(ink)
            shadow.setFlag(QGraphicsRectItem.GraphicsItemFlag.ItemStacksBehindParent)
        self._text = QGraphicsTextItem(self)
        font = QFont(look.FAMILY_READING)
        font.setPixelSize(NOTE_TEXT_UNITS)
        self._text.setFont(font)
        self._text.setDefaultTextColor(QColor(look.INK))
        self._text.setPos(NOTE_MARGIN_UNITS / 2, NOTE_MARGIN_UNITS / 4)
        self.write(note)
        self.setPos(note.at.x, note.at.y)

    def write(self, note: Note) -> None:
        """Show this text; the position is left to whoever glides it there."""
        self.note = note
        document = self._text.document()
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self._text.setTextWidth(note.width - NOTE_MARGIN_UNITS)
        self._text.setPlainText(note.text)
        height = self._text.boundingRect().height() + NOTE_MARGIN_UNITS / 2
        self.setRect(QRectF(0, 0, note.width, height))
        for shadow, (reach, _alpha) in zip(self._shadows, _SHADOWS, strict=True):
            shadow.setRect(
                self.rect().translated(QPointF(0, 2)).adjusted(-reach, -reach, reach, reach)
            )

    def outline(self) -> QRectF:
        """The paper's edge."""
        return self.rect()
