"""Somebody who travels along, as a card: how they are shown, their name, their role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon
from reisblog.ui.panels.photo_taker import PhotoTaker
from reisblog.ui.panels.stop_words import in_lines
from reisblog.ui.paper import draw_shadow

if TYPE_CHECKING:
    from reisblog.model.records import Companion
    from reisblog.ui.tokens import Tokens

_MARGIN_PX = 4
_TOKEN_PX = 40
_FACE_PX = 60
_TEXT_LEFT_PX = 64
_WIDTH_PX = 240
_MOST_LINES = 2
_PAD_PX = 9
_REMOVES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class CompanionCard(PhotoTaker):
    """One person; folded its face is painted, unfolded an editor is all of it.

    It is a button for those who do not see it; what a hand and keys mean is its own affair.

    Signals:
        picked: it was clicked.
        entered: it was opened with the keyboard.
        folded: Esc was pressed on it.
        stepped: up (-1) or down (1) along the cards.
        removed: they travel along no more.
    """

    picked = Signal()
    entered = Signal()
    folded = Signal()
    stepped = Signal(int)
    removed = Signal()

    def __init__(self, companion: Companion, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._lit = self._pressed = False
        self.companion = companion
        self.editor: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self.show_companion(companion)
        self.clicked.connect(self.picked)  # by a screen reader

    def show_companion(self, companion: Companion) -> None:
        """Show what the journey says."""
        self.companion = companion
        self.setAccessibleName(". ".join(filter(None, (companion.name, companion.role))))
        self.updateGeometry()
        self.update()

    def unfold(self, editor: QWidget | None) -> None:
        """Open with this editor, or close."""
        if self.editor is not None:
            self._layout.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = editor
        if editor is not None:
            self._layout.addWidget(editor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The face, or the editor."""
        if self.editor is not None:
            return QSize(_WIDTH_PX, self.editor.sizeHint().height() + 2 * _MARGIN_PX)
        return QSize(_WIDTH_PX, self._face_height() + 2 * _MARGIN_PX)

    def minimumSizeHint(self) -> QSize:
        """No less than that, but narrower if need be."""
        return QSize(160, self.sizeHint().height())

    def menu(self) -> QMenu:
        """What can be done with somebody, besides looking."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        away = menu.addAction(icon("trash"), _("Travels along no longer"))
        away.triggered.connect(self.removed)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card with its face."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        ground = look.PAPER_DEEP
        if self.editor is not None:
            ground = theme.LIFTED
            draw_shadow(painter, card, look.RADIUS_CARD_PX, reach=6.0)
        elif self.underMouse() or self._lit:
            ground = theme.HOVER
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        if self._lit:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.INK), 2))
            edge = card.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        if self.editor is None:
            self._paint_face(painter, card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And down."""
        super().leaveEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps a click."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        pressed, self._pressed = self._pressed, False
        if pressed and self.rect().contains(event.position().toPoint()):
            self.picked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Where somebody expects it."""
        self.menu().popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _REMOVES
            and self.hasFocus()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the cards; Enter opens, Del takes leave. Esc folds, from inside too."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.editor is not None:
            self.folded.emit()
        elif not self.hasFocus():  # it was for something in the editor, which had no use for it
            event.ignore()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTERS:
            self.entered.emit()
        elif key in _REMOVES:
            self.removed.emit()
        else:
            event.ignore()

    def _written(self) -> list[tuple[str, int, bool]]:
        """Lines on the face: the words, the size of their letters, and whether they are bold."""
        room = (self.width() or _WIDTH_PX) - 2 * _MARGIN_PX - _TEXT_LEFT_PX - _PAD_PX
        person, small = self.companion, look.TEXT_SMALL_PX
        names = in_lines(person.name, theme.font(bold=True), room, _MOST_LINES)
        cast = in_lines(person.role, theme.font(small), room, _MOST_LINES)
        return [
            *((line, look.TEXT_PX, True) for line in names),
            *((line, small, False) for line in cast),
        ]

    def _face_height(self) -> int:
        written = sum(_line_height(size) for _words, size, _bold in self._written())
        return max(_FACE_PX, written + 2 * _PAD_PX)

    def _paint_face(self, painter: QPainter, card: QRectF) -> None:
        disc = QRectF(card.x() + 12, card.center().y() - _TOKEN_PX / 2, _TOKEN_PX, _TOKEN_PX)
        self._tokens.draw(painter, disc, self.companion)
        written = self._written()
        top = card.center().y() - sum(_line_height(size) for _words, size, _bold in written) / 2
        for words, size, bold in written:
            painter.setFont(theme.font(size, bold=bold))
            painter.setPen(QColor(look.INK if bold else look.INK_SOFT))
            left = card.x() + _TEXT_LEFT_PX
            line = QRectF(left, top, card.right() - left, _line_height(size))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
            top += _line_height(size)


def _line_height(size: int) -> int:
    return round(size * 1.35)
