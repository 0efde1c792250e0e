"""The rail: the five tools, each an icon with its word; at the side, or at the foot of a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolButton, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui.actions import TOOLS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

AButton = TypeVar("AButton", bound=QToolButton)

BOARD_PX = 88
"""How high the rail stands at the foot of a board."""
_BOARD_ICON_PX = 32
_MARK_PX = 4
_ON_BOARD = ("undo", "redo", "zoom-out", "fit", "zoom-in", "board")
"""What a board offers beside the tools: there the bar on top is gone."""


class ToolButton(QToolButton):
    """A tool; a line of ink beside the chosen one says so without colour."""

    board = False

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
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Tools"))
        self.buttons = {name: self._button(actions[name], ToolButton()) for name in TOOLS}
        self._more = [self._button(actions[name], QToolButton()) for name in _ON_BOARD]
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setSpacing(4)
        for tool in self.buttons.values():
            self._layout.addWidget(tool, 0, Qt.AlignmentFlag.AlignCenter)
        self._layout.addStretch(1)
        for button in self._more:
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self.set_board(board=False)

    def set_board(self, *, board: bool) -> None:
        """Lie at the foot with large targets, or stand at the side."""
        self.setProperty("board", board)
        side, free = (BOARD_PX, 16_777_215) if board else (look.RAIL_PX, 16_777_215)
        self.setMinimumSize(0 if board else side, side if board else 0)
        self.setMaximumSize(free if board else side, side if board else free)
        self._layout.setDirection(
            QBoxLayout.Direction.LeftToRight if board else QBoxLayout.Direction.TopToBottom
        )
        edge = 24 if board else 4
        self._layout.setContentsMargins(edge, 6 if board else 8, edge, 6 if board else 8)
        self._layout.setSpacing(12 if board else 4)
        icon = _BOARD_ICON_PX if board else look.ICON_PX
        for tool in self.buttons.values():
            tool.board = board
        for button in self._more:
            button.setVisible(board)
        for button in (*self.buttons.values(), *self._more):
            button.setIconSize(QSize(icon, icon))
            button.style().unpolish(button)
            button.style().polish(button)

    def _button(self, action: QAction, button: AButton) -> AButton:
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

