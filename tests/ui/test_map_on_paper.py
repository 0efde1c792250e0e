"""The map on paper is the same picture as in the window."""

import io

import msgspec
import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from reisblog import resources
from reisblog.storage.own_atlas import own_atlas
from reisblog.story.wall_map import Paper, write_wall_map

MM = 72 / 25.4
SCALE = 1.5


def test_paper_and_window_show_the_same_picture(qapp):
    bare = msgspec.structs.replace(own_atlas(), places={})
    target = io.BytesIO()
    write_wall_map(bare, target, Paper.A3)
    on_paper = _on_paper(target.getvalue())
    difference = ImageChops.difference(on_paper, _in_window(on_paper.size))
    assert max(ImageStat.Stat(difference).mean) < 2.0
    # A shape that one side leaves out, or fills, is a spot that differs over some width.
    spots = difference.convert("L").filter(ImageFilter.BoxBlur(4))
    assert spots.getextrema()[1] < 40


def _on_paper(content):
    document = pypdfium2.PdfDocument(content)
    picture = document[0].render(scale=SCALE).to_pil().convert("RGB")
    document.close()
    return picture


def _in_window(size):
    """The map as Qt draws it, on as large a page."""
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    wide = 404 * MM * SCALE
    high = wide * 2 / 3
    area = QRectF(8 * MM * SCALE, (297 * MM * SCALE - high) / 2, wide, high)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = 5 * wide / 2400  # the drawing runs a little over its own edge
    painter.setClipRect(area.adjusted(edge, edge, -edge, -edge))
    QSvgRenderer(str(resources.own_map())).render(painter, area)
    painter.end()
    rows = image.bytesPerLine()
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", rows)
