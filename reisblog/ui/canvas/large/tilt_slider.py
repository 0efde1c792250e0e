"""Straightens a photo: a ruler of degrees that one slides along."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from reisblog import look
from reisblog.model import limits
from reisblog.texts import _, language
from reisblog.ui import theme

_TENTHS = 10
_STEP = 5
"""Half a degree, in tenths."""
_KNOB_PX = 11.0
_WIDE_PX = 420
_LABEL_PX = 52.0
_TICK_DEGREES = 5


class TiltSlider(QSlider):
    """From -45 to 45 degrees; it snaps to nothing. Its value is in tenths of a degree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        most = round(limits.TILT * _TENTHS)
        self.setRange(-most, most)
        self.setSingleStep(_STEP)
        self.setPageStep(_STEP * 10)
        self.setMinimumHeight(look.TARGET_PX)
        self.setAccessibleName(_("Straighten"))
        self.setToolTip(_("Straighten"))
        self.valueChanged.connect(lambda _value: self.setAccessibleDescription(self.said))

    @property
    def degrees(self) -> float:
        """How far, clockwise."""
        return self.value() / _TENTHS

    @property
    def said(self) -> str:
        """The same in words."""
        degrees = QLocale(language()).toString(self.degrees, "f", 1)
        return f"{degrees}°".replace("-", "\u2212")

    def show_degrees(self, degrees: float) -> None:
        """Stand here."""
        self.setValue(round(degrees * _TENTHS))

    def sizeHint(self) -> QSize:
        """Long enough for half a degree."""
        return QSize(_WIDE_PX, look.TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        """Shorter in a small window."""
        return QSize(_WIDE_PX // 2, look.TARGET_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The knob comes to where it is asked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes along."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays."""
        del event
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks, the knob, and how many degrees that is."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        ends = [self._x_of(edge) for edge in (self.minimum(), self.maximum())]
        for degrees in range(round(-limits.TILT), round(limits.TILT) + 1, _TICK_DEGREES):
            long = degrees % (3 * _TICK_DEGREES) == 0
            half = 7.0 if degrees == 0 else 5.0 if long else 3.0
            painter.setPen(QPen(QColor(look.INK if degrees == 0 else theme.FAINT), 1.5))
            x = self._x_of(degrees * _TENTHS)
            painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))
        painter.setPen(QPen(QColor(look.INK), 2))
        knob, zero = self._x_of(self.value()), self._x_of(0)
        painter.drawLine(QPointF(zero, middle), QPointF(knob, middle))
        painter.setPen(QPen(QColor(look.INK), 2))
        painter.setBrush(QColor(theme.LIFTED))
        painter.drawEllipse(QPointF(knob, middle), _KNOB_PX, _KNOB_PX)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
            painter.drawEllipse(QPointF(knob, middle), _KNOB_PX + 4, _KNOB_PX + 4)
        painter.setPen(QColor(look.INK))
        painter.setFont(theme.font())
        label = QRectF(ends[1] + _KNOB_PX, 0, self.width() - ends[1] - _KNOB_PX, self.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, int(flags), self.said)
        painter.end()

    def _track(self) -> tuple[float, float]:
        edge = _KNOB_PX + 6
        return edge, self.width() - edge - _LABEL_PX

    def _x_of(self, value: int) -> float:
        left, right = self._track()
        share = (value - self.minimum()) / (self.maximum() - self.minimum())
        return left + share * (right - left)

    def _go_to(self, x: float) -> None:
        left, right = self._track()
        share = (x - left) / max(right - left, 1.0)
        self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))
