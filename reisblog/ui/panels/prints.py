"""Photos as small prints in a row: in the tray and in a halte; chosen, dragged and taken away."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reisblog import look
from reisblog.model.framing import seen_size
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.canvas.drops import PHOTO_IDS
from reisblog.ui.panels.keyboard_list import KeyboardList
from reisblog.ui.paper import draw_shadow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.model.records import Photo
    from reisblog.ui.pictures import Pictures


_SIDE = 128
_BORDER_PX = 3.0
_DRAGGED_PX = 132
_EDGES = 3
_HELD_AT_PX = 16
_SCROLL_BAR_PX = 13
Index = QModelIndex | QPersistentModelIndex


def draw_print(
    painter: QPainter, middle: QPointF, side: float, photo: Photo, pixmap: QPixmap | None
) -> None:
    """A photo as a print: white border, soft shadow, and its own small turn.

    Args:
        painter: in logical pixels.
        middle: of the print.
        side: the long side without the border.
        photo: its proportions and turn; its picture may not be there yet.
        pixmap: its picture.
    """
    width, height = seen_size(photo)
    scale = side / max(width, height, 1)
    inside = QRectF(0, 0, max(width * scale, 8.0), max(height * scale, 8.0))
    inside.moveCenter(QPointF(0, 0))
    sheet = inside.adjusted(-_BORDER_PX, -_BORDER_PX, _BORDER_PX, _BORDER_PX)
    painter.save()
    painter.translate(middle)
    painter.rotate(photo.turn)
    draw_shadow(painter, sheet, look.RADIUS_PHOTO_PX, reach=5.0, drop=1.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.WHITE))
    painter.drawRoundedRect(sheet, look.RADIUS_PHOTO_PX, look.RADIUS_PHOTO_PX)
    if pixmap is None:
        painter.setBrush(QColor(theme.HAIRLINE))
        painter.drawRect(inside)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(inside, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def carried_picture(pictures: Pictures, photos: Sequence[Photo], ratio: float) -> QPixmap:
    """The first photo as a print, with the edges of the others behind it.

    Args:
        pictures: gives their pixels.
        photos: a few.
        ratio: physical pixels for each logical one.
    """
    side = round(_DRAGGED_PX * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(_DRAGGED_PX / 2, _DRAGGED_PX / 2)
    for depth, photo in reversed(list(enumerate(photos))):
        away = QPointF(depth * 7, depth * 5)
        draw_print(painter, middle + away, _DRAGGED_PX - 36, photo, pictures.seen(photo, _SIDE))
    painter.end()
    return picture


class PhotoRow(QAbstractListModel):
    """Some photos of a journey, in order.

    Attributes:
        names: what they are called, by id; without it by their captions.
    """

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[Photo, ...] = ()
        self.names: Mapping[str, str] = {}
        self.pictures = pictures
        pictures.ready.connect(self._picture_came)
        pictures.rough.connect(self._pictures_came)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """What is shown."""
        return self._photos

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these, keeping what stands in front as it is."""
        fresh = tuple(photos)
        if fresh == self._photos:
            return
        if fresh[: len(self._photos)] == self._photos:
            self.beginInsertRows(QModelIndex(), len(self._photos), len(fresh) - 1)
            self._photos = fresh
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._photos = fresh
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many."""
        return 0 if parent is not None and parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words for whoever cannot see the picture."""
        photo = self._photos[index.row()]
        named = self.names.get(photo.id)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return named or photo.caption or _("Photo")
        return named if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every photo can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def _picture_came(self, media: str) -> None:
        for row, photo in enumerate(self._photos):
            if photo.media == media:
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def _pictures_came(self) -> None:
        if self._photos:
            self.dataChanged.emit(self.index(0), self.index(len(self._photos) - 1))


