"""The pocket in front of the bag: compass, map and guide, each at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.mimes import COMPASS
from reisblog.ui.panels.bag_drawing import POCKET_PX, STICKS_OUT_PX, draw_pocket
from reisblog.ui.panels.instrument_drawing import (
    compass_picture,
    draw_guide,
    draw_map,
    draw_pocket_compass,
)
from reisblog.ui.panels.taking_out import TakingOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

_RISES_PX = 5
"""How much farther it comes out for whoever points at it."""
_TAKEN_PX = 64
"""How large the compass is in the hand."""


class Instrument(QAbstractButton):
    """One of them, sticking out of the pocket, and its name on the pocket."""

    def __init__(self, name: str, tip: str, draw: Callable[[QPainter, QRectF], None]) -> None:
        """Make it.

        Args:
            name: what it is called.
            tip: what it does.
            draw: draws it in a box, in logical pixels.
        """
        super().__init__()
        self._draw = draw
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """A target with the thing and its word."""
        word = QFontMetrics(theme.font()).horizontalAdvance(self.text())
        return QSize(max(look.TARGET_PX, word + 8), POCKET_PX)

    def minimumSizeHint(self) -> QSize:
        """No smaller than a target."""
        return QSize(look.TARGET_PX, POCKET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part that sticks out, and the word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rises = _RISES_PX if self.underMouse() or self.hasFocus() or self.isDown() else 0
        box = QRectF(0, 0, 40, 46)
        box.moveCenter(QPointF(self.width() / 2, 34 - rises))
        self._draw(painter, box)
        if (around := self.parentWidget()) is not None:
            draw_pocket(painter, pocket_in(around.rect()).translated(-self.x(), -self.y()))
        word = QRectF(0, STICKS_OUT_PX + 19, self.width(), 26)
        font = theme.font(look.TEXT_PX, bold=self.isDown())
        painter.setFont(font)
        painter.setPen(QColor(look.INK))
        shown = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(word, int(Qt.AlignmentFlag.AlignCenter), shown)


class Instruments(QWidget):
    """The pocket with all three.

    Signals:
        map_wanted: the map itself was asked for: what its places mean.
        guide_wanted: the guide was.
        compass_wanted: the compass should come out by itself.
    """

    map_wanted = Signal()
    guide_wanted = Signal()
    compass_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compass = Instrument(
            _("Compass"), _("Lay the compass on the map; you can drag it there"), _compass_in
        )
        self.map = Instrument(_("Map"), _("Open the legend"), _map_in)
        self.guide = Instrument(_("Guide"), _("Read about the place of your stop"), _guide_in)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        for instrument, asked in (
            (self.compass, self.compass_wanted),
            (self.map, self.map_wanted),
            (self.guide, self.guide_wanted),
        ):
            row.addWidget(instrument)
            instrument.clicked.connect(asked)
        self._taking_out = TakingOut(
            self.compass,
            mime=_compass_mime,
            picture=lambda: compass_picture(_TAKEN_PX, self.devicePixelRatioF()),
            tapped=lambda _at: self.compass.click(),
        )
        self.setFixedHeight(POCKET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pocket itself."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_pocket(painter, pocket_in(self.rect()))


def pocket_in(around: QRect) -> QRectF:
    """Where the pocket is, below what sticks out of it."""
    return QRectF(around).adjusted(2, STICKS_OUT_PX, -2, -2)


def _compass_mime() -> QMimeData:
    mime = QMimeData()
    mime.setData(COMPASS, b"")
    return mime


def _compass_in(painter: QPainter, box: QRectF) -> None:
    draw_pocket_compass(painter, QPointF(box.center().x(), box.top() + 26), 19)


def _map_in(painter: QPainter, box: QRectF) -> None:
    draw_map(painter, box.adjusted(-3, 2, 3, -4))


def _guide_in(painter: QPainter, box: QRectF) -> None:
    draw_guide(painter, box.adjusted(4, 2, -4, 4))
