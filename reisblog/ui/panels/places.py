"""The places of the map as a list to search in: the legend, and choosing a place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model.atlas import Aid, Place
from reisblog.texts import _, language
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.panels.keyboard_list import KeyboardList
from reisblog.ui.plain_text import LineField, PlainLabel

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.ui.panels.vignettes import Vignettes

_ID: Final = Qt.ItemDataRole.UserRole + 1
_TICKED: Final = Qt.ItemDataRole.UserRole + 2
_HAYSTACK: Final = Qt.ItemDataRole.UserRole + 3
_VIGNETTE_PX = 56
_PAD_PX = 10
_TICK_PX = 20
_SIGN_PX = 28
_SIGNS = {
    "kompas": "compass",
    "rugzak": "backpack",
    "reisgezelschap": "users",
    "familieleden": "user",
}
_STEPS_DOWN = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}
Index = QModelIndex | QPersistentModelIndex


def folded(words: str) -> str:
    """Without accents or capitals, for finding."""
    decomposed = unicodedata.normalize("NFKD", words.replace("-", " ")).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def name_of(entry: Place | Aid) -> str:
    """A place's own name, or what an aid is called in the language of the interface."""
    return entry.name if isinstance(entry, Place) else entry.name[language()]


def sentence_of(entry: Place | Aid) -> str:
    """What a place or an aid is about, in the language of the interface."""
    return entry.carries.get(language()) or next(iter(entry.carries.values()), "")


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(
        self,
        entries: Mapping[str, Place | Aid],
        vignettes: Vignettes,
        view: PlaceList,
        *,
        sentences: bool,
    ) -> None:
        super().__init__(view)
        self._entries = entries
        self._vignettes = vignettes
        self._view = view
        self._sentences = sentences

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs."""
        del option
        width = self._view.viewport().width()
        if not self._sentences:
            return QSize(width, look.TARGET_PX)
        place = self._entries[index.data(_ID)]
        height = self._name_height(width, place) + self._sentence_height(width, place)
        return QSize(width, max(height, _VIGNETTE_PX) + 2 * _PAD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture or tick, name, and sentence."""
        place = self._entries[index.data(_ID)]
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.PAPER_DEEP))
            painter.drawRoundedRect(
                rect.adjusted(2, 1, -2, -1), look.RADIUS_CARD_PX, look.RADIUS_CARD_PX
            )
        if self._sentences:
            self._paint_entry(painter, rect, place)
        else:
            self._paint_choice(painter, rect, place, ticked=bool(index.data(_TICKED)))
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(QColor(look.FOCUS))
            pen.setWidthF(look.FOCUS_PX)
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawRoundedRect(
                rect.adjusted(2, 2, -2, -2), look.RADIUS_CARD_PX, look.RADIUS_CARD_PX
            )
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRectF, place: Place | Aid) -> None:
        picture = QRectF(rect.x() + 8, rect.y() + _PAD_PX, _VIGNETTE_PX, _VIGNETTE_PX)
        if isinstance(place, Place):
            self._vignettes.draw(painter, picture, place, place.short[:1])
        else:
            _paint_aid(painter, picture, place)
        width = int(rect.width())
        words = QRectF(
            self._left(), rect.y() + _PAD_PX - 1, self._room(width), rect.height() - _PAD_PX
        )
        wrap = Qt.TextFlag.TextWordWrap
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(bold=True))
        painter.drawText(words, wrap, name_of(place))
        words.setTop(words.top() + self._name_height(width, place))
        painter.setPen(QColor(look.INK_SOFT))
        painter.setFont(theme.font(look.TEXT_SMALL_PX))
        painter.drawText(words, wrap, sentence_of(place))

    def _paint_choice(
        self, painter: QPainter, rect: QRectF, place: Place | Aid, *, ticked: bool
    ) -> None:
        if ticked:
            tick = icon("check").pixmap(
                QSize(_TICK_PX, _TICK_PX), painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(rect.topLeft() + QRectF(10, 12, 0, 0).topLeft(), tick)
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(bold=ticked))
        words = rect.adjusted(40, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(
            name_of(place), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _left(self) -> int:
        return 8 + _VIGNETTE_PX + 12

    def _room(self, width: int) -> int:
        return max(width - self._left() - 10, 40)

    def _name_height(self, width: int, place: Place | Aid) -> int:
        return _height(theme.font(bold=True), self._room(width), name_of(place)) + 1

    def _sentence_height(self, width: int, place: Place | Aid) -> int:
        font = theme.font(look.TEXT_SMALL_PX)
        return _height(font, self._room(width), sentence_of(place)) + 2


class PlaceList(KeyboardList):
    """Places, found by name or by what they are about.

    Args:
        sentences: with picture and sentence, as in a legend, the aids too; otherwise names to
            choose from.

    Signals:
        picked: the id of what was clicked, or entered with the keyboard.
        pointed: the id of what the pointer or the keyboard is at; nothing when it is elsewhere.
    """

    picked = Signal(str)
    pointed = Signal(str)

    def __init__(
        self,
        atlas: Atlas,
        vignettes: Vignettes,
        parent: QWidget | None = None,
        *,
        sentences: bool,
    ) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._sentences = sentences
        self._entries: dict[str, Place | Aid] = {}
        self.show_atlas(atlas)
        self.setModel(self._model)
        self.setItemDelegate(_PlaceDelegate(self._entries, vignettes, self, sentences=sentences))
        self.setAccessibleName(_("Places on the map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._pick)
        self.entered.connect(self._point)
        vignettes.refreshed.connect(self.viewport().update)

    def show_atlas(self, atlas: Atlas) -> None:
        """List the places there are now; those of one's own come first."""
        self._entries.clear()
        places = sorted(atlas.places.values(), key=lambda place: place.sign is None)
        self._entries.update({place.id: place for place in places})
        if self._sentences:
            self._entries.update({aid.id: aid for aid in atlas.aids})
        self._model.clear()
        for entry in self._entries.values():
            self._model.appendRow(_item(entry, sentences=self._sentences))

    def search(self, words: str) -> int:
        """Show only what has words that begin so, or else have it in them; gives how many."""
        wanted = folded(words).split()
        rows = range(self._model.rowCount())
        haystacks = [self._model.item(row).data(_HAYSTACK) for row in rows]
        hits = [all(f" {word}" in haystack for word in wanted) for haystack in haystacks]
        if not any(hits):
            hits = [all(word in haystack for word in wanted) for haystack in haystacks]
        for row in rows:
            self.setRowHidden(row, not hits[row])
        return sum(hits)

    def show_ticks(self, place_ids: Collection[str]) -> None:
        """Tick these places and no others."""
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            item.setData(item.data(_ID) in place_ids, _TICKED)

    def shown(self) -> list[str]:
        """The ids of the places that are shown, in order."""
        return [
            self._model.item(row).data(_ID)
            for row in range(self._model.rowCount())
            if not self.isRowHidden(row)
        ]

    def enter(self) -> None:
        """Take the keyboard to the first place shown."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        for row in range(self._model.rowCount()):
            if not self.isRowHidden(row):
                self.setCurrentIndex(self._model.index(row, 0))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar pick."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt)
        """Whoever goes along the list with the keyboard points, too."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self._point(current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point no longer."""
        super().focusOutEvent(event)
        self.pointed.emit("")

    def leaveEvent(self, event: QEvent) -> None:
        """Point no longer."""
        super().leaveEvent(event)
        self.pointed.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks sentences otherwise."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(_ID))

    def _point(self, index: Index) -> None:
        self.pointed.emit(index.data(_ID))


class PlaceSearch(QWidget):
    """A field above a list of places.

    Signals:
        picked: the id of a place.
    """

    picked = Signal(str)

    def __init__(
        self,
        atlas: Atlas,
        vignettes: Vignettes,
        parent: QWidget | None = None,
        *,
        sentences: bool,
    ) -> None:
        super().__init__(parent)
        self.field = LineField(name=_("Search the places"), placeholder=_("Search"), look="field")
        self.field.mark_as_search()
        self.places = PlaceList(atlas, vignettes, self, sentences=sentences)
        self.nothing = PlainLabel(
            _("No place with these words. Try another word."), look="small", wraps=True
        )
        self.nothing.setContentsMargins(4, 12, 4, 12)
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.places, 1)
        self.places.picked.connect(self.picked)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow down goes from the field into the list."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _STEPS_DOWN
        ):
            self.places.enter()
            return True
        return False

    def show_atlas(self, atlas: Atlas) -> None:
        """List the places there are now, as far as they answer to what is searched."""
        self.places.show_atlas(atlas)
        self._search(self.field.text())

    def _search(self, words: str) -> None:
        self.nothing.setVisible(not self.places.search(words))

    def _take_first(self) -> None:
        shown = self.places.shown()
        if shown and self.field.text().strip():
            self.picked.emit(shown[0])


def _item(entry: Place | Aid, *, sentences: bool) -> QStandardItem:
    name, sentence = name_of(entry), sentence_of(entry)
    names = [entry.name, entry.short] if isinstance(entry, Place) else entry.name.values()
    item = QStandardItem(name)
    item.setData(entry.id, _ID)
    found_by = [*names, *entry.carries.values(), *entry.words.values()]
    item.setData(" " + folded(" ".join(found_by)), _HAYSTACK)
    spoken = f"{name}. {sentence}" if sentences else name
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item


def _paint_aid(painter: QPainter, rect: QRectF, aid: Aid) -> None:
    """An aid stands nowhere on the map: its sign on sand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.PAPER_DEEP))
    painter.drawRoundedRect(rect, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
    sign = QRectF(0, 0, _SIGN_PX, _SIGN_PX)
    sign.moveCenter(rect.center())
    icon(_SIGNS.get(aid.id, "map")).paint(painter, sign.toAlignedRect())


def _height(font: QFont, width: int, words: str) -> int:
    box = QFontMetrics(font).boundingRect(0, 0, width, 2000, Qt.TextFlag.TextWordWrap, words)
    return box.height()
