"""The rail: the five tools, each an icon with its word; at the side, or at the foot of a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QSizePolicy,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.action_table import TOOLS
from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

AButton = TypeVar("AButton", bound=QToolButton)

BOARD_PX = 84
"""How high the rail stands at the foot of a board."""
_BOARD_ICON_PX = 32
_MARK_PX = 4
_ON_BOARD = ("undo", "redo", "zoom-out", "fit", "zoom-in")
"""What a board offers beside the tools: there the bar on top is gone."""


class ToolButton(QToolButton):
    """A tool; a line of ink beside the chosen one says so without colour."""

    board = False

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:  # noqa: N802  (Qt's)
        """On a board the word stands beside its icon; Qt leaves four pixels between them."""
        super().initStyleOption(option)
        if self.board:
            option.text = f"\u2002{option.text}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the line to what Qt draws."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        if self.board:
            mark = QRectF(self.width() / 2 - 18, self.height() - _MARK_PX, 36, _MARK_PX)
        else:
            mark = QRectF(0, self.height() / 2 - 14, _MARK_PX, 28)
        painter.drawRoundedRect(mark, _MARK_PX / 2, _MARK_PX / 2)


class Rail(QWidget):
    """The tools of the canvas.

    Attributes:
        buttons: the tools' buttons by name.
        back: leaves the board; seen only there.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = False
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Tools"))
        self.buttons = {name: _fixed(ToolButton(), actions[name]) for name in TOOLS}
        self._more = [_fixed(QToolButton(), actions[name]) for name in _ON_BOARD]
        self.back = QToolButton()
        self.back.setIcon(icon("close"))
        self.back.setToolTip(_("Back to the window  (F11)"))
        self.back.setAccessibleName(_("Back to the window"))
        self.back.clicked.connect(actions["board"].trigger)
        self._more.append(self.back)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        for tool in self.buttons.values():
            self._layout.addWidget(tool, 0, Qt.AlignmentFlag.AlignCenter)
        self._layout.addStretch(1)
        for button in self._more:
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self.set_board(board=False)

    def set_board(self, *, board: bool) -> None:
        """Lie at the foot with large targets, or stand at the side."""
        self._board = board
        deep, free = (BOARD_PX if board else look.RAIL_PX), 16_777_215
        self.setMinimumSize(0 if board else deep, deep if board else 0)
        self.setMaximumSize(free if board else deep, deep if board else free)
        self._layout.setDirection(
            QBoxLayout.Direction.LeftToRight if board else QBoxLayout.Direction.TopToBottom
        )
        edge = 16 if board else 4
        self._layout.setContentsMargins(edge, 8, edge, 8)
        self._layout.setSpacing(8 if board else 4)
        for button in self._more:
            button.setVisible(board)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide board has larger words."""
        super().resizeEvent(event)
        if self._board:
            self._dress()

    def _dress(self) -> None:
        wide = self.width() >= theme.BOARD_WIDTH_PX
        size = ("large" if wide else "small") if self._board else "side"
        if self.property("board") == size:
            return
        self.setProperty("board", size)
        icon_px = _BOARD_ICON_PX if self._board else look.ICON_PX
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for tool in self.buttons.values():
            tool.board = self._board
            tool.setToolButtonStyle(beside if self._board else under)
        for button in (*self.buttons.values(), *self._more):
            button.setIconSize(QSize(icon_px, icon_px))
            if button.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                button.style().unpolish(button)
                button.style().polish(button)


def _fixed(button: AButton, action: QAction) -> AButton:
    button.setDefaultAction(action)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
