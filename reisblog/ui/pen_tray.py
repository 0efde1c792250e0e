"""The tray beside the rail: four pens drawn as they draw, mist brushes, eraser, six tints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model.brush import brush_outline
from reisblog.model.geometry import Point
from reisblog.model.mist import MistBrush
from reisblog.model.records import Pen, Segment, Trail
from reisblog.texts import _
from reisblog.tools.erase import Eraser, InHand
from reisblog.ui import theme
from reisblog.ui.eraser_button import EraserButton, what_gum_takes
from reisblog.ui.focus_ring import one_tab_stop
from reisblog.ui.mist_button import MistButton, what_mist_is
from reisblog.ui.paper import Slip
from reisblog.ui.plain_text import PlainLabel
from reisblog.ui.sample_button import SAMPLE, SAMPLE_SCALE, SampleButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

OWN_TINTS = {Pen.MINE: "ember", Pen.PASSED_BY: "dusk", Pen.DREAMT: "plum", Pen.DOODLE: "ink"}
"""The tint each pen begins with."""


def pen_name(pen: Pen) -> str:
    """What a pen is called."""
    return {
        Pen.MINE: _("My path"),
        Pen.PASSED_BY: _("Passed by"),
        Pen.DREAMT: _("Dreamt"),
        Pen.DOODLE: _("Doodle"),
    }[pen]


def tint_name(tint: str) -> str:
    """What a tint is called."""
    return {
        "ember": _("Brick red"),
        "dusk": _("Dusk blue"),
        "plum": _("Plum"),
        "pine": _("Pine green"),
        "umber": _("Brown"),
        "ink": _("Ink"),
    }[tint]


def sample(pen: Pen) -> QPainterPath:
    """A stroke of a pen, as large as on a map at rest, in a box of 104 x 26 pixels."""
    width, height = (length / SAMPLE_SCALE for length in SAMPLE)
    start, middle, end = (
        Point(8, height * 0.72),
        Point(width * 0.5, height * 0.5),
        Point(width - 8, height * 0.3),
    )
    trail = Trail(
        id="sample",
        pen=pen,
        start=start,
        segments=(
            Segment(Point(width * 0.2, -4), Point(width * 0.32, height * 0.1), middle, 1.1),
            Segment(Point(width * 0.68, height * 0.95), Point(width * 0.8, height), end, 0.9),
        ),
        start_width=0.9,
    )
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in brush_outline(trail):
        path.addPolygon(
            QPolygonF([QPointF(p.x * SAMPLE_SCALE, p.y * SAMPLE_SCALE) for p in polygon])
        )
        path.closeSubpath()
    return path


class PenButton(SampleButton):
    """One pen, shown by a stroke of it."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen_name(pen), self._draw_stroke)
        self.pen = pen
        self.tint = OWN_TINTS[pen]
        self._stroke = sample(pen)

    def _draw_stroke(self, painter: QPainter) -> None:
        """The stroke in its tint."""
        painter.setBrush(QColor(look.TINTS[self.tint]))
        painter.drawPath(self._stroke)


class TintButton(QAbstractButton):
    """One tint."""

    def __init__(self, tint: str) -> None:
        super().__init__()
        self.target_px = look.TARGET_PX
        self.tint = tint
        self.setAccessibleName(tint_name(tint))
        self.setToolTip(tint_name(tint))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """A target."""
        return QSize(self.target_px, self.target_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A drop of the tint; a ring around the chosen one, apart from it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.TINTS[self.tint]))
        drop = self.target_px / 4
        painter.drawEllipse(middle, drop, drop)
        if self.isChecked() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.INK if self.isChecked() else theme.FAINT), 2))
            painter.drawEllipse(middle, drop + 5, drop + 5)


class PenTray(Slip):
    """Four pens, two mist brushes, an eraser and six tints; each pen remembers its tint.

    Signals:
        picked: what to draw with, and the name of the tint when that is a pen.
    """

    picked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pens"))
        self.pens = {pen: PenButton(pen) for pen in Pen}
        self.mist = {brush: MistButton(brush) for brush in MistBrush}
        self.eraser = EraserButton()
        self.tints = {tint: TintButton(tint) for tint in look.TINTS}
        self._hand_group, self._tint_group = QButtonGroup(self), QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        for button in self._in_hand():
            self._hand_group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(self._hand_clicked)
        self._below = QStackedWidget()
        self._below.addWidget(self._row_of_tints())
        for words in (what_mist_is(), what_gum_takes()):
            meaning = PlainLabel(words)
            meaning.setContentsMargins(14, 8, 4, 0)
            self._below.addWidget(meaning)
        layout.addWidget(self._below)
        one_tab_stop(self._hand_group)
        one_tab_stop(self._tint_group)
        self.show_choice(Pen.MINE, OWN_TINTS[Pen.MINE])

    def set_board(self, *, board: bool, text_px: int) -> None:
        """Be as large as a board asks."""
        target = look.TARGET_BOARD_PX if board else look.TARGET_PX
        for button in self._in_hand():
            button.target_px = target
            button.text_px = text_px
            button.updateGeometry()
        for tint_button in self.tints.values():
            tint_button.target_px = target
            tint_button.updateGeometry()
        self.adjustSize()

    def show_mist(self, *, shown: bool) -> None:
        """Offer the mist brushes, or only the pens."""
        for button in self.mist.values():
            button.setVisible(shown)
        self.adjustSize()

    @property
    def in_hand(self) -> InHand:
        """What was picked to draw with."""
        held: list[tuple[InHand, SampleButton]] = [
            *self.pens.items(),
            *self.mist.items(),
            (Eraser.INK, self.eraser),
        ]
        return next(key for key, button in held if button.isChecked())

    def show_choice(self, in_hand: InHand, tint: str) -> None:
        """Show what is in hand, without telling anybody."""
        if isinstance(in_hand, Eraser):
            self.eraser.setChecked(True)
        elif isinstance(in_hand, MistBrush):
            self.mist[in_hand].setChecked(True)
        else:
            self.pens[in_hand].tint = tint
            self.pens[in_hand].setChecked(True)
        self._show_below(in_hand)
        self.update()

    def _in_hand(self) -> list[SampleButton]:
        return [*self.pens.values(), *self.mist.values(), self.eraser]

    def _row_of_tints(self) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(4, 8, 4, 0)
        grid.setSpacing(0)
        for column, button in enumerate(self.tints.values()):
            self._tint_group.addButton(button)
            grid.addWidget(button, 0, column)
            button.clicked.connect(self._tint_clicked)
        return row

    def _show_below(self, in_hand: InHand) -> str:
        """Offer the tints of a pen, or say what the rest does; gives the tint there is."""
        if not isinstance(in_hand, Pen):
            self._below.setCurrentIndex(1 if isinstance(in_hand, MistBrush) else 2)
            return ""
        self._below.setCurrentIndex(0)
        tint = self.pens[in_hand].tint
        self.tints[tint].setChecked(True)
        return tint

    def _hand_clicked(self) -> None:
        in_hand = self.in_hand
        self.picked.emit(in_hand, self._show_below(in_hand))

    def _tint_clicked(self) -> None:
        tint = next(name for name, button in self.tints.items() if button.isChecked())
        for pen, button in self.pens.items():
            if button.isChecked():
                button.tint = tint
                button.update()
                self.picked.emit(pen, tint)
