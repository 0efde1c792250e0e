"""A sheet with things to choose from, found by typing: places, haltes, people, photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QPushButton,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model.records import Photo
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.finger_scrolling import FingerScrolling
from reisblog.ui.icons import icon
from reisblog.ui.listing.aloud import say
from reisblog.ui.listing.model import Index
from reisblog.ui.panels.keyboard_list import KeyboardList
from reisblog.ui.panels.places import folded
from reisblog.ui.panels.prints import draw_print
from reisblog.ui.plain_text import LineField, PlainLabel

if TYPE_CHECKING:
    from reisblog.ui.pictures import Pictures

_CHOICE: Final = Qt.ItemDataRole.UserRole + 1
_SIZE_PX = (400, 440)
_PRINT_PX = 40
_TICK_PX = 20
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS_DOWN = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to choose.

    Attributes:
        id: of what it stands for.
        also: other words by which it is found.
        photo: what it shows.
    """

    id: str
    words: str
    also: str = ""
    photo: Photo | None = None


_NEW = Choice(id="", words="")
"""Stands for a name that is not among the choices."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be chosen.

    Attributes:
        title: what for, in one line.
        picked: called with an id, once or for each that is ticked or unticked.
        ticked: what is chosen already; nothing where only one can be, and that ends it.
        done: what the button at the foot says, and what it does.
        named: called with words that are not among the choices.
    """

    title: str
    choices: Sequence[Choice]
    picked: Callable[[str], None]
    ticked: frozenset[str] | None = None
    done: tuple[str, Callable[[], None]] | None = None
    named: Callable[[str], None] | None = None


