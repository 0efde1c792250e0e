"""Every text that a widget paints, as it is painted: where, how large, in which colour."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QPaintDevice, QPaintEngine, QTransform
from PySide6.QtWidgets import QWidget


class Text(NamedTuple):
    """A piece of a line.

    Attributes:
        words: what is written.
        box: where, in logical pixels of the widget.
        size: how high its letters are set, in logical pixels.
        colour: of the ink.
        clarity: how much of the ink there is, from 0 to 1.
    """

    words: str
    box: QRectF
    size: float
    colour: QColor
    clarity: float


class _Engine(QPaintEngine):
    """Notes texts and lets all else go by."""

    def __init__(self, texts: list[Text]) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._texts = texts
        self._transform, self._opacity, self._colour = QTransform(), 1.0, QColor()

    def begin(self, _device):
        return True

    def end(self):
        return True

    def type(self):
        return QPaintEngine.Type.User

    def updateState(self, state):  # noqa: N802  (Qt's)
        self._transform, self._opacity = state.transform(), state.opacity()
        self._colour = state.pen().color()

    def drawTextItem(self, at, item):  # noqa: N802  (Qt's)
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        scale = self._transform.m22()
        self._texts.append(
            Text(
                item.text(), self._transform.mapRect(box), item.font().pixelSize() * scale,
                QColor(self._colour), self._opacity * self._colour.alphaF(),
            )
        )  # fmt: skip

    def drawPixmap(self, *_what):  # noqa: N802  (Qt's)
        pass

    def drawImage(self, *_what):  # noqa: N802  (Qt's)
        pass

    def drawPolygon(self, *_what):  # noqa: N802  (Qt's)
        pass

    def drawPath(self, *_what):  # noqa: N802  (Qt's)
        pass

    def drawRects(self, *_what):  # noqa: N802  (Qt's)
        pass


class _Device(QPaintDevice):
    def __init__(self, widget: QWidget, texts: list[Text]) -> None:
        super().__init__()
        self._widget = widget
        self._engine = _Engine(texts)

    def paintEngine(self):  # noqa: N802  (Qt's)
        return self._engine

    def metric(self, which):
        metric = QPaintDevice.PaintDeviceMetric
        known = {
            metric.PdmWidth: self._widget.width(),
            metric.PdmHeight: self._widget.height(),
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: 65_536,
            metric.PdmNumColors: 2_147_483_647,
            metric.PdmDepth: 32,
        }
        return known.get(which, 96)


def texts_of(widget: QWidget) -> list[Text]:
    """What it paints in words now, and all its visible children with it."""
    texts: list[Text] = []
    device = _Device(widget, texts)
    widget.render(device, QPoint(0, 0))
    return texts
