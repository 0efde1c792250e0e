"""A picture as it is framed, in the window: the same as ``photos/framed.py``, with Qt's pixels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTransform

from reisblog.model import framing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.model.records import Blur, Crop


def framed(image: QImage, crop: Crop | None, blurs: Iterable[Blur], side: int) -> QImage:
    """What is seen of a picture.

    Args:
        image: all of it, upright.
        crop: the part that is seen.
        blurs: what nobody is to recognise.
        side: how many pixels the long side of what is seen gets at most.
    """
    return cropped(hidden(image, blurs), crop, side)


def hidden(image: QImage, blurs: Iterable[Blur]) -> QImage:
    """The picture with these parts of it averaged into a few soft blocks."""
    painted = QImage(image)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for blur in blurs:
        part = pixels_of(blur, image.size())
        corner = framing.ROUND * min(part.width(), part.height())
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(part), corner, corner)
        painter.setClipPath(shape)
        painter.drawImage(part, softened(painted.copy(part)))
    painter.end()
    return painted


def softened(part: QImage) -> QImage:
    """The same size, with nothing in it that could be recognised."""
    across, down = framing.blocks(part.width(), part.height())
    ignore, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    fewest = QSize(min(across, part.width()), min(down, part.height()))
    return part.scaled(fewest, ignore, smooth).scaled(part.size(), ignore, smooth)


def pixels_of(blur: Blur, size: QSize) -> QRect:
    """Where a part of a picture lies in it."""
    left = max(0, math.floor(blur.x * size.width()))
    top = max(0, math.floor(blur.y * size.height()))
    right = min(size.width(), max(left + 1, math.ceil((blur.x + blur.width) * size.width())))
    bottom = min(size.height(), max(top + 1, math.ceil((blur.y + blur.height) * size.height())))
    return QRect(left, top, right - left, bottom - top)


def cropped(image: QImage, crop: Crop | None, side: int) -> QImage:
    """The part of a picture that is seen, at most so long; white where it lies off the picture."""
    if crop is None:
        return image
    wide, high = image.width() * crop.width, image.height() * crop.height
    scale = min(1.0, side / max(wide, high))
    size = QSize(max(1, round(wide * scale)), max(1, round(high * scale)))
    part = QImage(size, image.format())
    part.fill(Qt.GlobalColor.white)
    painter = QPainter(part)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(onto_part(crop, image.size(), size))
    painter.drawImage(QPointF(0, 0), image)
    painter.end()
    return part


def onto_part(crop: Crop, whole: QSize, part: QSize) -> QTransform:
    """From the pixels of a whole picture to those of the part that is seen."""
    back = framing.onto_whole(crop, (whole.width(), whole.height()), (part.width(), part.height()))
    return QTransform(back.a, back.d, back.b, back.e, back.c, back.f).inverted()[0]