class Chooser(QFrame):
    """Typing finds, Enter picks the first; Enter in an empty field, or the button, ends it.

    Esc or a tap elsewhere closes it.

    Signals:
        gone: it has closed.
    """

    gone = Signal()

    def __init__(self, wanted: Wanted, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._wanted = wanted
        self._ticked = set(wanted.ticked or ())
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FingerScrolling(self)
        self.setAccessibleName(wanted.title)
        title = PlainLabel(wanted.title, look="heading", wraps=True)
        title.setContentsMargins(4, 4, 4, 0)
        self.field = LineField(name=wanted.title, placeholder=_("Search"), look="field")
        if wanted.named is not None:
            self.field.setPlaceholderText(_("Search, or write a new name"))
        self.field.mark_as_search()
        self.list = KeyboardList()
        self._model = QStandardItemModel(self.list)
        self._dress_list(pictures)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.setSpacing(8)
        rows.addWidget(title)
        rows.addWidget(self.field)
        rows.addWidget(self.list, 1)
        self.done = QPushButton(wanted.done[0] if wanted.done else _("Done"))
        self.done.setProperty("look", "main")
        self.done.setVisible(wanted.ticked is not None)
        self.done.clicked.connect(self._end)
        rows.addWidget(self.done)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._pick)
        self._search("")

    def open_at(self, area: QWidget, at: QPoint) -> None:
        """Open near a point of the screen, inside a part of the window."""
        self.resize(*_SIZE_PX)
        corner = area.mapToGlobal(QPoint(0, 0))
        right = corner.x() + area.width() - self.width() - 8
        bottom = corner.y() + area.height() - self.height() - 8
        left, top = min(at.x(), right), min(at.y(), bottom)
        self.move(max(left, corner.x()), max(top, corner.y()))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[str]:
        """The words of what is found."""
        rows = range(self._model.rowCount())
        return [self._model.item(row).text() for row in rows if not self.list.isRowHidden(row)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter picks, an arrow down goes into the list, Esc closes."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _ENTER and watched is self.field:
            self._enter()
        elif event.key() in {*_ENTER, Qt.Key.Key_Space} and watched is self.list:
            self._pick(self.list.currentIndex())
        elif event.key() in _STEPS_DOWN and watched is self.field:
            self._into_list()
        elif event.key() == Qt.Key.Key_Up and watched is self.list and self._at_top():
            self.field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def closeEvent(self, event: object) -> None:
        """Tell that it is over."""
        super().closeEvent(event)  # type: ignore[arg-type]
        self.gone.emit()

    def _enter(self) -> None:
        words = self.field.text().strip()
        first = self._first()
        if not words:
            if self._wanted.ticked is not None:
                self._end()
            return
        if first.isValid():
            self._pick(first)

    def _end(self) -> None:
        done = self._wanted.done
        self.close()
        if done is not None:
            done[1]()

    def _pick(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice: Choice = index.data(_CHOICE)
        if choice is _NEW:
            self._name()
            return
        if self._wanted.ticked is None:
            self.close()
            self._wanted.picked(choice.id)
            return
        self._ticked ^= {choice.id}
        item = self._model.itemFromIndex(index)
        here = choice.id in self._ticked
        item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)
        told = _("“{name}” chosen") if here else _("“{name}” not chosen")
        say(self, told.format(name=choice.words))
        self.field.clear()
        self._wanted.picked(choice.id)

    def _name(self) -> None:
        """Add somebody new; they are along with the others at once."""
        name, named = self.field.text().strip(), self._wanted.named
        if named is None or not name:
            return
        named(name)
        say(self, _("“{name}” added").format(name=name))
        item = QStandardItem(name)
        item.setData(Choice(id=name, words=name), _CHOICE)
        item.setCheckState(Qt.CheckState.Checked)
        item.setEnabled(False)
        self._model.insertRow(self._model.rowCount() - 1, item)
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _search(self, words: str) -> None:
        """Show what is called so; where nothing is, what has to do with it."""
        wanted = folded(words).split()
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        choices: list[Choice] = [item.data(_CHOICE) for item in items]
        hits = [_finds(wanted, choice.words) for choice in choices]
        if not any(hits):
            hits = [_finds(wanted, f"{choice.words} {choice.also}") for choice in choices]
        for row, (item, choice, hit) in enumerate(zip(items, choices, hits, strict=True)):
            if choice is _NEW:
                item.setText(_("Add “{name}”").format(name=words.strip()))
            self.list.setRowHidden(row, not (bool(wanted) if choice is _NEW else hit))

    def _first(self) -> QModelIndex:
        for row in range(self._model.rowCount()):
            if not self.list.isRowHidden(row):
                return self._model.index(row, 0)
        return QModelIndex()

    def _into_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.list.setCurrentIndex(self._first())

    def _at_top(self) -> bool:
        return self.list.currentIndex() == self._first()

    def _dress_list(self, pictures: Pictures) -> None:
        for choice in self._wanted.choices:
            item = QStandardItem(choice.words)
            item.setData(choice, _CHOICE)
            item.setEditable(False)
            if self._wanted.ticked is not None:
                here = choice.id in self._ticked
                item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        if self._wanted.named is not None:
            item = QStandardItem()
            item.setData(_NEW, _CHOICE)
            item.setEditable(False)
            self._model.appendRow(item)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ChoiceDelegate(self.list, pictures))
        self.list.setAccessibleName(self._wanted.title)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        touched = QScroller.ScrollerGestureType.TouchGesture
        QScroller.grabGesture(self.list.viewport(), touched)


def _finds(wanted: list[str], words: str) -> bool:
    haystack = " " + folded(words)
    return all(f" {word}" in haystack for word in wanted)


class _ChoiceDelegate(QStyledItemDelegate):
    """A tick or a print, and the words."""

    def __init__(self, view: KeyboardList, pictures: Pictures) -> None:
        super().__init__(view)
        self._view = view
        self._pictures = pictures
        pictures.ready.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        choice: Choice = index.data(_CHOICE)
        height = look.TARGET_PX + (8 if choice.photo is not None else 0)
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(_CHOICE)
        rect, state = QRectF(option.rect), option.state
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = rect.adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(look.PAPER_DEEP))
            painter.drawRoundedRect(sheet, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        if ticked or choice is _NEW:
            box = QRectF(rect.left() + 10, rect.center().y() - 10, _TICK_PX, _TICK_PX)
            icon("check" if ticked else "add").paint(painter, box.toAlignedRect())
        marked = choice is _NEW or index.data(Qt.ItemDataRole.CheckStateRole) is not None
        left = 40.0 if marked else 12.0
        if choice.photo is not None:
            pixmap = self._pictures.seen(choice.photo, 128)
            middle = QPointF(rect.left() + left + _PRINT_PX / 2, rect.center().y())
            draw_print(painter, middle, _PRINT_PX - 4.0, choice.photo, pixmap)
            left += _PRINT_PX + 12
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(bold=ticked))
        room = rect.adjusted(left, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
            painter.drawRoundedRect(sheet, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        painter.restore()
