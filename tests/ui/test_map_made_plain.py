"""A school's map made plain is the same picture: in the window and on paper."""

import io

import msgspec
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from reisblog import resources
from reisblog.storage.catalogue import read_catalogue
from reisblog.storage.maps.files import svg_of, write_map
from reisblog.storage.maps.reading import read_map, read_map_file
from reisblog.story.wall_map import Paper, write_wall_map
from tests import school_maps

CATALOGUE = read_catalogue(resources.places())
SIZE = (1500, 1000)
EDGE = 12


def of_inkscape():
    return read_map(school_maps.of_inkscape().encode(), "kaart.svg", CATALOGUE)


def in_window(svg, size=SIZE):
    """The map as Qt draws it."""
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, *size))
    painter.end()
    rows = image.bytesPerLine()
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", rows)


def difference(one, other):
    return ImageChops.difference(one, other).convert("L")


def widest_spot(one, other):
    """How much two pictures differ where they differ over some width."""
    return difference(one, other).filter(ImageFilter.BoxBlur(3)).getextrema()[1]


def test_qt_draws_a_plain_map_as_it_draws_what_inkscape_wrote(qapp):
    drawn = in_window(school_maps.of_inkscape().encode())
    assert drawn.getcolors(maxcolors=1_000_000)[20:], "there is a picture"
    assert widest_spot(drawn, in_window(svg_of(of_inkscape()))) < 6


def test_paper_shows_the_same(qapp, tmp_path, monkeypatch):
    made = of_inkscape()
    write_map(made, tmp_path)
    monkeypatch.setattr(resources, "prepared", lambda: tmp_path)
    target = io.BytesIO()
    write_wall_map(msgspec.structs.replace(made.atlas, places={}), target, Paper.A3)
    document = pypdfium2.PdfDocument(target.getvalue())
    page = document[0].render(scale=1.5).to_pil().convert("RGB")
    document.close()
    # The sheet is as wide as the paper but for its margin, and in the middle.
    margin = 8 / 420 * page.width
    wide = page.width - 2 * margin
    high = wide * SIZE[1] / SIZE[0]
    top = (page.height - high) / 2
    on_paper = page.resize(SIZE, box=(margin, top, margin + wide, top + high))
    inside = (EDGE, EDGE, SIZE[0] - EDGE, SIZE[1] - EDGE)  # paper leaves a margin of the art
    window = in_window(svg_of(made))
    assert widest_spot(on_paper.crop(inside), window.crop(inside)) < 40


@pytest.mark.parametrize("width", [1200, 2400])
def test_our_own_map_made_plain_is_our_own_map(qapp, width):
    size = (width, width * 2 // 3)
    made = svg_of(read_map_file(resources.own_map(), CATALOGUE))
    changed = difference(in_window(resources.own_map().read_bytes(), size), in_window(made, size))
    assert ImageStat.Stat(changed).mean[0] < 0.02
    assert changed.getextrema()[1] < 32
