"""A halte as a card in the story: its photo or place, its name, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.finger_scrolling import REST_MS
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.panels.photo_taker import PhotoTaker
from reisblog.ui.panels.prints import draw_print
from reisblog.ui.panels.stop_words import Line, closed_lines, open_lines, words_of
from reisblog.ui.paper import draw_shadow
from reisblog.ui.tokens import draw_company

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.model.outline import Chapter
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.tokens import Tokens

_FACE_PX = 76
"""How high a closed card is at least, without the room for its shadow."""
MARGIN_PX = 5
_THUMB_PX = 56
_TEXT_LEFT_PX = 80
_PAD_PX = 12
_RIGHT_PX = 8
_WIDTH_PX = 260
_PICTURE_SIDE = 128
_TAKES_UP_PX = 6
_TOKEN_PX = 28
_COMPANY_PX = _TOKEN_PX + 6
"""The row of who was along."""
BESIDE_PX = 24
"""How far a card on the second track is indented."""


class StopCard(PhotoTaker):
    """One halte; its face is painted, and an editor unfolds below it.

    It is a button for those who do not see it; what a hand and keys mean is its own affair.

    Signals:
        picked: it was clicked.
        entered: it was opened with the keyboard.
        visited: it was double-clicked.
        taken_up: it begins to be dragged; the pointer, globally.
        carried: it is dragged; the pointer, globally.
        laid: the drag has ended.
        given_up: the drag was broken off.
        stepped: up (-1) or down (1) along the cards.
        shifted: the card itself should go up (-1) or down (1).
        indented: it should stand on the second track, or no longer.
        removed: it should go.
    """

    picked = Signal()
    entered = Signal()
    visited = Signal()
    taken_up = Signal(QPoint)
    carried = Signal(QPoint)
    laid = Signal()
    given_up = Signal()
    stepped = Signal(int)
    shifted = Signal(int)
    indented = Signal(bool)
    removed = Signal()

    def __init__(
        self,
        chapter: Chapter,
        atlas: Atlas,
        pictures: Pictures,
        vignettes: Vignettes,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self._tokens = tokens
        self._atlas = atlas
        self._pictures = pictures
        self._vignettes = vignettes
        self._pressed: QPoint | None = None
        self._since = 0
        self._dragging = False
        self._number = 0
        self.editor: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout = QVBoxLayout(self)
        self._face_px = _FACE_PX
        self._layout.setSpacing(0)
        self.chapter = chapter
        self.words = words_of(chapter, atlas)
        self._name_it()
        self._fit()
        self.clicked.connect(self.picked)  # by a screen reader

    def show_chapter(self, chapter: Chapter, atlas: Atlas) -> None:
        """Show this, where it differs from what is shown."""
        if chapter != self.chapter or atlas is not self._atlas:
            self.chapter, self._atlas = chapter, atlas
            self.words = words_of(chapter, self._atlas)
            self._name_it()
            self._fit()

    def unfold(self, editor: QWidget | None) -> None:
        """Open with this editor below the face, or close."""
        if self.editor is not None:
            self._layout.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = editor
        if editor is not None:
            self._layout.addWidget(editor)
        self._fit()

    def show_number(self, number: int) -> None:
        """Show which it is in the order, while cards are being dragged; 0 shows none."""
        if number != self._number:
            self._number = number
            self.update()

    def face(self) -> QRectF:
        """The part that is painted and can be dragged."""
        left = self._left_px()
        return QRectF(left, MARGIN_PX, self.width() - left - MARGIN_PX, self._face_px)

    def sizeHint(self) -> QSize:
        """The face, and the editor when there is one."""
        below = self.editor.sizeHint().height() if self.editor is not None else 0
        return QSize(_WIDTH_PX, self._face_px + below + 2 * MARGIN_PX)

    def ghost(self) -> QPixmap:
        """The face as a picture, to be dragged over a deeper shadow."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round((self._face_px + 24) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = self.face()
        draw_shadow(painter, face, look.RADIUS_CARD_PX, reach=14.0, drop=5.0)
        self._paint_face(painter, face, theme.LIFTED)
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card with its face; open cards are lifted, dragged ones leave their place empty."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect())
        card.adjust(self._left_px(), MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        if self._is_indented():
            self._paint_track(painter)
        if self._dragging:
            painter.setOpacity(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = look.PAPER_DEEP
        if self.editor is not None:
            ground = theme.LIFTED
            draw_shadow(painter, card, look.RADIUS_CARD_PX, reach=6.0)
        elif self.underMouse() or self._lit:
            ground = theme.HOVER
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        if self._lit:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.INK), 2))
            painter.drawRoundedRect(
                card.adjusted(1, 1, -1, -1), look.RADIUS_CARD_PX, look.RADIUS_CARD_PX
            )
        self._paint_face(painter, self.face(), None)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And down."""
        super().leaveEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps a click, perhaps a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self.face().contains(event.position()):
            self._pressed, self._since = event.position().toPoint(), event.timestamp()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """After a few pixels it is a drag."""
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        by_finger = event.device().type() == QInputDevice.DeviceType.TouchScreen
        if not self._dragging and by_finger and event.timestamp() - self._since < REST_MS:
            self._pressed = None  # a finger that swipes aside takes nothing up
        elif not self._dragging and away >= _TAKES_UP_PX:
            self._dragging = True
            self.taken_up.emit(self.mapToGlobal(self._pressed))
            self.update()
        if self._dragging:
            self.carried.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks; a drag lays down."""
        pressed, dragging = self._pressed, self._dragging
        self._stop_dragging()
        if dragging:
            self.laid.emit()
        elif pressed is not None and self.rect().contains(event.position().toPoint()):
            self.picked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go and look."""
        if self.face().contains(event.position()):
            self.visited.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the cards, with Alt they move one; Enter opens, Del takes away."""
        key = event.key()
        if self.editor is not None and holds_focus(self.editor):  # which had no use for it
            event.ignore()
            return
        moving = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if moving and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif moving and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.indented.emit(key == Qt.Key.Key_Right)
        elif not self.hasFocus() and not self._dragging:  # for something in the editor
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.entered.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif key == Qt.Key.Key_Escape and self._dragging:
            self._stop_dragging()
            self.given_up.emit()
        else:
            event.ignore()

    def _stop_dragging(self) -> None:
        self._pressed, self._dragging = None, False
        self.update()

    def _name_it(self) -> None:
        company = ", ".join(person.name for person in self.chapter.company)
        along = [_("With {names}").format(names=company)] if company else []
        self.setAccessibleName(". ".join((self.words.spoken, *along)))

    def _fit(self) -> None:
        """Let the face be as high as its words."""
        left = self._left_px()
        room = (self.width() or _WIDTH_PX) - left - MARGIN_PX - _TEXT_LEFT_PX - _RIGHT_PX
        written = sum(line.height for line in self._lines(room)) + self._company_height()
        self._face_px = max(_FACE_PX, written + 2 * _PAD_PX)
        self._layout.setContentsMargins(left, self._face_px + MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.updateGeometry()
        self.update()

    def _left_px(self) -> int:
        return MARGIN_PX + (BESIDE_PX if self._is_indented() else 0)

    def _is_indented(self) -> bool:
        """An open card takes all the room there is."""
        return self.chapter.beside and self.editor is None

    def _paint_track(self, painter: QPainter) -> None:
        """A line beside it, which runs on from card to card."""
        painter.setPen(QPen(QColor(look.INK_SOFT), 2))
        x = MARGIN_PX + BESIDE_PX / 2
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_face(self, painter: QPainter, face: QRectF, ground: str | None) -> None:
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(face, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        middle = QPointF(face.x() + 12 + _THUMB_PX / 2, face.center().y())
        self._paint_picture(painter, middle)
        if self._number:
            self._paint_number(painter, QPointF(face.x() + 15, face.y() + 15))
        left = face.x() + _TEXT_LEFT_PX
        lines = self._lines(int(face.right() - left - _RIGHT_PX))
        written = sum(line.height for line in lines) + self._company_height()
        top = face.center().y() - written / 2
        for line in lines:
            painter.setFont(line.font)
            painter.setPen(QColor(line.tint))
            room = QRectF(left, top + line.apart, face.right() - left, line.height - line.apart)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, line.text)
            top += line.height
        if self._company_height():
            row = QRectF(left, top + _COMPANY_PX - _TOKEN_PX, face.right() - left, _TOKEN_PX)
            draw_company(painter, row, self.chapter.company, self._tokens)

    def _company_height(self) -> int:
        """What the row of who was along takes; an open card has them in its editor."""
        return _COMPANY_PX if self.chapter.company and self.editor is None else 0

    def _lines(self, room: int) -> list[Line]:
        """What is written beside the picture; an open card has its name and date in its fields."""
        is_open = self.editor is not None and not self._dragging
        return (open_lines if is_open else closed_lines)(self.words, room)

    def _paint_picture(self, painter: QPainter, middle: QPointF) -> None:
        photos = self.chapter.photos
        for depth, photo in reversed(list(enumerate(photos[:3]))):
            pixmap = self._pictures.seen(photo, _PICTURE_SIDE)
            painter.save()
            painter.translate(middle)
            painter.rotate((0, 5, -4)[depth])
            draw_print(painter, QPointF(depth * 2, depth), _THUMB_PX - 6, photo, pixmap)
            painter.restore()
        if not photos:
            known = self._atlas.places
            places = [known[key] for key in self.chapter.stop.places if key in known]
            rect = QRectF(0, 0, _THUMB_PX, _THUMB_PX)
            rect.moveCenter(middle)
            self._vignettes.draw_together(painter, rect, places, self.words.name[:1].upper())

    def _paint_number(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        painter.drawEllipse(middle, 11, 11)
        painter.setPen(QColor(look.PAPER))
        painter.setFont(theme.font(look.TEXT_SMALL_PX, bold=True))
        around = QRectF(middle.x() - 11, middle.y() - 11, 22, 22)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(self._number))
