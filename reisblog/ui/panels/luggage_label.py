"""One thing in the backpack, on a luggage label; its words are edited where they stand."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.mimes import THING
from reisblog.ui.panels.prints import draw_print
from reisblog.ui.panels.stop_words import in_lines
from reisblog.ui.panels.taking_out import TakingOut
from reisblog.ui.paper import draw_shadow
from reisblog.ui.plain_text import TextField
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QScrollBar

    from reisblog.model.records import BackpackItem, Photo
    from reisblog.ui.panels.luggage import Luggage
    from reisblog.ui.pictures import Pictures

_CUT_PX = 12.0
_HOLE_PX = 4.5
_LEFT_PX = 23
_PRINT_PX = 52
_PRINT_SIDE = 128
_LOOSE = (5, 6)
"""How far a label may lie aside and below, in pixels."""
_TURN_PX = 1.7
"""How far its corners are up or down."""
_ICON_PX = 14
_LINE_PX = 18
_MOST_LINES = 2
_FOOT_PX = 7
_OVERLAP_PX = 9
"""So far words may run on under the button, which is larger than its sign."""


class Label(QWidget):
    """Until somebody writes on it, the whole label can be dragged out of the bag.

    Signals:
        edited: the words, after every letter.
        left: the writing is over.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        luggage: Luggage,
        pictures: Pictures,
        menu: Callable[[Label], QMenu],
        *,
        scrolls: Callable[[], QScrollBar | None] = lambda: None,
    ) -> None:
        """Make it.

        Args:
            luggage: what is shown.
            pictures: pixels of photos.
            menu: makes the menu of what can be done with it.
            scrolls: gives the bar of what it lies in.
        """
        super().__init__()
        self.luggage = luggage
        self._wide: int | None = None
        self._high: dict[int, int] = {}
        self.setObjectName(luggage.item.id)
        note_record(self, luggage.item.id)
        self._pictures = pictures
        self._menu = menu
        chance = zlib.crc32(luggage.item.id.encode())
        self._aside, self._below = chance % (_LOOSE[0] + 1), (chance >> 5) % (_LOOSE[1] + 1)
        self._turn = _TURN_PX * (((chance >> 9) % 9) / 4 - 1)
        self.field = TextField(name=_("In your backpack"), one_thing=True)
        self.field.setAcceptDrops(False)  # words dragged over it go into the bag
        self.field.viewport().setAcceptDrops(False)
        self._let_through(through=True)
        self.field.installEventFilter(self)
        self.more = QToolButton(self)
        self.more.setIcon(icon("more"))
        self.more.setIconSize(QSize(18, 18))
        self.more.setToolTip(_("What can be done with it"))
        self.more.clicked.connect(self.open_menu)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        self._font = theme.font()
        self.field.textChanged.connect(self._measure_anew)
        self.field.edited.connect(self.edited)
        self.field.left.connect(self.left)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        TakingOut(
            self,
            mime=self.mime_data,
            picture=self.drag_picture,
            tapped=self._write,
            held=lambda at: self.menu().popup(self.mapToGlobal(at)),
            scrolls=scrolls,
        )
        self.show_luggage(luggage)

    @property
    def item(self) -> BackpackItem:
        """The thing itself."""
        return self.luggage.item

    def show_luggage(self, luggage: Luggage) -> None:
        """Show what the journey says."""
        self.luggage = luggage
        self.field.show_text(luggage.item.text)
        self.field.setAccessibleDescription(luggage.spoken)
        name = _("What can be done with “{thing}”").format(thing=luggage.item.text)
        self.more.setAccessibleName(name)
        self._measure_anew()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, one line or as many as a row's width makes of them."""
        if self._wide is None:
            self._wide = self._width()
        return QSize(self._wide, self.heightForWidth(10_000))

    def _width(self) -> int:
        words = QFontMetrics(self._font).horizontalAdvance(self.field.toPlainText() or "…")
        small = QFontMetrics(theme.font(look.TEXT_SMALL_PX))
        under = max(
            (
                small.horizontalAdvance(text) + 20 + (_ICON_PX + 4 if sign else 0)
                for sign, text in self.luggage.lines
            ),
            default=0,
        )
        # What stands below may run on under the button.
        button = look.TARGET_PX - _OVERLAP_PX
        width = max(words + 22 + button, under, 60 + button)
        return width - self._room(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt's)
        """The words break where the room ends."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high it is at a width; measured once, as a bag asks each of many things often."""
        if width not in self._high:
            self._high[width] = self._height(width)
        return self._high[width]

    def _height(self, width: int) -> int:
        below = self._has_more_below(width)
        room = self._room(width) - (0 if below else look.TARGET_PX - _OVERLAP_PX)
        height = self.field.height_at(room, self._font_at(width))
        lines = self._lines(width)
        under = len(lines) * _LINE_PX + _FOOT_PX - 3 if lines else 0
        height += max(under, look.TARGET_PX) if below else under
        if self.luggage.photo is not None:
            height = max(height, _PRINT_PX + 12)
        return max(height, look.TARGET_PX) + _LOOSE[1]

    def menu(self) -> QMenu:
        """What can be done with it."""
        return self._menu(self)

    def open_menu(self) -> None:
        """Offer that, below the button."""
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def mime_data(self) -> QMimeData:
        """What a drag of it carries."""
        mime = QMimeData()
        mime.setData(THING, self.item.id.encode())
        if self.luggage.photo is not None:
            self._pictures.outgoing.add_to(mime, [self.luggage.photo])
        return mime

    def drag_picture(self) -> QPixmap:
        """The label as it is seen, on its own."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, lifted=True)
        words = QRectF(self.field.geometry()).adjusted(7, 0, -3, 0)
        painter.setFont(self.field.font())
        painter.setPen(QColor(look.INK))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(align), self.field.toPlainText())
        painter.end()
        return picture

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While one writes, the pointer is in the words; else it is at the label."""
        if watched is self.field and event.type() == event.Type.FocusIn:
            self._let_through(through=False)
            self.update()
        elif watched is self.field and event.type() == event.Type.FocusOut:
            focus: QFocusEvent = event  # type: ignore[assignment]
            self._let_through(through=focus.reason() != Qt.FocusReason.PopupFocusReason)
            self.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stays in a corner."""
        super().resizeEvent(event)
        self._seat()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu, where somebody expects it."""
        self.menu().popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A luggage label: two corners cut, and a hole for the string, or a print tied to it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, lifted=self.field.hasFocus())

    def _measure_anew(self) -> None:
        self._wide = None
        self._high.clear()
        self._seat()

    def _room(self, width: int) -> int:
        return width - self._left() - _LOOSE[0] + self._aside

    def _has_more_below(self, width: int) -> bool:
        """Whether a long word takes the button's room, which then stands lower."""
        beside = self._room(width) - look.TARGET_PX + _OVERLAP_PX
        return self.field.breaks_a_word_at(beside, self._font)

    def _font_at(self, width: int) -> QFont:
        """Smaller where even all the room is too narrow for a word."""
        breaks = self.field.breaks_a_word_at(self._room(width), self._font)
        return theme.font(look.TEXT_SMALL_PX) if breaks else self._font

    def _seat(self) -> None:
        """Give the words and the button their places."""
        below, side = self._has_more_below(self.width()), look.TARGET_PX
        right = _LOOSE[0] - self._aside
        beside = 0 if below else side - _OVERLAP_PX
        self._row.setContentsMargins(self._left(), self._below, right + beside, 0)
        top = self.height() - _LOOSE[1] + self._below - side if below else self._below
        self.more.setGeometry(self.width() - right - side, top, side, side)
        self.more.raise_()
        if self.field.font() != (font := self._font_at(self.width())):
            self.field.setFont(font)

    def _let_through(self, *, through: bool) -> None:
        self.field.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, through)

    def _write(self, at: QPoint) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        within = self.field.viewport().mapFrom(self, at)
        self.field.setTextCursor(self.field.cursorForPosition(within))

    def _left(self) -> int:
        held = _PRINT_PX + 8 if self.luggage.photo is not None else _LEFT_PX
        return self._aside + held

    def _lines(self, width: int) -> list[tuple[str, str]]:
        """The lines below the words, broken where the label ends."""
        font = theme.font(look.TEXT_SMALL_PX)
        room = self._room(width) - (look.TARGET_PX if self._has_more_below(width) else 14)
        found = []
        for sign, text in self.luggage.lines:
            inset = _ICON_PX + 4 if sign else 0
            for nth, line in enumerate(in_lines(text, font, room - inset, _MOST_LINES)):
                found.append((sign if nth == 0 else "-" if sign else "", line))
        return found

    def _paint(self, painter: QPainter, *, lifted: bool) -> None:
        held = _PRINT_PX // 2 if self.luggage.photo is not None else 0
        tag = QRectF(self.rect()).adjusted(
            self._aside + held + 2,
            self._below + 2,
            self._aside - _LOOSE[0] - 2,
            self._below - _LOOSE[1] - 2,
        )
        if self.luggage.laid and not lifted:
            painter.setPen(QPen(QColor(theme.FAINT), 1.5))
            painter.setBrush(QColor(look.PAPER))
        else:
            draw_shadow(painter, tag.adjusted(2, 2, -2, -2), 6, reach=5.0, drop=2.0)
            painter.setPen(QPen(QColor(theme.mix(look.PAPER_DEEP, look.MAP_LINE, 0.35)), 1.0))
            painter.setBrush(QColor(theme.LIFTED if lifted else look.PAPER))
        painter.drawPath(_tag(tag, self._turn))
        if self.luggage.photo is None:
            self._paint_hole(painter, tag)
        else:
            self._paint_print(painter, self.luggage.photo)
        self._paint_lines(painter)

    def _paint_hole(self, painter: QPainter, tag: QRectF) -> None:
        at = QPointF(tag.left() + 13, tag.top() + look.TARGET_PX / 2)
        painter.setPen(QPen(QColor(theme.mix(look.PAPER_DEEP, look.MAP_LINE, 0.4)), 1.6))
        painter.setBrush(QColor(theme.mix(look.PAPER_DEEP, look.MAP_LINE, 0.5)))
        painter.drawEllipse(at, _HOLE_PX, _HOLE_PX)
        string = QPainterPath(at)
        string.cubicTo(
            at + QPointF(-5, -9 + self._turn), at + QPointF(-13, 3), at + QPointF(-12, 13)
        )
        pen = QPen(QColor(theme.mix(look.UMBER, look.PAPER_DEEP, 0.2)), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(string)

    def _paint_print(self, painter: QPainter, photo: Photo) -> None:
        middle = QPointF(self._aside + _PRINT_PX / 2 + 3, self._below + _PRINT_PX / 2 + 6)
        painter.save()
        painter.translate(middle)
        painter.rotate(self._turn * 2.4)
        pixmap = self._pictures.seen(photo, _PRINT_SIDE)
        draw_print(painter, QPointF(0, 0), _PRINT_PX - 8, photo, pixmap)
        painter.restore()

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setFont(theme.font(look.TEXT_SMALL_PX))
        painter.setPen(QColor(look.INK_SOFT))
        lines = self._lines(self.width())
        left = self._left() + 7
        high = len(lines) * _LINE_PX
        below = self._has_more_below(self.width())
        foot = max(_FOOT_PX, (look.TARGET_PX - high) // 2) if below else _FOOT_PX
        top = self.height() - _LOOSE[1] + self._below - foot - high
        for sign, text in lines:
            inset = _ICON_PX + 4 if sign else 0
            if sign and sign != "-":
                icon(sign).paint(painter, left, top + 2, _ICON_PX, _ICON_PX)
            room = QRectF(left + inset, top, self.width() - left - inset, _LINE_PX)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            top += _LINE_PX


def _tag(rect: QRectF, turn: float) -> QPainterPath:
    """Its outline, with the corners on the right a little up or down."""
    corner = look.RADIUS_CONTROL_PX
    top, bottom = rect.top() + turn, rect.bottom() + turn
    path = QPainterPath(QPointF(rect.left() + _CUT_PX, rect.top() - turn))
    path.lineTo(rect.right() - corner, top)
    path.quadTo(QPointF(rect.right(), top), QPointF(rect.right(), top + corner))
    path.lineTo(rect.right(), bottom - corner)
    path.quadTo(QPointF(rect.right(), bottom), QPointF(rect.right() - corner, bottom))
    path.lineTo(rect.left() + _CUT_PX, rect.bottom() - turn)
    path.lineTo(rect.left(), rect.bottom() - _CUT_PX - turn)
    path.lineTo(rect.left(), rect.top() + _CUT_PX - turn)
    path.closeSubpath()
    return path
