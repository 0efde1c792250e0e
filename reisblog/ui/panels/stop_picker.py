"""Choosing a halte: a cell that shows which, and the sheet with all of them that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model.journey import every_stop, photos_of
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.finger_scrolling import FingerScrolling
from reisblog.ui.icons import icon
from reisblog.ui.panels.keyboard_list import KeyboardList
from reisblog.ui.panels.prints import draw_print
from reisblog.ui.stop_names import stop_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from reisblog.model.journey import Journey
    from reisblog.model.records import Stop
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

    Index = QModelIndex | QPersistentModelIndex

_ID: Final = Qt.ItemDataRole.UserRole + 1
_PICTURE_SIDE = 128
_THUMB_PX = 34
_ROW_PX = 52
_TEXT_LEFT_PX = 50
_TICK_PX = 20
_WIDTH_PX, _MOST_ROWS = 320, 8
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down}
_PICKS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class StopPictures:
    """Draws haltes as small squares: their first photo, or their places."""

    def __init__(self, workbench: Workbench, pictures: Pictures, vignettes: Vignettes) -> None:
        self._workbench = workbench
        self.pictures = pictures
        self.vignettes = vignettes

    def draw(self, painter: QPainter, square: QRectF, stop: Stop) -> None:
        """Draw one, in logical pixels."""
        photos = photos_of(self._workbench.journey, stop.id)
        if photos:
            pixmap = self.pictures.seen(photos[0], _PICTURE_SIDE)
            draw_print(painter, square.center(), square.width() - 6, photos[0], pixmap)
            return
        atlas = self._workbench.atlas
        places = [atlas.places[key] for key in stop.places if key in atlas.places]
        initial = stop_name(stop, atlas)[:1].upper()
        self.vignettes.draw_together(painter, square, places, initial)


class StopCell(QAbstractButton):
    """Shows a halte behind a word such as "van"; pressed, it lets one choose another.

    Signals:
        picked: the id of the halte that was chosen.
    """

    picked = Signal(str)

    def __init__(self, word: str, workbench: Workbench, drawings: StopPictures) -> None:
        super().__init__()
        self._word = word
        self._workbench = workbench
        self._drawings = drawings
        self._stop: Stop | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)

    def show_stop(self, stop: Stop) -> None:
        """Show this one."""
        self._stop = stop
        self.setText(stop_name(stop, self._workbench.atlas))
        self.setAccessibleName(f"{self._word} {self.text()}")
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(120, _ROW_PX)

    def open(self) -> None:
        """Let one choose."""
        now = self._stop.id if self._stop is not None else ""
        open_stops(self, self._workbench, self._drawings, self.picked.emit, now=now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and an arrow down open it, too."""
        if event.key() in _OPENS:
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, word and name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.PAPER_DEEP))
            inside = rect.adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(inside, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        if self._stop is None or self._stop.id not in self._workbench.journey.stops:
            return
        _draw_stop(
            painter, rect, self._stop, self.text(), above=self._word, drawings=self._drawings
        )


class StopSheet(QFrame):
    """All haltes, one below the other; Esc or a tap elsewhere closes it."""

    def __init__(
        self,
        workbench: Workbench,
        drawings: StopPictures,
        picked: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FingerScrolling(self)
        self.stops = _StopList(workbench, drawings, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.stops)
        self._picked = picked
        self.stops.picked.connect(self._pick)

    def open_at(self, anchor: QWidget, now: str) -> None:
        """Open below or above a button, inside the screen, at the halte that holds now."""
        rows = min(self.stops.model().rowCount(), _MOST_ROWS)
        self.resize(max(_WIDTH_PX, anchor.width()), rows * _ROW_PX + 12)
        room = anchor.screen().availableGeometry().adjusted(4, 4, -4, -4)
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        above = anchor.mapToGlobal(QPoint(0, -4)).y() - self.height()
        top = below.y() if below.y() + self.height() <= room.bottom() else above
        left = min(below.x(), room.right() - self.width())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.stops.begin(now)

    def _pick(self, stop_id: str) -> None:
        self.close()
        self._picked(stop_id)


def open_stops(
    anchor: QWidget,
    workbench: Workbench,
    drawings: StopPictures,
    picked: Callable[[str], None],
    *,
    now: str = "",
) -> None:
    """Let one choose a halte beside a button.

    Args:
        anchor: the button.
        workbench: the journey.
        drawings: draws haltes.
        picked: gets the id of the one that was chosen.
        now: the id of the one that holds, if any.
    """
    StopSheet(workbench, drawings, picked, anchor).open_at(anchor, now)


class _StopList(KeyboardList):
    picked = Signal(str)

    def __init__(self, workbench: Workbench, drawings: StopPictures, parent: QWidget) -> None:
        super().__init__(parent)
        journey, atlas = workbench.journey, workbench.atlas
        model = QStandardItemModel(self)
        for stop in every_stop(journey):
            item = QStandardItem(stop_name(stop, atlas))
            item.setData(stop.id, _ID)
            spoken = ". ".join(filter(None, (item.text(), stop.when)))
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(item)
        self.now = ""
        self.setModel(model)
        self.setItemDelegate(_StopDelegate(journey, drawings, self))
        self.setAccessibleName(_("Stops"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)
        drawings.pictures.ready.connect(self.viewport().update)
        drawings.pictures.rough.connect(self.viewport().update)
        drawings.vignettes.refreshed.connect(self.viewport().update)

    def begin(self, now: str) -> None:
        """Stand at the halte that holds now, or at the first."""
        self.now = now
        rows = range(self.model().rowCount())
        row = next((row for row in rows if self.model().index(row, 0).data(_ID) == now), 0)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setCurrentIndex(self.model().index(row, 0))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar pick."""
        if event.key() in _PICKS and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _pick(self, index: Index) -> None:
        self.picked.emit(index.data(_ID))


class _StopDelegate(QStyledItemDelegate):
    def __init__(self, journey: Journey, drawings: StopPictures, view: _StopList) -> None:
        super().__init__(view)
        self._journey = journey
        self._drawings = drawings
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row."""
        del option, index
        return QSize(self._view.viewport().width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture, name and date, and a tick at the one that holds."""
        stop = self._journey.stops[index.data(_ID)]
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = rect.adjusted(2, 1, -2, -1)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.PAPER_DEEP))
            painter.drawRoundedRect(ground, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        ticked = stop.id == self._view.now
        room = rect.adjusted(0, 0, -_TICK_PX - 12 if ticked else 0, 0)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        _draw_stop(painter, room, stop, words, below=stop.when, drawings=self._drawings)
        if ticked:
            tick = QRectF(0, 0, _TICK_PX, _TICK_PX)
            tick.moveCenter(QPointF(rect.right() - _TICK_PX / 2 - 10, rect.center().y()))
            icon("check").paint(painter, tick.toAlignedRect())
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
            painter.drawRoundedRect(
                rect.adjusted(2, 2, -2, -2), look.RADIUS_CARD_PX, look.RADIUS_CARD_PX
            )
        painter.restore()


def _draw_stop(
    painter: QPainter,
    rect: QRectF,
    stop: Stop,
    name: str,
    *,
    drawings: StopPictures,
    above: str = "",
    below: str = "",
) -> None:
    """A halte in a row: its picture, its name, and small words above or below that."""
    square = QRectF(0, 0, _THUMB_PX, _THUMB_PX)
    square.moveCenter(QPointF(rect.left() + 8 + _THUMB_PX / 2, rect.center().y()))
    drawings.draw(painter, square, stop)
    width = int(rect.width()) - _TEXT_LEFT_PX - 6
    small, large = theme.font(look.TEXT_SMALL_PX), theme.font()
    lines = [(above, small, look.INK_SOFT), (name, large, look.INK), (below, small, look.INK_SOFT)]
    written = [(words, font, tint) for words, font, tint in lines if words]
    heights = [QFontMetrics(font).height() for _words, font, _tint in written]
    top = rect.center().y() - sum(heights) / 2
    for (words, font, tint), height in zip(written, heights, strict=True):
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(QColor(tint))
        line = QRectF(rect.left() + _TEXT_LEFT_PX, top, width, height)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        top += height
