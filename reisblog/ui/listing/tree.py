"""The tree of rows on a page, and what keys mean in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScroller,
    QTreeView,
)

from reisblog.texts import _
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon
from reisblog.ui.listing.model import Index, RowModel
from reisblog.ui.listing.rows import Kind, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

INDENT_PX: Final = 28
# The delegate shows what is chosen; the style would paint over the whole width.
_SHEET = """
QTreeView { background: transparent; border: none; outline: none; show-decoration-selected: 0; }
QTreeView::item, QTreeView::item:selected, QTreeView::item:hover,
QTreeView::branch, QTreeView::branch:selected, QTreeView::branch:hover { background: transparent; }
"""
_CHEVRON_PX = 18
_TELL_MS = 50
"""So long after writing the rows lie anew; until then a screen reader would ask in vain."""
_BESIDE_PX = 28
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REMOVES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SHIFTS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
_HEADINGS = {Kind.JOURNEY, Kind.GROUP, Kind.STOP}


class RowTree(QTreeView):
    """Rows that are gone along with the arrows and found by their first letters.

    Attributes:
        folded: the keys of rows that somebody folded.
        first_line: where the middle of a row's first line is, in pixels from its upper edge.

    Signals:
        asked_add, asked_remove, asked_more: what a key or a hand asked for the current row.
        moved: one up (-1) or one down (1).
        indented: onto the second track, or back.
        left: Esc.
        at_row: the key of the row that is current now.
    """

    asked_add = Signal()
    asked_remove = Signal()
    asked_more = Signal(QPoint)
    moved = Signal(int)
    indented = Signal(bool)
    left = Signal()
    at_row = Signal(str)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._width = 0
        self.folded: set[str] = set()
        self.first_line: Callable[[Index], float] = lambda _index: 0.0
        self.setModel(model)
        self.setAccessibleName(_("Your journey as a list"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT_PX)
        self.setMouseTracking(True)
        # Not rows: a screen reader that selects one would select another with the same number.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAllColumnsShowFocus(False)  # the style would paint over the row
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(22)
        self.setStyleSheet(_SHEET)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        model.rowsInserted.connect(self._unfold_new)
        self.collapsed.connect(lambda index: self._note_fold(index, folded=True))
        self.expanded.connect(lambda index: self._note_fold(index, folded=False))

    @property
    def row(self) -> Row | None:
        """The current row."""
        return self._rows.row_at(self.currentIndex())

    def index_of(self, key: str) -> QModelIndex:
        """Where a row stands."""
        return self._rows.index_of(key)

    def go_to(self, key: str) -> bool:
        """Make a row the current one, in sight; tells whether it is there."""
        index = self._rows.index_of(key)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.show_current()
        return True

    def show_current(self) -> None:
        """Scroll only when the current row is not in sight, and then to where it is read well."""
        index = self.currentIndex()
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def room_at(self, index: Index) -> int:
        """How wide a row is, in pixels."""
        node = self._rows.node_at(index)
        aside = _BESIDE_PX if node.beside else 0
        return max(self._width - node.depth * INDENT_PX - aside, 160)

    def aside(self, index: Index) -> int:
        """How far a halte on the second track stands aside with all that is in it, in pixels."""
        return _BESIDE_PX if self._rows.node_at(index).beside else 0

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Letters find, and Delete takes away: neither means what it does on the map."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            finds = event.text().isprintable() and event.text() != ""
            if not held and (finds or event.key() in _REMOVES):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes, Insert adds, Delete takes away; with Alt the arrows move."""
        key, held = Qt.Key(event.key()), event.modifiers()
        alt = bool(held & Qt.KeyboardModifier.AltModifier)
        ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        if (alt or ctrl or key == Qt.Key.Key_Insert) and holds_focus(self.viewport()):
            event.ignore()  # one writes in a row, and the field had no use for it
        elif alt and key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif alt and key in _SHIFTS:
            self.indented.emit(_SHIFTS[key])
        elif ctrl and key in _STEPS:
            self._leap(_STEPS[key])
        elif key in _ENTER and not alt and not ctrl:
            self.begin_writing()
        elif key == Qt.Key.Key_Insert:
            self.asked_add.emit()
        elif key in _REMOVES:
            self.asked_remove.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let a screen reader say the row one is at: Qt tells only that one is in the tree."""
        super().focusInEvent(event)
        if QAccessible.isActive():
            QTimer.singleShot(_TELL_MS, self, self._tell_row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that can be done with a row; the menu key asks for the current one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            index = self.indexAt(event.pos())
            if not index.isValid():
                return
            self.setCurrentIndex(index)
            at = event.globalPos()
        self.asked_more.emit(at)

    def edit(self, index: Index, *how: Any) -> Any:
        """One goes on where the words end; they are not all chosen, to be lost with a letter."""
        opened = super().edit(index, *how)
        field = self.indexWidget(index)
        if isinstance(field, QLineEdit):
            field.end(False)  # noqa: FBT003  (Qt's)
        elif isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)
        return opened

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines otherwise."""
        self._width = event.size().width()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt)
        """Tell where one is."""
        super().currentChanged(current, previous)
        row = self._rows.row_at(current)
        self.at_row.emit("" if row is None else row.key)

    def selectionChanged(self, fresh: QItemSelection, gone: QItemSelection) -> None:  # noqa: N802
        """A screen reader selects a row without going to it; then one is there."""
        super().selectionChanged(fresh, gone)
        indexes = fresh.indexes()
        if len(indexes) == 1 and indexes[0] != self.currentIndex():
            self.setCurrentIndex(indexes[0])

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802
        """A chevron where something can be unfolded."""
        if self._rows.rowCount(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            box = QRect(0, 0, _CHEVRON_PX, _CHEVRON_PX)
            middle = rect.top() + round(self.first_line(index))
            box.moveCenter(QPoint(rect.right() - INDENT_PX // 2 + self.aside(index), middle))
            icon(name).paint(painter, box)

    def viewportSizeHint(self) -> QSize:  # noqa: N802 (Qt)
        """As large as there is room."""
        return QSize(320, 200)

    def begin_writing(self) -> None:
        """Write in the current row, where one can; else fold or unfold it."""
        index = self.currentIndex()
        if self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif self._rows.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _tell_row(self) -> None:
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        before, above = 1, self.indexAbove(index)  # the header is the first
        while above.isValid():
            before, above = before + 1, self.indexAbove(above)
        told = QAccessibleEvent(self, QAccessible.Event.Focus)
        told.setChild(before)
        QAccessible.updateAccessibility(told)

    def _leap(self, by: int) -> None:
        """To the next heading or halte."""
        index = self.currentIndex()
        while True:
            index = self.indexBelow(index) if by > 0 else self.indexAbove(index)
            row = self._rows.row_at(index)
            if row is None:
                return
            if row.kind in _HEADINGS:
                self.setCurrentIndex(index)
                return

    def _unfold_new(self, parent: Index, first: int, last: int) -> None:
        """What comes is unfolded, unless somebody folded it."""
        for place in range(first, last + 1):
            self._unfold(self._rows.index(place, 0, parent))
        if isinstance(parent, QModelIndex) and parent.isValid() and not self.isExpanded(parent):
            row = self._rows.row_at(parent)
            if row is not None and row.key not in self.folded:
                self.expand(parent)

    def _unfold(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        below = self._rows.rowCount(index)
        if row is None or not below:
            return
        if row.key not in self.folded:
            self.expand(index)
        for place in range(below):
            self._unfold(self._rows.index(place, 0, index))

    def _note_fold(self, index: QModelIndex, *, folded: bool) -> None:
        row = self._rows.row_at(index)
        if row is not None:
            (self.folded.add if folded else self.folded.discard)(row.key)
