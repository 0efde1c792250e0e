"""The bag one looks into: it stands around its things, which scroll below its rim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui.panels.bag_drawing import (
    FLAP_PX,
    FOOT_PX,
    POCKET_PX,
    RIM_PX,
    SIDE_PX,
    draw_bag,
    draw_depth,
    shape_of,
)
from reisblog.ui.panels.instruments import Instruments
from reisblog.ui.panels.tumble import Shelf
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_LEAST_PX, _EASY_PX = 168, 220
"""How high its inside is at least, and where there is room."""
_AIR_PX = 5
_UNDER_RIM_PX = 3
_SCROLL_PX = 12


class Bag(QWidget):
    """Flap, inside and pocket.

    Attributes:
        things: where the labels lie.
        empty: what is read in an empty bag.
        instruments: the pocket in front.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lit = False
        self._shelf = Shelf(gap=2, tumbled=True)
        self._shelf.rearranged.connect(self.updateGeometry)
        self.things = self._shelf.rows
        self.empty = PlainLabel(
            _(
                "What you carry: something you can do, know, have lived through or wish for. "
                "Write it down or drag a photo in."
            ),
            wraps=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(8, 8, 8, 8)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(_AIR_PX, _AIR_PX + 6, _AIR_PX, _AIR_PX + 4)
        layout.addStretch(1)
        layout.addWidget(self.empty)
        layout.addWidget(self._shelf)
        layout.addStretch(1)
        self.inside = QScrollArea()
        self.inside.setFrameShape(QFrame.Shape.NoFrame)
        self.inside.setWidgetResizable(True)
        self.inside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside.viewport().setAutoFillBackground(False)
        self.inside.setWidget(column)
        column.setAutoFillBackground(False)
        column.installEventFilter(self)
        self._depth = _Depth(self.inside)
        self.instruments = Instruments()
        around = QVBoxLayout(self)
        around.setSpacing(0)
        edge = SIDE_PX + RIM_PX
        around.setContentsMargins(edge - 10, FLAP_PX + RIM_PX, edge - 10, FOOT_PX + 2)
        inner = QVBoxLayout()
        inner.setContentsMargins(10 + 2, _UNDER_RIM_PX - 1, 10 + 2, 0)
        inner.addWidget(self.inside)
        around.addLayout(inner, 1)
        around.addSpacing(-6)
        around.addWidget(self.instruments)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_lit(self, lit: bool) -> None:  # noqa: FBT001  (the doors hand it in)
        """Show that it would take what is held over it."""
        self._lit = lit
        self.update()

    def settle(self) -> None:
        """Its things have changed."""
        self.things.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the things, and comfortable for few."""
        return QSize(look.PANEL_NARROW_PX - 16, self._high(max(self._filled(), _EASY_PX)))

    def minimumSizeHint(self) -> QSize:
        """Less: then the things scroll."""
        return QSize(look.PANEL_NARROW_PX - 40, self._high(min(self._filled(), _LEAST_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays the things otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Things that were added count only once Qt has shown them, which it does later."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bag."""
        del event
        painter = QPainter(self)
        draw_bag(painter, shape_of(self.width(), self.height()), lit=self._lit)

    def _filled(self) -> int:
        """How high its inside would be without scrolling."""
        width = self.width() - 2 * (SIDE_PX + RIM_PX + 2 + _AIR_PX)
        margins = 2 * _AIR_PX + 10
        if not self.things.count():
            return self.empty.heightForWidth(max(width, 80)) + margins
        return self._shelf.high_at(max(width, 80)) + margins

    def _high(self, inside: int) -> int:
        return inside + FLAP_PX + RIM_PX + _UNDER_RIM_PX + POCKET_PX + FOOT_PX - 4


class _Depth(QWidget):
    """The shade below the rim, over whatever lies there."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it lies over, and on top of it."""
        del watched
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.setGeometry(self._over.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Above and below."""
        del event
        draw_depth(QPainter(self), QRectF(self.rect()))
