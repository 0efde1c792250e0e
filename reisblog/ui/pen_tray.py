"""The tray with pens beside the rail: four pens drawn as they draw, and six tints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QVBoxLayout

from reisblog import look
from reisblog.model.brush import brush_outline
from reisblog.model.geometry import Point
from reisblog.model.records import Pen, Segment, Trail
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import one_tab_stop
from reisblog.ui.paper import Slip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

OWN_TINTS = {Pen.MINE: "ember", Pen.PASSED_BY: "dusk", Pen.DREAMT: "plum", Pen.DOODLE: "ink"}
"""The tint each pen begins with."""
_SAMPLE = (104.0, 26.0)
_SAMPLE_SCALE = 0.62


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
    width, height = (length / _SAMPLE_SCALE for length in _SAMPLE)
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
            QPolygonF([QPointF(p.x * _SAMPLE_SCALE, p.y * _SAMPLE_SCALE) for p in polygon])
        )
        path.closeSubpath()
    return path


class PenButton(QAbstractButton):
    """One pen, shown by a stroke of it."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self.target_px, self.text_px = look.TARGET_PX, look.TEXT_PX
        self.pen = pen
        self.tint = OWN_TINTS[pen]
        self._stroke = sample(pen)
        self.setText(pen_name(pen))
        self.setAccessibleName(pen_name(pen))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """A target with the stroke and the words."""
        words = QFontMetrics(theme.font(self.text_px, bold=True)).horizontalAdvance(self.text())
        return QSize(round(_SAMPLE[0]) + words + 44, self.target_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stroke on paper, and the name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.translate(14, (self.height() - _SAMPLE[1]) / 2)
        painter.setBrush(QColor(look.TINTS[self.tint]))
        painter.drawPath(self._stroke)
        painter.restore()
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font(self.text_px, bold=self.isChecked()))
        words = QRectF(self.rect()).adjusted(_SAMPLE[0] + 28, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


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
    """Four pens and six tints; each pen remembers its tint.

    Signals:
        picked: the pen and the name of its tint.
    """

    picked = Signal(Pen, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pens"))
        self.pens = {pen: PenButton(pen) for pen in Pen}
        self.tints = {tint: TintButton(tint) for tint in look.TINTS}
        self._pen_group, self._tint_group = QButtonGroup(self), QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        for button in self.pens.values():
            self._pen_group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(self._pen_clicked)
        grid = QGridLayout()
        grid.setContentsMargins(4, 8, 4, 0)
        grid.setSpacing(0)
        for column, tint_button in enumerate(self.tints.values()):
            self._tint_group.addButton(tint_button)
            grid.addWidget(tint_button, 0, column)
            tint_button.clicked.connect(self._tint_clicked)
        layout.addLayout(grid)
        one_tab_stop(self._pen_group)
        one_tab_stop(self._tint_group)
        self.show_choice(Pen.MINE, OWN_TINTS[Pen.MINE])

    def set_board(self, *, board: bool, text_px: int) -> None:
        """Be as large as a board asks."""
        target = look.TARGET_BOARD_PX if board else look.TARGET_PX
        for button in self.pens.values():
            button.target_px = target
            button.text_px = text_px
            button.updateGeometry()
        for tint_button in self.tints.values():
            tint_button.target_px = target
            tint_button.updateGeometry()
        self.adjustSize()

    @property
    def pen(self) -> Pen:
        """The pen in hand."""
        return next(pen for pen, button in self.pens.items() if button.isChecked())

    @property
    def tint(self) -> str:
        """The tint of the pen in hand."""
        return self.pens[self.pen].tint

    def show_choice(self, pen: Pen, tint: str) -> None:
        """Show which pen is in hand, without telling anybody."""
        self.pens[pen].tint = tint
        self.pens[pen].setChecked(True)
        self.tints[tint].setChecked(True)
        self.update()

    def _pen_clicked(self) -> None:
        self.tints[self.tint].setChecked(True)
        self.picked.emit(self.pen, self.tint)

    def _tint_clicked(self) -> None:
        tint = next(name for name, button in self.tints.items() if button.isChecked())
        self.pens[self.pen].tint = tint
        self.pens[self.pen].update()
        self.picked.emit(self.pen, tint)


def _draw_ground(painter: QPainter, button: QAbstractButton) -> None:
    if not (button.isChecked() or button.underMouse() or button.isDown()):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.PAPER_DEEP if button.isChecked() else look.PAPER))
    painter.drawRoundedRect(QRectF(button.rect()), look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
