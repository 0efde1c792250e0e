"""A sheet with every key and gesture; it lies beside the work and Esc puts it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import FocusRing
from reisblog.ui.keys_told import Group, groups
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_COLUMN_PX = 310
_MOST_COLUMNS = 4
_HEADING_ROWS = 2.1
"""How many rows a heading with the room above it takes."""
_EDGE_PX = 28
_BESIDE_PX = 28
_AGAIN = {Qt.Key.Key_Question, Qt.Key.Key_F1}


class KeysSheet(QDialog):
    """The keys and gestures in columns, each with what comes of it.

    Attributes:
        told: the pairs of words on it, as they are read.
    """

    def __init__(self, parent: QWidget | None = None, *, text_px: int = look.TEXT_PX) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys and gestures"))
        self.told: list[tuple[str, str]] = []
        self._text_px = text_px
        self.setStyleSheet(
            f"QLabel {{ font-size: {text_px}px; }}"
            f"QLabel[look=heading] {{ font-size: {text_px + 2}px; }}"
            f"QLabel[look=key] {{ background: {theme.LIFTED}; border: 1px solid {theme.HAIRLINE};"
            f" border-bottom: 2px solid {look.INK_SOFT}; border-radius: {look.RADIUS_CONTROL_PX}px;"
            f" padding: 0 6px; font-size: {text_px - 2}px; }}"
        )
        title = PlainLabel(_("Keys and gestures"))
        title.setFont(theme.font(look.TITLE_LARGE_PX, title=True))
        title.setStyleSheet(f"font-size: {look.TITLE_LARGE_PX}px;")
        back = QPushButton(_("Back"))
        back.setProperty("look", "main")
        back.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(back)
        columns = QWidget()
        beside = QHBoxLayout(columns)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_BESIDE_PX)
        room = (parent.width() if parent is not None else 0) * look.TEXT_PX // text_px
        count = min(max(room // _COLUMN_PX, 2), _MOST_COLUMNS)
        for part in in_columns(groups(), count):
            beside.addLayout(self._column(part), 1)
        area = QScrollArea()
        area.setWidget(columns)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("Keys and gestures"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE_PX, 20, _EDGE_PX, 20)
        layout.setSpacing(look.GAPS_PX[0])
        layout.addLayout(head)
        layout.addWidget(area, 1)
        self._size_to(columns, head.sizeHint().height())
        self._ring = FocusRing(self)
        back.setFocus()

    @classmethod
    def lay_over(cls, window: QWidget, *, board: bool) -> None:
        """Show it over a window, in place of an earlier one."""
        for earlier in window.findChildren(cls):
            earlier.close()
        sheet = cls(window, text_px=look.TEXT_LARGE_PX if board else look.TEXT_PX)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that brought it put it away; so does Esc."""
        if event.key() in _AGAIN:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _size_to(self, columns: QWidget, head: int) -> None:
        """As large as what is on it, as far as the window it lies over is."""
        wanted = columns.sizeHint() + QSize(2 * _EDGE_PX + 16, head + 40 + look.GAPS_PX[0] + 4)
        window = self.parentWidget()
        self.resize(wanted if window is None else wanted.boundedTo(window.size() - QSize(24, 24)))

    def _column(self, part: Sequence[Group]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        row = 0
        for group in part:
            if row:
                grid.setRowMinimumHeight(row, 8)
            heading = PlainLabel(group.name, look="heading")
            grid.addWidget(heading, row + 1, 0, 1, 2)
            row += 2
            for told in group.told:
                key = PlainLabel(told.how, look="key")
                key.setAlignment(Qt.AlignmentFlag.AlignCenter)
                key.setMinimumHeight(self._text_px + 7)
                what = PlainLabel(told.what)
                key.setAccessibleName(f"{told.how}: {told.what}")
                grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(what, row, 1)
                self.told.append((told.how, told.what))
                row += 1
        grid.setRowStretch(row, 1)
        return grid


def in_columns(parts: Sequence[Group], count: int) -> list[list[Group]]:
    """Groups in columns, in their order, so that the longest column is as short as can be."""
    if count == 1 or len(parts) <= 1:
        return [list(parts)]
    tries = (
        [list(parts[:cut]), *in_columns(parts[cut:], count - 1)] for cut in range(1, len(parts))
    )
    return min(tries, key=lambda columns: max(map(_height, columns)))


def _height(column: Sequence[Group]) -> float:
    return sum(_HEADING_ROWS + len(group.told) for group in column)
