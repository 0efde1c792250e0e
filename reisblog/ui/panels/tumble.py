"""How things lie in a bag: in rows, but none straight below another."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtWidgets import QLayoutItem, QWidget

from reisblog.ui.panels.flow import FlowLayout

_SLANT = 11


class Tumble(FlowLayout):
    """Rows of things, each moved aside by a share of the room it leaves, by the name of its first.

    So a thing lies where it lay as long as its row is the same.
    """

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  (Qt's)
        """Put everything in its place."""
        super().setGeometry(rect)
        row: list[QLayoutItem] = []
        for item in self._items:
            if (widget := item.widget()) is None or widget.isHidden():
                continue
            if row and item.geometry().top() != row[0].geometry().top():
                _scatter(row, rect)
                row = []
            row.append(item)
        _scatter(row, rect)


class Shelf(QWidget):
    """Holds rows of things, and is as high as they are at its width.

    It does not say that its height follows from its width: whatever it lies in would then be
    as high as it likes best, instead of shrinking and letting things scroll.

    Signals:
        rearranged: its things have come, gone, or become larger or smaller.
    """

    rearranged = Signal()

    def __init__(self, *, gap: int, tumbled: bool = False) -> None:
        super().__init__()
        self.rows = Tumble(self, gap=gap) if tumbled else FlowLayout(self, gap=gap)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt's)
        """See above."""
        return False

    def high_at(self, width: int) -> int:
        """How high its things are at a width."""
        return self.rows.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As high as its things."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As high as its things."""
        return QSize(60, self.high_at(max(self.width(), 60)))

    def event(self, event: QEvent) -> bool:
        """Tell those beyond what scrolls, whom Qt does not tell."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.rearranged.emit()
        return done

    def resizeEvent(self, event: object) -> None:
        """Another width, another height."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.updateGeometry()


def _scatter(row: list[QLayoutItem], rect: QRect) -> None:
    """Move the things of a row aside, by what is left of it at most."""
    if not row or (first := row[0].widget()) is None:
        return
    free = rect.right() - row[-1].geometry().right()
    share = zlib.crc32(first.objectName().encode()) % _SLANT / (_SLANT - 1)
    for item in row:
        item.setGeometry(item.geometry().translated(round(free * share), 0))
