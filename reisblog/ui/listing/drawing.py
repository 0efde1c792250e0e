"""A row on paper, and the field in which its words are edited where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reisblog import look, resources
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.listing import setting
from reisblog.ui.listing.model import ROW, Index
from reisblog.ui.listing.rows import Kind, Row
from reisblog.ui.panels.prints import draw_print
from reisblog.ui.plain_text import LineField, TextField
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from reisblog.ui.listing.model import RowModel
    from reisblog.ui.listing.tree import RowTree
    from reisblog.ui.listing.writing import Writing
    from reisblog.ui.pictures import Pictures

_ICONS = {
    Kind.TRAVELLER: "user",
    Kind.ABOUT: "text",
    Kind.MIST: "mist",
    Kind.HINT: "info",
    Kind.STOP: "pin",
    Kind.WHEN: "calendar",
    Kind.NOTE: "note",
    Kind.ALONG: "user",
    Kind.PICKED_UP: "backpack",
    Kind.LAID: "arrow-down",
    Kind.COMPASS: "compass",
    Kind.DIRECTION: "rotate",
    Kind.ASKER: "user",
    Kind.TRAIL: "path",
    Kind.THING: "backpack",
    Kind.PERSON: "user",
    Kind.ROLE: "text",
    Kind.PLACE: "flag",
}
_PICTURE_SIDE = 128
_FIELD_LEFT_PX = 10
_TURN_STEP, _DIAL_PX = 5, 120


class RowDelegate(QStyledItemDelegate):
    """Draws rows and makes the fields in them.

    Signals:
        written: the row's key and what its field says now, after every letter.
    """

    written = Signal(str, str)

    def __init__(
        self,
        tree: RowTree,
        rows: RowModel,
        pictures: Pictures,
        writing: Callable[[Row], Writing | None],
    ) -> None:
        """Know the rest.

        Args:
            tree: the view.
            rows: what it shows.
            pictures: pixels of photos.
            writing: what can be written in a row.
        """
        super().__init__(tree)
        self._tree = tree
        self._rows = rows
        self._pictures = pictures
        self._writing = writing
        self._setting = setting.Setting()
        self.editing = ""
        self._size = QSize()
        self._editor: QWidget | None = None

    # On paper

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words, or as the field that stands there now."""
        del option
        node = self._rows.node_at(index)
        row, width = node.row, self._tree.room_at(index)
        if row.key == self.editing and self._editor is not None:
            field = setting.above(row) + self._field_height(row, width) + 8
            return QSize(width, round(max(self._setting.of(row, width).height, field)))
        if node.measured is None or node.measured[0] != width:
            node.measured = (width, round(self._setting.of(row, width).height))
        return QSize(*node.measured)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon or print, words, and where the keyboard is."""
        row: Row = index.data(ROW)
        rect = QRectF(option.rect).adjusted(self._tree.aside(index), 0, 0, 0)
        sheet = rect.adjusted(0, setting.above(row), 0, 0)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, sheet.adjusted(-6, 1, 0, -1), state, row)
        words = self._setting.of(row, self._tree.room_at(index))
        self._paint_sign(painter, sheet, row, words)
        if row.key != self.editing:
            setting.draw_words(painter, rect, row, words)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, row: Row
    ) -> None:
        if row.key == self.editing:
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        corner = look.RADIUS_CONTROL_PX
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(QColor(theme.LIFTED if chosen else look.PAPER_DEEP))
            painter.drawRoundedRect(rect, corner, corner)
        if chosen:
            focused = self._tree.hasFocus()
            edge = look.FOCUS_PX / 2 if focused else 0.5
            pen = QPen(QColor(look.FOCUS if focused else theme.FAINT), 2 * edge)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(edge, edge, -edge, -edge), corner, corner)

    def _paint_sign(self, painter: QPainter, sheet: QRectF, row: Row, words: setting.Set) -> None:
        if row.photo is not None:
            pixmap = self._pictures.seen(row.photo, _PICTURE_SIDE)
            centre = QPointF(
                sheet.left() + setting.sign_left_of(row) + setting.PRINT_PX / 2,
                sheet.center().y(),
            )
            draw_print(painter, centre, setting.PRINT_PX - 8.0, row.photo, pixmap)
        elif row.sign is not None:
            box = QRectF(sheet.left() + 2, sheet.center().y() - 16, 32, 32)
            QIcon(str(resources.sign(row.sign))).paint(painter, box.toAlignedRect())
        elif row.kind in _ICONS:
            side = setting.ICON_PX
            middle = sheet.top() - setting.above(row) + words.top + words.text.line / 2
            left = sheet.left() + setting.sign_left_of(row)
            box = QRectF(left, middle - side / 2, side, side)
            icon(_ICONS[row.kind]).paint(painter, box.toAlignedRect())

    def first_line(self, index: Index) -> float:
        """The middle of a row's first line, from its upper edge, in pixels."""
        words = self._setting.of(index.data(ROW), self._tree.room_at(index))
        return words.top + words.text.line / 2

    # Writing

    def createEditor(  # noqa: N802  (Qt's)
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A field of one line, of several, or for a direction."""
        del option
        row: Row = index.data(ROW)
        writing = self._writing(row)
        if writing is None:
            return super().createEditor(parent, QStyleOptionViewItem(), index)
        key = row.key
        made: QWidget
        if writing.degrees:
            made = _dial(parent, writing.name, lambda degrees: self.written.emit(key, degrees))
        elif writing.lines:
            text = TextField(parent, name=writing.name, lines=1, look="inset")
            text.edited.connect(lambda words: self._wrote(key, words))
            made = text
        else:
            line = LineField(parent, name=writing.name, placeholder=writing.name, look="inset")
            line.edited.connect(lambda words: self._wrote(key, words))
            made = line
        note_record(made, row.record)
        made.setFont(setting.style_of(row).font)
        self.editing, self._editor = key, made
        self._resize(index)
        return made

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """The writing is over."""
        if editor is self._editor:
            self.editing, self._editor = "", None
        super().destroyEditor(editor, index)
        if index.isValid():
            self.sizeHintChanged.emit(index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show what the journey says, unless that is what somebody is typing here."""
        row: Row = index.data(ROW)
        if isinstance(editor, LineField | TextField):
            editor.show_text(row.raw)
        elif isinstance(editor, QSpinBox) and row.raw:
            editor.blockSignals(True)  # noqa: FBT003  (Qt's)
            editor.setValue(round(float(row.raw)))
            editor.blockSignals(False)  # noqa: FBT003

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: N802
        """Every letter is in the journey already."""

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Where the words stand."""
        row: Row = index.data(ROW)
        sheet: QRect = option.rect
        sheet = sheet.adjusted(self._tree.aside(index), round(setting.above(row)), 0, 0)
        width = self._tree.room_at(index)
        height = min(self._field_height(row, width), sheet.height())
        left = max(setting.left_of(row) - _FIELD_LEFT_PX, -_FIELD_LEFT_PX + 6)
        top = sheet.y() + (sheet.height() - height) // 2
        room = _DIAL_PX if row.kind is Kind.DIRECTION else width - left
        editor.setGeometry(sheet.x() + left, top, room, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Tab, Ctrl+Enter and Esc end the writing, as a plain Enter does on one line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            lines = isinstance(editor, TextField)
            leaves = event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
            if leaves or (enter and (ctrl or not lines)):
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    def _resize(self, index: Index) -> None:
        self._size = self.sizeHint(QStyleOptionViewItem(), index)
        self.sizeHintChanged.emit(index)

    def _wrote(self, key: str, words: str) -> None:
        self.written.emit(key, words)
        index = self._tree.index_of(key)
        if index.isValid() and self.sizeHint(QStyleOptionViewItem(), index) != self._size:
            self._resize(index)  # not at every letter: all rows are laid out anew

    def _field_height(self, row: Row, width: int) -> int:
        editor = self._editor
        if isinstance(editor, TextField):
            inside = width - setting.left_of(row) + _FIELD_LEFT_PX
            return max(editor.height_at(inside), look.TARGET_PX)
        return look.TARGET_PX + 4


def _dial(parent: QWidget, name: str, turned: Callable[[str], None]) -> QSpinBox:
    dial = QSpinBox(parent)
    dial.setRange(0, 359)
    dial.setWrapping(True)
    dial.setSingleStep(_TURN_STEP)
    dial.setSuffix("°")
    dial.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # a finger takes a wind
    dial.setAccessibleName(name)
    dial.valueChanged.connect(lambda degrees: turned(str(degrees)))
    return dial
