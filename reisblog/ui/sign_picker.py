"""The eight signs to choose from, for a place of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from reisblog import look, resources
from reisblog.model.own_places import word_for
from reisblog.model.records import Sign
from reisblog.ui.focus_ring import one_tab_stop

if TYPE_CHECKING:
    from collections.abc import Callable

_IN_A_ROW = 4
_SIGN_PX, _BOARD_SIGN_PX = 40, 56


class SignPicker(QWidget):
    """Two rows of signs.

    Args:
        keeps: whether the sign that was picked stays marked.

    Signals:
        picked: a ``Sign``.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, keeps: bool) -> None:
        super().__init__(parent)
        self.buttons: dict[Sign, QToolButton] = {}
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        group = QButtonGroup(self)
        for index, sign in enumerate(Sign):
            button = QToolButton()
            button.setIcon(QIcon(str(resources.sign(sign))))
            button.setToolTip(word_for(sign))
            button.setAccessibleName(word_for(sign))
            button.setCheckable(keeps)
            button.setProperty("look", "sign")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._picks(sign))
            group.addButton(button)
            rows.addWidget(button, index // _IN_A_ROW, index % _IN_A_ROW)
            self.buttons[sign] = button
        one_tab_stop(group)
        self.set_board(board=False)

    def set_board(self, *, board: bool) -> None:
        """Be as large as a board asks."""
        side = _BOARD_SIGN_PX if board else _SIGN_PX
        target = look.TARGET_BOARD_PX if board else look.TARGET_PX
        for button in self.buttons.values():
            button.setIconSize(QSize(side, side))
            button.setFixedHeight(target + 4)

    def tab_stops(self) -> list[QToolButton]:
        """Where the Tab key stops: at the marked sign, or at all where none is marked."""
        stops = self.buttons.values()
        return [button for button in stops if button.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def show_sign(self, sign: Sign) -> None:
        """Mark this one."""
        self.buttons[sign].setChecked(True)

    def _picks(self, sign: Sign) -> Callable[[], None]:
        return lambda: self.picked.emit(sign)
