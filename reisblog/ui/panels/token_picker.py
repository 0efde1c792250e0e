"""How somebody is shown: by initials, a drawn token, or a photo of the journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model.records import Companion, Token
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import one_tab_stop
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.prints import PrintList
from reisblog.ui.tokens import draw_drawn, draw_initials, draw_portrait, token_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QModelIndex

    from reisblog.model.records import Photo
    from reisblog.ui.pictures import Pictures

_DISC_PX = 32
_IN_A_ROW = 5
_TICK_PX, _TICK_AWAY = 14, 0.86
_SIDE = 128
_CELL_PX, _ROWS = 70, 3


class FaceButton(QAbstractButton):
    """One way to be shown; the one that holds has a tick and a ring of ink."""

    def __init__(self, name: str, draw: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self._draw = draw
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A target."""
        return QSize(look.TARGET_PX, look.TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc, and whether it holds."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.HOVER))
            painter.drawRoundedRect(whole, look.RADIUS_CARD_PX, look.RADIUS_CARD_PX)
        disc = QRectF(0, 0, _DISC_PX, _DISC_PX)
        disc.moveCenter(whole.center())
        self._draw(painter, disc)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.INK), 2))
            painter.drawEllipse(disc.adjusted(-4, -4, 4, 4))
            draw_tick(painter, disc)


def draw_tick(painter: QPainter, disc: QRectF) -> None:
    """A tick at the lower right of a disc, clear of what is on it: it is on."""
    badge = QRectF(0, 0, _TICK_PX, _TICK_PX)
    away = disc.width() / 2 * _TICK_AWAY
    badge.moveCenter(disc.center() + QPointF(away, away))
    painter.setPen(QPen(QColor(theme.LIFTED), 1.5))
    painter.setBrush(QColor(look.INK))
    painter.drawEllipse(badge)
    icon("check-on-ink").paint(painter, badge.adjusted(3, 3, -3, -3).toAlignedRect())


class TokenPicker(QWidget):
    """Initials, eight tokens, and a photo: ten ways, of which one holds.

    Attributes:
        initials, photo: the first button and the last.
        tokens: those between them.
        prints: the photos of the journey to choose from, once they are asked for.
        none: lays the photo away.

    Signals:
        drawn: a ``Token``, or nothing for initials.
        portrayed: the id of a photo, or nothing.
    """

    drawn = Signal(object)
    portrayed = Signal(object)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._name = ""
        self._portrait: Photo | None = None
        self._photos: tuple[Photo, ...] = ()
        self.prints: PrintList | None = None
        self.initials = FaceButton(
            _("Initials"), lambda painter, disc: draw_initials(painter, disc, self._name)
        )
        self.tokens = {token: _token_button(token) for token in Token}
        self.photo = FaceButton(_("A photo"), self._draw_photo)
        self.none = QPushButton()
        label(self.none, "close", _("No photo"))
        self._drawn = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(0)
        for button in (self.initials, *self.tokens.values()):
            self._drawn.addButton(button)
        one_tab_stop(self._drawn)
        for index, face in enumerate((self.initials, *self.tokens.values(), self.photo)):
            grid.addWidget(face, index // _IN_A_ROW, index % _IN_A_ROW)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(4)
        self._below.addLayout(grid)
        self._below.addWidget(self.none)
        self.none.hide()
        self.initials.clicked.connect(lambda: self._draw_as(None))
        for token, button in self.tokens.items():
            button.clicked.connect(lambda _down, it=token: self._draw_as(it))
        self.photo.clicked.connect(self._unfold)
        self.none.clicked.connect(lambda: self.portrayed.emit(None))
        pictures.ready.connect(self.photo.update)

    @property
    def unfolded(self) -> bool:
        """Whether the photos are shown to choose from."""
        return self.prints is not None and not self.prints.isHidden()

    def show_companion(
        self, companion: Companion, portrait: Photo | None, photos: Iterable[Photo]
    ) -> None:
        """Show which way holds.

        Args:
            companion: who is shown.
            portrait: the photo that shows them, if any.
            photos: what there is to choose from.
        """
        self._name, self._portrait, self._photos = companion.name, portrait, tuple(photos)
        drawn = self.initials if companion.token is None else self.tokens[companion.token]
        drawn.setChecked(True)
        self._drawn.setExclusive(False)
        drawn.setChecked(portrait is None)
        self._drawn.setExclusive(True)
        self.photo.setChecked(portrait is not None)
        self.photo.setVisible(bool(self._photos))
        self.none.setVisible(portrait is not None and self.unfolded)
        if self.prints is not None:
            self._fill(self.prints)
        for button in (self.initials, self.photo):
            button.update()

    def _draw_as(self, token: Token | None) -> None:
        if self.prints is not None:
            self.prints.hide()
        self.none.hide()
        self.drawn.emit(token)

    def _unfold(self) -> None:
        """Show the photos, or fold them away; what holds stays as it is until one is chosen."""
        self.photo.setChecked(self._portrait is not None)
        if self.prints is None:
            self.prints = _prints(self._pictures, self)
            self.prints.clicked.connect(self._pick)
            self.prints.asked.connect(lambda ids: self.portrayed.emit(ids[0]))
            self._below.insertWidget(1, self.prints)
            self.prints.hide()
        unfolds = self.prints.isHidden()
        self._fill(self.prints)
        self.prints.setVisible(unfolds)
        self.none.setVisible(unfolds and self._portrait is not None)

    def _fill(self, prints: PrintList) -> None:
        prints.show_photos(self._photos)
        row = next((at for at, one in enumerate(self._photos) if one is self._portrait), None)
        if row is None:
            prints.clearSelection()
        elif prints.chosen_ids() != [self._photos[row].id]:
            prints.setCurrentIndex(prints.row.index(row))

    def _pick(self, index: QModelIndex) -> None:
        self.portrayed.emit(self._photos[index.row()].id)

    def _draw_photo(self, painter: QPainter, disc: QRectF) -> None:
        if self._portrait is not None:
            pixmap = self._pictures.seen(self._portrait, _SIDE)
            draw_portrait(painter, disc, pixmap)
        else:
            icon("photos").paint(painter, disc.adjusted(4, 4, -4, -4).toAlignedRect())


def _token_button(token: Token) -> FaceButton:
    return FaceButton(token_name(token), lambda painter, disc: draw_drawn(painter, disc, token))


def _prints(pictures: Pictures, parent: QWidget) -> PrintList:
    prints = PrintList(pictures, parent, name=_("Choose a photo"), cell=_CELL_PX, rows=_ROWS)
    prints.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    return prints
