"""One thing in the backpack, on a luggage label; its words are edited where they stand."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reisblog import look
from reisblog.model.records import Audience, BackpackItem, BackpackKind
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.mimes import THING
from reisblog.ui.panels.prints import draw_print
from reisblog.ui.panels.stop_words import in_lines
from reisblog.ui.panels.taking_out import TakingOut
from reisblog.ui.paper import draw_shadow
from reisblog.ui.plain_text import TextField
from reisblog.ui.stop_names import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QScrollBar

    from reisblog.model.records import Photo
    from reisblog.ui.pictures import Pictures

_CUT_PX = 12.0
_HOLE_PX = 4.5
_LEFT_PX = 24
_PRINT_PX = 52
_PRINT_SIDE = 128
_LOOSE = (7, 6)
"""How far a label may lie aside and below, in pixels."""
_TURN_PX = 1.7
"""How far its corners are up or down."""
_ICON_PX = 14
_LINE_PX = 18
_MOST_LINES = 2
_FOOT_PX = 7


class Luggage(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown of a thing.

    Attributes:
        item: it.
        picked_up: how one says where; nothing when that was nowhere.
        laid: how one says where it was laid down; nothing while it is carried.
        photo: what shows it.
        audience: for whom it is, counting the halte where it was picked up.
    """

    item: BackpackItem
    picked_up: str = ""
    laid: str = ""
    photo: Photo | None = None
    audience: Audience = Audience.CLASS

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What stands below the words, with the sign before it."""
        item, lines = self.item, []
        if item.kind is not None:
            lines.append(("", kind_name(item.kind)))
        if self.picked_up:
            lines.append(("pin", sentence(self.picked_up)))
        if self.laid:
            lines.append(("tray", sentence(self.laid)))
        if self.audience is Audience.SELF:
            lines.append(("lock", _("Only for you")))
        elif self.audience is Audience.CONVERSATION:
            lines.append(("users", _("For a conversation")))
        return tuple(lines)

    @property
    def spoken(self) -> str:
        """All of it, for those who cannot see it."""
        where = _("Picked up {where}").format(where=self.picked_up) if self.picked_up else ""
        laid = _("Laid down {where}").format(where=self.laid) if self.laid else ""
        told = [words for sign, words in self.lines if sign not in {"pin", "tray"}]
        return ". ".join(filter(None, (*told, where, laid)))


def kind_name(kind: BackpackKind) -> str:
    """What a kind is called."""
    words: dict[BackpackKind, Callable[[], str]] = {
        BackpackKind.KNOWLEDGE: lambda: _("Knowledge"),
        BackpackKind.TALENT: lambda: _("Talent"),
        BackpackKind.EXPERIENCE: lambda: _("Experience"),
        BackpackKind.INSIGHT: lambda: _("Insight"),
        BackpackKind.WORLDVIEW: lambda: _("View of the world"),
        BackpackKind.WISH: lambda: _("Wish"),
        BackpackKind.INSTRUMENT: lambda: _("Instrument"),
    }
    return words[kind]()


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
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setIconSize(QSize(18, 18))
        self.more.setToolTip(_("What can be done with it"))
        self.more.clicked.connect(self.open_menu)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
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
        margins = (self._left(), self._below, _LOOSE[0] - self._aside, 0)
        self._row.setContentsMargins(*margins)
        self._measure_anew()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, one line or as many as a row's width makes of them."""
        if self._wide is None:
            self._wide = self._width()
        return QSize(self._wide, self.heightForWidth(10_000))

    def _width(self) -> int:
        words = QFontMetrics(self.field.font()).horizontalAdvance(self.field.toPlainText() or "…")
        small = QFontMetrics(theme.font(look.TEXT_SMALL_PX))
        under = max(
            (
                small.horizontalAdvance(text) + 20 + (_ICON_PX + 4 if sign else 0)
                for sign, text in self.luggage.lines
            ),
            default=0,
        )
        # What stands below may run on under the button.
        width = max(words + 22 + look.TARGET_PX, under, 60 + look.TARGET_PX)
        return width + self._left() + _LOOSE[0] - self._aside

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt's)
        """The words break where the room ends."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high it is at a width; measured once, as a bag asks each of many things often."""
        if width not in self._high:
            self._high[width] = self._height(width)
        return self._high[width]

    def _height(self, width: int) -> int:
        room = width - self._left() - look.TARGET_PX - _LOOSE[0] + self._aside
        height = max(self.field.height_at(room), look.TARGET_PX)
        if lines := self._lines(width):
            height += len(lines) * _LINE_PX + _FOOT_PX - 9
        if self.luggage.photo is not None:
            height = max(height, _PRINT_PX + 12)
        return height + _LOOSE[1]

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
        room = width - self._left() - _LOOSE[0] + self._aside - 14
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
        pixmap = self._pictures.pixmap(photo.media, _PRINT_SIDE)
        draw_print(painter, QPointF(0, 0), _PRINT_PX - 8, photo, pixmap)
        painter.restore()

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setFont(theme.font(look.TEXT_SMALL_PX))
        painter.setPen(QColor(look.INK_SOFT))
        lines = self._lines(self.width())
        left = self._left() + 7
        top = self.height() - _LOOSE[1] + self._below - _FOOT_PX - len(lines) * _LINE_PX
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