class _PrintDelegate(QStyledItemDelegate):
    def __init__(self, row: PhotoRow, view: PrintList) -> None:
        super().__init__(view)
        self._view = view
        self._row = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A square cell."""
        del option, index
        return self._view.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The print, on a lit ground with a frame when it is chosen."""
        photo = self._row.photos[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(theme.LIFTED))
            painter.setPen(QPen(QColor(look.INK), 2))
            ground = QRectF(rect).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(ground, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        draw_print(
            painter,
            QRectF(rect).center(),
            rect.height() - 16,
            photo,
            self._row.pictures.seen(photo, _SIDE),
        )
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
            edge = look.FOCUS_PX / 2
            painter.drawRoundedRect(
                QRectF(rect).adjusted(edge, edge, -edge, -edge),
                look.RADIUS_CONTROL_PX + 2,
                look.RADIUS_CONTROL_PX + 2,
            )
        painter.restore()


class PrintList(KeyboardList):
    """Prints in rows; several can be chosen, and dragged to the map.

    Signals:
        chosen: the ids of what is chosen now.
        taken_away: the ids of what should go.
        asked: the ids of what is asked about with Enter or a double click.
    """

    chosen = Signal(list)
    taken_away = Signal(list)
    asked = Signal(list)

    def __init__(
        self,
        pictures: Pictures,
        parent: QWidget | None = None,
        *,
        name: str,
        cell: int = 76,
        rows: int = 2,
    ) -> None:
        super().__init__(parent)
        self.row = PhotoRow(pictures, self)
        self._cell = cell
        self._rows = rows
        self.setModel(self.row)
        self.setItemDelegate(_PrintDelegate(self.row, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.chosen_ids()))
        self.doubleClicked.connect(lambda: self.asked.emit(self.chosen_ids()))

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; what was chosen stays chosen."""
        kept = set(self.chosen_ids())
        self.row.show_photos(photos)
        for row, photo in enumerate(self.row.photos):
            if photo.id in kept:
                self.selectionModel().select(
                    self.row.index(row), self.selectionModel().SelectionFlag.Select
                )
        self._fit()

    def cell(self) -> QSize:
        """The room of one print: as many in a row as fit, sharing what is left."""
        return QSize(self._room() // self._across(), self._cell)

    def chosen_ids(self) -> list[str]:
        """The ids of what is chosen, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.row.photos[row].id for row in rows]

    def mime_data(self) -> QMimeData:
        """What a drag of the chosen photos carries."""
        carried = QMimeData()
        carried.setData(PHOTO_IDS, json.dumps(self.chosen_ids()).encode())
        self.row.pictures.outgoing.add_to(carried, self._chosen_photos())
        return carried

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whatever is taken up may go to another program."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.row.pictures.outgoing.prepare(self._chosen_photos())

    def _chosen_photos(self) -> list[Photo]:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.row.photos[row] for row in rows]

    def drag_picture(self) -> QPixmap:
        """The first chosen photo as a print, with the edges of others behind it."""
        photos = self._chosen_photos()[:_EDGES]
        return carried_picture(self.row.pictures, photos, self.devicePixelRatioF())

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N802, N803  (Qt's)
        """Carry the chosen photos as prints."""
        del supportedActions
        if not self.chosen_ids():
            return
        drag = QDrag(self)
        drag.setMimeData(self.mime_data())
        picture = self.drag_picture()
        drag.setPixmap(picture)
        # The prints hang below the pointer: above it the map says what a drop means.
        drag.setHotSpot(QPoint(round(_DRAGGED_PX / 2), _HELD_AT_PX))
        copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
        drag.exec(copy | move, move)  # other programs copy

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
            if own or event.matches(QKeySequence.StandardKey.SelectAll):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes away, Enter asks."""
        chosen = self.chosen_ids()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and chosen:
            self.taken_away.emit(chosen)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and chosen:
            self.asked.emit(chosen)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another number of rows."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _room(self) -> int:
        return max(self.width() - _SCROLL_BAR_PX, self._cell)

    def _across(self) -> int:
        return max(self._room() // self._cell, 1)

    def _fit(self) -> None:
        needed = max(-(-self.row.rowCount() // self._across()), 1)
        height = min(needed, self._rows) * self._cell
        if needed > self._rows:
            height += self._cell // 3  # the next row peeps out: there is more
        self.setFixedHeight(height + 2)
