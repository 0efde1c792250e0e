"""The bar above the list: what can be done with the row one is at, as buttons with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import label
from reisblog.ui.listing.deed import Deed, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ADDS = 6
_EDGE_PX = 12
_GAP_PX = 4


class DeedBar(QWidget):
    """What can be added comes first, as many as there is room for; all of it is in the menu.

    Signals:
        edit_asked, remove_asked, more_asked, map_asked: which button was pressed.
    """

    edit_asked = Signal()
    remove_asked = Signal()
    more_asked = Signal()
    map_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What can be done here"))
        self.setFixedHeight(look.TARGET_PX + 2 * 6)
        self._deeds: tuple[Deed, ...] = ()
        self.add = _button("add", _("Add"), _("Add  (Insert)"))
        self.adds = [_button("add", "", "") for _nth in range(_MOST_ADDS)]
        self.edit = _button("text", _("Write"), _("Write in this row  (Enter)"))
        self.remove = _button("trash", _("Take away"), _("Take this row away  (Del)"))
        self.more = _button("more", _("More"), _("All that can be done with this row  (Menu)"))
        self.map = _button("map", _("To the map"), _("To the map  (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE_PX, 6, _EDGE_PX, 6)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.add)
        for button in self.adds:
            row.addWidget(button)
        row.addStretch(1)
        self._others = (self.edit, self.remove, self.more, self.map)
        for button in self._others:
            row.addWidget(button)
        self.add.clicked.connect(self.open_add)
        for place, button in enumerate(self.adds):
            button.clicked.connect(lambda _down=False, place=place: self._do(place))
        self.edit.clicked.connect(self.edit_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.more.clicked.connect(self.more_asked)
        self.map.clicked.connect(self.map_asked)

    def show_deeds(self, adds: Sequence[Deed], *, can_write: bool, can_remove: bool) -> None:
        """Offer what can be added where one is now."""
        self._deeds = tuple(adds)
        for button, deed in zip(self.adds, self._deeds, strict=False):
            label(button, deed.icon, deed.words)
        self.edit.setEnabled(can_write)
        self.remove.setEnabled(can_remove)
        self._fit()

    def open_add(self) -> None:
        """Open the menu with all that can be added, below its button."""
        self.add_menu().popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def add_menu(self) -> QMenu:
        """All that can be added."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, self._deeds)
        if self._deeds and not self._deeds[0].among:  # so that Enter is enough
            menu.setActiveAction(menu.actions()[0])
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for others."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between bar and page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.PAPER))
        painter.setPen(QColor(theme.HAIRLINE))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, look.TARGET_PX + 12)

    minimumSizeHint = sizeHint

    def _do(self, place: int) -> None:
        deed = self._deeds[place]
        if deed.act is not None:
            deed.act()
            return
        button = self.adds[place]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, deed.among)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _fit(self) -> None:
        """Show as many of the direct ones as there is room for."""
        always = (self.add, *self._others)
        room = self.width() - 2 * _EDGE_PX - sum(b.sizeHint().width() + _GAP_PX for b in always)
        for button, deed in zip(self.adds, (*self._deeds, *[None] * _MOST_ADDS), strict=False):
            room -= button.sizeHint().width() + _GAP_PX
            button.setVisible(deed is not None and room >= 0)


def _button(icon: str, words: str, tip: str) -> QPushButton:
    button = QPushButton()
    label(button, icon, words)
    button.setToolTip(tip)
    return button
